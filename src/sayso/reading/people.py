"""The nouns for people, bodies and documents, read from the data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "age", "th", "ure")
"""How nouns for things that nobody is end; those for bodies ("government") are listed before this is asked."""


@dataclass(frozen=True, slots=True)
class People:
    """Lemmas of nouns that may hold a position, and of those that speak for somebody else."""

    offices: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]

    def may_speak(self, lemma: str) -> bool:
        """Whether a noun that is said to say or demand something can be a speaker: no document, nothing abstract."""
        return lemma not in self.documents and not lemma.endswith(ABSTRACT)

    def may_hold(self, lemma: str) -> bool:
        """Whether a noun is one for a person or a body."""
        return lemma in self.offices or lemma in self.bodies


@cache
def people() -> People:
    """The lists that the package carries, read once."""
    found = tomllib.loads((files("sayso") / "data" / "people.toml").read_text(encoding="utf-8"))
    return People(*(frozenset(found[name]) for name in ("offices", "bodies", "documents")))
