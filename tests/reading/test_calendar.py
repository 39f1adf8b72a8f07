"""Words for dates against the day of an article; what that day does not tell stays unknown."""

import pytest

from sayso.reading.calendar import Clock, found, resolved
from sayso.records import UNKNOWN, Fact

FRIDAY = Fact("2031-05-02", "metadata file", "day")


def told(words: str, published: Fact = FRIDAY, before: Fact = UNKNOWN, ahead: bool = False) -> tuple[str | None, ...]:
    (only,) = found(f"They met {words}.")
    fact = resolved(only, Clock(published, before, ahead))
    return fact.value, fact.precision


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("on Friday", "2031-05-02", "day"),
        ("on Thursday", "2031-05-01", "day"),
        ("on Saturday night", "2031-04-26", "day"),
        ("last Friday", "2031-04-25", "day"),
        ("on Monday of last week", "2031-04-21", "day"),
        ("today", "2031-05-02", "day"),
        ("yesterday", "2031-05-01", "day"),
        ("the day before yesterday", "2031-04-30", "day"),
        ("three days ago", "2031-04-29", "day"),
        ("two weeks ago", "2031-04-14", "week"),
        ("last week", "2031-04-21", "week"),
        ("earlier this week", "2031-04-28", "week"),
        ("late last month", "2031-04", "month"),
        ("this month", "2031-05", "month"),
        ("five months ago", "2030-12", "month"),
        ("last year", "2030", "year"),
        ("two years ago", "2029", "year"),
        ("on April 28", "2031-04-28", "day"),
        ("on the 28th of April", "2031-04-28", "day"),
        ("on Monday, 28 April", "2031-04-28", "day"),
        ("on Apr. 28", "2031-04-28", "day"),
        ("on December 30", "2030-12-30", "day"),
        ("on February 20, 2029", "2029-02-20", "day"),
        ("on 2029-02-20", "2029-02-20", "day"),
        ("on 29 February", "2028-02-29", "day"),
        ("in March", "2031-03", "month"),
        ("in early May", "2031-05", "month"),
        ("in November", "2030-11", "month"),
        ("in March last year", "2030-03", "month"),
        ("last May", "2030-05", "month"),
        ("in March 2027", "2027-03", "month"),
        ("in 2019", "2019", "year"),
        ("in the spring of 2019", "2019", "year"),
        ("between 3 and 6 March", "2031-03-03/2031-03-06", "day"),
        ("from Monday to Wednesday", "2031-04-28/2031-04-30", "day"),
        ("from 30 December to 2 January", "2030-12-30/2031-01-02", "day"),
        ("from May to July 2022", "2022-05/2022-07", "month"),
        ("between 2015 and 2018", "2015/2018", "year"),
        ("over three days ending on Thursday", "2031-04-29/2031-05-01", "day"),
    ],
)
def test_words_for_a_date_are_counted_from_the_article(words: str, value: str, precision: str) -> None:
    assert told(words) == (value, precision)


@pytest.mark.parametrize(
    ("words", "value", "precision"),
    [
        ("by Friday", "2031-05-09", "day"),
        ("by Monday", "2031-05-05", "day"),
        ("next Tuesday", "2031-05-06", "day"),
        ("next week", "2031-05-05", "week"),
        ("next month", "2031-06", "month"),
        ("by the end of the month", "2031-05", "month"),
        ("by the end of 2033", "2033", "year"),
        ("on 1 June", "2031-06-01", "day"),
        ("on 1 April", "2032-04-01", "day"),
        ("in February", "2032-02", "month"),
        ("tomorrow", "2031-05-03", "day"),
        ("within 48 hours", "2031-05-04", "day"),
        ("within three weeks", "2031-05-19", "week"),
    ],
)
def test_what_is_to_come_is_the_next_such_day(words: str, value: str, precision: str) -> None:
    assert told(words, ahead=True) == (value, precision)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two days later", "2031-03-05"),
        ("a day earlier", "2031-03-02"),
        ("the day before", "2031-03-02"),
        ("the same day", "2031-03-03"),
        ("the next day", "2031-03-04"),
    ],
)
def test_some_words_count_from_the_date_told_last(words: str, value: str) -> None:
    assert told(words, before=Fact("2031-03-03", "", "day"))[0] == value


def test_without_a_date_told_before_only_earlier_counts_from_the_article() -> None:
    assert told("a day earlier")[0] == "2031-05-01"
    assert told("two days later") == (None, None)


@pytest.mark.parametrize(
    "words", ["on Friday", "yesterday", "last month", "on February 20", "in March", "from 3 to 6 May"]
)
def test_nothing_is_guessed_for_an_article_without_a_date(words: str) -> None:
    assert told(words, UNKNOWN) == (None, None)


@pytest.mark.parametrize("words", ["on Friday", "yesterday", "last week", "two days ago", "on February 20"])
def test_a_month_is_too_coarse_to_count_days_from(words: str) -> None:
    assert told(words, Fact("2031-05", "metadata file", "month")) == (None, None)


def test_months_and_years_can_be_counted_from_a_month() -> None:
    month = Fact("2031-01", "metadata file", "month")
    assert told("last month", month) == ("2030-12", "month")
    assert told("last year", month) == ("2030", "year")
    assert told("in May", Fact("2031", "metadata file", "year")) == (None, None)


@pytest.mark.parametrize("words", ["on February 20, 2029", "in March 2027", "in 2019", "between 2015 and 2018"])
def test_a_date_that_says_its_year_needs_no_article(words: str) -> None:
    assert told(words, UNKNOWN) == told(words) != (None, None)


@pytest.mark.parametrize(
    "words",
    ["the summer", "some time", "the 1990s", "with 2,019 people", "for $2019", "in Maypole Lane", "on day 1914th"],
)
def test_other_words_are_no_dates(words: str) -> None:
    assert list(found(f"They met {words}.")) == []


@pytest.mark.parametrize("words", ["on 31 June 2030", "on 30 February"])
def test_a_day_that_is_not_in_the_calendar_stays_unknown(words: str) -> None:
    assert told(words) == (None, None)


def test_words_for_a_date_do_not_go_on_in_another_paragraph() -> None:
    assert [each.words for each in found("It was in March\n\n2019 people came.")] == ["March", "2019"]
