"""Actors by issues: what a cell counts, and who comes first."""

from sayso.records import Contents
from sayso.views import Filters, Matrix, matrix
from sayso.views.matrix import ActCount
from tests.talks import contents


def test_cells_count_positions_by_act_with_the_last_date() -> None:
    cells = {(cell.actor, cell.issue): cell.acts for cell in matrix(contents()).cells}
    assert cells == {
        ("Norland", "i-1"): (
            ActCount("demand", 1, "2031-03-02"),
            ActCount("offer", 1, "2031-03-04"),
            ActCount("accept", 1, "2031-03-04"),
        ),
        ("Norland", "i-2"): (ActCount("threaten", 1, "2031-04-10"),),
        ("Sudmark", "i-1"): (ActCount("reject", 1, "2031-04-10"),),
    }


def test_who_has_most_positions_and_what_has_most_sides_comes_first() -> None:
    view = matrix(contents())
    assert view.actors == ("Norland", "Sudmark")
    assert [issue.label for issue in view.issues] == ["river fees", "lock at Vey"]


def test_filters_cut_the_matrix() -> None:
    view = matrix(contents(), Filters(actor="sudmark"))
    assert (view.actors, [issue.id for issue in view.issues]) == (("Sudmark",), ["i-1"])


def test_an_empty_book_has_an_empty_matrix() -> None:
    assert matrix(Contents()) == Matrix((), (), ())
