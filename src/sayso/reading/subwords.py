"""A text as the network reads it: subwords with their places and their case, paragraph after paragraph.

The cutting is WordPiece as BERT's uncased vocabulary has it (Wu et al. 2016, arXiv:1609.08144; Devlin et al. 2019,
arXiv:1810.04805), kept here because the library that has it brings a download client along.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.records import Span

START, BREAK, FILLER, OTHER, HIDDEN = "[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]"
LOWER, CAPITAL, CAPITALS, NO_LETTERS = range(4)
"""The case of the word piece that stands at a place."""
LONGEST = 100
"""Characters from which on a word is not cut but counts as unknown."""
CHUNK = re.compile(r"\S+")
PARAGRAPH = re.compile(r"[^\n]+")
REMEMBERED = 200_000
"""Words whose pieces are remembered."""

Numbers = NDArray[np.int64]
Pieces = tuple[tuple[int, int, int], ...]
"""Each piece of a word: its id, and from where to where it goes in the word."""


@dataclass(frozen=True, slots=True)
class Subwords:
    """A text cut into subwords. ``ids``, ``case``: (n,). ``places``: (n, 2), characters, the end not included.

    A paragraph break is a subword of its own, of no width.
    """

    ids: Numbers
    case: Numbers
    places: Numbers

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, first: int, last: int) -> Span:
        """The characters from subword ``first`` to ``last``, both included."""
        return Span(int(self.places[first, 0]), int(self.places[last, 1]))

    def covering(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last subword that characters ``start`` to ``end`` touch; None when they touch none."""
        first = int(np.searchsorted(self.places[:, 1], start, side="right"))
        last = int(np.searchsorted(self.places[:, 0], end, side="left")) - 1
        while first <= last and self.places[first, 0] == self.places[first, 1]:
            first += 1
        while first <= last and self.places[last, 0] == self.places[last, 1]:
            last -= 1
        return (first, last) if first <= last else None


class Vocabulary:
    """Cuts texts into subwords by the word pieces that a network was trained with, in the order of their ids."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.ids = {piece: number for number, piece in enumerate(pieces)}
        self.start, self.break_, self.filler, self.other, self.hidden = (
            self.ids[mark] for mark in (START, BREAK, FILLER, OTHER, HIDDEN)
        )
        self._known: dict[str, Pieces] = {}

    def cut(self, text: str, start: int = 0, end: int | None = None) -> Subwords:
        """A text from ``start`` to ``end`` as subwords, its lines being its paragraphs, with places in the whole."""
        ids: list[int] = []
        places: list[tuple[int, int]] = []
        case: list[int] = []
        for paragraph in PARAGRAPH.finditer(text, start, len(text) if end is None else end):
            before = len(ids)
            for at, word in _words(paragraph.group(), paragraph.start()):
                for number, first, last in self._pieces(word):
                    if len(ids) == before > 0:
                        ids.append(self.break_)
                        places.append((at, at))
                        case.append(NO_LETTERS)
                    ids.append(number)
                    places.append((at + first, at + last))
                    case.append(case_of(word[first:last]))
        return Subwords(np.array(ids, np.int64), np.array(case, np.int64), np.array(places, np.int64).reshape(-1, 2))

    def _pieces(self, word: str) -> Pieces:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[word] = tuple(self._cut_word(word))
        return found

    def _cut_word(self, word: str) -> Iterator[tuple[int, int, int]]:
        """Greedily the longest piece that there is, from the left; the word as a whole where there is none."""
        plain, origin = _plain(word)
        if not plain:
            return
        whole = (self.other, 0, len(word))
        if len(plain) > LONGEST:
            yield whole
            return
        found: list[tuple[int, int, int]] = []
        at = 0
        while at < len(plain):
            prefix = "##" if at else ""
            end = next((end for end in range(len(plain), at, -1) if prefix + plain[at:end] in self.ids), None)
            if end is None:
                yield whole
                return
            found.append((self.ids[prefix + plain[at:end]], origin[at], origin[end - 1] + 1))
            at = end
        yield from found


def case_of(word: str) -> int:
    """The case of a stretch by its letters."""
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return NO_LETTERS
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return CAPITALS
    return CAPITAL if letters[0].isupper() else LOWER


def _words(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The words of a text, each punctuation mark and each ideograph by itself, with where they start."""
    for chunk in CHUNK.finditer(text):
        word = chunk.group()
        if word.isascii() and word.isalnum():
            yield start + chunk.start(), word
            continue
        begun = 0
        for i, character in enumerate(word):
            if _alone(character):
                if begun < i:
                    yield start + chunk.start() + begun, word[begun:i]
                yield start + chunk.start() + i, character
                begun = i + 1
        if begun < len(word):
            yield start + chunk.start() + begun, word[begun:]


def _alone(character: str) -> bool:
    """Whether a character is a word of its own: punctuation, all ASCII signs, and ideographs."""
    if character.isascii():
        return not character.isalnum() and character.isprintable()
    return unicodedata.category(character).startswith("P") or "一" <= character <= "鿿" or "㐀" <= character <= "䶿"


def _plain(word: str) -> tuple[str, list[int]]:
    """A word in lower case without accents and control characters, and from which character each of it comes."""
    if word.isascii() and word.isprintable():
        return word.lower(), list(range(len(word)))
    plain: list[str] = []
    origin: list[int] = []
    for i, character in enumerate(word):
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn") or character == "�":
            continue
        for part in unicodedata.normalize("NFD", character.lower()):
            if unicodedata.category(part) != "Mn":
                plain.append(part)
                origin.append(i)
    return "".join(plain), origin
