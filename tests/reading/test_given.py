"""Whose an act is, when the words are given."""

from __future__ import annotations

import pytest

from sayso.reading.given import Asked
from sayso.reading.small import SmallReader
from sayso.records import Span
from tests.reading.readings import assert_grounded, called, plain

TEXT = "Norway rejected the plan.\n\n“We demand a pause,” said Joren Halk, the minister. Peru and Chad backed him."


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize("cue", [True, False])
@pytest.mark.parametrize(
    ("words", "act", "verb", "holders"),
    [
        ("Norway rejected the plan", "reject", "rejected", ["Norway"]),
        ("We demand a pause", "demand", "demand", ["Joren Halk"]),
        ("Peru and Chad backed him", "accept", "backed", ["Peru", "Chad"]),
    ],
)
def test_the_holders_of_given_words(
    words: str, act: str, verb: str, holders: list[str], cue: bool, small: SmallReader
) -> None:
    asked = Asked(small, plain(TEXT))
    found = asked.statements(place(words), act, place(verb) if cue else None)
    assert [called(each.holder) for each in found] == holders
    assert all((each.act, each.quote) == (act, words) for each in found)
    assert_grounded(plain(TEXT), small.read(plain(TEXT)))


def test_words_that_were_not_kept_have_no_holder(small: SmallReader) -> None:
    assert Asked(small, plain("  ")).statements(Span(0, 1), "demand") == []
    assert Asked(small, plain(TEXT)).statements(Span(25, 26), "demand") == []
