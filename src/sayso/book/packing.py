"""How records are written into columns, and read back: texts, runs, holders, attributions.

Texts: SQLite ends a text at a NUL and Python refuses to bind lone surrogates, so both are written in the way of
"modified UTF-8" (NUL as two bytes, a surrogate as three). Each character stays one character for SQLite's
``length`` and ``substr``, so spans count the same inside and outside the book, and every string comes back as it was.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable
from typing import Any

from sayso.errors import BookError
from sayso.records import UNKNOWN, Attribution, Fact, Holder, Link, Part, Run, SetAside, Span

_NUL = b"\xc0\x80"
_RESTORE = "restore the book from a backup"
_LEVEL = 6
"""zlib's own default: on runs and attributions a higher level gains under 2 %."""


def stored(text: str) -> bytes:
    """The bytes under which a text is kept; bind them as ``CAST(? AS TEXT)``."""
    return text.encode("utf-8", "surrogatepass").replace(b"\0", _NUL)


def stored_or_none(text: str | None) -> bytes | None:
    """As ``stored``, for a column that may be NULL."""
    return None if text is None else stored(text)


def restored(data: bytes) -> str:
    """The text that ``stored`` was given: the text factory of every connection."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _unusual(data)


def _unusual(data: bytes) -> str:
    try:
        return data.replace(_NUL, b"\0").decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise BookError(f"a text in the book is damaged: {error}; {_RESTORE}") from error


def as_json(value: object) -> bytes:
    """A value as compact JSON, as bytes to bind."""
    return stored(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def from_json(text: str) -> Any:
    """The value that ``as_json`` was given."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise BookError(f"a value in the book is damaged: {error}; {_RESTORE}") from error


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise BookError(f"a packed value in the book is damaged: {error}; {_RESTORE}") from error


def packed_runs(runs: Iterable[Run]) -> bytes:
    """Runs as zlib of little-endian 32-bit integers: gap and length in the clean text, gap and length in the raw."""
    numbers: list[int] = []
    clean_end = raw_end = 0
    for run in runs:
        clean, raw = run.clean, run.raw
        numbers += (clean.start - clean_end, clean.end - clean.start, raw.start - raw_end, raw.end - raw.start)
        clean_end, raw_end = clean.end, raw.end
    return zlib.compress(struct.pack(f"<{len(numbers)}i", *numbers), _LEVEL)


def unpacked_runs(data: bytes) -> tuple[Run, ...]:
    """The runs that ``packed_runs`` was given."""
    packed = _inflated(data)
    numbers = iter(struct.unpack(f"<{len(packed) // 4}i", packed))
    runs = []
    clean_end = raw_end = 0
    for clean_gap, clean_length, raw_gap, raw_length in zip(numbers, numbers, numbers, numbers, strict=True):
        clean_start, raw_start = clean_end + clean_gap, raw_end + raw_gap
        clean_end, raw_end = clean_start + clean_length, raw_start + raw_length
        runs.append(Run(Span(clean_start, clean_end), Span(raw_start, raw_end)))
    return tuple(runs)


def stretches(parts: Iterable[Part | SetAside]) -> bytes:
    """Parts or stretches set aside, as JSON: ``[[start, end, kind], ...]``."""
    return as_json([[part.span.start, part.span.end, part.kind] for part in parts])


def holder_row(holder: Holder) -> dict[str, object]:
    """A holder as JSON's object, without what is at its default."""
    row: dict[str, object] = {"words": holder.words}
    if holder.span is not None:
        row["span"] = [holder.span.start, holder.span.end]
    row |= {name: value for name in ("name", "described", "party") if (value := getattr(holder, name)) is not None}
    if holder.kind != "unknown":
        row["kind"] = holder.kind
    if holder.anonymous:
        row["anonymous"] = True
    return row


def holder_from(row: dict[str, Any]) -> Holder:
    """The holder that ``holder_row`` was given."""
    span = row.get("span")
    return Holder(
        row["words"],
        None if span is None else Span(span[0], span[1]),
        row.get("name"),
        row.get("described"),
        row.get("party"),
        row.get("kind", "unknown"),
        row.get("anonymous", False),
    )


def packed_holder(holder: Holder | None) -> bytes | None:
    """A holder as JSON, or NULL."""
    return None if holder is None else as_json(holder_row(holder))


def unpacked_holder(text: str | None) -> Holder | None:
    """The holder that ``packed_holder`` was given."""
    return None if text is None else holder_from(from_json(text))


def packed_via(via: tuple[Link, ...]) -> bytes | None:
    """A say-so chain as JSON, or NULL when it has no link."""
    return as_json([[link.role, holder_row(link.holder)] for link in via]) if via else None


def unpacked_via(text: str | None) -> tuple[Link, ...]:
    """The chain that ``packed_via`` was given."""
    return () if text is None else tuple(Link(role, holder_from(row)) for role, row in from_json(text))


def packed_fact(fact: Fact) -> bytes | None:
    """A fact as JSON, or NULL when nothing is known."""
    return None if fact == UNKNOWN else as_json([fact.value, fact.how, fact.precision])


def unpacked_fact(text: str | None) -> Fact:
    """The fact that ``packed_fact`` was given."""
    return UNKNOWN if text is None else Fact(*from_json(text))


def packed_attributions(attributions: Iterable[Attribution]) -> bytes:
    """Attributions as zlib of JSON: ``[cue, [content, ...], source or null, kind]`` for each."""
    rows = [
        [
            [attribution.cue.start, attribution.cue.end],
            [[span.start, span.end] for span in attribution.content],
            None if attribution.source is None else holder_row(attribution.source),
            attribution.kind,
        ]
        for attribution in attributions
    ]
    return zlib.compress(as_json(rows), _LEVEL)


def unpacked_attributions(data: bytes) -> tuple[Attribution, ...]:
    """The attributions that ``packed_attributions`` was given."""
    return tuple(
        Attribution(Span(*cue), tuple(Span(*span) for span in content), source and holder_from(source), kind)
        for cue, content, source, kind in from_json(restored(_inflated(data)))
    )
