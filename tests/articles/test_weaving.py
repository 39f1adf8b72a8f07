"""Blocks of clean text know where each character came from."""

from sayso.articles.weaving import Piece, joined, weave
from sayso.records import Run, Span


def test_white_space_becomes_one_space() -> None:
    block = weave([Piece(" a \r\n\t b c ", 0, 11)])
    assert block is not None
    assert block.text == "a b c"
    assert block.runs == (
        Run(Span(0, 1), Span(1, 2)),
        Run(Span(1, 2), Span(2, 7)),
        Run(Span(2, 5), Span(7, 10)),
    )


def test_an_entity_maps_as_a_whole() -> None:
    block = weave([Piece("R", 0, 1), Piece("&", 1, 6), Piece("D", 6, 7)])
    assert block is not None
    assert block.text == "R&D"
    assert block.runs == (Run(Span(0, 1), Span(0, 1)), Run(Span(1, 2), Span(1, 6)), Run(Span(2, 3), Span(6, 7)))


def test_invisible_characters_are_left_out() -> None:
    block = weave([Piece("ha\u00adven\u200b", 0, 7)])
    assert block is not None
    assert block.text == "haven"
    assert block.raw == Span(0, 6)


def test_nothing_visible_is_no_block() -> None:
    assert weave([Piece(" \u200b\n", 0, 3)]) is None


def test_a_cut_keeps_its_place() -> None:
    block = weave([Piece("EASTPORT -  Norland said", 10, 34)])
    assert block is not None
    rest = block.cut(10)
    assert rest is not None
    assert rest.text == "Norland said"
    assert rest.raw == Span(22, 34)
    assert block.cut(8, 9) is None


def test_joined_blocks_have_a_break_of_no_raw_text() -> None:
    one, two = weave([Piece("a", 3, 4)]), weave([Piece("b", 9, 10)])
    assert one is not None
    assert two is not None
    clean, runs, spans = joined([one, two])
    assert clean == "a\n\nb"
    assert runs == (Run(Span(0, 1), Span(3, 4)), Run(Span(1, 3), Span(4, 4)), Run(Span(3, 4), Span(9, 10)))
    assert spans == (Span(0, 1), Span(3, 4))
