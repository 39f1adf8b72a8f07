"""sayso matrix: actors side by side, as many as fit."""

import json

from tests.cli.conftest import Run

EXPECTED = """\
issue        Norland                 Sudmark
-----------  ----------------------  --------------------
river fees   demand 1, 2031-03-02    reject 1, 2031-04-10
             offer 1, 2031-03-04
             accept 1, 2031-03-04

lock at Vey  threaten 1, 2031-04-10

2 of 2 issues, 2 of 2 actors. Each act with the number of positions and the last
date. More with --top N and --actors N.
"""


def test_cells_tell_acts_counts_and_last_dates(run: Run, book: str) -> None:
    assert run("matrix", book).out == EXPECTED


def test_actors_that_do_not_fit_follow_below(run: Run, book: str) -> None:
    out = run("--width", "50", "matrix", book).out
    assert out.index("Norland") < out.index("threaten 1") < out.index("Sudmark")


def test_actors_and_issues_can_be_cut(run: Run, book: str) -> None:
    out = run("matrix", book, "--actors", "1", "--top", "1").out
    assert "Sudmark" not in out
    assert "lock" not in out
    assert "1 of 2 issues, 1 of 2 actors." in out


def test_json_holds_all_of_it_and_filters_reach_it(run: Run, book: str) -> None:
    assert len(json.loads(run("matrix", book, "--json").out)["cells"]) == 3
    assert json.loads(run("matrix", book, "--json", "--actor", "sudmark").out)["actors"] == ["Sudmark"]


def test_an_empty_choice_is_said(run: Run, book: str) -> None:
    assert "Nothing to show" in run("matrix", book, "--since", "2040").out
