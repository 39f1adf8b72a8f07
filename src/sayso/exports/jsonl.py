"""JSON Lines: ``statements.jsonl`` and ``positions.jsonl``, one object a line; the exact export."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from sayso.exports.files import write_whole
from sayso.exports.rows import OPTIONAL, Row, position_rows, statement_rows
from sayso.records import Contents


def write(contents: Contents, directory: Path) -> tuple[Path, ...]:
    """Write both files and return their paths; the same contents give the same bytes."""
    statements = [_without_empty(row) for row in statement_rows(contents)]
    return (
        write_whole(directory / "statements.jsonl", _lines(statements)),
        write_whole(directory / "positions.jsonl", _lines(position_rows(contents))),
    )


def _without_empty(row: Row) -> Row:
    return {field: value for field, value in row.items() if field not in OPTIONAL or value is not None}


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
