"""Which blocks are the article's own, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.articles import boilerplate, bylines, creditlines, datelines, explainers, headings, language
from sayso.articles.weaving import Block
from sayso.records import Fact

BODY, HEADLINE, QUOTE = "body", "headline", "quote"
KEPT = (BODY, HEADLINE, QUOTE)
"""What stays in the clean text; every other kind is set aside."""

_STRAY_WORDS = 4
_TOP = 6
"""How many blocks from the top a byline without a headline above it may stand."""
_TAIL = 4
"""How many blocks from the end a note of a change may stand."""
_PROSE = 15
"""From how many words on a block is prose, above and below which credits stand."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A block and what it is."""

    block: Block
    kind: str


@dataclass(frozen=True, slots=True)
class Clues:
    """What the blocks themselves tell of the article."""

    headline: str | None = None
    author: str | None = None
    date_lines: tuple[str, ...] = ()
    credited: tuple[Fact | None, Fact | None] = (None, None)
    amended: Fact | None = None
    address: str | None = None
    dateline: Fact | None = None
    year_missing: bool = False


def sort(blocks: Sequence[Block], *, title: str | None = None) -> tuple[list[Sorted], Clues]:
    """Sort an article's blocks into its own text and what is set aside; ``title`` is the headline, where known."""
    main = language.detect(" ".join(block.text for block in blocks)[: 2 * language.SAMPLE]).value
    kinds = [_aside(block, main, title) for block in blocks]
    credited = _credits(blocks, kinds)
    found = _headline(blocks, kinds, title)
    author = _bylines(blocks, kinds)
    _repetitions(blocks, kinds, found or title)
    _explainer(blocks, kinds)
    _strays(blocks, kinds)
    if not any(kind in (None, *KEPT) for kind in kinds):
        kinds = [BODY] * len(blocks)
    _sections(blocks, kinds)
    sorted_blocks = [Sorted(block, kind or _kept(block)) for block, kind in zip(blocks, kinds, strict=True)]
    lines = _date_lines(sorted_blocks)
    sorted_blocks, dateline = _datelines(sorted_blocks)
    texts = [item.block.text for item in sorted_blocks]
    return sorted_blocks, Clues(
        headline=found,
        author=author,
        date_lines=lines,
        credited=credited,
        amended=next((when for text in texts[-_TAIL:] if (when := creditlines.amended(text))), None),
        address=next((url for text in texts[:_TOP] if (url := creditlines.address(text))), None),
        dateline=dateline.date if dateline else None,
        year_missing=bool(dateline and dateline.year_missing),
    )


def _date_lines(blocks: Sequence[Sorted]) -> tuple[str, ...]:
    """The lines that are nothing but dates, those nearest above the text first: a page's own day stands on its top."""
    prose = next((number for number, item in enumerate(blocks) if _is_prose(item.block)), len(blocks))
    lines = [number for number, item in enumerate(blocks) if item.kind == "date line"]
    above = sorted((number for number in lines if number < prose), reverse=True)
    texts = [blocks[number].block.text for number in (*above, *(number for number in lines if number > prose))]
    return tuple(sorted(texts, key=lambda text: not creditlines.is_labelled(text)))


def _is_prose(block: Block) -> bool:
    return len(block.text.split()) >= _PROSE and bool(re.search(r"[.!?:…]\W*$", block.text))


def _credits(blocks: Sequence[Block], kinds: list[str | None]) -> tuple[Fact | None, Fact | None]:
    """When the lines above the text or right below it say that it was published and updated; they are set aside."""
    days = [creditlines.credited(block.text) for block in blocks]
    prose = [at for at, block in enumerate(blocks) if _is_prose(block) and not any(days[at])]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), len(blocks))
    published: Fact | None = None
    updated: Fact | None = None
    for number, (one, other) in enumerate(days):
        below = last < number <= last + 2 and creditlines.is_labelled(blocks[number].text)
        if (one or other) and kinds[number] in (None, "sign-off") and (number < first or below):
            published, updated = published or one, updated or other
            kinds[number] = "date line"
    return published, updated


def _kept(block: Block) -> str:
    return QUOTE if block.form == "quote" else BODY


def _aside(block: Block, main: str | None, title: str | None) -> str | None:
    if title and headings.same(block.text, title):
        return None
    if kind := boilerplate.kind(block.text):
        return kind
    return "other language" if main and language.differs(block.text, main) else None


