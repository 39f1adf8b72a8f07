"""The steps on one screen: sources -> articles -> reading -> book -> reconcile -> views and exports.

The only module that knows them all: each step is in its own room, takes records and gives records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from sayso import articles, exports, sources
from sayso.book import Already, Book, Hit, Kept, Updated
from sayso.errors import SaysoError, SourceError, UsageError
from sayso.evidence import told_apart
from sayso.gazetteer import Gazetteer
from sayso.reading import RULES, SMALL, Reader
from sayso.reconcile import reconcile
from sayso.records import Article, Contents, Incoming, Noted, Reading, Skipped
from sayso.reports import AddOptions, Event, Info, OnEvent, Report, SourceReport
from sayso.views import Filters, narrow

READERS: Mapping[str, str] = {"small": SMALL, "rules": RULES}
"""The readers by the name that a user gives, each with its own name and version."""

EMPTY = "no articles in it; give text, Markdown, HTML, JSONL, JSON or CSV files, or a folder with them"
ACTORS = "actors.toml"
"""The name under which a book keeps its user's file of actors."""


def add(
    path: str, wanted: Sequence[str], *, options: AddOptions | None = None, on_event: OnEvent = lambda event: None
) -> Report:
    """Take articles into a book, read them, and work out the positions anew. One bad input never stops the rest."""
    options = options or AddOptions()
    actors = _text_of(options.actors) if options.actors else None
    Gazetteer.load(actors, origin=options.actors or ACTORS)  # a mistake in it shows before anything is read
    gathering = _gathering(wanted, options)  # so does a path that is not there
    reader, reports = _Late(options.reader, options.min_confidence), tuple(map(SourceReport, wanted))
    with Book.open(path, create=True) as book:
        before, known = book.counts(), book.setting(ACTORS)
        if actors is not None:
            book.set_setting(ACTORS, actors)
        done, total = 0, _count(wanted, options)
        for report in reports:
            for found in gathering.of(report.source):
                _take(book, reader, found, report)
                done += not isinstance(found, Noted)
                on_event(Event(done, total, found.name if isinstance(found, Incoming) else found.place))
            if not report.found:
                report.notes.append(Noted(report.source, EMPTY))
        _current(book)
        counts, notes = book.counts(), list(gathering.left())
    if options.actors is not None:
        applied = "is the file that the book has" if actors == known else "was applied, and is kept in the book"
        taken = ", with the articles added" if any(each.added or each.updated for each in reports) else ""
        notes.append(Noted(options.actors, f"{applied}; positions {before.positions:,} -> {counts.positions:,}{taken}"))
    return Report(reports, counts.statements, counts.unplaced, counts.positions, tuple(notes))


def _take(book: Book, reader: _Late, found: sources.Found, report: SourceReport) -> None:
    """One text into the book: kept with its reading in one transaction, already there, or skipped with the reason."""
    if isinstance(found, Noted):
        report.notes.append(found)
        return
    report.found += 1
    if isinstance(found, Skipped):
        report.skipped.append(found)
        return
    try:
        with _fault_told():
            article = articles.prepare(found)
        due = book.due(article, reader.name)
        outcome = Already(article.key) if due is None else book.keep(article, reader.read(due))
    except SourceError as error:
        report.skipped.append(Skipped(found.place, str(error)))
        return
    report.added += isinstance(outcome, Kept)
    report.already += isinstance(outcome, Already)
    report.updated += isinstance(outcome, Updated)
    report.unread += isinstance(outcome, Kept) and article.unread is not None
    report.undated += isinstance(outcome, Kept) and article.published.value is None
    if isinstance(outcome, Kept) and outcome.namesakes:
        report.notes.append(_another(article, outcome.namesakes))


def _another(article: Article, namesakes: Sequence[str]) -> Noted:
    """A note that texts share a name, with the longer ones by which they are told apart."""
    longer = ", ".join(told_apart(article.name, key) for key in (*namesakes, article.key))
    all_kept = "both are kept" if len(namesakes) == 1 else "all are kept"
    return Noted(article.name, f"another text of this name is there already; {all_kept} ({longer})")


