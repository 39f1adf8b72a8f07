"""The file itself: what is no book is refused, what is killed stays sound, and writers wait for each other."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from sayso.book import Already, Book, Kept
from sayso.book.connection import Connection
from sayso.errors import BookBusy, BookError, Ungrounded
from sayso.records import Reconciled
from tests.factories import dispute

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from sayso.book import Book
from sayso.records import Reconciled
from tests.factories import dispute

path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
made = [dispute(number) for number in range(first, last)]
print("ready", flush=True)
sys.stdin.readline()
with Book.open(path, create=True) as book:
    for number, (article, reading) in enumerate(made):
        book.keep(article, reading)
        if number % 10 == 9:
            book.write_reconciled(Reconciled(), book.revision())
"""


def writer(path: Path, first: int, last: int) -> "subprocess.Popen[str]":
    """A program of its own that is about to write some articles, and waits for a line to start."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    started = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first), str(last)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


def go(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def undisturbed(folder: Path, last: int) -> Book:
    book = Book.open(folder / "undisturbed", create=True)
    for number in range(last):
        book.keep(*dispute(number))
    return book


def test_a_killed_writer_leaves_a_sound_book_that_a_second_run_completes(tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "book.sayso"
    seen = 0
    for delay in (0.0, 0.002, 0.005, *(chance.uniform(0.005, 0.04) for _ in range(9))):
        with writer(path, 0, 400) as process:
            go(process)
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
        with Book.open(path, create=True) as book:
            assert book.check() == ()
            articles = book.counts().articles
            assert book.counts().statements == 5 * articles
            assert articles >= seen
            seen = articles
    assert seen > 0
    with Book.open(path) as book, undisturbed(tmp_path, 400) as other:
        for number in range(400):
            assert isinstance(book.keep(*dispute(number)), Kept | Already)
        assert book.contents() == other.contents()


def test_a_book_whose_making_is_killed_can_be_made_again(tmp_path: Path) -> None:
    chance = random.Random(11)
    for attempt in range(8):
        path = tmp_path / f"book-{attempt}"
        with writer(path, 0, 1) as process:
            go(process)
            time.sleep(chance.uniform(0.0, 0.02))
            process.send_signal(signal.SIGKILL)
        with Book.open(path, create=True) as book:
            book.keep(*dispute(0))
            assert (book.counts().articles, book.check()) == (1, ())


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book.sayso"
    with writer(path, 0, 80) as one, writer(path, 60, 140) as other:
        go(one)
        go(other)
        assert (one.wait(60), other.wait(60)) == (0, 0)
    with Book.open(path) as book, undisturbed(tmp_path, 140) as expected:
        assert book.contents() == expected.contents()
        assert book.revision() == 140
        assert book.check() == ()


def test_four_programs_can_make_one_book_at_once(tmp_path: Path) -> None:
    for attempt in range(3):
        path = tmp_path / f"book-{attempt}"
        makers = [writer(path, number, number + 2) for number in range(4)]
        for maker in makers:
            go(maker)
        with makers[0], makers[1], makers[2], makers[3]:
            assert [maker.wait(60) for maker in makers] == [0, 0, 0, 0]
        with Book.open(path) as book:
            assert (book.counts().articles, book.check()) == (5, ())


def test_a_reader_is_not_held_up_by_a_writer(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", create=True) as book, Book.open(tmp_path / "book", patience=0.0) as reader:
        book.keep(*dispute(0))
        with closing(sqlite3.connect(tmp_path / "book", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert reader.counts().articles == 1


def test_a_busy_book_is_told_with_what_to_do(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", create=True, patience=0.1) as book:
        with closing(sqlite3.connect(tmp_path / "book", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(BookBusy, match=r"another program \(waited 0\.1 s\); let that one end, then try again"):
                book.keep(*dispute(0))
        assert isinstance(book.keep(*dispute(0)), Kept)


def test_a_file_locked_whole_is_told_as_busy(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "book", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BookBusy):
            Book.open(tmp_path / "book", create=True, patience=0.1)


def test_a_missing_book_is_told_with_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "talks.sayso"
    with pytest.raises(BookError) as told:
        Book.open(path)
    assert str(told.value) == f"no book at {path}; make one with: sayso add {path} FOLDER"
    assert list(tmp_path.iterdir()) == []


def test_a_book_in_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"no folder .*nowhere to make the book in"):
        Book.open(tmp_path / "nowhere" / "book", create=True)


@pytest.mark.parametrize("content", [b"", None])
def test_an_empty_file_is_no_book_yet_and_can_become_one(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "book"
    if content is None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA journal_mode = WAL")
    else:
        path.write_bytes(content)
    with pytest.raises(BookError, match="is empty, not a book yet"):
        Book.open(path)
    with Book.open(path, create=True) as book:
        assert isinstance(book.keep(*dispute(0)), Kept)


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("content", [b"x", b"Norland demands more.\n" * 500, b"SQLite format 3", bytes(5000)])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    with pytest.raises(BookError, match=r"article\.txt is not a book: it is a file of another kind"):
        Book.open(path, create=create)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("made", ["CREATE TABLE article (number)", "PRAGMA application_id = 7"])
def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, made: str) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(made)
    before = path.read_bytes()
    with pytest.raises(BookError, match="is an SQLite database, but not a book"):
        Book.open(path, create=True)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="cannot be reached: File name too long; name another place"):
        Book.open(tmp_path / ("x" * 300), create=True)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="is not a file; a book is one file"):
        Book.open(tmp_path, create=True)


def test_a_damaged_book_is_told_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "book"
    with Book.open(path, create=True) as book:
        for number in range(30):
            book.keep(*dispute(number))
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xa5" * (len(content) - 8192))
    with pytest.raises(BookError, match=r"book is damaged; restore it from a backup"), Book.open(path) as book:
        book.contents()


def test_a_name_with_any_characters_can_be_a_books(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20 d\u00e9.sayso"
    with Book.open(str(path), create=True) as book:
        assert book.path == path
    assert path in tmp_path.iterdir()


def test_closing_twice_does_no_harm_and_a_closed_book_says_so(tmp_path: Path) -> None:
    book = Book.open(tmp_path / "book", create=True)
    book.close()
    book.close()
    assert [path.name for path in tmp_path.iterdir()] == ["book"]
    with pytest.raises(BookError, match="closed"):
        book.counts()


def interrupted(path: Path) -> None:
    connection = Connection(path, create=False)
    try:
        with connection.writing() as db:
            db.execute("DELETE FROM statement")
            raise KeyboardInterrupt
    finally:
        connection.close()


def test_an_error_inside_a_transaction_undoes_all_of_it(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", create=True) as book:
        book.keep(*dispute(0))
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "book")
    with Book.open(tmp_path / "book") as book:
        assert book.counts().statements == 5


def test_the_files_own_refusal_is_told_as_ungrounded(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", create=True) as book:
        book.keep(*dispute(0))
    connection = Connection(tmp_path / "book", create=False)
    with pytest.raises(Ungrounded, match="the quote is not what the article says"), connection.writing() as db:
        db.execute("UPDATE statement SET quote = 'never said'")
    connection.close()


def test_what_was_worked_out_by_two_programs_is_one_of_the_two(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book", create=True) as one, Book.open(tmp_path / "book") as other:
        one.keep(*dispute(0))
        seen = one.revision()
        other.keep(*dispute(1))
        assert other.write_reconciled(Reconciled(), other.revision())
        assert not one.write_reconciled(Reconciled(), seen)
        assert not one.stale
