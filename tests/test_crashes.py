"""Killed at any moment, or two at once: the book opens, is sound, and ends up as if nothing had happened."""

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from subprocess import Popen

import pytest

from sayso import flow
from sayso.book import Book
from sayso.errors import BookError
from sayso.records import Contents
from tests.runs import exported, report, start, write_articles

ARTICLES = 200
POLL = 0.002
SEED = 2031


@dataclass(frozen=True)
class Undisturbed:
    """A run that nothing disturbed: what it read, what it ended in, and how long its end took, in seconds."""

    folder: Path
    export: dict[str, bytes]
    loading: float
    ending: float


@dataclass(frozen=True)
class Moment:
    """When to kill: once so many articles are kept (None: once the file is there), and a part of a phase later."""

    kept: int | None
    part: float


def moments() -> list[Moment]:
    """Ten: as the file is made, while the model is loaded, seven while articles come in, and after the last one."""
    random = Random(SEED)
    strata = [random.randrange(ARTICLES * part // 7, ARTICLES * (part + 1) // 7) + 1 for part in range(7)]
    milestones = [None, 0, *(min(kept, ARTICLES - 1) for kept in strata), ARTICLES]
    return [Moment(kept, random.random()) for kept in milestones]


def kept(book: Path) -> int:
    """How many articles are in a book that another process is writing; -1 while it is not a book yet."""
    try:
        with closing(sqlite3.connect(f"{book.as_uri()}?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:
        return -1


def wait_for(book: Path, running: "Popen[str]", wanted: int | None) -> float:
    """Wait until a run has come so far; returns when that was."""
    while running.poll() is None and not (book.exists() if wanted is None else kept(book) >= wanted):
        time.sleep(POLL)
    return time.monotonic()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder = tmp_path_factory.mktemp("undisturbed")
    articles, book = write_articles(folder / "articles", range(ARTICLES)), folder / "talks.sayso"
    with start("add", book, articles, "--json") as running:
        made, first, last = (wait_for(book, running, wanted) for wanted in (0, 1, ARTICLES))
        told = report(running)
        ended = time.monotonic()
    assert (told["added"], told["skipped"]) == (ARTICLES, [])
    export = exported(book, folder / "export")
    assert export["statements.jsonl"].count(b"\n") >= ARTICLES / 2
    return Undisturbed(articles, export, first - made, ended - last)


def sound(book: Path) -> int:
    """Check the book that a killed run left; returns how many articles it has."""
    if not book.exists():
        return 0
    try:
        with Book.open(book) as opened:
            assert opened.check() == ()
            return opened.counts().articles
    except BookError as error:
        if "is empty, not a book yet" not in str(error):
            raise
        return 0


def worked_out(contents: Contents) -> bool:
    """Whether positions and statements belong to one moment: each statement has its holder, and none is lost."""
    return {each.statement for each in contents.reconciled.holdings} == {each.id for each in contents.statements}


@pytest.mark.parametrize("moment", moments(), ids=lambda moment: f"{moment.kept}")
def test_a_killed_run_leaves_a_sound_book_that_the_next_one_completes(
    tmp_path: Path, undisturbed: Undisturbed, moment: Moment
) -> None:
    book = tmp_path / "talks.sayso"
    phase = {None: 0.01, 0: undisturbed.loading, ARTICLES: undisturbed.ending}.get(moment.kept, 0.01)
    with start("add", book, undisturbed.folder) as running:
        wait_for(book, running, moment.kept)
        time.sleep(moment.part * phase)
        running.kill()
    assert running.returncode == -9
    left = sound(book)
    assert (moment.kept or 0) <= left <= ARTICLES
    told = report(start("add", book, undisturbed.folder, "--json"))
    assert (told["already"], told["added"], told["updated"]) == (left, ARTICLES - left, 0)
    assert sound(book) == ARTICLES
    assert exported(book, tmp_path / "export") == undisturbed.export


def test_a_killed_run_shows_what_it_kept(tmp_path: Path, undisturbed: Undisturbed) -> None:
    book = tmp_path / "talks.sayso"
    with start("add", book, undisturbed.folder) as running:
        wait_for(book, running, ARTICLES // 2)
        running.kill()
    contents = flow.contents(str(book))
    assert ARTICLES // 2 <= len(contents.articles) <= ARTICLES
    assert worked_out(contents)


def test_two_runs_at_once_lose_nothing(tmp_path: Path, undisturbed: Undisturbed) -> None:
    book = tmp_path / "talks.sayso"
    numbers = (range(ARTICLES * 2 // 3), range(ARTICLES // 3, ARTICLES))
    folders = [write_articles(tmp_path / f"part-{at}", part) for at, part in enumerate(numbers)]
    told = [report(running) for running in [start("add", book, folder, "--json") for folder in folders]]
    assert [(each["found"], each["skipped"]) for each in told] == [(len(part), []) for part in numbers]
    assert sum(each["added"] for each in told) == ARTICLES
    assert sound(book) == ARTICLES
    assert exported(book, tmp_path / "export") == undisturbed.export


def test_a_book_can_be_read_while_it_is_added_to(tmp_path: Path, undisturbed: Undisturbed) -> None:
    book, seen = tmp_path / "talks.sayso", []
    with start("add", book, undisturbed.folder, "--json") as running:
        wait_for(book, running, 1)
        while running.poll() is None:
            contents = flow.contents(str(book))
            assert {each.statement for each in contents.reconciled.holdings} == {
                each.id for each in contents.statements
            }
            seen.append(len(contents.articles))
        report(running)
    assert seen == sorted(seen)
    assert exported(book, tmp_path / "export") == undisturbed.export
