"""The book: one SQLite file that holds every article, what was read in it, and what people decided."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sayso.book import contents, decisions, marks, reconciled, search, soundness, writing
from sayso.book.connection import PATIENCE, Connection
from sayso.book.contents import Counts
from sayso.book.decisions import Decision
from sayso.book.search import Hit
from sayso.book.writing import Already, Kept, Outcome
from sayso.records import Article, Attribution, Contents, Reading, Reconciled, Statement, Unplaced


class Book:
    """An open book. Made by ``Book.open``; a context manager that closes it.

    Errors: BookError when the file is not ours or cannot be used, BookBusy when another program writes for too long.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = False, patience: float = PATIENCE) -> Book:
        """Open the book at ``path``; make it, or finish its making, when ``create``. An older schema is upgraded."""
        return cls(Connection(Path(path), create=create, patience=patience))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the book lies."""
        return self._connection.path

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all that is read inside belong to one moment; nothing can be written through this book meanwhile."""
        with self._connection.reading():
            yield

    def has(self, key: str) -> bool:
        """Whether the book holds the article."""
        with self._connection.reading() as db:
            return contents.number_of(db, key) is not None

    def keys(self) -> frozenset[str]:
        """The keys of all articles."""
        with self._connection.reading() as db:
            return contents.keys(db)

    def article(self, key: str) -> Article | None:
        """One article, or None."""
        with self._connection.reading() as db:
            return contents.article(db, key)

    def articles(self) -> tuple[Article, ...]:
        """All articles, by name and key."""
        with self._connection.reading() as db:
            return contents.articles(db)

    def statements(self, key: str | None = None) -> tuple[Statement, ...]:
        """All statements, or one article's, by article and by where they stand in it."""
        with self._connection.reading() as db:
            return contents.statements(db, key)

    def attributions(self, key: str) -> tuple[Attribution, ...]:
        """The attributions of one article, as its reader gave them."""
        with self._connection.reading() as db:
            return contents.attributions(db, key)

    def unplaced(self, key: str | None = None) -> tuple[Unplaced, ...]:
        """What readers said without its words being found, in all articles or in one."""
        with self._connection.reading() as db:
            return contents.unplaced(db, key)

    def contents(self) -> Contents:
        """The whole book at one moment."""
        with self._connection.reading() as db:
            return Contents(contents.articles(db), contents.statements(db), contents.unplaced(db), reconciled.read(db))

    def counts(self) -> Counts:
        """How much the book holds, without reading any of it."""
        with self._connection.reading() as db:
            return contents.counts(db)

    def readers(self) -> dict[str, int]:
        """How many articles each reader has read, by the reader's name and version."""
        with self._connection.reading() as db:
            return contents.readers(db)

    def reader_of(self, key: str) -> str | None:
        """Which reader has read an article; None when none has."""
        with self._connection.reading() as db:
            return contents.reader_of(db, key)

    def search(self, query: str, *, limit: int = 50, around: tuple[str, str] = ("[", "]")) -> tuple[Hit, ...]:
        """Where the words are: up to ``limit`` statements, then up to ``limit`` articles, the best first.

        All words of the query must be there; "a phrase" in quotes, beginnings as ``negotiat*``. No query is an error.
        """
        with self._connection.reading() as db:
            return search.search(db, query, limit=limit, around=around)

    def due(self, article: Article, reader: str) -> Article | None:
        """The article as a reader is to read it, with what the book knows of it; None when it has read just that."""
        with self._connection.reading() as db:
            return writing.due(db, article, reader)

    def keep(self, article: Article, reading: Reading | None = None) -> Outcome:
        """Put in an article with its reading, both or neither. Statements that are not grounded go to the tray.

        An article that is there gets the facts that are newly known of it (an unknown one erases nothing, nor does what
        the text tells undo what a metadata file said). Its reading is replaced when facts are new, or when another
        reader made it; otherwise it is Already there, as it is.
        """
        with self._connection.writing() as db:
            outcome = writing.keep(db, article, reading)
            if not isinstance(outcome, Already):
                marks.raise_revision(db)
            return outcome

    def reread(self, key: str, reading: Reading) -> Kept | Already:
        """Replace what was read in an article; decisions stay. NotFound when the book does not hold it."""
        with self._connection.writing() as db:
            outcome = writing.reread(db, key, reading)
            if not isinstance(outcome, Already):
                marks.raise_revision(db)
            return outcome

    def revision(self) -> int:
        """A number that is raised by each write on which positions may depend.

        Ask for it before reading what ``reconcile`` gets: what comes in between then makes the book stale again.
        """
        with self._connection.reading() as db:
            return marks.mark(db, "revision")

    @property
    def stale(self) -> bool:
        """Whether anything came in since the positions were worked out."""
        with self._connection.reading() as db:
            return marks.mark(db, "revision") != marks.mark(db, "seen")

    def write_reconciled(self, worked_out: Reconciled, seen: int) -> bool:
        """Replace all that was worked out across articles; ``seen`` is the revision that it was worked out from.

        Returns False, and changes nothing, when another program has written what rests on a later revision.
        """
        with self._connection.writing() as db:
            if marks.mark(db, "seen") > seen:
                return False
            reconciled.write(db, worked_out)
            marks.set_seen(db, seen)
            return True

    def setting(self, name: str) -> str | None:
        """A text that is kept in the book under a name, such as the user's actors.toml; None when there is none."""
        with self._connection.reading() as db:
            return marks.setting(db, name)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a text under a name. A changed one raises the revision: positions may depend on it."""
        with self._connection.writing() as db:
            if marks.setting(db, name) != value:
                marks.set_setting(db, name, value)
                marks.raise_revision(db)

    def log(self, decision: Decision) -> Decision:
        """Put a decision at the end of the log, for ever; it comes back with its number."""
        with self._connection.writing() as db:
            marks.raise_revision(db)
            return decisions.log(db, decision)

    def decisions(self) -> tuple[Decision, ...]:
        """The decision log, oldest first."""
        with self._connection.reading() as db:
            return decisions.decisions(db)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the book, one line each; empty when it is sound. Reads all of it."""
        with self._connection.writing() as db:
            return tuple(soundness.problems(db))
