"""The ledger's rows: what they count, and their order."""

import pytest

from sayso.records import Contents
from sayso.views import Filters, ledger
from tests.talks import contents


def test_a_row_tells_dates_counts_and_outlets_of_all_its_statements() -> None:
    row = next(row for row in ledger(contents()) if row.id == "p-10aa")
    assert (row.actor, row.act, row.title) == ("Norland", "demand", "Sudmark must drop the river fees")
    assert (row.addressee, row.issue, row.issue_label) == ("Sudmark", "i-1", "river fees")
    assert (row.first, row.last) == ("2031-03-02", "2031-03-02")
    assert (row.statements, row.articles, row.origins) == (2, 2, 1)
    assert row.outlets == ("Gazette", "The Herald")


def test_a_row_is_shown_whole_whatever_chose_it() -> None:
    whole = {row.id: row for row in ledger(contents())}
    assert [whole[row.id] for row in ledger(contents(), Filters(outlet="gazette"))] == [whole["p-10aa"]]


def test_rows_known_from_rivals_or_unnamed_sources_alone_are_marked() -> None:
    assert {row.id for row in ledger(contents()) if row.claimed} == {"p-4"}
    assert {row.id for row in ledger(contents()) if row.anonymous} == {"p-10bb"}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("actor", ["p-10aa", "p-10bb", "p-2", "p-4", "p-3"]),
        ("issue", ["p-4", "p-10aa", "p-10bb", "p-2", "p-3"]),
        ("date", ["p-3", "p-4", "p-10bb", "p-2", "p-10aa"]),
        ("reports", ["p-10aa", "p-10bb", "p-2", "p-3", "p-4"]),
    ],
)
def test_rows_stand_in_the_order_asked_for(order: str, expected: list[str]) -> None:
    assert [row.id for row in ledger(contents(), order=order)] == expected


def test_an_empty_book_has_an_empty_ledger() -> None:
    assert ledger(Contents()) == ()
