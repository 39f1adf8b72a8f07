"""What is asked of the flow when articles are added, and what it tells of the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sayso.records import Contents, Noted, Skipped


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How articles are taken in: see ``sayso add --help``.

    ``limit`` is the most bytes of one; ``min_confidence`` (0 to 1) the least that a statement must have to be kept.
    None takes the usual of either.
    """

    metadata: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    actors: str | None = None
    reader: str = "small"
    limit: int | None = None
    min_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """How far the work is: articles done, of how many if that is known, and the last one's name."""

    done: int
    total: int | None
    name: str


OnEvent = Callable[[Event], None]


@dataclass(slots=True)
class SourceReport:
    """What became of one source; ``notes`` tell of what was taken in otherwise than may have been meant.

    ``undated`` counts the articles added whose day, month or year is not known.
    """

    source: str
    found: int = 0
    added: int = 0
    already: int = 0
    updated: int = 0
    unread: int = 0
    undated: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each source, what the book holds now, and notes on all sources together."""

    sources: tuple[SourceReport, ...]
    statements: int
    unplaced: int
    positions: int
    notes: tuple[Noted, ...] = ()


@dataclass(frozen=True, slots=True)
class Info:
    """A book's contents, who read them, and, where it was asked for, what is wrong with the book."""

    contents: Contents
    readers: Mapping[str, int]
    decisions: int
    problems: tuple[str, ...] | None = None
