"""A statement where it stands: the whole sentence around its quote, with the quote, cue and holder marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records import Article, Span, Statement

SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]*[^\sa-z\"'\u201c\u2018(\[])")
TITLES = "Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Prof|Rev|St|Jr|Sr|No|vs"
SHORTENED = re.compile(rf"\b(?:{TITLES}|(?:[A-Z]\.)*[A-Z])$")
"""Words before a full stop that does not end a sentence: titles, "No.", initials."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a context's text and what it is: "quote", "cue" or "holder"."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """Whole sentences of clean text with marks in them; ``marks`` count characters of ``text``."""

    text: str
    marks: tuple[Mark, ...]


def context(article: Article, statement: Statement) -> Context:
    """The sentences of the article that hold the statement's quote and, if they are near, its cue and holder."""
    quote = article.clean_span(statement.span)
    if quote is None or quote.start >= quote.end:
        return Context(statement.quote, (Mark("quote", 0, len(statement.quote)),))
    room = _block(article, quote)
    spans = {"quote": quote}
    for kind, raw in (("cue", statement.cue_span), ("holder", statement.holder.span)):
        clean = article.clean_span(raw) if raw else None
        if clean and room.start <= clean.start < clean.end <= room.end:
            spans[kind] = clean
    shown = _sentences(article.clean, room, spans)
    marks = tuple(Mark(kind, span.start - shown.start, span.end - shown.start) for kind, span in spans.items())
    return Context(re.sub(r"\s", " ", shown.of(article.clean)), marks)


def _block(article: Article, quote: Span) -> Span:
    """The headline or paragraph that holds the quote (or several, when the quote runs on)."""
    text = article.clean
    start = text.rfind("\n", 0, quote.start) + 1
    end = text.find("\n", quote.end)
    end = len(text) if end < 0 else end
    for part in article.parts:
        if part.kind == "headline" and part.span.start <= quote.start and quote.end <= part.span.end:
            return Span(max(start, part.span.start), min(end, part.span.end))
    return Span(start, end)


def _sentences(text: str, room: Span, spans: dict[str, Span]) -> Span:
    """The run of whole sentences in ``room`` that covers all of the spans."""
    first = min(span.start for span in spans.values())
    last = max(span.end for span in spans.values())
    breaks = [found.end() for found in SENTENCE_END.finditer(text, room.start, room.end) if not _shortened(text, found)]
    start = max((at for at in breaks if at <= first), default=room.start)
    end = min((at for at in breaks if at >= last), default=room.end)
    return Span(start, start + len(text[start:end].rstrip()))


def _shortened(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 12) : found.start()]
    return text[found.start()] == "." and bool(SHORTENED.search(before))
