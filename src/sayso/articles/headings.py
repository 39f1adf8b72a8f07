"""Which blocks are the article's headline, its repetitions, and the headings of its sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADLINE_WORDS, _HEADLINE_LENGTH = 24, 170
_SECTION_WORDS, _SECTION_LENGTH = 12, 90
_TITLE_CASE = 0.6
"""Share of capitalised long words from which on a line that ends in a full stop may still be a headline."""

_NEAR_TOP = 8
"""How many blocks down the headline may stand."""

_FINAL = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_STOP = re.compile(r"(?<!\.)\.[\"'”’»)\]]*$")
_QUOTED = re.compile(r"^[\"“„«‘'(\[•–—*-]")


def squashed(text: str) -> str:
    """A text's letters and digits alone, for comparing headlines."""
    return re.sub(r"[\W_]+", "", text).casefold()


def same(text: str, other: str) -> bool:
    """Whether two headlines are the same, or one is the other cut short or with the outlet's name added."""
    first, second = sorted((squashed(text), squashed(other)), key=len)
    return bool(first) and (
        first == second or (len(first) >= 20 and second.startswith(first) and len(second) < 2 * len(first))
    )


def headline(texts: Sequence[str], title: str | None) -> list[int]:
    """The numbers of the blocks (texts, top first) that are the headline; usually one, none when there is none."""
    top = [number for number, text in enumerate(texts[:_NEAR_TOP]) if text]
    if title:
        for number in top:
            if same(texts[number], title):
                return [number]
            joint = _running_on(texts, number)
            if len(joint) > 1 and same(" ".join(texts[at] for at in joint), title):
                return joint
        return []
    if not top or len(texts) < 2 or not like_headline(texts[top[0]]):
        return []
    found = _running_on(texts, top[0])
    return found if found[-1] + 1 < len(texts) else found[:1]


def _running_on(texts: Sequence[str], number: int) -> list[int]:
    """A headline that goes on in the next line: the first ends in a semicolon, or both are in capitals."""
    found = [number]
    while found[-1] + 1 < min(len(texts), number + 3):
        last, after = texts[found[-1]], texts[found[-1] + 1]
        if not (last.endswith(";") or (last.isupper() and after.isupper() and len(after) < _SECTION_LENGTH)):
            break
        found.append(found[-1] + 1)
    return found


def like_headline(text: str) -> bool:
    """Whether a line may be a headline, as far as its own words tell."""
    words = text.split()
    if not 2 <= len(words) <= _HEADLINE_WORDS or len(text) > _HEADLINE_LENGTH:
        return False
    if _STOP.search(text):
        return title_case(text) >= _TITLE_CASE or text.isupper()
    return (
        not _inner_sentence(text)
        and (text.isupper() or not text.endswith((",", ":")))
        and not text.startswith(("•", "- ", "* "))
    )


def _inner_sentence(text: str) -> bool:
    return bool(re.search(r"[a-z]{3}[.!?][\"”’]?\s+[A-Z“\"]\w+ \w+ \w+", text)) and bool(_FINAL.search(text))


def title_case(text: str) -> float:
    """Share of a line's longer words, after the first, that begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text)[1:] if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def is_section(text: str, before: str | None, after: str | None) -> bool:
    """Whether a block between two others is the heading of what follows: short, unfinished, no list item."""
    words = text.split()
    if after is None or len(words) > _SECTION_WORDS or len(text) > _SECTION_LENGTH or _QUOTED.match(text):
        return False
    if not words[0][0].isalnum() or words[0][0].islower() or (_FINAL.search(text) and not text.endswith("?")):
        return False
    if text.endswith("?") and len(words) < 3:
        return False
    full = len(after) > 2 * len(text) and bool(_FINAL.search(after) or _QUOTED.match(after))
    return full and (before is None or bool(_FINAL.search(before)) or len(before) > _SECTION_LENGTH or len(before) < 40)
