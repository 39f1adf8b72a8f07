"""A web page as its visible text, block by block, each character with its place in the raw HTML.

A scanner of its own, in one pass and without recursion, because parsers give no offsets and fall over hostile pages.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.articles.weaving import Block, Piece, weave
from sayso.errors import SourceError

MAX_DEPTH = 1_000
"""Nesting beyond which a page is refused: real ones stay below a hundred; far beyond, the HTML library falls over."""

MAX_TAGS = 300_000
"""Tags beyond which a page is refused rather than read for minutes: the longest real ones have some 20,000."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_LOOSE = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body rp rt".split())
"""Elements that need no end tag: they do not count as nesting."""

_RAW = frozenset("script style textarea title xmp iframe noembed noframes noscript".split())
_HIDDEN = frozenset("template svg math select button object canvas audio video datalist".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SUSPECTS = re.compile(r"[>\"']")
_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60})")
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, or an element whose content is not markup (a script), with that content."""

    name: str
    closing: bool
    start: int
    end: int
    source: str
    content: str = ""

    def attributes(self) -> dict[str, str]:
        """Its attributes by lower-case name."""
        found = _ATTRIBUTE.finditer(self.source[len(self.name) + 1 : 20_000])
        return {match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in found}


@dataclass(slots=True)
class _Scan:
    """Where a scan of one page is, and what it need not look for again."""

    raw: str
    at: int = 0
    missing: set[str] = field(default_factory=set)

    def find(self, what: str, start: int) -> int:
        if what in self.missing:
            return -1
        found = self.raw.find(what, start)
        if found < 0:
            self.missing.add(what)
        return found


def scan(raw: str) -> Iterator[Tag | Piece]:
    """The tags and the stretches of text of a page, in order; comments and declarations are passed over."""
    state = _Scan(raw)
    while state.at < len(raw):
        opening = _OPENING.search(raw, state.at)
        start = opening.start() if opening else len(raw)
        if start > state.at:
            yield Piece(raw[state.at : start], state.at, start)
        state.at = start
        if start < len(raw):
            yield from _markup(state)


def _markup(state: _Scan) -> Iterator[Tag | Piece]:
    raw, start = state.raw, state.at
    named = _NAME.match(raw, start)
    if named:
        end = _tag_end(state, named.end())
        tag = Tag(named[2].lower(), bool(named[1]), start, end, raw[start:end])
        state.at = end
        yield _with_content(state, tag) if tag.name in _RAW and not tag.closing else tag
    else:
        comment = raw.startswith("<!--", start)
        found = state.find("-->" if comment else ">", start + 2)
        state.at = len(raw) if found < 0 else found + (3 if comment else 1)


def _tag_end(state: _Scan, at: int) -> int:
    """Where a tag ends; a ">" inside a quoted attribute does not end it, unless the quote is never closed."""
    begin = at
    while found := _SUSPECTS.search(state.raw, at):
        if found[0] == ">":
            return found.end()
        closing = state.find(found[0], found.end())
        at = closing + 1 if closing >= 0 else found.end()
    end = state.find(">", begin)
    return end + 1 if end >= 0 else len(state.raw)


def _with_content(state: _Scan, tag: Tag) -> Tag:
    closing = re.compile(rf"</{tag.name}\b[^>]{{0,200}}>?", re.I).search(state.raw, state.at)
    end = closing.start() if closing else len(state.raw)
    state.at = closing.end() if closing else len(state.raw)
    return Tag(tag.name, False, tag.start, state.at, tag.source, state.raw[tag.end : end])


@dataclass(frozen=True, slots=True)
class Page:
    """A page's visible blocks, and what it tells of itself to machines."""

    blocks: tuple[Block, ...]
    meta: Mapping[str, str]
    json_ld: tuple[str, ...]
    title: str = ""
    tags: int = 0


