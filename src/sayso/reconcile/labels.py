"""Labels for issues: the noun phrase that the contents of their own statements share most tellingly."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reconcile.likeness import Worded
from sayso.reconcile.usage import DETERMINERS, Usage, is_adverb
from sayso.reconcile.words import Rarity, stems, telling, words

LONGEST = 3
"""Words in a label."""

# What a phrase is worth when a word in it names a party, when all of it does, when it does not end in a noun, and when
# no word that goes before nouns stands before it. Set by eye on the open ledgers' labels.
_PARTY = 0.2
_ONLY_PARTIES = 0.05
_NO_NOUN = 0.1
_NOT_AS_NOUN = 0.7
_LENGTH = 0.35
"""The power of its length by which a phrase's weights are divided: 1 would make it their mean, 0 their sum."""

_BEFORE_NOUNS = DETERMINERS | frozenset(
    "of on for in from about over with by into all most certain more between under against".split()
)
_JOINTS = " \n\r\t'’"
_PARTICIPLES = ("ed", "ing")

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
        """The most frequent way of writing it; of equals the longer one, which spells out."""
        return min(self.forms, key=lambda form: (-self.forms[form], -len(form), form))


def labels(groups: Sequence[Sequence[Worded]], rarity: Rarity, usage: Usage) -> list[str]:
    """A label for each issue; no two get the same one while there is another phrase to take."""
    taken: set[str] = set()
    found = []
    for group in groups:
        ranked = _ranked(group, rarity, usage)
        free = [label for label in ranked if label.lower() not in taken]
        label = (free or ranked or [" ".join(group[0].text.split()[:LONGEST])])[0]
        taken.add(label.lower())
        found.append(label)
    return found


def _ranked(group: Sequence[Worded], rarity: Rarity, usage: Usage) -> list[str]:
    """The phrases in a group's contents as most often written, the most telling first."""
    phrases: dict[Key, _Phrase] = defaultdict(_Phrase)
    for each in group:
        found = list(_phrases(each.statement.content, usage))
        if not any(usage.is_noun(form.split()[-1]) for _, form, _ in found):
            found += _phrases(each.text, usage)
        for key, form, nominal in found:
            phrases[key].forms[form] += 1
            phrases[key].nominal += nominal
        for key in {key for key, _, _ in found}:
            phrases[key].statements += 1
    names = {name for each in group for name in _party_names(each)}
    parties = frozenset(word for name in names for word in stems(name))
    worth = {key: _worth(key, phrase, len(group), rarity, parties) for key, phrase in phrases.items()}
    for key, phrase in phrases.items():
        if usage.is_party(phrase.written):
            worth[key] *= _ONLY_PARTIES
        elif not usage.is_noun(phrase.written.split()[-1]):
            worth[key] *= _NO_NOUN
    return [phrases[key].written for key in sorted(phrases, key=lambda key: (-worth[key], key))]


def _worth(key: Key, phrase: _Phrase, said: int, rarity: Rarity, parties: frozenset[str]) -> float:
    """How well a phrase names an issue: said in many of its statements, of rare words, as a noun, naming no party.

    Rounded, so that an article on something else, which makes all words a little rarer, changes no label.
    """
    rare = math.fsum(rarity.share(word) * (_PARTY if word in parties else 1) for word in key) / math.pow(
        len(key), _LENGTH
    )
    share = math.pow(phrase.statements / said, 0.75)
    noun = 1.0 if phrase.nominal else _NOT_AS_NOUN
    only = _ONLY_PARTIES if parties.issuperset(key) else 1.0
    return round(share * rare * noun * only, 2)


def _party_names(each: Worded) -> Iterator[str]:
    """The words that name or describe the parties of a statement: an issue is not called after them."""
    statement, holding = each.statement, each.holding
    holders = [statement.holder, *([statement.addressee] if statement.addressee else [])]
    names = [holding.actor, holding.speaker, holding.addressee]
    names += [name for holder in holders for name in (holder.words, holder.name, holder.described, holder.party)]
    yield from (name for name in names if name)


def _phrases(text: str, usage: Usage) -> Iterator[tuple[Key, str, bool]]:
    """The noun phrases of up to three telling words, each with its head: as stems, as written, and if as a noun."""
    for before, run in _runs(text, usage):
        head = next((end for end in range(len(run), 0, -1) if usage.is_noun(run[end - 1].group())), len(run))
        for start in range(max(0, head - LONGEST), head):
            if start and run[start - 1].group()[0].isupper() and run[start].group()[0].isupper() and head <= LONGEST:
                continue  # the middle of a name is no phrase
            if start == 0 and before not in _BEFORE_NOUNS and run[start].group().endswith(_PARTICIPLES):
                continue
            form = " ".join(text[run[start].start() : run[head - 1].end()].split())
            yield (
                tuple(one for part in run[start:head] for one in usage.stems(part.group())),
                form,
                before in _BEFORE_NOUNS,
            )


def _runs(text: str, usage: Usage) -> Iterator[tuple[str, list[re.Match[str]]]]:
    """The unbroken runs of nouns and their adjectives, each with the lower-case word before it ("" after a mark)."""
    before, run, last = "", list[re.Match[str]](), None
    found = list(words(text))
    for at, match in enumerate(found):
        joined = last is not None and not text[last.end() : match.start()].strip(_JOINTS)
        previous = last.group().lower() if last is not None and joined else ""
        after = found[at + 1].group().lower() if at + 1 < len(found) else ""
        kept = _is_nominal(match.group(), previous, after, usage)
        if run and not (joined and kept):
            yield before, run
            run = []
        if kept:
            if not run:
                before = previous
            run.append(match)
        last = match
    if run:
        yield before, run


def _is_nominal(word: str, before: str, after: str, usage: Usage) -> bool:
    """Whether a word can be part of a noun phrase: telling, no figure, no adverb, and not where a verb stands."""
    if not telling(word) or word[0].isdigit() or is_adverb(word.lower()):
        return False
    if word[0].isupper() or before in DETERMINERS:
        return True
    return not (usage.is_verb(word) or (after in DETERMINERS and before not in _BEFORE_NOUNS))
