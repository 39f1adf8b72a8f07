"""A parsed article: one spaCy document over the clean text, its sentences, and what stands inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Stretch

from sayso.records import Article, Span

PARAGRAPH = re.compile(r"[^\n]+")
LONGEST_PARAGRAPH = 4_000
"""Characters handed to the parser at once: its memory grows with the length, and sentences rarely cross this."""

LARGEST_BATCH = 20_000
"""Characters from which on the paragraphs so far are parsed before the next: a long article takes no more memory."""

OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``first`` to ``last`` (included) between quotation marks, the marks left out."""

    first: int
    last: int
    paragraph: int


class Parsed:
    """What the reading modules work on: the document, with each token's place in the clean text and its paragraph."""

    def __init__(self, article: Article, paragraphs: list[Span], docs: list[Doc]) -> None:
        self.article = article
        self.doc = Doc.from_docs(docs) or Doc(docs[0].vocab)
        self.paragraphs = [number for number, doc in enumerate(docs) for _ in doc]
        self.starts = [span.start + token.idx for span, doc in zip(paragraphs, docs, strict=True) for token in doc]
        self.parts = [_part(article, span.start) for span in paragraphs]

    def span(self, first: int, last: int) -> Span:
        """The clean span of tokens ``first`` to ``last``, both included."""
        return Span(self.starts[first], self.starts[last] + len(self.doc[last]))

    def at(self, span: Span) -> range:
        """The tokens that a clean span touches."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        if first < len(self.starts) and self.starts[first] + len(self.doc[first]) <= span.start:
            first += 1
        return range(first, bisect_left(self.starts, span.end))

    def words(self, first: int, last: int) -> str:
        """The clean words of tokens ``first`` to ``last``, both included."""
        return self.span(first, last).of(self.article.clean)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """All stretches between quotation marks, in order; one that a paragraph leaves open ends with it."""
        return tuple(self._find_quotations())

    def _find_quotations(self) -> Iterator[Quotation]:
        opened: int | None = None
        for token in self.doc:
            new_paragraph = token.i == 0 or self.paragraphs[token.i] != self.paragraphs[token.i - 1]
            if opened is not None and new_paragraph:
                yield Quotation(opened, token.i - 1, self.paragraphs[opened])
                opened = None
            if opened is None and (token.text[0] in OPENING or token.text == STRAIGHT):
                opened = token.i + 1
            elif opened is not None and (token.text[0] in CLOSING or token.text == STRAIGHT):
                if token.i > opened:
                    yield Quotation(opened, token.i - 1, self.paragraphs[opened])
                opened = None
        if opened is not None and opened < len(self.doc):
            yield Quotation(opened, len(self.doc) - 1, self.paragraphs[opened])

    @cached_property
    def quoted(self) -> list[int | None]:
        """For each token the number of the quotation that it stands in."""
        within: list[int | None] = [None] * len(self.doc)
        for number, quotation in enumerate(self.quotations):
            for i in range(quotation.first, quotation.last + 1):
                within[i] = number
        return within

    def part(self, token: Token) -> str:
        """Whether a token stands in the body, a headline or a block quotation."""
        return self.parts[self.paragraphs[token.i]]


def _part(article: Article, start: int) -> str:
    for part in article.parts:
        if part.span.start <= start < part.span.end:
            return part.kind
    return "body"


def entities(sentence: Stretch) -> list[Stretch]:
    """The named entities of a sentence, as its ``ents`` has them, without looking through the whole document."""
    found: list[Stretch] = []
    doc, start = sentence.doc, None
    for i in range(sentence.start, sentence.end + 1):
        inside = i < len(doc) and doc[i].ent_iob_ == "I"
        if start is not None and not inside:
            found.append(Stretch(doc, start, i, label=doc[start].ent_type_))
            start = None
        if i < sentence.end and doc[i].ent_iob_ == "B":
            start = i
    return found


def paragraphs_of(text: str) -> Iterator[Span]:
    """The paragraphs of a clean text, over-long ones cut at a sentence end or, failing that, at a space."""
    for found in PARAGRAPH.finditer(text):
        start, end = found.span()
        while end - start > LONGEST_PARAGRAPH:
            window = text[start : start + LONGEST_PARAGRAPH]
            cut = max(window.rfind(". "), window.rfind(".” ") + 1, window.rfind('." ') + 1) + 1
            cut = cut if cut > LONGEST_PARAGRAPH // 2 else max(window.rfind(" "), 0)
            cut = cut or LONGEST_PARAGRAPH
            yield Span(start, start + cut)
            start += cut
        if text[start:end].strip():
            yield Span(start, end)


def _batches(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Paragraphs in groups that are parsed at once: a usual article is one group."""
    batch: list[Span] = []
    for span in spans:
        batch.append(span)
        if span.end - batch[0].start >= LARGEST_BATCH:
            yield batch
            batch = []
    yield batch


def parse(article: Article, pipeline: Language) -> Parsed | None:
    """Parse an article paragraph by paragraph, so that its length does not decide the memory used.

    None when the clean text has no words.
    """
    spans = list(paragraphs_of(article.clean))
    docs = [doc for batch in _batches(spans) for doc in pipeline.pipe(span.of(article.clean) for span in batch)]
    return Parsed(article, spans, docs) if docs else None
