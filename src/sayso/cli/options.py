"""What several commands take: the book, filters, the way of output."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso.cli.screen import Screen, screen
from sayso.settings import Settings, Value, load
from sayso.views import Filters

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Session:
    """What was given before the command: the settings file and the width."""

    config: Path | None = None
    width: int | None = None

    def settings(self, book: str | None = None, **flags: Value | None) -> Settings:
        """The settings in force for a book, the command's own flags on top."""
        folder = Path(book).absolute().parent if book else None
        given = {"width": self.width, **flags}
        return load(folder, config=self.config, environment=os.environ, flags=given)

    def screen(self, book: str | None = None) -> Screen:
        """The screen as the settings for a book want it."""
        return screen(self.settings(book).width)


pass_session = click.make_pass_decorator(Session, ensure=True)
book_argument = click.argument("book", type=click.Path())
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")


def example(*lines: str) -> str:
    """A command's example as its help shows it."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def filter_options(command: Command) -> Command:
    """Give a command the options that choose rows; it gets them as one ``Filters``."""
    options = (
        click.option("--actor", metavar="NAME", help="Only this actor's; a part of the name or an alias will do."),
        click.option("--act", metavar="ACT", multiple=True, help="Only this act: demand, reject ... May be repeated."),
        click.option("--issue", metavar="WORDS", help="Only issues with these words in their label."),
        click.option(
            "--since", metavar="DATE", help="With a statement on or after this date: 2024-06-15, 2024-06, 2024."
        ),
        click.option("--until", metavar="DATE", help="With a statement on or before this date."),
        click.option("--outlet", metavar="NAME", help="With a statement published by this outlet."),
        click.option(
            "--claimed/--own-word", default=None,
            help="--claimed: only rows of which every statement is another party's word about the actor ('B says A "
            "threatened'). --own-word: only rows with a statement that is not: the actor's own, or the outlet's "
            "report.",
        ),
        click.option("--origins", metavar="N", type=int, help="With N or more in the column of origins."),
        click.option(
            "--min-confidence", metavar="P", type=click.FloatRange(0, 1),
            help="With a statement whose confidence, from 0 to 1, is P or more.",
        ),
        click.option("--text", metavar="WORDS", help="With these words in the title or in a quote."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def filters_of(given: dict[str, Any]) -> Filters:
    """The filters among a command's options, taken out of them."""
    return Filters(**{name: given.pop(name) for name in Filters.__dataclass_fields__})
