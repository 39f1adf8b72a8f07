"""The settings: one table, and where a value comes from.

A value given on the command line wins over the environment (``SAYSO_WIDTH=100``), that over the settings file
(``sayso.toml`` in the book's folder, or the one named with ``--config``), that over the default.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path

from sayso.errors import UsageError

FILE = "sayso.toml"
PREFIX = "SAYSO_"
NOT_SETTINGS = frozenset({"SAYSO_TRACEBACK"})
"""Environment variables of ours that are no settings."""

Value = int | str | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table: its name, what it is when nobody sets it, what it does."""

    name: str
    default: Value
    help: str
    allowed: tuple[str, ...] = ()
    least: int = 0


TABLE = (
    Setting(
        "max_file_mb", 20, "The largest single article that is read, in megabytes; a larger one is skipped.", least=1
    ),
    Setting("width", 0, "How many columns tables take; 0 takes the terminal's, or 80 in a pipe."),
    Setting(
        "reader",
        "small",
        "What reads the articles: small, a trained network with parse and rules, or rules, those alone.",
        allowed=("small", "rules"),
    ),
    Setting("progress", True, "Whether long work shows how far it is."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    max_file_mb: int = 20
    width: int = 0
    reader: str = "small"
    progress: bool = True


def load(
    folder: Path | None = None,
    *,
    config: Path | None = None,
    environment: Mapping[str, str] | None = None,
    flags: Mapping[str, Value | None] | None = None,
) -> Settings:
    """Work out the settings in force; UsageError names a key or value that does not fit, and where it stands."""
    values: dict[str, Value] = {}
    values |= _from_file(folder, config)
    values |= _from_environment(environment or {})
    for name, value in (flags or {}).items():
        if value is not None:
            values[name] = _checked(name, value, f"--{name.replace('_', '-')}")
    return Settings(**values)  # type: ignore[arg-type]


def _from_file(folder: Path | None, config: Path | None) -> dict[str, Value]:
    path = config or (folder / FILE if folder else None)
    if path is None or (config is None and not path.is_file()):
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read the settings file {path}: {error.strerror}; use --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"the settings file {path} is not TOML: {error}; correct it or move it away") from error
    return {name: _checked(name, value, str(path)) for name, value in table.items()}


def _from_environment(environment: Mapping[str, str]) -> dict[str, Value]:
    values = {}
    for variable, text in sorted(environment.items()):
        if variable.startswith(PREFIX) and variable not in NOT_SETTINGS:
            name = variable.removeprefix(PREFIX).lower()
            values[name] = _checked(name, _parsed(name, text), f"the environment variable {variable}")
    return values


def _parsed(name: str, text: str) -> Value:
    """An environment variable's text as the kind of value its setting has; left as text where it does not fit."""
    default = {setting.name: setting.default for setting in TABLE}.get(name, "")
    if isinstance(default, bool):
        return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(text.lower(), text)
    return int(text) if isinstance(default, int) and text.isdecimal() else text


def _checked(name: str, value: object, where: str) -> Value:
    table = {setting.name: setting for setting in TABLE}
    if name not in table:
        near = get_close_matches(name, table, n=1)
        hint = f"did you mean {near[0]}?" if near else "the settings are " + ", ".join(table)
        raise UsageError(f"no setting named {name!r} ({where}); {hint}")
    setting = table[name]
    if type(value) is not type(setting.default) or not isinstance(value, int | str):
        kind = {bool: "true or false", int: "a whole number", str: "a text"}[type(setting.default)]
        raise UsageError(f"{name} must be {kind}, not {value!r} ({where})")
    if setting.allowed and value not in setting.allowed:
        raise UsageError(f"{name} must be one of {', '.join(setting.allowed)}, not {value!r} ({where})")
    if type(value) is int and value < setting.least:
        raise UsageError(f"{name} must be at least {setting.least}, not {value} ({where})")
    return value


assert [(field.name, field.default) for field in fields(Settings)] == [(line.name, line.default) for line in TABLE]
