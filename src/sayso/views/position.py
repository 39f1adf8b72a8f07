"""One position with all its evidence: each statement in its sentence, where, when and through whom it is known."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from sayso.errors import NotFound, UsageError
from sayso.evidence import Evidence
from sayso.records import Contents, Fact, Position, Statement
from sayso.views.context import Context, context
from sayso.views.ledger import LedgerRow, row_of


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement as evidence: its words in ``context``, and all that is known of where they come from.

    ``start`` and ``end`` point into the raw text of ``document``; ``copies`` names the book's other articles that are
    the same text, ``copy_kind`` whether "identical" or "near"; ``chain`` is the say-so chain drawn as a line;
    ``confidence`` the reader's own, where it gives one.
    """

    id: str
    document: str
    outlet: str | None
    article_title: str | None
    url: str | None
    published: Fact
    said: Fact
    due: Fact
    speaker: str | None
    addressee: str | None
    claimed: bool
    anonymous: bool
    part: str
    content: str
    quote: str
    start: int
    end: int
    context: Context
    chain: str
    copy_kind: str | None
    copies: tuple[str, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PositionView:
    """A row of the ledger and the statements that it rests on, the earliest first."""

    row: LedgerRow
    evidence: tuple[Quoted, ...]


def position(contents: Contents, id: str) -> PositionView:
    """The position that ``id`` names: its id, the unique beginning of one, or the id of one of its statements."""
    evidence = Evidence(contents)
    found = _find(evidence, id.strip())
    quoted = tuple(_quoted(evidence, statement) for statement in evidence.of(found))
    return PositionView(row_of(evidence, found), quoted)


def _find(evidence: Evidence, id: str) -> Position:
    if id in evidence.positions:
        return evidence.positions[id]
    if id in evidence.position_of:
        return evidence.position_of[id]
    begun = sorted(full for full in evidence.positions if id and full.startswith(id))
    if len(begun) > 1:
        more = " ..." if len(begun) > 5 else ""
        raise UsageError(f"{id!r} begins {len(begun)} position ids: {', '.join(begun[:5])}{more}; give more of it")
    if not begun:
        near = get_close_matches(id, evidence.positions, n=3)
        hint = f"near to it: {', '.join(near)}" if near else "'sayso ledger BOOK' lists the ids"
        raise NotFound(f"no position {id!r} in this book; {hint}")
    return evidence.positions[begun[0]]


def _quoted(evidence: Evidence, statement: Statement) -> Quoted:
    article = evidence.articles[statement.article]
    family = evidence.family_of.get(article.key)
    return Quoted(
        id=statement.id,
        document=evidence.document(article.key),
        outlet=article.outlet.value,
        article_title=article.title.value,
        url=article.url.value,
        published=article.published,
        said=statement.said,
        due=statement.due,
        speaker=evidence.speaker(statement),
        addressee=evidence.addressee(statement),
        claimed=evidence.claimed(statement),
        anonymous=evidence.anonymous(statement),
        part=statement.part,
        content=statement.content,
        quote=statement.quote,
        start=statement.span.start,
        end=statement.span.end,
        context=context(article, statement),
        chain=evidence.drawn(statement),
        copy_kind=family.kind if family else None,
        copies=tuple(evidence.document(key) for key in family.articles if key != article.key) if family else (),
        confidence=statement.confidence,
    )
