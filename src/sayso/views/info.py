"""A book in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.evidence import period
from sayso.records import Contents


@dataclass(frozen=True, slots=True)
class Tally:
    """A name and how often it stands in the book."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """How much a book holds; ``copies`` counts the articles that only repeat another one's text."""

    articles: int
    unread: int
    undated: int
    copies: int
    first: str | None
    last: str | None
    outlets: tuple[Tally, ...]
    languages: tuple[Tally, ...]
    statements: int
    unplaced: int
    positions: int
    actors: int
    issues: int
    acts: tuple[Tally, ...]


def figures(contents: Contents) -> Figures:
    """Count what the book holds."""
    found = contents.reconciled
    published = period(article.published.value for article in contents.articles)
    return Figures(
        articles=len(contents.articles),
        unread=sum(article.unread is not None for article in contents.articles),
        undated=sum(article.published.value is None for article in contents.articles),
        copies=sum(len(family.articles) - 1 for family in found.families),
        first=published.first,
        last=published.last,
        outlets=_tally(article.outlet.value for article in contents.articles),
        languages=_tally(article.language.value for article in contents.articles),
        statements=len(contents.statements),
        unplaced=len(contents.unplaced),
        positions=len(found.positions),
        actors=len(found.actors),
        issues=len(found.issues),
        acts=_tally(position.act for position in found.positions),
    )


def _tally(names: Iterable[str | None]) -> tuple[Tally, ...]:
    counts = Counter(name or "unknown" for name in names)
    return tuple(Tally(name, count) for name, count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
