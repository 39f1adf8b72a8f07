"""When something was said or done, and when it is due: dates that hang on an act, unknown where none does."""

from collections import Counter
from collections.abc import Callable

import pytest

from sayso.reading.small import SmallReader
from sayso.records import UNKNOWN, Reading
from tests.reading.dated import cases
from tests.reading.readings import by_act, only

RIGHT = 0.92
"""The share of the cases of each class whose dates are to be told right."""


@pytest.mark.parametrize("kind", sorted(cases()))
def test_dates_are_told_right_and_none_is_guessed(kind: str, small: SmallReader) -> None:
    told = [(case.outcome(small.read(case.article())), case) for case in cases()[kind]]
    counts = Counter(outcome for outcome, _ in told)
    missed = "\n".join(f"  {outcome}: {case.published} {case.text!r}" for outcome, case in told if outcome != "right")
    assert counts["guessed"] == counts["wrong"] == 0, missed
    assert counts["right"] >= RIGHT * len(told), missed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Norway rejected the map on Thursday.", "2031-05-01"),
        ("On Thursday, Norway rejected the map.", "2031-05-01"),
        ("Norway rejected the map yesterday.", "2031-05-01"),
        ("Norway rejected the map last month.", "2031-04"),
        ("“We reject the map,” Norway said on Thursday.", "2031-05-01"),
        ("Norway said on Thursday that it rejected the map.", "2031-05-01"),
        ("Norway rejected the map.", None),
        ("Norway has rejected the map of the clash on Thursday.", None),
        ("Speaking on Thursday, Norway’s minister rejected the map.", "2031-05-01"),
        ("In a letter sent on Thursday, Norway rejected the map.", "2031-05-01"),
        ("It was on Thursday that Norway rejected the map.", "2031-05-01"),
        ("On Thursday Norway spoke of peace. It rejected the map.", "2031-05-01"),
        ("On Thursday Sweden spoke of peace. Norway rejected the map.", None),
        ("On Thursday Norway spoke of peace. It has rejected the map.", None),
    ],
)
def test_a_statement_was_said_when_its_sentence_tells(
    text: str, value: str | None, read: Callable[..., Reading]
) -> None:
    assert only(read(text, published="2031-05-02")).said.value == value


def test_a_statement_of_an_undated_article_is_undated(read: Callable[..., Reading]) -> None:
    assert only(read("Norway rejected the map on Thursday.")).said == UNKNOWN


def test_the_date_of_what_is_demanded_is_not_when_it_was_said(read: Callable[..., Reading]) -> None:
    found = only(read("Norway demanded that the ports open by May 20.", published="2031-05-02"))
    assert found.said == UNKNOWN
    assert (found.due.value, found.due.precision) == ("2031-05-20", "day")


def test_a_deadline_counts_from_the_day_when_it_was_set(read: Callable[..., Reading]) -> None:
    found = only(read("Norway demanded on April 20 that the ports open within a week.", published="2031-05-02"))
    assert (found.said.value, found.due.value) == ("2031-04-20", "2031-04-21")


def test_a_deed_has_no_deadline(read: Callable[..., Reading]) -> None:
    assert only(read("Norway arrested the men by May 20.", published="2031-05-02")).due == UNKNOWN


def test_a_condition_of_something_else_sets_no_deadline(read: Callable[..., Reading]) -> None:
    text = "If the strike ends by June 3, trains will run, and Norway demanded that the ports open."
    assert by_act(read(text, published="2031-05-02"), "demand")[0].due == UNKNOWN
