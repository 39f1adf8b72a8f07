"""The reader that works by rules over a parse: every word of it can be looked up and argued with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from spacy.language import Language
from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.reading import RULES
from sayso.reading.arguments import addressee_token, content_head, echoed, holder_tokens, listed
from sayso.reading.clauses import clause_of
from sayso.reading.cues import Cue, Cues
from sayso.reading.dates import Dates
from sayso.reading.denial import unheld
from sayso.reading.holders import Holders
from sayso.reading.lexicon import lexicon
from sayso.reading.mood import TURNED, doubtful, negated, verb_of
from sayso.reading.parse import Parsed, parse
from sayso.reading.relays import Relays, who
from sayso.reading.several import Several
from sayso.reading.speech import Speeches
from sayso.reading.utterances import CONDITIONS, Utterances
from sayso.records import UNKNOWN, WORDS, Article, Attribution, Holder, Reading, Span, Statement

UNNAMED = frozenset({"named", "identified", "anonymous", "anonymity", "unnamed", "quoted"})
"""What sources ask for themselves: no position in the dispute."""


class RulesReader:
    """Reads one article by rules: lexicon, parse, speech and mood."""

    name = RULES

    def __init__(self, pipeline: Language, gazetteer: Gazetteer) -> None:
        self.pipeline = pipeline
        self.gazetteer = gazetteer

    def read(self, article: Article) -> Reading:
        """All attributions and statements of an article; none when it is not to be read."""
        parsed = parse(article, self.pipeline) if article.unread is None else None
        return read_parsed(parsed, self.gazetteer) if parsed is not None else Reading(article.key, RULES)


def read_parsed(parsed: Parsed, gazetteer: Gazetteer) -> Reading:
    """Read an article that has been parsed."""
    return Pass(parsed, gazetteer).reading()


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue with the act that it makes where it stands: a negated acceptance is a rejection."""

    cue: Cue
    act: str


