"""A real book of the invented talks, and a command line to run on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.book import Book
from sayso.cli import main
from sayso.records import Reading
from tests import talks


@dataclass(frozen=True)
class Done:
    """How a command ended: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line as a user in a pipe would."""

    def run(*arguments: str) -> Done:
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def book(tmp_path: Path) -> str:
    """A book that holds the invented talks."""
    path = tmp_path / "talks.sayso"
    contents = talks.contents()
    with Book.open(path, create=True) as stored:
        for article in contents.articles:
            statements = tuple(one for one in contents.statements if one.article == article.key)
            unplaced = tuple(one for one in contents.unplaced if one.article == article.key)
            stored.keep(article, Reading(article.key, "rules 1", (), statements, unplaced))
        stored.write_reconciled(contents.reconciled, stored.revision())
    return str(path)
