"""Grounded or not at all: which statements of a reading may enter the book, and which go to the tray."""

from __future__ import annotations

from sayso.records import Article, Reading, Statement, Unplaced

NOT_AT_SPAN = "quote not at its span"
ELSEWHERE = "belongs to another article"
ID_TAKEN = "another statement has its id"


def grounded(article: Article, statement: Statement) -> bool:
    """Whether the statement's quote is what stands in the raw text at its span, and is any words at all."""
    span = statement.span
    return 0 <= span.start < span.end <= len(article.raw) and span.of(article.raw) == statement.quote


def placed(article: Article, reading: Reading) -> tuple[tuple[Statement, ...], tuple[Unplaced, ...]]:
    """The statements that may be stored, each once and in order, and all that cannot be located, with the reason."""
    good: dict[str, Statement] = {}
    tray = list(reading.unplaced)
    for statement in sorted(dict.fromkeys(reading.statements), key=order):
        reason = _objection(article, statement)
        if reason is None and good.setdefault(statement.id, statement) != statement:
            reason = ID_TAKEN
        if reason is not None:
            holder = statement.holder.name or statement.holder.words
            tray.append(Unplaced(article.key, statement.quote, statement.act, holder, reason))
    return tuple(good.values()), tuple(sorted(tray, key=tray_order))


def order(statement: Statement) -> tuple[int, int, str, str, str]:
    """The canonical order of the statements of one article."""
    return statement.span.start, statement.span.end, statement.act, statement.holder.words, statement.id


def tray_order(unplaced: Unplaced) -> tuple[str, str, str, str]:
    """The canonical order of what is unplaced in one article."""
    return unplaced.words, unplaced.act or "", unplaced.holder or "", unplaced.reason


def _objection(article: Article, statement: Statement) -> str | None:
    if statement.article != article.key:
        return ELSEWHERE
    return None if grounded(article, statement) else NOT_AT_SPAN
