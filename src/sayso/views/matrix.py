"""The matrix: actors by issues, each cell with the acts that the actor did on the issue and when last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.evidence import Evidence, period
from sayso.records import ACTS, Contents, Position
from sayso.views.filters import Filters, choose


@dataclass(frozen=True, slots=True)
class ActCount:
    """How many positions have one act, and the date of the last statement among them."""

    act: str
    positions: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor did on one issue; ``acts`` in the order words, then deeds."""

    actor: str
    issue: str
    acts: tuple[ActCount, ...]


@dataclass(frozen=True, slots=True)
class IssueHead:
    """An issue of the matrix, with its label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors, those with the most positions first; issues, those with the most actors first; the cells not empty."""

    actors: tuple[str, ...]
    issues: tuple[IssueHead, ...]
    cells: tuple[Cell, ...]


def matrix(contents: Contents, filters: Filters | None = None) -> Matrix:
    """Actors by issues, over the positions that meet the filters."""
    evidence = Evidence(contents)
    positions = choose(contents, filters or Filters())
    by_cell: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        by_cell[position.actor, position.issue].append(position)
    actors = _most_first(position.actor for position in positions)
    held = Counter(position.issue for position in positions)
    sides = Counter(issue for _, issue in by_cell)
    labels = {position.issue: evidence.issue_label(position) for position in positions}
    issues = sorted(labels, key=lambda issue: (-sides[issue], -held[issue], labels[issue], issue))
    return Matrix(
        actors=actors,
        issues=tuple(IssueHead(id, labels[id]) for id in issues),
        cells=tuple(
            Cell(actor, issue, count_acts(evidence, by_cell[actor, issue]))
            for issue in issues
            for actor in actors
            if (actor, issue) in by_cell
        ),
    )


def count_acts(evidence: Evidence, positions: Iterable[Position]) -> tuple[ActCount, ...]:
    """How often each act stands among some positions, and when last."""
    by_act: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        by_act[position.act].append(position)
    return tuple(
        ActCount(act, len(rows), period(evidence.dated(one).value for row in rows for one in evidence.of(row)).last)
        for act, rows in sorted(by_act.items(), key=lambda entry: ACTS.index(entry[0]))
    )


def _most_first(names: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
