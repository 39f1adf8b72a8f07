"""Plain text split into paragraphs: hard-wrapped lines joined again, every character kept in its place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.articles.lines import INDENT, Line, fills, lines, width
from sayso.articles.weaving import Block, Piece, weave

EARLY_BREAK = 12
"""A wrapped line this much shorter than need be, at the end of a sentence, ends its paragraph."""

_SPECIAL = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<tag></?[a-zA-Z][\w:-]{0,40}(?:\s+[\w:-]{1,60}\s*=\s*(?:\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'))*\s*/?>)"
    r"|(?P<hyphen>(?<=\w)-[ \t]*(?:\r\n|\n|\r)[ \t]*(?=\w))"
)
_BULLET = re.compile(r"([•●▪■◦‣∙*–—-])\s+(?=\S)")
_ALONE = re.compile(r"^[^\w\"'“‘«(\[]?\s*[•●▪■◦‣∙·–—*-]\s+\S|^\W*(?:\w+\W*){1,2}$")


def blocks(raw: str) -> list[Block]:
    """The paragraphs of a plain text in order."""
    all_lines = list(lines(raw))
    widest = width(all_lines)
    known = frozenset(re.findall(r"\w+", raw.lower())) if widest else frozenset()
    found = (
        weave(_pieces(raw, group, known))
        for group in (_wrapped(all_lines, widest) if widest else ([line] for line in all_lines if line.words))
    )
    return _listed([block for block in found if block is not None])


def _listed(found: Sequence[Block]) -> list[Block]:
    """The blocks with the bullets of lists left out; a dash only counts as one when a neighbour has it too."""
    marks = [_BULLET.match(block.text) for block in found]
    done: list[Block] = []
    for number, (block, mark) in enumerate(zip(found, marks, strict=True)):
        beside = [other[1] for other in marks[max(0, number - 1) : number] + marks[number + 1 : number + 2] if other]
        listed = mark and (mark[1] not in "-*–—" or mark[1] in beside)
        item = block.cut(mark.end()) if mark and listed else None
        done.append(replace(item, form="item") if item else block)
    return done


def _wrapped(all_lines: Sequence[Line], widest: int) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in all_lines:
        if group and (not line.words or _begins(line, group[-1], widest)):
            yield group
            group = []
        if line.words:
            group.append(line)
    if group:
        yield group


def _begins(line: Line, before: Line, widest: int) -> bool:
    """Whether a line of a hard-wrapped text begins a paragraph."""
    if line.indent >= before.indent + INDENT:
        return True
    if fills(before, line, widest, slack=EARLY_BREAK):
        return line.indent > before.indent and bool(_ALONE.match(line.words))
    return before.ends_sentence or bool(_ALONE.match(line.words)) or before.words.isupper() != line.words.isupper()


def _pieces(raw: str, group: Sequence[Line], known: frozenset[str]) -> Iterator[Piece]:
    start, end = group[0].start, group[-1].end
    at = start
    for found in _SPECIAL.finditer(raw, start, end):
        if found.lastgroup == "hyphen" and not known:
            continue
        if found.start() > at:
            yield Piece(raw[at : found.start()], at, found.start())
        at = found.end()
        if found.lastgroup == "entity":
            yield Piece(html.unescape(found[0]), found.start(), found.end())
        elif found.lastgroup == "hyphen" and not _syllables(raw, found.start(), found.end(), known):
            yield Piece("-", found.start(), found.start() + 1)
    if at < end:
        yield Piece(raw[at:end], at, end)


def _syllables(raw: str, start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end only breaks a word that the text elsewhere has whole."""
    left = re.search(r"\w+$", raw[max(0, start - 40) : start])
    right = re.match(r"\w+", raw[end : end + 40])
    return bool(left and right and (left[0] + right[0]).lower() in known)
