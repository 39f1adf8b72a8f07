"""Pronouns, and whether the words of a mention name somebody or stand for a name elsewhere: "she", "the company"."""

from __future__ import annotations

import re

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "ours", "myself", "ourselves", "mine"})
SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
SHE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
OTHERS = frozenset({"you", "your", "this", "these", "those", "one", "all"})
PRONOUNS = FIRST | SINGULAR | NEUTER | PLURAL | RELATIVE | OTHERS
ARTICLES = frozenset("the a an its his her their our my some many both all no these those two three".split())
WORD = re.compile(r"[^\W\d_][\w'’.-]*[^\W_]|[^\W\d_]")


def low(words: str) -> str:
    """Words in small letters as pronouns are looked up, but for what stands in capitals: "US" is not "us"."""
    return words if len(words) > 1 and words.isupper() else words.lower()


def names(words: str) -> bool:
    """Whether a mention names somebody: a word of it has a capital, an article or a pronoun before it left aside."""
    if low(words) in PRONOUNS:
        return False
    found = WORD.findall(words)
    if found and found[0].lower() in ARTICLES:
        found = found[1:]
    return any(word[0].isupper() for word in found)
