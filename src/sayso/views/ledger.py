"""The ledger: who demands, offers, rejects what, since when, and on how much it rests."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.evidence import Evidence, period, sort_date
from sayso.records import Contents, Position
from sayso.views.filters import Filters, choose

ORDERS = ("actor", "issue", "date", "reports")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One position for people: ``first`` and ``last`` are dates cut to what is known, None when nothing is.

    ``articles`` counts the articles that carry it, ``origins`` how many independent reports there are among them at
    most; ``claimed`` is true when only other parties tell it of the actor, ``anonymous`` when only unnamed sources do;
    ``confidence`` is that of its surest statement, None where the reader gives none.
    """

    id: str
    actor: str
    act: str
    title: str
    addressee: str | None
    issue: str
    issue_label: str
    first: str | None
    last: str | None
    statements: int
    articles: int
    origins: int
    outlets: tuple[str, ...]
    claimed: bool
    anonymous: bool
    confidence: float | None = None


def ledger(contents: Contents, filters: Filters | None = None, *, order: str = "actor") -> tuple[LedgerRow, ...]:
    """The rows that meet the filters, by "actor", "issue", "date" (last, newest first) or "reports" (most origins)."""
    evidence = Evidence(contents)
    rows = [row_of(evidence, position) for position in choose(contents, filters or Filters())]
    rows.sort(key=lambda row: (sort_date(row.first), row.id))
    if order == "actor":
        rows.sort(key=lambda row: row.actor.casefold())
    elif order == "issue":
        rows.sort(key=lambda row: (row.issue_label.casefold(), row.issue, row.actor.casefold()))
    elif order == "date":
        rows.sort(key=lambda row: sort_date(row.last) if row.last else "", reverse=True)
    else:
        rows.sort(key=lambda row: (-row.origins, -row.articles))
    return tuple(rows)


def row_of(evidence: Evidence, position: Position) -> LedgerRow:
    """One position as a row of the ledger."""
    statements = evidence.of(position)
    told = period(evidence.dated(statement).value for statement in statements)
    return LedgerRow(
        id=position.id,
        actor=position.actor,
        act=position.act,
        title=" ".join(position.title.split()),
        addressee=position.addressee,
        issue=position.issue,
        issue_label=evidence.issue_label(position),
        first=told.first,
        last=told.last,
        statements=len(statements),
        articles=len({statement.article for statement in statements}),
        origins=position.origins,
        outlets=tuple(sorted({outlet for statement in statements if (outlet := evidence.outlet(statement))})),
        claimed=all(map(evidence.claimed, statements)),
        anonymous=all(map(evidence.anonymous, statements)),
        confidence=max((each.confidence for each in statements if each.confidence is not None), default=None),
    )
