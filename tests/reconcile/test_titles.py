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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the mills will stop if the lock stays shut, he warned", "the mills will stop if the lock stays shut"),
        ("the lock will open in May, news agency Weir reported", "the lock will open in May"),
        ("the lock will open in May, according to two millers", "the lock will open in May"),
    ],
)
def test_who_said_it_is_cut_off_at_the_end(text: str, expected: str) -> None:
    assert titled(text) == expected


def test_one_telling_word_is_enough_where_nothing_else_was_ruled_out() -> None:
    source = article("In Vey, spokesman Tam Orl ruled out any halt")
    said = [statement(source, source.raw, content="any halt", cue="ruled out")]
    assert title(weighed([source], said)) == "any halt"


def test_a_short_content_goes_on_with_what_follows_it() -> None:
    text = "Norland voiced grave concern over the dredging of the canal"
    assert titled(text, "grave concern") == "grave concern over the dredging of the canal"


def test_a_clause_with_that_behind_the_statement_is_kept() -> None:
    source = article("Brenn rejected a suggestion that his country seek help, and left.")
    said = [statement(source, "Brenn rejected a suggestion", content="a suggestion", cue="rejected")]
    assert title(weighed([source], said)) == "a suggestion that his country seek help"


def test_what_names_its_matter_is_better_than_a_pronoun() -> None:
    texts = ("We accept it as fair for all of us here", "the fees for barges at Vey")
    assert title(weighed(*one_each(*texts, act="accept"))) == texts[1]
