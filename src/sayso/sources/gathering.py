"""From what the user names to one text after another: every article found, every failure told in one line."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO

from sayso.errors import SourceError, UsageError
from sayso.records import Incoming, Noted, Skipped
from sayso.sources import columns as column_names
from sayso.sources.columns import Columns
from sayso.sources.endings import Ending, ending
from sayso.sources.files import found, shown
from sayso.sources.metadata import FACTS, Beside
from sayso.sources.streams import MAX_BYTES, opened, whole, whole_stream
from sayso.sources.tables import Row, rows
from sayso.sources.unused import Unused

TEXTLESS = 100
"""How many rows without text are passed over before a table is given up as holding none."""

_STDIN = "standard input"
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|article|div|p|h1|section)\b", re.I)


Found = Incoming | Skipped | Noted
"""What a source yields: an article, an input that is none, or a note on what was given and is not used."""


def gather(
    sources: Sequence[str],
    *,
    metadata: str | None = None,
    columns: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    limit: int = MAX_BYTES,
) -> Iterator[Found]:
    """Every article that the sources lead to, as found, a ``Skipped`` for each that is not, ``Noted`` what is unused.

    ``sources`` are paths of files and folders, or "-" for standard input. ``metadata`` names a file with facts of
    the articles; ``columns`` maps "text", "title", "date" ... to a table's own column names; ``limit`` is the
    largest article in bytes. Raises ``UsageError``, before anything is read, for a path that does not exist.
    """
    gathering = Gathering(sources, metadata=metadata, columns=columns, stdin=stdin, limit=limit)
    return chain(chain.from_iterable(map(gathering.of, sources)), gathering.left())


class Gathering:
    """What ``gather`` does, source by source: ``of`` each one, then what is ``left`` to tell of all together."""

    def __init__(
        self,
        sources: Sequence[str],
        *,
        metadata: str | None = None,
        columns: Mapping[str, str] | None = None,
        stdin: BinaryIO | None = None,
        limit: int = MAX_BYTES,
    ) -> None:
        column_names.check(columns or {})
        for source in sources:
            if source != "-" and not (Path(source).exists() or Path(source).is_symlink()):
                raise UsageError(
                    f"there is no file or folder {source!r}; name one that exists, or - for standard input"
                )
        named = Path(metadata) if metadata is not None else None
        self._intake = _Intake(Columns(columns), Beside(limit=limit, named=named), limit, set())
        self._named, self._stdin = named.absolute() if named else None, stdin

    def of(self, source: str) -> Iterator[Found]:
        """One of the sources; what metadata files lack is told where they were first met."""
        yield from self._intake.beside.news()
        if source == "-":
            yield from self._intake.standard_input(self._stdin or sys.stdin.buffer)
        else:
            yield from self._intake.path(Path(source), self._named)

    def left(self) -> Iterator[Noted]:
        """What can be told only when all sources have been read: metadata of articles that were not among them."""
        yield from self._intake.beside.unmet()


@dataclass(frozen=True, slots=True)
class _Intake:
    """Turns paths and rows into texts, with what holds for the whole call; ``told`` are notes on tables, told once."""

    columns: Columns
    beside: Beside
    limit: int
    told: set[str]

    def path(self, top: Path, named: Path | None) -> Iterator[Found]:
        for path in found(top):
            if isinstance(path, Skipped):
                yield path
            elif path.absolute() != named and not (path != top and self.beside.is_metadata(path)):
                yield from self._file(path, top)
            yield from self.beside.news()

    def _file(self, path: Path, top: Path) -> Iterator[Found]:
        known = ending(path)
        try:
            if known.table:
                yield from self._table(path, known, top)
            else:
                yield self._article(path, known, top)
        except SourceError as error:
            yield Skipped(shown(path), str(error))

    def _article(self, path: Path, known: Ending, top: Path) -> Incoming:
        facts = self.beside.facts(known.stem, path, top)
        content = whole(path, packed=known.packed, limit=self.limit)
        if not content.strip():
            raise SourceError("is empty" if not content else "holds only white space")
        return Incoming(known.stem, shown(path), content, _form(content, known.kind or "text"), facts)

    def _table(self, path: Path, known: Ending, top: Path) -> Iterator[Found]:
        with opened(path, packed=known.packed) as stream:
            for each in self._rows(stream, known.kind, known.stem, shown(path)):
                yield _with(each, lambda name: self.beside.facts(name, path, top))

    def _rows(self, stream: IO[bytes], kind: str, stem: str, place: str) -> Iterator[Found]:
        textless: list[Skipped] = []
        any_row = any_text = False
        unused = Unused(self.columns)
        for row in rows(stream, kind, limit=self.limit):
            any_row = True
            unused.see(row.cells or {})
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
            raise SourceError(self._textless(unused))
        for words in unused.of_table():
            if words not in self.told:
                self.told.add(words)
                yield Noted(place, words)

    def _textless(self, unused: Unused) -> str:
        looked = f"no row has text: looked for a column called {self.columns.wanted}"
        return f"{looked}; the columns are {unused.columns}: name the one that holds it, as --column text=COLUMN"

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

    def standard_input(self, stdin: BinaryIO) -> Iterator[Found]:
        try:
            content = whole_stream(stdin, limit=self.limit)
            if not content.strip():
                raise SourceError("is empty")
            if content.lstrip()[:1] == b"{" and self._is_jsonl(content):
                for each in self._rows(io.BytesIO(content), "jsonl", "stdin", _STDIN):
                    yield _with(each, self.beside.named_facts)
            else:
                facts = self.beside.named_facts("stdin")
                yield Incoming("stdin", _STDIN, content, _form(content, "text"), facts)
        except SourceError as error:
            yield Skipped(_STDIN, str(error))

    def _is_jsonl(self, content: bytes) -> bool:
        first = next((row.cells for row in rows(io.BytesIO(content), "jsonl", limit=self.limit)), None)
        return first is not None and self.columns.holds_text(dict(first))


def _with(found: Found, told: Callable[[str], Mapping[str, str]]) -> Found:
    """A row with what is told of it elsewhere; its own facts come first."""
    return replace(found, facts={**told(found.name), **found.facts}) if isinstance(found, Incoming) else found


def _form(content: bytes | str, form: str) -> str:
    """A text's form: as its ending says, unless a text file plainly holds a web page."""
    start = content[:1000]
    opening = start.decode("utf-8", "ignore") if isinstance(start, bytes) else start
    return "html" if form == "text" and _MARKUP.match(opening.lstrip("\ufeff")) else form
