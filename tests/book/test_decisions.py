"""The decision log grows and is never rewritten."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.book import Book, Decision
from tests.factories import dispute, reading

FIRST = Decision("2031-05-02T10:00:00Z", "ada", "corrected", "s1", "it is Norland's", '{"actor":"Sutland"}', "{}")
SECOND = Decision("2031-05-01T10:00:00Z", "ada", "confirmed", "s\0\ud800", "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        assert [book.log(FIRST), book.log(SECOND)] == [replace(FIRST, id=1), replace(SECOND, id=2)]
    return tmp_path / "book.sayso"


def test_the_log_comes_back_in_the_order_of_deciding(path: Path) -> None:
    with Book.open(path) as book:
        assert book.decisions() == (replace(FIRST, id=1), replace(SECOND, id=2))
        assert book.counts().decisions == 2
        assert book.stale


def test_rereading_keeps_every_decision(path: Path) -> None:
    with Book.open(path) as book:
        one, read = dispute(1)
        book.keep(one, read)
        logged = book.log(replace(FIRST, target=read.statements[0].id))
        book.reread(one.key, reading(one))
        assert book.decisions()[-1] == logged


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decision SET reason = 'another'",
        "UPDATE OR IGNORE decision SET coder = 'somebody' WHERE id = 1",
        "DELETE FROM decision",
        "DELETE FROM decision WHERE id = 2",
        'REPLACE INTO decision SELECT 1, at, \'somebody\', kind, target, "before", "after", reason FROM decision',
        "INSERT OR IGNORE INTO decision SELECT * FROM decision",
    ],
)
def test_no_program_may_rewrite_the_log(path: Path, change: str) -> None:
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as db,
        pytest.raises(sqlite3.IntegrityError, match="never"),
    ):
        db.execute(change)
    with Book.open(path) as book:
        assert book.decisions() == (replace(FIRST, id=1), replace(SECOND, id=2))
