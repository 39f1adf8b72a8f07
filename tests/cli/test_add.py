"""sayso add: what it hands to the flow, and its closing report."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sayso import flow
from sayso.cli.add import MOST_NOTES, show_report
from sayso.cli.screen import Screen
from sayso.records import Noted, Skipped
from sayso.reports import AddOptions, Event, Report, SourceReport
from tests.cli.conftest import Run

Given = list[tuple[str, Sequence[str], AddOptions]]

CLEAN = SourceReport("more.jsonl", found=3, added=1, already=1, updated=1)
MIXED = SourceReport(
    "articles/",
    12,
    9,
    1,
    unread=2,
    skipped=[Skipped("articles/\x1b[31mx.png", "is no text\nbut an image"), Skipped("y", "z")],
)
NOTED = SourceReport("v2/", found=1, added=1, notes=[Noted("fees", "another\ntext of this name is there already")])
SECOND_VERSIONS = SourceReport("many/", notes=[Noted(str(number), "another text") for number in range(MOST_NOTES + 1)])


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """Put a flow that only takes notes in the place of the real one; returns its notes."""
    notes: Given = []

    def add(path: str, wanted: Sequence[str], *, options: AddOptions, on_event: Callable[[Event], None]) -> Report:
        notes.append((path, wanted, options))
        on_event(Event(1, 2, "one"))
        reports = {each.source: each for each in (CLEAN, MIXED, NOTED, SECOND_VERSIONS)}
        notes_on_all = (Noted(options.actors, "was applied; positions 30 -> 12"),) if options.actors else ()
        return Report(tuple(reports[name] for name in wanted), 40, 1, 12, notes_on_all)

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


def test_articles_without_a_date_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    show_report(Screen(80), Report((SourceReport("old/", found=3, added=3, undated=2),), 0, 0, 0), "talks.sayso")
    assert capsys.readouterr().out.splitlines()[1] == (
        "  without a date: 2 articles; words like 'on Monday' stay open in them"
        " (dates can be given: --metadata FILE.jsonl)"
    )


def test_a_book_without_positions_sends_nobody_to_its_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    show_report(Screen(80), Report((MIXED,), 0, 0, 0), "talks.sayso")
    assert capsys.readouterr().out.endswith("The book holds 0 statements, 0 positions, 0 unplaced.\n")


def test_nothing_skipped_is_a_plain_success(run: Run, given: Given) -> None:
    assert run("add", "talks.sayso", "more.jsonl").code == 0


def test_notes_are_printed_and_are_no_failure(run: Run, given: Given) -> None:
    done = run("add", "talks.sayso", "v2/", "--actors", "actors.toml")
    assert done.out.splitlines()[:3] == [
        "v2/: found 1, added 1, already there 0, skipped 0",
        "  note: fees: another text of this name is there already",
        "note: actors.toml: was applied; positions 30 -> 12",
    ]
    assert done.code == 0


def test_of_many_notes_the_first_ones_are_printed(run: Run, given: Given) -> None:
    done = run("add", "talks.sayso", "many/")
    assert done.out.count("  note: ") == MOST_NOTES
    assert "  and 1 more note; --json prints all of them\n" in done.out
    told = json.loads(run("add", "talks.sayso", "many/", "--json").out)
    assert len(told["sources"][0]["notes"]) == MOST_NOTES + 1


def test_a_program_gets_the_notes(run: Run, given: Given) -> None:
    told = json.loads(run("add", "t", "v2/", "--actors", "a.toml", "--json").out)
    assert told["sources"][0]["notes"][0]["place"] == "fees"
    assert told["notes"] == [{"place": "a.toml", "words": "was applied; positions 30 -> 12"}]


def test_a_metadata_file_that_is_missing_is_called_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fees.txt").write_text("Norland said no.")
    done = run("add", str(tmp_path / "b.sayso"), str(tmp_path / "fees.txt"), "--metadata", "nowhere.jsonl")
    assert (done.code, done.out) == (2, "")
    assert "there is no metadata file 'nowhere.jsonl'" in done.err


def test_options_and_settings_reach_the_flow(run: Run, given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MAX_FILE_MB", "3")
    run("add", "t", "more.jsonl", "--metadata", "m", "--actors", "a", "--column", "text=body", "--column", "date=day")
    assert given == [("t", ("more.jsonl",), AddOptions("m", {"text": "body", "date": "day"}, "a", "small", 3_000_000))]


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
