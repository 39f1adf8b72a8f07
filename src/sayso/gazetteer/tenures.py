"""Who held which office when: people whom newspapers name without a word on whom they speak for."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.gazetteer.wording import fold

HEADS = frozenset(
    {"president", "prime minister", "chancellor", "premier", "leader", "supreme leader", "king", "emir"}
    | {"presidential candidate"}
)
"""Offices whose holders are called by their surname alone without ever being introduced."""


FAMILY_FIRST = frozenset({"China", "North Korea", "South Korea", "Taiwan", "Vietnam", "Singapore", "Cambodia"})
"""States in which the family name stands first."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Tenure:
    """Some months in which a person spoke for a party; ``until`` is empty for one that had not ended."""

    name: str
    party: str
    office: str
    since: str
    until: str

    def covers(self, month: str) -> bool:
        """Whether a month ("2014-03"), or a day of it, lies in these."""
        return self.since <= month[:7] and (not self.until or month[:7] <= self.until)

    def __str__(self) -> str:
        return f"{self.office} of {self.party} from {self.since}" + (f" to {self.until}" if self.until else "")


class Tenures:
    """Looks people up by the name that an article gives them and the time that it tells of."""

    def __init__(self, rows: Iterable[Tenure]) -> None:
        self._by_name: dict[str, list[Tenure]] = defaultdict(list)
        self._heads: dict[str, list[Tenure]] = defaultdict(list)
        self._offices: set[tuple[str, str]] = set()
        for each in rows:
            self._offices.add((each.party, each.office))
            self._by_name[fold(each.name)].append(each)
            if each.office in HEADS:
                for surname in _surnames(each):
                    self._heads[surname].append(each)

    def has(self, party: str, office: str) -> bool:
        """Whether the list knows an office of a party: the United Kingdom has a prime minister and no president."""
        return (party, office) in self._offices

    def of(self, name: str, published: str) -> Tenure | None:
        """What a person held at a time, by full name or, of who led a state, by surname; None when that is open.

        Without a time it is what the person ever held, if that was always for one party and the name is a full one.
        """
        every = self._by_name.get(fold(name), [])
        single = not every and len(name.split()) == 1
        every = self._heads.get(fold(name), []) if single else every
        if len(published) < len("2014-03"):  # of a year alone nobody knows who was in office when
            return every[-1] if not single and len({each.party for each in every}) == 1 else None
        found = [each for each in every if each.covers(published)]
        one = len({each.party for each in found}) == 1 and (not single or len({_key(each) for each in found}) == 1)
        return found[-1] if one else None


def _key(tenure: Tenure) -> str:
    """What spellings of one person's name have in common: the office and its first month."""
    return f"{tenure.party} {tenure.since}"


def _surnames(tenure: Tenure) -> Iterator[str]:
    """What a person may be called by alone: the surname, without the article that an Arabic one may begin with."""
    words = [word for word in tenure.name.split() if fold(word) not in SUFFIXES]
    last = words[0] if tenure.party in FAMILY_FIRST else words[-1]
    yield fold(last)
    if last[:3].lower() in ("al-", "el-"):
        yield fold(last[3:])


@cache
def tenures() -> Tenures:
    """The list that the package carries, read once."""
    held = (files("sayso") / "data" / "tenures.csv").read_text(encoding="utf-8")
    return Tenures(Tenure(**row) for row in csv.DictReader(held.splitlines()))
