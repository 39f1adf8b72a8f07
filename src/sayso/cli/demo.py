"""sayso demo: read the bundled example and show what comes of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from sayso.cli.ledger import show_ledger
from sayso.cli.matrix import show_matrix
from sayso.cli.options import Session, example, pass_session
from sayso.cli.progress import progress
from sayso.cli.screen import Screen, shown
from sayso.cli.show import show_position
from sayso.records import Contents
from sayso.views import Filters, LedgerRow, ledger, matrix, position

SEVERAL = 2
"""So many origins make a position of the example worth showing to someone who sees Sayso for the first time."""


@click.command("demo", epilog=example("sayso demo --book demo.sayso"))
@click.option("--book", type=click.Path(), help="Keep the book here; without it, it is thrown away afterwards.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@pass_session
def demo_command(session: Session, /, book: str | None, quiet: bool) -> None:
    """Read a bundled example and show what comes of it.

    The example is an invented dispute between invented parties, told by invented outlets. Prints its ledger, its
    matrix, and one position with the words that it rests on.
    """
    from sayso import flow

    settings = session.settings(book, progress=False if quiet else None)
    screen = session.screen(book)
    with tempfile.TemporaryDirectory() as passing:
        path = book or str(Path(passing) / "demo.sayso")
        with progress(quiet=not settings.progress) as on_event:
            flow.demo(path, on_event=on_event)
        show_demo(screen, flow.contents(path))
    if book:
        hint = f"All of it: sayso ledger {shown(book)}"
    else:
        hint = "sayso demo --book demo.sayso keeps the book, to look around in."
    screen.line("")
    screen.line(screen.paint(hint, "faint"))


def show_demo(screen: Screen, contents: Contents) -> None:
    """Print a book's ledger, its matrix and its best founded position.

    Where there are positions that several independent reports bear out, the ledger is cut to them.
    """
    every = ledger(contents)
    rows = ledger(contents, Filters(origins=SEVERAL)) or every
    _heading(screen, "The ledger" + (f": positions that rest on {SEVERAL} origins or more" if rows != every else ""))
    show_ledger(screen, rows, total=len(every))
    _heading(screen, "The matrix")
    show_matrix(screen, matrix(contents))
    if rows:
        _heading(screen, "One position, and the words it rests on")
        show_position(screen, position(contents, best_founded(rows).id))


def _heading(screen: Screen, text: str) -> None:
    screen.line("")
    screen.say(f"== {text} ==", style="section")
    screen.line("")


def best_founded(rows: tuple[LedgerRow, ...]) -> LedgerRow:
    """The row with the most origins, then articles."""
    return max(rows, key=lambda row: (row.origins, row.articles, row.statements, row.id))
