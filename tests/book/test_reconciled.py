"""What was worked out across articles is written as a whole and comes back as it was given."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.book import Book
from sayso.records import Actor, Family, Holding, Issue, Position, Reconciled
from tests.factories import dispute, reading

ONE, READ_ONE = dispute(1, statements=2)
TWO, READ_TWO = dispute(2, statements=2)
A, B = (statement.id for statement in READ_ONE.statements)
C, D = (statement.id for statement in READ_TWO.statements)
WHOLE = Reconciled(
    actors=(Actor("Sutland", "state", ("the south", "Sut\0")), Actor("Norland", "state")),
    holdings=(Holding(D, "Sutland", "its name", "Ada Sut", "Norland", True), Holding(A, "Norland", "demonym")),
    positions=(
        Position("p2", "Sutland", "demand", "open strait 2", "i1", (D, A), "Norland", 2),
        Position("p1", "Norland", "demand", "open strait 1", "i2", (C, B)),
    ),
    issues=(Issue("i2", "strait"), Issue("i1", "toll")),
    families=(Family("f2", "near", (TWO.key, ONE.key)), Family("f1", "identical", (ONE.key,))),
)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        book.keep(ONE, READ_ONE)
        book.keep(TWO, READ_TWO)
        yield book


def test_it_comes_back_in_the_order_it_was_given(book: Book) -> None:
    assert book.write_reconciled(WHOLE, book.revision())
    assert book.contents().reconciled == WHOLE


def test_it_replaces_what_was_there(book: Book) -> None:
    book.write_reconciled(WHOLE, book.revision())
    less = replace(WHOLE, holdings=WHOLE.holdings[:1], positions=WHOLE.positions[::-1], families=())
    book.write_reconciled(less, book.revision())
    assert book.contents().reconciled == less


def test_a_write_that_comes_in_between_leaves_it_stale(book: Book) -> None:
    seen = book.revision()
    book.keep(*dispute(3))
    assert book.write_reconciled(WHOLE, seen)
    assert book.stale
    assert book.contents().reconciled == WHOLE


def test_what_rests_on_an_earlier_revision_does_not_replace_what_rests_on_a_later_one(book: Book) -> None:
    assert book.write_reconciled(WHOLE, 2)
    assert not book.write_reconciled(Reconciled(), 1)
    assert (book.contents().reconciled, book.stale) == (WHOLE, False)


def test_what_rests_on_statements_that_are_gone_is_left_out(book: Book) -> None:
    seen = book.revision()
    book.reread(TWO.key, reading(TWO, READ_TWO.statements[0]))
    book.write_reconciled(WHOLE, seen)
    left = book.contents().reconciled
    assert left.holdings == WHOLE.holdings[1:]
    assert [position.statements for position in left.positions] == [(A,), (C, B)]
    assert book.check() == ()


def test_rereading_takes_along_what_rested_on_it(book: Book) -> None:
    book.write_reconciled(WHOLE, book.revision())
    book.reread(ONE.key, reading(ONE))
    left = book.contents().reconciled
    assert [holding.statement for holding in left.holdings] == [D]
    assert [position.statements for position in left.positions] == [(D,), (C,)]
    book.reread(TWO.key, reading(TWO))
    assert book.contents().reconciled.positions == ()
    assert book.stale
    assert book.check() == ()
