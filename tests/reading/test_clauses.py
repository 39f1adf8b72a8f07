"""The stretch that carries one act: its clause, whole words, nothing of the clauses joined to it."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import only, quotes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Peru rejected the map.", "Peru rejected the map"),
        ("However, Peru rejected the map.", "Peru rejected the map"),
        ("Peru said that Chile had rejected the map.", "that Chile had rejected the map"),
        ("A fee demanded by Egypt has held up the barges.", "A fee demanded by Egypt"),
        ("The market fell after Iran's threat to close the strait.", "Iran's threat to close the strait"),
        ("Peru is willing to share the catch.", "Peru is willing to share the catch"),
        ("Peru made an offer of water.", "Peru made an offer of water"),
    ],
)
def test_a_quote_is_the_clause_of_its_act(text: str, quote: str, read: Callable[..., Reading]) -> None:
    assert only(read(text)).quote == quote


def test_joined_clauses_with_acts_of_their_own_are_parted(read: Callable[..., Reading]) -> None:
    assert quotes(read("Chile rejected the map and accused Bolivia of bad faith.")) == [
        "Chile rejected the map",
        "accused Bolivia of bad faith",
    ]


def test_embedded_acts_may_nest(read: Callable[..., Reading]) -> None:
    outer, inner = quotes(read("Chile rejected Peru's demand for a new map."))
    assert outer == "Chile rejected Peru's demand for a new map"
    assert inner in outer
    assert inner == "Peru's demand for a new map"


def test_a_quotation_mark_that_closes_more_than_the_quote_is_left_out(read: Callable[..., Reading]) -> None:
    text = "“The dam is old,” Egypt said. “It leaks. We demand a new dam.”"
    assert only(read(text)).quote == "We demand a new dam"


def test_quotation_marks_within_a_quote_stay(read: Callable[..., Reading]) -> None:
    text = "Egypt demanded “a new dam”."
    assert only(read(text)).quote == "Egypt demanded “a new dam”"
