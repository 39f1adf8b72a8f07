"""A parsed article: paragraphs, places in the clean text, and what stands inside quotation marks."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from sayso.reading.parse import LONGEST_PARAGRAPH, Parsed, paragraphs_of, parse
from sayso.records import Part, Span
from tests.factories import article
from tests.reading.readings import plain

Parses = Callable[..., Parsed]


def quoted(parsed: Parsed) -> list[str]:
    return [parsed.words(each.first, each.last) for each in parsed.quotations]


def test_paragraphs_are_the_lines_that_have_words() -> None:
    text = "One.\n\n  \nTwo.\nThree."
    assert [span.of(text) for span in paragraphs_of(text)] == ["One.", "Two.", "Three."]


def test_an_over_long_paragraph_is_cut_at_a_sentence_end() -> None:
    text = "A short sentence of no great weight. " * 300
    cuts = [span.of(text) for span in paragraphs_of(text)]
    assert len(cuts) > 1
    assert all(cut.rstrip().endswith(".") for cut in cuts)


@given(st.text(alphabet='ab .\n”"', max_size=60).map(lambda text: text * 200))
def test_paragraphs_cover_every_word_once_and_are_never_too_long(text: str) -> None:
    spans = list(paragraphs_of(text))
    assert all(0 < span.end - span.start <= LONGEST_PARAGRAPH for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


def test_every_token_knows_its_place(parsed: Parses) -> None:
    found = parsed("Norway said no.\n\n🚢 “Denmark” – said yes.")
    for token in found.doc:
        assert found.span(token.i, token.i).of(found.article.clean) == token.text


def test_no_sentence_crosses_a_paragraph(parsed: Parses) -> None:
    found = parsed("Norway and\n\nDenmark said no.")
    assert all(len({found.paragraphs[token.i] for token in sentence}) == 1 for sentence in found.doc.sents)


def test_quotations_of_each_kind_of_marks_are_found(parsed: Parses) -> None:
    assert quoted(parsed('“One thing,” he said. "Two things," she said. «Three things», they said.')) == [
        "One thing,",
        "Two things,",
        "Three things",
    ]


def test_a_quotation_left_open_ends_with_its_paragraph(parsed: Parses) -> None:
    assert quoted(parsed("He said: “One thing.\n\nAnother thing.")) == ["One thing."]


def test_a_mark_that_only_closes_opens_nothing(parsed: Parses) -> None:
    assert quoted(parsed("One thing” he said.")) == []


def test_empty_marks_hold_nothing(parsed: Parses) -> None:
    assert quoted(parsed("He said “” and left.")) == []


def test_a_token_knows_its_quotation(parsed: Parses) -> None:
    found = parsed("Norway said “no” twice.")
    assert [token.text for token in found.doc if found.quoted[token.i] is not None] == ["no"]


def test_a_token_knows_its_part(english: Language) -> None:
    text = "Norway says no\n\nNorway said no."
    one = article(text, parts=(Part(Span(0, 14), "headline"), Part(Span(16, len(text)), "body")))
    found = parse(one, english)
    assert found is not None
    assert [found.part(found.doc[0]), found.part(found.doc[-1])] == ["headline", "body"]


def test_a_text_without_words_is_not_parsed(english: Language) -> None:
    assert parse(plain(""), english) is None
    assert parse(plain(" \n\n \n"), english) is None
