"""Bringing a file up to today's schema: what it is, which steps it lacks, and taking them one by one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sayso.book.schema import APPLICATION_ID, MIGRATIONS, Migration
from sayso.errors import BookError

_RECORD = """
CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL) STRICT
"""


def is_empty(db: sqlite3.Connection, path: Path) -> bool:
    """Whether nothing is in the file yet: a file of no bytes, or one whose making was cut off before its first step."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application == APPLICATION_ID:
        return False
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application or tables:
        raise BookError(f"{path} is an SQLite database, but not a book; name another file")
    return True


def taken(db: sqlite3.Connection) -> frozenset[int]:
    """The numbers of the steps that the file has taken."""
    (there,) = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'migration'").fetchone()
    return frozenset(number for (number,) in db.execute("SELECT number FROM migration")) if there else frozenset()


def pending(db: sqlite3.Connection, path: Path) -> tuple[Migration, ...]:
    """The steps that the file has yet to take, in order."""
    done = taken(db)
    newest = max(done, default=0)
    if newest > len(MIGRATIONS):
        raise BookError(
            f"{path} was written by a newer Sayso (its schema is {newest}, this one knows {len(MIGRATIONS)}); "
            "upgrade Sayso"
        )
    return tuple(migration for migration in MIGRATIONS if migration.number not in done)


def apply(db: sqlite3.Connection, migration: Migration) -> None:
    """Take one step inside the caller's transaction, with the record of it, unless another program was faster."""
    if migration.number in taken(db):
        return
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(_RECORD)
    for statement in migration.statements:
        db.execute(statement)
    db.execute("INSERT INTO migration VALUES (?, ?, datetime('now'))", (migration.number, migration.name))
