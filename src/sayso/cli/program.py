"""The command group, and how every run ends: with an exit code and, when something is wrong, one line."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from sayso import __version__
from sayso.cli.options import Session
from sayso.cli.text import safe
from sayso.errors import SaysoError

INTERRUPTED = 130
BROKEN_PIPE = 141

EXIT_CODES = {
    0: "done",
    1: "something else went wrong",
    2: "the command asks for something that does not exist or does not fit",
    3: "done, but some inputs were skipped",
    4: "the book holds nothing under that name or number",
    5: "not a book, a damaged one, or one of a newer Sayso",
    6: "the book is held by another program",
    7: "a model is missing or is not the right one",
    INTERRUPTED: "stopped with Ctrl-C; what was added stays",
    BROKEN_PIPE: "whoever read the output went away, as head does",
}
"""What each exit code means."""

BEFORE = ("--width", "--config", "--version")
"""Options that stand before the command, because they hold for all of them."""

EPILOG = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in EXIT_CODES.items())


class InOrder(click.Group):
    """A group that lists its commands in the order in which one needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names, as they were added."""
        return list(self.commands)


@click.group(
    cls=InOrder,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.option("--config", metavar="FILE", type=click.Path(path_type=Path), help="Read settings from this file.")
@click.option("--width", metavar="N", type=int, help="Make tables N columns wide.")
@click.version_option(__version__, prog_name="sayso", message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context, config: Path | None, width: int | None) -> None:
    """Who demands what, and on whose say-so.

    Sayso reads news articles into a book: a dated, sourced ledger of positions. Each line leads back to the exact
    words. Nothing leaves this machine.

    \b
    Start here:
      sayso demo                      see it on a bundled example
      sayso add talks.sayso articles/ read a folder of articles into a book
      sayso ledger talks.sayso        see who demands, offers, rejects what
    """
    context.obj = Session(config, width)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        return _complain("stopped; what was added before stays in the book", INTERRUPTED)
    except click.ClickException as error:
        return _complain(_click_message(error), error.exit_code)
    except SaysoError as error:
        return _complain(str(error), error.exit_code)
    except Exception as error:
        hint = "this is a fault in Sayso: run it again with SAYSO_TRACEBACK=1 and report what it prints"
        return _complain(f"{type(error).__name__}: {error}; {hint}", 1)


def _run(arguments: list[str]) -> int:
    """Run a command line; what is wrong is raised. (click's own ``main`` would end the process on a closed pipe.)"""
    try:
        with program.make_context("sayso", arguments) as context:
            ended = program.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return ended if isinstance(ended, int) else 0


def _complain(message: str, code: int) -> int:
    """Say what is wrong in one line on standard error; after the traceback where the environment asks for it."""
    if os.environ.get("SAYSO_TRACEBACK", "0") not in ("", "0"):
        traceback.print_exc()
    click.echo(f"sayso: {safe(message)}", err=True)
    return code


def _click_message(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    name = context.command_path if context else "sayso"
    if isinstance(error, click.NoSuchOption) and error.option_name in BEFORE:
        return f"{error.option_name} goes before the command: sayso {error.option_name} ... {name.split()[-1]} ..."
    message = error.format_message().rstrip(".")
    joint = " " if message.endswith("?") else "; "
    return f"{message}{joint}'{name} --help' tells what there is"
