"""How wide and how colourful output may be."""

import json
import sys
from pathlib import Path

import pytest

from sayso.cli.screen import Screen, as_json, count, screen, shown
from sayso.records import Span
from tests.cli.conftest import Run


def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "111")


def test_a_pipe_has_eighty_columns_and_no_colour() -> None:
    assert screen() == Screen(80, False)


def test_a_pipe_is_as_wide_as_columns_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert screen() == Screen(120, False)


@pytest.mark.parametrize("columns", ["", "wide", "0", "-5"])
def test_columns_that_are_no_number_are_passed_over(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert screen().width == 80


def test_a_terminal_has_colours_and_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    assert screen() == Screen(111, True)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_can_be_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    assert not screen().colour


def test_the_width_asked_for_is_taken_but_not_an_unreadable_one() -> None:
    assert (screen(100).width, screen(3).width) == (100, 40)


def test_records_become_json() -> None:
    assert as_json({"span": Span(1, 2), "path": Path("a"), "list": (1, None)}) == {
        "span": {"start": 1, "end": 2}, "path": "a", "list": [1, None],
    }  # fmt: skip


def test_colours_reach_a_terminal_alone(run: Run, book: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("show", book, "p-2").out
    terminal(monkeypatch)
    coloured = run("show", book, "p-10aa").out
    assert "\x1b[1m" in coloured
    assert "[[" not in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("show", book, "p-10aa").out


def test_what_is_not_known_is_a_dash() -> None:
    assert [shown(None), shown(""), shown("\x1b"), shown(None, "unknown")] == ["-", "-", "-", "unknown"]


def test_numbers_agree_with_their_nouns() -> None:
    assert [count(0, "row"), count(1, "row"), count(1200, "row")] == ["0 rows", "1 row", "1,200 rows"]


@pytest.mark.parametrize(
    "command", [["ledger"], ["matrix"], ["articles"], ["actors"], ["issues"], ["unplaced"], ["info"], ["show", "p-2"],
                ["search", "fees"]]
)  # fmt: skip
def test_whatever_a_program_may_read_is_json_and_a_table_keeps_to_its_width(
    run: Run, book: str, command: list[str]
) -> None:
    name, *more = command
    assert json.loads(run(name, book, *more, "--json").out)
    for columns in (80, 100):
        table = run("--width", str(columns), name, book, *more)
        assert table.code == 0
        assert max(map(len, table.out.splitlines())) <= columns
