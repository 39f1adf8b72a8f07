"""Blocks of clean text woven from pieces of the raw text, each character knowing where it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import Run, Span

SEPARATOR = "\n\n"
"""What stands between two blocks of the clean text."""

INVISIBLE = "\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
"""Characters that show nothing and are left out of the clean text: soft hyphens, zero-width spaces, marks, controls."""

_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_TOKEN = re.compile(f"(?P<words>[^\\s{INVISIBLE}]+(?: [^\\s{INVISIBLE}]+)*)|(?P<space>\\s+)|[{INVISIBLE}]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as it is to be read, and the stretch of raw text it stands for (of equal length: character by character)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: its clean text, and runs that count from its own beginning.

    ``form`` is what the markup says: "text", "heading", "quote" or "item".
    """

    text: str
    runs: tuple[Run, ...]
    form: str = "text"

    @property
    def raw(self) -> Span:
        """The stretch of raw text from its first to its last character."""
        return Span(self.runs[0].raw.start, self.runs[-1].raw.end)

    def cut(self, start: int, end: int | None = None) -> Block | None:
        """The part from ``start`` to ``end`` as a block of its own, without white space around it; None when empty."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        if not part:
            return None
        return replace(self, text=part, runs=tuple(_cut(self.runs, start, start + len(part))))


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    for run in runs:
        first, last = max(run.clean.start, start), min(run.clean.end, end)
        if first >= last:
            continue
        raw = run.raw
        if run.clean.end - run.clean.start == raw.end - raw.start:
            raw = Span(raw.start + first - run.clean.start, raw.start + last - run.clean.start)
        yield Run(Span(first - start, last - start), raw)


class _Weaver:
    """Collects words and the white space between them; joins what is continuous into one run."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.runs: list[Run] = []
        self._at = 0
        self._space: Span | None = None

    def words(self, text: str, raw: Span) -> None:
        if self._space is not None and self._at:
            self._put(" ", self._space)
        self._space = None
        self._put(text, raw)

    def space(self, raw: Span) -> None:
        self._space = Span(self._space.start if self._space else raw.start, raw.end)

    def _put(self, text: str, raw: Span) -> None:
        clean = Span(self._at, self._at + len(text))
        self.texts.append(text)
        self._at = clean.end
        last = self.runs[-1] if self.runs else None
        if last and last.raw.end == raw.start and _even(last.clean, last.raw) and _even(clean, raw):
            self.runs[-1] = Run(Span(last.clean.start, clean.end), Span(last.raw.start, raw.end))
        else:
            self.runs.append(Run(clean, raw))


def _even(clean: Span, raw: Span) -> bool:
    return clean.end - clean.start == raw.end - raw.start


def weave(pieces: Iterable[Piece], *, form: str = "text") -> Block | None:
    """One block from pieces in raw order, white space collapsed, invisible characters left out; None when empty."""
    weaver = _Weaver()
    for piece in pieces:
        if len(piece.text) == piece.end - piece.start:
            _weave_even(weaver, piece)
        elif piece.text.isspace():
            weaver.space(Span(piece.start, piece.end))
        elif piece.text.strip(_UNSEEN):
            weaver.words(piece.text, Span(piece.start, piece.end))
    text = "".join(weaver.texts)
    return Block(text, tuple(weaver.runs), form) if text else None


def _weave_even(weaver: _Weaver, piece: Piece) -> None:
    for token in _TOKEN.finditer(piece.text):
        raw = Span(piece.start + token.start(), piece.start + token.end())
        if token.lastgroup == "words":
            weaver.words(token[0], raw)
        elif token.lastgroup == "space":
            weaver.space(raw)


def joined(blocks: Sequence[Block]) -> tuple[str, tuple[Run, ...], tuple[Span, ...]]:
    """The clean text of blocks set one below the other, its runs, and where each block stands in it."""
    runs: list[Run] = []
    spans: list[Span] = []
    at = 0
    for number, block in enumerate(blocks):
        if number:
            before = runs[-1].raw.end
            runs.append(Run(Span(at, at + len(SEPARATOR)), Span(before, before)))
            at += len(SEPARATOR)
        runs.extend(Run(Span(run.clean.start + at, run.clean.end + at), run.raw) for run in block.runs)
        spans.append(Span(at, at + len(block.text)))
        at += len(block.text)
    return SEPARATOR.join(block.text for block in blocks), tuple(runs), tuple(spans)
