"""Rows of JSONL, JSON, CSV and TSV, one at a time, and what is wrong with those that cannot be read."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, TextIO, cast

from sayso.errors import SourceError
from sayso.sources.streams import megabytes

MAX_JSON = 50_000_000
"""The largest .json file (which, unlike JSONL, is read at once): half a gigabyte of memory when parsed."""

ENDLESS = 10
"""A line that runs past this many times the limit ends the reading of its file: it is no table."""

_SNIFF = 65_536
_DELIMITERS = ",;\t|"
_DEPTH = 3  # how many objects deep the list of articles may lie in a .json file


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number (the line, for JSONL), and its cells or why it cannot be read."""

    number: int
    cells: Mapping[str, object] | None
    reason: str = ""


def rows(stream: IO[bytes], kind: str, *, limit: int) -> Iterator[Row]:
    """The rows of an open table of a kind ("jsonl", "json", "csv", "tsv"); ``limit`` is for one row."""
    if kind == "json":
        yield from _json_rows(stream)
        return
    with _text(stream, newline="\n" if kind == "jsonl" else "") as text:
        if kind == "jsonl":
            yield from _jsonl_rows(text, limit)
        else:
            yield from _csv_rows(text, limit, "\t" if kind == "tsv" else None)


def _text(stream: IO[bytes], *, newline: str) -> TextIO:
    buffered = cast("IO[bytes]", io.BufferedReader(cast(io.RawIOBase, stream), _SNIFF))
    encoding = _encoding(cast(io.BufferedReader, buffered).peek(_SNIFF)[:_SNIFF])
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    return io.TextIOWrapper(buffered, encoding, errors, newline=newline)


def _encoding(start: bytes) -> str:
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError as error:
        return "utf-8" if re.search(rb"[\xc3-\xf4][\x80-\xbf]", start) or error.start > _SNIFF - 4 else "cp1252"
    return "utf-8"


def mended(text: str) -> str:
    """Text of a table with its bytes that are not UTF-8 read as Windows-1252, so that nothing is lost."""
    return re.sub("[\udc80-\udcff]", lambda byte: _byte(ord(byte[0]) - 0xDC00), text)


def _byte(code: int) -> str:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


def _lines(text: TextIO, limit: int) -> Iterator[tuple[int, str | None]]:
    """Numbered lines; None for one that is longer than the limit, which is passed over."""
    number = 0
    while line := text.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith("\n"):
            yield number, line
            continue
        yield number, None
        length = len(line)
        while line and not line.endswith("\n"):
            line = text.readline(limit)
            length += len(line)
            if length > ENDLESS * limit:
                raise SourceError(f"line {number} does not end within {megabytes(length)}; the rest is not read")


def _jsonl_rows(text: TextIO, limit: int) -> Iterator[Row]:
    for number, line in _lines(text, limit):
        if line is None:
            yield Row(number, None, f"the line is longer than {megabytes(limit)}")
        elif line.strip():
            yield _json_row(number, line)


def _json_row(number: int, line: str) -> Row:
    try:
        cells = json.loads(mended(line))
    except json.JSONDecodeError as error:
        return Row(number, None, f"the line is not JSON: {_complaint(error)} at character {error.pos + 1}")
    except (ValueError, RecursionError):
        return Row(number, None, "the line is not JSON that can be read: nested too deep, or a number too long")
    if not isinstance(cells, dict):
        return Row(number, None, f"the line holds {_called(cells)}, not an object with named columns")
    return Row(number, cells)


def _json_rows(stream: IO[bytes]) -> Iterator[Row]:
    content = stream.read(MAX_JSON + 1)
    if len(content) > MAX_JSON:
        raise SourceError(f"is more than {megabytes(MAX_JSON)}; save it as JSONL, one article a line")
    try:
        found = json.loads(mended(content.decode(_encoding(content[:_SNIFF]), "surrogateescape")))
    except json.JSONDecodeError as error:
        where = f"{_complaint(error)} at line {error.lineno}"
        raise SourceError(f"is not JSON: {where}; JSONL files end in .jsonl") from error
    except (ValueError, RecursionError) as error:
        raise SourceError("is not JSON that can be read: nested too deep, or a number too long") from error
    for number, cells in enumerate(_listed(found, _DEPTH), start=1):
        if isinstance(cells, dict):
            yield Row(number, cells)
        else:
            yield Row(number, None, f"item {number} holds {_called(cells)}, not an object with named columns")


def _listed(found: object, depth: int) -> list[object]:
    """The list of articles in parsed JSON: itself, the first list of objects in it, or itself as one article."""
    if isinstance(found, list):
        return found
    if not isinstance(found, dict):
        raise SourceError(f"holds {_called(found)}, not a list of articles")
    lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    if lists and not any(isinstance(found.get(name), str) for name in ("text", "body", "content", "html")):
        return cast("list[object]", lists[0])
    inner = [value for value in found.values() if isinstance(value, dict)]
    for value in inner if depth > 0 else []:
        if any(isinstance(item, list) and item and isinstance(item[0], dict) for item in value.values()):
            return _listed(value, depth - 1)
    return [found]


def _complaint(error: json.JSONDecodeError) -> str:
    return error.msg.removesuffix(" at")  # some of its messages end so


def _called(value: object) -> str:
    names = {list: "a list", str: "a text", bool: "a truth value", int: "a number", float: "a number"}
    return "nothing" if value is None else names.get(type(value), "something")


def _csv_rows(text: TextIO, limit: int, delimiter: str | None) -> Iterator[Row]:
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    lines = (mended(line) for line in _whole_lines(text, limit))
    head = next(lines, "")
    if not head.strip():
        return
    reader = csv.reader(_again(head, lines), delimiter=delimiter or max(_DELIMITERS, key=head.count))
    header = next(reader)
    for number in _counted(reader):
        cells = number[1]
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            yield Row(number[0], None, f"the row has {len(cells)} cells where the header names {len(header)}")
        else:
            yield Row(number[0], dict(zip(header, cells, strict=False)))


def _counted(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        raise SourceError(f"row {number + 1} cannot be read ({error}); a quotation mark may not be closed") from error


def _whole_lines(text: TextIO, limit: int) -> Iterator[str]:
    for number, line in _lines(text, limit):
        if line is None:
            raise SourceError(f"line {number} is longer than {megabytes(limit)}; the rest is not read")
        yield line


def _again(head: str, rest: Iterable[str]) -> Iterator[str]:
    yield head
    yield from rest
