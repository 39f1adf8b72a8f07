"""Positions about the same matter, whoever takes them, become one issue, with a label from their own words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.grouping import average_linkage
from sayso.reconcile.labels import labels
from sayso.reconcile.likeness import sharing
from sayso.reconcile.numbering import short_ids
from sayso.reconcile.positions import Row
from sayso.reconcile.usage import Usage
from sayso.reconcile.words import Bag, Rarity, cosine
from sayso.records import Issue

# The mean cosine between two groups' positions at which they are one issue. Tuned on the four open gold ledgers, each
# as a book of its own and all in one book with 150 coded training articles: issues F1 is 0.39 and 0.35 there, and
# stays within 0.03 of that from 0.18 to 0.25. (Summed vectors instead of mean cosines gain 0.02 in a book of one
# dispute and lose 0.17 in a book of many.)
JOIN = 0.2

# How much the sentences around a statement count beside its own words; 0.2 does as well, 0.5 mixes matters.
SURROUNDINGS = 0.3

# A cosine below this is taken for none, and a word that more positions hold than COMMON brings none of them together
# by itself: both only keep large books fast, and cost 0.01 there.
FAINT = 0.08
COMMON = 60


def find_issues(rows: Sequence[Row], rarity: Rarity, usage: Usage) -> tuple[tuple[Issue, ...], dict[str, str]]:
    """The issues of a book's positions, and for each position's id its issue's id."""
    bags = [_summed(row) for row in rows]
    pairs = sharing(dict(enumerate(bags)), at_most=COMMON)
    measured = ((pair, cosine(bags[pair[0]], bags[pair[1]])) for pair in pairs)
    links = {pair: likeness for pair, likeness in measured if likeness >= FAINT}
    groups = average_linkage(len(bags), links, threshold=JOIN)
    members = [[rows[number] for number in group] for group in groups]
    named = short_ids([("issue", group[0].id) for group in members])
    said = [[each for row in group for each in row.said] for group in members]
    found = tuple(Issue(name, label) for name, label in zip(named, labels(said, rarity, usage), strict=True))
    return found, {row.id: name for name, group in zip(named, members, strict=True) for row in group}


def _summed(row: Row) -> Bag:
    """A position's words: those of its statements, each weighing the same, and a share of those around them."""
    summed: dict[str, float] = {}
    for each in row.said:
        for bag, share in ((each.bag, 1.0), (each.surroundings, SURROUNDINGS)):
            for word, weight in bag.weights.items():
                summed[word] = summed.get(word, 0.0) + share * weight / bag.length
    return Bag.of(summed)
