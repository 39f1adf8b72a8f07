"""The reader that has learned: grounded, the same every time, and surer the more is asked of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.articles import prepare
from sayso.reading import SMALL
from sayso.reading.small import SmallReader, apart
from sayso.records import Article, Incoming, Reading, Span, Statement
from tests.reading.readings import assert_grounded, called, plain

TEXTS = (
    "Norway rejected the plan. Denmark, meanwhile, demanded that the ports be opened by May.",
    '"We will not sign," said Joren Halk, the minister. He added that Lund had threatened to close the strait.',
    "The union offered to end the strike.\n\nIt wants the company to pay the arrears and take back ten drivers.",
    "The weather was fine on Tuesday, and the markets closed a little higher.",
)


def outcome(reading: Reading) -> list[tuple[str, str, str, float | None]]:
    """What a reading says, and how surely."""
    return [(each.act, called(each.holder), each.quote, each.confidence) for each in reading.statements]


@pytest.mark.parametrize("text", TEXTS)
def test_every_span_stands_where_it_says(text: str, small: SmallReader) -> None:
    article = plain(text)
    assert_grounded(article, small.read(article))


def test_acts_are_told_with_their_holders(small: SmallReader) -> None:
    told = {(each.act, called(each.holder)) for each in small.read(plain(TEXTS[0])).statements}
    assert told == {("reject", "Norway"), ("demand", "Denmark")}


def test_an_article_without_acts_says_nothing(small: SmallReader) -> None:
    assert small.read(plain(TEXTS[3])).statements == ()


def test_attributions_have_source_cue_and_content(small: SmallReader) -> None:
    article = plain(TEXTS[1])
    found = small.read(article).attributions[0]
    assert found.cue.of(article.raw) == "said"
    assert found.source is not None
    assert called(found.source) == "Joren Halk"
    assert "We will not sign" in found.content[0].of(article.raw)


def test_the_same_articles_are_read_the_same_in_any_order(small: SmallReader) -> None:
    articles = [plain(text, name=f"text {number}") for number, text in enumerate(TEXTS)]
    forward = {article.name: small.read(article) for article in articles}
    backward = {article.name: small.read(article) for article in reversed(articles)}
    assert forward == backward


def test_every_statement_has_a_confidence_that_the_judge_asks_for(small: SmallReader) -> None:
    told = [each for text in TEXTS for each in small.read(plain(text)).statements]
    assert told
    assert all(small.judge.least <= (each.confidence or 0) + 1e-4 <= 1.001 for each in told)


@pytest.mark.parametrize("text", TEXTS)
def test_asking_for_more_confidence_leaves_fewer_statements(text: str, small: SmallReader) -> None:
    def at(least: float) -> set[str]:
        reader = SmallReader(small.pipeline, small.gazetteer, small.network, replace(small.judge, least=least))
        return {each.id for each in reader.read(plain(text)).statements}

    assert at(0.9) <= at(0.5) <= at(0.1)


def test_a_reader_with_a_threshold_of_its_own_says_so_in_its_name(small: SmallReader) -> None:
    assert small.name == SMALL


def test_an_article_that_is_not_to_be_read_is_not_read(small: SmallReader) -> None:
    article = replace(plain(TEXTS[0]), unread="language: xx")
    assert small.read(article) == Reading(article.key, SMALL)


def test_an_article_without_words_gives_nothing(small: SmallReader) -> None:
    assert small.read(replace(plain("x"), clean="", runs=())).statements == ()


def test_no_statement_is_told_twice(small: SmallReader) -> None:
    for text in TEXTS:
        ids = [each.id for each in small.read(plain(text)).statements]
        assert len(ids) == len(set(ids))


PIECES = st.lists(
    st.sampled_from([
        "Norway rejected the plan", " and ", "\r\n\r\n", "🇳🇴 ", "“We demand", " it,” said Zoë Ångström", ". ",
        "e\u0301", "\u200b", "𝕊𝕒𝕚𝕕", "the union threatens to strike", ": ", "\t", "ﬁne", "…",
    ]),
    min_size=1, max_size=14,
)  # fmt: skip


@settings(max_examples=40)
@given(PIECES)
def test_whatever_the_characters_every_quote_is_in_the_raw_text(small: SmallReader, pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    article: Article = prepare(Incoming("odd", "odd", text))
    statements: tuple[Statement, ...] = small.read(replace(article, unread=None)).statements
    assert all(article.raw[each.span.start : each.span.end] == each.quote for each in statements)


def test_of_two_acts_in_the_same_words_the_likelier_one_is_told(small: SmallReader) -> None:
    (first, *_) = small.read(plain(TEXTS[0])).statements
    surer = replace(first, confidence=0.9)
    other = replace(first, id="b", act="accuse", confidence=0.6)
    inside = replace(first, id="c", act="accuse", span=Span(first.span.end - 9, first.span.end), confidence=0.5)
    elsewhere = replace(first, id="d", span=Span(first.span.end + 9, first.span.end + 30), confidence=0.4)
    assert apart([inside, other, elsewhere, surer]) == [surer, inside, elsewhere]


def test_the_members_of_a_list_of_demands_are_told_apart_and_other_lists_are_one(small: SmallReader) -> None:
    text = "Peru demanded lower tolls, longer leases and a seat on the board."
    assert [each.quote.split()[-1] for each in small.read(plain(text)).statements] == ["tolls", "leases", "board"]
    text = "Regulators accused the airline of hiding faults, forging logs and skipping inspections."
    assert [each.act for each in small.read(plain(text)).statements] == ["accuse"]


def test_a_list_of_demands_is_followed_to_the_end_of_its_clause(small: SmallReader) -> None:
    text = "Chad urged its partners to share the maps, to mark the wells and to reopen the road."
    assert [each.quote.split()[-1] for each in small.read(plain(text)).statements] == ["maps", "wells", "road"]


def test_whoever_must_do_it_does_not_demand_it(small: SmallReader) -> None:
    text = "“Chad must reopen the road,” the envoy of Peru said on Monday."
    assert [called(each.holder) for each in small.read(plain(text)).statements] != ["Chad"]
    assert [each.act for each in small.read(plain(text)).statements] == ["demand"]
    assert small.read(plain("Chad must reopen the road.")).statements == ()


def test_two_clauses_with_a_cue_each_are_two_statements(small: SmallReader) -> None:
    text = "“The league should replay the match, and it should pay our fares,” said Teo Brandis, the club's chairman."
    found = [each.quote for each in small.read(plain(text)).statements]
    assert found == ["The league should replay the match", "it should pay our fares"]


def test_a_noun_keeps_the_adjective_after_it(small: SmallReader) -> None:
    (found,) = small.read(plain("The porters threatened to leave the wards dark on the night of the gala.")).statements
    assert "the wards dark" in found.quote


def test_a_list_of_what_is_rejected_is_one_statement(small: SmallReader) -> None:
    found = small.read(plain("Oman rejected the fee, the timetable and the joint patrols.")).statements
    assert [each.quote for each in found] == ["Oman rejected the fee, the timetable and the joint patrols"]


def test_that_something_is_not_true_rejects_nothing(small: SmallReader) -> None:
    text = "“That is simply not true,” said the abbot's secretary when asked about the claim that he had taken money."
    assert small.read(plain(text)).statements == ()


def test_what_stands_in_surer_statements_together_is_told_once(small: SmallReader) -> None:
    (first, *_) = small.read(plain(TEXTS[0])).statements
    start, end = first.span.start, first.span.end
    halves = [
        replace(first, id=part, span=span, confidence=0.9)
        for part, span in (("a", Span(start, start + 12)), ("b", Span(start + 12, end)))
    ]
    over = replace(first, id="c", act="offer", span=Span(start + 4, end), confidence=0.6)
    assert [each.id for each in apart([over, *halves])] == ["a", "b"]
