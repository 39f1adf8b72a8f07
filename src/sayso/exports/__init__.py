"""Book to other people's formats, each written whole and with the same bytes for the same contents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sayso.errors import UsageError
from sayso.exports import csv, jsonl
from sayso.records import Contents

__all__ = ["FORMATS", "write"]

FORMATS: Mapping[str, Callable[[Contents, Path], tuple[Path, ...]]] = {"jsonl": jsonl.write, "csv": csv.write}
"""Every format by name: what writes a book's contents into a folder and returns the written paths."""


def write(contents: Contents, form: str, directory: Path) -> tuple[Path, ...]:
    """Write the contents in the named format; UsageError when there is no such format."""
    if form not in FORMATS:
        raise UsageError(f"no export format named {form!r}; the formats are {', '.join(sorted(FORMATS))}")
    return FORMATS[form](contents, directory)
