"""What a book holds, listed: its articles, actors, issues, and what could not be located."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from sayso.evidence import Evidence, period, sort_date
from sayso.records import Contents, Position
from sayso.views.matrix import ActCount, count_acts


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article: ``date_how`` tells on what its date rests, ``copies`` names the articles that are the same text.

    ``copy_kind`` is "identical", or "near" where some words differ; None for an article that has no copy.
    """

    document: str
    title: str | None
    outlet: str | None
    date: str | None
    date_precision: str | None
    date_how: str
    language: str | None
    words: int
    statements: int
    family: str | None
    copy_kind: str | None
    copies: tuple[str, ...]
    unread: str | None
    place: str


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor, the words under which it appears, and its positions counted by act."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    positions: int
    statements: int
    acts: tuple[ActCount, ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue, and who has positions on it since when."""

    id: str
    label: str
    actors: tuple[str, ...]
    positions: int
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """What a reader said without its words being found in the article, and why it stands apart."""

    document: str
    words: str
    act: str | None
    holder: str | None
    reason: str


def articles(contents: Contents) -> tuple[ArticleRow, ...]:
    """Every article of the book, the earliest first and the undated ones last."""
    evidence = Evidence(contents)
    counts = Counter(statement.article for statement in contents.statements)
    rows = [_article(evidence, key, counts[key]) for key in evidence.articles]
    return tuple(sorted(rows, key=lambda row: (sort_date(row.date), row.document)))


def actors(contents: Contents) -> tuple[ActorRow, ...]:
    """Every actor of the book, those with the most positions first."""
    evidence = Evidence(contents)
    held: dict[str, list[Position]] = defaultdict(list)
    for position in contents.reconciled.positions:
        held[position.actor].append(position)
    rows = [
        ActorRow(
            name=actor.name,
            kind=actor.kind,
            aliases=actor.aliases,
            positions=len(held[actor.name]),
            statements=sum(len(position.statements) for position in held[actor.name]),
            acts=count_acts(evidence, held[actor.name]),
        )
        for actor in contents.reconciled.actors
    ]
    return tuple(sorted(rows, key=lambda row: (-row.positions, row.name)))


def issues(contents: Contents) -> tuple[IssueRow, ...]:
    """Every issue of the book, those with the most positions first."""
    evidence = Evidence(contents)
    on: dict[str, list[Position]] = defaultdict(list)
    for position in contents.reconciled.positions:
        on[position.issue].append(position)
    rows = []
    for issue in contents.reconciled.issues:
        told = period(evidence.dated(one).value for position in on[issue.id] for one in evidence.of(position))
        rows.append(
            IssueRow(
                id=issue.id,
                label=issue.label,
                actors=tuple(sorted({position.actor for position in on[issue.id]})),
                positions=len(on[issue.id]),
                statements=sum(len(position.statements) for position in on[issue.id]),
                first=told.first,
                last=told.last,
            )
        )
    return tuple(sorted(rows, key=lambda row: (-row.positions, row.label, row.id)))


def unplaced(contents: Contents) -> tuple[UnplacedRow, ...]:
    """What could not be located in its article, in the book's order."""
    evidence = Evidence(contents)
    return tuple(
        UnplacedRow(evidence.document(one.article), one.words, one.act, one.holder, one.reason)
        for one in contents.unplaced
    )


def _article(evidence: Evidence, key: str, statements: int) -> ArticleRow:
    article = evidence.articles[key]
    family = evidence.family_of.get(key)
    return ArticleRow(
        document=evidence.document(key),
        title=article.title.value,
        outlet=article.outlet.value,
        date=article.published.value,
        date_precision=article.published.precision,
        date_how=article.published.how,
        language=article.language.value,
        words=len(article.clean.split()),
        statements=statements,
        family=family.id if family else None,
        copy_kind=family.kind if family else None,
        copies=tuple(evidence.document(other) for other in family.articles if other != key) if family else (),
        unread=article.unread,
        place=article.place,
    )
