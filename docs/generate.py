"""Write the pages of this folder that are made from the program itself, so that they cannot drift from it.

``make docs`` writes them; ``python docs/generate.py --check`` says which ones are stale, and ends with 1 if any is.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from sayso import settings
from sayso.cli import program as sayso
from sayso.cli.program import EXIT_CODES

FOLDER = Path(__file__).parent
WIDTH = 80


def commands() -> str:
    """Every command with the help that it prints."""
    parts = ["# Commands", "", "What `sayso --help`, and `--help` after each command, print."]
    for name, text in helps(sayso, click.Context(sayso, info_name="sayso", terminal_width=WIDTH)):
        parts += ["", f"## {name}", "", "```text", text, "```"]
    return "\n".join(parts) + "\n"


def helps(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """The name and help of a command, then those of the commands below it."""
    yield context.command_path, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from helps(below, click.Context(below, info_name=name, parent=context, terminal_width=WIDTH))


def exit_codes() -> str:
    """What each exit code of the command line means."""
    rows = [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    return "\n".join(["# Exit codes", "", "| code | meaning |", "| --- | --- |", *rows]) + "\n"


def all_settings() -> str:
    """The table of settings."""
    table = ["| name | default | what it does |", "| --- | --- | --- |"]
    rows = [f"| `{line.name}` | `{shown(line.default)}` | {line.help}{choice(line)} |" for line in settings.TABLE]
    return "\n".join(["# Settings", "", (settings.__doc__ or "").strip().replace("``", "`"), "", *table, *rows]) + "\n"


def shown(value: object) -> str:
    """A default as it is written in the settings file."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def choice(line: settings.Setting) -> str:
    """The values that a setting may have, where they are few."""
    return f" One of: {', '.join(f'`{value}`' for value in line.allowed)}." if line.allowed else ""


PAGES = {"commands.md": commands, "exit-codes.md": exit_codes, "settings.md": all_settings}


def stale() -> list[str]:
    """The pages that do not say what the program does."""
    files = {name: FOLDER / name for name in PAGES}
    return [name for name, path in files.items() if not path.exists() or path.read_text("utf-8") != PAGES[name]()]


def write() -> None:
    """Write every page anew."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    if "--check" not in sys.argv:
        write()
    elif found := stale():
        sys.exit(f"Stale: {', '.join(found)}. Run `make docs`.")
