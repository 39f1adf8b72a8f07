"""sayso ledger: who demands, offers, rejects what, since when."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import click

from sayso.cli.acts import act_lines
from sayso.cli.options import Session, book_argument, example, filter_options, filters_of, pass_session
from sayso.cli.screen import Screen, act_colour, count, id_colour, shown
from sayso.cli.table import Column, Row, Section, Table
from sayso.cli.text import safe
from sayso.views import LedgerRow, ledger
from sayso.views.ledger import ORDERS

FORMULA = ("=", "+", "-", "@")


HOW_TO_READ = (
    'Dates: first and last, when it was said where the text tells, else when it was published. Origins "3 of 6": at '
    "most 3 independent reports in 6 articles. Below a position: toward whom it is aimed, on which issue."
)


@click.command(
    "ledger", epilog=f"{act_lines()}\n\n{example('sayso ledger talks.sayso --actor norland --since 2031-04')}"
)
@book_argument
@filter_options
@click.option(
    "--by", "order", type=click.Choice(ORDERS), default="actor", show_default=True,
    help="Order of the rows; date: by the last date, newest first; reports: most origins first.",
)  # fmt: skip
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most N rows.")
@click.option(
    "--format", "form", type=click.Choice(["table", "markdown", "json", "csv"]), default="table", show_default=True,
    help="How to print it.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@pass_session
def ledger_command(session: Session, /, book: str, order: str, limit: int | None, form: str, **given: Any) -> None:
    """Print the ledger: who demands, offers, rejects what.

    Each row is a position: what one actor demands, offers ... toward whom, on which issue (> on), and when. Of the two
    dates the first is that of its first statement, the other that of its last: when it was said where the text tells,
    else when it was published. Origins "3 of 6" is at most 3 independent reports in 6 articles.

    Filters choose rows; a chosen row is shown whole, with the dates and counts of all of its statements.
    """
    from sayso import flow

    form = "json" if given.pop("as_json") else form
    filters = filters_of(given)
    contents = flow.contents(book)
    rows = ledger(contents, filters, order=order)
    screen = session.screen(book)
    chosen = rows[:limit]
    if form == "json":
        screen.json(chosen)
    elif form == "csv":
        click.echo(comma_separated(chosen), nl=False)
    elif form == "markdown":
        screen.line("\n".join(markdown(chosen)))
    else:
        show_ledger(screen, chosen, order=order, total=len(contents.reconciled.positions))


def show_ledger(screen: Screen, rows: Sequence[LedgerRow], *, order: str = "actor", total: int = 0) -> None:
    """Print rows as a table, under headings where they are ordered by actor or issue."""
    if not rows:
        screen.say("No position to show: the book holds none, or none that meets the filters.")
        return
    screen.table(ledger_table(rows, order))
    screen.line("")
    actors = {row.actor for row in rows}
    cut = f"{len(rows):,} of " if total > len(rows) else ""
    totals = f"{cut}{count(max(total, len(rows)), 'position')}, {count(len(actors), 'actor')}."
    screen.say(f"{totals} {HOW_TO_READ}", style="faint")
    screen.say("sayso show BOOK ID prints the words that a position rests on.", style="faint")


def ledger_table(rows: Sequence[LedgerRow], order: str) -> Table:
    """The rows as a table; what stands in a heading is left out of the cells."""
    columns = [Column("id", fixed=True, colour=id_colour), Column("act", fixed=True, colour=act_colour)]
    columns += [Column("position"), Column("dates", fixed=True), Column("origins", fixed=True)]
    if order != "actor":
        columns.insert(1, Column("actor"))
    return Table(tuple(columns), tuple(_with_headings(rows, order)))


def _with_headings(rows: Sequence[LedgerRow], order: str) -> Iterator[Row | Section]:
    above = None
    for row in rows:
        heading = {"actor": row.actor, "issue": row.issue_label}.get(order)
        if heading is not None and heading != above:
            yield Section(shown(heading))
        above = heading
        actor = [] if order == "actor" else [shown(row.actor)]
        yield (row.id, *actor, row.act, _matter(row, order), _dates(row), f"{row.origins} of {row.articles}")


def _matter(row: LedgerRow, order: str) -> str:
    lines = [shown(row.title)]
    if row.addressee:
        lines.append(f"> toward {shown(row.addressee)}")
    if order != "issue" and row.issue_label.casefold() != row.title.casefold():
        lines.append(f"> on {shown(row.issue_label)}")
    if row.claimed:
        lines.append("> as others claim")
    if row.anonymous:
        lines.append("> from unnamed sources alone")
    return "\n".join(lines)


def _dates(row: LedgerRow) -> str:
    if row.first is None or row.last is None:
        return "unknown"
    return row.first if row.first == row.last else f"{row.first}\n{row.last}"


MARKDOWN = ("id", "actor", "act", "position", "toward", "issue", "first", "last", "articles", "origins", "outlets")


def markdown(rows: Sequence[LedgerRow]) -> Iterator[str]:
    """The rows as a Markdown table, one line each."""
    yield _markdown_line(MARKDOWN)
    yield _markdown_line(["---"] * len(MARKDOWN))
    for row in rows:
        notes = " (as others claim)" * row.claimed + " (from unnamed sources alone)" * row.anonymous
        cells = (row.id, row.actor, row.act, row.title + notes, row.addressee, row.issue_label, row.first, row.last)
        yield _markdown_line([*cells, str(row.articles), str(row.origins), ", ".join(row.outlets)])


def _markdown_line(cells: Sequence[str | None]) -> str:
    escaped = (safe(cell or "").replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in cells)
    return "| " + " | ".join(escaped) + " |"


def comma_separated(rows: Sequence[LedgerRow]) -> str:
    """The rows as CSV, their fields as in JSON; texts that a spreadsheet would take for a formula are disarmed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    fields = list(LedgerRow.__dataclass_fields__)
    writer.writerow(fields)
    writer.writerows([_cell(getattr(row, field)) for field in fields] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return _cell("; ".join(value))
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
