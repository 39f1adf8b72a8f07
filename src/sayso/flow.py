"""The steps on one screen: sources -> articles -> reading -> book -> reconcile -> views and exports.

The only module that knows them all. Each step is in its own room and gets what it needs as records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from pathlib import Path

from sayso import articles, exports, sources
from sayso.book import Already, Book, Hit, Updated
from sayso.errors import SourceError, UsageError
from sayso.gazetteer import Gazetteer
from sayso.reading import RULES, Reader
from sayso.reconcile import reconcile
from sayso.records import Article, Contents, Incoming, Reading, Skipped
from sayso.views import Filters, narrow

READERS = {"rules": RULES}
"""The readers by the name that a user gives, each with its own name and version."""

ACTORS = "actors.toml"
"""The name under which a book keeps its user's file of actors."""


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How articles are taken in: see ``sayso add --help``. ``limit`` is the largest article in bytes."""

    metadata: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    actors: str | None = None
    reader: str = "rules"
    limit: int = sources.MAX_BYTES


@dataclass(frozen=True, slots=True)
class Event:
    """How far the work is: articles done, of how many if that is known, and the last one's name."""

    done: int
    total: int | None
    name: str


OnEvent = Callable[[Event], None]


@dataclass(slots=True)
class SourceReport:
    """What became of one source."""

    source: str
    found: int = 0
    added: int = 0
    already: int = 0
    updated: int = 0
    unread: int = 0
    skipped: list[Skipped] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each source, and what the book holds now."""

    sources: tuple[SourceReport, ...]
    statements: int
    unplaced: int
    positions: int


@dataclass(frozen=True, slots=True)
class Info:
    """A book's contents, who read them, and, where it was asked for, what is wrong with the book."""

    contents: Contents
    readers: Mapping[str, int]
    decisions: int
    problems: tuple[str, ...] | None = None


def add(
    path: str, wanted: Sequence[str], *, options: AddOptions | None = None, on_event: OnEvent | None = None
) -> Report:
    """Take articles into a book, read them, and work out the positions anew. One bad input never stops the rest."""
    options = options or AddOptions()
    user_actors = _text_of(options.actors) if options.actors else None
    Gazetteer.load(user_actors)  # a mistake in the user's file shows before anything is read
    reports = tuple(SourceReport(source) for source in wanted)
    _found(wanted, options)  # so does a path that is not there
    with Book.open(path, create=True) as book:
        if user_actors is not None:
            book.set_setting(ACTORS, user_actors)
        reader = _Late(options.reader)
        total = _count(wanted, options)
        done = 0
        for report in reports:
            for found in _found([report.source], options):
                done += 1
                _take(book, reader, found, report)
                if on_event is not None:
                    on_event(Event(done, total, found.name if isinstance(found, Incoming) else found.place))
        _refresh(book)
        counts = book.counts()
    return Report(reports, counts.statements, counts.unplaced, counts.positions)


def _take(book: Book, reader: _Late, found: Incoming | Skipped, report: SourceReport) -> None:
    """One text into the book: kept with its reading, already there, or skipped with the reason."""
    report.found += 1
    if isinstance(found, Skipped):
        report.skipped.append(found)
        return
    try:
        article = articles.prepare(found)
    except SourceError as error:
        report.skipped.append(Skipped(found.place, str(error)))
        return
    known = book.reader_of(article.key) == reader.name
    outcome = book.keep(article, None if known else reader.read(article))
    if isinstance(outcome, Already):
        report.already += 1
    elif isinstance(outcome, Updated):
        book.reread(article.key, reader.read(book.article(article.key) or article))
        report.updated += 1
    else:
        report.added += 1
        report.unread += article.unread is not None


def _refresh(book: Book) -> None:
    """Work out actors, positions and issues anew, unless that has been done since the last article came in."""
    while book.stale:
        seen = book.revision()
        gazetteer = Gazetteer.load(book.setting(ACTORS))
        book.write_reconciled(reconcile(book.articles(), book.statements(), gazetteer), seen)


def contents(path: str) -> Contents:
    """All that a book holds, its positions up to date."""
    with Book.open(path) as book:
        _refresh(book)
        return book.contents()


def search(path: str, query: str, *, limit: int = 20, around: tuple[str, str] = ("[", "]")) -> tuple[Hit, ...]:
    """Where words stand in a book: statements first, then articles; ``around`` marks what was found."""
    with Book.open(path) as book:
        return book.search(query, limit=limit, around=around)


def info(path: str, *, check: bool = False) -> Info:
    """A book in figures; ``check`` also looks whether it is sound, which reads all of it."""
    with Book.open(path) as book:
        _refresh(book)
        problems = book.check() if check else None
        return Info(book.contents(), book.readers(), book.counts().decisions, problems)


def export(path: str, form: str, directory: Path, filters: Filters | None = None) -> tuple[Path, ...]:
    """Write a book, or the positions that filters choose, in another format; returns the files written."""
    return exports.write(narrow(contents(path), filters or Filters()), form, directory)


def demo(path: str, *, on_event: OnEvent | None = None) -> Report:
    """Read the bundled example into a book."""
    with as_file(files("sayso") / "demo") as folder:
        options = AddOptions(actors=str(folder / ACTORS))
        return add(path, [str(folder / "articles")], options=options, on_event=on_event)


class _Late:
    """A reader that is loaded when the first article needs it: adding what is there already costs no model."""

    def __init__(self, kind: str) -> None:
        if kind not in READERS:
            raise UsageError(f"there is no reader {kind!r}; the readers are {', '.join(READERS)}")
        self.name = READERS[kind]
        self._reader: Reader | None = None

    def read(self, article: Article) -> Reading:
        """Read an article, which loads the model if none was read before; one not to be read costs nothing."""
        if article.unread is not None:
            return Reading(article.key, self.name)
        if self._reader is None:
            from sayso.reading.rules import RulesReader
            from sayso.weights import load_english

            self._reader = RulesReader(load_english(), Gazetteer.load())
        return self._reader.read(article)


def _found(wanted: Sequence[str], options: AddOptions) -> Iterator[Incoming | Skipped]:
    return sources.gather(wanted, metadata=options.metadata, columns=options.columns, limit=options.limit)


def _count(wanted: Sequence[str], options: AddOptions) -> int | None:
    """How many articles the sources hold, for the time left; standard input can be read but once."""
    return None if "-" in wanted else sum(1 for _ in _found(wanted, options))


def _text_of(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the file of actors {path}: {error}; give a TOML file in UTF-8") from error
