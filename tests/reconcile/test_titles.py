"""Titles: a position is called by words that one of its own statements has."""

import pytest

from sayso.reconcile.titles import LONGEST, title
from tests.factories import article, statement
from tests.reconcile.said import one_each, weighed


def titled(text: str, content: str = "") -> str:
    return title(weighed(*one_each(text, content=content)))


def test_content_comes_before_the_whole_words() -> None:
    assert (
        titled("Norland demanded again that Sudmark drop the fees", "Sudmark drop the fees") == "Sudmark drop the fees"
    )


def test_content_that_says_too_little_gives_way() -> None:
    assert titled("accept the fees for a year", "it") == "accept the fees for a year"


def test_the_most_central_wording_is_taken() -> None:
    wordings = (
        "drop the fees on barges",
        "drop the barge fees on the river",
        "it said the fees had to go, and the ice too",
    )
    assert title(weighed(*one_each(*wordings))) in wordings[:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"They have not paid the fees yet," Brenn said', "They have not paid the fees yet"),
        ('called it "the worst of all offers."', 'called it "the worst of all offers"'),
        ("drop the fees (about 400 crowns)", "drop the fees (about 400 crowns)"),
        ("“Drop the fees,” he said", "Drop the fees"),
        ("drop   the\nfees -", "drop the fees"),
        ("that Sudmark drop the fees", "Sudmark drop the fees"),
    ],
)
def test_marks_at_the_ends_are_put_in_order(text: str, expected: str) -> None:
    assert titled(text) == expected


def test_a_long_one_is_cut_after_a_clause_and_says_so() -> None:
    text = (
        "drop the fees that barges have paid on the river Vey since the cold spring, " + "when the ice came down " * 5
    )
    assert titled(text) == "drop the fees that barges have paid on the river Vey since the cold spring …"


def test_a_condition_is_not_cut_off_silently() -> None:
    text = (
        "reopen the old lock to every barge from Norland and from Estmark in the spring if " + "the fees are paid " * 5
    )
    assert "if the fees are paid" in titled(text)
    assert titled(text).endswith("…")


def test_titles_are_short_and_of_the_statement() -> None:
    text = "open the lock " * 40
    found = titled(text).removesuffix(" …")
    assert len(found) <= LONGEST
    assert found in text


def test_a_wording_that_stands_by_itself_is_better_than_a_hanging_one() -> None:
    source = article("they must lower the fees on barges soon. Sudmark must lower the fees on barges")
    said = [statement(source, quote) for quote in source.raw.split(". ")]
    assert title(weighed([source], said)) == "Sudmark must lower the fees on barges"
