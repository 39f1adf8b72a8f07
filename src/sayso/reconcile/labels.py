"""Labels for issues: the phrase that their own statements share most tellingly."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reconcile.likeness import Worded
from sayso.reconcile.words import Rarity, stem, stems, telling, words

LONGEST = 3
"""Words in a label."""

# What a phrase is worth when it names a party, ends like a verb or an adverb, or is never seen where a noun phrase
# would stand. Set by eye on the open ledgers' labels.
_PARTY = 0.2
_NO_NOUN = 0.6
_NOT_AS_NOUN = 0.5
_NO_NOUN_ENDINGS = ("ly", "ing", "ed")
_BEFORE_NOUNS = frozenset(
    ["the", "a", "an", "of", "on", "for", "in", "from", "about", "over", "with", "by", "into", "any", "no", "this",
     "these", "its", "his", "her", "their", "our", "my", "your", "some", "all", "most", "certain", "more"]
)  # fmt: skip
_JOINTS = " \n\r\t'’"

Key = tuple[str, ...]
"""A phrase as the stems of its words."""


@dataclass(slots=True)
class _Phrase:
    """A phrase as found in the statements of an issue: in how many, how written, how often where nouns stand."""

    statements: int = 0
    nominal: int = 0
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def written(self) -> str:
        """The most frequent way of writing it."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))


def labels(groups: Sequence[Sequence[Worded]], rarity: Rarity) -> list[str]:
    """A label for each issue; no two get the same one while there is another phrase to take."""
    taken: set[str] = set()
    found = []
    for group in groups:
        ranked = _ranked(group, rarity)
        free = [label for label in ranked if label.lower() not in taken]
        label = (free or ranked or [" ".join(group[0].text.split()[:LONGEST])])[0]
        taken.add(label.lower())
        found.append(label)
    return found


def _ranked(group: Sequence[Worded], rarity: Rarity) -> list[str]:
    """The phrases in a group's statements as most often written, the most telling first."""
    phrases: dict[Key, _Phrase] = defaultdict(_Phrase)
    for each in group:
        found = list(_phrases(f"{each.text} . {each.statement.content}"))
        for key, form, nominal in found:
            phrases[key].forms[form] += 1
            phrases[key].nominal += nominal
        for key in {key for key, _, _ in found}:
            phrases[key].statements += 1
    names = {name for each in group for name in _party_names(each)}
    parties = frozenset(word for name in names for word in stems(name))
    worth = {key: _worth(key, phrase, len(group), rarity, parties) for key, phrase in phrases.items()}
    return [phrases[key].written for key in sorted(phrases, key=lambda key: (-worth[key], key))]


def _worth(key: Key, phrase: _Phrase, said: int, rarity: Rarity, parties: frozenset[str]) -> float:
    """How well a phrase names an issue: said in many of its statements, of rare words, as a noun, naming no party."""
    weight = math.fsum(rarity.of(word) * (_PARTY if word in parties else 1) for word in key) / math.sqrt(len(key))
    share = math.pow(phrase.statements / said, 0.75)
    noun = 1.0 if phrase.nominal else _NOT_AS_NOUN
    ending = _NO_NOUN if phrase.written.endswith(_NO_NOUN_ENDINGS) else 1.0
    return round(share * weight * noun * ending, 9)


def _party_names(each: Worded) -> Iterator[str]:
    """The words that name or describe the parties of a statement: an issue is not called after them."""
    statement, holding = each.statement, each.holding
    holders = [statement.holder, *([statement.addressee] if statement.addressee else [])]
    names = [holding.actor, holding.speaker, holding.addressee]
    names += [name for holder in holders for name in (holder.words, holder.name, holder.described, holder.party)]
    yield from (name for name in names if name)


def _phrases(text: str) -> Iterator[tuple[Key, str, bool]]:
    """The runs of up to three telling words that stand together: as stems, as written, and if as a noun."""
    for before, run in _runs(text):
        for end in range(1, len(run) + 1):
            for start in range(max(0, end - LONGEST), end):
                form = " ".join(text[run[start].start() : run[end - 1].end()].split())
                nominal = before in _BEFORE_NOUNS and end == len(run)
                yield tuple(stem(part.group().lower()) for part in run[start:end]), form, nominal


def _runs(text: str) -> Iterator[tuple[str, list[re.Match[str]]]]:
    """The unbroken runs of telling words, each with the lower-case word before it ("" after a mark)."""
    before, run, last = "", list[re.Match[str]](), None
    for match in words(text):
        joined = last is not None and not text[last.end() : match.start()].strip(_JOINTS)
        kept = telling(match.group()) and not match.group()[0].isdigit()
        if run and not (joined and kept):
            yield before, run
            run = []
        if kept:
            if not run:
                before = last.group().lower() if last is not None and joined else ""
            run.append(match)
        last = match
    if run:
        yield before, run
