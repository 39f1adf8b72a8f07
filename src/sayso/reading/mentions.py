"""Whether the words of a mention name somebody, or stand for a name elsewhere: "she", "the company"."""

from __future__ import annotations

import re

PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your he him his himself she her hers herself it its itself they "
    "them their theirs themselves who whose which that this these those one both all".split()
)
ARTICLES = frozenset("the a an its his her their our my some many both all no these those two three".split())
WORD = re.compile(r"[^\W\d_][\w'’.-]*[^\W_]|[^\W\d_]")


def names(words: str) -> bool:
    """Whether a mention names somebody: a word of it has a capital, an article or a pronoun before it left aside."""
    if words.lower() in PRONOUNS:
        return False
    found = WORD.findall(words)
    if found and found[0].lower() in ARTICLES:
        found = found[1:]
    return any(word[0].isupper() for word in found)
