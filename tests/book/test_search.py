"""Search finds words wherever they stand, and no query is an error."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.book import Book
from sayso.book.search import MOST_TERMS, matching
from sayso.records import Fact
from tests.factories import article, dispute, reading, statement

TOLL = article(
    "Norland demands a lower toll.\n\nThe café by the strait was closed. Nothing was demanded there.",
    name="b",
    title="Harbour quarrel",
)
SHIPS = article("Estmark sends ships. Norland's toll is a vice-president's affair.", name="a", title="Toll, again")
DEMAND = statement(TOLL, "demands a lower toll")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with Book.open(tmp_path_factory.mktemp("search") / "book.sayso", create=True) as book:
        book.keep(TOLL, reading(TOLL, DEMAND))
        book.keep(SHIPS, reading(SHIPS))
        yield book


def found(book: Book, query: str) -> list[tuple[str, str | None]]:
    return [(hit.name, hit.statement) for hit in book.search(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lower toll", [("b", DEMAND.id), ("b", None)]),
        ("toll", [("b", DEMAND.id), ("a", None), ("b", None)]),
        ("DEMANDED", [("b", DEMAND.id), ("b", None)]),
        ("cafe", [("b", None)]),
        ("quarrel", [("b", None)]),
        ("quar*", [("b", None)]),
        ("quar", []),
        ('"lower toll"', [("b", DEMAND.id), ("b", None)]),
        ('"toll lower"', []),
        ('"a lower to"*', [("b", DEMAND.id), ("b", None)]),
        ("vice-president", [("a", None)]),
        ("ships strait", []),
        ("ships OR strait", []),
        ("title:toll", []),
        ("", []),
        ('  ""  * - ( " ', []),
    ],
)
def test_a_query_finds_what_has_all_of_it(book: Book, query: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(book, query) == expected


def test_a_hit_shows_the_words_in_one_line_between_the_callers_marks(book: Book) -> None:
    quote, text = book.search("toll lower", around=("<b>", "</b>"))
    assert (quote.article, quote.title) == (TOLL.key, "Harbour quarrel")
    assert quote.snippet == "demands a <b>lower</b> <b>toll</b>"
    assert text.snippet.startswith("Norland demands a <b>lower</b> <b>toll</b>. The café")


def test_a_word_in_the_title_is_shown_there(book: Book) -> None:
    assert [hit.snippet for hit in book.search("quarrel")] == ["Harbour [quarrel]"]


def test_at_most_so_many_of_each_kind(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        for number in range(5):
            book.keep(*dispute(number))
        hits = book.search("strait", limit=3)
    assert [hit.statement is None for hit in hits] == [False] * 3 + [True] * 3


def test_what_was_replaced_is_no_longer_found(tmp_path: Path) -> None:
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        book.keep(TOLL, reading(TOLL, DEMAND))
        book.reread(TOLL.key, reading(TOLL))
        book.keep(replace(TOLL, title=Fact("Peace", "metadata file")))
        assert found(book, "lower toll") == [("b", None)]
        assert found(book, "quarrel") == []
        assert found(book, "peace") == [("b", None)]
        assert book.check() == ()


@example('"')
@example('a" OR b')
@example("NEAR(a b, 2) AND NOT {title}: ^c + d*")
@example("a\0b \ud800 \U0001e900 \u00b2 \u0301")
@example("toll " * 5000)
@example('"' + "toll " * 5000)
@given(
    st.text(st.sampled_from('ab"*^:(){}-+.,NOT AND OR NEAR\0\ud800\u0301\u00b2\U0001f600') | st.characters(codec=None))
)
def test_no_query_is_an_error(book: Book, query: str) -> None:
    assert len(book.search(query)) <= 3


@given(st.text())
def test_a_query_is_a_row_of_quoted_terms(query: str) -> None:
    match = matching(query)
    assert match == "" or match.startswith('"')
    assert match.count('"') % 2 == 0
    assert match.count('"') <= 2 * MOST_TERMS
