"""Write the pages of this folder that are made from the program itself, so that they cannot drift from it.

``make docs`` writes them; ``python docs/generate.py --check`` says which ones are stale, and ends with 1 if any is.
"""

import dataclasses
import inspect
import re
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from sayso import flow, records, settings, views
from sayso.cli import program as sayso
from sayso.cli.acts import DEEDS_ARE, MEANINGS, WORDS_ARE
from sayso.cli.program import EXIT_CODES
from sayso.exports.csv import FORMULA, JOINT
from sayso.exports.rows import OPTIONAL, POSITION_FIELDS, STATEMENT_FIELDS
from sayso.gazetteer.entries import bundled

FOLDER = Path(__file__).parent
WIDTH = 80


def commands() -> str:
    """Every command with the help that it prints."""
    parts = ["# Commands", "", "What `sayso --help`, and `--help` after each command, print."]
    for name, text in helps(
        sayso, click.Context(sayso, info_name="sayso", terminal_width=WIDTH, **sayso.context_settings)
    ):
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


EXPORTS = f"""# Export formats

`sayso export BOOK --to jsonl FOLDER` and `--to csv FOLDER` write two files each: the statements and the positions. The
same book gives the same bytes. A file is there whole or not at all. Filters choose positions; a chosen one is written
with all of its statements.

**JSON Lines** (`statements.jsonl`, `positions.jsonl`) is the exact form: UTF-8, one object a line, fields in the order
below. Offsets count characters (Unicode code points), not bytes: in Python `raw[start:end] == quote`, where `raw` is
the file decoded with nothing stripped and no line ending changed.

**CSV** (`statements.csv`, `positions.csv`) is for spreadsheets: RFC 4180, UTF-8 without a mark in front, a heading
line. Null is an empty cell, truth `true` or `false`; the items of a list stand in one cell, `{JOINT.strip()}` between
them; a chain's link is its role and its name or words. **A text that begins with `=`, `+`, `-`, `@`, a tab or a
carriage return gets an apostrophe in front**, because a spreadsheet would run it as a formula, and articles come from
strangers. Such a cell differs from the quote by that one character; whoever needs the exact words takes JSON Lines.

Both carry the same fields. `{OPTIONAL[0]}` alone may be missing: JSON Lines leave it out of an object, and CSV leaves
the column out of the file when no statement has one, which is so with the reader by rules. Every other field is
always there.

**Ids.** A statement's id stays as long as its article and its reader are the same. The ids of positions and issues,
and the names of actors, may change when articles or an actors file are added: whoever codes by hand refers to
statements, or to `document`, `start` and `end`.
"""


def exports() -> str:
    """What is exported of statements and positions, field by field."""
    assert FORMULA == ("=", "+", "-", "@", "\t", "\r"), "the page names them"
    statements, positions = field_table(STATEMENT_FIELDS), field_table(POSITION_FIELDS)
    return "\n".join([EXPORTS, "## Statements", "", *statements, "", "## Positions", "", *positions]) + "\n"


def field_table(fields: Mapping[str, str]) -> Iterator[str]:
    """Fields and their meanings as a table."""
    yield from ("| field | meaning |", "| --- | --- |")
    yield from (f"| `{name}` | {meaning} |" for name, meaning in fields.items())


ACTS = """# Acts

What a statement does is one of fifteen acts: seven words, told as said, and eight deeds, told as done. `sayso ledger
BOOK --act NAME` shows the rows of one; exports also carry the [PLOVER](https://github.com/openeventdata/PLOVER) event
type that it maps to. The examples are invented; the actor is the one that speaks or does it.
"""

MORE_ON_ACTS = """
A denial of an accusation is no `reject`, and what somebody did *not* threaten or promise is no act. Acts may stand
within each other, each as a statement of its own: "criticised Sudmark's refusal to pay". What another party tells of
the actor ("Sudmark says that Norland threatened it") is the actor's act, marked as claimed: see `--claimed`. `state`
stands in the list for readers to come; the reader by rules leaves plain assertions out. Which acts are read how well is
told in [How far to trust a line](trust.md).
"""


