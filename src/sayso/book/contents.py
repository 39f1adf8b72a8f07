"""What the book holds, read back as records, in an order that does not depend on when what was added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sayso.book.grounding import order, tray_order
from sayso.book.packing import (
    from_json,
    stored,
    unpacked_attributions,
    unpacked_fact,
    unpacked_holder,
    unpacked_runs,
    unpacked_via,
)
from sayso.records import UNKNOWN, Article, Attribution, Fact, Holder, Part, SetAside, Span, Statement, Unplaced

FACTS = ("title", "outlet", "author", "url", "language", "published", "updated")
"""The facts of an article that have a column each, and a place in the column ``evidence``."""

_ARTICLES = f"""
    SELECT number, key, name, clean, runs, parts, set_aside, form, encoding, place, unread, evidence, {", ".join(FACTS)}
    FROM article
"""
_STATEMENTS = """
    SELECT article.name, article.key, s.id, s.start, s.end, s.quote, s.act, s.holder, s.cue, s.cue_start, s.cue_end,
        s.content, s.addressee, s.via, s.part, s.said, s.due, s.confidence
    FROM statement AS s JOIN article ON article.number = s.article
"""
_UNPLACED = """
    SELECT article.name, article.key, u.words, u.act, u.holder, u.reason
    FROM unplaced AS u JOIN article ON article.number = u.article
"""
_ONE = "WHERE article.key = CAST(? AS TEXT)"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of what a book holds."""

    articles: int
    unread: int
    statements: int
    unplaced: int
    actors: int
    issues: int
    positions: int
    families: int
    decisions: int


_COUNTS = """
    SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article WHERE unread IS NOT NULL),
        (SELECT count(*) FROM statement), (SELECT count(*) FROM unplaced), (SELECT count(*) FROM actor),
        (SELECT count(*) FROM issue), (SELECT count(*) FROM position), (SELECT count(*) FROM family),
        (SELECT count(*) FROM decision)
"""


def counts(db: sqlite3.Connection) -> Counts:
    """How much the book holds, without reading any of it."""
    return Counts(*db.execute(_COUNTS).fetchone())


def keys(db: sqlite3.Connection) -> frozenset[str]:
    """The keys of all articles."""
    return frozenset(key for (key,) in db.execute("SELECT key FROM article"))


def named(db: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The keys of the articles of that name, in order."""
    found = db.execute("SELECT key FROM article WHERE name = CAST(? AS TEXT) ORDER BY key", (stored(name),))
    return tuple(key for (key,) in found)


def number_of(db: sqlite3.Connection, key: str) -> int | None:
    """The row that an article lies in, or None."""
    row = db.execute("SELECT number FROM article WHERE key = CAST(? AS TEXT)", (stored(key),)).fetchone()
    return None if row is None else int(row[0])


def article(db: sqlite3.Connection, key: str) -> Article | None:
    """One article, or None when the book does not hold it."""
    row = db.execute(f"{_ARTICLES} {_ONE}", (stored(key),)).fetchone()
    if row is None:
        return None
    pieces = db.execute("SELECT words FROM raw_text WHERE article = ? ORDER BY start", row[:1])
    return _article(row, "".join(words for (words,) in pieces))


def articles(db: sqlite3.Connection) -> tuple[Article, ...]:
    """All articles, by name and key."""
    pieces = db.execute("SELECT article, words FROM raw_text ORDER BY article, start")
    raw = {number: "".join(words for _, words in group) for number, group in groupby(pieces, itemgetter(0))}
    found = [_article(row, raw.get(row[0], "")) for row in db.execute(_ARTICLES)]
    return tuple(sorted(found, key=lambda article: (article.name, article.key)))


def statements(db: sqlite3.Connection, key: str | None = None) -> tuple[Statement, ...]:
    """All statements, or those of one article, by article and by where they stand in it."""
    found = [(row[0], _statement(row)) for row in _rows(db, _STATEMENTS, key)]
    found.sort(key=lambda pair: (pair[0], pair[1].article, order(pair[1])))
    return tuple(statement for _, statement in found)


def unplaced(db: sqlite3.Connection, key: str | None = None) -> tuple[Unplaced, ...]:
    """What could not be located, in all articles or in one."""
    found = [(row[0], Unplaced(*row[1:])) for row in _rows(db, _UNPLACED, key)]
    found.sort(key=lambda pair: (pair[0], pair[1].article, tray_order(pair[1])))
    return tuple(unplaced for _, unplaced in found)


def attributions(db: sqlite3.Connection, key: str) -> tuple[Attribution, ...]:
    """The attributions of one article, as its reader gave them."""
    row = db.execute(
        f"SELECT attributions FROM reading JOIN article ON article.number = reading.article {_ONE}", (stored(key),)
    ).fetchone()
    return () if row is None else unpacked_attributions(row[0])


def reader_of(db: sqlite3.Connection, key: str) -> str | None:
    """Which reader has read an article; None when none has."""
    row = db.execute(
        f"SELECT reader FROM reading JOIN article ON article.number = reading.article {_ONE}", (stored(key),)
    ).fetchone()
    return None if row is None else str(row[0])


def readers(db: sqlite3.Connection) -> dict[str, int]:
    """How many articles each reader has read, by the reader's name."""
    return dict(sorted(db.execute("SELECT reader, count(*) FROM reading GROUP BY reader")))


def _rows(db: sqlite3.Connection, select: str, key: str | None) -> Iterable[tuple[Any, ...]]:
    return db.execute(select) if key is None else db.execute(f"{select} {_ONE}", (stored(key),))


def _article(row: tuple[Any, ...], raw: str) -> Article:
    _, key, name, clean, runs, parts, set_aside, form, encoding, place, unread, evidence, *values = row
    known = from_json(evidence)
    facts = {
        fact: Fact(value, *known[fact]) if fact in known else UNKNOWN for fact, value in zip(FACTS, values, strict=True)
    }
    return Article(
        key=key,
        name=name,
        raw=raw,
        clean=clean,
        runs=unpacked_runs(runs),
        parts=tuple(Part(Span(start, end), kind) for start, end, kind in from_json(parts)),
        set_aside=tuple(SetAside(Span(start, end), kind) for start, end, kind in from_json(set_aside)),
        form=form,
        encoding=encoding,
        place=place,
        unread=unread,
        **facts,
    )


def _statement(row: tuple[Any, ...]) -> Statement:
    _, key, id_, start, end, quote, act, holder, cue, cue_start, cue_end, *rest = row
    content, addressee, via, part, said, due, confidence = rest
    return Statement(
        id=id_,
        article=key,
        span=Span(start, end),
        quote=quote,
        act=act,
        holder=unpacked_holder(holder) or Holder(""),
        cue=cue,
        cue_span=Span(cue_start, cue_end),
        content=content,
        addressee=unpacked_holder(addressee),
        via=unpacked_via(via),
        part=part,
        said=unpacked_fact(said),
        due=unpacked_fact(due),
        confidence=confidence,
    )
