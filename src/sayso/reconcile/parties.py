"""From a mention to the party it means: by its own words, by the same person elsewhere, by the article it stands in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.gazetteer import Gazetteer, Party, Tenure
from sayso.gazetteer.wording import tidy
from sayso.reconcile.claims import Claim, Claims
from sayso.reconcile.context import Context
from sayso.reconcile.naming import COUNTS, PLURAL, Naming, is_generic, without_brackets
from sayso.reconcile.people import People, bare_name
from sayso.records import Article, Holder

_GOVERNMENT = ("government", "governments", "administration", "authorities", "regime", "leadership", "state")
"""Words for the party itself: who is described so is no speaker apart from it."""

_CAMPS = ("camp", "team", "aides", "aide", "staff", "advisers", "advisors", "spokesman", "spokeswoman")
"""Words for those who run a candidate's campaign, in an article that speaks of one."""

_CANDIDATES = frozenset("candidate candidates nominee frontrunner front-runner hopeful contender challenger".split())
"""Words for those who run for an office."""

_NAMES = ("name", "alias", "capital", "seat")
"""Words that are a party's own, which no person is called by unless described."""

_EVERYWHERE = ""
"""In place of an article's key: the votes of all articles on a person."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention means: the actor's name and kind, on what evidence, who speaks for it.

    ``known`` is whether the gazetteer or the user's file has it.
    """

    name: str
    kind: str
    how: str
    speaker: str | None = None
    known: bool = False


Told = tuple[str, str, Claim | None]
"""The article of a mention, the person's name in it, and what it tells."""


