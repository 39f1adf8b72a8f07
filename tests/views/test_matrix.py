"""Actors by issues: what a cell counts, and who comes first."""

from dataclasses import replace

import pytest

from sayso.records import Contents, Issue, Position, Reconciled
from sayso.views import Filters, Matrix, matrix
from sayso.views.matrix import ActCount
from tests.talks import contents


def test_cells_count_positions_by_act_with_the_last_date() -> None:
    cells = {(cell.actor, cell.issue): cell.acts for cell in matrix(contents()).cells}
    assert cells == {
        ("Norland", "i-1"): (
            ActCount("demand", 1, "2031-03-02", ("p-10aa",)),
            ActCount("offer", 1, "2031-03-04", ("p-2",)),
            ActCount("accept", 1, "2031-03-04", ("p-10bb",)),
        ),
        ("Norland", "i-2"): (ActCount("threaten", 1, "2031-04-10", ("p-4",)),),
        ("Sudmark", "i-1"): (ActCount("reject", 1, "2031-04-10", ("p-3",)),),
    }


def test_who_has_most_positions_and_what_has_most_sides_comes_first() -> None:
    view = matrix(contents())
    assert view.actors == ("Norland", "Sudmark")
    assert [issue.label for issue in view.issues] == ["river fees", "lock at Vey"]


def test_filters_cut_the_matrix() -> None:
    view = matrix(contents(), Filters(actor="sudmark"))
    assert (view.actors, [issue.id for issue in view.issues]) == (("Sudmark",), ["i-1"])


def test_an_empty_book_has_an_empty_matrix() -> None:
    assert matrix(Contents()) == Matrix()


def position(number: int, actor: str, issue: str) -> Position:
    return Position(f"p-{number}", actor, "demand", "an end to it", issue, ("s-fees",))


def crowded() -> Contents:
    """A has most positions, one each on three matters; everybody else speaks on a matter that is not A's."""
    rows = [("A", "one"), ("A", "two"), ("A", "three"), ("B", "two"), ("B", "four"), ("C", "four"), ("D", "four")]
    found = tuple(position(number, actor, issue) for number, (actor, issue) in enumerate(rows))
    issues = tuple(Issue(id, f"the matter of {id}") for id in ("one", "two", "three", "four"))
    return replace(contents(), reconciled=Reconciled(positions=found, issues=issues))


def test_actors_are_chosen_first_and_issues_among_them() -> None:
    view = matrix(crowded(), actors=2)
    assert (view.actors, [issue.id for issue in view.issues]) == (("A", "B"), ["two", "four", "one", "three"])
    assert (view.of_actors, view.of_issues) == (4, 4)


@pytest.mark.parametrize(("actors", "issues"), [(1, 1), (2, 1), (3, 2), (4, 9)])
def test_no_row_and_no_column_of_a_cut_matrix_is_empty(actors: int, issues: int) -> None:
    view = matrix(crowded(), actors=actors, issues=issues)
    assert {cell.actor for cell in view.cells} == set(view.actors)
    assert {cell.issue for cell in view.cells} == {issue.id for issue in view.issues}
    assert (len(view.actors) <= actors, len(view.issues) <= issues) == (True, True)


def test_an_actor_on_none_of_the_issues_shown_is_left_out() -> None:
    view = matrix(crowded(), issues=1)
    assert (view.actors, [issue.id for issue in view.issues]) == (("B", "C", "D"), ["four"])
