"""Through whom an article has a statement: sources, spokesmen, outlets, agencies, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.wording import fold
from sayso.reading.ascribed import is_passive, source_of
from sayso.reading.calendar import found
from sayso.reading.holders import Holders
from sayso.reading.mentions import NEUTER, PLURAL, SINGULAR
from sayso.reading.parse import Parsed
from sayso.reading.people import people
from sayso.reading.speech import Speech, Speeches
from sayso.records import Holder, Link

FAR = 3
"""How many sentences an account may go on after the one that tells whose it is."""
DEEPEST = 3
"""How many speeches within speeches are followed."""
TOLD = frozenset({"tell", "quote", "cite", "inform"})
PRESS = frozenset({"agency", "outlet", "broadcast"})
MEDIA = PRESS | {"document", "post"}
SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople"})


class Relays:
    """Builds the say-so chain of a statement, the link nearest its holder first."""

    def __init__(self, parsed: Parsed, speeches: Speeches, holders: Holders, gazetteer: Gazetteer) -> None:
        self.parsed = parsed
        self.speeches = speeches
        self.holders = holders
        self.gazetteer = gazetteer
        self.telling = speeches.words.say | speeches.words.classes["speaking"]

    def of(self, cue: Token, holder: Holder) -> tuple[Link, ...]:
        """The links between a holder and the article, for the act that a cue tells of."""
        links: list[Link] = []
        for link in (*self._media(cue), *self._accusers(cue), *self._sources(cue), *self._told_on(cue)):
            if not _same(link.holder, holder) and not any(_same(link.holder, other.holder) for other in links):
                links.append(link)
        return tuple(links)

    def _accusers(self, cue: Token) -> Iterator[Link]:
        """Who blames somebody for the act: "A accused B of seizing it" has B's deed from A."""
        for up in (cue, *cue.ancestors):
            if up.dep_ == "pcomp" and up.head.head.pos_ == "VERB" and _blames(up.head):
                source = source_of(up.head.head)
                holder = self.holders.of(source, speaks=True) if source is not None else None
                if holder is not None:
                    yield Link(self.role(holder), holder)
                return

    def _sources(self, cue: Token) -> Iterator[Link]:
        for speech in self.chain(cue):
            asked = speech.cue.lemma_.lower() == "ask" and is_passive(speech.cue)  # "was asked by Tom Ekdal whether"
            source = self.holders.speaker(speech) if not asked else None
            if source is not None:
                yield Link(self.role(source), source)
            yield from self._media(speech.cue)

    def _told_on(self, cue: Token) -> Iterator[Link]:
        """Who tells on: "He said the sale was off. The gallery had offered 40,000." is all his account.

        The past perfect without a date of its own goes on with what somebody said in the sentence before; so does any
        sentence on "him" after one of which it is said, in the present, who tells it ("The farmer, they say, came").
        """
        before = self._before(cue)
        if self.speeches.at[cue.i] is not None or not _is_told_on(cue):
            teller = self._teller_now(before) if before is not None and self._goes_on(cue) else None
            if teller is not None:
                yield Link(self.role(teller), teller)
            return
        for _ in range(FAR):
            if before is None:
                return
            told = [each for each in self.speeches.all if each.cue in before and each.source is not None and each.sure]
            told = [each for each in told if self.parsed.quoted[each.cue.i] is None and not _is_had(each.cue)]
            source = self.holders.speaker(told[-1]) if told else self._telling(before)
            if source is not None:
                yield Link(self.role(source), source)
                return
            if not told and not _is_told_on(before.root):
                return
            before = self._before(before.root)

    def _before(self, cue: Token) -> Sentence | None:
        """The sentence before that of a word, in the same paragraph."""
        first = cue.sent.start
        if first == 0 or self.parsed.paragraphs[first - 1] != self.parsed.paragraphs[cue.i]:
            return None
        return self.parsed.doc[first - 1].sent

    def _goes_on(self, cue: Token) -> bool:
        """Whether a sentence goes on about somebody who was just named: its subject is "he", "it" or "they"."""
        subject = next((child for child in cue.sent.root.children if child.dep_ == "nsubj"), None)
        pointing = subject is not None and subject.lower_ in SINGULAR | NEUTER | PLURAL
        return pointing and self.parsed.quoted[cue.i] is None

    def _teller_now(self, sentence: Sentence) -> Holder | None:
        """Who is said to tell the whole of a sentence, as in "The farmer, they say, came with a rifle"."""
        told = [each for each in self.speeches.all if each.cue in sentence and each.cue.tag_ in ("VBP", "VBZ")]
        inserted = [each for each in told if each.source is not None and each.is_inserted]
        return self.holders.speaker(inserted[-1]) if inserted else None

    def _telling(self, sentence: Sentence) -> Holder | None:
        """Who is told to tell something, without a word of it: "He explained why the sale was off"."""
        verb = sentence.root
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        about = {child.lemma_.lower() for child in verb.children if child.dep_ == "dobj"}
        tells = verb.lemma_.lower() in self.telling or about & set(self.speeches.words.classes["account"])
        if subject is None or not tells or self.parsed.quoted[verb.i] is not None or _is_told_on(verb):
            return None
        return self.holders.of(subject, speaks=True)

    def chain(self, cue: Token) -> Iterator[Speech]:
        """The speeches that a token stands in, the innermost first."""
        seen: list[Speech] = []
        speech = self.speeches.at[cue.i]
        while speech is not None and speech not in seen and len(seen) < DEEPEST:
            seen.append(speech)
            yield speech
            speech = self.speeches.at[speech.cue.i]

    def role(self, source: Holder) -> str:
        """What a source is in the chain: an agency, outlet, document ... by its name; else by how it is described."""
        relay = self.gazetteer.is_relay(source.name or source.described or source.words)
        if relay is not None:
            return relay
        described = (source.described or "").lower().split()
        if any(word in SPOKEN for word in described):
            return "spokesman"
        return "source" if source.anonymous or source.kind == "unknown" else "party"

    def _media(self, verb: Token) -> Iterator[Link]:
        """ "Told Reuters", "in an interview with the Post", "in a statement", "on Twitter"."""
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
            verb = verb.head.head
            if verb.lemma_ in TOLD:
                yield from (link for part in verb.children if part.dep_ == "nsubj" for link in self._relay(part, PRESS))
        for child in verb.children:
            if (child.dep_ in ("dobj", "dative") and verb.lemma_ in TOLD) or child.dep_ == "agent":
                yield from (link for part in (child, *child.children) for link in self._relay(part, PRESS))
            elif child.dep_ == "prep" and child.lower_ in ("in", "on", "to", "by", "with"):
                roles = MEDIA if child.lower_ in ("in", "on") else PRESS
                for part in (part for part in child.children if part.dep_ == "pobj"):
                    inner = [
                        last for prep in part.children if prep.lower_ in ("with", "to", "by") for last in prep.children
                    ]
                    inner = inner if part.lemma_.lower() in self.speeches.words.classes["occasion"] else []
                    given = [link for last in inner for link in self._relay(last, PRESS)]
                    if not (given and part.lemma_.lower() == "interview"):
                        yield from self._relay(part, roles)
                    yield from given

    def _relay(self, token: Token, roles: frozenset[str]) -> Iterator[Link]:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() in people().offices:
            return
        first, last = self.holders.phrase(token)
        words = self.parsed.words(first, last)
        role = self.gazetteer.is_relay(words)
        if role in roles and not self._is_own(words):
            span = self.parsed.article.raw_span(self.parsed.span(first, last))
            named = role in ("agency", "outlet") and token.pos_ == "PROPN"
            name = self._in_full(words.removeprefix("the ")) if named else None
            yield Link(role or "", Holder(words, span, name, None if named else words, None, "unknown"))

    def _is_own(self, words: str) -> bool:
        """Whether words name the outlet whose article it is: what it was told itself came through nobody else."""
        own = fold(self.parsed.article.outlet.value or "").removeprefix("the ")
        return bool(own) and fold(words).removeprefix("the ") == own

    def _in_full(self, name: str) -> str:
        """An outlet's name as the article has it in full: "the Courier" where it told of the "Tarn Courier"."""
        if " " in name:
            return name
        found = re.findall(rf"((?:[A-Z][\w.-]+ )+){re.escape(name)}\b", self.parsed.article.clean)
        fuller = {f"{before.removeprefix('The ')}{name}" for before in found} - {name}
        fuller = {each for each in fuller if self.gazetteer.is_relay(each) is not None}
        return fuller.pop() if len(fuller) == 1 else name


