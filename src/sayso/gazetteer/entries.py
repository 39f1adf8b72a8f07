"""The data file of who is who, and a user's own: read, checked, and told apart from what it may not hold."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from sayso.errors import UsageError

KINDS = ("state", "bloc", "institution", "group", "person")
LISTS = ("names", "demonyms", "capitals", "seats", "people", "members", "drop")
TEXTS = ("later", "until", "country")
WORD_LISTS = ("titles", "offices", "homes", "groups", "relays", "bodies")


@dataclass(frozen=True, slots=True)
class Entry:
    """One party as a data file describes it; see the head of ``data/actors.toml`` for what each field means."""

    name: str
    kind: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    later: str | None = None
    until: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole data file: its parties, and its lists of words by section and name ("titles", "state")."""

    entries: tuple[Entry, ...]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    skip: tuple[str, ...] = ()


def bundled() -> Listing:
    """The data file that comes with Sayso."""
    return parse(
        files("sayso").joinpath("data", "actors.toml").read_text(encoding="utf-8"), origin="the bundled actors.toml"
    )


def parse(text: str, *, origin: str = "actors.toml") -> Listing:
    """Read a data file's text; raises UsageError with the place and with what is allowed there."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f'{origin} is not valid TOML: {error}. Put each entry as: "Name" = ["other name"]') from None
    entries: list[Entry] = []
    words: dict[str, Mapping[str, tuple[str, ...]]] = {}
    skip: tuple[str, ...] = ()
    for table, content in tables.items():
        place = f"{origin}, {_line(text, f'[{table}')}[{table}]"
        if not isinstance(content, dict):
            raise UsageError(f"{place}: stands outside a table. Allowed tables: {_listed(KINDS + WORD_LISTS)}.")
        if table in KINDS:
            entries += (_entry(name, table, value, text, origin) for name, value in content.items())
        elif table in WORD_LISTS:
            words[table] = {name: _strings(value, f"{place} {name}") for name, value in content.items()}
        elif table == "countries":
            skip = _strings(content.get("skip", []), f"{place} skip")
        else:
            raise UsageError(f"{place}: unknown table. Allowed: {_listed(KINDS + WORD_LISTS)}.")
    return Listing(tuple(entries), words, skip)


def _entry(name: str, kind: str, value: object, text: str, origin: str) -> Entry:
    place = f"{origin}, {_line(text, name)}[{kind}] {name!r}"
    if not name.strip():
        raise UsageError(f'{place}: an entry needs a name. Write it as: "Name" = ["other name"]')
    if not isinstance(value, dict):
        return Entry(name, kind, names=_strings(value, place))
    unknown = sorted(set(value) - set(LISTS) - set(TEXTS))
    if unknown:
        raise UsageError(f"{place}: unknown field {unknown[0]!r}. Allowed: {_listed(LISTS + TEXTS)}.")
    lists = {field: _strings(value[field], f"{place} {field}") for field in LISTS if field in value}
    texts = {field: _text(value[field], f"{place} {field}") for field in TEXTS if field in value}
    return Entry(name, kind, **lists, **texts)  # type: ignore[arg-type]


def _strings(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise UsageError(f'{place}: holds {value!r}. Allowed: a list of names in quotes, such as ["one", "two"].')
    return tuple(value)


def _text(value: object, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{place}: holds {value!r}. Allowed: one name or month in quotes.")
    return value


def _line(text: str, sought: str) -> str:
    found = next((number for number, line in enumerate(text.splitlines(), 1) if sought in line), None)
    return f"line {found}: " if found else ""


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def words_of(listings: tuple[Listing, ...], section: str) -> dict[str, tuple[str, ...]]:
    """The lists of one section, those of all listings joined, the first listing's words first."""
    joined: dict[str, tuple[str, ...]] = {}
    for listing in listings:
        for name, found in listing.words.get(section, {}).items():
            joined[name] = joined.get(name, ()) + found
    return joined


def surface_names(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each word that means an entry, with how it does: "name", "alias", "person", "seat", "demonym" or "capital"."""
    yield entry.name, "name"
    for how, found in (
        ("alias", entry.names),
        ("person", entry.people),
        ("seat", entry.seats),
        ("demonym", entry.demonyms),
        ("capital", entry.capitals),
    ):
        yield from ((word, how) for word in found)
