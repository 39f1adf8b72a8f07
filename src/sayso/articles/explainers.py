"""Background boxes at an article's end: a "What is X?" heading, and what an encyclopaedia would say, to the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUESTION = re.compile(
    (
        r"\W*(?:explain(?:er|ed)\s*[:|–—-]?\s*)?(?:(?:what|who)(?:['’]s|['’]re| is| are| was| were| does| do| "
        r"did)|how (?:does|do|did|is|are)|why (?:is|are|was|were|does|do|did)|where (?:is|"
        r"are))\b[^?]{2,100}\?\W*"
    ),
    re.I,
)
_DEFINES = re.compile(
    r"\b(?:is|are|was|were|refers? to|stands? for|describes?|consists? of)\s+(?:an?|the|one|made up|the name)\b"
)
_REPORTS = re.compile(
    r"\b(?:said|says|told|added|warned|accused|urged|tweeted|insisted|denied|claims|claimed|on (?:Mon|Tues|"
    r"Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|this week|last week)\b|[“\"][^”\"]{30,}[”\"]"
)
_LATEST = 0.35
"""The heading stands at the earliest after this share of the article's characters."""


def tail(texts: Sequence[str]) -> int | None:
    """The number of the block with which a closing background box begins; None when there is none."""
    total = sum(map(len, texts)) or 1
    before = 0
    for number, text in enumerate(texts):
        if (
            before / total >= _LATEST
            and len(text) < 200
            and _QUESTION.fullmatch(text)
            and _encyclopaedic(text, texts[number + 1 :])
        ):
            return number
        before += len(text)
    return None


def _encyclopaedic(question: str, rest: Sequence[str]) -> bool:
    """Whether what follows a question defines the thing asked for, and reports nothing new till the end."""
    prose = [text for text in rest if len(text.split()) > 6]
    if not prose or any(_REPORTS.search(text) for text in prose):
        return False
    asked = {word for word in re.findall(r"\w{2,}", question.lower()) if word not in _LITTLE}
    told = set(re.findall(r"\w{2,}", prose[0].lower()))
    return bool(_DEFINES.search(prose[0])) and not asked.isdisjoint(told)


_LITTLE = frozenset(
    (
        "what who is are was were does do did how why where the of in and an its their it to for explained explainer"
    ).split()
)
