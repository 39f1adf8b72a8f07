"""sayso info: a book in figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from sayso.cli.options import Session, book_argument, example, json_option, pass_session
from sayso.cli.screen import Screen, as_json, shown
from sayso.errors import BookError
from sayso.views import figures

if TYPE_CHECKING:
    from sayso.reports import Info


@click.command("info", epilog=example("sayso info talks.sayso", "sayso info talks.sayso --check"))
@book_argument
@click.option("--check", is_flag=True, help="Also check that the file is sound and every quote stands at its span.")
@json_option
@pass_session
def info_command(session: Session, /, book: str, check: bool, as_json: bool) -> int:
    """Print what a book holds, in figures."""
    from sayso import flow

    found = figures_of(flow.info(book, check=check))
    screen = session.screen(book)
    if as_json:
        screen.json(found)
    else:
        show_info(screen, found)
    return BookError.exit_code if found["problems"] else 0


NAMES = {
    "unread": "not read",
    "undated": "without date",
    "copies": "copies",
    "first": "published from",
    "last": "published until",
    "unplaced": "not located",
}
"""What figures are called on the screen, where their field's name would not do."""

ROOM = 17
"""The width of a figure's name."""


def figures_of(info: Info) -> dict[str, object]:
    """A book's figures by name, as one flat record; ``problems`` is null when nothing was checked."""
    counted = as_json(figures(info.contents))
    assert isinstance(counted, dict)
    problems = None if info.problems is None else list(info.problems)
    return {**counted, "readers": dict(info.readers), "decisions": info.decisions, "problems": problems}


def show_info(screen: Screen, figures: Mapping[str, object]) -> None:
    """Print the figures, one to a line, and what is wrong with the book if that was checked."""
    for name, value in figures.items():
        if name != "problems":
            screen.hanging(NAMES.get(name, name).ljust(ROOM), _value(value))
    problems = figures["problems"]
    if isinstance(problems, list):
        screen.hanging("checked".ljust(ROOM), "; ".join(map(shown, problems)) or "sound, every quote at its span")


def _value(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{shown(name)} ({count:,})" for name, count in value.items()) or "-"
    if isinstance(value, list):
        return ", ".join(f"{shown(tally['name'])} ({tally['count']:,})" for tally in value) or "-"
    return f"{value:,}" if isinstance(value, int) else shown(str(value)) if value is not None else "unknown"
