"""sayso search: find words in the articles and in the quotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sayso.cli.options import Session, book_argument, example, json_option, pass_session
from sayso.cli.screen import Screen, count, id_colour, shown
from sayso.cli.table import Column, Table

if TYPE_CHECKING:
    from sayso.book import Hit

HOW_TO_ASK = (
    'A statement or article is found when it holds all of the words as they are written: "a phrase" stands in '
    "quotation marks, a star finds endings (sanction*). OR is no operator but a word like others: search twice."
)


@click.command("search", epilog=example("sayso search talks.sayso 'river fees'"))
@book_argument
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="At most N of each kind."
)
@json_option
@pass_session
def search_command(session: Session, /, book: str, words: Sequence[str], limit: int, as_json: bool) -> None:
    """Find statements, then articles, that hold all of the WORDS.

    "A phrase" stands in quotation marks (within '...' for the shell); a star after a word finds its endings:
    sanction*. AND, OR and NOT are words like others.
    """
    from sayso import flow

    hits = flow.search(book, " ".join(words), limit=limit)
    screen = session.screen(book)
    if as_json:
        screen.json(hits)
    else:
        show_hits(screen, hits)


def show_hits(screen: Screen, hits: Sequence[Hit]) -> None:
    """Print what was found: the statements, then the articles."""
    for thing, found in (("statement", [hit for hit in hits if hit.statement]),
                         ("article", [hit for hit in hits if not hit.statement])):  # fmt: skip
        if found:
            screen.table(_table(found, thing))
            screen.line("")
    statements = sum(hit.statement is not None for hit in hits)
    screen.say(f"{count(statements, 'statement')}, {count(len(hits) - statements, 'article')}.", style="faint")
    if statements:
        screen.say("sayso show BOOK STATEMENT prints the position that a statement belongs to.", style="faint")
    if not hits:
        screen.say(HOW_TO_ASK, style="faint")


def _table(hits: Sequence[Hit], thing: str) -> Table:
    words = Column("words")
    if thing == "statement":
        columns = (Column("statement", fixed=True, colour=id_colour), Column("article"), words)
        return Table(columns, tuple((hit.statement or "", shown(hit.name), shown(hit.snippet)) for hit in hits))
    return Table((Column("article"), words), tuple((shown(hit.name), shown(hit.snippet)) for hit in hits))