def acts() -> str:
    """The fifteen acts with their meaning, their PLOVER type and an example."""
    parts = [ACTS]
    for heading, names in ((WORDS_ARE, records.WORDS), (DEEDS_ARE, records.DEEDS)):
        parts += [f"## {heading}", "", "| act | meaning | example | PLOVER |", "| --- | --- | --- | --- |"]
        for name in names:
            known, event = MEANINGS[name], records.PLOVER[name]
            parts.append(f"| `{name}` | {known.meaning} | {known.example} | {event or 'none'} |")
        parts.append("")
    return "\n".join(parts) + MORE_ON_ACTS


LISTS = re.compile(r"(<!-- lists: begin -->\n).*?(<!-- lists: end -->)", re.DOTALL)


def actors_file() -> str:
    """The page on the actors file, with the lists of words that the bundled file has."""
    text = (FOLDER / "actors-file.md").read_text(encoding="utf-8")
    table = "\n".join(["| list | begins with |", "| --- | --- |", *word_lists()])
    return LISTS.sub(lambda found: f"{found[1]}{table}\n{found[2]}", text)


def word_lists() -> Iterator[str]:
    """Each list of words of the bundled file, with its first few."""
    for section, lists in bundled().words.items():
        for name, words in lists.items():
            key = name if name.isidentifier() else f'"{name}"'
            yield f"| `[{section}]` `{key}` | {', '.join(words[:5])} |"


def all_records() -> str:
    """The records that the steps hand to each other, in the order of their module."""
    parts = ["# Records", "", inspect.cleandoc(records.__doc__ or "").replace("``", "`")]
    for kind in vars(records).values():
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            parts += ["", f"## {kind.__name__}", "", inspect.getdoc(kind).replace("``", "`"), ""]
            parts += ["| field | type |", "| --- | --- |"]
            parts += [
                f"| `{field.name}` | `{field.type}` |".replace(" | None`", " or None`")
                for field in dataclasses.fields(kind)
            ]
    return "\n".join(parts) + "\n"


SCREEN = re.compile(r"(<!-- screen: begin -->\n).*?(<!-- screen: end -->)", re.DOTALL)
SHOWN_ORIGINS, SHOWN_STATEMENTS = 3, 3
"""The readme shows the rows with so many origins, and so many statements of the best founded one."""


def readme() -> str:
    """The readme, with what the program prints of the bundled example."""
    text = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    return SCREEN.sub(lambda found: f"{found[1]}```text\n{screen()}\n```\n{found[2]}", text)


def screen() -> str:
    """The ledger of the bundled example and the beginning of its best founded position."""
    with tempfile.TemporaryDirectory() as folder:
        book = str(Path(folder) / "demo.sayso")
        flow.demo(book)
        rows = views.ledger(flow.contents(book), order="reports")
        ledger = printed("ledger", book, "--origins", str(SHOWN_ORIGINS))
        head, *statements = printed("show", book, rows[0].id).split("\n\n")
    left = len(statements) - SHOWN_STATEMENTS
    kept = [head, *statements[:SHOWN_STATEMENTS], *([f"... {left} more"] if left > 0 else [])]
    asked = f"$ sayso ledger demo.sayso --origins {SHOWN_ORIGINS}"
    return f"{asked}\n{ledger}\n\n$ sayso show demo.sayso {rows[0].id}\n" + "\n\n".join(kept)


def printed(*arguments: str) -> str:
    """What a command prints into a pipe, 80 columns wide."""
    program = "import sys; from sayso.cli import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


CARD = runpy.run_path(str(FOLDER / "card.py"))
PAGES = {
    "../README.md": readme,
    "acts.md": acts,
    "actors-file.md": actors_file,
    "commands.md": commands,
    "confidence.svg": CARD["picture"],
    "model-card.md": CARD["card"],
    "exit-codes.md": exit_codes,
    "settings.md": all_settings,
    "export-formats.md": exports,
    "records.md": all_records,
}


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
