"""An article in Markdown: its front matter as facts, its blocks without their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.articles.facts import Told
from sayso.articles.lines import Line, lines
from sayso.articles.weaving import Block, Piece, weave
from sayso.records import SetAside, Span

_KEYS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "pubdate": "date",
    "publishdate": "date",
    "updated": "updated",
    "modified": "updated",
    "lastmod": "updated",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "outlet": "outlet",
    "publisher": "outlet",
    "source": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "language": "language",
    "lang": "language",
}
_FRONT = re.compile(r"\ufeff?\s*(---|\+\+\+)[ \t]*\r?\n(.*?)(?:\r?\n)\1[ \t]*(?:\r?\n|\Z)", re.S)
_FRONT_LONGEST = 20_000
_ENTRY = re.compile(r"[ \t]*([A-Za-z_ -]{2,30}?)\s*[:=]\s*(.+)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_HEADING_END = re.compile(r"\s+#+\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*")
_RULE = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*")
_QUOTE = re.compile(r"\s{0,3}>\s?(?:>\s?)*")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]{1,200}\]:\s*\S+")
_INLINE = re.compile(
    r"(?P<image>!\[[^\]\[]{0,500}\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\))"
    r"|(?P<link>\[(?P<words>[^\]\[]{1,500})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?(?:\s+\"[^\"]{0,300}\")?\)|\[[^\]\[]{0,200}\]))"
    r"|(?P<auto><(?:https?://|mailto:)[^<>\s]{1,2000}>)|(?P<tag></?[a-zA-Z][^<>]{0,300}>)"
    r"|(?P<escape>\\(?=[\\`*_{}\[\]()#+.!>~|-]))|(?P<mark>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`+)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A Markdown text's blocks, its front matter's facts, and what of it is not prose."""

    blocks: tuple[Block, ...]
    told: tuple[Told, ...]
    aside: tuple[SetAside, ...]


def read(raw: str) -> Written:
    """Take a Markdown text apart."""
    front = _FRONT.match(raw[:_FRONT_LONGEST])
    told = Told("front matter", dict(_entries(front[2])) if front else {})
    aside = (SetAside(Span(0, front.end()), "front matter"),) if front and told.facts else ()
    start = front.end() if aside and front else 0
    return Written(tuple(_blocks(raw, start)), (told,) if aside else (), aside)


def _entries(front: str) -> Iterator[tuple[str, str]]:
    for line in front.splitlines():
        entry = _ENTRY.fullmatch(line)
        key = _KEYS.get(entry[1].strip().lower().replace("_", "").replace(" ", "")) if entry else None
        if entry and key:
            yield key, ", ".join(part.strip(" \t\"'") for part in entry[2].strip().strip("[]").split(",")).strip()


def _blocks(raw: str, start: int) -> Iterator[Block]:
    group: list[Line] = []
    form = "text"
    fenced = False
    for line in (line for line in lines(raw) if line.start >= start):
        fenced = fenced != bool(_FENCE.match(line.words))
        if _UNDERLINE.fullmatch(line.words) and group and form == "text" and len(group) == 1:
            form, line_form = "heading", "break"
        else:
            line_form = "break" if fenced else _form(line)
        if group and (line_form != "more" or form == "heading") and not (line_form == form == "quote"):
            yield from _block(raw, group, form)
            group = []
        if line_form != "break":
            form = line_form if line_form != "more" else (form if group else "text")
            group.append(line)
    yield from _block(raw, group, form)


def _form(line: Line) -> str:
    """What a line begins ("heading", "quote", "item"), that it goes on ("more"), or is none of the text ("break")."""
    if not line.words or _RULE.fullmatch(line.words) or _FENCE.match(line.words) or _DEFINITION.match(line.words):
        return "break"
    if _HEADING.match(line.words):
        return "heading"
    if _QUOTE.match(line.words):
        return "quote"
    return "item" if _ITEM.match(line.words) else "more"


def _block(raw: str, group: list[Line], form: str) -> Iterator[Block]:
    pieces = [piece for line in group for piece in _pieces(raw, line, form)]
    block = weave(pieces, form=form) if group else None
    if block is not None:
        yield block


def _pieces(raw: str, line: Line, form: str) -> Iterator[Piece]:
    text = raw[line.start : line.end]
    mark = {"heading": _HEADING, "quote": _QUOTE, "item": _ITEM}.get(form)
    begun = mark.match(text) if mark else None
    at = begun.end() if begun else 0
    end = closing.start() if form == "heading" and (closing := _HEADING_END.search(text)) else len(text)
    yield from _inline(text[:end], at, line.start)
    yield Piece("\n", line.end, line.end + 1)


def _inline(text: str, at: int, start: int) -> Iterator[Piece]:
    for found in _INLINE.finditer(text, at):
        if found.lastgroup == "mark" and _lone(text, found.start(), found.end()):
            continue
        if found.start() > at:
            yield Piece(text[at : found.start()], start + at, start + found.start())
        if found["words"]:
            yield from _inline_plain(found["words"], start + found.start("words"))
        at = found.end()
    if at < len(text):
        yield Piece(text[at:], start + at, start + len(text))


def _inline_plain(words: str, start: int) -> Iterator[Piece]:
    at = 0
    for mark in re.finditer(r"\*{1,3}|_{2,3}|`+", words):
        if mark.start() > at:
            yield Piece(words[at : mark.start()], start + at, start + mark.start())
        at = mark.end()
    if at < len(words):
        yield Piece(words[at:], start + at, start + len(words))


def _lone(text: str, start: int, end: int) -> bool:
    """Whether a mark stands alone between spaces or digits ("3 * 4"): then it is a character, not an emphasis."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return ((before.isspace() or not before) and (after.isspace() or not after)) or (
        before.isdigit() and after.isdigit()
    )
