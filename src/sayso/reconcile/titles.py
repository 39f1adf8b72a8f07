"""Titles for positions: words that stand in their own statements, never made ones."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from sayso.reconcile.likeness import Worded
from sayso.reconcile.words import cosine, telling, words

LONGEST = 110
"""Characters that a title may have before it is cut at the end of a clause or, failing that, of a word."""

# Never before "if", "unless" or "because": a position without its condition would be another one.
_CLAUSE_END = re.compile(r"[;:,](?=\s)|[.!?](?=\s)|\s[-–—](?=\s)|\s(?=(?:who|which|whose|where|while)\s)")
_ENDS = " \t,;:.-–—\"'“”‘’«»()[]"
_VAGUE = re.compile(r"^(?:he|she|it|they|we|i|this|that|these|those|there|his|her|its|their)\b", re.IGNORECASE)
_PAIRS = tuple(
    (re.compile(opening), re.compile(close))
    for opening, close in ((r'(?<!\S)"', r'(?<=\S)"'), ("“", "”"), (r"\(", r"\)"), (r"\[", r"\]"))
)
_MOST_COMPARED = 40


def title(said: Sequence[Worded]) -> str:
    """The words of the most central and readable of a position's statements, cut at the end of a clause."""
    wordings = {_readable(each): each for each in reversed(said)}
    few = sorted(wordings, key=lambda words: (wordings[words].order, words))[:_MOST_COMPARED]
    return min(few, key=lambda words: (-_worth(words, wordings[words], [wordings[other] for other in few]), words))


def _readable(each: Worded) -> str:
    """A statement's content, or its own words where the content says too little, on one line."""
    content = " ".join(each.statement.content.split())
    text = content if sum(telling(match.group()) for match in words(content)) > 1 else each.text
    text = _closed(text.removeprefix("that "))
    if len(text) <= LONGEST:
        return text
    ends = [match.start() for match in _CLAUSE_END.finditer(text) if LONGEST // 2 <= match.start() <= LONGEST]
    kept = text[: ends[-1]] if ends else text[:LONGEST].rsplit(" ", 1)[0]
    return kept.rstrip(_ENDS) + " …"


def _closed(text: str) -> str:
    """Without stray marks at the ends: what a mark opens is closed, and nothing follows one that was never opened."""
    bare = text.strip(_ENDS)
    for opening, close in _PAIRS:
        opened, closed = len(opening.findall(bare)), len(close.findall(bare))
        if opened > closed:
            bare += close.pattern[-1]
        elif opened < closed and (end := close.search(bare)):
            bare = bare[: end.start()].rstrip(_ENDS) or bare
    return bare


def _worth(text: str, each: Worded, others: Sequence[Worded]) -> float:
    """How well a wording stands for its position: near the others, neither bare nor long, not hanging in the air."""
    central: float = math.fsum(cosine(each.bag, other.bag) for other in others) / len(others)
    count = sum(telling(match.group()) for match in words(text))
    length = min(count, 5) / 5 - max(0, len(text) - 70) / 70
    hanging = 0.4 * bool(_VAGUE.match(text)) + 0.3 * text.endswith("…") + 0.2 * (text.count('"') % 2)
    return round(central + 0.5 * length - hanging, 9)
