"""How likely two statements of one actor and one act say the same thing, judged by their words and surroundings."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
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
_NEGATION = re.compile(r"\b(?:not|no|never|cannot|without|nor|neither)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Worded:
    """A statement with whose it is, its clean text, and the weighed words that it is compared by.

    ``order`` is its place in the book: by date, article and place there, whatever the order of adding.
    """

    statement: Statement
    holding: Holding
    text: str
    order: tuple[str, str, Span, str]
    bag: Bag
    surroundings: Bag
    figures: frozenset[str]
    negated: bool


def worded(
    articles: Sequence[Article], statements: Sequence[Statement], holdings: Sequence[Holding], rarity: Rarity
) -> tuple[Worded, ...]:
    """The statements that have a holder, in the book's canonical order: by date, article and place in it."""
    held = {holding.statement: holding for holding in holdings}
    by_key = {article.key: article for article in articles}
    divided = {key: sentences(article.clean) for key, article in by_key.items()}
    found = [
        _worded(statement, held[statement.id], by_key[statement.article], divided[statement.article], rarity)
        for statement in statements
        if statement.id in held and statement.article in by_key
    ]
    return tuple(sorted(found, key=lambda each: each.order))


def _worded(
    statement: Statement, holding: Holding, article: Article, divided: Sequence[Span], rarity: Rarity
) -> Worded:
    at = article.clean_span(statement.span)
    text = " ".join((at.of(article.clean) if at else statement.quote).split())
    quoted = set(text.split())
    beyond = (word for word in statement.content.split() if word not in quoted)
    bag = rarity.bag(stems(" ".join([text, *beyond])))
    around = rarity.bag(stems(_around(article.clean, divided, at))) if at else bag
    figures = frozenset(word for word in bag.weights if word[0].isdigit())
    order = (article.published.value or "9999", article.key, statement.span, statement.id)
    return Worded(statement, holding, text, order, bag, around, figures, _NEGATION.search(text) is not None)


def _around(clean: str, divided: Sequence[Span], at: Span) -> str:
    """The sentences that a stretch of clean text touches, with the one before and the one after."""
    touched = [number for number, sentence in enumerate(divided) if sentence.overlap(at)]
    if not touched:
        return at.of(clean)
    first, last = max(touched[0] - 1, 0), min(touched[-1] + 1, len(divided) - 1)
    return clean[divided[first].start : divided[last].end]


def likeness(one: Worded, other: Worded) -> float:
    """The model's probability, 0 to 1, that two statements of one actor and one act are about the same matter."""
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
