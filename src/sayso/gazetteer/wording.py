"""Words made comparable: determiners, possessives, accents, dots and case, and when case must be right."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACE = re.compile(r"\s+")
_DETERMINER = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['\"]s|(?<=s)')$")
_ARTICLE_APART = re.compile(r"\b([AaEe]l|[Aa]sh?|[Aa][dn]) - (?=\w)")
_DASHES = re.compile(r"[-\u2010-\u2015]")
_EDGES = ' \t\n,;:!?()[]{}<>"\u201c\u201d\u201e\u00ab\u00bb*_'
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"})
LONGEST_WORDS = 400
"""Words longer than this many characters name nobody; they are cut before they are looked at."""

_PARTS = frozenset("al el bin ibn abu ben van von de del della der da di du la le anti ex non pro".split())
"""Small words that belong to the name after them, or turn it round."""
_LINKING = frozenset("of for in at from with by to on and or near who".split())
"""Words that join a name to what stands before it: "chairman of Halden Bank" is not the bank."""


@lru_cache(maxsize=20_000)
def tidy(words: str) -> str:
    """The words on one line, with plain apostrophes, without quotes, determiner and possessive at their edges."""
    words = words[:LONGEST_WORDS].replace("\u2019", "'").replace("\u2018", "'")
    words = _ARTICLE_APART.sub(r"\1-", _SPACE.sub(" ", words)).strip(_EDGES)
    if words.startswith("'") and words.endswith("'"):
        words = words.strip("'")
    words = _POSSESSIVE.sub("", _DETERMINER.sub("", words)).strip(_EDGES)
    return words[:-1] if words.endswith(".") and "." not in words[:-1] else words


def unaccented(words: str) -> str:
    """The words without diacritics ("Erdoğan" and "Erdogan" are one)."""
    if words.isascii():
        return words
    split = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def fold(words: str) -> str:
    """The form under which words are compared: no case, accents, dots or hyphens."""
    plain = unaccented(tidy(words)).replace(".", "").replace("'", "")
    return _SPACE.sub(" ", _DASHES.sub(" ", plain)).strip().casefold()


def is_acronym(name: str) -> bool:
    """Whether a name is one word of capitals ("U.N.", "OPEC", "G7"), so that its case tells."""
    bare = name.replace(".", "")
    return bare.isupper() and " " not in bare and len(bare) <= 8


def spelled_like(words: str, name: str) -> bool:
    """Whether words that fold to a name are also cased so that they can mean it ("us" is not "US")."""
    shown = tidy(words).replace(".", "")
    if not shown:
        return False
    if is_acronym(name):
        return shown.isupper() or (len(shown) > 3 and shown[0].isupper())
    return " " in shown or shown[0].isupper() or not name[0].isupper()


def tokens(words: str) -> list[str]:
    """The words one by one, a comma standing alone."""
    return _SPACE.sub(" ", tidy(words).replace(",", " , ")).split()


def own_name(words: str) -> str:
    """The name in words that begin with what it is like ("pro-western Free Dockers' Army"); else the words."""
    parts = words.split()
    at = next((at for at, part in enumerate(parts) if part[0].isupper()), 0)
    tail = parts[at:]
    if not at or any(part in _LINKING or part in _PARTS or _is_written_so(part) for part in parts[:at]):
        return words
    return " ".join(tail) if is_proper(tail) else words


def is_proper(parts: list[str]) -> bool:
    """Whether words are a name by themselves: two or more with capitals, or an acronym."""
    clear = len(parts) > 1 or (bool(parts) and parts[0].isupper() and len(parts[0]) > 2)
    return clear and all(part[0].isupper() for part in parts)


def _is_written_so(part: str) -> bool:
    """Whether a word has its capital inside ("al-Aqsa", "eBay"), other than by being for or against somebody."""
    return part.lower() != part and not part.startswith(("pro-", "anti-", "non-"))
