"""The small reader: a trained network finds the acts and what hangs on them; parse and rules say who and through whom.

The network tells where an act is made, which, in what stretch and by what mention. The mention is resolved as the
rules do it (pronouns, titles, descriptions), the chain and the date too. What the rules make of the same words is a
second opinion: the judge weighs both, and its verdict is the statement's confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.reading import SMALL
from sayso.reading.arguments import addressee_token, holder_tokens
from sayso.reading.cues import Cue
from sayso.reading.dates import said
from sayso.reading.decode import Candidate, Quoted, Stretch, attributions, candidates
from sayso.reading.judge import Features, Judge, logit
from sayso.reading.mood import verb_of
from sayso.reading.network import Network
from sayso.reading.parse import Parsed, parse
from sayso.reading.relays import who
from sayso.reading.rules import Pass, statement_id
from sayso.records import WORDS, Article, Attribution, Holder, Reading, Span, Statement

SAME = 0.7
"""The share of the shorter of two statements of one act and holder in common from which on they are one."""
OWN = ("nsubj", "poss", "agent")
"""How the parser hangs a holder on the word of its own act."""
CLEAR = 0.25
"""The share of a mention from which on the network is followed in who the holder is."""
HALF = 0.5
"""The same for a statement of the network and one of the rules."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network makes of an article."""

    candidates: list[Candidate]
    quoted: list[Quoted]


class SmallReader:
    """Reads one article with the network, the parse and the rules."""

    @classmethod
    def load(cls, folder: Path, pipeline: Language, gazetteer: Gazetteer, least: float | None = None) -> SmallReader:
        """The reader with the network and the judge of a folder; ``least`` in place of the judge's own threshold."""
        reader = cls(pipeline, gazetteer, Network(folder), Judge.load(folder / "judge.json"))
        if least is not None:
            reader.judge = replace(reader.judge, least=least)
            reader.name = f"{SMALL} from {least:g}"
        return reader

    def __init__(self, pipeline: Language, gazetteer: Gazetteer, network: Network, judge: Judge) -> None:
        self.name = SMALL
        self.pipeline = pipeline
        self.gazetteer = gazetteer
        self.network = network
        self.judge = judge
        self._beside = ThreadPoolExecutor(1, "network")

    def read(self, article: Article) -> Reading:
        """All attributions and statements of an article; none when it is not to be read."""
        sight = self.sight(article) if article.unread is None else None
        return replace(sight.reading(), reader=self.name) if sight is not None else Reading(article.key, self.name)

    def sight(self, article: Article) -> Sight | None:
        """An article with all that network, parse and rules make of it; None when it has no words."""
        seen = self._beside.submit(self.see, article)  # the network works while the parser does
        parsed = parse(article, self.pipeline)
        found = seen.result()
        return Sight(parsed, self.gazetteer, found, self.judge) if parsed is not None else None

    def see(self, article: Article) -> Seen:
        """What the network alone makes of an article, in clean spans."""
        seen = Seen([], [])
        for impression in self.network.impressions(article.clean):
            seen.candidates.extend(candidates(self.network, impression))
            seen.quoted.extend(attributions(self.network, impression))
        return seen


