"""A book in figures."""

from sayso.records import Contents
from sayso.views import figures
from sayso.views.info import Tally
from tests.talks import contents


def test_a_book_is_counted() -> None:
    found = figures(contents())
    assert (found.articles, found.unread, found.undated, found.copies) == (4, 1, 1, 1)
    assert (found.first, found.last) == ("2031-03-04", "2031-04-10")
    assert found.outlets == (Tally("The Herald", 2), Tally("Gazette", 1), Tally("unknown", 1))
    assert (found.statements, found.unplaced, found.positions, found.actors, found.issues) == (6, 1, 5, 2, 2)
    assert Tally("demand", 1) in found.acts


def test_an_empty_book_counts_nothing() -> None:
    found = figures(Contents())
    assert (found.articles, found.statements, found.first, found.outlets) == (0, 0, None, ())
