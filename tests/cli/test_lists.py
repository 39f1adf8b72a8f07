"""sayso articles, actors, issues, unplaced, info and search."""

import json

import pytest

from sayso.cli.lists import actors_counted, actors_table
from sayso.cli.table import lay_out
from sayso.views import actors
from sayso.views.lists import ActorRow
from tests.cli.conftest import Run
from tests.talks import contents


def test_articles_tell_why_one_was_not_read_and_what_is_a_copy(run: Run, book: str) -> None:
    out = run("articles", book).out
    assert "metadata file" in out
    assert "  > not read: language: de\n" in out
    assert "  > the same text as herald-1\n" in out
    assert out.endswith("\n4 articles.\n")


def test_actors_list_the_words_they_appear_under(run: Run, book: str) -> None:
    rows = {row["name"]: row for row in json.loads(run("actors", book, "--json").out)}
    assert rows["Sudmark"]["aliases"] == ["Iwo Rask", "Vey"]
    assert "Iwo Rask, Vey" in run("actors", book).out


def test_issues_tell_who_has_positions_on_them(run: Run, book: str) -> None:
    assert "river fees   Norland, Sudmark          4  2031-03-02  2031-04-10" in run("issues", book).out


def test_unplaced_tells_the_reason(run: Run, book: str) -> None:
    out = run("unplaced", book).out
    assert "will never yield" in out
    assert out.endswith("\n1 statement not located.\n")


def test_info_counts_and_checks(run: Run, book: str) -> None:
    plain, checked = run("info", book), run("info", book, "--check")
    assert "articles         4\nnot read         1\n" in plain.out
    assert "outlets          The Herald (2), Gazette (1), unknown (1)\n" in plain.out
    assert "checked" not in plain.out
    assert (checked.code, checked.out.splitlines()[-1]) == (0, "checked          sound, every quote at its span")
    assert json.loads(run("info", book, "--json").out)["problems"] is None


def test_search_finds_statements_and_articles(run: Run, book: str) -> None:
    hits = json.loads(run("search", book, "lock", "Vey", "--json").out)
    assert [hit["statement"] for hit in hits] == ["s-lock", None]
    out = run("search", book, "lock").out
    assert "to close the [lock] at Vey" in out
    assert "1 statement, 1 article." in out


def test_a_statement_that_was_found_can_be_shown(run: Run, book: str) -> None:
    assert run("show", book, "s-lock").out.startswith("p-4  Norland: threaten\n")


@pytest.mark.parametrize("words", ['"(*', "lock OR bridge", "zebra"])
def test_a_search_that_finds_nothing_tells_how_to_ask(run: Run, book: str, words: str) -> None:
    done = run("search", book, words)
    assert done.code == 0
    assert done.out.startswith("0 statements, 0 articles.\n")
    assert all(hint in " ".join(done.out.split()) for hint in ("all of the words", '"a phrase"', "OR is no operator"))


def test_actors_without_positions_are_counted_apart() -> None:
    silent = ActorRow("Heron", "unknown", (), 0, 0, ())
    rows = [*actors(contents()), silent]
    assert "Heron" not in "\n".join(lay_out(actors_table(rows), 80))
    assert actors_counted(rows).startswith("2 actors with positions; 1 more without positions")
    assert actors_counted(rows[:2]) == "2 actors with positions"


def test_why_an_actor_has_its_statements_is_told(run: Run, book: str) -> None:
    out = run("actors", book, "--why", "Iwo Rask").out
    assert out.startswith("Sudmark (state)")
    told = json.loads(run("actors", book, "--why", "sudmark", "--json").out)
    assert told["name"] == "Sudmark"
    assert all(reason["how"] in " ".join(out.split()) for reason in told["reasons"])


def test_why_of_nobody_says_who_is_near(run: Run, book: str) -> None:
    found = run("actors", book, "--why", "Sudmrk")
    assert (found.code, "near to it: Sudmark" in found.err) == (4, True)
