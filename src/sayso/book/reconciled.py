"""What was worked out across articles: written anew as a whole, and read back in the order it was given."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from sayso.book.packing import as_json, from_json, stored, stored_or_none
from sayso.records import Actor, Family, Holding, Issue, Position, Reconciled

_INTEGERS = ("claimed", "origins")
_TABLES = ("family_article", "family", "position_statement", "position", "holding", "issue", "actor")


def write(db: sqlite3.Connection, reconciled: Reconciled) -> None:
    """Replace all that was worked out before. What rests on statements that are gone meanwhile is left out."""
    there = frozenset(id_ for (id_,) in db.execute("SELECT id FROM statement"))
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")
    actors = ((stored(actor.name), stored(actor.kind), as_json(actor.aliases)) for actor in reconciled.actors)
    _insert(db, "actor", ("name", "kind", "aliases"), actors)
    _insert(db, "issue", ("id", "label"), ((stored(issue.id), stored(issue.label)) for issue in reconciled.issues))
    _insert(
        db,
        "holding",
        ("statement", "actor", "how", "speaker", "addressee", "claimed"),
        (_holding_row(holding) for holding in reconciled.holdings if holding.statement in there),
    )
    _write_positions(db, reconciled.positions, there)
    families = reconciled.families
    _insert(db, "family", ("id", "kind"), ((stored(family.id), stored(family.kind)) for family in families))
    members = ((stored(family.id), stored(key)) for family in families for key in dict.fromkeys(family.articles))
    _insert(db, "family_article", ("family", "article"), members)


def read(db: sqlite3.Connection) -> Reconciled:
    """All that was worked out, as it was last written."""
    actors = db.execute("SELECT name, kind, aliases FROM actor ORDER BY number")
    holdings = db.execute("SELECT statement, actor, how, speaker, addressee, claimed FROM holding ORDER BY number")
    issues = db.execute("SELECT id, label FROM issue ORDER BY number")
    members = _grouped(db, "SELECT family, article FROM family_article ORDER BY family, number")
    families = db.execute("SELECT id, kind FROM family ORDER BY number")
    return Reconciled(
        actors=tuple(Actor(name, kind, tuple(from_json(aliases))) for name, kind, aliases in actors),
        holdings=tuple(_holding(row) for row in holdings),
        positions=_positions(db),
        issues=tuple(Issue(id_, label) for id_, label in issues),
        families=tuple(Family(id_, kind, members.get(id_, ())) for id_, kind in families),
    )


def _write_positions(db: sqlite3.Connection, positions: tuple[Position, ...], there: frozenset[str]) -> None:
    standing = [position for position in positions if not there.isdisjoint(position.statements)]
    _insert(
        db,
        "position",
        ("id", "actor", "act", "title", "issue", "addressee", "origins"),
        (_position_row(position) for position in standing),
    )
    evidence = (
        (stored(position.id), stored(statement))
        for position in standing
        for statement in dict.fromkeys(position.statements)
        if statement in there
    )
    _insert(db, "position_statement", ("position", "statement"), evidence)


def _positions(db: sqlite3.Connection) -> tuple[Position, ...]:
    evidence = _grouped(db, "SELECT position, statement FROM position_statement ORDER BY position, number")
    rows = db.execute("SELECT id, actor, act, title, issue, addressee, origins FROM position ORDER BY number")
    return tuple(
        Position(id_, actor, act, title, issue, evidence.get(id_, ()), addressee, origins)
        for id_, actor, act, title, issue, addressee, origins in rows
    )


def _position_row(position: Position) -> tuple[object, ...]:
    texts = (position.id, position.actor, position.act, position.title, position.issue)
    return *map(stored, texts), stored_or_none(position.addressee), position.origins


def _holding_row(holding: Holding) -> tuple[object, ...]:
    texts = (holding.statement, holding.actor, holding.how, holding.speaker, holding.addressee)
    return *map(stored_or_none, texts), int(holding.claimed)


def _holding(row: tuple[Any, ...]) -> Holding:
    statement, actor, how, speaker, addressee, claimed = row
    return Holding(statement, actor, how, speaker, addressee, bool(claimed))


def _insert(db: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    values = ("?" if column in _INTEGERS else "CAST(? AS TEXT)" for column in columns)
    db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(values)})", rows)


def _grouped(db: sqlite3.Connection, select: str) -> dict[str, tuple[str, ...]]:
    """Pairs in order of their first member, as what belongs to each first member."""
    return {first: tuple(second for _, second in group) for first, group in groupby(db.execute(select), itemgetter(0))}
