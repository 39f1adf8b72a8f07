"""Statements of one actor with the same act and like content become one position: a row of the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reconcile.grouping import average_linkage
from sayso.reconcile.likeness import Worded, likeness, sharing
from sayso.reconcile.numbering import short_ids

# The mean likeness at which two groups of statements join. Tuned on the four open gold ledgers with their own actors
# and acts: rows F1 is 0.73 on the whole (0.78, 0.73, 0.68, 0.74), 0.73 at 0.22 and 0.71 at 0.25.
JOIN = 0.24

# A word that more statements of one actor and act hold than this makes no pair by itself: it only keeps large books
# fast. The open ledgers have no such word.
COMMON = 120


@dataclass(frozen=True, slots=True)
class Row:
    """The statements of one position before it has its title, issue and origins, in canonical order."""

    id: str
    actor: str
    act: str
    addressee: str | None
    said: tuple[Worded, ...]


def find_rows(said: Sequence[Worded]) -> tuple[Row, ...]:
    """The positions that statements in canonical order make up, ordered by their first statements."""
    blocks: dict[tuple[str, str], list[Worded]] = defaultdict(list)
    for each in said:
        blocks[each.holding.actor, each.statement.act].append(each)
    groups = [group for block in blocks.values() for group in _alike(block)]
    groups.sort(key=lambda group: group[0].order)
    named = short_ids([(_actor(group), group[0].statement.act, group[0].statement.id) for group in groups])
    return tuple(
        Row(name, _actor(group), group[0].statement.act, _addressee(group), tuple(group))
        for name, group in zip(named, groups, strict=True)
    )


def _alike(block: Sequence[Worded]) -> list[list[Worded]]:
    """The statements of one actor and act grouped by like content; the same words in several articles weigh once."""
    by_words: dict[tuple[object, ...], list[Worded]] = {}
    for each in block:
        by_words.setdefault((*sorted(each.bag.weights), each.negated, each.holding.addressee), []).append(each)
    wordings = list(by_words.values())
    firsts = [wording[0] for wording in wordings]
    pairs = sharing({number: first.bag for number, first in enumerate(firsts)}, at_most=COMMON)
    links = {(one, other): likeness(firsts[one], firsts[other]) for one, other in pairs}
    groups = average_linkage(len(firsts), links, threshold=JOIN)
    merged = ([each for number in group for each in wordings[number]] for group in groups)
    return [sorted(group, key=lambda each: each.order) for group in merged]


def _actor(group: Sequence[Worded]) -> str:
    return group[0].holding.actor


def _addressee(group: Sequence[Worded]) -> str | None:
    """Whom most of the statements are aimed at, the first by name among equals."""
    counted = Counter(each.holding.addressee for each in group if each.holding.addressee)
    return min(counted, key=lambda name: (-counted[name], name), default=None)
