"""A table laid out in a number of columns: wide cells are wrapped, never cut; fixed ones are left whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.cli.text import LINE_BREAK, width, wrap

GAP = "  "
LEAST = 8
"""A column that may be wrapped does not get narrower than this."""

Colour = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``fixed`` is never wrapped; ``colour`` gives a cell's colour by its text."""

    head: str
    fixed: bool = False
    right: bool = False
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A line across the table, over the rows that belong to it."""

    title: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the row above it, across the table."""

    text: str


Row = Sequence[str]
NOTE_INDENT = "  > "


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of text; a line break in a cell is kept. ``spaced`` puts a blank line between rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row | Section | Note, ...]
    spaced: bool = False


Paint = Callable[[str, str | None], str]
"""Gives a text the colour or style of that name."""


def plain(text: str, style: str | None) -> str:
    """The paint that leaves text as it is."""
    return text


def lay_out(table: Table, columns: int, paint: Paint = plain) -> Iterator[str]:
    """The table's lines, at most ``columns`` wide unless its fixed columns alone are wider."""
    widths = _widths(table, columns)
    bare = Table(tuple(replace(column, colour=None) for column in table.columns), ())
    yield from _row([column.head for column in table.columns], bare, widths, lambda text, _: paint(text, "head"))
    yield paint(GAP.join("-" * each for each in widths), "faint")
    for index, row in enumerate(table.rows):
        if isinstance(row, Section):
            yield from ["", *(paint(line, "section") for line in wrap(row.title, columns))]
            continue
        if isinstance(row, Note):
            yield from _note(row, columns, paint)
            continue
        if table.spaced and index:
            yield ""
        yield from _row(row, table, widths, paint)


def _note(note: Note, columns: int, paint: Paint) -> Iterator[str]:
    for number, line in enumerate(wrap(note.text, columns - len(NOTE_INDENT))):
        yield paint((" " * len(NOTE_INDENT) if number else NOTE_INDENT) + line, "faint")


def _row(row: Row, table: Table, widths: Sequence[int], paint: Paint) -> Iterator[str]:
    cells = [wrap(cell, each) for cell, each in zip(row, widths, strict=True)]
    colours = [column.colour(cell) if column.colour else None for column, cell in zip(table.columns, row, strict=True)]
    for number in range(max(map(len, cells))):
        texts = [cell[number] if number < len(cell) else "" for cell in cells]
        yield _line(texts, table, widths, paint, colours)


def _line(
    texts: Iterable[str], table: Table, widths: Sequence[int], paint: Paint, colours: Sequence[str | None] = ()
) -> str:
    colours = colours or [None] * len(widths)
    line = ""
    at = 0
    for text, column, each, colour in zip(texts, table.columns, widths, colours, strict=True):
        room = " " * max(each - width(text), 0)
        if text:
            line += " " * at + (room if column.right else "") + paint(text, colour)
            at = 0 if column.right else len(room)
        else:
            at += each
        at += len(GAP)
    return line


def _widths(table: Table, columns: int) -> list[int]:
    rows = [row for row in table.rows if not isinstance(row, Section | Note)]
    wanted = [
        max(width(line) for cell in (column.head, *(row[at] for row in rows)) for line in cell.split(LINE_BREAK))
        for at, column in enumerate(table.columns)
    ]
    widths = list(wanted)
    left = (
        columns - len(GAP) * (len(widths) - 1) - sum(w for w, c in zip(wanted, table.columns, strict=True) if c.fixed)
    )
    flexible = sorted((wanted[at], at) for at, column in enumerate(table.columns) if not column.fixed)
    for number, (want, at) in enumerate(flexible):
        widths[at] = min(want, max(left // (len(flexible) - number), LEAST))
        left -= widths[at]
    return widths
