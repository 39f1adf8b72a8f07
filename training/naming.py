"""Where the holder of a coded statement is named: what "she" or "the company" stands for, by the coded names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.reading.mentions import WORD, names
from sayso.records import Span

AFTER = 2.0
"""How many times as far a name after the mention counts: what stands for a name follows it most times."""
TAIL = re.compile(r"\s(?:of|for|in|on|to|from|at|against|and)\s")
"""Where the head of a name ends."""
FARTHEST = 1200
"""Characters between a mention and its name at most: what the network may see at once."""


def occurrences(name: str, text: str) -> Iterator[Span]:
    """Where a text has a name: by the last word of its head, with those of its other words that stand right before."""
    words = [word for word in WORD.findall(TAIL.split(name)[0]) if len(word) > 2]
    if not words:
        return
    others = "|".join(re.escape(word) for word in words[:-1])
    before = rf"(?:(?:{others})\s+)*" if others else ""
    for found in re.finditer(rf"\b{before}{re.escape(words[-1])}\b", text):
        yield Span(*found.span())


def named(mention: Span, text: str, coded: Sequence[str]) -> Span | None:
    """The place nearest to a mention that names its holder: itself, or one of the names, the first one first."""
    if names(mention.of(text)):
        return mention
    for name in coded:
        far = [
            (AFTER * (each.start - mention.end) if each.start >= mention.start else mention.start - each.end, each)
            for each in occurrences(name, text)
        ]
        near = [(distance, each) for distance, each in far if distance <= FARTHEST]
        if near:
            best = min(near)[1]
            return mention if mention.overlap(best) else best
    return None
