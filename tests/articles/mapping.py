"""What must hold between an article's clean text and its raw text, and a short way to prepare one."""

from __future__ import annotations

import re

from sayso.articles import prepare
from sayso.errors import SourceError
from sayso.records import Article, Incoming, Span


def prepared(content: bytes | str, form: str = "text", name: str = "river-1", **facts: str) -> Article:
    """An article made from a text, as a source would hand it over."""
    return prepare(Incoming(name, f"{name}.txt", content, form, facts))


def attempted(content: bytes | str, form: str = "text") -> Article | str:
    """An article, or the reason why there is none."""
    try:
        return prepared(content, form)
    except SourceError as error:
        return str(error)


def kept(article: Article) -> list[tuple[str, str]]:
    """The kinds and words of the parts of the clean text."""
    return [(part.kind, part.span.of(article.clean)) for part in article.parts]


def aside(article: Article) -> list[tuple[str, str]]:
    """The kinds and words of what was set aside."""
    return [(item.kind, item.span.of(article.raw)) for item in article.set_aside]


def raw_words(article: Article, words: str) -> str:
    """The raw text behind words of the clean text, white space normalised."""
    start = article.clean.index(words)
    span = article.raw_span(Span(start, start + len(words)))
    return re.sub(r"\s+", " ", span.of(article.raw))


def assert_mapped(article: Article) -> None:
    """Runs cover the clean text in order, stay within the raw text, and agree letter by letter where equally long."""
    at = 0
    for run in article.runs:
        assert run.clean.start == at < run.clean.end
        assert 0 <= run.raw.start <= run.raw.end <= len(article.raw)
        at = run.clean.end
        clean, raw = run.clean.of(article.clean), run.raw.of(article.raw)
        if len(clean) == len(raw):
            assert all(one == other or (one == " " and other.isspace()) for one, other in zip(clean, raw, strict=True))
    assert at == len(article.clean)
    starts = [run.raw.start for run in article.runs]
    assert starts == sorted(starts)