def _is_told_on(cue: Token) -> bool:
    """Whether a word is of a clause in the past perfect, whose sentence has no year or span of time of its own."""
    verb = (
        cue if cue.pos_ in ("VERB", "AUX") else next((up for up in cue.ancestors if up.pos_ in ("VERB", "AUX")), None)
    )
    while verb is not None and verb.dep_ == "xcomp":
        verb = verb.head
    if verb is None or not any(child.dep_ == "aux" and child.lower_ in ("had", "’d", "'d") for child in verb.children):
        return False
    return not any(words.kind in ("unit", "ago") or words.words[-4:].isdigit() for words in found(cue.sent.text))


def _blames(preposition: Token) -> bool:
    """Whether what comes after a preposition is laid to somebody: "accused of", "charged with", "described as"."""
    with_verb = {"with": ("charge",), "as": ("describe", "portray", "depict")}.get(preposition.lower_, ())
    return preposition.lower_ in ("of", "for") or preposition.head.lemma_ in with_verb


def _is_had(cue: Token) -> bool:
    """Whether what reports is itself a clause of the past perfect."""
    return cue.pos_ in ("VERB", "AUX") and _is_told_on(cue)


def _same(a: Holder, b: Holder) -> bool:
    return who(a) == who(b)


def who(holder: Holder) -> str:
    """By what two mentions are told to be the same: a name, else a description, else the words."""
    return (holder.name or holder.described or holder.words).lower()
