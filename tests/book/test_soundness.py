"""A check of the whole book finds what is wrong, and only that."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.book import Book
from sayso.records import Run, Span
from tests.factories import article, dispute


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        book.keep(*dispute(1))
    return tmp_path / "book.sayso"


def damage(path: Path, *changes: str) -> tuple[str, ...]:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for change in changes:
            db.execute(change)
    with Book.open(path) as book:
        return book.check()


def test_a_sound_book_has_no_problems(path: Path) -> None:
    assert damage(path) == ()


def test_a_quote_that_no_longer_stands_there_is_found(path: Path) -> None:
    problems = damage(path, "DROP TRIGGER raw_text_same", "UPDATE raw_text SET words = replace(words, '1-0', '1-9')")
    assert len(problems) == 1
    assert problems[0].endswith("of talks-0001: its quote is not at its span")


def test_an_index_that_does_not_match_is_found(path: Path) -> None:
    (problem,) = damage(path, "INSERT INTO statement_search (statement_search) VALUES ('delete-all')")
    assert problem.startswith("the search index statement_search does not match the texts")


def test_a_row_that_points_nowhere_is_found(path: Path) -> None:
    problems = damage(path, "INSERT INTO unplaced (article, words, reason) VALUES (99, 'x', 'y')")
    assert problems == ("row 1 of unplaced points at a row of article that is not there",)


def test_a_value_that_cannot_be_read_is_found(path: Path) -> None:
    (problem,) = damage(path, "UPDATE article SET runs = x'00'")
    assert problem.startswith("the texts cannot all be read: a packed value in the book is damaged")


@pytest.mark.parametrize(
    ("runs", "problem"),
    [
        ((), "does not cover the clean text"),
        ((Run(Span(0, 4), Span(0, 4)),), "does not cover the clean text"),
        ((Run(Span(0, 5), Span(2, 7)),), "points outside the raw text"),
    ],
)
def test_a_map_that_does_not_fit_is_found(tmp_path: Path, runs: tuple[Run, ...], problem: str) -> None:
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        book.keep(replace(article("Peace"), runs=runs))
        assert [line.endswith(problem) for line in book.check()] == [True]
