"""Whose act it is: what the parse, the network and the rules say of its holder, and who of them is believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.wording import is_proper, own_name
from sayso.reading.arguments import coordinated, holder_tokens
from sayso.reading.ascribed import is_passive
from sayso.reading.cues import Cue
from sayso.reading.decode import Candidate, Quoted, Stretch
from sayso.reading.mentions import FIRST, NEUTER, PRONOUNS, SINGULAR, WORD, low, names
from sayso.reading.mood import verb_of
from sayso.reading.people import people
from sayso.reading.phrases import TIMES, ranks
from sayso.reading.relays import who
from sayso.reading.rules import Pass
from sayso.records import WORDS, Holder, Span, Statement

CLEAR = 0.25
"""The share of a mention from which on one that the rules do not know is believed to hold something."""
MUST = frozenset({"must", "should", "ought", "shall"})
SPEAKERS = frozenset({"he", "she", "i", "we", "me", "us"})
NAMED = 0.2
"""The share of a name from which on it tells whom "she" or "the company" stands for."""

Heard = Mapping[str, Sequence[Holder]]
"""Who holds an act by each of those asked: "parse", "mention", "name", "rules"."""


class Whose:
    """Tells the holders of the acts of one article."""

    def __init__(self, rules: Pass, gazetteer: Gazetteer, quoted: Sequence[Quoted]) -> None:
        self.rules = rules
        self.parsed = rules.parsed
        self.article = rules.article
        self.gazetteer = gazetteer
        self.quoted = quoted

    def opinions(self, candidate: Candidate, cue: Cue, beside: Sequence[Statement]) -> Heard:
        """Who does it by the parse, by what the cue points at, by the names it points at, and by the rules."""
        act = candidate.act
        pointed = candidate.mentions if candidate.nobody < 0.5 else ()
        named = distinct(chain.from_iterable(self._mentioned(name, act) for name in earlier(candidate)))
        return {
            "parse": distinct(
                one for token in holder_tokens(cue) for one in self.rules.several.of(token, speaks=act in WORDS)
            ),
            "mention": distinct(chain.from_iterable(self._mentioned(each, act) for each in pointed)),
            "name": [each for each in named if each.name is not None or each.kind != "unknown"],
            "rules": [each.holder for each in beside[:1]],
        }

    def holders(self, candidate: Candidate, cue: Cue, heard: Heard) -> list[Holder]:
        """Who does it: by the mention that the network points at, else by the parse, else by the rules.

        Where the parse joins others to the one mentioned all of them do.
        One whose mention names nobody goes by the name that the network points at, where that is clear. When nobody is
        known by any of these it is whoever is named, or speaks.
        """
        chosen = next((heard[by] for by in ("mention", "parse", "rules") if heard[by]), None)
        others = heard["parse"]
        joined = chosen is not None and {who(each) for each in chosen} < {who(each) for each in others}
        if joined or (others and chosen is heard["mention"] and self._only_tells(candidate.act, cue, chosen)):
            chosen = others
        owes = self._owing(cue) if candidate.act == "demand" else None
        if owes is not None:
            heard = {by: [each for each in own if who(each) != who(owes)] for by, own in heard.items()}
            chosen = [each for each in chosen or () if who(each) != who(owes)]
        if not chosen:
            return list(heard["name"]) or self._speaker(candidate.cue, cue)
        if not heard["name"] or earlier(candidate)[0].share < NAMED or _are_several(chosen):
            return list(chosen)
        found: list[Holder] = []
        for holder in chosen:
            one = low(holder.words) in SINGULAR | NEUTER
            fitting = [each for each in heard["name"] if self._may_be(holder, each)] or [holder]
            known = [holder] if names(holder.words) or _clear(holder) else fitting[: 1 if one else None]
            found.extend(replace(each, words=holder.words, span=holder.span) for each in known)
        return distinct(found)

    def _may_be(self, mention: Holder, name: Holder) -> bool:
        """Whether a mention may stand for a name: "she" for no man, "the government" for nobody without an office."""
        words = mention.words.lower()
        if words in NEUTER and self.rules.holders.persons.sure(name.name or ""):
            return False
        if words in NEUTER or words.split()[-1] in people().bodies:
            return bool(name.party or name.described) or not self.rules.holders.persons.sure(name.name or "")
        return self.rules.holders.may_be(words, name)

    def _only_tells(self, act: str, cue: Cue, holders: Sequence[Holder]) -> bool:
        """Whether those pointed at only tell of somebody's act: of a deed, or of words where they stand apart from it.

        So they do in "was said by Peru to have refused", "Chile, Peru said, has refused". Of other words, coders often
        mean the one who speaks, whoever the subject is ("the tax is unfair, Peru said").
        """
        speeches = list(self.rules.relays.chain(cue.head))
        performs = cue.frame is not None and cue.frame.act == act and verb_of(cue).i == cue.head.i
        told = [
            each for each in speeches if act not in WORDS or is_passive(each.cue) or (performs and each.is_inserted)
        ]
        tellers = {who(teller) for each in told if (teller := self.rules.holders.speaker(each)) is not None}
        return {who(each) for each in holders} <= tellers

    def _owing(self, cue: Cue) -> Holder | None:
        """Who must do what is demanded: the subject of a "must" or "should", but for "we" and "I"."""
        verb = cue.head.head if cue.head.dep_ == "aux" else verb_of(cue)
        bound = any(child.lower_ in MUST and child.dep_ == "aux" for child in verb.children)
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        return (
            self.rules.holders.of(subject) if bound and subject is not None and low(subject.text) not in FIRST else None
        )

    def _speaker(self, place: Span, cue: Cue) -> list[Holder]:
        """Whose words a cue stands in, by the rules, else by the attributions of the network, the closest one."""
        found = distinct([self.rules.holders.speaker(self.rules.speeches.at[cue.head.i])])
        around = [
            (piece.end - piece.start, quoted.source[0])
            for quoted in self.quoted
            for piece in quoted.content
            if quoted.source and piece.start <= place.start and place.end <= piece.end
        ]
        return found or distinct(self.source(source) for _, source in sorted(around)[:1])

    def _mentioned(self, mention: Stretch, act: str) -> Iterator[Holder]:
        """Who a mention stands for: its head, and those joined to it ("Peru and its neighbours" are two)."""
        places = self.parsed.at(mention.span)
        head = self._head(places)
        if head is None:
            return
        joined = coordinated(head)
        if len(joined) == 1:
            words, span = mention.span.of(self.article.clean), self.article.raw_span(mention.span)
            own = self._holder(head, mention, act)
            found = self.rules.several.meant(head) or ([own] if own is not None else [])
            yield from (replace(each, words=words, span=span) for each in found)
            return
        inside = [token for token in joined if token.i in places]
        firsts = [places[0], *(token.left_edge.i for token in inside[1:])]
        ends = [*firsts[1:], places[-1] + 1]
        edges = {token.i: (first, end) for token, first, end in zip(inside, firsts, ends, strict=True)}
        for token in joined:
            first, end = edges.get(token.i) or self._edges(token)
            last = max(token.i, end - 1)
            while last > token.i and self.parsed.doc[last].dep_ in ("cc", "punct"):
                last -= 1
            place = self.parsed.span(min(first, token.i), last)
            holder = self._holder(token, replace(mention, span=place), act)
            if holder is not None:
                yield holder

    def _edges(self, token: Token) -> tuple[int, int]:
        first, last = self.rules.holders.phrase(token)
        return first, last + 1

    def _head(self, places: range) -> Token | None:
        tokens = [self.parsed.doc[i] for i in places]
        return next((each for each in tokens if each.head.i not in places or each.head.i == each.i), None)

    def _holder(self, head: Token, mention: Stretch, act: str) -> Holder | None:
        """Who a mention with such a head stands for; one that the rules do not know must be clear to the network."""
        holder = self.rules.holders.of(head, speaks=act in WORDS)
        words, place = mention.span.of(self.article.clean), self.article.raw_span(mention.span)
        own = self._own_name(words, holder) if holder is not None else None
        if own:
            holder = Holder(words, place, own, None, None, "party" if self.gazetteer.demonym(own) else "unknown")
        if holder is not None:
            return replace(holder, words=words, span=place)
        if head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ in TIMES or mention.share < CLEAR:
            return None
        if ranks(head):
            return None
        return Holder(words, place, None, words, None, "unknown", self.gazetteer.anonymous(words))

    def _own_name(self, words: str, holder: Holder) -> str | None:
        """The name that stands in a mention itself, where the parse takes the mention for somebody else; else None."""
        name = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
        parts = [part for part in name.split() if part not in ("of", "and", "for")]
        if not parts or name.lower() in PRONOUNS:
            return None
        if holder.name is not None:
            tail = own_name(name).split()
            known = set(WORD.findall(holder.name)) & set(WORD.findall(name))
            office = tail[-1].lower() in people().offices
            return " ".join(tail) if is_proper(tail) and not known and not office else None
        if not all(part[0].isupper() for part in parts):
            return None
        elsewhere = name not in " ".join((holder.described or holder.words).split())
        return name if elsewhere or self.gazetteer.demonym(name) is not None else None

    def source(self, span: Span) -> Holder:
        """Who says it: as the rules resolve the source's head, under the words and the place that the source has."""
        head = self._head(self.parsed.at(span))
        known = self._holder(head, Stretch(span, 0.0), "state") if head is not None else None
        return known or Holder(span.of(self.article.clean), self.article.raw_span(span))


