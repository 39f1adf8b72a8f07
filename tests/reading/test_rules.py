"""The reader as a whole: grounded whatever the text, the same every time, and never brought down by an odd one."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from sayso.gazetteer import Gazetteer
from sayso.reading import RULES, Reader
from sayso.reading.rules import RulesReader
from sayso.records import ACTS, Part, Reading, Run, Span
from tests.factories import article
from tests.reading.readings import assert_grounded, called, only, plain, told

STORY = """Norway rejects Denmark's harbour plan

Norway's foreign minister, Anna Berg, on Tuesday rejected a Danish plan to share the harbour. 🚢

“We demand an apology, the release of the crew and a new map,” Berg told Reuters. “We will not pay.

“This is a disgrace,” she said.

Three informed sources said that Denmark had refused to open its books. According to them, the Danish government could
yet agree.

France and Germany called for talks. Another condition is that the fleet return to port.
"""

PIECES = [
    "Norway", "Denmark's minister, Anna Berg,", "the union", "they", "It", "we", "sources", "“", "”", '"', "’s",
    "demanded", "has not agreed to", "said that", "told Reuters", "rejected", "refused to open", "threatened to close",
    "accused Peru of", "the map", "a new fee and an apology", "must", "according to", "if", "not", "by", "?",
    ",", ".", "—", "on Tuesday", "🚢", "\n\n", "Another condition is", "whose demand", "which", "to",
    "and", ":", "(", ")",
]  # fmt: skip

ODD = {
    "emoji": "😀😀 🚢🇳🇴 demanded 👍🏽 “😀” said 🇩🇰.",
    "one long line": "Norway demanded that Denmark open its ports and " * 625,
    "one long word": "a" * 30_000,
    "punctuation": '?! ... --- “”“ "" ((( ,;: «» — …',
    "open quotation": "“We reject the map, said Norway. “We demand a fee",
    "closing quotation": "We reject the map” said Norway” and left”.",
    "marks in a row": '"""We reject the map""" said """Norway"""',
    "numbers": "1 2 3 4.5 6,7 8% 9/10",
    "one word": "Demand",
    "one cue at the end": "said",
    "according to nothing": "According to",
    "control characters": "Norway\x00 rejected\u200b the\ufeff map\x1f.",
    "letters of other kinds": "Норвегия demanded 挪威 rejected النرويج said “nein”.",
    "carriage returns": "Norway rejected the map.\r\n\r\n“We refuse to pay,” Norway said.\r\n",
    "a list of nothing": "- \n- \n* \n1.\n",
}


def test_a_story_is_read_as_a_coder_would(read: Callable[..., Reading]) -> None:
    found = read(STORY)
    assert {("reject", "Anna Berg"), ("accuse", "Anna Berg"), ("reject", "Denmark")} <= set(told(found))
    assert {("demand", "France"), ("demand", "Germany")} <= set(told(found))
    assert all(statement.act in ACTS for statement in found.statements)
    assert_grounded(plain(STORY), found)


def test_an_article_that_is_not_to_be_read_is_not(reader: RulesReader) -> None:
    one = article("Norway rejected the map.", unread="language: es")
    assert reader.read(one) == Reading(one.key, RULES)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n"])
def test_an_empty_text_has_an_empty_reading(text: str, reader: RulesReader) -> None:
    assert reader.read(plain(text)) == Reading(plain(text).key, RULES)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_are_read_without_a_fall(text: str, reader: RulesReader) -> None:
    assert_grounded(plain(text), reader.read(plain(text)))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join))
def test_every_span_of_any_text_is_grounded(reader: RulesReader, text: str) -> None:
    assert_grounded(plain(text), reader.read(plain(text)))


@settings(max_examples=15)
@given(st.text(max_size=80))
def test_every_span_of_any_characters_is_grounded(reader: RulesReader, text: str) -> None:
    assert_grounded(plain(text), reader.read(plain(text)))


@settings(max_examples=10)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join))
def test_a_text_read_again_gives_the_same_reading(reader: RulesReader, text: str) -> None:
    assert reader.read(plain(text)) == reader.read(plain(text))


def test_a_fresh_reader_gives_the_same_reading(reader: RulesReader, english: Language) -> None:
    reader.read(plain("Peru rejected the fee. Chile accepted it."))
    fresh = RulesReader(english, Gazetteer.load())
    assert fresh.read(plain(STORY)) == reader.read(plain(STORY))


def test_spans_point_into_the_raw_text(reader: RulesReader) -> None:
    raw = "<p>Norway &amp; Denmark</p><p>Peru rejected the map.</p>"
    clean = "Norway & Denmark\n\nPeru rejected the map."
    pieces = [
        ("Norway ", 3, 10),
        ("&", 10, 15),
        (" Denmark", 15, 23),
        ("\n\n", 27, 27),
        ("Peru rejected the map.", 30, 52),
    ]
    runs, at = [], 0
    for words, start, end in pieces:
        runs.append(Run(Span(at, at + len(words)), Span(start, end)))
        at += len(words)
    one = article(raw, clean=clean, runs=tuple(runs))
    found = only(reader.read(one))
    assert found.quote == found.span.of(raw) == "Peru rejected the map"
    assert found.holder.span is not None
    assert found.holder.span.of(raw) == "Peru"
    assert found.cue_span.of(raw) == "rejected"


def test_a_statement_knows_the_part_it_stands_in(reader: RulesReader) -> None:
    text = "Peru rejects the map\n\nPeru rejected the map."
    one = article(text, parts=(Part(Span(0, 20), "headline"), Part(Span(22, len(text)), "body")))
    assert [statement.part for statement in reader.read(one).statements] == ["headline", "body"]


def test_each_repetition_is_a_statement_of_its_own(read: Callable[..., Reading]) -> None:
    found = read("Peru rejected the map. Peru rejected the map.")
    assert told(found) == [("reject", "Peru")] * 2
    assert len({statement.id for statement in found.statements}) == 2


def test_ids_depend_on_the_article_and_the_place(read: Callable[..., Reading]) -> None:
    text = "Peru rejected the map."
    assert only(read(text)).id == only(read(text)).id
    assert only(read(text)).id != only(read(text, name="another")).id


def test_the_reader_is_one(reader: RulesReader) -> None:
    named: Reader = reader
    assert named.name == RULES
    assert called(only(named.read(plain("Peru rejected the map."))).holder) == "Peru"
