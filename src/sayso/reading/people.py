"""The nouns for people, bodies and documents, read from the data file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "age", "th", "ure")
"""How nouns for things that nobody is end; those for bodies ("government") are listed before this is asked."""


WOMEN = frozenset(
    "mrs ms miss madam lady dame queen princess empress baroness duchess spokeswoman chairwoman congresswoman "
    "businesswoman mother daughter sister wife widow actress woman girl grandmother aunt niece headmistress nun".split()
)
MEN = frozenset(
    "mr sir lord king prince emperor baron duke spokesman congressman businessman father son brother husband "
    "widower actor man boy grandfather uncle nephew headmaster pope imam sheikh ayatollah monk".split()
)
"""Words before or for a person that tell a woman from a man."""


@dataclass(frozen=True, slots=True)
class People:
    """Lemmas of nouns that may hold a position, and of those that speak for somebody else."""

    offices: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]

    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()

    def titled(self, word: str) -> bool | None:
        """Whether an honorific or an office is a woman's; None where it does not tell."""
        plain = word.lower().rstrip(".")
        return True if plain in WOMEN else False if plain in MEN else None

    def woman(self, words: Sequence[str]) -> bool | None:
        """Whether a person is a woman, by given name, honorific or office; None where none of them tells."""
        for word in words:
            told = word in self.women if word in self.women or word in self.men else self.titled(word)
            if told is not None:
                return told
        return None

    def may_speak(self, lemma: str) -> bool:
        """Whether a noun that is said to say or demand something can be a speaker: no document, nothing abstract."""
        return lemma not in self.documents and not lemma.endswith(ABSTRACT)

    def may_hold(self, lemma: str) -> bool:
        """Whether a noun is one for a person or a body."""
        return lemma in self.offices or lemma in self.bodies


@cache
def people() -> People:
    """The lists that the package carries, read once."""
    found, given = (
        tomllib.loads((files("sayso") / "data" / name).read_text(encoding="utf-8"))
        for name in ("people.toml", "given-names.toml")
    )
    lists = (frozenset(found[name]) for name in ("offices", "bodies", "documents"))
    return People(*lists, *(frozenset(given[name].split()) for name in ("women", "men")))
