"""Grounded or not at all: in Python on the way in, and in the file against any other writer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.book import Book, Kept
from sayso.book.grounding import ELSEWHERE, ID_TAKEN, NOT_AT_SPAN, grounded, placed
from sayso.book.packing import stored
from sayso.book.schema import PIECE
from sayso.records import Holder, Span, Statement
from tests.factories import article, dispute, reading, statement, unplaced

TEXT = "Norland demands more. Sutland rejects it.\r\n\U0001f600 No, e\u0301 no.\0 \ud800 end"
ONE = article(TEXT)
DEMAND = statement(ONE, "Norland demands more")


@pytest.mark.parametrize(
    "span",
    [
        Span(1, 21),
        Span(0, 19),
        Span(-len(TEXT), -len(TEXT) + 20),
        Span(len(TEXT) - 20, len(TEXT)),
        Span(0, 0),
        Span(20, 0),
    ],
)
def test_a_quote_that_is_not_at_its_span_goes_to_the_tray(span: Span) -> None:
    good, tray = placed(ONE, reading(ONE, replace(DEMAND, span=span)))
    assert good == ()
    assert [(row.words, row.act, row.holder, row.reason) for row in tray] == [
        ("Norland demands more", "demand", "Norland", NOT_AT_SPAN)
    ]


def test_no_words_at_all_are_not_grounded() -> None:
    assert not grounded(ONE, replace(DEMAND, span=Span(3, 3), quote=""))


def test_a_quote_that_only_runs_past_the_end_is_not_grounded() -> None:
    assert not grounded(ONE, replace(DEMAND, span=Span(0, len(TEXT) + 5), quote=TEXT))


def test_a_statement_of_another_article_goes_to_the_tray() -> None:
    good, tray = placed(ONE, reading(ONE, replace(DEMAND, article="0" * 32)))
    assert good == ()
    assert [row.reason for row in tray] == [ELSEWHERE]
    assert {row.article for row in tray} == {ONE.key}


def test_the_same_statement_twice_is_one() -> None:
    assert placed(ONE, reading(ONE, DEMAND, DEMAND)) == ((DEMAND,), ())


def test_of_two_statements_with_one_id_the_later_goes_to_the_tray() -> None:
    other = replace(statement(ONE, "Sutland rejects it", act="reject", holder="Sutland"), id=DEMAND.id)
    for order in ((DEMAND, other), (other, DEMAND)):
        good, tray = placed(ONE, reading(ONE, *order))
        assert good == (DEMAND,)
        assert [(row.words, row.reason) for row in tray] == [("Sutland rejects it", ID_TAKEN)]


def test_what_the_reader_could_not_place_stays_in_the_tray() -> None:
    lost = unplaced(ONE, "never said")
    assert placed(ONE, reading(ONE, DEMAND, unplaced=(lost,))) == ((DEMAND,), (lost,))


@given(st.text(min_size=1), st.data())
def test_what_is_kept_is_grounded_and_nothing_is_lost(text: str, data: st.DataObject) -> None:
    one = article(text)
    spans = st.builds(Span, st.integers(-2, len(text) + 2), st.integers(-2, len(text) + 2))
    rows = data.draw(st.lists(st.tuples(spans, st.booleans(), st.text(max_size=3)), max_size=6))
    read = [
        Statement(str(at), one.key, span, span.of(text) if honest else quote, "state", Holder("x"), "", Span(0, 0))
        for at, (span, honest, quote) in enumerate(rows)
    ]
    good, tray = placed(one, reading(one, *read))
    assert all(text[each.span.start : each.span.end] == each.quote != "" for each in good)
    assert len(good) + len(tray) == len(read)


LONG = article("Estmark offers help. " * (3 * PIECE // 21) + TEXT, name="long")


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A book with two articles, opened by a program that knows nothing of us."""
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        book.keep(ONE, reading(ONE, DEMAND))
        book.keep(LONG, reading(LONG))
    with closing(sqlite3.connect(tmp_path / "book.sayso", isolation_level=None)) as db:
        yield db


