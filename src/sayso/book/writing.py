"""Putting articles and what was read in them into the book, and how that came out."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from sayso.book import contents
from sayso.book.contents import FACTS
from sayso.book.grounding import order, placed
from sayso.book.packing import (
    as_json,
    packed_attributions,
    packed_fact,
    packed_holder,
    packed_runs,
    packed_via,
    stored,
    stored_or_none,
    stretches,
)
from sayso.book.schema import PIECE
from sayso.errors import BookError, NotFound
from sayso.records import UNKNOWN, Article, Fact, Reading, Statement, Unplaced


@dataclass(frozen=True, slots=True)
class Kept:
    """The article is new in the book, or its reading is; how many statements it has, and how many are unplaced.

    ``namesakes`` are the keys of the articles of the same name that were there before a new one.
    """

    key: str
    statements: int = 0
    unplaced: int = 0
    namesakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Already:
    """The book holds just this; nothing was changed."""

    key: str


@dataclass(frozen=True, slots=True)
class Updated:
    """The article was in the book; newly known facts, or another reader's reading, have been put in."""

    key: str


Outcome = Kept | Already | Updated

_COLUMNS = (
    "key", "name", "clean", "parts", "set_aside", "form", "encoding", "place", "unread", "evidence", *FACTS
)  # fmt: skip
_INSERT_ARTICLE = f"""
    INSERT INTO article (runs, {", ".join(_COLUMNS)}) VALUES (?{", CAST(? AS TEXT)" * len(_COLUMNS)})
"""
_LEARNED = ("clean", "parts", "set_aside", "unread", "evidence", *FACTS)
_UPDATE_ARTICLE = f"""
    UPDATE article SET runs = ?, {", ".join(f"{name} = CAST(? AS TEXT)" for name in _LEARNED)} WHERE number = ?
"""
_STRENGTH = {"metadata file": 2, "column": 2, "URL": 1}
"""Evidence that another adding of the same text may lack; all other evidence lies in the text itself."""

_TEXTS = ("id", "quote", "act", "holder", "cue", "content", "addressee", "via", "part", "said", "due")
_INSERT_STATEMENT = f"""
    INSERT INTO statement (article, start, "end", cue_start, cue_end, confidence, {", ".join(_TEXTS)})
    VALUES (?, ?, ?, ?, ?, ?{", CAST(? AS TEXT)" * len(_TEXTS)})
"""
_INSERT_UNPLACED = f"""
    INSERT INTO unplaced (article, words, act, holder, reason) VALUES (?{", CAST(? AS TEXT)" * 4})
"""


def keep(db: sqlite3.Connection, article: Article, reading: Reading | None) -> Outcome:
    """Put one article in with its reading; one that is there gets what is new: facts, or another reader's reading."""
    if reading is not None:
        _must_match(article.key, reading)
    number = contents.number_of(db, article.key)
    there = contents.article(db, article.key)
    if number is None or there is None:
        namesakes = contents.named(db, article.name)
        number = _insert_article(db, article)
        kept = _insert_reading(db, number, article, reading) if reading else Kept(article.key)
        return replace(kept, namesakes=namesakes)
    if (there.name, there.raw) != (article.name, article.raw):
        raise BookError(f"the article {article.name!r} has the key of another one, {there.name!r}: {article.key}")
    learned = learn(there, article)
    read_anew = reading is not None and contents.reader_of(db, article.key) != reading.reader
    if learned == there and not read_anew:
        return Already(article.key)
    _update_article(db, number, learned)
    if reading is not None:
        _replace_reading(db, number, learned, reading)
    return Updated(article.key)


def due(db: sqlite3.Connection, article: Article, reader: str) -> Article | None:
    """The article as it is to be read, with what is known of it there; None when this reader has read just that."""
    there = contents.article(db, article.key)
    if there is None:
        return article
    learned = learn(there, article)
    return None if learned == there and contents.reader_of(db, article.key) == reader else learned


def reread(db: sqlite3.Connection, key: str, reading: Reading) -> Kept | Already:
    """Replace what was read in an article by another reading; what people decided stays."""
    _must_match(key, reading)
    number = contents.number_of(db, key)
    article = contents.article(db, key)
    if number is None or article is None:
        raise NotFound(f"the book has no article with the key {key}")
    if _same_reading(db, article, reading):
        return Already(key)
    return _replace_reading(db, number, article, reading)


def learn(there: Article, article: Article) -> Article:
    """The article as it is there, with each fact that the newer one knows on evidence that is at least as strong.

    The clean text goes with the title, by which repeated headlines are told, and ``unread`` with the language.
    """
    facts: dict[str, Any] = {name: _firmer(getattr(there, name), getattr(article, name)) for name in FACTS}
    cleaned = article if facts["title"] == article.title != there.title else there
    spoken = article if facts["language"] == article.language != there.language else there
    texts = {name: getattr(cleaned, name) for name in ("clean", "runs", "parts", "set_aside")}
    return replace(there, unread=spoken.unread, **texts, **facts)