def _headline(blocks: Sequence[Block], kinds: list[str | None], title: str | None) -> str | None:
    open_ones = [number for number, kind in enumerate(kinds) if kind is None]
    while (
        len(open_ones) > 1
        and _label(blocks[open_ones[0]].text, title)
        and headings.like_headline(blocks[open_ones[1]].text)
    ):
        kinds[open_ones.pop(0)] = "page element"
    open_ones = [number for number in open_ones if not bylines.byline(blocks[number].text)]
    marked = [number for number in open_ones if blocks[number].form == "heading"]
    texts = [blocks[number].text for number in open_ones]
    found = [open_ones[at] for at in headings.headline(texts, title)]
    if not found and marked and marked[0] == open_ones[0]:
        found = marked[:1]
    if not found and title:
        found = [open_ones[at] for at in headings.headline(texts, None)]
    for number in found:
        kinds[number] = HEADLINE
    if found:
        _above(open_ones, found[0], kinds, blocks)
    return " ".join(blocks[number].text for number in found) or None


def _label(text: str, title: str | None) -> bool:
    """Whether a first block is a page's label ("World", "X") above the headline."""
    return len(text.split()) <= 2 and not re.search(r"[.!?]$", text) and not (title and headings.same(text, title))


def _above(open_ones: Sequence[int], first: int, kinds: list[str | None], blocks: Sequence[Block]) -> None:
    for number in open_ones:
        if number < first and len(blocks[number].text.split()) <= _STRAY_WORDS:
            kinds[number] = "page element"


def _bylines(blocks: Sequence[Block], kinds: list[str | None]) -> str | None:
    author: str | None = None
    for number, block in enumerate(blocks):
        under = number > 0 and kinds[number - 1] in (HEADLINE, "byline", "date line")
        after_heading = number > 0 and headings.is_section(blocks[number - 1].text, None, "x" * 400 + ".")
        if kinds[number] == "date line" and number < _TOP:
            author = author or next(
                (name for piece in creditlines.pieces(block.text) if (name := bylines.byline(piece))), None
            )
        if kinds[number] is not None:
            continue
        names = bylines.byline(block.text)
        if names and (number < _TOP or under or after_heading):
            kinds[number] = "byline"
            author = author or (names if number < _TOP or under else None)
        elif under and kinds[number - 1] == "byline" and bylines.is_role(block.text):
            kinds[number] = "byline"
    return author


def _repetitions(blocks: Sequence[Block], kinds: list[str | None], title: str | None) -> None:
    seen = HEADLINE not in kinds
    for number, block in enumerate(blocks):
        if kinds[number] == HEADLINE:
            seen = True
        elif seen and title and kinds[number] is None and headings.squashed(block.text) == headings.squashed(title):
            kinds[number] = "repeated headline"


def _explainer(blocks: Sequence[Block], kinds: list[str | None]) -> None:
    texts = ["" if kind not in (None, "byline") else block.text for block, kind in zip(blocks, kinds, strict=True)]
    start = explainers.tail(texts)
    for number in range(start, len(blocks)) if start is not None else ():
        if kinds[number] is None:
            kinds[number] = "explainer"


def _strays(blocks: Sequence[Block], kinds: list[str | None]) -> None:
    """Short lines without a stop that hang on below the article's last paragraph."""
    prose = [number for number, kind in enumerate(kinds) if kind is None and len(blocks[number].text.split()) > 8]
    if not prose:
        return
    for number in range(prose[-1] + 1, len(blocks)):
        text = blocks[number].text
        if kinds[number] is None and len(text.split()) <= _STRAY_WORDS and not re.search(r"[.!?\"”’»)]$", text):
            kinds[number] = "page element"


def _sections(blocks: Sequence[Block], kinds: list[str | None]) -> None:
    own = [number for number, kind in enumerate(kinds) if kind in (None, BODY)]
    for at, number in enumerate(own):
        before = blocks[own[at - 1]].text if at else None
        after = blocks[own[at + 1]].text if at + 1 < len(own) else None
        if blocks[number].form == "heading" or (
            blocks[number].form == "text" and headings.is_section(blocks[number].text, before, after)
        ):
            kinds[number] = HEADLINE


def _datelines(blocks: Sequence[Sorted]) -> tuple[list[Sorted], datelines.Dateline | None]:
    done: list[Sorted] = []
    known: datelines.Dateline | None = None
    first = True
    for item in blocks:
        line = datelines.dateline(item.block.text, first=first) if item.kind == BODY else None
        first = first and item.kind != BODY
        head, rest = (item.block.cut(0, line.end), item.block.cut(line.end)) if line else (None, None)
        if head and rest:
            known = known or line
            done += [Sorted(head, "dateline"), replace(item, block=rest)]
        else:
            done.append(item)
    return done, known
