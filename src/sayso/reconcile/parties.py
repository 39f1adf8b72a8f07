"""From a mention to the party it means: by its own words, by the same person elsewhere, by the article it stands in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.gazetteer import Gazetteer, Party
from sayso.gazetteer.wording import tidy
from sayso.reconcile.context import Context
from sayso.reconcile.naming import Naming
from sayso.reconcile.people import People, bare_name
from sayso.records import Article, Holder

_JOINING = ("and", "or", "but", "as", "with", "by", "to", "for")
_GOVERNMENT = ("government", "governments", "administration", "authorities", "regime", "leadership", "state")
"""Words for the party itself: who is described so is no speaker apart from it."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention means: the actor's name and kind, on what evidence, who speaks for it, whether it is a known party."""

    name: str
    kind: str
    how: str
    speaker: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What the words of one mention tell of its party: one that the gazetteer knows, or other words for it."""

    party: Party | str
    how: str


class Parties:
    """All mentions of a book, resolved against each other; see ``identity``."""

    def __init__(
        self, articles: Sequence[Article], mentions: Sequence[tuple[str, Holder]], gazetteer: Gazetteer
    ) -> None:
        self._gazetteer = gazetteer
        self._contexts = {article.key: Context(article, gazetteer) for article in articles}
        self._nowhere = Context(None, gazetteer)
        self._found: dict[tuple[str, Holder], Identity] = {}
        persons = [(key, holder) for key, holder in mentions if self._is_person(holder)]
        claims = [(key, holder.name or "", self._claim(key, holder)) for key, holder in persons]
        introduced = [
            (key, name, Claim(party, "introduced so"))
            for key, context in sorted(self._contexts.items())
            for name, party in context.introduced
        ]
        claims += introduced
        self._people = People([(key, name) for key, name, _ in claims], _told(claims))
        self._naming = Naming(self._unknown_words(mentions), gazetteer)
        self._votes: dict[tuple[str, str], Counter[Identity]] = {}
        plain = [(key, name, claim) for key, name, claim in claims if claim and not self._names_person(key, claim)]
        nested = [(key, name, claim) for key, name, claim in claims if claim and self._names_person(key, claim)]
        self._votes = self._counted(plain)
        self._votes = self._counted([*plain, *nested])

    def _names_person(self, article: str, claim: Claim) -> bool:
        """Whether a claim leads to another person first ("an aide to Ann Lee")."""
        return isinstance(claim.party, str) and self._people.knows(article, claim.party)

    def _counted(self, claims: Sequence[tuple[str, str, Claim]]) -> dict[tuple[str, str], Counter[Identity]]:
        """What all mentions of a person tell of the party: by article and person, and by person alone."""
        votes: dict[tuple[str, str], Counter[Identity]] = defaultdict(Counter)
        for key, name, claim in claims:
            shown, told = self._people.shown(key, name), self._settled(key, claim, name)
            votes[key, shown][told] += 1
            votes["", shown][told] += 1
        return dict(votes)

    def belongs(self, name: str, bloc: str) -> bool:
        """Whether one actor is a member of another."""
        return name in self._gazetteer.members_of(bloc)

    def identity(self, article: str, holder: Holder) -> Identity:
        """Who a holder in an article is."""
        if (article, holder) not in self._found:
            found = self._person(article, holder) if self._is_person(holder) else self._party(article, holder)
            self._found[article, holder] = found
        return self._found[article, holder]

    def _context(self, article: str) -> Context:
        return self._contexts.get(article, self._nowhere)

    def _is_person(self, holder: Holder) -> bool:
        """Whether a holder is a named person; a state's or body's name is none, whatever its kind was read as."""
        if not holder.name or self._gazetteer.is_pronoun(holder.name):
            return False
        known = self._gazetteer.party(holder.name)
        if known and (known.how == "person" or known.kind == "person"):
            return True
        return holder.kind == "person" and not (known and known.how in ("name", "alias") and not holder.described)

    # persons --------------------------------------------------------------------------------------------------------

    def _person(self, article: str, holder: Holder) -> Identity:
        speaker = self._people.shown(article, holder.name or "")
        own = self._claim(article, holder)
        if own:
            return replace(self._settled(article, own, holder.name or ""), speaker=speaker)
        for key, how in ((article, "the same person in this article"), ("", "the same person in other articles")):
            votes = self._votes.get((key, speaker))
            if votes:
                best = min(votes, key=lambda told: (-votes[told], told.name, told.how))
                return replace(best, speaker=speaker, how=f"{how} ({best.how})")
        title = self._gazetteer.title(holder.described or "")
        main = self._context(article).main_state
        if title and main and title.stands == "state" and not title.of and not title.former:
            return Identity(
                main.name, main.kind, f"title {title.head!r} in an article on {main.name}", speaker, known=True
            )
        return Identity(speaker, "person", "a person of no known party", speaker)

    def _state_at_hand(self, article: str, words: str) -> Identity | None:
        """The state that an office or organ means when none is named with it ("the prime minister", "the government")."""
        title, group, context = self._gazetteer.title(words), self._gazetteer.group(words), self._context(article)
        if title and not title.of and not title.former:
            office = self._gazetteer.office_of(title.head)
            if office:
                how = f"the office {title.head!r}"
                return Identity(office, "state", how, known=True) if context.speaks_of(office) else None
        main = context.main_state
        alone = title and not title.of and not title.former and self._gazetteer.titles.is_alone(title.head, words)
        organ = group and not group.owner and self._gazetteer.groups.is_organ(words)
        if main is None or not (alone or organ):
            return None
        return Identity(main.name, main.kind, f"{tidy(words)!r} in an article on {main.name}", known=True)

    def _claim(self, article: str, holder: Holder) -> Claim | None:
        """What a person's own description and party words tell."""
        named = self._gazetteer.party(holder.name or "")
        if named and (named.how == "person" or named.kind == "person"):
            return Claim(named, "user file")
        described = holder.described or ""
        claim = self._claim_of(described)
        if claim:
            return claim
        title = self._gazetteer.title(described)
        if not holder.party or (described and (title is None or title.stands == "none" or title.former)):
            return None
        party = self._gazetteer.demonym(holder.party) or self._gazetteer.stands_for(holder.party)
        if party:
            return Claim(party, f"party words {tidy(holder.party)!r}")
        return None if self._gazetteer.is_pronoun(holder.party) else Claim(holder.party, "party words")

    def _claim_of(self, described: str) -> Claim | None:
        """What a description tells: "Russian Foreign Minister", "chairman of the Harbour Bank", "Harbour Bank officials"."""
        if not described:
            return None
        party = self._gazetteer.stands_for(described)
        if party:
            return Claim(party, f"description {tidy(described)!r}")
        owner = self._owner(described)
        return Claim(owner, f"description {tidy(described)!r}") if owner else None

    def _owner(self, described: str) -> str | None:
        """The words for a body not known to the gazetteer for which the described one speaks."""
        group = self._gazetteer.group(described)
        title = self._gazetteer.title(described)
        if group and group.owner:
            owner = group.owner
        elif title and not title.former and (title.stands == "body" or title.of[:1].isupper()):
            owner = "" if title.stands == "none" else title.of
        else:
            return None
        first = owner.split(" ")[0]
        return None if self._gazetteer.is_pronoun(owner) or self._gazetteer.is_pronoun(first) or first in _JOINING else owner

    def _settled(self, article: str, claim: Claim, name: str = "") -> Identity:
        if isinstance(claim.party, Party):
            party = self._context(article).dated(claim.party)
            return Identity(party.name, party.kind, claim.how, known=True)
        found = self._named(article, claim.party)
        if found.name in (name, bare_name(name)):
            return Identity(found.name, found.kind, "as described")
        return replace(found, how=claim.how, speaker=None)

    # parties and groups ---------------------------------------------------------------------------------------------

    def _party(self, article: str, holder: Holder) -> Identity:
        given = [words for words in (holder.name, holder.described, holder.words) if words]
        given = [words for words in given if not self._gazetteer.is_pronoun(words)]
        for words in given:
            known = self._known(article, words)
            if known:
                return known
        for words in given:
            spoken = self._spoken_for(article, words, holder.party)
            if spoken:
                return spoken
        if not given:
            words = tidy(holder.words).casefold() or "unnamed"
            return Identity(f"{words} ({self._context(article).name})", "unknown", "not resolved")
        return self._named(article, given[0])

    def _known(self, article: str, words: str) -> Identity | None:
        """A party that the gazetteer knows by these very words, or by what the article says they are short for."""
        context = self._context(article)
        party = self._gazetteer.party(words)
        if party is None:
            spelled = context.acronyms.get(tidy(words))
            party = self._gazetteer.party(spelled) if spelled else context.short_forms.get(tidy(words))
        if party is None:
            return None
        dated = context.dated(party)
        speaker = tidy(words) if party.how == "seat" else None
        return Identity(dated.name, dated.kind, f"{party.how} {tidy(words)!r}", speaker, known=True)

    def _spoken_for(self, article: str, words: str, party: str | None) -> Identity | None:
        """The party for which a description speaks: "U.S. officials", "a spokesman for the union", "the government"."""
        group = self._gazetteer.group(words)
        speaker = None if group and group.head in _GOVERNMENT else tidy(words)
        claim = self._claim_of(words)
        if claim:
            return replace(self._settled(article, claim), speaker=speaker)
        title = self._gazetteer.title(words)
        unowned = (group and not group.owner) or (
            title and title.stands != "none" and not title.of and not title.former
        )
        if not unowned:
            return None
        if party and not self._gazetteer.is_pronoun(party):
            owner = self._gazetteer.demonym(party) or self._gazetteer.stands_for(party) or party
            return replace(self._settled(article, Claim(owner, f"party words {tidy(party)!r}")), speaker=speaker)
        state = self._state_at_hand(article, words)
        return replace(state, speaker=speaker) if state else None

    def _named(self, article: str, words: str) -> Identity:
        """Somebody whom the gazetteer does not know: a person of the book, or a body or group under its own words."""
        known = self._gazetteer.party(words)
        if known:
            party = self._context(article).dated(known)
            return Identity(party.name, party.kind, f"{known.how} {tidy(words)!r}", known=True)
        if tidy(words)[:1].isupper() and self._people.knows(article, words):
            return self._of_person(article, words)
        full = self._context(article).acronyms.get(tidy(words), words)
        name, kind = self._naming.shown(full)
        return Identity(name, kind, "as described")

    def _of_person(self, article: str, words: str) -> Identity:
        """For whom a person of the book speaks, who is named here without more ("Clinton aides")."""
        shown = self._people.shown(article, words)
        votes = self._votes.get((article, shown)) or self._votes.get(("", shown))
        if votes:
            best = min(votes, key=lambda told: (-votes[told], told.name, told.how))
            return replace(best, how=f"the person {shown} ({best.how})")
        return Identity(shown, "person", f"the person {shown}")

    def _unknown_words(self, mentions: Sequence[tuple[str, Holder]]) -> list[str]:
        """All words that may come to name an unknown party, spelled out where their article does so."""
        found: list[str] = []
        for key, holder in mentions:
            acronyms = self._context(key).acronyms
            described = holder.described or holder.words
            words = [self._owner(described), holder.party]
            words += [] if self._is_person(holder) else [holder.name or described]
            found += [acronyms.get(tidy(each), each) for each in words if each and not self._gazetteer.is_pronoun(each)]
        return found


def _told(claims: Sequence[tuple[str, str, Claim | None]]) -> dict[str, str]:
    """For each bare name the known party most often told of it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, name, claim in claims:
        if claim and isinstance(claim.party, Party):
            votes[bare_name(name)][claim.party.name] += 1
    return {name: min(found, key=lambda party: (-found[party], party)) for name, found in votes.items()}
