"""Every earlier schema, and every file whose making was cut off, becomes a book of today without losing anything."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.book import Already, Book, Kept, migrations
from sayso.book.schema import APPLICATION_ID, MIGRATIONS, PIECE, Migration
from sayso.errors import BookError
from tests.factories import dispute

ONE, READ = dispute(1)
TWO, READ_TWO = dispute(2)

RELEASED = {
    1: "c155a9fc559b895f",
    2: "86a6457ed6e06bf2",
    3: "a4e663bc93a62ff6",
    4: "f1ed0c9ffc20a0fb",
    5: "5c1c3dcfc901a903",
    6: "ad4270ecb64a1b9e",
    7: "0f419d0ea72b2d78",
}
"""A digest of each migration. A released one never changes: add another migration, and its digest here."""


def digest(migration: Migration) -> str:
    return hashlib.sha256("\n".join(migration.statements).encode()).hexdigest()[:16]


def test_migrations_are_only_ever_added() -> None:
    assert {migration.number: digest(migration) for migration in MIGRATIONS} == RELEASED
    assert [migration.number for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_the_schema_cuts_raw_text_where_we_do() -> None:
    spoken = "\n".join(statement for migration in MIGRATIONS[:2] for statement in migration.statements)
    assert f"start % {PIECE} = 0" in spoken
    assert spoken.count(f"new.start % {PIECE}") == 4


def book_of(path: Path, version: int) -> None:
    """A book as it was when the schema had so many migrations."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        for migration in MIGRATIONS[:version]:
            db.execute("BEGIN")
            migrations.apply(db, migration)
            db.execute("COMMIT")


def schema(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert [number for (number,) in db.execute("SELECT number FROM migration")] == list(
            range(1, len(MIGRATIONS) + 1)
        )
    return rows


@pytest.mark.parametrize("version", range(len(MIGRATIONS) + 1))
def test_a_book_of_each_version_is_upgraded_when_opened(tmp_path: Path, version: int) -> None:
    Book.open(tmp_path / "new", create=True).close()
    book_of(tmp_path / "old", version)
    with Book.open(tmp_path / "old", create=version == 0) as book:
        assert book.keep(ONE, READ) == Kept(ONE.key, 5, 0)
        assert book.contents().statements == READ.statements
    assert schema(tmp_path / "old") == schema(tmp_path / "new")


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_what_a_book_of_each_version_holds_is_there_after_the_upgrade(tmp_path: Path, version: int) -> None:
    copy_rows(tmp_path, version)
    with Book.open(tmp_path / "old") as book:
        read = READ.statements if version > 1 else ()
        assert (book.articles(), book.statements()) == ((ONE,), read)
        assert [(hit.name, hit.statement is None) for hit in book.search('"strait 1"')] == [
            *((ONE.name, False) for _ in read),
            (ONE.name, True),
        ]
        assert book.keep(TWO, READ_TWO) == Kept(TWO.key, 5, 0)
        assert book.check() == ()


def copy_rows(folder: Path, version: int) -> None:
    """Put into an old book what a book of today holds, as far as the old one has tables for it."""
    with Book.open(folder / "new", create=True) as book:
        book.keep(ONE, READ)
    book_of(folder / "old", version)
    with closing(sqlite3.connect(folder / "old", isolation_level=None)) as db:
        db.execute("ATTACH ? AS new", (str(folder / "new"),))
        tables = ["article", "raw_text", *(["reading", "statement"] if version > 1 else [])]
        for table in tables:
            there = ", ".join(f'"{column}"' for _, column, *_ in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT INTO {table} ({there}) SELECT {there} FROM new.{table}")


def test_a_migration_that_another_program_has_taken_meanwhile_is_not_taken_twice(tmp_path: Path) -> None:
    book_of(tmp_path / "book", 3)
    with closing(sqlite3.connect(tmp_path / "book", isolation_level=None)) as db:
        migrations.apply(db, MIGRATIONS[2])
        assert migrations.taken(db) == {1, 2, 3}


def test_an_interrupted_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Migration(len(MIGRATIONS) + 1, "broken", ("CREATE TABLE half (x)", "SELECT broken"))
    with Book.open(tmp_path / "book", create=True) as book:
        book.keep(ONE, READ)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(BookError, match="no such column: broken"):
        Book.open(tmp_path / "book")
    monkeypatch.undo()
    with Book.open(tmp_path / "book") as book:
        assert book.keep(ONE, READ) == Already(ONE.key)
    with closing(sqlite3.connect(tmp_path / "book")) as db:
        assert db.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []


def test_a_newer_schema_is_refused_with_what_to_do(tmp_path: Path) -> None:
    Book.open(tmp_path / "book", create=True).close()
    with closing(sqlite3.connect(tmp_path / "book", isolation_level=None)) as db:
        db.execute("INSERT INTO migration VALUES (99, 'of the future', '2040-01-01')")
    for create in (False, True):
        with pytest.raises(BookError, match=r"by a newer Sayso \(its schema is 99, .*\); upgrade Sayso"):
            Book.open(tmp_path / "book", create=create)
