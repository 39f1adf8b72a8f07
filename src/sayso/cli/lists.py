"""sayso articles, actors, issues, unplaced: what a book holds, listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from sayso.cli.options import Session, book_argument, example, json_option, pass_session
from sayso.cli.screen import Screen, count, same_text, shown, some
from sayso.cli.table import Column, Note, Row, Table
from sayso.records import Contents
from sayso.views import Why, actors, articles, issues, unplaced, why
from sayso.views.lists import ActorRow, ArticleRow, IssueRow, UnplacedRow
from sayso.views.matrix import ActCount
from sayso.views.why import Reason


@click.command("articles", epilog=example("sayso articles talks.sayso"))
@book_argument
@json_option
@pass_session
def articles_command(session: Session, /, book: str, as_json: bool) -> None:
    """List the articles.

    With outlet, date and how it is known, number of words and statements, copies, and why one was not read.
    """
    rows = articles(_contents(book))
    screen = session.screen(book)
    if as_json:
        screen.json(rows)
    else:
        _print(screen, articles_table(rows), count(len(rows), "article"))


@click.command("actors", epilog=example("sayso actors talks.sayso --json", 'sayso actors talks.sayso --why "Norland"'))
@book_argument
@click.option("--why", "name", metavar="NAME", help="Show on what evidence statements stand under this actor.")
@json_option
@pass_session
def actors_command(session: Session, /, book: str, name: str | None, as_json: bool) -> None:
    """List the actors and the words they appear under.

    With their kind, and how many positions of each act they hold. Those that hold none, because they are only
    addressed or told of, are counted; --json lists them too. --why shows, of one actor, which words for its holder
    led to it and how: a name, a title, an introduction elsewhere, the list of offices.
    """
    screen = session.screen(book)
    if name is not None:
        told = why(_contents(book), name)
        if as_json:
            screen.json(told)
        else:
            screen.say(f"{told.name} ({told.kind})", style="section")
            _print(screen, why_table(told), why_counted(told))
        return
    rows = actors(_contents(book))
    if as_json:
        screen.json(rows)
    else:
        _print(screen, actors_table(rows), actors_counted(rows))


@click.command("issues", epilog=example("sayso issues talks.sayso"))
@book_argument
@json_option
@pass_session
def issues_command(session: Session, /, book: str, as_json: bool) -> None:
    """List the issues: who has positions on them, and since when."""
    rows = issues(_contents(book))
    screen = session.screen(book)
    if as_json:
        screen.json(rows)
    else:
        _print(screen, issues_table(rows), count(len(rows), "issue"))


@click.command("unplaced", epilog=example("sayso unplaced talks.sayso"))
@book_argument
@json_option
@pass_session
def unplaced_command(session: Session, /, book: str, as_json: bool) -> None:
    """List what could not be located in its article.

    What a reader said without its words being found stands apart: it is in no ledger and no export.
    """
    rows = unplaced(_contents(book))
    screen = session.screen(book)
    if as_json:
        screen.json(rows)
    else:
        _print(screen, unplaced_table(rows), count(len(rows), "statement") + " not located")


def articles_table(rows: Sequence[ArticleRow]) -> Table:
    """Articles as a table; what is to be noted of one stands below it."""
    columns = (
        Column("article"),
        Column("outlet"),
        Column("date", fixed=True),
        Column("known from"),
        Column("words", fixed=True, right=True),
        Column("said", fixed=True, right=True),
    )
    return Table(columns, tuple(line for row in rows for line in _article(row)))


def _article(row: ArticleRow) -> Iterator[Row | Note]:
    date, known = (row.date, row.date_how) if row.date else ("unknown", "")
    yield (shown(row.document), shown(row.outlet), date, known, f"{row.words:,}", str(row.statements))
    if row.unread:
        yield Note(f"not read: {shown(row.unread)}")
    if row.copies:
        yield Note(f"{same_text(row.copy_kind)} {some(row.copies)}")


def actors_table(rows: Sequence[ActorRow]) -> Table:
    """Actors with positions as a table; the words that they appear under stand below them."""
    columns = (
        Column("actor"),
        Column("kind", fixed=True),
        Column("positions", fixed=True, right=True),
        Column("acts"),
    )
    return Table(columns, tuple(line for row in rows if row.positions for line in _actor(row)))


def why_table(told: Why) -> Table:
    """What led to an actor as a table, with the first words that rest on it below."""
    columns = (Column("words"), Column("evidence"), Column("speaker"), Column("statements", fixed=True, right=True))
    return Table(columns, tuple(line for reason in told.reasons for line in _reason(reason)))


def why_counted(told: Why) -> str:
    """On how much it rests."""
    statements = sum(reason.statements for reason in told.reasons)
    documents = {document for reason in told.reasons for document in reason.documents}
    return f"{count(statements, 'statement')} in {count(len(documents), 'article')}"


def _reason(reason: Reason) -> Iterator[Row | Note]:
    yield (shown(reason.words), shown(reason.how), shown(reason.speaker, "-"), str(reason.statements))
    yield Note(f"{shown(reason.documents[0])}: {shown(' '.join(reason.quote.split()))}")


def actors_counted(rows: Sequence[ActorRow]) -> str:
    """How many actors hold positions, and how many none."""
    holding = sum(row.positions > 0 for row in rows)
    others = len(rows) - holding
    more = f"; {others:,} more without positions, only addressed or told of (--json lists them)" if others else ""
    return f"{count(holding, 'actor')} with positions{more}"


def _actor(row: ActorRow) -> Iterator[Row | Note]:
    yield (shown(row.name), row.kind, str(row.positions), _acts(row.acts))
    if others := [alias for alias in row.aliases if alias.casefold() != row.name.casefold()]:
        yield Note(some(others))


def _acts(acts: Sequence[ActCount]) -> str:
    return ", ".join(f"{each.act} {each.positions}" for each in acts)


def issues_table(rows: Sequence[IssueRow]) -> Table:
    """Issues as a table."""
    columns = (
        Column("issue"), Column("actors"), Column("positions", fixed=True, right=True), Column("first", fixed=True),
        Column("last", fixed=True),
    )  # fmt: skip
    return Table(columns, tuple(_issue(row) for row in rows))


def _issue(row: IssueRow) -> tuple[str, ...]:
    actors = ", ".join(map(shown, row.actors))
    return (shown(row.label), actors, str(row.positions), row.first or "unknown", row.last or "unknown")


def unplaced_table(rows: Sequence[UnplacedRow]) -> Table:
    """Statements that were not located, as a table."""
    columns = (Column("article"), Column("holder"), Column("act", fixed=True), Column("words"), Column("reason"))
    return Table(columns, tuple(_unplaced(row) for row in rows))


def _unplaced(row: UnplacedRow) -> tuple[str, ...]:
    return (shown(row.document), shown(row.holder), row.act or "-", shown(row.words), shown(row.reason))


def _contents(book: str) -> Contents:
    from sayso import flow

    return flow.contents(book)


def _print(screen: Screen, table: Table, total: str) -> None:
    if table.rows:
        screen.table(table)
        screen.line("")
    screen.say(f"{total}.", style="faint")
