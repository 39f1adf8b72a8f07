"""sayso matrix: who stands where on which issue."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from typing import Any

import click

from sayso.cli.options import Session, book_argument, example, filter_options, filters_of, json_option, pass_session
from sayso.cli.screen import Screen, count, shown
from sayso.cli.table import Column, Table
from sayso.views import Matrix, matrix
from sayso.views.matrix import ActCount, Cell

ACTORS, ISSUES = 6, 20
"""So many actors and issues are shown unless more are asked for."""

CELL = len("threaten 4f2akc, 2024-06-15") + 2
NARROW_CELL = len("threaten 4f2akc,") + 2
"""The room for an actor's cells, each act on one line or, on a narrow screen, on two."""

ISSUE = 22
"""The least room for the issues' labels beside the actors' cells."""

LEGEND = "A cell tells each act with the id of its position, or with their number, and the last date."


@click.command("matrix", epilog=example("sayso matrix talks.sayso --since 2031-04"))
@book_argument
@filter_options
@click.option(
    "--actors", metavar="N", type=click.IntRange(min=1),
    help=f"At most N actors, those with the most positions ({ACTORS}; with --json all).",
)  # fmt: skip
@click.option(
    "--top", metavar="N", type=click.IntRange(min=1), help=f"At most N of their issues ({ISSUES}; with --json all)."
)
@json_option
@pass_session
def matrix_command(
    session: Session, /, book: str, actors: int | None, top: int | None, as_json: bool, **given: Any
) -> None:  # fmt: skip
    """Print actors by issues: who stands where.

    A cell tells the acts of an actor on an issue, and when it spoke last.

    Actors are chosen first, by their positions among those that meet the filters; then the issues on which they have
    positions, those with the most of these actors first. Actors that do not fit side by side follow in another table
    below.
    """
    from sayso import flow

    screen, contents, filters = session.screen(book), flow.contents(book), filters_of(given)
    if as_json:
        screen.json(matrix(contents, filters, actors=actors, issues=top))
    else:
        show_matrix(screen, matrix(contents, filters, actors=actors or ACTORS, issues=top or ISSUES))


def show_matrix(screen: Screen, view: Matrix) -> None:
    """Print a matrix, as many actors side by side as fit, and how to go on from a cell."""
    if not view.cells:
        screen.say("Nothing to show: the book holds no position, or none that meets the filters.")
        return
    side_by_side = abreast(screen.width)
    for start in range(0, len(view.actors), side_by_side):
        if start:
            screen.line("")
        screen.table(matrix_table(view, view.actors[start : start + side_by_side]))
    screen.line("")
    screen.say(f"{_counted(view)} {LEGEND}", style="faint")
    screen.say(f"To read a cell: {follow_up(view)}", style="faint")


def abreast(columns: int) -> int:
    """How many actors fit side by side; rather two with cells of two lines than one."""
    roomy = (columns - ISSUE) // CELL
    return roomy if roomy > 1 else max(1, (columns - ISSUE) // NARROW_CELL)


def matrix_table(view: Matrix, actors: Sequence[str]) -> Table:
    """Some actors of a matrix beside each other, on the issues that one of them has positions on."""
    cells = {(cell.actor, cell.issue): cell.acts for cell in view.cells}
    rows = []
    for issue in view.issues:
        told = [acts_text(cells.get((actor, issue.id), ())) for actor in actors]
        if any(told):
            rows.append((shown(issue.label), *told))
    return Table((Column("issue"), *(Column(shown(actor)) for actor in actors)), tuple(rows), spaced=True)


def acts_text(acts: Iterable[ActCount]) -> str:
    """A cell's acts, one a line: the act, its position or how many there are, when last."""
    return "\n".join(
        f"{each.act} {each.ids[0] if len(each.ids) == 1 else each.positions}, {each.last or 'undated'}" for each in acts
    )


def follow_up(view: Matrix) -> str:
    """The command that prints the rows behind the fullest cell, as an example for all of them."""
    labels = {issue.id: issue.label for issue in view.issues}
    fullest = max(view.cells, key=_held)
    actor, issue = (shlex.quote(shown(words)) for words in (fullest.actor, labels[fullest.issue]))
    return f"sayso ledger BOOK --actor {actor} --issue {issue}"


def _held(cell: Cell) -> int:
    return sum(each.positions for each in cell.acts)


def _counted(view: Matrix) -> str:
    issues = f"{len(view.issues)} of {count(view.of_issues, 'issue')}"
    actors = f"{len(view.actors)} of {count(view.of_actors, 'actor')}"
    cut = len(view.issues) < view.of_issues or len(view.actors) < view.of_actors
    return f"{issues}, {actors}." + " More with --top N and --actors N." * cut