def earlier(candidate: Candidate) -> list[Stretch]:
    """The names pointed at, without those behind the word that stands for one: they are seldom meant."""
    mention = max((each.span.start for each in candidate.mentions[:1]), default=candidate.cue.start)
    return [name for name in candidate.names if name.span.start <= mention]


def held(candidate: Candidate, holder: Holder, heard: Heard) -> dict[str, float]:
    """What speaks for a holder, or for those whom the parse joins: who else has it so, and how clear its mention is."""
    mentioned = candidate.mentions[0].share if candidate.mentions else 0.0
    parsed = {who(each) for each in heard["parse"]}
    alike = parsed if len(parsed) > 1 and who(holder) in parsed else {who(holder)}
    agree = {f"by {by}": float(any(who(each) in alike for each in own)) for by, own in heard.items()}
    return agree | {"mentioned": mentioned}


def distinct(holders: Iterable[Holder | None]) -> list[Holder]:
    """Holders without those that are not known and those that are there already."""
    found: list[Holder] = []
    for holder in holders:
        if holder is not None and all(who(holder) != who(other) for other in found):
            found.append(holder)
    return found


def _are_several(holders: Sequence[Holder]) -> bool:
    """Whether one phrase was told to stand for several who are named ("they" after "Peru and Chile")."""
    return len(holders) > 1 and len({each.span for each in holders}) == 1 and all(each.name for each in holders)


def _clear(holder: Holder) -> bool:
    """Whether it is told whom "he", "she", "I" or "we" stands for: there the rules know more than the network.

    On 75 such words of articles that the network had not seen, where the two differed and the network was not unsure,
    the rules were right in 42, the network in 20. Of "it" and "the company" the network knows more.
    """
    return low(holder.words) in SPEAKERS and (holder.kind == "person" or holder.name is not None)
