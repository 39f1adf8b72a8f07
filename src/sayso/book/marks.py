"""Small things that the book remembers: its revision, what the positions rest on, and named texts."""

from __future__ import annotations

import sqlite3

from sayso.book.packing import stored


def mark(db: sqlite3.Connection, name: str) -> int:
    """The number under a name: "revision", or "seen", the revision that the positions were worked out from."""
    return int(db.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()[0])


def raise_revision(db: sqlite3.Connection) -> None:
    """Note that something came in that positions may depend on."""
    db.execute("UPDATE mark SET value = value + 1 WHERE name = 'revision'")


def set_seen(db: sqlite3.Connection, revision: int) -> None:
    """Note from which revision the positions were worked out."""
    db.execute("UPDATE mark SET value = ? WHERE name = 'seen'", (revision,))


def setting(db: sqlite3.Connection, name: str) -> str | None:
    """The text kept under a name, or None."""
    row = db.execute("SELECT value FROM setting WHERE name = CAST(? AS TEXT)", (stored(name),)).fetchone()
    return None if row is None else str(row[0])


def set_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a text under a name, in the place of an earlier one."""
    db.execute(
        "INSERT INTO setting VALUES (CAST(? AS TEXT), CAST(? AS TEXT)) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (stored(name), stored(value)),
    )
