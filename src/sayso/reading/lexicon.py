"""The words that make an act and the words that report speech, read from the data files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PARTS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a word makes an act: the word, what belongs to it, and what it must stand with."""

    lemma: str
    act: str
    companions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Acts by (part of speech, lemma), classes of nouns, and speech words."""

    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]
    say: frozenset[str]
    think: frozenset[str]
    say_nouns: frozenset[str]


def _frame(entry: str, act: str) -> Frame:
    head, _, need = entry.partition(" +")
    lemma, *companions = head.split()
    return Frame(lemma, act, tuple(companions), tuple(need.split("|")) if need else ())


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package carries, read once."""
    data = files("sayso") / "data"
    acts = tomllib.loads((data / "acts.toml").read_text(encoding="utf-8"))
    speech = tomllib.loads((data / "speech.toml").read_text(encoding="utf-8"))
    classes = {name: frozenset(words) for name, words in acts.pop("classes").items()}
    frames: dict[tuple[str, str], list[Frame]] = {}
    for act, table in acts.items():
        for part, entries in table.items():
            for entry in entries:
                frame = _frame(entry, act)
                frames.setdefault((PARTS[part], frame.lemma), []).append(frame)
    ordered = {
        key: tuple(sorted(found, key=lambda frame: (-len(frame.companions), -len(frame.needs))))
        for key, found in frames.items()
    }
    verbs = speech["verbs"]
    return Lexicon(
        ordered, classes, frozenset(verbs["say"]), frozenset(verbs["think"]), frozenset(speech["nouns"]["say"])
    )
