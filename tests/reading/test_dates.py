"""When something was said or done: dates of its sentence against the article's own, unknown where they do not tell."""

from collections.abc import Callable

import pytest

from sayso.reading.dates import resolved
from sayso.records import UNKNOWN, Fact, Reading
from tests.reading.readings import only

FRIDAY = Fact("2031-05-02", "metadata file", "day")


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("Friday", "2031-05-02", "day"),
        ("Thursday", "2031-05-01", "day"),
        ("Saturday", "2031-04-26", "day"),
        ("last Friday", "2031-04-25", "day"),
        ("today", "2031-05-02", "day"),
        ("yesterday", "2031-05-01", "day"),
        ("three days ago", "2031-04-29", "day"),
        ("two weeks ago", "2031-04-18", "week"),
        ("last week", "2031-04-25", "week"),
        ("last month", "2031-04", "month"),
        ("this month", "2031-05", "month"),
        ("five months ago", "2030-12", "month"),
        ("last year", "2030", "year"),
        ("two years ago", "2029", "year"),
        ("April 28", "2031-04-28", "day"),
        ("28 April", "2031-04-28", "day"),
        ("Apr. 28", "2031-04-28", "day"),
        ("December 30", "2030-12-30", "day"),
        ("February 20, 2029", "2029-02-20", "day"),
        ("March", "2031-03", "month"),
        ("November", "2030-11", "month"),
        ("March 2027", "2027-03", "month"),
        ("2019", "2019", "year"),
    ],
)
def test_words_for_a_date_are_counted_from_the_article(words: str, value: str, precision: str) -> None:
    assert resolved(words, FRIDAY) == Fact(value, f'"{words}"', precision)


def test_a_day_without_a_year_is_the_last_such_day() -> None:
    january = Fact("2031-01-10", "metadata file", "day")
    assert resolved("February 20", january).value == "2030-02-20"
    assert resolved("January 5", january).value == "2031-01-05"


@pytest.mark.parametrize("words", ["Friday", "yesterday", "last month", "February 20", "March"])
def test_nothing_is_guessed_for_an_article_without_a_date(words: str) -> None:
    assert resolved(words, UNKNOWN) == UNKNOWN


@pytest.mark.parametrize("words", ["Friday", "yesterday", "last month"])
def test_a_month_is_too_coarse_to_count_days_from(words: str) -> None:
    assert resolved(words, Fact("2031-05", "metadata file", "month")) == UNKNOWN


@pytest.mark.parametrize("words", ["February 20, 2029", "March 2027", "2019"])
def test_a_date_that_says_its_year_needs_no_article(words: str) -> None:
    assert resolved(words, UNKNOWN).value == resolved(words, FRIDAY).value is not None


@pytest.mark.parametrize("words", ["the summer", "some time", "next Friday", "the 1990s"])
def test_words_that_name_no_day_stay_unknown(words: str) -> None:
    assert resolved(words, FRIDAY) == UNKNOWN


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
