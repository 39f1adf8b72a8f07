"""The matrix: actors by issues, each cell with the acts that the actor did on the issue and when last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.evidence import Evidence, period
from sayso.records import ACTS, Contents, Position
from sayso.views.filters import Filters, choose


@dataclass(frozen=True, slots=True)
class ActCount:
    """How many positions have one act, which, and the date of the last statement among them."""

    act: str
    positions: int
    last: str | None
    ids: tuple[str, ...] = ()


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
    """Actors, those with the most positions first; issues, those with the most actors first; the cells not empty.

    No actor and no issue is without a cell. ``of_actors`` and ``of_issues`` count what met the filters before it was
    cut.
    """

    actors: tuple[str, ...] = ()
    issues: tuple[IssueHead, ...] = ()
    cells: tuple[Cell, ...] = ()
    of_actors: int = 0
    of_issues: int = 0


def matrix(
    contents: Contents, filters: Filters | None = None, *, actors: int | None = None, issues: int | None = None
) -> Matrix:
    """Actors by issues, over the positions that meet the filters: at most so many actors, then issues among them."""
    evidence = Evidence(contents)
    positions = choose(contents, filters or Filters())
    chosen = _most_first(position.actor for position in positions)[:actors]
    by_cell: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for position in positions:
        if position.actor in chosen:
            by_cell[position.issue, position.actor].append(position)
    labels = {rows[0].issue: evidence.issue_label(rows[0]) for rows in by_cell.values()}
    ordered = _most_sides_first(by_cell, labels)[:issues]
    there = {actor for issue, actor in by_cell if issue in ordered}
    cells = [(actor, issue) for issue in ordered for actor in chosen if (issue, actor) in by_cell]
    return Matrix(
        actors=tuple(actor for actor in chosen if actor in there),
        issues=tuple(IssueHead(id, labels[id]) for id in ordered),
        cells=tuple(Cell(actor, issue, count_acts(evidence, by_cell[issue, actor])) for actor, issue in cells),
        of_actors=len({position.actor for position in positions}),
        of_issues=len({position.issue for position in positions}),
    )


def count_acts(evidence: Evidence, positions: Iterable[Position]) -> tuple[ActCount, ...]:
    """How often each act stands among some positions, and when last."""
    by_act: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        by_act[position.act].append(position)
    return tuple(
        ActCount(act, len(rows), _last(evidence, rows), tuple(row.id for row in rows))
        for act, rows in sorted(by_act.items(), key=lambda entry: ACTS.index(entry[0]))
    )


def _last(evidence: Evidence, positions: Iterable[Position]) -> str | None:
    return period(evidence.dated(one).value for row in positions for one in evidence.of(row)).last


def _most_sides_first(by_cell: Mapping[tuple[str, str], Sequence[Position]], labels: Mapping[str, str]) -> list[str]:
    """The issues of some cells: those with the most actors first, then those with the most positions."""
    sides = Counter(issue for issue, _ in by_cell)
    held = Counter(row.issue for rows in by_cell.values() for row in rows)
    return sorted(labels, key=lambda issue: (-sides[issue], -held[issue], labels[issue], issue))


def _most_first(names: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
