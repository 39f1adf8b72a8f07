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
    ("text", "word", "act", "expected"),
    [
        ("The envoy met the king in Lund.", "met", "consult", True),
        ("The envoy spoke with the king.", "spoke", "consult", True),
        ("Peru and Chile met in Lund.", "met", "consult", True),
        ("They met in Lund.", "met", "consult", True),
        ("The envoy was visited by the king.", "visited", "consult", True),
        ("The envoy spoke in Lund.", "spoke", "consult", False),
        ("The envoy met the press in Lund.", "met", "consult", False),
        ("The envoy spoke to reporters.", "spoke", "consult", False),
        ("The weavers gathered outside the mill.", "gathered", "protest", True),
        ("The weavers gathered to demand a rise.", "gathered", "protest", True),
        ("The weavers gathered in the morning.", "gathered", "protest", False),
        ("The weavers gathered at the town hall.", "gathered", "protest", True),
        ("The weavers marched in the morning.", "marched", "protest", True),
    ],
)
def test_a_meeting_wants_somebody_to_meet_and_a_protest_more_than_an_hour(
    english: Language, text: str, word: str, act: str, expected: bool
) -> None:
    assert told(english, text, word, act) is expected


def test_what_a_noun_tells_is_taken_as_told(english: Language) -> None:
    assert told(english, "The talks lasted a week.", "talks", "consult")