class _Reader:
    """Gathers pieces into blocks as tags open and close."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.meta: dict[str, str] = {}
        self.json_ld: list[str] = []
        self.title = ""
        self.tags = 0
        self._pieces: list[Piece] = []
        self._open: dict[str, int] = {}
        self._hidden: str | None = None
        self._hidden_depth = 0
        self._depth = 0
        self._breaks = 0

    def text(self, piece: Piece) -> None:
        if self._hidden is None:
            self._pieces.extend(_unescaped(piece))
            self._breaks = 0 if piece.text.strip() else self._breaks

    def tag(self, tag: Tag) -> None:
        self.tags += 1
        if self.tags > MAX_TAGS:
            raise SourceError(f"has more than {MAX_TAGS:,} tags; save the article as plain text")
        self._nest(tag)
        if self._hidden is not None or tag.name in _HIDDEN:
            self._hide(tag)
        elif tag.name in ("script", "meta", "title", "html"):
            self._machine(tag)
        elif tag.name == "br":
            self._breaks += 1
            self._pieces.append(Piece(" ", tag.start, tag.end))
            if self._breaks > 1:
                self.flush()
        elif tag.name not in _INLINE:
            self.flush()
            if tag.name in _HEADINGS or tag.name in ("blockquote", "li", "dt", "dd"):
                self._open[tag.name] = max(0, self._open.get(tag.name, 0) + (-1 if tag.closing else 1))

    def _nest(self, tag: Tag) -> None:
        if tag.name in _VOID or tag.name in _LOOSE or tag.name in _RAW or tag.source.endswith("/>"):
            return
        self._depth = max(0, self._depth + (-1 if tag.closing else 1))
        if self._depth > MAX_DEPTH:
            raise SourceError(f"has tags nested more than {MAX_DEPTH:,} deep; save the article as plain text")

    def _hide(self, tag: Tag) -> None:
        if self._hidden is None:
            if not tag.closing and not tag.source.endswith("/>"):
                self._hidden, self._hidden_depth = tag.name, 1
        elif tag.name == self._hidden:
            self._hidden_depth += -1 if tag.closing else 1
            if self._hidden_depth <= 0:
                self._hidden = None

    def _machine(self, tag: Tag) -> None:
        if tag.name == "title" and not self.title:
            self.title = " ".join(html.unescape(tag.content[:1000]).split())
        elif tag.name == "script" and "ld+json" in tag.source[:500].lower():
            self.json_ld.append(tag.content)
        elif tag.name in ("meta", "html") and not tag.closing:
            told = tag.attributes()
            name = told.get("property") or told.get("name") or told.get("itemprop") or ""
            if tag.name == "html" and told.get("lang"):
                self.meta.setdefault("html lang", told["lang"])
            if name and told.get("content"):
                self.meta.setdefault(name.lower(), told["content"].strip())

    def flush(self) -> None:
        block = weave(self._pieces, form=self._form())
        self._pieces = []
        self._breaks = 0
        if block is not None:
            self.blocks.append(block)

    def _form(self) -> str:
        if any(self._open.get(name) for name in _HEADINGS):
            return "heading"
        if self._open.get("blockquote"):
            return "quote"
        return "item" if any(self._open.get(name) for name in ("li", "dt", "dd")) else "text"


def _unescaped(piece: Piece) -> Iterator[Piece]:
    at = 0
    for found in _ENTITY.finditer(piece.text) if "&" in piece.text else ():
        if found.start() > at:
            yield Piece(piece.text[at : found.start()], piece.start + at, piece.start + found.start())
        yield Piece(html.unescape(found[0]), piece.start + found.start(), piece.start + found.end())
        at = found.end()
    if at < len(piece.text):
        yield Piece(piece.text[at:], piece.start + at, piece.end)


def read(raw: str) -> Page:
    """The visible blocks of a page and its machine-readable parts. Raises ``SourceError`` when nested too deep."""
    reader = _Reader()
    for token in scan(raw):
        if isinstance(token, Tag):
            reader.tag(token)
        else:
            reader.text(token)
    reader.flush()
    return Page(tuple(reader.blocks), reader.meta, tuple(reader.json_ld), reader.title, reader.tags)
