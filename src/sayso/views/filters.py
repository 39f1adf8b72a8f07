"""Which rows of the ledger a person asks for.

Filters choose rows, and a chosen row is always shown whole: its dates and counts are those of all its
statements. Outlet and dates are met when one and the same statement of the row meets them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from sayso.errors import NotFound, UsageError
from sayso.evidence import Evidence, earliest, latest
from sayso.records import ACTS, Contents, Position, Statement

SHORT = 3
"""Up to so many letters are looked for where words begin."""
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a row must meet to be shown; None or an empty tuple asks for nothing.

    ``actor``, ``issue`` and ``outlet`` are names or parts of names, in any case; ``since`` and ``until`` are dates
    as 2024-06-15, 2024-06 or 2024; ``claimed`` True keeps rows of which every statement is told of the actor by
    another party, False those with one that is not; ``text`` stands in the row's title or in a quote; ``origins`` is
    the least that a row's count of independent reports may be, ``min_confidence`` (0 to 1) the least that its surest
    statement may have.
    """

    actor: str | None = None
    act: tuple[str, ...] = ()
    issue: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    claimed: bool | None = None
    text: str | None = None
    origins: int | None = None
    min_confidence: float | None = None


def choose(contents: Contents, filters: Filters) -> tuple[Position, ...]:
    """The positions that meet the filters, in the book's order; NotFound when a name fits nothing in it."""
    evidence = Evidence(contents)
    wanted = _Wanted(evidence, filters)
    return tuple(position for position in contents.reconciled.positions if wanted.row(position))


def narrow(contents: Contents, filters: Filters) -> Contents:
    """The contents cut to the chosen positions and all of their statements; the articles stay."""
    if filters == Filters():
        return contents
    positions = choose(contents, filters)
    kept = {id for position in positions for id in position.statements}
    return replace(
        contents,
        statements=tuple(statement for statement in contents.statements if statement.id in kept),
        reconciled=replace(contents.reconciled, positions=positions),
    )


class _Wanted:
    """The filters with each name looked up in the book."""

    def __init__(self, evidence: Evidence, filters: Filters) -> None:
        self.evidence, self.filters = evidence, filters
        self.acts = frozenset(act_named(act) for act in filters.act)
        self.since = earliest(date_given(filters.since)) if filters.since else None
        self.until = latest(date_given(filters.until)) if filters.until else None
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"nothing lies between {filters.since} and {filters.until}: since is after until")
        self.text = filters.text.casefold() if filters.text else None
        self.actors = self.issues = self.outlets = None
        if filters.actor:
            self.actors = look_up("actor", filters.actor, _actor_words(evidence))
        if filters.issue:
            self.issues = _issues(evidence, filters.issue)
        if filters.outlet:
            outlets = {article.outlet.value for article in evidence.articles.values()}
            self.outlets = look_up("outlet", filters.outlet, {name: () for name in outlets if name})

    def row(self, position: Position) -> bool:
        statements = self.evidence.of(position)
        return (
            (self.actors is None or position.actor in self.actors)
            and (not self.acts or position.act in self.acts)
            and (self.issues is None or position.issue in self.issues)
            and position.origins >= (self.filters.origins or 0)
            and self._claimed(statements)
            and self._text(position, statements)
            and any(map(self._statement, statements))
        )

    def _claimed(self, statements: Iterable[Statement]) -> bool:
        only_claimed = all(map(self.evidence.claimed, statements))
        return self.filters.claimed is None or self.filters.claimed == only_claimed

    def _text(self, position: Position, statements: Iterable[Statement]) -> bool:
        words = (position.title, *(statement.quote for statement in statements))
        return self.text is None or any(self.text in " ".join(said.casefold().split()) for said in words)

    def _statement(self, statement: Statement) -> bool:
        if self.outlets is not None and self.evidence.outlet(statement) not in self.outlets:
            return False
        if self.filters.min_confidence is not None and (statement.confidence or 0.0) < self.filters.min_confidence:
            return False
        if self.since is None and self.until is None:
            return True
        date = self.evidence.dated(statement).value
        if date is None:
            return False
        return latest(date) >= (self.since or "") and earliest(date) <= (self.until or "9999")


def look_up(what: str, asked: str, names: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Which of ``names`` (each with its aliases) are meant by what was asked for; NotFound with near ones if none.

    The best kind of match wins: the name itself, an alias, whole words of a name, those of an alias, then any part, of
    up to three letters at the beginning of a word alone. "US" is "U.S.", and no part of Russia.
    """
    query = _folded(asked)
    folded = {name: (_folded(name), tuple(map(_folded, aliases))) for name, aliases in names.items()}
    words = f" {query} "
    part = query if len(query) > SHORT else f" {query}"
    for fits in (
        [name for name, (own, _) in folded.items() if own == query],
        [name for name, (_, aliases) in folded.items() if query in aliases],
        [name for name, (own, _) in folded.items() if words in f" {own} "],
        [name for name, (_, aliases) in folded.items() if any(words in f" {alias} " for alias in aliases)],
        [name for name, (own, _) in folded.items() if part in f" {own}"],
        [name for name, (_, aliases) in folded.items() if any(part in f" {alias}" for alias in aliases)],
    ):
        if fits:
            return frozenset(fits)
    raise NotFound(f"no {what} named {asked!r} in this book; {_nearest(query, names)}")


def _folded(words: str) -> str:
    """Words as they are compared: without case, dots and doubled spaces."""
    return " ".join(words.casefold().replace(".", "").split())


def act_named(asked: str) -> str:
    """The act of that name; UsageError when there is none."""
    act = asked.strip().casefold()
    if act not in ACTS:
        near = get_close_matches(act, ACTS, n=1)
        hint = f"did you mean {near[0]}?" if near else "the acts are " + ", ".join(ACTS)
        raise UsageError(f"no act named {asked!r}; {hint}")
    return act


def date_given(asked: str) -> str:
    """A date as a person gives it, checked; UsageError when it is none."""
    if not DATE.fullmatch(asked):
        raise UsageError(f"{asked!r} is no date; write it as 2024-06-15, 2024-06 or 2024")
    return asked


def _actor_words(evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """Every actor with its aliases, those with the most positions first."""
    held = Counter(position.actor for position in evidence.positions.values())
    known = {name: actor.aliases for name, actor in evidence.actors.items()}
    return {**{name: known.get(name, ()) for name, _ in held.most_common()}, **known}


def _issues(evidence: Evidence, asked: str) -> frozenset[str]:
    """The ids of the issues with the words asked for in their label; or of the one that is named by its id."""
    if asked in evidence.issues:
        return frozenset({asked})
    held = Counter(position.issue for position in evidence.positions.values())
    rows = sorted(evidence.issues.values(), key=lambda row: (-held[row.id], row.label))
    labels = look_up("issue", asked, {row.label: () for row in rows})
    return frozenset(row.id for row in rows if row.label in labels)


def _nearest(query: str, names: Mapping[str, Iterable[str]]) -> str:
    """Names near to what was asked for, by all or one of their words; else the first few that there are."""
    whole = {word.casefold(): word for name, aliases in names.items() for word in (*aliases, name)}
    pieces = {piece: word for lower, word in reversed(whole.items()) for piece in lower.split()}
    near = [whole[word] for word in get_close_matches(query, whole, n=3, cutoff=0.5)]
    near = near or [pieces[word] for word in get_close_matches(query, pieces, n=3, cutoff=0.7)]
    if near:
        return "near to it: " + ", ".join(dict.fromkeys(near))
    return "it has " + (", ".join([*names][:5]) + (" ..." if len(names) > 5 else "") if names else "none at all")
