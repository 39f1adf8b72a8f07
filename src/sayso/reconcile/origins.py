"""Count the independent reports that a position rests on: copies, reprints and relays of one report count once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from sayso.reconcile.copies import Copies, family_of
from sayso.reconcile.grouping import components
from sayso.reconcile.likeness import Worded
from sayso.reconcile.positions import Row
from sayso.reconcile.words import held_in, telling, words
from sayso.records import DEEDS, Article, Fact, Holder, Span

Pair = tuple[str, str]
"""Two articles by key."""

AGREEING = 0.6
"""How much of the shorter statement's words the other must hold for two credited to one agency to be one report."""

RETOLD = 0.4
"""The same for a deed that one newsroom tells twice: of one position, it is told shorter each time."""

SHARED_RUN = 6
"""Words in a row that two statements from undisclosed or relayed sources share when one report lies behind both."""

DAYS = 7
"""Days within which two articles can rest on one report, where both dates are known."""

COUNTS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "both"])
"""How many there are tells undisclosed sources apart."""

_HEAD = 400
_DATELINE_CREDIT = re.compile(r"\(([A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})\)\s*[-–—]")
_SHORT_NAMES = {"associated press": "ap", "agence france-presse": "afp", "bloomberg news": "bloomberg"}
_ROLES = frozenset({
    "source", "sources", "official", "officials", "person", "people", "insider", "insiders", "diplomat", "diplomats",
    "aide", "aides", "senior", "informed", "familiar", "former", "close", "unnamed", "anonymous", "matter",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells that two articles rest on one report, beside the words of the single statements.

    ``reprinted``: the stretches of the first article's clean text that the second has too; ``credited``: the
    agencies and author that a whole article is credited to; ``leaks``: pairs of articles with one undisclosed source.
    """

    articles: Mapping[str, Article]
    family: Mapping[str, str]
    reprinted: Mapping[Pair, tuple[Span, ...]]
    outlets: Mapping[str, str]
    credited: Mapping[str, frozenset[str]]
    leaks: frozenset[Pair]


def evidence(articles: Iterable[Article], found: Copies, rows: Iterable[Row]) -> Evidence:
    """Gather it for a whole book."""
    by_key = {article.key: article for article in articles}
    reprinted = {(each.article, each.source): each.stretches for each in found.reprints}
    outlets = {key: _plain(article.outlet.value or "") for key, article in by_key.items()}
    credited = {key: _credited(article) for key, article in by_key.items()}
    leaks = frozenset(pair for row in rows for pair in _leaks(row.said, by_key))
    return Evidence(by_key, family_of(found.families), reprinted, outlets, credited, leaks)


def count_origins(said: Sequence[Worded], known: Evidence) -> int:
    """How many independent reports the statements of one position rest on, as far as can be told; at least one."""
    by_article: dict[str, list[Worded]] = {}
    for each in said:
        by_article.setdefault(each.statement.article, []).append(each)
    number = {key: at for at, key in enumerate(sorted(by_article))}
    pairs = combinations(number, 2)
    joined = [
        (number[one], number[other])
        for one, other in pairs
        if _one_text(one, other, known) or _one_report(by_article[one], by_article[other], known)
    ]
    return len(components(len(number), joined))


def _one_text(one: str, other: str, known: Evidence) -> bool:
    same_family = one in known.family and known.family[one] == known.family.get(other)
    return same_family or (one, other) in known.leaks


def _one_report(some: Sequence[Worded], others: Sequence[Worded], known: Evidence) -> bool:
    """Whether statements of two articles come from one report: in a shared paragraph, or by credit and words."""
    one, other = some[0].statement.article, others[0].statement.article
    shared = known.reprinted.get((one, other), ()), known.reprinted.get((other, one), ())
    if _stands_in(some, shared[0], known) and _stands_in(others, shared[1], known):
        return True
    if _one_newsroom(one, other, known) and any(_retold(first, second) for first in some for second in others):
        return True
    if not _near_in_time(known.articles[one], known.articles[other]):
        return False
    return any(
        _same_credit(first, second, known) and held_in(first.bag, second.bag) >= AGREEING
        for first in some
        for second in others
    )


def _one_newsroom(one: str, other: str, known: Evidence) -> bool:
    """Whether two articles are of one outlet, or credited to one agency or author."""
    first, second = ({known.outlets[key], *known.credited[key]} - {""} for key in (one, other))
    return not first.isdisjoint(second)


def _retold(first: Worded, second: Worded) -> bool:
    """Whether one newsroom tells by itself twice what was once reported, however long ago: its background sentence."""
    if not (_by_newsroom(first) and _by_newsroom(second)):
        return False
    when = first.statement.said, second.statement.said
    if all(said.value for said in when):
        return _same_time(*when)
    deeds = first.statement.act in DEEDS and second.statement.act in DEEDS
    return held_in(first.bag, second.bag) >= (RETOLD if deeds else AGREEING)


def _by_newsroom(each: Worded) -> bool:
    """Whether an article tells by itself: a deed, or words of a party with nobody between and nobody heard."""
    return each.statement.act in DEEDS or not (each.statement.via or _speaks(each))


def _speaks(each: Worded) -> bool:
    """Whether somebody is heard: a named or undisclosed person's own words are news each time they are spoken."""
    return each.statement.holder.kind == "person" or each.statement.holder.anonymous


def _same_time(one: Fact, other: Fact) -> bool:
    """Whether two datings may be of the same day, as far as both are precise."""
    (first, last), (begun, ended) = _days(one), _days(other)
    return first <= ended and begun <= last


def _days(dated: Fact) -> tuple[str, str]:
    """The first and the last day, as ISO 8601, that a date can mean."""
    first, _, last = (dated.value or "").partition("/")
    if dated.precision == "week":
        return first, (date.fromisoformat(last or first) + timedelta(days=6)).isoformat()
    return first, f"{last or first}~"


def _same_credit(first: Worded, second: Worded, known: Evidence) -> bool:
    """Whether two statements come through the same agency or outlet, or one through the outlet of the other."""
    through = [_credits(each, known) for each in (first, second)]
    by = [known.outlets[each.statement.article] for each in (first, second)]
    return bool(through[0] & through[1]) or by[1] in through[0] or by[0] in through[1]


def _stands_in(said: Iterable[Worded], stretches: Sequence[Span], known: Evidence) -> bool:
    for each in said:
        at = known.articles[each.statement.article].clean_span(each.statement.span)
        if at is not None and any(stretch.overlap(at) for stretch in stretches):
            return True
    return False


def _credits(each: Worded, known: Evidence) -> frozenset[str]:
    """The agencies and outlets that a statement comes through, with those that its whole article is credited to."""
    links = (link.holder for link in each.statement.via if link.role in ("agency", "outlet"))
    credited = known.credited[each.statement.article]
    through = credited.union(_plain(holder.name or holder.words) for holder in links)
    return through - {known.outlets[each.statement.article], ""}


def _credited(article: Article) -> frozenset[str]:
    """The agencies in an article's dateline, and its author: an agency, or one reporter printed in several places."""
    named = _DATELINE_CREDIT.findall(article.clean[:_HEAD])
    return frozenset(map(_plain, [*named, article.author.value or ""])) - {""}


def _plain(name: str) -> str:
    plain = re.sub(r"^the\s+", "", " ".join(name.lower().split()))
    return _SHORT_NAMES.get(plain, plain)


@dataclass(frozen=True, slots=True)
class _Leak:
    """A statement from an undisclosed source: how the sources are described, and the runs of words it has."""

    article: str
    described: tuple[frozenset[str], ...]
    runs: frozenset[tuple[str, ...]]

    def same(self, other: _Leak) -> bool:
        """Whether two such statements seem to come from one source: described alike, or in the same words."""
        alike = any(len(one & two) > 1 for one in self.described for two in other.described)
        return alike or not self.runs.isdisjoint(other.runs)


def _leaks(said: Sequence[Worded], articles: Mapping[str, Article]) -> Iterator[Pair]:
    """Pairs of articles, both ways, whose statements of one position come from the same undisclosed source."""
    leaks = [leak for each in said if (leak := _leak(each)) is not None]
    for first, second in combinations(leaks, 2):
        one, other = first.article, second.article
        if one != other and _near_in_time(articles[one], articles[other]) and first.same(second):
            yield from ((one, other), (other, one))


def _leak(each: Worded) -> _Leak | None:
    statement = each.statement
    holders = [link.holder for link in statement.via if link.role == "source" or link.holder.anonymous]
    if statement.holder.anonymous:
        holders.append(statement.holder)
    if not holders:
        return None
    found = [match.group().lower() for match in words(each.text)]
    runs = (tuple(found[at : at + SHARED_RUN]) for at in range(len(found) - SHARED_RUN + 1))
    return _Leak(statement.article, tuple(_description(holder) for holder in holders), frozenset(runs))


def _description(holder: Holder) -> frozenset[str]:
    """The telling words of how a source is described: their number, nationality, body or place."""
    text = holder.described or holder.words
    found = frozenset(match.group().lower() for match in words(text))
    return frozenset(word for word in found - _ROLES if word in COUNTS or telling(word))


def _near_in_time(one: Article, other: Article) -> bool:
    """Whether two articles came out within days of each other, as far as their dates are known to the day."""
    first, second = (_day(article) for article in (one, other))
    return first is None or second is None or abs((first - second).days) <= DAYS


def _day(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.published.value or "")
    except ValueError:
        return None
