"""From what the user names to one text after another: every article found, every failure told in one line."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from sayso.errors import SourceError, UsageError
from sayso.records import Incoming, Skipped
from sayso.sources import columns as column_names
from sayso.sources.columns import Columns
from sayso.sources.endings import Ending, ending
from sayso.sources.files import found, shown
from sayso.sources.metadata import FACTS, Beside
from sayso.sources.streams import MAX_BYTES, opened, whole, whole_stream
from sayso.sources.tables import Row, rows

TEXTLESS = 100
"""How many rows without text are passed over before a table is given up as holding none."""

_STDIN = "standard input"
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1|section)\b", re.I)


def gather(
    sources: Sequence[str],
    *,
    metadata: str | None = None,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    limit: int = MAX_BYTES,
) -> Iterator[Incoming | Skipped]:
    """Every article that the sources lead to, as found, and a ``Skipped`` with its reason for each that is not.

    ``sources`` are paths of files and folders, or "-" for standard input. ``metadata`` names a file with facts of
    the articles; ``columns`` maps "text", "title", "date" ... to a table's own column names; ``limit`` is the
    largest article in bytes. Raises ``UsageError``, before anything is read, for a path that does not exist.
    """
    column_names.check(columns or {})
    for source in [*sources, *([metadata] if metadata else [])]:
        if source != "-" and not (Path(source).exists() or Path(source).is_symlink()):
            raise UsageError(f"there is no file or folder {source!r}; name one that exists, or - for standard input")
    beside = Beside(limit=limit, named=Path(metadata) if metadata else None)
    intake = _Intake(Columns(columns), beside, Path(metadata).absolute() if metadata else None, limit)
    return _all(intake, sources, stdin)


def _all(intake: _Intake, sources: Sequence[str], stdin: BinaryIO | None) -> Iterator[Incoming | Skipped]:
    yield from intake.beside.news()
    for source in sources:
        if source == "-":
            yield from intake.standard_input(stdin or sys.stdin.buffer)
        else:
            yield from intake.path(Path(source))


@dataclass(frozen=True, slots=True)
class _Intake:
    """Turns paths and rows into texts, with what holds for the whole call."""

    columns: Columns
    beside: Beside
    named: Path | None
    limit: int

    def path(self, top: Path) -> Iterator[Incoming | Skipped]:
        for path in found(top):
            if isinstance(path, Skipped):
                yield path
            elif path.absolute() != self.named and not (path != top and self.beside.is_metadata(path)):
                yield from self._file(path, top)
            yield from self.beside.news()

    def _file(self, path: Path, top: Path) -> Iterator[Incoming | Skipped]:
        known = ending(path)
        try:
            if known.table:
                yield from self._table(path, known, top)
            else:
                yield self._article(path, known, top)
        except SourceError as error:
            yield Skipped(shown(path), str(error))

    def _article(self, path: Path, known: Ending, top: Path) -> Incoming:
        content = whole(path, packed=known.packed, limit=self.limit)
        if not content.strip():
            raise SourceError("is empty" if not content else "holds only white space")
        facts = self.beside.facts(known.stem, path, top)
        return Incoming(known.stem, shown(path), content, _form(content, known.kind or "text"), facts)

    def _table(self, path: Path, known: Ending, top: Path) -> Iterator[Incoming | Skipped]:
        with opened(path, packed=known.packed) as stream:
            for incoming in self._rows(stream, known.kind, known.stem, shown(path)):
                if isinstance(incoming, Incoming):
                    facts = {**self.beside.facts(incoming.name, path, top), **incoming.facts}
                    yield Incoming(incoming.name, incoming.place, incoming.content, incoming.form, facts)
                else:
                    yield incoming

    def _rows(self, stream: IO[bytes], kind: str, stem: str, place: str) -> Iterator[Incoming | Skipped]:
        textless: list[Skipped] = []
        any_row = any_text = False
        for row in rows(stream, kind, limit=self.limit):
            any_row = True
            taken = self._row(row, stem, place)
            if isinstance(taken, Skipped) and row.cells is not None and not any_text:
                textless.append(taken)
                if len(textless) > TEXTLESS:
                    break
                continue
            if isinstance(taken, Incoming) and not any_text:
                any_text = True
                yield from textless
            yield taken
        if not any_row:
            raise SourceError("is empty")
        if textless and not any_text:
            raise SourceError(
                f"no row has text: looked for a column called {self.columns.wanted}; name the one that holds it"
            )

    def _row(self, row: Row, stem: str, place: str) -> Incoming | Skipped:
        where = f"{place}:{row.number}"
        if row.cells is None:
            return Skipped(where, row.reason)
        parts = self.columns.parts(row.cells)
        text = parts.get("text") or parts.get("html")
        if not text:
            return Skipped(where, "the row has no text")
        if len(text) > self.limit:
            return Skipped(where, f"the text is {len(text):,} characters long; the limit is {self.limit:,}")
        form = "html" if "text" not in parts else _form(text, "text")
        facts = {key: parts[key] for key in FACTS if key in parts}
        return Incoming(parts.get("id") or f"{stem}-{row.number}", where, text, form, facts)

    def standard_input(self, stdin: BinaryIO) -> Iterator[Incoming | Skipped]:
        try:
            content = whole_stream(stdin, limit=self.limit)
            if not content.strip():
                raise SourceError("is empty")
            if content.lstrip()[:1] == b"{" and self._is_jsonl(content):
                yield from self._rows(io.BytesIO(content), "jsonl", "stdin", _STDIN)
            else:
                yield Incoming("stdin", _STDIN, content, _form(content, "text"), self._named_facts("stdin"))
        except SourceError as error:
            yield Skipped(_STDIN, str(error))

    def _is_jsonl(self, content: bytes) -> bool:
        first = next((row.cells for row in rows(io.BytesIO(content), "jsonl", limit=self.limit)), None)
        return first is not None and self.columns.holds_text(dict(first))

    def _named_facts(self, name: str) -> dict[str, str]:
        return self.beside.facts(name, Path("."), Path(".")) if self.named else {}


def _form(content: bytes | str, form: str) -> str:
    """A text's form: as its ending says, unless a text file plainly holds a web page."""
    start = content[:1000]
    opening = start.decode("utf-8", "ignore") if isinstance(start, bytes) else start
    return "html" if form == "text" and _MARKUP.match(opening.lstrip("\ufeff")) else form
