"""Full-text search over titles, clean texts and quotes, with what a user types made safe."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from sayso.book.packing import stored

MOST_TERMS = 50
"""Terms of a query that are looked for; FTS5 refuses expressions with some hundreds of them."""

_TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"*]+)(\*?)')
_SNIPPET = 40  # tokens; FTS5 allows 64
_HITS_IN_STATEMENTS = f"""
    SELECT article.key, article.name, statement.id, article.title,
        snippet(statement_search, 0, CAST(? AS TEXT), CAST(? AS TEXT), '…', {_SNIPPET})
    FROM statement_search
    JOIN statement ON statement.number = statement_search.rowid JOIN article ON article.number = statement.article
    WHERE statement_search MATCH CAST(? AS TEXT)
    ORDER BY round(bm25(statement_search), 9), article.name, article.key, statement.start, statement.id LIMIT ?
"""
# A word in the title weighs as much as four in the text: it is what the article is about. Not tuned.
_HITS_IN_ARTICLES = f"""
    SELECT article.key, article.name, NULL, article.title,
        snippet(article_search, -1, CAST(? AS TEXT), CAST(? AS TEXT), '…', {_SNIPPET})
    FROM article_search JOIN article ON article.number = article_search.rowid
    WHERE article_search MATCH CAST(? AS TEXT)
    ORDER BY round(bm25(article_search, 4.0, 1.0), 9), article.name, article.key LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words were found: an article (by key), or one of its statements when ``statement`` is set.

    ``snippet`` is in one line, with the found words between the marks that the caller chose.
    """

    article: str
    name: str
    statement: str | None
    title: str | None
    snippet: str


def search(db: sqlite3.Connection, query: str, *, limit: int, around: tuple[str, str]) -> tuple[Hit, ...]:
    """Statements first, then articles, the best first; nothing when the query has no letter and no digit."""
    match = matching(query)
    if not match:
        return ()
    values = (*map(stored, around), stored(match), limit)
    rows = [*db.execute(_HITS_IN_STATEMENTS, values), *db.execute(_HITS_IN_ARTICLES, values)]
    return tuple(_hit(row) for row in rows)


def matching(query: str) -> str:
    """A user's words as an FTS5 expression that cannot fail: all of them, "a phrase", or the beginnings of words*."""
    terms = []
    for phrase, phrase_star, word, word_star in _TERM.findall(query.replace("\0", " ")):
        term = phrase or word
        if any(character.isalnum() for character in term):
            terms.append(f'"{term}"{phrase_star or word_star}')
    return " ".join(terms[:MOST_TERMS])


def _hit(row: tuple[Any, ...]) -> Hit:
    article, name, statement, title, snippet = row
    return Hit(article, name, statement, title, " ".join(snippet.split()))
