"""What the words of one mention tell, by themselves and in their article, of the party that is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.gazetteer import Gazetteer, Party
from sayso.gazetteer.wording import fold, tidy
from sayso.reconcile.context import Context
from sayso.records import Holder

_JOINING = ("and", "or", "but", "as", "with", "by", "to", "for", "of", "in")
_MOST_WORDS = 10
"""A body's name is no longer than this; what is longer was taken from a sentence."""


@dataclass(frozen=True, slots=True)
class Claim:
    """For whom a mention's words say that it speaks: a party that the gazetteer knows, or other words for one."""

    party: Party | str
    how: str

    @property
    def is_proper(self) -> bool:
        """Whether a description names a body that no list has ("chairman of the Harbour Bank")."""
        named = isinstance(self.party, str) and all(word[0].isupper() for word in self.party.split())
        return named and self.how.startswith("description")

    @property
    def name(self) -> str:
        """The party's name, or the words for it."""
        return self.party if isinstance(self.party, str) else self.party.name


class Claims:
    """Takes the words of mentions as evidence of their party."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def of_person(self, holder: Holder) -> Claim | None:
        """What a named person's description and party words tell."""
        named = self._gazetteer.party(holder.name or "")
        if named and (named.how == "person" or named.kind == "person"):
            return Claim(named, "user file")
        described = holder.described or ""
        claim = self.of_description(described)
        if claim and not (isinstance(claim.party, str) and claim.party.islower() and holder.party):
            return claim
        title = self._gazetteer.title(described)
        owned = self._gazetteer.is_pronoun(described.split(" ")[0])
        if described and not claim and not owned and (title is None or title.stands == "none" or title.former):
            return None
        return self.of_party_words(holder.party) or claim

    def of_description(self, described: str) -> Claim | None:
        """What a description tells: "Turkish president", "chairman of the Harbour Bank", "Harbour Bank officials"."""
        if not described:
            return None
        party = self._gazetteer.stands_for(described)
        found = party or self.owner(described)
        _, _, second = described.partition(" and ")  # "a former soldier and director of the Harbour League"
        if found is None and second and (self._gazetteer.title(second) or self._gazetteer.group(second)):
            return self.of_description(second)
        return Claim(found, f"description {tidy(described)!r}") if found else None

    def of_party_words(self, words: str | None) -> Claim | None:
        """What the words that a reader gives for a person's party tell ("Turkish", "central bank")."""
        if not words or self._gazetteer.is_pronoun(words) or self.is_unowned(words) or words.islower():
            return None
        if fold(words) in self._gazetteer.titles.words.get("portfolio", ()):
            return None
        party = self._gazetteer.demonym(words) or self._gazetteer.stands_for(words)
        return Claim(party or words, f"party words {tidy(words)!r}")

    def owner(self, described: str) -> str | None:
        """The words for a body that the gazetteer does not know and for which the described one speaks."""
        group, title = self._gazetteer.group(described), self._gazetteer.title(described)
        if group and group.owner:
            owner = group.owner
        elif (
            title
            and not title.former
            and (title.stands == "body" or (title.stands == "state" and title.of[:1].isupper()))
        ):
            owner = f"{title.of} campaign" if title.head.startswith("campaign ") and title.of else title.of
        else:
            return None
        first, owned, _ = owner.replace("\u2019", "'").partition("'s ")
        if owned and title and self._gazetteer.titles.is_posted(title.head):
            owner = first  # "Ann Lee's Norland envoy"
        place = re.search(r" at (?:the )?(?=[A-Z])", owner) if owner[:1].islower() else None
        owner = owner[place.end() :] if place else owner  # "director of planning at the Harbour Bank"
        owner = self._gazetteer.bodies.named_last(owner)
        first = owner.split(" ")[0]
        if self.is_unowned(owner):
            return None
        pointing = self._gazetteer.is_pronoun(owner) or self._gazetteer.is_pronoun(first) or first in _JOINING
        return None if pointing or len(owner.split()) > _MOST_WORDS else owner

    def is_unowned(self, words: str) -> bool:
        """Whether words are an office or organ with nothing said of whose it is ("the ministry", "a spokesman")."""
        group, title = self._gazetteer.group(words), self._gazetteer.title(words)
        if group:
            return not group.owner
        if title is None or title.stands == "none" or title.former:
            return False
        return not title.of or self._gazetteer.is_pronoun(title.of) or self.is_unowned(title.of)

    def state_at_hand(self, words: str, context: Context) -> Claim | None:
        """The state that an office or organ means when none is named with it ("the premier", "the government")."""
        if not self.is_unowned(words):
            return None
        title, main = self._gazetteer.title(words), context.main_state
        if title and title.of:
            return self.state_at_hand(title.of, context)
        office = self._gazetteer.office_of(title.head) if title else None
        if title and office:
            told = context.speaks_of(office)
            return Claim(Party(office, "state", "office"), f"the office {title.head!r}") if told else None
        alone = title and self._gazetteer.titles.is_alone(title.head, words)
        group = self._gazetteer.group(words)
        organ = self._gazetteer.groups.organ(words) if group else ""
        another = words.split(" ")[0].lower() in ("a", "an", "another")
        whose = context.whose(organ) if organ and not another else None
        if whose:
            return Claim(whose, f"{tidy(words)!r} in an article that tells of {whose.name}'s")
        if main and (alone or (self._gazetteer.group(words) and self._gazetteer.groups.is_organ(words))):
            return Claim(main, f"{tidy(words)!r} in an article on {main.name}")
        home = context.home_state
        if home and main is None and title and alone and self._gazetteer.has_office(home.name, title.head):
            return Claim(home, f"{tidy(words)!r} in an outlet of {home.name}")
        return None
