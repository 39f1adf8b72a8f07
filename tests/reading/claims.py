"""Short invented texts in which one party tells what another did or said: read from TOML, compared with a reading."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.gazetteer import Gazetteer
from sayso.reconcile.identities import identify
from sayso.records import Holder, Reading, Statement
from tests.reading.readings import bare, names, plain

FILE = Path(__file__).with_name("claimed.toml")


@dataclass(frozen=True, slots=True)
class Case:
    """A text with a statement by its words, act and holder; ``via`` is who tells it, "" where the holder does."""

    text: str
    words: str
    act: str
    holder: str
    via: str

    def outcome(self, found: Reading) -> str:
        """ "right", "leaked" (another's claim as the holder's own), "overdone" (the reverse), "other", "unread"."""
        told = [each for each in found.statements if self.words in each.quote]
        held = [each for each in told if any(_alike(self.holder, name) for name in names(each.holder))]
        if not held:
            return "other" if told else "unread"
        if not self.via:
            return "overdone" if claimed(self.text, held[0]) else "right"
        if not held[0].via:
            return "leaked"
        return "right" if any(_alike(self.via, name) for name in tellers(held[0])) else "other"


def claimed(text: str, statement: Statement) -> bool:
    """Whether a statement is shown as another party's claim: a spokesman's or a document's word is its own."""
    _, holdings = identify((plain(text),), (statement,), gazetteer())
    return holdings[0].claimed


@cache
def gazetteer() -> Gazetteer:
    """What is generally known of who is who, read once."""
    return Gazetteer.load()


def tellers(statement: Statement) -> set[str]:
    """All names of those through whom a statement comes."""
    links: list[Holder] = [link.holder for link in statement.via]
    return {name for holder in links for name in names(holder)}


def _alike(wanted: str, found: str) -> bool:
    """Whether a name or description is the wanted one, or one of the two stands in the other."""
    return bare(wanted) in found or found in bare(wanted)


@cache
def cases() -> Mapping[str, tuple[Case, ...]]:
    """All cases by class."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {kind: tuple(Case(**row) for row in rows) for kind, rows in table.items()}
