"""Texts as subwords: cut as the vocabulary has them, each at its place, whatever the text."""

from __future__ import annotations

import string

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.subwords import BREAK, CAPITAL, CAPITALS, FILLER, HIDDEN, LOWER, NO_LETTERS, OTHER, START, Vocabulary
from sayso.records import Span

MARKS = [FILLER, OTHER, START, BREAK, HIDDEN]
WORDS = ["demand", "##ed", "##s", "port", "un", "##port", "##able", "pena", ".", ",", '"', "“", "'", "!"]
VOCABULARY = Vocabulary(
    [*MARKS, *WORDS, *string.ascii_lowercase, *(f"##{letter}" for letter in string.ascii_lowercase)]
)
NAMES = {number: piece for piece, number in VOCABULARY.ids.items()}


def pieces(text: str) -> list[str]:
    """The pieces of a text by name."""
    return [NAMES[int(number)] for number in VOCABULARY.cut(text).ids]


def stretches(text: str) -> list[str]:
    """The stretches of a text at which its pieces stand."""
    return [text[first:end] for first, end in VOCABULARY.cut(text).places]


def test_a_word_is_cut_into_the_longest_pieces_from_the_left() -> None:
    assert pieces("demanded unportable ports.") == ["demand", "##ed", "un", "##port", "##able", "port", "##s", "."]
    assert stretches("demanded ports") == ["demand", "ed", "port", "s"]


def test_case_and_accents_are_set_aside_and_places_are_those_of_the_text() -> None:
    text = "PEÑA Demanded"
    assert pieces(text) == ["pena", "demand", "##ed"]
    assert stretches(text) == ["PEÑA", "Demand", "ed"]


def test_an_accent_written_as_a_character_of_its_own_belongs_to_its_letter() -> None:
    text = "pen\u0303a ports"
    assert pieces(text) == ["pena", "port", "##s"]
    assert VOCABULARY.cut(text).places.tolist() == [[0, 5], [6, 10], [10, 11]]


def test_a_word_without_pieces_counts_as_one_unknown() -> None:
    assert pieces("ports Ωδ ports") == ["port", "##s", OTHER, "port", "##s"]
    assert stretches("ports Ωδ ports")[2] == "Ωδ"


def test_an_endless_word_counts_as_one_unknown() -> None:
    assert pieces("a" * 5_000) == [OTHER]


def test_punctuation_stands_by_itself() -> None:
    assert pieces('“ports, port!"') == ["“", "port", "##s", ",", "port", "!", '"']


def test_between_paragraphs_stands_a_break_of_no_width() -> None:
    cut = VOCABULARY.cut("ports\n\n \nports\n")
    assert [NAMES[int(number)] for number in cut.ids] == ["port", "##s", BREAK, "port", "##s"]
    first, end = cut.places[2]
    assert first == end


def test_a_stretch_of_a_text_has_the_places_of_the_whole() -> None:
    text = "ports demanded\nports"
    whole, part = VOCABULARY.cut(text), VOCABULARY.cut(text, 6)
    assert part.places.tolist() == whole.places.tolist()[2:]


@pytest.mark.parametrize(
    ("word", "case"), [("ports", LOWER), ("Ports", CAPITAL), ("UN", CAPITALS), ("U", CAPITAL), ("1.", NO_LETTERS)]
)
def test_case_is_kept_beside(word: str, case: int) -> None:
    assert VOCABULARY.cut(word).case[0] == case


def test_characters_find_the_pieces_that_they_touch() -> None:
    cut = VOCABULARY.cut("ports\n\ndemanded")
    assert cut.covering(0, 5) == (0, 1)
    assert cut.covering(4, 8) == (1, 3)
    assert cut.covering(5, 7) is None
    assert cut.span(3, 4) == Span(7, 15)


@given(st.text())
def test_any_text_is_cut_in_order_into_places_of_its_own(text: str) -> None:
    cut = VOCABULARY.cut(text)
    assert len(cut.ids) == len(cut.case) == len(cut.places)
    assert (cut.places[:, 0] <= cut.places[:, 1]).all()
    assert (np.diff(cut.places[:, 0]) >= 0).all()
    assert not len(cut) or cut.places[-1, 1] <= len(text)
    assert all(
        (first == end) == (NAMES[int(number)] == BREAK)
        for number, (first, end) in zip(cut.ids, cut.places, strict=True)
    )
