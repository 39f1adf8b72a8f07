"""Work out across articles what single articles cannot tell: whose, which position, which issue, how many origins."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.gazetteer import Gazetteer
from sayso.reconcile.copies import find_copies
from sayso.reconcile.identities import identify
from sayso.reconcile.issues import find_issues
from sayso.reconcile.likeness import worded
from sayso.reconcile.origins import count_origins, evidence
from sayso.reconcile.positions import Row, find_rows
from sayso.reconcile.titles import title
from sayso.reconcile.usage import Usage
from sayso.reconcile.words import Rarity
from sayso.records import Actor, Article, Holding, Position, Reconciled, Statement

__all__ = ["arrange", "reconcile"]


def reconcile(articles: Sequence[Article], statements: Sequence[Statement], gazetteer: Gazetteer) -> Reconciled:
    """Everything that is worked out across articles, the same in whatever order they come."""
    actors, holdings = identify(articles, statements, gazetteer)
    return arrange(articles, statements, actors, holdings, gazetteer)


def arrange(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    holdings: Sequence[Holding],
    gazetteer: Gazetteer | None = None,
) -> Reconciled:
    """Positions, issues, families and origins of a book in which it is settled whose each statement is."""
    ordered = sorted(articles, key=lambda article: article.key)
    rarity = Rarity(article.clean for article in articles)
    found = find_rows(worded(articles, statements, holdings, rarity))
    matters, issue_of = find_issues(found, rarity, Usage((article.clean for article in ordered), gazetteer))
    alike = find_copies(articles)
    known = evidence(articles, alike, found)

    def position(row: Row) -> Position:
        told = tuple(each.statement.id for each in row.said)
        count = count_origins(row.said, known)
        return Position(row.id, row.actor, row.act, title(row.said), issue_of[row.id], told, row.addressee, count)

    return Reconciled(tuple(actors), tuple(holdings), tuple(map(position, found)), matters, alike.families)
