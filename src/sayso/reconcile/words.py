"""Turn texts into the weighed words that likeness between statements is measured on."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import snowballstemmer

from sayso.records import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = re.compile(r"""[.!?]["'”’»)\]]*\s+(?=["'“‘«(\[]*[^\Wa-z_])|\n\s*\n|\n {2,}""")
_STEMMER = snowballstemmer.stemmer("english")


@cache
def function_words() -> frozenset[str]:
    """Words that say nothing of the matter of a statement, from the package's data."""
    text = (files("sayso") / "data" / "function-words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def stem(word: str) -> str:
    """The common form of a lower-case word: of "expansion", "expanding" and "expand" the same one."""
    stemmed: str = _STEMMER.stemWord(word)
    if len(stemmed) > 4 and stemmed.endswith(("ens", "ans")):
        return stemmed[:-1] + "d"
    return stemmed


def words(text: str) -> Iterator[re.Match[str]]:
    """The words and figures of a text with where they stand; a hyphened word is given whole."""
    return _WORD.finditer(text)


def telling(word: str) -> bool:
    """Whether a word can tell what a statement is about."""
    lowered = word.lower()
    return (len(word) > 1 or word.isdigit()) and lowered not in function_words()


@cache
def _stems(word: str) -> tuple[str, ...]:
    return tuple(stem(part.lower()) for part in word.split("-") if telling(part))


def stems(text: str) -> list[str]:
    """The stems of a text's telling words in order; the parts of a hyphened word one by one."""
    return [found for match in words(text) for found in _stems(match.group())]


def sentences(text: str) -> list[Span]:
    """The sentences of a text, roughly: enough for the surroundings of a statement."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    starts = [0, *ends]
    return [Span(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end]


@dataclass(frozen=True, slots=True)
class Bag:
    """The words of a text as stems with their weights, and what the measures of likeness need of them."""

    weights: Mapping[str, float]
    length: float
    total: float

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Bag:
        """A bag with its length as a vector and the sum of its weights."""
        squares = math.fsum(weight * weight for weight in weights.values())
        return cls(weights, math.sqrt(squares), math.fsum(weights.values()))


class Rarity:
    """How telling each word is in this book: the fewer sentences hold it, the more it weighs."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._held: Counter[str] = Counter()
        self._sentences = 0
        for text in texts:
            for span in sentences(text):
                self._held.update(set(stems(span.of(text))))
                self._sentences += 1

    def of(self, word: str) -> float:
        """The weight of a stem: its inverse sentence frequency."""
        return math.log((self._sentences + 2) / (self._held[word] + 0.5))

    def share(self, word: str) -> float:
        """The weight of a stem as a share of the most that one can have in this book, 0 to 1."""
        return self.of(word) / math.log((self._sentences + 2) / 0.5)

    def bag(self, found: Iterable[str]) -> Bag:
        """The weights of stems; one that is repeated counts a little more."""
        return Bag.of({word: (1 + math.log(count)) * self.of(word) for word, count in Counter(found).items()})


def cosine(one: Bag, other: Bag) -> float:
    """How far two bags point the same way, 0 to 1."""
    lengths = one.length * other.length
    return dot(one, other) / lengths if lengths else 0.0


def dot(one: Bag, other: Bag) -> float:
    """The sum of products over the words that two bags share."""
    few, many = sorted((one.weights, other.weights), key=len)
    return math.fsum(weight * many[word] for word, weight in few.items() if word in many)


def held_in(one: Bag, other: Bag) -> float:
    """How much of the lighter bag's weight the two share, 0 to 1: a short wording inside a long one gives 1."""
    few, many = sorted((one.weights, other.weights), key=len)
    shared = math.fsum(min(weight, many[word]) for word, weight in few.items() if word in many)
    lighter = min(one.total, other.total)
    return shared / lighter if lighter > 0 else 0.0