class Parties:
    """All mentions of a book, resolved against each other; see ``identity``."""

    def __init__(
        self, articles: Sequence[Article], mentions: Sequence[tuple[str, Holder]], gazetteer: Gazetteer
    ) -> None:
        self._gazetteer = gazetteer
        self._claims = Claims(gazetteer)
        self._contexts = {article.key: Context(article, gazetteer) for article in articles}
        self._nowhere = Context(None, gazetteer)
        self._found: dict[tuple[str, Holder], Identity] = {}
        told: list[Told] = [
            (key, holder.name or "", self._claims.of_person(holder))
            for key, holder in mentions
            if self._is_person(holder)
        ]
        told += [
            (key, name, Claim(party, f"introduced as of {party.name}"))
            for key in sorted({key for key, _ in mentions})
            for name, party in self._context(key).introduced
        ]
        seen = [(key, name) for key, name, _ in told] + [(_EVERYWHERE, name) for name in gazetteer.declared_people()]
        self._people = People(seen, _parties_told(told))
        self._naming = Naming(self._unknown_words(mentions), gazetteer)
        self._votes: dict[tuple[str, str], Counter[Identity]] = {}
        self._votes = self._counted([each for each in told if not self._names_person(each)])
        self._votes = self._counted(told)

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
        if known and (known.how == "user file" or (known.how in _NAMES and not holder.described)):
            return False
        if holder.described is None and self._gazetteer.bodies.is_firm(holder.name):
            return False
        return holder.kind == "person" and not holder.words.lower().startswith(f"the {holder.name.lower()}")

    # what all mentions of a person tell -----------------------------------------------------------------------------

    def _names_person(self, told: Told) -> bool:
        """Whether what is told leads to another person first ("an aide to Ann Lee")."""
        article, _, claim = told
        return claim is not None and isinstance(claim.party, str) and self._people.knows(article, claim.party)

    def _counted(self, told: Sequence[Told]) -> dict[tuple[str, str], Counter[Identity]]:
        """The votes on each person's party: by mentions within an article, and by articles in the whole book."""
        votes: dict[tuple[str, str], Counter[Identity]] = defaultdict(Counter)
        for key, name, claim in told:
            if claim:
                votes[key, self._people.shown(key, name)][self._settled(key, claim, name)] += 1
        for (_, person), here in list(votes.items()):
            for identity in here:
                if identity.known:
                    votes[_EVERYWHERE, person][identity] += 1
        return dict(votes)

    def _told_here(self, article: str, person: str) -> Identity | None:
        """What other mentions of a person in the same article tell."""
        here = self._votes.get((article, person))
        if not here:
            return None
        best = min(here, key=lambda told: (-here[told], told.name, told.how))
        return replace(best, how=f"the same person in this article: {best.how}")

    def _told_elsewhere(self, person: str) -> Identity | None:
        """What the mentions of a person in most articles tell."""
        votes = self._votes.get((_EVERYWHERE, person), Counter())
        names: Counter[str] = Counter()
        for told, count in votes.items():
            names[told.name] += count
        name = min(names, key=lambda each: (-names[each], each), default=None)
        if name is None or names[name] * 2 <= names.total():
            return None
        best = min((told for told in votes if told.name == name), key=lambda told: (-votes[told], told.how))
        return replace(best, how=f"the same person in other articles: {best.how}")

    # persons --------------------------------------------------------------------------------------------------------

    def _person(self, article: str, holder: Holder) -> Identity:
        person = self._people.shown(article, holder.name or "")
        declared = self._gazetteer.party(person)
        if declared and (declared.how == "person" or declared.kind == "person"):
            return Identity(declared.name, declared.kind, "user file", speaker=person, known=True)
        context = self._context(article)
        held = self._held(context, person, holder.described)
        claim = self._claims.of_person(holder)
        if claim and held and " " in person and claim.name != held.party and not claim.is_proper:
            return self._in_office(held, person)  # words beside a name may be another's
        campaign = self._campaign(context, person, holder, claimed=claim is not None) if held is None else None
        if campaign:
            return replace(campaign, speaker=person)
        if claim:
            return replace(self._settled(article, claim, holder.name or ""), speaker=person)
        found = self._told_here(article, person)
        if found is None and held:
            return self._in_office(held, person)
        found = found or self._told_elsewhere(person)
        if found is None:
            office = self._claims.state_at_hand(holder.described or "", context)
            found = self._settled(article, office) if office else None
        return replace(found or Identity(person, "person", "a person of no known party"), speaker=person)

    def _in_office(self, held: Tenure, person: str) -> Identity:
        """Who somebody speaks for that the bundled list has in an office at the article's time."""
        kind = self._gazetteer.kind_of(held.party) or "institution"
        speaker = person if " " in person else held.name
        return Identity(held.party, kind, f"the list of offices: {held}", speaker, known=True)

    def _held(self, context: Context, person: str, described: str | None) -> Tenure | None:
        """The office that a person held, by the bundled list, unless the article tells that it is somebody else.

        A description with an office must be one that speaks for somebody. A surname alone wants such an office where it
        is described at all ("Mrs. Singh, a teacher"), and the party to be told of.
        """
        held = context.held(person)
        if held is None or held.office.endswith("candidate"):
            return held if held is None or " " in person or context.is_on_election else None
        title = self._gazetteer.title(described or "")
        own = title is not None and title.head in held.office
        other = title is not None and ((title.stands == "none" and not own) or title.former)
        if " " not in person:
            other = other or (bool(described) and title is None) or not context.speaks_of(held.party)
        return None if other else held

    def _campaign(self, context: Context, person: str, holder: Holder, *, claimed: bool) -> Identity | None:
        """The campaign for which somebody speaks who runs for an office; of one told as another's only if so called."""
        described = tidy(holder.described or "").casefold().split()
        surname = context.short_name(bare_name(person))
        candidate = bool(_CANDIDATES.intersection(described)) and not self._gazetteer.titles.is_former(described)
        runs = context.campaign_of(surname, person, candidate=candidate) if candidate or not claimed else None
        return Identity(f"{surname} campaign", "institution", runs) if runs else None

    def _settled(self, article: str, claim: Claim, name: str = "") -> Identity:
        """The identity that a claim comes to; ``name`` is the person's own, for whom nobody is an owner of himself."""
        if isinstance(claim.party, Party):
            party = self._context(article).dated(claim.party)
            return Identity(party.name, party.kind, claim.how, known=True)
        found = (self._meant(article, claim.party) if claim.party.islower() else None) or self._named(
            article, claim.party
        )
        if found.name in (name, bare_name(name)):
            return Identity(found.name, found.kind, "as described")
        return replace(found, how=claim.how, speaker=None)

    # parties and groups ---------------------------------------------------------------------------------------------

    def _party(self, article: str, holder: Holder) -> Identity:
        given = [words for words in (holder.name, holder.described, holder.words) if words]
        given = [words for words in given if not self._gazetteer.is_pronoun(words)]
        if not given:
            words = tidy(holder.words).casefold() or "unnamed"
            return Identity(f"{words} ({self._context(article).name})", "unknown", "not resolved")
        known = (self._known(article, words) for words in given)
        spoken = (self._spoken_for(article, words, holder.party) for words in given)
        found = next((identity for identity in known if identity), None)
        found = found or next((identity for identity in spoken if identity), None)
        if found is None and any(each.lower().startswith("the ") for each in (holder.words, given[0])):
            found = self._meant(article, given[0]) or self._runner(article, given[0])
        found = found or self._named(article, given[0])
        described = holder.described or holder.words
        anonymous = found.speaker is None and not found.known and self._gazetteer.anonymous(described)
        return replace(found, speaker=tidy(described)) if anonymous else found

    def _known(self, article: str, words: str) -> Identity | None:
        """A party that the gazetteer knows by these very words, or by what the article says they are short for."""
        context = self._context(article)
        bare = without_brackets(words)
        party = self._gazetteer.party(words) or self._gazetteer.party(bare)
        if party is None:
            spelled = context.acronyms.get(tidy(bare))
            party = self._gazetteer.party(spelled) if spelled else context.short_forms.get(tidy(bare))
        if party is None:
            return None
        dated = context.dated(party)
        speaker = tidy(words) if party.how == "seat" else None
        return Identity(dated.name, dated.kind, f"{party.how} {tidy(words)!r}", speaker, known=True)

    def _meant(self, article: str, words: str) -> Identity | None:
        """The body for which a definite noun stands in an article that names one such: "the committee", "the group"."""
        context, noun = self._context(article), tidy(words)
        if self._gazetteer.groups.is_army(noun):
            armed = context.armed_group()
            return (
                Identity(armed.name, armed.kind, f"{noun!r} in an article on {armed.name}", known=True)
                if armed
                else None
            )
        name = context.called(noun)
        return replace(self._named(article, name), how=f"{noun!r} in an article that names {name}") if name else None

    def _runner(self, article: str, words: str) -> Identity | None:
        """The one who runs for an office in an article that is mostly on one such: "the presidential candidate"."""
        described = tidy(words).casefold().split()
        if described[-1:] == [] or described[-1] not in _CANDIDATES or self._gazetteer.titles.is_former(described):
            return None
        person = self._context(article).runner
        if person is None:
            return None
        how = f"{tidy(words)!r} in an article on {person}"
        return Identity(f"{person.split()[-1]} campaign", "institution", how, speaker=person)

    def _spoken_for(self, article: str, words: str, party: str | None) -> Identity | None:
        """The party for which a description speaks: "U.S. officials", "a spokesman for the union", "the government"."""
        claim = self._claims.of_description(words)
        if claim is None and self._claims.is_unowned(words):
            at_hand = self._claims.state_at_hand(words, self._context(article))
            claim = self._claims.of_party_words(party) or at_hand
        if claim is None:
            return None
        group = self._gazetteer.group(words)
        settled = self._settled(article, claim)
        own = self._of_own(article, group.head, settled) if group and settled.kind == "person" else None
        if own and group:
            people = tidy(words) if group.head in _CAMPS[2:] else None
            return Identity(own, "institution", f"description {tidy(words)!r}", speaker=people)
        speaker = None if group and group.head in _GOVERNMENT else tidy(words)
        return replace(settled, speaker=speaker)

    def _of_own(self, article: str, head: str, person: Identity) -> str | None:
        """The name of a body that is no more than a person's own: "Lee campaign", "Lee government"; None for others."""
        surname = bare_name(person.name).split()[-1]
        if head in _CAMPS and self._context(article).has_campaign_of(surname):
            return f"{surname} campaign"
        return f"{surname} {head}" if head in (*_GOVERNMENT, "campaign", "presidency", "cabinet") else None

    def _named(self, article: str, words: str) -> Identity:
        """Whom words mean as a whole: a party, a person of the book, or a body or group under its own words."""
        known = self._known(article, words)
        if known:
            return known
        person = self._titled(article, tidy(words))
        if person:
            return self._person(article, Holder(person, None, person, None, None, "person"))
        group = self._gazetteer.group(words)
        if group and group.owner and group.head == "campaign" and self._gazetteer.party(group.owner) is None:
            return Identity(f"{bare_name(group.owner).split()[-1]} campaign", "institution", "as described")
        if group and group.owner and group.head in _GOVERNMENT:
            return self._spoken_for(article, words, None) or Identity(tidy(words), "institution", "as described")
        proper = tidy(words).split() if tidy(words)[:1].isupper() else []
        held = self._held(self._context(article), " ".join(proper), None) if proper else None
        if held:
            return self._in_office(held, tidy(words))
        whole = self._led_by(article, proper)
        if whole:
            return whole
        at_hand = self._claims.state_at_hand(words, self._context(article))
        if at_hand:
            return self._settled(article, at_hand)
        name, kind = self._naming.shown(self._spelled_out(article, words))
        if is_generic(name):
            counted = tidy(words).split(" ")[0].casefold() in COUNTS
            plain = name if name.endswith(PLURAL) and not counted else None
            return Identity(f"{name} ({self._context(article).name})", kind, "as described", speaker=plain)
        return Identity(name, kind, "as described")

    def _titled(self, article: str, words: str) -> str | None:
        """The person of the book whom words name, with or without a title before the name ("Chair Ada Brenn")."""
        parts = words.split()
        if not all(part[0].isupper() for part in parts):
            return None
        fuller = (" ".join(parts[at:]) for at in range(len(parts)) if at == 0 or len(parts) - at > 1)
        return next((name for name in fuller if self._people.knows(article, name)), None)

    def _led_by(self, article: str, proper: Sequence[str]) -> Identity | None:
        """What a person's name is for in "the Lee Administration", and in "Lee" alone of one who runs for office."""
        context = self._context(article)
        if len(proper) > 1 and proper[-1].lower() in _GOVERNMENT:
            held = context.held(" ".join(proper[:-1]))
            return replace(self._in_office(held, proper[-1]), speaker=None) if held else None
        runs = context.campaign_of(proper[-1]) if proper and len(proper) < 4 else None
        return Identity(f"{proper[-1]} campaign", "institution", runs) if runs else None

    def _spelled_out(self, article: str, words: str) -> str:
        """Words for a body as its article has them in full."""
        context = self._context(article)
        return context.acronyms.get(tidy(words)) or context.in_full(words) or context.company(words) or words

    def _unknown_words(self, mentions: Sequence[tuple[str, Holder]]) -> list[str]:
        """All words that may come to name an unknown party, spelled out where their article does so."""
        found: list[str] = []
        for key, holder in mentions:
            described = holder.described or holder.words
            words = [self._claims.owner(described), holder.party]
            words += [] if self._is_person(holder) else [holder.name or described]
            found += [self._spelled_out(key, each) for each in words if each and not self._gazetteer.is_pronoun(each)]
        return found


def _parties_told(told: Sequence[Told]) -> dict[str, str]:
    """For each bare name the known party most often told of it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, name, claim in told:
        if claim and isinstance(claim.party, Party):
            votes[bare_name(name)][claim.party.name] += 1
    return {name: min(found, key=lambda party: (-found[party], party)) for name, found in votes.items()}
