"""What a metadata file tells of the articles beside it: matched by id or file name, found by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import SourceError
from sayso.records import Skipped
from sayso.sources.columns import Columns, plain, words
from sayso.sources.endings import ending
from sayso.sources.files import shown
from sayso.sources.streams import opened
from sayso.sources.tables import rows

FOUND_AS = ("docs.jsonl", "metadata.jsonl")
"""Names under which a metadata file is found without being named; the first wins where both tell of an article."""

FACTS = ("title", "date", "updated", "outlet", "author", "url", "language")


@dataclass(frozen=True, slots=True)
class Metadata:
    """One metadata file: the facts of each article by its name, and the lines that could not be read."""

    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()


def load(path: Path, *, limit: int) -> Metadata:
    """Read a metadata file (JSONL; also JSON, CSV, TSV, gzipped); a file that cannot be read is one ``Skipped``."""
    known = ending(path)
    columns = Columns()
    facts: dict[str, dict[str, str]] = {}
    skipped: list[Skipped] = []
    try:
        with opened(path, packed=known.packed) as stream:
            for row in rows(stream, known.kind if known.table else "jsonl", limit=limit):
                if row.cells is None:
                    skipped.append(Skipped(f"{shown(path)}:{row.number}", row.reason))
                    continue
                told = columns.parts(row.cells)
                for name in _names(row.cells, told):
                    facts.setdefault(name, {key: told[key] for key in FACTS if key in told})
    except SourceError as error:
        skipped.append(Skipped(shown(path), str(error)))
    return Metadata(facts, tuple(skipped))


def _names(cells: Mapping[str, object], told: Mapping[str, str]) -> Iterator[str]:
    if "id" in told:
        yield told["id"]
    for column, value in cells.items():
        if plain(column) in ("file", "filename", "file_name", "path"):
            yield ending(Path(words(value))).stem


def carries_text(path: Path, *, limit: int) -> bool:
    """Whether a file named like a metadata file is a table of articles instead: its first good row has text."""
    columns = Columns()
    try:
        with opened(path, packed=False) as stream:
            good = (row.cells for row in rows(stream, "jsonl", limit=limit) if row.cells is not None)
            parts = columns.parts(next(good, {}))
    except SourceError:
        return False
    return "text" in parts or "html" in parts


class Beside:
    """The metadata files that lie in the folders of the articles, each read once, and only when needed."""

    def __init__(self, *, limit: int, named: Path | None = None) -> None:
        self._limit = limit
        self._files: dict[Path, Metadata | None] = {}
        self._news: list[Skipped] = []
        self._named = self._read(named) if named else None

    def facts(self, name: str, path: Path, top: Path) -> dict[str, str]:
        """The facts of an article in the file ``path``, from the named file, then its folders up to beside ``top``."""
        facts: dict[str, str] = dict(self._named.facts.get(name, {})) if self._named else {}
        for folder in _folders(path, top):
            for file in FOUND_AS:
                beside = self._at(folder / file)
                for key, value in (beside.facts.get(name, {}) if beside else {}).items():
                    facts.setdefault(key, value)
        return facts

    def is_metadata(self, path: Path) -> bool:
        """Whether a file met in a folder is a metadata file, not a table of articles."""
        return path.name in FOUND_AS and self._at(path) is not None

    def news(self) -> list[Skipped]:
        """What could not be read of metadata files since last asked."""
        news, self._news = self._news, []
        return news

    def _at(self, path: Path) -> Metadata | None:
        if path not in self._files:
            there = path.is_file() and not carries_text(path, limit=self._limit)
            self._files[path] = self._read(path) if there else None
        return self._files[path]

    def _read(self, path: Path) -> Metadata:
        metadata = load(path, limit=self._limit)
        self._news.extend(metadata.skipped)
        return metadata


def _folders(path: Path, top: Path) -> Iterator[Path]:
    """From the folder of ``path`` up to the one that holds the folder given, ``top`` (or that of a file given)."""
    last = (top if top.is_dir() else top.parent).absolute().parent
    for folder in path.absolute().parents:
        yield folder
        if folder == last:
            return
