"""Where a command's output goes: how wide it may be, whether it may be coloured, and how JSON is written."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import sys
from collections.abc import Sequence

import click

from sayso.cli.table import Table, lay_out
from sayso.cli.text import safe, wrap

PIPE_WIDTH = 80
NARROWEST = 40

STYLES: dict[str, dict[str, object]] = {
    "head": {"bold": True},
    "section": {"bold": True},
    "faint": {"dim": True},
    "quote": {"bold": True},
    "cue": {"underline": True},
    "holder": {"fg": "cyan"},
    "id": {"fg": "cyan"},
    "for": {"fg": "green"},
    "against": {"fg": "red"},
    "asks": {"fg": "yellow"},
}
"""What each style of the screen looks like."""

KINDS = {
    "asks": ("demand",),
    "for": ("offer", "accept", "yield", "aid", "consult"),
    "against": ("reject", "threaten", "accuse", "sanction", "protest", "coerce", "assault", "mobilize"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Screen:
    """Standard output as this run may use it."""

    width: int = PIPE_WIDTH
    colour: bool = False

    def paint(self, text: str, style: str | None) -> str:
        """The text in the style of that name, where colours may be used."""
        return click.style(text, **STYLES[style]) if self.colour and style else text  # type: ignore[arg-type]

    def say(self, text: str = "", *, style: str | None = None) -> None:
        """Print a paragraph, wrapped."""
        for line in wrap(text, self.width):
            self.line(self.paint(line, style))

    def hanging(self, head: str, text: str, *, style: str | None = None) -> None:
        """Print a heading and a paragraph beside it."""
        for number, line in enumerate(wrap(text, self.width - len(head))):
            self.line((head if number == 0 else " " * len(head)) + self.paint(line, style))

    def line(self, text: str) -> None:
        """Print a line as it is."""
        click.echo(text, color=self.colour)

    def table(self, table: Table) -> None:
        """Print a table."""
        for line in lay_out(table, self.width, self.paint):
            self.line(line)

    def json(self, value: object) -> None:
        """Print records as JSON: objects with the records' fields, in their order."""
        encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
        self.line(json.dumps(as_json(value), indent=2, ensure_ascii=not encoding.startswith("utf")))


def screen(width: int = 0) -> Screen:
    """The screen of this run; ``width`` 0 takes the terminal's width, or 80 columns in a pipe."""
    terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    found = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if terminal else _columns_asked()
    return Screen(max(width or found, NARROWEST), terminal and not os.environ.get("NO_COLOR"))


def as_json(value: object) -> object:
    """Records as dictionaries, sequences as lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_json(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def act_colour(act: str) -> str | None:
    """The style of an act: asking, for, against."""
    return next((style for style, acts in KINDS.items() if act in acts), None)


def id_colour(id: str) -> str:
    """The style of an id."""
    return "id"


def shown(text: str | None, unknown: str = "-") -> str:
    """A text from the book on one line, or a dash for what is not known."""
    return safe(text) or unknown if text else unknown


def some(names: Sequence[str], most: int = 6) -> str:
    """Names one after the other; of many only the first, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(map(shown, names[:most])) + more


def same_text(copy_kind: str | None) -> str:
    """How like its copies an article is."""
    return "nearly the same text as" if copy_kind == "near" else "the same text as"


def count(number: int, thing: str, things: str | None = None) -> str:
    """A number with its noun: "1 article", "3 articles"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def _columns_asked() -> int:
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) else PIPE_WIDTH
