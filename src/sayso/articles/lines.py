"""The lines of a plain text, and whether they are paragraphs or were broken at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

NARROWEST, WIDEST = 30, 120
"""Widths between which text is taken to be hard-wrapped: newswire has 60 to 70, mail 72 to 80, PDFs up to 110."""

SLACK = 5
"""How far a full line may fall short of the widest once the next word is counted in (some wires break a bit early)."""

FILLED, CONTINUING = 0.7, 0.4
"""Shares, in a hard-wrapped text, of lines that run on where the next word did not fit, and of lines that run on.

Set on wire texts (0.9 and above on both) against one-sentence-a-line texts (below 0.3 on at least one)."""

INDENT = 2
"""An indentation this much deeper than the line before begins a paragraph."""

_LINE = re.compile(r"([^\r\n\x0b\x0c\x85\u2028\u2029]*)(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the raw text, without its line end: where it stands, its indentation, its words."""

    start: int
    end: int
    indent: int
    words: str

    @property
    def edge(self) -> int:
        """The column where it ends."""
        return self.indent + len(self.words)

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a final stop."""
        return bool(_ENDS_SENTENCE.search(self.words))


def lines(raw: str) -> Iterator[Line]:
    """All lines of a text, the blank ones too."""
    for found in _LINE.finditer(raw):
        text = found[1].strip("\ufeff")
        words = text.strip()
        yield Line(found.start(), found.end(1), len(text) - len(text.lstrip()) if words else 0, words)
        if found.end() == len(raw):
            return


def width(all_lines: Sequence[Line]) -> int | None:
    """The width at which a text was wrapped; None when each line is a paragraph of its own."""
    pairs = [
        (line, after)
        for line, after in pairwise(all_lines)
        if line.words and after.words and after.indent < line.indent + INDENT
    ]
    if len(pairs) < 2:
        return None
    widest = max(line.edge for line, _ in pairs)
    if not NARROWEST <= widest <= WIDEST:
        return None
    running_on = [(line, after) for line, after in pairs if not line.ends_sentence]
    filled = sum(fills(line, after, widest) for line, after in running_on)
    wrapped = len(running_on) >= CONTINUING * len(pairs) and filled >= FILLED * len(running_on)
    return widest if wrapped else None


def fills(line: Line, after: Line, widest: int, *, slack: int = SLACK) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return line.edge + 1 + len(after.words.split(maxsplit=1)[0]) > widest - slack
