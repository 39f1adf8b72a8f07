"""The figures of benchmarks/holders.py on cases worked out by hand, without a model."""

from __future__ import annotations

import pytest

from benchmarks.holders import Case, Names, figures, kind, outcome
from sayso.gazetteer import Gazetteer
from sayso.records import Holder, Holding, Span, Statement

NAMES = Names(Gazetteer.load())


def answer(actor: str, speaker: str | None = None, how: str = "name") -> tuple[Statement, Holding]:
    place = Span(0, 1)
    statement = Statement("s", "a", place, "x", "demand", Holder("he", place), "x", place)
    return statement, Holding("s", actor, how, speaker, None, False)


def case(party: str, *answers: tuple[Statement, Holding], speaker: str | None = None, mention: str = "") -> Case:
    return Case({}, answers, party, speaker, mention)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ankara", "Turkey", True),
        ("the U.S.", "United States", True),
        ("Halden Oil Corp", "Halden Oil", True),
        ("Halden", "Halden Oil", True),
        ("Bank of England", "Bank of New England", False),
        ("China", "China Mobile", False),
        ("Clinton", "Clinton campaign", False),
        ("IG-Metall", "IG Metall", True),
        ("US Congress", "Congress", True),
        ("Donald J. Trump", "Donald Trump", True),
        ("rebels (an article)", "Syrian rebels", True),
        ("teachers in Tarn", "Tarn teachers", True),
        ("rebels", "Syria", False),
        ("committee (an article)", "Rivers Committee", False),
        ("Harbour Bank", "Harbour Council", False),
        ("Ann Lee", "Tom Lee", False),
        ("employers", "unions", False),
    ],
)
def test_names_that_mean_the_same(one: str, other: str, same: bool) -> None:
    assert (NAMES.same(one, other), NAMES.same(other, one)) == (same, same)


def test_an_answer_is_right_wrong_or_left_open() -> None:
    person = answer("Ann Lee", "Ann Lee", "a person of no known party")
    assert outcome(case("Turkey", answer("Ankara")), NAMES, "party") == "right"
    assert outcome(case("Turkey", answer("Greece"), answer("Turkey")), NAMES, "party") == "right"
    assert outcome(case("Turkey", answer("Greece")), NAMES, "party") == "wrong"
    assert outcome(case("Turkey", person), NAMES, "party") == "left"
    assert outcome(case("Ann Lee", person), NAMES, "party") == "right"
    assert outcome(case("Turkey"), NAMES, "party") == "left"
    assert outcome(case("Turkey", answer("Harbour Bank", None, "as described")), NAMES, "party") == "wrong"
    assert outcome(case("Turkey", answer("three bankers", None, "as described")), NAMES, "party") == "left"
    assert outcome(case("Turkey", person, speaker="Ann Lee"), NAMES, "speaker") == "right"
    assert outcome(case("Turkey", person), NAMES, "speaker") is None


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("he", "pronouns"),
        ("They", "pronouns"),
        ("the Turkish minister", "names"),
        ("The minister", "descriptions"),
        ("three sources", "descriptions"),
        ("Turkey", "names"),
        ("", "none"),
    ],
)
def test_mentions_are_told_apart(mention: str, expected: str) -> None:
    assert kind(mention) == expected


def test_figures_are_shares_by_kind_of_mention() -> None:
    found = [
        case("Turkey", answer("Turkey"), mention="Turkey"),
        case("Turkey", answer("Greece"), mention="it"),
        case("Turkey", mention="it"),
        case("Turkey", answer("Turkey"), mention="it"),
    ]
    table = figures(found, NAMES)["party"]
    assert table["all"] == {"right": 0.5, "left": 0.25, "wrong": 0.25, "cases": 4}
    assert table["pronouns"]["cases"] == 3
    assert table["names"]["right"] == 1
