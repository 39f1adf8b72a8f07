"""What stands behind each statement of a book: its article, date, holding, position and say-so chain.

Views and exports both tell of a statement in these terms; here they find them, so that both tell the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records import Actor, Article, Contents, Family, Holder, Holding, Issue, Position, Statement

KEY_SHOWN = 6
"""How much of an article's key tells apart two articles of one name."""


@dataclass(frozen=True, slots=True)
class Dated:
    """When a statement was made: the day it was said if that is known, else the day it was published.

    ``value`` is ISO 8601 cut to ``precision`` ("day", "week", "month", "year"), or None; ``kind`` is "said",
    "published" or "unknown".
    """

    value: str | None = None
    kind: str = "unknown"
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when, as dates cut to what is known of them; None when no date is known."""

    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a drawn say-so chain: its role, its words in the article, its name if it has one."""

    role: str
    words: str
    name: str | None = None

    def __str__(self) -> str:
        return self.name or f'"{self.words}"'


class Evidence:
    """Finds what belongs to a statement or position of ``contents``; made once, then only read."""

    def __init__(self, contents: Contents) -> None:
        found = contents.reconciled
        names = Counter(article.name for article in contents.articles)
        self.articles: dict[str, Article] = {article.key: article for article in contents.articles}
        self.statements: dict[str, Statement] = {statement.id: statement for statement in contents.statements}
        self.holdings: dict[str, Holding] = {holding.statement: holding for holding in found.holdings}
        self.positions: dict[str, Position] = {position.id: position for position in found.positions}
        self.position_of: dict[str, Position] = {id: row for row in found.positions for id in row.statements}
        self.issues: dict[str, Issue] = {issue.id: issue for issue in found.issues}
        self.actors: dict[str, Actor] = {actor.name: actor for actor in found.actors}
        self.family_of: dict[str, Family] = {key: family for family in found.families for key in family.articles}
        self._shared_names = {name for name, count in names.items() if count > 1}

    def document(self, key: str) -> str:
        """The article's name, followed by a piece of its key where two articles share the name."""
        name = self.articles[key].name
        return told_apart(name, key) if name in self._shared_names else name

    def outlet(self, statement: Statement) -> str | None:
        """The outlet that published the statement's article, if known."""
        return self.articles[statement.article].outlet.value

    def actor(self, statement: Statement) -> str:
        """The party that holds the statement; as described in its article where no holding says more."""
        holding = self.holdings.get(statement.id)
        return holding.actor if holding else called(statement.holder)

    def speaker(self, statement: Statement) -> str | None:
        """Who utters the statement, by name or else by description."""
        holding = self.holdings.get(statement.id)
        known = holding.speaker if holding else None
        return known or statement.holder.name or statement.holder.described

    def addressee(self, statement: Statement) -> str | None:
        """Toward whom the statement is made; as described in its article where no holding tells.

        A holding that tells nobody is kept to: its words may name the actor itself, under a name it had before a merge.
        """
        holding = self.holdings.get(statement.id)
        if holding:
            return holding.addressee
        return called(statement.addressee) if statement.addressee else None

    def claimed(self, statement: Statement) -> bool:
        """Whether another party tells the statement of its actor."""
        holding = self.holdings.get(statement.id)
        return bool(holding and holding.claimed)

    def anonymous(self, statement: Statement) -> bool:
        """Whether the statement's speaker, or a source that relays it, is described without being named."""
        return statement.holder.anonymous or any(link.holder.anonymous for link in statement.via)

    def dated(self, statement: Statement) -> Dated:
        """When the statement was said or, if that is not known, published."""
        for kind, fact in (("said", statement.said), ("published", self.articles[statement.article].published)):
            if fact.value:
                return Dated(fact.value, kind, fact.precision)
        return Dated()

    def of(self, position: Position) -> tuple[Statement, ...]:
        """The statements of a position, the earliest first and the undated ones last.

        One that is not there is passed over: another program may have re-read its article a moment ago.
        """
        there = (self.statements[id] for id in position.statements if id in self.statements)
        return tuple(sorted(there, key=self._order))

    def issue_label(self, position: Position) -> str:
        """The label of a position's issue."""
        issue = self.issues.get(position.issue)
        return issue.label if issue else position.issue

    def chain(self, statement: Statement) -> tuple[ChainLink, ...]:
        """The say-so chain as one reads it: the outlet first, then its relays, the speaker last."""
        outlet = self.outlet(statement)
        links = [ChainLink("outlet", outlet, outlet)] if outlet else []
        for link in reversed(statement.via):
            if not (links and called(link.holder).casefold() == str(links[-1]).casefold()):
                links.append(ChainLink(link.role, described(link.holder), link.holder.name))
        holder = statement.holder
        return (*links, ChainLink("speaker", described(holder), self._own_name(statement)))

    def drawn(self, statement: Statement) -> str:
        """The say-so chain on one line: ``outlet <- agency <- "three sources" <- speaker (party)``."""
        *links, speaker = self.chain(statement)
        actor = self.actor(statement)
        last = str(speaker) if actor.casefold() == str(speaker).strip('"').casefold() else f"{speaker} ({actor})"
        outlet = [] if self.outlet(statement) else ["outlet unknown"]
        return " <- ".join([*outlet, *map(str, links), last])

    def _own_name(self, statement: Statement) -> str | None:
        holding = self.holdings.get(statement.id)
        named = holding.speaker if holding else None
        return statement.holder.name and (named or statement.holder.name)

    def _order(self, statement: Statement) -> tuple[str, str, int, str]:
        date = sort_date(self.dated(statement).value)
        return date, self.document(statement.article), statement.span.start, statement.id


def told_apart(name: str, key: str) -> str:
    """The name of an article that shares it with another, followed by a piece of its key."""
    return f"{name}~{key[:KEY_SHOWN]}"


def called(holder: Holder) -> str:
    """The best words for a holder: its name, else its fullest description, else as written."""
    return holder.name or described(holder)


def described(holder: Holder) -> str:
    """The fullest words the article has for a holder without its name."""
    return holder.described or holder.words


def period(dates: Iterable[str | None]) -> Period:
    """From when to when ``dates`` run; "2024-06" adds nothing beside "2024-06-15" and then does not count."""
    known = {end for date in dates if date for end in date.split("/")}
    precise = [date for date in known if not any(other.startswith(f"{date}-") for other in known)]
    return Period(min(precise), max(precise)) if precise else Period()


def sort_date(date: str | None) -> str:
    """What a date is sorted by: a month comes after its days, a year after its months, no date after every other."""
    first = (date or "").partition("/")[0]
    return first if len(first) == 10 else f"{first}~"


def earliest(date: str) -> str:
    """The first day that a date cut to month or year can mean."""
    date = date.partition("/")[0]
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def latest(date: str) -> str:
    """A day no earlier than the last one that a date cut to month or year can mean."""
    date = date.rpartition("/")[2]
    return date + "-12-31"[len(date) - 4 :] if len(date) < 10 else date