@contextmanager
def _fault_told() -> Iterator[None]:
    """Make what nobody foresaw of one text an error of that text alone, so that the rest goes on."""
    try:
        yield
    except SaysoError:
        raise
    except Exception as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())
        raise SourceError(f"cannot be read: {told}; this is a fault in Sayso, please report it") from error


def _current(book: Book) -> Contents:
    """All that a book holds at one moment. Positions are worked out anew if anything came in since they were."""
    with book.snapshot():
        held, stale, seen, actors = book.contents(), book.stale, book.revision(), book.setting(ACTORS)
    if not stale:
        return held
    worked_out = reconcile(held.articles, held.statements, Gazetteer.load(actors))
    book.write_reconciled(worked_out, seen)
    return replace(held, reconciled=worked_out)


def contents(path: str) -> Contents:
    """All that a book holds, its positions up to date."""
    with Book.open(path) as book:
        return _current(book)


def search(path: str, query: str, *, limit: int = 20, around: tuple[str, str] = ("[", "]")) -> tuple[Hit, ...]:
    """Where words stand in a book: statements first, then articles; ``around`` marks what was found."""
    with Book.open(path) as book:
        return book.search(query, limit=limit, around=around)


def info(path: str, *, check: bool = False) -> Info:
    """A book in figures; ``check`` also looks whether it is sound, which reads all of it."""
    with Book.open(path) as book:
        held, problems = _current(book), book.check() if check else None
        return Info(held, book.readers(), book.counts().decisions, problems)


def export(path: str, form: str, directory: Path, filters: Filters | None = None) -> tuple[Path, ...]:
    """Write a book, or the positions that filters choose, in another format; returns the files written."""
    return exports.write(narrow(contents(path), filters or Filters()), form, directory)


def demo(path: str, *, on_event: OnEvent = lambda event: None) -> Report:
    """Read the bundled example into a book."""
    with as_file(files("sayso") / "demo") as folder:
        options = AddOptions(actors=str(folder / ACTORS))
        return add(path, [str(folder / "articles")], options=options, on_event=on_event)


@cache
def open_reader(kind: str, least: float | None = None) -> Reader:
    """A reader by its name in ``READERS``, loaded once in a process; UsageError when there is none of that name.

    ``least`` is the confidence that a statement must have to be told, where a reader knows one; None leaves it to it.
    """
    if kind not in READERS:
        raise UsageError(f"there is no reader {kind!r}; the readers are {', '.join(READERS)}")
    if kind == "rules" and least is not None:
        raise UsageError("the rules give no confidence: leave --min-confidence out, or read with --reader small")
    from sayso.weights import find_small, load_english

    if kind == "rules":
        from sayso.reading.rules import RulesReader

        return RulesReader(load_english(), Gazetteer.load())
    from sayso.reading.small import SmallReader

    return SmallReader.load(find_small(), load_english(), Gazetteer.load(), least)


class _Late:
    """A reader that is loaded when the first article needs it: adding what is there already costs no model."""

    def __init__(self, kind: str, least: float | None) -> None:
        if kind not in READERS or (kind == "rules" and least is not None):
            open_reader(kind, least)
        self.kind, self.least = kind, least
        self.name = READERS[kind] if least is None else f"{READERS[kind]} from {least:g}"

    def read(self, article: Article) -> Reading:
        """Read an article; one that is not to be read costs nothing."""
        if article.unread is not None:
            return Reading(article.key, self.name)
        reader = open_reader(self.kind, self.least)
        with _fault_told():
            return reader.read(article)


def _gathering(wanted: Sequence[str], options: AddOptions) -> sources.Gathering:
    limit = options.limit or sources.MAX_BYTES
    return sources.Gathering(wanted, metadata=options.metadata, columns=options.columns, limit=limit)


def _count(wanted: Sequence[str], options: AddOptions) -> int | None:
    """How many articles the sources hold, for the time left; standard input can be read but once."""
    if "-" in wanted:
        return None
    gathering = _gathering(wanted, options)
    return sum(not isinstance(found, Noted) for source in wanted for found in gathering.of(source))


def _text_of(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the file of actors {path}: {error}; give a TOML file in UTF-8") from error
