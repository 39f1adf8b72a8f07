"""The words that make an act as they stand in a sentence: verbs, nouns with what carries them, adjectives."""

from collections.abc import Callable

import pytest

from sayso.reading.cues import Cue, Cues
from sayso.reading.lexicon import lexicon
from sayso.reading.parse import Parsed
from sayso.records import Reading
from tests.reading.readings import only


@pytest.fixture
def cues(parsed: Callable[..., Parsed]) -> Callable[[str], list[Cue]]:
    """All cues of a text."""

    def found(text: str) -> list[Cue]:
        finder = Cues(lexicon())
        return [cue for token in parsed(text).doc if (cue := finder.of(token)) is not None]

    return found


@pytest.mark.parametrize(
    ("text", "act", "cue"),
    [
        ("Peru demanded a fee.", "demand", "demanded"),
        ("Peru called for a fee.", "demand", "called for"),
        ("Peru ruled out a fee.", "reject", "ruled out"),
        ("The board turned the bid down.", "reject", "turned down"),
        ("Peru signed off on the fee.", "accept", "signed off on"),
        ("Peru made an offer of water.", "offer", "made offer"),
        ("Peru issued a plea for help.", "demand", "issued plea"),
        ("Peru is willing to pay.", "offer", "willing"),
        ("Peru is against the fee.", "reject", "against"),
    ],
)
def test_a_cue_is_all_the_words_that_make_the_act(text: str, act: str, cue: str, read: Callable[..., Reading]) -> None:
    found = only(read(text))
    assert (found.act, found.cue) == (act, cue)


def test_a_preposition_that_is_missing_makes_no_cue(cues: Callable[[str], list[Cue]]) -> None:
    assert cues("Peru called the port.") == []


def test_a_noun_is_told_from_the_verb_of_the_same_form(cues: Callable[[str], list[Cue]]) -> None:
    assert [cue.head.pos_ for cue in cues("Peru demands a fee.")] == ["VERB"]
    assert [cue.head.pos_ for cue in cues("Peru made a demand for a fee.")] == ["NOUN"]


def test_a_carried_noun_knows_the_verb_that_carries_it(cues: Callable[[str], list[Cue]]) -> None:
    (cue,) = cues("Peru made an offer of water.")
    assert cue.light is not None
    assert (cue.light.text, cue.head.text) == ("made", "offer")


def test_a_longer_entry_wins_over_a_shorter_one(read: Callable[..., Reading]) -> None:
    assert only(read("Peru voted against the fee.")).act == "reject"
    assert only(read("Peru voted for the fee.")).act == "accept"
