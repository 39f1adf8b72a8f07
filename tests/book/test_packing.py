"""What goes into a column comes out as it was, whatever it is."""

import sqlite3
import zlib
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.book import packing
from sayso.errors import BookError
from sayso.records import UNKNOWN, Attribution, Fact, Holder, Link, Run, Span

ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from("\0\r\n\ud83d\ude00\ud800\U0001f600e\u0301\ufeff"))
POSITION = st.integers(0, 10**7)
SPANS = st.builds(Span, POSITION, POSITION)
MAYBE_TEXT = st.none() | ANY_TEXT
HOLDERS = st.builds(
    Holder,
    ANY_TEXT,
    span=st.none() | SPANS,
    name=MAYBE_TEXT,
    described=MAYBE_TEXT,
    party=MAYBE_TEXT,
    kind=st.sampled_from(["person", "party", "unknown"]),
    anonymous=st.booleans(),
)


@given(ANY_TEXT)
def test_any_text_comes_back(text: str) -> None:
    assert packing.restored(packing.stored(text)) == text


@given(ANY_TEXT, st.data())
def test_sqlite_counts_characters_as_python_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    with closing(sqlite3.connect(":memory:")) as db:
        row = db.execute(
            "SELECT length(text), substr(text, ?, ?) = CAST(? AS TEXT) FROM (SELECT CAST(? AS TEXT) AS text)",
            (start + 1, end - start, packing.stored(text[start:end]), packing.stored(text)),
        ).fetchone()
    assert row == (len(text), 1)


@given(st.lists(st.builds(Run, SPANS, SPANS)).map(tuple))
def test_any_runs_come_back(runs: tuple[Run, ...]) -> None:
    assert packing.unpacked_runs(packing.packed_runs(runs)) == runs


def test_runs_of_a_long_article_are_small() -> None:
    runs = [Run(Span(at * 500, at * 500 + 499), Span(at * 507, at * 507 + 499)) for at in range(1000)]
    assert len(packing.packed_runs(runs)) < 1000


def text_of(column: bytes | None) -> str | None:
    return None if column is None else packing.restored(column)


@given(st.none() | HOLDERS)
def test_any_holder_comes_back(holder: Holder | None) -> None:
    assert packing.unpacked_holder(text_of(packing.packed_holder(holder))) == holder


@given(st.lists(st.builds(Link, ANY_TEXT, HOLDERS)).map(tuple))
def test_any_chain_comes_back(via: tuple[Link, ...]) -> None:
    assert packing.unpacked_via(text_of(packing.packed_via(via))) == via


@given(st.just(UNKNOWN) | st.builds(Fact, MAYBE_TEXT, ANY_TEXT, MAYBE_TEXT))
def test_any_fact_comes_back(fact: Fact) -> None:
    assert packing.unpacked_fact(text_of(packing.packed_fact(fact))) == fact


@given(st.lists(st.builds(Attribution, SPANS, st.lists(SPANS).map(tuple), st.none() | HOLDERS, ANY_TEXT)).map(tuple))
def test_any_attributions_come_back(attributions: tuple[Attribution, ...]) -> None:
    assert packing.unpacked_attributions(packing.packed_attributions(attributions)) == attributions


def test_a_holder_is_kept_without_its_defaults() -> None:
    assert packing.packed_holder(Holder("the minister")) == b'{"words":"the minister"}'


@pytest.mark.parametrize(
    "unpack",
    [
        lambda: packing.restored(b"\xff\xfe\xfd"),
        lambda: packing.from_json('{"words":'),
        lambda: packing.unpacked_runs(b"no zlib"),
        lambda: packing.unpacked_attributions(zlib.compress(b"no json")),
    ],
)
def test_damaged_values_are_told_as_damage(unpack: object) -> None:
    assert callable(unpack)
    with pytest.raises(BookError, match=r"is damaged.*restore the book from a backup"):
        unpack()
