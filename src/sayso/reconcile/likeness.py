"""How likely two statements of one actor and one act say the same thing, judged by their words and surroundings."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.reconcile.words import Bag, Rarity, cosine, held_in, sentences, stems
from sayso.records import Article, Holding, Span, Statement

# A logistic model of "is about the same matter", fitted on the pairs of one actor and one act within an article of
# the coded training articles (7,031 pairs; those with the same issue label count as alike), then rounded. Refitted on
# the open gold ledgers, within or across articles, the weights keep their signs and rough sizes.
BASE = -1.85
SAME_WORDS = 2.1
WORDS_HELD = 2.1
SAME_SURROUNDINGS = 0.9
SAME_ADDRESSEE = 1.1
OTHER_ADDRESSEE = -0.15
SAME_FIGURE = 1.0

# From this cosine on, words of which one side alone has a negation are opposites ("leave the strait", "not leave the
# strait") and never alike. Too rare in the training articles to be fitted (over all pairs a negation in one alone
# weighs -0.15), so set by reason. Not for rejections, which are worded with a negation ("will not") or without.
SAME_BUT_NEGATED = 0.7
_THAT_CLAUSE = re.compile(r"\s+(that\s[^,;:.!?\"“”()]{3,160})(?=[,;:.!?\"“”(])")
_NEGATION = re.compile(r"\b(?:not|no|never|cannot|without|nor|neither)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Worded:
    """A statement with whose it is, its clean text, and the weighed words that it is compared by.

    ``order`` is its place in the book: by date, article and place there, whatever the order of adding. ``matter`` holds
    its words beside the names of its holder; ``beyond`` the clause with "that" that follows it, if one does.
    """

    statement: Statement
    holding: Holding
    text: str
    order: tuple[str, str, Span, str]
    bag: Bag
    surroundings: Bag
    figures: frozenset[str]
    negated: bool
    matter: frozenset[str]
    beyond: str = ""


def worded(
    articles: Sequence[Article], statements: Sequence[Statement], holdings: Sequence[Holding], rarity: Rarity
) -> tuple[Worded, ...]:
    """The statements that have a holder, in the book's canonical order: by date, article and place in it."""
    held = {holding.statement: holding for holding in holdings}
    by_key = {article.key: article for article in articles}
    settled = [each for each in statements if each.id in held and each.article in by_key]
    surroundings = {key: _Surroundings(article.clean) for key, article in by_key.items()}
    found = [_worded(each, held[each.id], by_key[each.article], surroundings[each.article], rarity) for each in settled]
    return tuple(sorted(found, key=lambda each: each.order))


def _worded(statement: Statement, holding: Holding, article: Article, around: _Surroundings, rarity: Rarity) -> Worded:
    at = article.clean_span(statement.span)
    text = " ".join((at.of(article.clean) if at else statement.quote).split())
    quoted = set(text.split())
    beyond = (word for word in statement.content.split() if word not in quoted)
    bag = rarity.bag(stems(" ".join([text, *beyond])))
    near = rarity.bag(stems(around.of(at))) if at else bag
    figures = frozenset(word for word in bag.weights if word[0].isdigit())
    order = (article.published.value or "9999", article.key, statement.span, statement.id)
    matter = frozenset(bag.weights) - frozenset(stems(" ".join(_names(statement, holding))))
    negated = _NEGATION.search(text) is not None
    after = around.clause_after(at) if at else ""
    return Worded(statement, holding, text, order, bag, near, figures, negated, matter, after)


def _names(statement: Statement, holding: Holding) -> Iterator[str]:
    """The words that name the one who makes a statement, without the small words of descriptions."""
    named = (holding.actor, holding.speaker, statement.holder.name)
    yield from (word for name in named if name for word in name.split() if word[0].isupper())


class _Surroundings:
    """One article's sentences, for what stands around a stretch of it."""

    def __init__(self, clean: str) -> None:
        self._clean = clean
        self._sentences = sentences(clean)
        self._starts = [sentence.start for sentence in self._sentences]
        self._ends = [sentence.end for sentence in self._sentences]

    def of(self, at: Span) -> str:
        """The sentences that a stretch of clean text touches, with the one before and the one after."""
        first, last = bisect_right(self._ends, at.start), bisect_left(self._starts, at.end) - 1
        if not self._sentences or first > last:
            return at.of(self._clean)
        start, end = self._sentences[max(first - 1, 0)], self._sentences[min(last + 1, len(self._sentences) - 1)]
        return self._clean[start.start : end.end]

    def clause_after(self, at: Span) -> str:
        """The clause with "that" that follows a stretch within its sentence: what was suggested, the wish for what."""
        number = bisect_right(self._starts, at.end - 1) - 1
        if number < 0 or at.end >= self._ends[number]:
            return ""
        found = _THAT_CLAUSE.match(self._clean, at.end, self._ends[number])
        return " ".join(found[1].split()) if found else ""


def likeness(one: Worded, other: Worded) -> float:
    """The model's probability, 0 to 1, that two statements of one actor and one act are about the same matter.

    Statements that share no word but the names of who makes them are never alike.
    """
    if one.matter.isdisjoint(other.matter):
        return 0.0
    shared = cosine(one.bag, other.bag)
    if shared >= SAME_BUT_NEGATED and one.negated != other.negated and one.statement.act != "reject":
        return 0.0
    evidence = BASE + SAME_WORDS * shared
    evidence += WORDS_HELD * held_in(one.bag, other.bag)
    evidence += SAME_SURROUNDINGS * cosine(one.surroundings, other.surroundings)
    if one.holding.addressee and other.holding.addressee:
        evidence += SAME_ADDRESSEE if one.holding.addressee == other.holding.addressee else OTHER_ADDRESSEE
    if one.figures & other.figures:
        evidence += SAME_FIGURE
    return 1 / (1 + math.exp(-evidence))


def sharing(bags: Mapping[int, Bag], *, at_most: int) -> list[tuple[int, int]]:
    """The pairs of bags that share a word, the lower number first; words held by more than ``at_most`` bags aside."""
    holders: dict[str, list[int]] = {}
    for number in sorted(bags):
        for word in bags[number].weights:
            holders.setdefault(word, []).append(number)
    pairs = {
        (one, other)
        for numbers in holders.values()
        if len(numbers) <= at_most
        for at, one in enumerate(numbers)
        for other in numbers[at + 1 :]
    }
    return sorted(pairs)
