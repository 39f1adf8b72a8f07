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
_VAGUE = re.compile(
    r"^(?:he|she|it|they|we|i|this|that|these|those|there|his|her|its|their|who|which|what)\b", re.IGNORECASE
)
_PAIRS = tuple(
    (re.compile(opening), re.compile(close))
    for opening, close in ((r'(?<!\S)"', r'(?<=\S)"'), ("“", "”"), (r"\(", r"\)"), (r"\[", r"\]"))
)
_SAID = "said|says|told|warned|warns|added|reported|reports|announced|wrote|declared|insisted|stressed|explained|stated"
_ATTRIBUTION = re.compile(
    rf""",["”’']?\s+(?:(?:(?:[\w.’'-]+\s+){{1,8}}?(?:{_SAID})|(?:{_SAID})\s+[\w.’'-]+)\b|according\s+to\s)[^;:"“”]{{0,60}}$"""
)
"""What follows a statement only to say whose it is: "..., he warned", "..., news agency Weir reported"."""

_BRIEF = 2
"""Telling words up to which a content is too bare for a title while its statement has more to say."""

_MOST_COMPARED = 40


def title(said: Sequence[Worded]) -> str:
    """The words of the most central and readable of a position's statements, cut at the end of a clause."""
    wordings = {_readable(each): each for each in reversed(said)}
    few = sorted(wordings, key=lambda words: (wordings[words].order, words))[:_MOST_COMPARED]
    return min(few, key=lambda words: (-_worth(words, wordings[words], [wordings[other] for other in few]), words))


def _readable(each: Worded) -> str:
    """A statement's content with what belongs to it, or its own words where that says too little, on one line."""
    own, content = _bare(each.text), _bare(each.statement.content)
    if _says(content) <= _BRIEF:
        content = _continued(content, own)
    text = content if _says(content) > 1 or _is_all(content, own, each.statement.cue) else own
    if each.beyond and own.endswith(text):
        text = f"{text} {each.beyond}"
    return _cut(_closed(text))


def _bare(text: str) -> str:
    """Words on one line without "that" before them and the attribution that trails after them."""
    line = " ".join(text.split()).removeprefix("that ")
    trailing = _ATTRIBUTION.search(line)
    return line[: trailing.start()] if trailing and _says(line[: trailing.start()]) > 1 else line


def _says(text: str) -> int:
    """How many words of a text tell what it is about."""
    return sum(telling(match.group()) for match in words(text))


def _continued(content: str, own: str) -> str:
    """A short content with what follows it in the statement ("concern" with "over the dredging of the canal")."""
    at = own.find(content) if content else -1
    if at < 0 or not content.lstrip(_ENDS)[:1].islower():
        return content
    return own[at:] if _says(own[at:]) > _says(content) else content


def _is_all(content: str, own: str, cue: str) -> bool:
    """Whether a content of one telling word is all that follows the cue ("ruled out" with "any halt")."""
    said, at = own.find(" ".join(cue.split())), own.rfind(content)
    if not _says(content) or _VAGUE.match(content) or not 0 <= said < at:
        return False
    return not _says(own[said + len(cue) : at])


def _cut(text: str) -> str:
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
    count = _says(text)
    length = min(count, 5) / 5 - max(0, len(text) - 70) / 70 - 0.8 * (count < _BRIEF) - 0.4 * (count == _BRIEF)
    hanging = 0.7 * bool(_VAGUE.match(text)) + 0.3 * text.endswith("…") + 0.2 * (text.count('"') % 2)
    return round(central + 0.5 * length - hanging, 9)
