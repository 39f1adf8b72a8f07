"""Lists of demands, taken apart by their commas."""

from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reading.lists import enumerated


def members(english: Language, text: str, after: str) -> list[str]:
    """The members of a list in a text, of which ``after`` is the word that demands them."""
    doc = english(text)
    start = next(token.i for token in doc if token.text == after) + 1
    return [doc[first : last + 1].text for first, last in enumerated(doc, 0, len(doc) - 1, start)]


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        (
            "The cooks want new ovens, longer breaks and a room of their own",
            "want",
            ["The cooks want new ovens", "longer breaks", "a room of their own"],
        ),
        (
            "Peru urged Chad to open the road, to drop the fee, and to return the trains",
            "urged",
            ["Peru urged Chad to open the road", "to drop the fee", "to return the trains"],
        ),
        (
            "The cooks want new ovens, longer breaks and a say in where the stoves go",
            "want",
            ["The cooks want new ovens", "longer breaks", "a say in where the stoves go"],
        ),
        (
            "The clerks want smaller desks, paid breaks and a lamp of their own",
            "want",
            ["The clerks want smaller desks", "paid breaks", "a lamp of their own"],
        ),
        (
            "The pact, Peru insisted, must have a neutral chair, a budget of its own and access to both camps",
            "insisted",
            ["The pact, Peru insisted, must have a neutral chair", "a budget of its own", "access to both camps"],
        ),
    ],
)
def test_members_of_a_list_stand_apart(english: Language, text: str, after: str, expected: list[str]) -> None:
    assert members(english, text, after) == expected


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Peru demanded that Chad, Mali and Ghana withdraw", "demanded"),  # names, and a subject
        ("Peru demanded an end to the blockade, and Chad refused", "demanded"),
        ("Peru demanded passage to Chad, Mali and all lands beyond", "demanded"),  # names inside one demand
        ("Peru demanded a reply, which it has not had", "demanded"),
        ("Peru demanded a reply and an apology", "demanded"),  # for the parse to take apart
        ("Peru demanded talks, rejected offers and called strikes", "demanded"),  # verbs, one after the other
        ("Peru demanded", "demanded"),
    ],
)
def test_what_is_no_list_stays_whole(english: Language, text: str, after: str) -> None:
    assert members(english, text, after) == [text]