INSERT = """
    INSERT INTO statement (id, article, start, "end", quote, act, holder, cue, cue_start, cue_end, content, part)
    SELECT 'x' || ?, number, ?, ?, CAST(? AS TEXT), 'demand', '{"words":"x"}', 'said', 0, 4, 'c', 'body'
    FROM article WHERE name = ?
"""


def put(db: sqlite3.Connection, name: str, span: Span, quote: str) -> None:
    db.execute(INSERT, (f"{span}", span.start, span.end, stored(quote), name))


AT_A_SEAM = Span(PIECE - 7, PIECE + 9)
OVER_TWO_SEAMS = Span(PIECE - 1, 2 * PIECE + 1)
IN_THE_LAST_PIECE = Span(len(LONG.raw) - 21, len(LONG.raw))


@pytest.mark.parametrize("span", [Span(0, 5), AT_A_SEAM, OVER_TWO_SEAMS, IN_THE_LAST_PIECE, Span(PIECE, PIECE + 1)])
def test_another_program_may_store_what_is_grounded(raw: sqlite3.Connection, span: Span) -> None:
    put(raw, "long", span, span.of(LONG.raw))
    assert raw.execute("SELECT count(*) FROM statement").fetchone() == (2,)


@pytest.mark.parametrize(
    ("span", "quote"),
    [
        (Span(0, 7), "Sutland"),
        (Span(0, 7), "Estmark "),
        (Span(0, 8), "Estmark"),
        (AT_A_SEAM, "Estmark offers h"),
        (Span(len(LONG.raw) - 3, len(LONG.raw) + 1), "end"),
        (Span(len(LONG.raw), len(LONG.raw) + 3), "end"),
        (Span(0, 0), ""),
        (Span(-5, 0), LONG.raw[-5:]),
        (Span(0, 1), "\0"),
    ],
)
def test_no_program_may_store_what_is_not_grounded(raw: sqlite3.Connection, span: Span, quote: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"ungrounded|CHECK"):
        put(raw, "long", span, quote)
    assert raw.execute("SELECT count(*) FROM statement").fetchone() == (1,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statement SET quote = 'Norland demands less'",
        "UPDATE statement SET start = start + 1",
        'UPDATE statement SET "end" = "end" + 1',
        "UPDATE statement SET article = article + 1",
        "UPDATE OR IGNORE statement SET quote = 'no'",
        "UPDATE raw_text SET words = 'all new'",
        "UPDATE raw_text SET start = start + 65536",
        "DELETE FROM raw_text",
        "REPLACE INTO raw_text VALUES (1, 0, 'all new')",
        "UPDATE OR REPLACE raw_text SET article = 2",
    ],
)
def test_no_program_may_make_it_ungrounded_later(raw: sqlite3.Connection, change: str) -> None:
    before = raw.execute("SELECT quote, start, article FROM statement").fetchall()
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(change)
    assert raw.execute("SELECT quote, start, article FROM statement").fetchall() == before


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM article",
        "UPDATE article SET key = 'new'",
        "UPDATE article SET name = 'new'",
        "UPDATE article SET number = number + 10",
        "REPLACE INTO article SELECT * FROM article WHERE number = 1",
    ],
)
def test_no_program_may_remove_an_article(raw: sqlite3.Connection, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="article"):
        raw.execute(change)
    assert raw.execute("SELECT count(*) FROM article").fetchone() == (2,)


@given(st.text(st.characters(codec=None) | st.sampled_from("\0\ud800\r\n"), min_size=1), st.data())
def test_any_text_is_kept_with_each_of_its_stretches(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    one = article(text, name="any")
    said = Statement("any", one.key, span, span.of(text), "state", Holder(text), text, span, content=text)
    with TemporaryDirectory() as folder, Book.open(Path(folder, "book.sayso"), create=True) as book:
        assert book.keep(one, reading(one, said)) == Kept(one.key, 1, 0)
        assert book.articles() == (one,)
        assert book.statements() == (said,)


def test_an_article_and_its_statements_come_back_as_they_were(tmp_path: Path) -> None:
    one, read = dispute(1)
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        book.keep(one, read)
        assert book.article(one.key) == one
        assert book.statements() == read.statements
