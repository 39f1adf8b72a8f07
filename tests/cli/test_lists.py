"""sayso articles, actors, issues, unplaced, info and search."""

import json

from tests.cli.conftest import Run


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


def test_a_search_for_nothing_findable_finds_nothing(run: Run, book: str) -> None:
    assert run("search", book, '"(*').out == "0 statements, 0 articles.\n"
