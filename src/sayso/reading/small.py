"""The small reader: a trained network finds the acts and what hangs on them; parse and rules say who and through whom.

The network tells where an act is made, which, in what stretch and by what mention. The mention is resolved as the
rules do it (pronouns, titles, descriptions), the chain and the date too. What the rules make of the same words is a
second opinion: the judge weighs both, and its verdict is the statement's confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.reading import SMALL
from sayso.reading.chains import Chains
from sayso.reading.cues import Cue
from sayso.reading.decode import Candidate, Place, Quoted, Stretch, attributions, candidates
from sayso.reading.deeds import bare
from sayso.reading.denial import unheld
from sayso.reading.judge import Features, Judge, logit
from sayso.reading.lists import enumerated
from sayso.reading.mood import possible, verb_of
from sayso.reading.network import Network
from sayso.reading.parse import Parsed, parse
from sayso.reading.relays import who
from sayso.reading.rules import Pass
from sayso.reading.whose import Whose, held
from sayso.records import Article, Attribution, Holder, Reading, Span, Statement

SAME = 0.7
"""The share of the shorter of two statements of one act and holder in common from which on they are one."""
GAP = 200
"""Characters between the ends of the outermost items of a list, up to which it is one, but for a list of demands."""
VERY = 0.8
"""The share of all words of two statements of one holder in common from which on they make one act between them."""
HALF = 0.5
"""The share of the shorter of a statement of the network and one of the rules from which on they are of one thing."""


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
        self.whose = Whose(self.rules, gazetteer, seen.quoted)
        self.chains = Chains(self.article, seen.quoted, self.whose, self.rules.relays)

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

    def given(self, candidate: Candidate, beside: Sequence[Statement]) -> list[Statement]:
        """What is told by an act that was found elsewhere, one statement for each who holds it."""
        tokens = self._tokens(candidate.cue)
        if not tokens:
            return []
        cue = self._cue(tokens, candidate.act)
        heard = self.whose.opinions(candidate, cue, [each for each in beside if each.act == candidate.act])
        whose = self.whose.holders(candidate, cue, heard)
        return [self._statement(candidate, candidate.spans[0], cue, holder) for holder in whose]

    def _told(self, by_rules: Sequence[Statement]) -> Iterator[tuple[Statement, Features]]:
        for candidate in self.seen.candidates:
            tokens = self._tokens(candidate.cue)
            if not tokens:
                continue
            cue = self._cue(tokens, candidate.act)
            if possible(cue) or bare(cue) or unheld(cue, self.rules.words):
                continue
            own = self._own(candidate, cue)
            candidate = replace(candidate, spans=tuple(self._clipped(each, cue, own) for each in candidate.spans))
            for stretch in self._items(candidate, cue):
                raw = self.article.raw_span(stretch.span)
                beside = [each for each in by_rules if shared(each.span, raw) >= HALF]
                agreed = [each for each in beside if each.act == candidate.act]
                features = self._features(candidate, stretch, cue) | {
                    "agreed": float(bool(agreed)),
                    "differed": float(bool(beside) and not agreed),
                }
                heard = self.whose.opinions(candidate, cue, agreed or beside)
                for holder in self.whose.holders(candidate, cue, heard):
                    yield self._statement(candidate, stretch, cue, holder), features | held(candidate, holder, heard)

    def _own(self, candidate: Candidate, cue: Cue) -> Place:
        """Between which tokens the words of an act may stand that is made again beside it by a cue of its own.

        Each clause with its own subject is one act then: "they should go, and we should stay".
        """
        verb, first, end = _main(verb_of(cue)), 0, len(self.parsed.doc)
        for again in verb.children:
            if candidate.act in self._acts.get(again.i, ()) and _joined(again, verb):
                end = min(end, again.left_edge.i)
        if candidate.act in self._acts.get(verb.head.i, ()) and _joined(verb, verb.head):
            first = verb.left_edge.i
        return first, end

    @cached_property
    def _acts(self) -> dict[int, set[str]]:
        """The acts that the network finds at each verb."""
        found: dict[int, set[str]] = {}
        for each in self.seen.candidates:
            for token in self._tokens(each.cue)[:1]:
                found.setdefault(_main(token).i, set()).add(each.act)
        return found

    def _clipped(self, stretch: Stretch, cue: Cue, own: Place) -> Stretch:
        """A stretch within the sentence of its cue, if it has that: none goes on in the next, but in a quotation.

        Nor does it leave what is its ``own``.
        """
        places = self.parsed.at(stretch.span)
        sentence = cue.head.sent
        if cue.head.i not in places:
            return stretch
        first, last = max(places[0], own[0]), min(places[-1], own[1] - 1)
        if len({self.parsed.quoted[i] for i in places} - {None}) != 1:
            first, last = max(first, sentence.start), min(last, sentence.end - 1)
        while last < places[-1] and last > cue.head.i and self.parsed.doc[last].pos_ in ("PUNCT", "CCONJ"):
            last -= 1
        last = self._whole(last)
        return (
            replace(stretch, span=self.parsed.span(first, last))
            if (first, last) != (places[0], places[-1])
            else stretch
        )

    def _whole(self, last: int) -> int:
        """Where a stretch ends that would be cut between a noun and the adjective after it ("leave the wards dark")."""
        noun, after = self.parsed.doc[last], self.parsed.doc[last + 1 : last + 2]
        if not after or after[0].pos_ != "ADJ" or noun.pos_ not in ("NOUN", "PROPN"):
            return last
        told = after[0].dep_ == "oprd" and after[0].head.i == noun.head.i
        return last + 1 if told or after[0].head.i == last or noun.head.i == last + 1 else last

    def _items(self, candidate: Candidate, cue: Cue) -> Iterator[Stretch]:
        """The stretches of a candidate: a list of demands taken apart, any other list as one."""
        best = candidate.spans[0]
        starts, ends = zip(*((each.span.start, each.span.end) for each in candidate.spans), strict=True)
        places = self.parsed.at(Span(min(starts), max(ends)))
        if not places:
            return
        first, last = places[0], places[-1]
        members = [(start, end) for start, end, _ in self.rules.items(cue, first, last)]
        if candidate.act == "demand":
            after = self.parsed.at(candidate.cue)[-1] + 1
            ends = (last, self._end(last, cue))
            members = max(members, *(enumerated(self.parsed.doc, first, end, after) for end in ends), key=len)
        whole = self._list_end(last, cue, self.parsed.at(candidate.cue)[-1] + 1) if candidate.act != "demand" else last
        if whole > last:
            yield replace(best, span=self.parsed.span(first, whole))
            return
        if len(members) <= len(candidate.spans):
            one = candidate.act != "demand" and len(candidate.spans) > 1 and max(starts) - min(ends) < GAP
            yield from [replace(best, span=self.parsed.span(first, last))] if one else candidate.spans
            return
        for start, end in members:
            yield replace(best, span=self.parsed.span(start, end))

    def _list_end(self, last: int, cue: Cue, after: int) -> int:
        """Where a list ends that a stretch of any other act begins ("rejected the fee | , the date and the map")."""
        end = self._end(last, cue)
        return end if end > last and len(enumerated(self.parsed.doc, after, end, after)) > 1 else last

    def _end(self, last: int, cue: Cue) -> int:
        """Where the clause of a cue ends, if a stretch that ends at ``last`` stops at a comma or an "and" in it."""
        end = _main(verb_of(cue)).right_edge.i
        while end > last and self.parsed.doc[end].is_punct:
            end -= 1
        joined = last + 1 < end and self.parsed.doc[last + 1].lower_ in (",", ";", "and")
        return end if joined and len({self.parsed.quoted[i] for i in (last, end)}) == 1 else last

    def _features(self, candidate: Candidate, stretch: Stretch, cue: Cue) -> dict[str, float]:
        lexicon = cue.frame.act if cue.frame is not None else None
        return {
            "cue": logit(candidate.sure),
            "act": logit(candidate.acts[candidate.act]),
            "span": stretch.share,
            "told": stretch.told,
            "held": 1 - candidate.nobody,
            "known": float(lexicon == candidate.act),
            "contrary": float(lexicon not in (None, candidate.act)),
            candidate.act: 1.0,
        }

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

    def _statement(self, found: Candidate, stretch: Stretch, cue: Cue, holder: Holder) -> Statement:
        made = self.rules.statement(cue, found.act, holder, stretch.span)
        places = self.parsed.at(stretch.span)
        content = self.rules.content(cue, places[0], places[-1]) if cue.head.i in places else ""
        return replace(
            made,
            cue=found.cue.of(self.article.clean),
            cue_span=self.article.raw_span(found.cue),
            via=self.chains.of(found.cue, holder, made.via),
            content=content or _content(stretch.span, found.cue).of(self.article.clean).strip(" ,;:"),
        )

    # attributions ---------------------------------------------------------------------------------------------------

    def _attributions(self) -> Iterator[Attribution]:
        for quoted in self.seen.quoted:
            content = tuple(self.article.raw_span(piece) for piece in quoted.content)
            source = self.whose.source(quoted.source[0]) if quoted.source else None
            yield Attribution(self.article.raw_span(quoted.cue[0]), content, source, self._kind(quoted))
        yield from self._unseen()

    def _unseen(self) -> Iterator[Attribution]:
        """The attributions that the rules alone find, in words that the network ascribes to nobody."""
        taken = [self.article.raw_span(piece) for each in self.seen.quoted for piece in (*each.cue, *each.content)]
        for each in self.by_rules.attributions:
            if not any(piece.overlap(other) for piece in (each.cue, *each.content) for other in taken):
                yield each

    def _kind(self, quoted: Quoted) -> str:
        tokens = [token for piece in quoted.content for token in self._tokens(piece)]
        inside = sum(self.parsed.quoted[token.i] is not None for token in tokens)
        return "indirect" if not inside else "direct" if inside >= len(tokens) - 3 else "mixed"


def _main(verb: Token) -> Token:
    """The verb that an auxiliary goes with; any other verb itself."""
    return verb.head if verb.dep_ == "aux" else verb


def _joined(verb: Token, first: Token) -> bool:
    """Whether a verb with a subject of its own is joined to another: "they go, and we stay"."""
    return verb.dep_ == "conj" and verb.head.i == first.i and any(child.dep_ == "nsubj" for child in verb.children)


def _content(span: Span, cue: Span) -> Span:
    """What a statement is about: what follows its cue, or what stands before it when that is the longer part."""
    after, before = Span(min(cue.end, span.end), span.end), Span(span.start, max(span.start, cue.start))
    if not span.start <= cue.start < span.end:
        return span
    return after if after.end - after.start >= min(12, before.end - before.start) else before


def shared(a: Span, b: Span) -> float:
    """The share of the shorter of two spans that they have in common."""
    return a.overlap(b) / max(1, min(a.end - a.start, b.end - b.start))


def apart(statements: Iterable[Statement]) -> list[Statement]:
    """The likeliest statements, without those that repeat one of them: the same holder and act in the same words.

    Of two acts that one holder would make in the very same words, too, only the likelier one is left.
    """
    kept: list[Statement] = []
    for each in sorted(statements, key=lambda each: (-(each.confidence or 0.0), each.span, each.id)):
        own = [other for other in kept if who(other.holder) == who(each.holder)]
        if not any(_repeats(each, other) for other in own) and _covered(each.span, own) <= VERY:
            kept.append(each)
    return kept


def _covered(span: Span, others: Sequence[Statement]) -> float:
    """The share of a span that stands in several others together, such as the members of a list."""
    if sum(each.span.overlap(span) > 0 for each in others) < 2:
        return 0.0
    inside = {i for each in others for i in range(max(span.start, each.span.start), min(span.end, each.span.end))}
    return len(inside) / max(1, span.end - span.start)


def _repeats(each: Statement, other: Statement) -> bool:
    if each.act == other.act:
        return shared(each.span, other.span) > SAME
    common = each.span.overlap(other.span)
    return common > VERY * (each.span.end - each.span.start + other.span.end - other.span.start - common)
