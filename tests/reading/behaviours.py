"""Short invented texts and what a careful coder takes from each: read from TOML, compared with a reading."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.records import Reading, Statement
from tests.reading.readings import bare, called, names, through

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Wanted:
    """One statement that a coder would take from a text; ``via`` and ``to`` are None in a case not about them."""

    acts: tuple[str, ...]
    holder: str
    words: str
    via: list[str] | None = None
    to: str | None = None

    def is_met(self, found: Statement) -> bool:
        """Whether a statement is the one wanted."""
        return (
            found.act in self.acts
            and bare(self.holder) in names(found.holder)
            and self.words.lower() in " ".join(found.quote.lower().split())
            and (self.via is None or [bare(each) for each in through(found)] == self.via)
            and (self.to is None or (found.addressee is not None and bare(self.to) in names(found.addressee)))
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the statements that are wanted of it: each once, and no other."""

    text: str
    wanted: tuple[Wanted, ...]

    def passes(self, found: Reading) -> bool:
        """Whether a reading has each statement wanted, once, and no other."""
        left = list(found.statements)
        for each in self.wanted:
            match = next((statement for statement in left if each.is_met(statement)), None)
            if match is None:
                return False
            left.remove(match)
        return not left


def wanted(line: str) -> Wanted:
    """A line of a file of cases: "act | holder | words", then perhaps "| via A, B" or "| to C"."""
    acts, holder, words, *more = (piece.strip() for piece in line.split("|"))
    via: list[str] | None = None
    to: str | None = None
    for piece in more:
        kind, _, rest = piece.partition(" ")
        if kind == "via":
            via = [bare(each) for each in rest.split(",") if each.strip()]
        else:
            to = rest
    return Wanted(tuple(acts.split(" or ")), holder, words, via, to)


@cache
def cases(name: str) -> Mapping[str, tuple[Case, ...]]:
    """All cases of a file in this folder, by class."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return {
        kind: tuple(Case(each["text"], tuple(map(wanted, each.get("expect", ())))) for each in rows)
        for kind, rows in table.items()
    }


def shown(found: Reading) -> str:
    """A reading in one line, for a person who looks into a failure."""
    lines = (f"{each.act}|{called(each.holder)}|{each.quote}|via {through(each)}" for each in found.statements)
    return "; ".join(lines) or "nothing"
