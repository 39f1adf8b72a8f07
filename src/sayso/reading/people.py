"""The nouns for people, bodies and documents, read from the data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class People:
    """Lemmas of nouns that may hold a position, and of those that speak for somebody else."""

    offices: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]

    def may_hold(self, lemma: str) -> bool:
        """Whether a noun is one for a person or a body."""
        return lemma in self.offices or lemma in self.bodies


@cache
def people() -> People:
    """The lists that the package carries, read once."""
    found = tomllib.loads((files("sayso") / "data" / "people.toml").read_text(encoding="utf-8"))
    return People(*(frozenset(found[name]) for name in ("offices", "bodies", "documents")))
