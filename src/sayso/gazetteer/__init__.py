"""General knowledge of who is who: states, capitals, demonyms, seats of government, bodies, titles and relays.

Nothing here is about one dispute: what is known comes from the countryinfo package, from ``data/actors.toml`` and from
the user's own ``actors.toml``, which comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache

from sayso.gazetteer.bodies import Bodies
from sayso.gazetteer.countries import with_countries
from sayso.gazetteer.entries import Listing, bundled, parse, words_of
from sayso.gazetteer.groups import Group, Groups
from sayso.gazetteer.mentions import Mention, introduced, mentioned
from sayso.gazetteer.names import Names, Party
from sayso.gazetteer.relays import Relays
from sayso.gazetteer.renaming import renamed, renames
from sayso.gazetteer.tenures import Tenure, tenures
from sayso.gazetteer.titles import Title, Titles
from sayso.gazetteer.wording import fold

__all__ = ["Gazetteer", "Group", "Mention", "Party", "Tenure", "Title"]

MINISTERS = ("minister", "secretary")
"""Offices of which a state has many, each for something."""
REMEMBERED = 20_000
"""So many words are kept with what they mean, as a book asks for the same ones again and again."""
_DEEPEST = 3
"""How many descriptions within descriptions are followed ("an aide to the spokesman of the minister")."""


@dataclass(frozen=True)
class Gazetteer:
    """Who certain words mean. Made by ``Gazetteer.load``; costs about 0.1 s once, and nothing when only imported."""

    names: Names
    titles: Titles
    groups: Groups
    relays: Relays
    bodies: Bodies
    offices: Mapping[str, tuple[str, ...]]
    homes: Mapping[str, tuple[str, ...]]
    renamed: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, user_toml: str | None = None, *, origin: str = "actors.toml") -> Gazetteer:
        """The bundled knowledge, with the text of a user's actors.toml over it; UsageError where that is wrong.

        ``origin`` is the name of the user's file, for messages.
        """
        user = (parse(user_toml, origin=origin),) if user_toml and user_toml.strip() else ()
        new = renames(_base(), (entry for listing in user for entry in listing.entries))
        base = renamed(_base(), new)
        names = Names()
        names.learn(base.entries)
        for listing in user:
            names.learn(listing.entries, user=True)
        listings = (*user, base)
        titles = words_of(listings, "titles")
        groups = Groups(words_of(listings, "groups"), titles.get("portfolio", ()))
        relays, bodies = Relays(words_of(listings, "relays")), Bodies(words_of(listings, "bodies"))
        offices, homes = words_of(listings, "offices"), words_of(listings, "homes")
        shown = {old: entry.name for old, entry in new.items()}
        return cls(names, Titles(titles), groups, relays, bodies, offices, homes, shown)

    def party(self, words: str) -> Party | None:
        """The party that the words name as a whole ("the Kremlin", "U.S.", "Turks"); None for any other words."""
        return self._party(words)

    def demonym(self, word: str) -> Party | None:
        """The party that a word before a noun tells of ("Turkish", "U.S.", "OPEC", "Kuwait's")."""
        return self.names.adjective(word)

    def title(self, words: str) -> Title | None:
        """The title in a description ("Russian Foreign Minister", "chairman of J.P. Morgan and Co")."""
        return self._title(words)

    def group(self, words: str) -> Group | None:
        """People or organs that speak for somebody ("senior Turkish officials", "the French army")."""
        return self._group(words)

    @cached_property
    def _party(self) -> Callable[[str], Party | None]:
        return lru_cache(REMEMBERED)(self.names.party)

    @cached_property
    def _title(self) -> Callable[[str], Title | None]:
        return lru_cache(REMEMBERED)(self.titles.find)

    @cached_property
    def _group(self) -> Callable[[str], Group | None]:
        return lru_cache(REMEMBERED)(
            lambda words: self.groups.find(words, lambda owner: self.demonym(owner) is not None)
        )

    def stands_for(self, words: str) -> Party | None:
        """The party for which the named, titled or described one speaks, as far as the words alone tell."""
        return self._stands_for(words, _DEEPEST)

    def _stands_for(self, words: str, depth: int) -> Party | None:
        known = self.party(words)
        if known or not depth:
            return known
        fought_for = self.party(self.groups.of_fighters(words))
        if fought_for and fought_for.kind in ("group", "institution"):
            return Party(fought_for.name, fought_for.kind, "group")
        whose = words.partition(" loyal to ")[2]  # "soldiers loyal to the Norlandic government"
        if whose:
            return self._stands_for(whose, depth - 1)
        title, group = self.title(words), self.group(words)
        if group and group.owner:
            owner = self.demonym(group.owner) or self._stands_for(group.owner, depth - 1)
            if owner is None or (owner.kind == "state" and self.groups.is_of_members(group.head)):
                return None
            return Party(owner.name, owner.kind, "group")
        if title is None or title.former or title.stands == "none" or not title.of:
            return None
        owner = self._owner(title, depth)
        owner = owner and (self.party(f"{owner.name} {title.head}") or owner)
        return Party(owner.name, owner.kind, "title") if owner else None

    def _owner(self, title: Title, depth: int) -> Party | None:
        """Whose a title is: of a "Belgian Research" Minister or the head of a "unit at the Red Cross" a part tells."""
        found = self.demonym(title.of) or self._stands_for(title.of, depth - 1)
        if found:
            return found
        parts = title.of.split()
        if len(parts) > 1 and parts[0].islower() and self.demonym(" ".join(parts[1:])):
            return self.demonym(" ".join(parts[1:]))  # "embattled Norlandic" president
        if title.stands == "state" and title.head != "president" and len(parts) == 2:
            return self.demonym(parts[0])
        for at, part in enumerate(parts):
            if at and parts[0].islower() and part in ("of", "at", "for"):
                return self._stands_for(" ".join(parts[at + 1 :]), depth - 1)
        first = title.of.split("'s ")[0]
        body = self.party(first)
        if body is None and first != title.of and self.groups.is_organ(first):
            return self._stands_for(first, depth - 1)
        return body if body and body.kind == "institution" else None

    def mentioned(self, text: str) -> Iterator[Mention]:
        """Every party that a text names or tells the belonging to ("Turkish"), in the order of the text."""
        return mentioned(text, self.names, self.relays.role)

    def introduced(self, text: str, mentions: Iterable[Mention]) -> Iterator[tuple[str, Party]]:
        """Persons whom a text, given its mentions, names beside title and party ("Turkish President Ali Deniz")."""
        return introduced(text, mentions, self.titles, self.party)

    def office_of(self, title: str) -> str | None:
        """The state whose office a title is by its name alone ("Home Secretary"); None for what many states have."""
        return next((state for state, heads in self.offices.items() if title in heads), None)

    def home_of(self, outlet: str) -> str | None:
        """The state whose ministers an outlet calls by their office alone; None for an outlet that is not listed."""
        name = fold(outlet).removeprefix("the ")
        return next((state for state, of in self.homes.items() if name in {fold(each) for each in of}), None)

    def held(self, name: str, published: str) -> Tenure | None:
        """The office in which a person spoke for a party at a time (ISO date or month, empty for unknown)."""
        found = tenures().of(name, published)
        return found and replace(found, party=self.renamed.get(found.party, found.party))

    def has_office(self, party: str, office: str) -> bool:
        """Whether a party has a known office, or one of its many ministers is meant."""
        bundled = {party, *(old for old, new in self.renamed.items() if new == party)}
        return office in MINISTERS or any(tenures().has(each, office) for each in bundled)

    def is_relay(self, words: str) -> str | None:
        """The role of a relay ("agency", "outlet", "broadcast", "document", "post"); None for any other words."""
        return None if self.party(words) else self.relays.role(words)

    def anonymous(self, words: str) -> bool:
        """Whether the words describe people without naming them ("three informed sources")."""
        return self.groups.anonymous(words)

    def is_pronoun(self, words: str) -> bool:
        """Whether the words only point at somebody ("they", "the two sides")."""
        return self.groups.is_pronoun(words) and self.party(words) is None

    def reduced(self, words: str) -> str:
        """The name of a described group: without determiners, numbers and rank."""
        return self.groups.reduced(words)

    def members_of(self, name: str) -> tuple[str, ...]:
        """The canonical names of a bloc's members, past and present; empty for what has none."""
        entry = self.names.entries.get(name)
        return entry.members if entry else ()

    def kind_of(self, name: str) -> str | None:
        """The kind under which a party is listed, the user's file first; None for what is not listed."""
        entry = self.names.entries.get(name)
        return entry.kind if entry else None

    def declared_people(self) -> tuple[str, ...]:
        """The persons whom the user's file names."""
        return tuple(sorted(self.names.people))

    def earlier(self, name: str) -> tuple[tuple[str, str], ...]:
        """What a party was before, each with the month until which it was that ("Soviet Union", "1991-12")."""
        entries = self.names.entries.values()
        return tuple(sorted((entry.name, entry.until or "") for entry in entries if entry.later == name))


@cache
def _base() -> Listing:
    return with_countries(bundled())
