"""From an incoming text to an article: decoded, split into blocks, sorted, dated, and mapped back to its raw text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sayso.articles import boilerplate, facts, language, markdown, plain, webpage
from sayso.articles.decoding import decode
from sayso.articles.facts import Told
from sayso.articles.sorting import KEPT, Sorted, sort
from sayso.articles.weaving import Block, joined
from sayso.errors import SourceError
from sayso.records import Article, Fact, Incoming, Part, SetAside, Span

MAX_CHARACTERS = 300_000
"""The longest article text that is read: about 50,000 words, ten times the longest magazine piece."""

_KEY = 32  # hexadecimal digits of an article's key


@dataclass(frozen=True, slots=True)
class _Split:
    """A text in its blocks, whatever its form."""

    blocks: Sequence[Block]
    told: tuple[Told, ...] = ()
    aside: tuple[SetAside, ...] = ()


def prepare(incoming: Incoming) -> Article:
    """The article in a text as it came in. Raises ``SourceError``, with the reason, for what holds no article."""
    raw, encoding = decode(incoming.content, form=incoming.form)
    given = Told("column" if isinstance(incoming.content, str) else "metadata file", incoming.facts)
    split = _split(raw, incoming.form)
    told = (given, *split.told)
    title = next((source.facts["title"] for source in told if source.facts.get("title")), None)
    blocks, clues = sort(split.blocks, title=title)
    clean, runs, spans = joined([item.block for item in blocks if item.kind in KEPT])
    known = facts.known(told, clues, name=incoming.name)
    spoken = facts.said_language(told, given.how)
    spoken = spoken if spoken.value else language.detect(clean)
    return Article(
        key=sha256(f"{incoming.name}\0{incoming.form}\0{raw}".encode()).hexdigest()[:_KEY],
        name=incoming.name,
        raw=raw,
        clean=clean,
        runs=runs,
        parts=_parts(blocks, spans),
        set_aside=_set_aside(split.aside, blocks),
        form=incoming.form,
        encoding=encoding,
        place=incoming.place,
        title=known.title,
        outlet=known.outlet,
        author=known.author,
        url=known.url,
        language=spoken,
        published=known.published,
        updated=known.updated,
        unread=_unread(spoken),
    )


def _split(raw: str, form: str) -> _Split:
    if form == "html":
        page = webpage.read(raw)
        aside = tuple(SetAside(block.raw, boilerplate.kind(block.text) or "page element") for block in page.others)
        split = _Split(page.blocks, page.told, aside)
    elif len(raw) > 2 * MAX_CHARACTERS:
        raise SourceError(_too_long(len(raw)))
    elif form == "markdown":
        written = markdown.read(raw)
        split = _Split(written.blocks, written.told, written.aside)
    else:
        split = _Split(plain.blocks(raw))
    length = sum(len(block.text) for block in split.blocks)
    if length > MAX_CHARACTERS:
        raise SourceError(_too_long(length))
    if not split.blocks:
        raise SourceError("holds no text to read")
    return split


def _too_long(length: int) -> str:
    return (
        f"is {length:,} characters long; the limit for one article is {MAX_CHARACTERS:,}: split it into its articles, "
        "or make it a table (.jsonl, .csv) with one article a row"
    )


def _parts(blocks: Sequence[Sorted], spans: Sequence[Span]) -> tuple[Part, ...]:
    kept = (item for item in blocks if item.kind in KEPT)
    return tuple(Part(span, item.kind) for item, span in zip(kept, spans, strict=True))


def _set_aside(aside: Sequence[SetAside], blocks: Sequence[Sorted]) -> tuple[SetAside, ...]:
    others = [SetAside(item.block.raw, item.kind) for item in blocks if item.kind not in KEPT]
    return tuple(sorted([*aside, *others], key=lambda item: item.span))


def _unread(spoken: Fact) -> str | None:
    return f"language: {spoken.value}" if spoken.value not in (None, "en") else None
