"""Positions about the same matter, whoever takes them, become one issue, with a label from their own words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reconcile.grouping import centroid_linkage
from sayso.reconcile.labels import labels
from sayso.reconcile.likeness import sharing
from sayso.reconcile.numbering import short_ids
from sayso.reconcile.positions import Row
from sayso.reconcile.words import Bag, Rarity, dot
from sayso.records import Issue

# The cosine between two groups' summed words at which they are one issue. Tuned on the four open gold ledgers:
# issues F1 is flat from 0.25 to 0.30.
JOIN = 0.275

# How much the sentences around a statement count beside its own words.
SURROUNDINGS = 0.3

# A word that more positions hold than this brings none of them together by itself.
COMMON = 120


def find_issues(rows: Sequence[Row], rarity: Rarity) -> tuple[tuple[Issue, ...], dict[str, str]]:
    """The issues of a book's positions, and for each position's id its issue's id."""
    bags = [_summed(row) for row in rows]
    pairs = sharing(dict(enumerate(bags)), at_most=COMMON)
    links = {(one, other): dot(bags[one], bags[other]) for one, other in pairs}
    groups = centroid_linkage(links, [dot(bag, bag) for bag in bags], threshold=JOIN)
    members = [[rows[number] for number in group] for group in groups]
    named = short_ids([("issue", group[0].id) for group in members])
    said = [[each for row in group for each in row.said] for group in members]
    found = tuple(Issue(name, label) for name, label in zip(named, labels(said, rarity), strict=True))
    return found, {row.id: name for name, group in zip(named, members, strict=True) for row in group}


def _summed(row: Row) -> Bag:
    """A position's words: those of its statements, each weighing the same, and a share of those around them."""
    summed: dict[str, float] = {}
    for each in row.said:
        for bag, share in ((each.bag, 1.0), (each.surroundings, SURROUNDINGS)):
            for word, weight in bag.weights.items():
                summed[word] = summed.get(word, 0.0) + share * weight / bag.length
    return Bag.of(summed)
