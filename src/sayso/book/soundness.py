"""Whether a book is sound: SQLite's own checks, and that each quote still stands at its span."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sayso.book import contents
from sayso.book.grounding import grounded
from sayso.errors import BookError
from sayso.records import Article

_INDEXES = ("article_search", "statement_search")


def problems(db: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with the book, one line each; nothing when it is sound. Needs a transaction that may write."""
    yield from (f"the file: {line}" for (line,) in db.execute("PRAGMA integrity_check") if line != "ok")
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points at a row of {parent} that is not there"
    yield from _indexes(db)
    try:
        yield from _texts(db)
    except (BookError, sqlite3.DatabaseError) as error:
        yield f"the texts cannot all be read: {error}"


def _texts(db: sqlite3.Connection) -> Iterator[str]:
    articles = contents.articles(db)
    for article in articles:
        yield from _runs(article)
    by_key = {article.key: article for article in articles}
    for statement in contents.statements(db):
        if not grounded(by_key[statement.article], statement):
            yield f"the statement {statement.id} of {by_key[statement.article].name}: its quote is not at its span"


def _indexes(db: sqlite3.Connection) -> Iterator[str]:
    for index in _INDEXES:
        try:
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield f"the search index {index} does not match the texts: {error}"


def _runs(article: Article) -> Iterator[str]:
    ends = [0, *(run.clean.end for run in article.runs)]
    if ends[-1] != len(article.clean) or any(
        run.clean.start != end for run, end in zip(article.runs, ends, strict=False)
    ):
        yield f"the article {article.name}: its map from clean to raw text does not cover the clean text"
    if any(run.raw.end > len(article.raw) for run in article.runs):
        yield f"the article {article.name}: its map from clean to raw text points outside the raw text"
