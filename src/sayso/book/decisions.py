"""The decision log: what a person did to a line, with who, when and why. It only ever grows."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from sayso.book.packing import stored, stored_or_none


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of a coder on one line of the book.

    ``at`` is ISO 8601 with its zone; ``kind`` what was done ("confirmed", "corrected", "merged", "split",
    "removed"); ``target`` the id of the line; ``before`` and ``after`` what it said, as JSON.
    ``id`` is its number in the log, given by the book.
    """

    at: str
    coder: str
    kind: str
    target: str
    reason: str
    before: str | None = None
    after: str | None = None
    id: int | None = None


_INSERT = f"""
    INSERT INTO decision (at, coder, kind, target, reason, "before", "after")
    VALUES ({", ".join(["CAST(? AS TEXT)"] * 7)})
"""


def log(db: sqlite3.Connection, decision: Decision) -> Decision:
    """Put a decision at the end of the log; it comes back with its number."""
    texts = (decision.at, decision.coder, decision.kind, decision.target, decision.reason)
    changes = (stored_or_none(decision.before), stored_or_none(decision.after))
    cursor = db.execute(_INSERT, (*map(stored, texts), *changes))
    return replace(decision, id=cursor.lastrowid)


def decisions(db: sqlite3.Connection) -> tuple[Decision, ...]:
    """The whole log, oldest first."""
    rows = db.execute('SELECT at, coder, kind, target, reason, "before", "after", id FROM decision ORDER BY id')
    return tuple(Decision(*row) for row in rows)
