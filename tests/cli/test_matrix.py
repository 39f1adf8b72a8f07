"""sayso matrix: actors side by side, as many as fit."""

import json
import shlex

from tests.cli.conftest import Run

EXPECTED = """\
issue        Norland                    Sudmark
-----------  -------------------------  ----------------------
river fees   demand p-10aa, 2031-03-02  reject p-3, 2031-04-10
             offer p-2, 2031-03-04
             accept p-10bb, 2031-03-04

lock at Vey  threaten p-4, 2031-04-10

2 of 2 issues, 2 of 2 actors. A cell tells each act with the id of its position,
or with their number, and the last date.
To read a cell: sayso ledger BOOK --actor Norland --issue 'river fees'
"""


def test_cells_tell_acts_positions_and_last_dates(run: Run, book: str) -> None:
    assert run("matrix", book).out == EXPECTED


def test_actors_that_do_not_fit_follow_below(run: Run, book: str) -> None:
    out = run("--width", "50", "matrix", book).out
    assert out.index("Norland") < out.index("threaten p-4") < out.index("Sudmark")


def test_a_narrow_screen_has_two_actors_side_by_side_with_their_cells_wrapped(run: Run, book: str) -> None:
    head, _, first, second, *_ = run("--width", "60", "matrix", book).out.splitlines()
    assert head.split() == ["issue", "Norland", "Sudmark"]
    assert first.split() == ["river", "fees", "demand", "p-10aa,", "reject", "p-3,", "2031-04-10"]
    assert second.split() == ["2031-03-02"]


def test_actors_and_issues_can_be_cut(run: Run, book: str) -> None:
    out = run("matrix", book, "--actors", "1", "--top", "1").out
    assert "Sudmark" not in out
    assert "lock" not in out
    assert "1 of 2 issues, 1 of 2 actors. More with --top N and --actors N." in out


def test_what_the_filters_leave_out_is_neither_shown_nor_counted(run: Run, book: str) -> None:
    out = run("matrix", book, "--act", "demand").out
    assert ("Sudmark" in out, "lock" in out) == (False, False)
    assert "1 of 1 issue, 1 of 1 actor. A cell" in out


def test_the_command_below_prints_the_rows_of_a_cell(run: Run, book: str) -> None:
    command = run("matrix", book).out.splitlines()[-1].removeprefix("To read a cell: sayso ")
    assert command == "ledger BOOK --actor Norland --issue 'river fees'"
    rows = json.loads(run(*(book if word == "BOOK" else word for word in shlex.split(command)), "--json").out)
    assert [row["id"] for row in rows] == ["p-10aa", "p-10bb", "p-2"]


def test_json_holds_all_of_it_and_filters_reach_it(run: Run, book: str) -> None:
    assert len(json.loads(run("matrix", book, "--json").out)["cells"]) == 3
    assert len(json.loads(run("matrix", book, "--json", "--top", "1").out)["issues"]) == 1
    assert json.loads(run("matrix", book, "--json", "--actor", "sudmark").out)["actors"] == ["Sudmark"]


def test_an_empty_choice_is_said(run: Run, book: str) -> None:
    assert "Nothing to show" in run("matrix", book, "--since", "2040").out
