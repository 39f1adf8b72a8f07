"""Whether a verb tells a deed at all."""

from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reading.cues import Cue
from sayso.reading.deeds import bare


def told(english: Language, text: str, word: str, act: str) -> bool:
    """Whether a word of a text is taken for a deed."""
    head = next(token for token in english(text) if token.text == word)
    return not bare(Cue(head, act, (head.i,)))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The envoy met the king in Lund.", "met", True),
        ("The envoy spoke with the king.", "spoke", True),
        ("Peru and Chile met in Lund.", "met", True),
        ("They met in Lund.", "met", True),
        ("The envoy was visited by the king.", "visited", True),
        ("The envoy spoke in Lund.", "spoke", False),
        ("The envoy met the press in Lund.", "met", False),
        ("The envoy spoke to reporters.", "spoke", False),
    ],
)
def test_a_meeting_wants_somebody_to_meet(english: Language, text: str, word: str, expected: bool) -> None:
    assert told(english, text, word, "consult") is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The weavers gathered outside the mill.", "gathered", True),
        ("The weavers gathered to demand a rise.", "gathered", True),
        ("The weavers gathered in the morning.", "gathered", False),
        ("The weavers marched in the morning.", "marched", True),
    ],
)
def test_a_protest_wants_something_that_it_is_about(english: Language, text: str, word: str, expected: bool) -> None:
    assert told(english, text, word, "protest") is expected


def test_what_a_noun_tells_is_taken_as_told(english: Language) -> None:
    assert told(english, "The talks lasted a week.", "talks", "consult")
