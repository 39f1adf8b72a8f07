"""sayso export: the book in other people's formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso.cli.options import Session, book_argument, example, filter_options, filters_of, json_option, pass_session
from sayso.exports import FORMATS


@click.command("export", epilog=example("sayso export talks.sayso --to jsonl out/", "head -1 out/statements.jsonl"))
@book_argument
@click.option("--to", "form", type=click.Choice(sorted(FORMATS)), required=True, help="The format.")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@filter_options
@json_option
@pass_session
def export_command(session: Session, /, book: str, form: str, directory: Path, as_json: bool, **given: Any) -> None:
    """Write statements and positions as JSONL or CSV.

    The files go into DIRECTORY, which is made if need be.

    Filters choose positions; a chosen one is exported with all of its statements. Files of an earlier export there
    are replaced.
    """
    from sayso import flow

    paths = flow.export(book, form, directory, filters_of(given))
    screen = session.screen(book)
    if as_json:
        screen.json(paths)
    else:
        for path in paths:
            screen.line(str(path))
