"""Bylines give the author's name, and sentences give none."""

import pytest

from sayso.articles.bylines import byline, is_role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Brook", "Ada Brook"),
        ("by Kim", "Kim"),
        ("BY ADA BROOK AND JON REED", "ADA BROOK AND JON REED"),
        ("By Ada Brook, Political Correspondent", "Ada Brook"),
        ("By Ada Brook | The Quay Ledger", "Ada Brook"),
        ("Von Jan van der Berg", "Jan van der Berg"),
        ("Par Ada Brook", "Ada Brook"),
        ("Ada Brook, Associated Press", "Ada Brook"),
        ("Ada Brook, staff writer", "Ada Brook"),
        ("By Ada Brook and J. R. Reed Jr.", "Ada Brook and J. R. Reed Jr."),
    ],
)
def test_bylines(text: str, names: str) -> None:
    assert byline(text) == names


@pytest.mark.parametrize(
    "text",
    ["By Monday the dam was shut.", "By the river", "Norland, Sutland reject plan", "Ada Brook said no", "Por qué"],
)
def test_no_bylines(text: str) -> None:
    assert byline(text) is None


def test_a_role_under_a_byline() -> None:
    assert is_role("Associated Press Writer")
    assert is_role("Foreign correspondent")
    assert not is_role("Norland said no to the plan that its neighbour made.")
