"""What a metadata file tells of the articles beside it: matched by id or file name, found by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import SourceError, UsageError
from sayso.records import Noted, Skipped
from sayso.sources.columns import Columns, plain, words
from sayso.sources.endings import Ending, ending, foreign, refusal
from sayso.sources.files import shown, unreadable
from sayso.sources.streams import opened
from sayso.sources.tables import Row, rows
from sayso.sources.unused import Unused, listed

FOUND_AS = ("docs.jsonl", "metadata.jsonl")
"""Names under which a metadata file is found without being named; the first wins where both tell of an article."""

KINDS = "give JSONL, JSON, CSV or TSV, in each row the id or file name of an article"
NAMED = 3  # articles that are named where several are told of

FACTS = ("title", "date", "updated", "outlet", "author", "url", "language")


FILES = ("file", "filename", "file_name", "path")
"""Columns in which a row names its article by a file, beside the id."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """One metadata file: the facts of each article by its name, and the lines that could not be read.

    ``entries`` are its rows, each as the names it may mean an article by; ``notes`` tell what of it is not used.
    """

    place: str
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    entries: tuple[tuple[str, ...], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Noted, ...] = ()


def load(path: Path, *, limit: int) -> Metadata:
    """Read a metadata file (JSONL; also JSON, CSV, TSV, gzipped).

    Raises ``SourceError`` with the reason when it is none: it cannot be read, or no row of it names an article.
    """
    known = ending(path)
    columns = Columns()
    unused = Unused(columns, FILES)
    facts: dict[str, dict[str, str]] = {}
    entries: list[tuple[str, ...]] = []
    skipped: list[Skipped] = []
    for row in _rows(path, known, limit):
        if row.cells is None:
            skipped.append(Skipped(f"{shown(path)}:{row.number}" if row.number else shown(path), row.reason))
            continue
        unused.see(row.cells)
        told = columns.parts(row.cells)
        entries.append(tuple(_names(row.cells, told)))
        for name in entries[-1]:
            facts.setdefault(name, {key: told[key] for key in FACTS if key in told})
    if not facts:
        raise SourceError(_no_facts(skipped, unused) if skipped or entries else "is empty")
    notes = tuple(Noted(shown(path), words) for words in (*_doubtful(entries), *unused.of_metadata()))
    return Metadata(shown(path), facts, tuple(filter(None, entries)), tuple(skipped), notes)


def _rows(path: Path, known: Ending, limit: int) -> Iterator[Row]:
    """The rows of a metadata file; what stops the reading is one more, without a number."""
    try:
        with opened(path, packed=known.packed) as stream:
            yield from rows(stream, known.kind if known.table else "jsonl", limit=limit)
    except SourceError as error:
        yield Row(0, None, str(error))


def _no_facts(skipped: list[Skipped], unused: Unused) -> str:
    if unused.columns:
        return f"no row of it names an article in a column id or file; it has the columns {unused.columns}"
    return skipped[0].reason


def _doubtful(entries: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows whose facts go nowhere, whatever articles there are."""
    nameless = sum(1 for names in entries if not names)
    if nameless:
        yield f"{nameless:,} of {len(entries):,} rows name no article: they have no id and no file"
    times = Counter(names[0] for names in entries if names)
    twice = [name for name, count in times.items() if count > 1]
    if twice:
        yield f"more than one row for {listed(twice, NAMED)}; the first one counts"