class Sight:
    """One article: the network's candidates laid on the parse."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer, seen: Seen, judge: Judge) -> None:
        self.parsed = parsed
        self.article = parsed.article
        self.gazetteer = gazetteer
        self.seen = seen
        self.judge = judge
        self.rules = Pass(parsed, gazetteer)
        self.by_rules = self.rules.reading()

    def reading(self) -> Reading:
        """What the article says, as far as the judge believes it."""
        told = [
            replace(each, confidence=round(confidence, 4))
            for each, features in self.weighed()
            if (confidence := self.judge.verdict(features)) >= self.judge.least
        ]
        quoted = sorted(self._attributions(), key=lambda each: (each.cue, each.content))
        ordered = sorted(apart(told), key=lambda each: (each.span, each.act, each.id))
        return Reading(self.article.key, SMALL, tuple(quoted), tuple(ordered))

    def weighed(self) -> Iterator[tuple[Statement, Features]]:
        """Every statement that may be made, with what speaks for it: the network's first, then the rules' own."""
        yield from self._told(self.by_rules.statements)
        yield from self._added(self.by_rules.statements)

    def _told(self, by_rules: Sequence[Statement]) -> Iterator[tuple[Statement, Features]]:
        for candidate in self.seen.candidates:
            tokens = self._tokens(candidate.cue)
            if not tokens:
                continue
            cue = self._cue(tokens, candidate.act)
            for stretch in candidate.spans:
                raw = self.article.raw_span(stretch.span)
                beside = [each for each in by_rules if _shared(each.span, raw) >= HALF]
                agreed = [each for each in beside if each.act == candidate.act]
                features = {
                    "cue": logit(candidate.sure),
                    "act": logit(candidate.acts[candidate.act]),
                    "span": stretch.share,
                    "held": 1 - candidate.nobody,
                    "agreed": float(bool(agreed)),
                    "differed": float(bool(beside) and not agreed),
                    "quoted": float(self.parsed.quoted[cue.head.i] is not None),
                    candidate.act: 1.0,
                }
                for holder in self._holders(candidate, cue, agreed or beside):
                    yield self._statement(candidate, stretch, cue, holder), features

    def _added(self, by_rules: Sequence[Statement]) -> Iterator[tuple[Statement, Features]]:
        """The statements that the rules alone see."""
        seen = [(self.article.raw_span(s.span), c) for c in self.seen.candidates for s in c.spans]
        for each in by_rules:
            near = [candidate for span, candidate in seen if each.span.overlap(span)]
            if all(each.act != candidate.act for candidate in near):
                doubt = max((candidate.sure for candidate in near), default=0.0)
                yield each, {"alone": 1.0, "doubt": doubt, f"alone {each.act}": 1.0}

    def _tokens(self, span: Span) -> list[Token]:
        return [self.parsed.doc[i] for i in self.parsed.at(span)]

    def _cue(self, tokens: Sequence[Token], act: str) -> Cue:
        """The cue as the rules have it where they know one among its words; else by its words alone."""
        for token in tokens:
            known = self.rules.cues.of(token)
            if known is not None:
                return replace(known, act=act)
        places = {token.i for token in tokens}
        head = next((token for token in tokens if token.head.i not in places or token.head.i == token.i), tokens[0])
        return Cue(head, act, tuple(sorted(places)))

    def _holders(self, candidate: Candidate, cue: Cue, beside: Sequence[Statement]) -> list[Holder]:
        """Who does it: by the parse where that is plain, else by a clear mention, the parse, the rules, the speaker."""
        pointed = candidate.mentions if candidate.nobody < 0.5 else ()
        speaks = candidate.act in WORDS
        subjects = holder_tokens(cue)
        by_parse = self._each(self.rules.holders.of(token, speaks=speaks) for token in subjects)
        plain = bool(subjects) and subjects[0].dep_ in OWN and subjects[0].head.i in (*cue.tokens, verb_of(cue).i)
        if by_parse and plain:
            return by_parse
        by_mention = self._each(self._holder(mention, candidate.act) for mention in pointed)
        if by_mention and pointed[0].share >= CLEAR:
            return by_mention
        if by_parse or by_mention or beside:
            return by_parse or by_mention or [beside[0].holder]
        speech = self.rules.speeches.at[cue.head.i]
        source = speech.source if speech is not None else None
        return self._each([self.rules.holders.of(source, speaks=True) if source is not None else None])

    def _each(self, holders: Iterable[Holder | None]) -> list[Holder]:
        """Holders without those that are not known and those that are there already."""
        found: list[Holder] = []
        for holder in holders:
            if holder is not None and all(who(holder) != who(other) for other in found):
                found.append(holder)
        return found

    def _holder(self, mention: Stretch, act: str) -> Holder | None:
        tokens = self._tokens(mention.span)
        if not tokens:
            return None
        places = {token.i for token in tokens}
        head = next((token for token in tokens if token.head.i not in places or token.head.i == token.i), tokens[-1])
        holder = self.rules.holders.of(head, speaks=act in WORDS)
        words, place = mention.span.of(self.article.clean), self.article.raw_span(mention.span)
        if holder is not None:
            return replace(holder, words=words, span=place)
        if head.pos_ == "PRON":
            return None
        return Holder(words, place, None, words, None, "unknown", self.gazetteer.anonymous(words))

    def _statement(self, found: Candidate, stretch: Stretch, cue: Cue, holder: Holder) -> Statement:
        span, cue_span = self.article.raw_span(stretch.span), self.article.raw_span(found.cue)
        target = addressee_token(cue)
        addressee = self.rules.holders.of(target) if target is not None else None
        if addressee is not None and who(addressee) == who(holder):
            addressee = None
        return Statement(
            id=statement_id(self.article.key, span, found.act, holder),
            article=self.article.key,
            span=span,
            quote=span.of(self.article.raw),
            act=found.act,
            holder=holder,
            cue=found.cue.of(self.article.clean),
            cue_span=cue_span,
            content=_content(stretch.span, found.cue).of(self.article.clean).strip(" ,;:"),
            addressee=addressee,
            via=self.rules.relays.of(cue.light or cue.head, holder),
            part=self.parsed.part(cue.head),
            said=said(self.rules.verbs(cue), self.article.published),
        )

    # attributions ---------------------------------------------------------------------------------------------------

    def _attributions(self) -> Iterator[Attribution]:
        for quoted in self.seen.quoted:
            content = tuple(self.article.raw_span(piece) for piece in quoted.content)
            source = self._source(quoted.source[0]) if quoted.source else None
            yield Attribution(self.article.raw_span(quoted.cue[0]), content, source, self._kind(quoted))
        yield from self._unseen()

    def _unseen(self) -> Iterator[Attribution]:
        """The attributions that the rules alone find, in words that the network ascribes to nobody."""
        taken = [self.article.raw_span(piece) for each in self.seen.quoted for piece in (*each.cue, *each.content)]
        for each in self.by_rules.attributions:
            if not any(piece.overlap(other) for piece in (each.cue, *each.content) for other in taken):
                yield each

    def _source(self, span: Span) -> Holder:
        """Who says it: as the rules resolve the source's head, under the words and the place that the source has."""
        known = self._holder(Stretch(span, 1.0), "state")
        return known or Holder(span.of(self.article.clean), self.article.raw_span(span))

    def _kind(self, quoted: Quoted) -> str:
        tokens = [token for piece in quoted.content for token in self._tokens(piece)]
        inside = sum(self.parsed.quoted[token.i] is not None for token in tokens)
        return "indirect" if not inside else "direct" if inside >= len(tokens) - 3 else "mixed"


def _content(span: Span, cue: Span) -> Span:
    """What a statement is about: what follows its cue, or what stands before it when that is the longer part."""
    after, before = Span(min(cue.end, span.end), span.end), Span(span.start, max(span.start, cue.start))
    if not span.start <= cue.start < span.end:
        return span
    return after if after.end - after.start >= min(12, before.end - before.start) else before


def _shared(a: Span, b: Span) -> float:
    """The share of the shorter of two spans that they have in common."""
    return a.overlap(b) / max(1, min(a.end - a.start, b.end - b.start))


def apart(statements: Iterable[Statement]) -> list[Statement]:
    """The likeliest statements, without those that repeat one of them: the same act and holder, in the same words."""
    kept: list[Statement] = []
    for each in sorted(statements, key=lambda each: (-(each.confidence or 0.0), each.span, each.id)):
        if not any(
            each.act == other.act and who(each.holder) == who(other.holder) and _shared(each.span, other.span) > SAME
            for other in kept
        ):
            kept.append(each)
    return kept
