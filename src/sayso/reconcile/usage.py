"""How a book's articles use words: which stand where nouns stand, which where verbs do, and what is short for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.gazetteer import Gazetteer
from sayso.reconcile.context import acronyms
from sayso.reconcile.words import function_words, stem, stems, words

DETERMINERS = frozenset("the a an this these those its his her their our my your no any some every each such s".split())
"""Words before a noun or its adjectives; "s" is what is left of a possessive."""

_BEFORE_VERBS = frozenset(
    "to will would could should shall must can may might cannot not he she it they we i you who did does do".split()
)
_AFTER_NOUNS = frozenset("of on in for with from by is are was were has have had will would could should".split())
"""Words after which the second word behind a determiner is its noun, other than in "the crisis belongs to"."""

_BLANK = " \n\r\t'’"
_NOMINAL = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ure", "sis", "age", "cy", "dom")
_MEDIA = ("agency", "outlet", "broadcast")


class Usage:
    """What the texts of a book tell of words, without a grammar: where each stands, and what spells it out."""

    def __init__(self, texts: Iterable[str], gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer
        self._nouns: Counter[str] = Counter()
        self._verbs: Counter[str] = Counter()
        self._full: dict[str, tuple[str, ...]] = {}
        for text in texts:
            self._learn(text)
            for short, full in sorted(acronyms(text).items()):
                self._full.setdefault(short, tuple(stems(full)))

    def _learn(self, text: str) -> None:
        earlier, before, word, ends = "", "", "", -1
        for match in (*words(text), None):
            joined = match is not None and bool(word) and not text[ends : match.start()].strip(_BLANK)
            after = match.group().lower() if match and joined else ""
            if word and _stands_as_noun(earlier, before, word, after):
                self._nouns[word] += 1
            elif word and before in _BEFORE_VERBS:
                self._verbs[word] += 1
            if match:
                earlier, before = (before, word) if joined else ("", "")
                word, ends = match.group().lower(), match.end()

    def is_verb(self, word: str) -> bool:
        """Whether a word stands where verbs do more often than where nouns do."""
        return self._verbs[word.lower()] > self._nouns[word.lower()]

    def is_noun(self, word: str) -> bool:
        """Whether a word stands where nouns do, has a noun's ending, or is a name; an adverb or participle is none."""
        low = word.lower()
        if self._nouns[low] > self._verbs[low]:
            return True
        if is_adverb(low) or low.endswith(("ed", "ing")):
            return False
        singular = low.removesuffix("s")
        return low.removesuffix("s").endswith(_NOMINAL) or word[0].isupper() or self._nouns[singular] > 0

    def is_party(self, words: str) -> bool:
        """Whether words are the bare name of a party or of a medium."""
        known = self._gazetteer
        return known is not None and (known.party(words) is not None or known.is_relay(words) in _MEDIA)

    def stems(self, word: str) -> tuple[str, ...]:
        """The stem of a word; of an acronym that an article spells out those of its long form."""
        return self._full.get(word) or (stem(word.lower()),)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word ends like an adverb ("clearly"), other than "supply" and the like."""
    return word.endswith("ly") and len(word) > 5 and word not in ("supply", "family", "assembly", "monopoly", "anomaly")


def _stands_as_noun(earlier: str, before: str, word: str, after: str) -> bool:
    """Whether a word ends a noun phrase: right behind a determiner, or second behind it where no verb can stand."""
    if before in DETERMINERS:
        return not after or after in function_words()
    return earlier in DETERMINERS and after in _AFTER_NOUNS and not word.endswith("ed")