def _names(cells: Mapping[str, object], told: Mapping[str, str]) -> Iterator[str]:
    if "id" in told:
        yield told["id"]
    for column, value in cells.items():
        if plain(column) in FILES and (named := words(value)):
            yield ending(Path(named)).stem


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
    """The metadata files that lie in the folders of the articles, each read once, and only when needed.

    ``named`` is the one that the user names: ``UsageError`` when it is not there or is no metadata file.
    """

    def __init__(self, *, limit: int, named: Path | None = None) -> None:
        self._limit = limit
        self._files: dict[Path, Metadata | None] = {named.absolute(): None} if named else {}
        self._news: list[Skipped | Noted] = []
        self._met: dict[str, set[str]] = {}
        self._whole: set[str] = set()
        self._named = self._asked_for(named) if named else None

    def facts(self, name: str, path: Path, top: Path) -> dict[str, str]:
        """The facts of an article in the file ``path``, from the named file, then its folders up to beside ``top``."""
        facts = self.named_facts(name)
        for folder in _folders(path, top):
            for file in FOUND_AS:
                beside = self._at(folder / file)
                for key, value in (self._told(beside, name) if beside else {}).items():
                    facts.setdefault(key, value)
                if beside and path != top:
                    self._whole.add(beside.place)
        return facts

    def named_facts(self, name: str) -> dict[str, str]:
        """The facts of an article in the file that the user named."""
        return dict(self._told(self._named, name)) if self._named else {}

    def is_metadata(self, path: Path) -> bool:
        """Whether a file met in a folder is a metadata file, not a table of articles."""
        beside = self._at(path.absolute()) if path.name in FOUND_AS else None
        if beside:
            self._whole.add(beside.place)
        return beside is not None

    def news(self) -> list[Skipped | Noted]:
        """What could not be read or used of metadata files since last asked."""
        news, self._news = self._news, []
        return news

    def unmet(self) -> Iterator[Noted]:
        """For each metadata file whose articles should all be among those given: the ids that none of them has.

        Those are the named file, and what lies in or beside a folder given; a file given alone has others beside it.
        """
        for metadata in (self._named, *self._files.values()):
            if metadata and (metadata is self._named or metadata.place in self._whole):
                met = self._met.get(metadata.place, set())
                lost = list(dict.fromkeys(names[0] for names in metadata.entries if not met.intersection(names)))
                if lost:
                    yield Noted(metadata.place, _unmet(lost, len({names[0] for names in metadata.entries})))

    def _told(self, metadata: Metadata, name: str) -> Mapping[str, str]:
        if name not in metadata.facts:
            return {}
        self._met.setdefault(metadata.place, set()).add(name)
        return metadata.facts[name]

    def _at(self, path: Path) -> Metadata | None:
        if path not in self._files:
            there = path.is_file() and not carries_text(path, limit=self._limit)
            self._files[path] = self._found(path) if there else None
        return self._files[path]

    def _found(self, path: Path) -> Metadata:
        path = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        try:
            metadata = load(path, limit=self._limit)
        except SourceError as error:
            metadata = Metadata(shown(path), skipped=(Skipped(shown(path), str(error)),))
        self._news.extend((*metadata.skipped, *metadata.notes))
        return metadata

    def _asked_for(self, path: Path) -> Metadata:
        if not (path.exists() or path.is_symlink()):
            raise UsageError(f"there is no metadata file {str(path)!r}; {KINDS}")
        known = ending(path)
        refused = refusal(known.suffix) if foreign(known.suffix) else ""
        try:
            if reason := unreadable(path) or refused:
                raise SourceError(reason)
            metadata = load(path, limit=self._limit)
        except SourceError as error:
            raise UsageError(f"the metadata file {str(path)!r} cannot be used: {error}; {KINDS}") from error
        self._news.extend((*metadata.skipped, *metadata.notes))
        return metadata


def _unmet(lost: list[str], total: int) -> str:
    named = listed(lost, NAMED)
    if len(lost) == total:
        return (
            f"none of its {total:,} ids is the name of an article given: {named}; a file's name is without its ending"
        )
    return f"{len(lost):,} of its {total:,} ids matched no article: {named}"


def _folders(path: Path, top: Path) -> Iterator[Path]:
    """From the folder of ``path`` up to the one that holds the folder given, ``top`` (or that of a file given)."""
    last = (top if top.is_dir() else top.parent).absolute().parent
    for folder in path.absolute().parents:
        yield folder
        if folder == last:
            return
