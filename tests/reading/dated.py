"""Short invented texts about when a statement was made and when what it is about is due: read from TOML, compared."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from sayso.records import Article, Fact, Reading, Statement
from tests.reading.readings import plain

FILE = Path(__file__).with_name("said.toml")
PRECISIONS = {10: "day", 7: "month", 4: "year"}


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the words of the statement that it is about, and its dates; "" where the text does not tell."""

    text: str
    published: str
    words: str
    said: str
    due: str | None = None

    def article(self) -> Article:
        """The text as an article published when the case says."""
        if not self.published:
            return plain(self.text)
        return replace(plain(self.text), published=Fact(self.published, "given", PRECISIONS[len(self.published)]))

    def outcome(self, found: Reading) -> str:
        """ "right", "open" (not told), "wrong", "guessed" (though the text does not tell), or "unread"."""
        statement = self.about(found)
        if statement is None:
            return "unread"
        said = judged(iso(statement.said), self.said)
        return judged(iso(statement.due), self.due) if said == "right" and self.due is not None else said

    def about(self, found: Reading) -> Statement | None:
        """The statement that the case is about, if it was read."""
        return next((each for each in found.statements if self.words in each.quote), None)


def judged(found: str, wanted: str) -> str:
    """What has been made of a date."""
    return "right" if found == wanted else "guessed" if not wanted else "open" if not found else "wrong"


def iso(fact: Fact) -> str:
    """A date as the cases write it: a week by its number, "" for none."""
    if fact.value and fact.precision == "week":
        year, week, _ = date.fromisoformat(fact.value).isocalendar()
        return f"{year}-W{week:02}"
    return fact.value or ""


@cache
def cases() -> Mapping[str, tuple[Case, ...]]:
    """All cases by class."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {kind: tuple(Case(**row) for row in rows) for kind, rows in table.items()}
