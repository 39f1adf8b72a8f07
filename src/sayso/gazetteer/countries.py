"""The states of the world from the countryinfo package, as entries like those of the data file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from countryinfo import all_countries

from sayso.gazetteer.entries import Entry, Listing

_LONG_FORM = ("Republic", "Kingdom", "State ", "Federation", "Islamic", "Emirates", "Principality", "Commonwealth")
_NO_PLURAL = ("ese", "ish", "ch", "ss", "s", "x", "z")


def with_countries(listing: Listing) -> Listing:
    """A listing with every state of the package in it; what the listing says of a state is added to what is there."""
    own = {entry.country or entry.name: entry for entry in listing.entries if entry.kind == "state"}
    known = {entry.name: entry for entry in _package() if entry.name not in listing.skip}
    states = [_joined(own[name], entry) if name in own else entry for name, entry in known.items()]
    states += [entry for name, entry in own.items() if name not in known]
    others = [entry for entry in listing.entries if entry.kind != "state"]
    return replace(listing, entries=(*states, *others))


def _joined(own: Entry, package: Entry) -> Entry:
    names = package.names if own.name == package.name else (*package.names, package.name)
    return replace(
        own,
        names=(*own.names, *names),
        demonyms=own.demonyms or package.demonyms,
        capitals=own.capitals or package.capitals,
    )


def _package() -> Iterator[Entry]:
    """All countries of the package, which reads its own files when it is first asked (about 40 ms)."""
    for country in all_countries():
        capital = country.capital()
        yield Entry(
            country.name(),
            "state",
            names=tuple(name.strip() for name in country.alt_spellings() if _is_long_form(name)),
            demonyms=tuple(_people(country.demonym() or "")),
            capitals=(capital,) if isinstance(capital, str) and capital else (),
        )


def _is_long_form(name: str) -> bool:
    return name.isascii() and "," not in name and any(word in name for word in _LONG_FORM)


def _people(demonym: str) -> Iterable[str]:
    for word in demonym.split(","):
        if word.strip():
            yield word.strip()
            if not word.endswith(_NO_PLURAL):
                yield f"{word.strip()}s"
