"""When an article was published and updated, by the heads and tops that outlets give it: 80 written ones, by habit."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from sayso.articles import prepare
from sayso.records import Article, Incoming

FORMS = {"html": "html", "md": "markdown", "txt": "text"}
RIGHT = 0.92
"""The share of all whose dates are to be told right; none may be told that the text does not tell."""


@cache
def heads() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """All cases by class."""
    rows = tomllib.loads(Path(__file__).with_name("heads.toml").read_text(encoding="utf-8"))["case"]
    return {
        kind: tuple(row for row in rows if row["class"] == kind) for kind in dict.fromkeys(row["class"] for row in rows)
    }


def taken(row: Mapping[str, str]) -> Article:
    """The article of a case as a source hands it over."""
    form = FORMS[row["name"].rpartition(".")[2]]
    return prepare(Incoming(row["name"], row["name"], row["text"].lstrip("\n"), form))


def dates(row: Mapping[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """When a case's article was published and updated: as told, and as it should be."""
    found = taken(row)
    return (found.published.value or "", found.updated.value or ""), (row["published"], row["updated"])


@pytest.mark.parametrize("kind", sorted(heads()))
def test_no_date_is_told_that_the_page_does_not_tell(kind: str) -> None:
    for row in heads()[kind]:
        for told, wanted in zip(*dates(row), strict=True):
            assert told in ("", wanted), row["text"][:300]


def test_enough_dates_are_told_right() -> None:
    every = [(row, *dates(row)) for rows in heads().values() for row in rows]
    wrong = [f"{told} instead of {wanted}: {row['text'][:300]!r}" for row, told, wanted in every if told != wanted]
    assert len(wrong) <= (1 - RIGHT) * len(every), "\n".join(wrong)