class Pass:
    """One pass over one article, with all that is made out on the way: speeches, holders, relays."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self.parsed = parsed
        self.article = parsed.article
        self.words = lexicon()
        self.speeches = Speeches(parsed, self.words)
        self.holders = Holders(parsed, self.speeches, gazetteer)
        self.several = Several(self.holders)
        self.relays = Relays(parsed, self.speeches, self.holders, gazetteer)
        self.dates = Dates(parsed, self.holders, self.words)
        self.cues = Cues(self.words)
        self.utterances = Utterances(parsed, self.speeches, self.words, self.holders)
        self.last_demander: Holder | None = None

    def reading(self) -> Reading:
        """What the rules find in the article."""
        attributions = tuple(self._attributions())
        statements: dict[str, Statement] = {}
        for sentence in self.parsed.doc.sents:
            if self.parsed.part(sentence[0]) == "headline" and sentence.text.isupper():
                continue  # the parser takes every word in capitals for a name
            found = [cue for token in sentence if (cue := self._cue(token)) is not None]
            heads = {each.cue.head.i for each in found} | {each.cue.light.i for each in found if each.cue.light}
            told = [statement for each in found for statement in self._statements(each, heads)]
            for statement in told:
                if not any(_repeats(statement, other) for other in told):
                    statements.setdefault(statement.id, statement)
        return Reading(self.article.key, RULES, attributions, tuple(statements.values()))

    def _cue(self, token: Token) -> _Found | None:
        found = self._told(token)
        return found if found is not None and not unheld(found.cue, self.words) else None

    def _told(self, token: Token) -> _Found | None:
        cue = self.cues.of(token)
        act = self._made(cue) if cue is not None else None
        if cue is not None and act is not None:
            return _Found(cue, act) if not self._warned(cue) else None
        cue = self.utterances.condition(token) or self.utterances.of(token) or self.utterances.ultimatum(token)
        return _Found(cue, cue.act) if cue is not None and not self._warned(cue) else None

    def _warned(self, cue: Cue) -> bool:
        """Whether the word that reports a threat makes it already: "warned that a strike would follow" is one act."""
        speech = self.speeches.at[cue.head.i]
        outer = self.cues.of(speech.cue) if speech is not None and cue.act == "threaten" else None
        return outer is not None and outer.act == "threaten"

    def _made(self, cue: Cue) -> str | None:
        """The act of a cue of the lexicon as it is told: done, turned round by a negation, or not at all."""
        if doubtful(cue, self.words) or self._empty(cue):
            return None
        if negated(cue):
            return TURNED.get(cue.act)
        head = content_head(cue)
        lemma = head.lemma_.lower() if head is not None else ""
        if cue.act == "reject" and lemma in self.words.classes["reticence"]:
            return None
        return "threaten" if cue.act == "offer" and lemma in self.words.classes["hostile"] else cue.act

    def _empty(self, cue: Cue) -> bool:
        """Whether a noun tells of an act without what it is about ("their demands"), or a name is asked to be kept."""
        head = content_head(cue)
        if cue.head.pos_ in ("NOUN", "PROPN") and cue.act in WORDS and head is None:
            return True
        return cue.act == "demand" and head is not None and any(part.lower_ in UNNAMED for part in head.subtree)

    def _statements(self, found: _Found, heads: set[int]) -> Iterator[Statement]:
        cue = found.cue
        holders = self._holders(found)
        for first, last, content in self.items(cue, *clause_of(cue, heads - {cue.head.i})):
            for holder in holders:
                if found.act == "demand":
                    self.last_demander = holder
                made = self.statement(cue, found.act, holder, self.parsed.span(first, last))
                yield replace(made, content=content)

    def items(self, cue: Cue, first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """The stretches of a clause that each say one thing: the whole, or the members of a list of demands.

        Lists of other acts stay whole: coders take apart what is demanded, seldom what is offered or blamed.
        """
        head = content_head(cue)
        members = [token for token in listed(head) if first <= token.i <= last] if head is not None else []
        if len(members) < 2 or cue.act != "demand":
            yield first, last, self.content(cue, first, last)
            return
        for number, member in enumerate(members):
            start = first if number == 0 else member.left_edge.i
            end = members[number + 1].left_edge.i - 1 if number + 1 < len(members) else last
            while end > start and self.parsed.doc[end].lower_ in (",", "and", "or", ";", "as", "well"):
                end -= 1
            if end >= start:
                yield start, end, self.parsed.words(min(member.left_edge.i, end), end)

    def content(self, cue: Cue, first: int, last: int) -> str:
        """What is demanded, offered ... in words; of an act that only the mood makes, its whole clause."""
        if cue.frame is None and cue.light is None:
            return self.parsed.words(first, last)
        head = cue.light if cue.frame is None else content_head(cue)
        if head is None or head.left_edge.i > last:
            return ""
        start = head.i + 1 if head is cue.light else head.left_edge.i
        return self.parsed.words(start, min(head.right_edge.i, last)) if start <= last else ""

    def _holders(self, found: _Found) -> list[Holder]:
        cue = found.cue
        speech = self.speeches.at[cue.head.i]
        if cue.frame is None and cue.head.lemma_.lower() in CONDITIONS:
            owner = next((child for child in cue.head.children if child.dep_ == "poss"), None)
            holder = self.holders.of(owner) if owner is not None else self.last_demander
            return [holder] if holder is not None else []
        if cue.frame is None or "impersonal" in cue.frame.needs:
            holder = self.holders.speaker(speech)
            return [holder] if holder is not None else []
        speaks = found.act in WORDS
        return [holder for token in holder_tokens(cue) for holder in self.several.of(token, speaks=speaks)]

    def statement(self, cue: Cue, act: str, holder: Holder, span: Span) -> Statement:
        """The statement that a holder makes by a cue in a clean span, what it is about left open."""
        target = addressee_token(cue)
        addressee = self.holders.of(target) if target is not None else None
        if addressee is not None and who(addressee) == who(holder):
            addressee = None
        raw = self._with_echo(cue, holder, self.article.raw_span(span))
        verbs, places = self.verbs(cue), self.parsed.at(span)
        said = self.dates.said(verbs, holder)
        return Statement(
            id=statement_id(self.article.key, raw, act, holder),
            article=self.article.key,
            span=raw,
            quote=raw.of(self.article.raw),
            act=act,
            holder=holder,
            cue=" ".join(self.parsed.doc[i].text for i in cue.tokens),
            cue_span=self.article.raw_span(self.parsed.span(cue.tokens[0], cue.tokens[-1])),
            content="",
            addressee=addressee,
            via=self.relays.of(cue.light or cue.head, holder),
            part=self.parsed.part(cue.head),
            said=said,
            due=self.dates.due(verbs[0], act, places[0], places[-1], said) if places else UNKNOWN,
        )

    def _with_echo(self, cue: Cue, holder: Holder, raw: Span) -> Span:
        """The words of an act up to where the sentence says that somebody else does it, too ("; so did Spain")."""
        for token in echoed(cue):
            again = self.article.raw_span(self.parsed.span(token.left_edge.i, token.i))
            if token.sent.start == cue.head.sent.start and holder.span is not None and holder.span.overlap(again):
                return Span(raw.start, max(raw.end, again.end))
        return raw

    def verbs(self, cue: Cue) -> tuple[Token, ...]:
        """The verbs on which the date of an act may hang: its own, then the one that reports it."""
        speech = self.speeches.at[cue.head.i]
        own = verb_of(cue)
        return (own, speech.cue) if speech is not None and speech.cue.i != own.i else (own,)

    def _attributions(self) -> Iterator[Attribution]:
        for speech in self.speeches.all:
            content = sorted(speech.content)
            if not content:
                continue
            source = self.holders.speaker(speech)
            yield Attribution(
                self.article.raw_span(self.parsed.span(speech.cue.i, speech.cue.i)),
                tuple(self._pieces(content)),
                source,
                speech.kind,
            )

    def _pieces(self, content: list[int]) -> Iterator[Span]:
        first = previous = content[0]
        for i in [*content[1:], -1]:
            if i != previous + 1:
                yield self.article.raw_span(self.parsed.span(first, previous))
                first = i
            previous = i


def _repeats(inner: Statement, outer: Statement) -> bool:
    """Whether a statement stands whole in another of the same act and holder: "insisted that it must go" is one."""
    return (
        inner.act == outer.act
        and who(inner.holder) == who(outer.holder)
        and outer.span.start <= inner.span.start
        and inner.span.end <= outer.span.end
        and inner.span != outer.span
    )


def statement_id(article: str, span: Span, act: str, holder: Holder) -> str:
    """The id of a statement: the same words, act and holder of an article always give the same."""
    parts = (article, str(span.start), str(span.end), act, holder.name or holder.described or holder.words)
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
