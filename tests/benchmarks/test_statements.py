"""The figures on coded articles."""

from __future__ import annotations

from collections import Counter

from benchmarks.statements import Coded, Said, count, figures
from sayso.records import Span


def said(start: int, act: str, name: str = "peru") -> Said:
    return Said(Span(start, start + 10), act, frozenset({name}))


def coded(start: int, *acts: str, name: str = "peru") -> Coded:
    return Coded(Span(start, start + 10), frozenset(acts), frozenset({name}))


def test_a_statement_counts_at_each_level_that_it_meets() -> None:
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    read = [said(0, "demand"), said(20, "offer"), said(40, "reject", "chad"), said(90, "accuse")]
    wanted = [coded(0, "demand"), coded(20, "reject"), coded(40, "reject"), coded(60, "threaten")]
    count(read, wanted, hits, totals)
    assert (totals["said"], totals["wanted"]) == (4, 4)
    assert [hits[level] for level in ("span", "span+actor", "span+act", "full")] == [3, 2, 2, 1]


def test_one_of_two_admissible_acts_is_wanted_once() -> None:
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    count([said(0, "protest")], [coded(0, "reject", "protest"), coded(20, "reject", "protest")], hits, totals)
    assert (hits["protest"], totals["wanted protest"], totals["wanted reject"]) == (1, 1, 1)
    assert figures(hits["protest"], totals["said protest"], totals["wanted protest"])["recall"] == 1
