"""Words in a sentence that make an act, as the lexicon has them, with what belongs to each."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.reading.lexicon import Frame, Lexicon
from sayso.reading.needs import needs_of

PARTS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One act in a sentence: its head, the tokens that make it up, and on which it stands.

    ``light`` is the verb that carries a noun ("made" in "made an offer"). ``frame`` is the lexicon's entry, None for an
    act that the mood of a verb makes.
    """

    head: Token
    act: str
    tokens: tuple[int, ...]
    light: Token | None = None
    frame: Frame | None = None


class Cues:
    """Finds the cues of a token by the lexicon."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self._needs = needs_of(words)

    def of(self, token: Token) -> Cue | None:
        """The cue that a token heads, or None."""
        part = "ADJ" if token.lower_ == "against" else PARTS.get(token.pos_, "")
        for frame in self.words.frames.get((part, token.lemma_.lower()), ()):
            companions = _companions(token, frame)
            if companions is None or not self._met(token, frame):
                continue
            light = _light(token, self.words) if part == "NOUN" else None
            tokens = tuple(sorted({token.i, *companions, *((light.i,) if light else ())}))
            return Cue(token, frame.act, tokens, light, frame)
        return None

    def _met(self, token: Token, frame: Frame) -> bool:
        return not frame.needs or any(self._needs[need](token) for need in frame.needs)


def _companions(token: Token, frame: Frame) -> tuple[int, ...] | None:
    """Where the words that belong to a frame stand, or None when one is missing."""
    found: list[int] = []
    after = token
    for word in frame.companions:
        near = [child for child in (*after.children, *token.children) if child.lower_ == word and child.i > token.i]
        near = near or [part for part in token.doc[token.i + 1 : token.i + 3] if part.lower_ == word]
        if not near:
            return None
        found.append(near[0].i)
        after = near[0]
    return tuple(found)


def _light(noun: Token, words: Lexicon) -> Token | None:
    """The verb of little meaning of its own that carries a noun: "made" an offer, "voiced" concern."""
    carried = noun.dep_ in ("dobj", "nsubjpass", "attr") and noun.head.lemma_.lower() in words.classes["light"]
    return noun.head if carried else None