def _firmer(there: Fact, newer: Fact) -> Fact:
    """Which of two facts stays: the newer one, unless it is unknown or on weaker evidence than what is there."""
    weaker = _STRENGTH.get(newer.how, 0) < _STRENGTH.get(there.how, 0)
    return there if newer.value is None or (weaker and there.value is not None) else newer


def _must_match(key: str, reading: Reading) -> None:
    if reading.article != key:
        raise BookError(f"a reading of the article {reading.article} was given for the article {key}")


def _insert_article(db: sqlite3.Connection, article: Article) -> int:
    texts = {
        "key": stored(article.key),
        "name": stored(article.name),
        "form": stored(article.form),
        "encoding": stored(article.encoding),
        "place": stored(article.place),
        **_cleaning(article),
        **_facts(article),
    }
    values = (packed_runs(article.runs), *(texts[column] for column in _COLUMNS))
    number = int(db.execute(_INSERT_ARTICLE, values).lastrowid or 0)
    db.executemany(
        "INSERT INTO raw_text (article, start, words) VALUES (?, ?, CAST(? AS TEXT))",
        ((number, start, stored(article.raw[start : start + PIECE])) for start in range(0, len(article.raw), PIECE)),
    )
    return number


def _facts(article: Article) -> dict[str, bytes | None]:
    facts: dict[str, Fact] = {name: getattr(article, name) for name in FACTS}
    evidence = {name: [fact.how, fact.precision] for name, fact in facts.items() if fact != UNKNOWN}
    values = {name: stored_or_none(fact.value) for name, fact in facts.items()}
    return {"unread": stored_or_none(article.unread), "evidence": as_json(evidence), **values}


def _cleaning(article: Article) -> dict[str, bytes]:
    return {
        "clean": stored(article.clean),
        "parts": stretches(article.parts),
        "set_aside": stretches(article.set_aside),
    }


def _update_article(db: sqlite3.Connection, number: int, article: Article) -> None:
    texts = {**_cleaning(article), **_facts(article)}
    db.execute(_UPDATE_ARTICLE, (packed_runs(article.runs), *(texts[column] for column in _LEARNED), number))


def _insert_reading(db: sqlite3.Connection, number: int, article: Article, reading: Reading) -> Kept:
    statements, unplaced = placed(article, reading)
    db.execute(
        "INSERT INTO reading (article, reader, attributions) VALUES (?, CAST(? AS TEXT), ?)",
        (number, stored(reading.reader), packed_attributions(reading.attributions)),
    )
    db.executemany(_INSERT_STATEMENT, (_statement_row(number, statement) for statement in statements))
    db.executemany(_INSERT_UNPLACED, (_unplaced_row(number, unplaced) for unplaced in unplaced))
    return Kept(article.key, len(statements), len(unplaced))


def _replace_reading(db: sqlite3.Connection, number: int, article: Article, reading: Reading) -> Kept:
    for table in ("statement", "unplaced", "reading"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (number,))
    db.execute("DELETE FROM position WHERE NOT EXISTS (SELECT 1 FROM position_statement WHERE position = position.id)")
    return _insert_reading(db, number, article, reading)


def _same_reading(db: sqlite3.Connection, article: Article, reading: Reading) -> bool:
    statements, unplaced = placed(article, reading)
    return (
        contents.reader_of(db, article.key) == reading.reader
        and contents.statements(db, article.key) == tuple(sorted(statements, key=order))
        and contents.unplaced(db, article.key) == tuple(replace(row, article=article.key) for row in unplaced)
        and contents.attributions(db, article.key) == reading.attributions
    )


def _statement_row(number: int, statement: Statement) -> tuple[object, ...]:
    span, cue_span = statement.span, statement.cue_span
    return (
        number, span.start, span.end, cue_span.start, cue_span.end, statement.confidence, stored(statement.id),
        stored(statement.quote), stored(statement.act), packed_holder(statement.holder), stored(statement.cue),
        stored(statement.content), packed_holder(statement.addressee), packed_via(statement.via),
        stored(statement.part), packed_fact(statement.said), packed_fact(statement.due),
    )  # fmt: skip


def _unplaced_row(number: int, unplaced: Unplaced) -> tuple[object, ...]:
    act, holder = stored_or_none(unplaced.act), stored_or_none(unplaced.holder)
    return number, stored(unplaced.words), act, holder, stored(unplaced.reason)
