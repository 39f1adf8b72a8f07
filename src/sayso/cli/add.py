"""sayso add: read articles into a book, and tell what became of each source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from sayso.cli.options import Session, book_argument, example, json_option, pass_session
from sayso.cli.progress import progress
from sayso.cli.screen import Screen, count, shown
from sayso.errors import SourceError, UsageError
from sayso.records import Noted
from sayso.reports import AddOptions, Report, SourceReport

SKIPPED_EXIT = SourceError.exit_code

DATES = "words like 'on Monday' stay open in them (dates can be given: --metadata FILE.jsonl)"
MOST_NOTES = 20
"""So many notes are printed of one source: a folder of second versions has one for each article."""


@click.command("add", epilog=example("sayso add talks.sayso articles/ more.jsonl.gz --column text=body"))
@book_argument
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--metadata", metavar="FILE", type=click.Path(), help="Facts of the articles: id, title, date, publisher, url."
)
@click.option(
    "--column", "columns", metavar="FACT=COLUMN", multiple=True,
    help="Where a table has text, title, date, outlet, author or url. May be repeated.",
)  # fmt: skip
@click.option("--actors", metavar="FILE", type=click.Path(), help="An actors.toml; it is kept in the book.")
@click.option("--reader", metavar="NAME", help="What reads the articles (setting: reader).")
@click.option(
    "--min-confidence", metavar="P", type=click.FloatRange(0, 1),
    help="Keep statements from this confidence on, 0 to 1, instead of the reader's own choice.",
)  # fmt: skip
@click.option("--max-file-mb", metavar="N", type=int, help="Skip an article larger than this (setting: max_file_mb).")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@json_option
@pass_session
def add_command(
    session: Session, /, book: str, sources: Sequence[str], metadata: str | None, columns: Sequence[str],
    actors: str | None, reader: str | None, min_confidence: float | None, max_file_mb: int | None,
    quiet: bool, as_json: bool,
) -> int:  # fmt: skip
    """Read articles into BOOK, which is made if it is not there.

    SOURCES are files and folders, or - for standard input: .txt, .md, .html, and JSONL, JSON or CSV tables, also
    gzipped. Adding an article twice changes nothing. A bad input is skipped and named; the rest goes on.
    """
    from sayso import flow

    settings = session.settings(book, reader=reader, max_file_mb=max_file_mb, progress=False if quiet else None)
    options = AddOptions(
        metadata=metadata,
        columns=columns_of(columns),
        actors=actors,
        reader=settings.reader,
        limit=settings.max_file_mb * 1_000_000,
        min_confidence=min_confidence,
    )
    with progress(quiet=not settings.progress) as on_event:
        report = flow.add(book, sources, options=options, on_event=on_event)
    screen = session.screen(book)
    if as_json:
        screen.json(report)
    else:
        show_report(screen, report, book)
    return SKIPPED_EXIT if any(source.skipped for source in report.sources) else 0


def columns_of(pairs: Sequence[str]) -> dict[str, str]:
    """The columns of a table by the fact they hold, from ``fact=column`` pairs."""
    columns = {}
    for pair in pairs:
        fact, equals, column = pair.partition("=")
        if not (fact and equals and column):
            raise UsageError(f"--column {pair!r} names no fact and column; write it as --column text=body")
        columns[fact.strip()] = column
    return columns


def show_report(screen: Screen, report: Report, book: str) -> None:
    """Print what became of each source, a line for each input that was skipped, notes, and what the book holds now.

    These lines are not wrapped, so that a path can be copied and a line found.
    """
    for source in report.sources:
        screen.line(source_line(source))
        for skipped in source.skipped:
            screen.line(screen.paint(f"  skipped {shown(skipped.place)}: {shown(skipped.reason)}", "against"))
        if source.undated:
            screen.line(f"  without a date: {count(source.undated, 'article')}; {DATES}")
        show_notes(screen, source.notes, indent="  ")
    show_notes(screen, report.notes)
    held = (count(report.statements, "statement"), count(report.positions, "position"), f"{report.unplaced:,} unplaced")
    screen.say(f"The book holds {', '.join(held)}.", style="faint")
    if report.positions:
        screen.line(screen.paint(f"See them: sayso ledger {shown(book)}", "faint"))


def show_notes(screen: Screen, notes: Sequence[Noted], *, indent: str = "") -> None:
    """Print a line for each note; of many only the first ones, and how many more there are."""
    for note in notes[:MOST_NOTES]:
        screen.line(screen.paint(f"{indent}note: {shown(note.place)}: {shown(note.words)}", "asks"))
    if len(notes) > MOST_NOTES:
        more = count(len(notes) - MOST_NOTES, "more note")
        screen.line(screen.paint(f"{indent}and {more}; --json prints all of them", "asks"))


def source_line(source: SourceReport) -> str:
    """One source in figures: "articles/: found 12, added 9, already there 2, skipped 1"."""
    return f"{shown(source.source)}: " + ", ".join(f"{what} {number:,}" for what, number in _figures(source))


def _figures(source: SourceReport) -> Iterator[tuple[str, int]]:
    yield "found", source.found
    yield "added", source.added
    yield "already there", source.already
    if source.updated:
        yield "facts updated", source.updated
    yield "skipped", len(source.skipped)
    if source.unread:
        yield "kept but not read", source.unread
