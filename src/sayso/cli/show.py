"""sayso show: one position with the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import click

from sayso.cli.highlight import highlight
from sayso.cli.options import Session, book_argument, example, json_option, pass_session
from sayso.cli.screen import Screen, count, same_text, shown, some
from sayso.records import Fact
from sayso.views import PositionView, position
from sayso.views.ledger import LedgerRow
from sayso.views.position import Quoted

INDENT = "   "


@click.command("show", epilog=example("sayso show talks.sayso 4f2a"))
@book_argument
@click.argument("id", metavar="POSITION")
@json_option
@pass_session
def show_command(session: Session, /, book: str, id: str, as_json: bool) -> None:
    """Print a position with the words that it rests on.

    Each statement stands in its sentence, with its outlet, date and speaker, and through whom it is known.

    POSITION is the id that the ledger prints, or enough of its beginning. The quoted words stand in [[ ]] in a pipe.
    """
    from sayso import flow

    view = position(flow.contents(book), id)
    screen = session.screen(book)
    if as_json:
        screen.json(view)
    else:
        show_position(screen, view)


def show_position(screen: Screen, view: PositionView) -> None:
    """Print a position and its evidence."""
    row = view.row
    screen.say(f"{row.id}  {shown(row.actor)}: {row.act}", style="section")
    screen.say(shown(row.title))
    for line in _about(row):
        screen.say(line, style="faint")
    for number, quoted in enumerate(view.evidence, start=1):
        screen.line("")
        _show_quoted(screen, quoted, number)


def _about(row: LedgerRow) -> Iterator[str]:
    toward = f"toward {shown(row.addressee)}; " if row.addressee else ""
    yield f"{toward}issue: {shown(row.issue_label)}"
    dates = (
        "date unknown" if row.first is None else row.first if row.first == row.last else f"{row.first} to {row.last}"
    )
    origins = "at most " * (row.origins > 1) + count(row.origins, "independent report")
    yield f"{dates}; {count(row.statements, 'statement')} in {count(row.articles, 'article')}, {origins}"
    if row.claimed:
        yield "known only as other parties claim it"
    if row.anonymous:
        yield "known only from unnamed sources"


def _show_quoted(screen: Screen, quoted: Quoted, number: int) -> None:
    where = ", ".join([shown(quoted.outlet, "outlet unknown"), *_when(quoted)])
    notes = " (headline)" * (quoted.part == "headline") + " (claimed by another party)" * quoted.claimed
    screen.say(f"{number}. {where}{notes}", style="section")
    for line in highlight(quoted.context, screen, screen.width - len(INDENT)):
        screen.line(INDENT + line)
    screen.hanging(INDENT, f"say-so: {shown(quoted.chain)}", style="faint")
    sure = "" if quoted.confidence is None else f"; confidence {quoted.confidence:.2f}"
    place = f"from {shown(quoted.document)}, characters {quoted.start} to {quoted.end}{sure}"
    screen.hanging(INDENT, place, style="faint")
    if quoted.copies:
        screen.hanging(INDENT, f"{same_text(quoted.copy_kind)} {some(quoted.copies)}", style="faint")


def _when(quoted: Quoted) -> Iterator[str]:
    yield f"published {quoted.published.value}" if quoted.published.value else "date unknown"
    if quoted.said.value and quoted.said.value != quoted.published.value:
        yield f"said {_cut(quoted.said)}"
    if quoted.due.value:
        yield f"due {_cut(quoted.due)}"


def _cut(fact: Fact) -> str:
    told = (fact.value or "").replace("/", " to ")
    return f"in the week of {told}" if fact.precision == "week" else told
