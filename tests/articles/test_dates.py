"""Dates are told as precisely as they are written, and not at all without a year."""

import pytest

from sayso.articles.dates import is_date_line, of_lines, parse
from sayso.records import Fact


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2031-04-02", "2031-04-02", "day"),
        ("2031-04-02T08:15:00+02:00", "2031-04-02", "day"),
        ("20310402", "2031-04-02", "day"),
        ("2031/04/02", "2031-04-02", "day"),
        ("April 2, 2031", "2031-04-02", "day"),
        ("Apr. 2nd 2031", "2031-04-02", "day"),
        ("2 April 2031", "2031-04-02", "day"),
        ("Wed, 02 Apr 2031 10:00:00 GMT", "2031-04-02", "day"),
        ("02-APR-2031", "2031-04-02", "day"),
        ("2 de abril de 2031", "2031-04-02", "day"),
        ("2. April 2031", "2031-04-02", "day"),
        ("le 1er août 2031", "2031-08-01", "day"),
        ("2 апреля 2031", "2031-04-02", "day"),
        ("2.4.2031", "2031-04-02", "day"),
        ("15/06/2031", "2031-06-15", "day"),
        ("06/15/2031", "2031-06-15", "day"),
        ("04/04/2031", "2031-04-04", "day"),
        ("03/04/2031", "2031", "year"),
        ("April 2031", "2031-04", "month"),
        ("2031-04", "2031-04", "month"),
        ("2031", "2031", "year"),
    ],
)
def test_dates_with_a_year(text: str, value: str, precision: str) -> None:
    assert parse(text, "column") == Fact(value, "column", precision)


@pytest.mark.parametrize("text", ["", "yesterday 11:34", "Ayer 11:34", "March 2", "Monday", "2031-13-40", "12:30"])
def test_what_names_no_year_is_no_date(text: str) -> None:
    assert parse(text, "column") is None


@pytest.mark.parametrize(
    "text",
    ["Ayer 11:34", "3 hours ago", "Updated: 3 March, 10:15 GMT", "Mon, March 3, 2031 at 10 a.m.", "vor 2 Stunden"],
)
def test_date_lines(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text", ["March on the ministry", "May 1 is a holiday in Norland", "Monday", "Today Norland said no", "On", "2031"]
)
def test_no_date_lines(text: str) -> None:
    assert not is_date_line(text)


def test_published_and_updated_are_told_apart() -> None:
    published, updated = of_lines(["Yesterday 11:34", "Published 2 April 2031 | Updated 3 April 2031"])
    assert published == Fact("2031-04-02", "date line", "day")
    assert updated == Fact("2031-04-03", "date line", "day")
    assert of_lines(["Updated: 3 April 2031"]) == (None, Fact("2031-04-03", "date line", "day"))
