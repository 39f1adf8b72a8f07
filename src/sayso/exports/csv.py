"""CSV after RFC 4180: ``statements.csv`` and ``positions.csv``, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from sayso.exports.files import write_whole
from sayso.exports.rows import OPTIONAL, POSITION_FIELDS, STATEMENT_FIELDS, Row, Value, position_rows, statement_rows
from sayso.records import Contents

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet would take for a formula; such a cell gets an apostrophe in front."""

JOINT = "; "
"""What stands between the items of a list in one cell."""


def write(contents: Contents, directory: Path) -> tuple[Path, ...]:
    """Write both files and return their paths; the same contents give the same bytes."""
    return (
        write_whole(directory / "statements.csv", table(*_filled(STATEMENT_FIELDS, statement_rows(contents)))),
        write_whole(directory / "positions.csv", table(*_filled(POSITION_FIELDS, position_rows(contents)))),
    )


def _filled(fields: Iterable[str], rows: Sequence[Row]) -> tuple[list[str], Sequence[Row]]:
    """The fields without those optional ones that no row has, and the rows."""
    return [field for field in fields if field not in OPTIONAL or any(row[field] is not None for row in rows)], rows


def table(fields: Iterable[str], rows: Iterable[Row]) -> str:
    """Rows as CSV text with a heading line."""
    fields = list(fields)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(fields)
    writer.writerows([cell(row[field]) for field in fields] for row in rows)
    return text.getvalue()


def cell(value: Value) -> str:
    """A value as one cell: nothing for null, true or false, list items joined, formulas disarmed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _disarmed(JOINT.join(item if isinstance(item, str) else _link(item) for item in value))
    return _disarmed(value) if isinstance(value, str) else str(value)


def _link(link: dict[str, str | None]) -> str:
    return f"{link['role']}: {link['name'] or link['words']}"


def _disarmed(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
