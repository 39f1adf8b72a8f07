"""sayso matrix: who stands where on which issue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

from sayso.cli.options import Session, book_argument, example, filter_options, filters_of, json_option, pass_session
from sayso.cli.screen import Screen, count, shown
from sayso.cli.table import Column, Table
from sayso.views import Matrix, matrix
from sayso.views.matrix import ActCount

CELL = len("threaten 2, 2024-06-15")
ISSUE = 22
"""The least room for the issues' labels beside the actors' cells."""


@click.command("matrix", epilog=example("sayso matrix talks.sayso --since 2031-04"))
@book_argument
@filter_options
@click.option("--top", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="At most N issues.")
@click.option(
    "--actors", metavar="N", type=click.IntRange(min=1), default=6, show_default=True, help="At most N actors."
)
@json_option
@pass_session
def matrix_command(session: Session, /, book: str, top: int, actors: int, as_json: bool, **given: Any) -> None:
    """Print actors by issues: who stands where.

    A cell tells how many positions of each act an actor has on an issue, and when it spoke last.

    Actors that do not fit side by side follow in another table below.
    """
    from sayso import flow

    view = matrix(flow.contents(book), filters_of(given))
    screen = session.screen(book)
    if as_json:
        screen.json(view)
    else:
        show_matrix(screen, view, top=top, actors=actors)


def show_matrix(screen: Screen, view: Matrix, *, top: int = 20, actors: int = 6) -> None:
    """Print a matrix, as many actors side by side as fit."""
    if not view.cells:
        screen.say("Nothing to show: the book holds no position, or none that meets the filters.")
        return
    abreast = max(1, (screen.width - ISSUE) // (CELL + 2))
    chosen = view.actors[:actors]
    for start in range(0, len(chosen), abreast):
        if start:
            screen.line("")
        screen.table(matrix_table(view, chosen[start : start + abreast], top))
    screen.line("")
    screen.say(_left_out(view, top, actors), style="faint")


def matrix_table(view: Matrix, actors: Sequence[str], top: int) -> Table:
    """Some actors of a matrix beside each other, on the issues that one of them has positions on."""
    cells = {(cell.actor, cell.issue): cell.acts for cell in view.cells}
    rows = []
    for issue in view.issues[:top]:
        told = [acts_text(cells.get((actor, issue.id), ())) for actor in actors]
        if any(told):
            rows.append((shown(issue.label), *told))
    return Table((Column("issue"), *(Column(shown(actor)) for actor in actors)), tuple(rows), spaced=True)


def acts_text(acts: Iterable[ActCount]) -> str:
    """A cell's acts, one a line: the act, how often, when last."""
    return "\n".join(f"{each.act} {each.positions}, {each.last or 'undated'}" for each in acts)


def _left_out(view: Matrix, top: int, actors: int) -> str:
    issues = f"{min(top, len(view.issues))} of {count(len(view.issues), 'issue')}"
    shown_actors = f"{min(actors, len(view.actors))} of {count(len(view.actors), 'actor')}"
    told = "Each act with the number of positions and the last date. More with --top N and --actors N."
    return f"{issues}, {shown_actors}. {told}"
