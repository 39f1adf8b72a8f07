"""sayso add: what it hands to the flow, and its closing report."""

import json
from collections.abc import Callable, Sequence

import pytest

from sayso import flow
from sayso.records import Skipped
from sayso.reports import AddOptions, Event, Report, SourceReport
from tests.cli.conftest import Run

Given = list[tuple[str, Sequence[str], AddOptions]]

CLEAN = SourceReport("more.jsonl", found=3, added=1, already=1, updated=1)
MIXED = SourceReport(
    "articles/", 12, 9, 1, 0, 2, [Skipped("articles/\x1b[31mx.png", "is no text\nbut an image"), Skipped("y", "z")]
)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """Put a flow that only takes notes in the place of the real one; returns its notes."""
    notes: Given = []

    def add(path: str, wanted: Sequence[str], *, options: AddOptions, on_event: Callable[[Event], None]) -> Report:
        notes.append((path, wanted, options))
        on_event(Event(1, 2, "one"))
        reports = {"more.jsonl": CLEAN, "articles/": MIXED}
        return Report(tuple(reports[name] for name in wanted), 40, 1, 12)

    monkeypatch.setattr(flow, "add", add)
    return notes


def test_the_report_counts_each_source_and_names_what_was_skipped(run: Run, given: Given) -> None:
    done = run("add", "talks.sayso", "more.jsonl", "articles/")
    assert done.out == (
        "more.jsonl: found 3, added 1, already there 1, facts updated 1, skipped 0\n"
        "articles/: found 12, added 9, already there 1, skipped 2, kept but not read 2\n"
        "  skipped articles/[31mx.png: is no text but an image\n"
        "  skipped y: z\n"
        "The book holds 40 statements, 12 positions, 1 unplaced.\n"
        "See them: sayso ledger talks.sayso\n"
    )
    assert done.code == 3


def test_nothing_skipped_is_a_plain_success(run: Run, given: Given) -> None:
    assert run("add", "talks.sayso", "more.jsonl").code == 0


def test_options_and_settings_reach_the_flow(run: Run, given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MAX_FILE_MB", "3")
    run("add", "t", "more.jsonl", "--metadata", "m", "--actors", "a", "--column", "text=body", "--column", "date=day")
    assert given == [("t", ("more.jsonl",), AddOptions("m", {"text": "body", "date": "day"}, "a", "rules", 3_000_000))]


def test_the_report_may_be_read_by_a_program(run: Run, given: Given) -> None:
    report = json.loads(run("add", "t", "articles/", "--json").out)
    assert (report["positions"], report["sources"][0]["skipped"][1]) == (12, {"place": "y", "reason": "z"})


@pytest.mark.parametrize("pair", ["text", "=body", "text="])
def test_a_column_without_its_fact_is_refused(run: Run, given: Given, pair: str) -> None:
    done = run("add", "t", "more.jsonl", "--column", pair)
    assert (done.code, given) == (2, [])
    assert "write it as --column text=body" in done.err


def test_an_unknown_reader_is_refused(run: Run, given: Given) -> None:
    assert run("add", "t", "more.jsonl", "--reader", "oracle").code == 2
