"""Datelines end where the sentence begins."""

import pytest

from sayso.articles.datelines import dateline
from sayso.records import Fact


@pytest.mark.parametrize(
    "line",
    [
        "EASTPORT, March 2 - ",
        "EASTPORT, Norland, March 2 - ",
        "NEW EASTPORT, 2 March (AFP) – ",
        "EASTPORT (Reuters) - ",
        "Eastport (AP) — ",
        "EASTPORT —\xa0",
        "EASTPORT, Nor. — ",
        "PORT SAINT MARY - ",
    ],
)
def test_a_dateline_ends_before_the_sentence(line: str) -> None:
    found = dateline(line + "Norland said no.", first=True)
    assert found is not None
    assert found.end == len(line)


def test_its_day_is_a_date_only_with_the_year() -> None:
    known = dateline("EASTPORT, March 2, 2031 - Norland said no.", first=True)
    assert known is not None
    assert known.date == Fact("2031-03-02", "dateline", "day")
    vague = dateline("EASTPORT, March 2 - Norland said no.", first=True)
    assert vague is not None
    assert (vague.date, vague.year_missing) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "Norland - the larger country - said no.",
        "NORA - the agency for water - said no.",
        "The Mayor (Jon Reed) said no.",
        "EASTPORT - ",
    ],
)
def test_prose_with_a_dash_is_no_dateline(text: str) -> None:
    assert dateline(text, first=True) is None


def test_a_bare_place_only_counts_in_the_first_paragraph() -> None:
    assert dateline("EASTPORT - Norland said no.", first=False) is None
