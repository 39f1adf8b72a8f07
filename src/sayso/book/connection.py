"""The open file: how a book is connected to, how a transaction is held, and how SQLite's complaints are told."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.book import migrations
from sayso.book.packing import restored
from sayso.errors import BookBusy, BookError, SaysoError, Ungrounded

PATIENCE = 30.0
"""Seconds to wait for another program's write: far above the milliseconds that the keeping of one article takes."""

OLDEST_SQLITE = (3, 37)
"""The first SQLite with STRICT tables."""

_PAUSE = 0.05
_SMALLEST = 512  # bytes: no SQLite database is smaller, but for an empty one
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    # A killed process loses nothing that was committed; only a power cut may lose the last articles, never the book.
    "PRAGMA synchronous = NORMAL",
    # INSERT OR REPLACE counts as a removal too, so that the triggers see it.
    "PRAGMA recursive_triggers = ON",
)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
_NO_WRITING = "cannot be opened for writing: give yourself permission to read and write the file and its folder"
_TOLD = {
    sqlite3.SQLITE_NOTADB: "is not a book: it is a file of another kind; name another file",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a backup, or make a new one with: sayso add",
    sqlite3.SQLITE_READONLY: _NO_WRITING,
    sqlite3.SQLITE_CANTOPEN: _NO_WRITING,
    sqlite3.SQLITE_PERM: _NO_WRITING,
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; make room and try again",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
}


class Connection:
    """One connection to a book file, with the path it is told of by and the patience for other writers."""

    def __init__(self, path: Path, *, create: bool, patience: float = PATIENCE) -> None:
        self.path = path
        self.patience = patience
        with self._telling():
            _must_be_possible(path, create=create)
            self._db = _connected(path, create=create, patience=patience)
            try:
                self._prepare(create=create)
            except BaseException:
                self._db.close()
                raise

    def close(self) -> None:
        """Let go of the file; more than once does no harm."""
        self._db.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One moment of the book: all that is read inside belongs together. May be nested."""
        with self._telling():
            if self._db.in_transaction:
                yield self._db
                return
            try:
                self._db.execute("BEGIN")
                yield self._db
            finally:
                self._db.rollback()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that writes: all of it is kept, or, when anything goes wrong, nothing."""
        with self._telling():
            if self._db.in_transaction:
                raise RuntimeError("nothing can be written while a snapshot of the book is being read")
            try:
                self._insist("BEGIN IMMEDIATE")
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    def _prepare(self, *, create: bool) -> None:
        with self.reading() as db:  # one moment of the file: another program may be making the book just now
            empty = migrations.is_empty(db, self.path)
        if empty:
            if not create:
                raise BookError(f"{self.path} is empty, not a book yet; make it one with: sayso add {self.path} FOLDER")
            self._insist("PRAGMA journal_mode = WAL")
        for setting in _SETTINGS:
            self._db.execute(setting)
        for migration in migrations.pending(self._db, self.path):
            with self.writing() as db:
                migrations.apply(db, migration)

    def _insist(self, statement: str) -> None:
        """Carry out what needs the write lock; SQLite's own waiting does not cover every case of a busy file."""
        deadline = time.monotonic() + self.patience
        while True:
            try:
                self._db.execute(statement)
                return
            except sqlite3.OperationalError as error:
                if _code(error) not in _BUSY or time.monotonic() >= deadline:
                    raise
                time.sleep(_PAUSE)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _told(self, error: sqlite3.Error) -> SaysoError:
        code = _code(error)
        if code in _BUSY:
            return BookBusy(
                f"{self.path} is being written by another program (waited {self.patience:g} s); "
                "let that one end, then try again"
            )
        if code == sqlite3.SQLITE_CONSTRAINT:
            kind = Ungrounded if str(error).startswith("ungrounded") else BookError
            return kind(f"{self.path} refused what was to be written, and is unchanged: {error}")
        return BookError(f"{self.path} {_TOLD.get(code, f'cannot be used: {error}')}")


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _must_be_possible(path: Path, *, create: bool) -> None:
    """Refuse, before SQLite touches anything, what can be no book."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise BookError(f"this Python has SQLite {sqlite3.sqlite_version}; a book needs 3.37 or newer: upgrade Python")
    try:
        there, is_file, size = path.exists(), path.is_file(), path.stat().st_size if path.exists() else 0
    except OSError as error:
        raise BookError(f"{path} cannot be reached: {error.strerror}; name another place for the book") from error
    if there and not is_file:
        raise BookError(f"{path} is not a file; a book is one file, for example: book.sayso")
    if not there and not create:
        raise BookError(f"no book at {path}; make one with: sayso add {path} FOLDER")
    # SQLite takes a file of one byte for an empty one, and would write over it. The size is asked for and the file not
    # opened, since closing it again would cancel the locks that this process may hold on it.
    if 0 < size < _SMALLEST:
        raise BookError(f"{path} {_TOLD[sqlite3.SQLITE_NOTADB]}")
    if not path.parent.is_dir():
        raise BookError(f"no folder {path.parent} to make the book in; make the folder first, or name another one")


def _connected(path: Path, *, create: bool, patience: float) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    db = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
    db.text_factory = restored
    return db
