"""When an act was uttered or done, and when what it is about is due: dates that hang on its words, or carry over to it.

A date tells when an act was if it hangs on the act's own verb or on the one that reports it, on the occasion of either
("in a letter sent on Tuesday"), or on a verb that the act's goes on from ("marched on Sunday to protest"). With none of
its own an act has the date of what the same holder did or said just before ("She added ..."). What belongs to
something else ("the accord of 2016", "the strike planned for Monday") tells nothing, and nothing is guessed from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from sayso.reading.calendar import MONTHS, WEEKDAYS, Clock, Words, found, resolved
from sayso.reading.holders import Holders
from sayso.reading.lexicon import Lexicon
from sayso.reading.parse import Parsed
from sayso.reading.relays import who
from sayso.records import UNKNOWN, Fact, Holder, Span

_LINKS = ("npadvmod", "tmod", "pobj", "prep", "advmod", "nummod", "amod", "npmod", "pcomp", "appos", "dep", "dative")
_TO_BE = frozenset({"demand", "offer", "accept", "threaten"})
"""The acts that are about something to come."""
_BY = frozenset({"by", "until", "till", "before", "within"})
_DUE = _BY | {"from", "after"}
"""Words before a date to come, whatever their clause."""
_MODALS = frozenset({"will", "would", "shall", "'ll", "’ll", "’d", "'d", "wo", "must", "should", "may", "can", "could"})
_REACH = 7
"""How many governors up from a date its verb or occasion may be."""
_ON = 4
"""From how many verbs an act may go on, each from the one before."""
_BACK = 3
"""How many sentences before an act its date may be told in."""
_FRONT = frozenset({"on", "in", "at", "during", "late", "early"})
_BEFORE_MONTH = _BY | {"in", "since", "during", "from", "of", "for", "late", "early"}
_OPENED = frozenset({"range", "over", "within"})
"""The kinds of dates that begin with the word that ties them: "from Monday to Friday"."""
_NEAR = frozenset({"near", "unit"})
"""The kinds of dates that stand with "has rejected": "today", "this week"."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words for a date where they stand: their first and last token, the one they hang by, and on what they hang."""

    words: Words
    first: int
    last: int
    governor: Token
    through: tuple[str, ...]


class Dates:
    """The dates of one parsed article."""

    def __init__(self, parsed: Parsed, holders: Holders, words: Lexicon) -> None:
        self.parsed = parsed
        self.holders = holders
        self.lexicon = words
        self.published = parsed.article.published

    def said(self, verbs: Sequence[Token], holder: Holder) -> Fact:
        """When the act of these verbs was: its own and, where it is reported, the reporting one; unknown stays so."""
        for verb in verbs:
            day = self._of(verb)
            if day.value is not None:
                return day
        return self._carried(verbs[-1], holder)

    def due(self, verb: Token, act: str, first: int, last: int, said: Fact) -> Fact:
        """When what an act asks for, takes on or threatens with is due: a date to come in the words of the act.

        ``first`` to ``last`` are the tokens of its words; it is counted from the day when it was ``said``, if known.
        """
        if act not in _TO_BE:
            return UNKNOWN
        known = said if said.value is not None and said.precision == "day" and "/" not in said.value else self.published
        due = [
            told
            for told in self._by_sentence(verb)
            if (first <= told.first <= last or self._conditions(told, verb)) and self._to_come(told)
        ]
        for told in sorted(due, key=lambda told: (_conditional(told.governor), told.first)):
            day = resolved(told.words, Clock(known, ahead=True))
            if day.value is not None and not _before(day, known):
                return day
        return UNKNOWN

    @staticmethod
    def _conditions(told: Told, verb: Token) -> bool:
        """Whether a date stands in a condition of the act: "unless the debts are settled by February"."""
        return _conditional(told.governor) and verb.is_ancestor(told.governor)

    # what a date hangs on --------------------------------------------------------------------------------------------

    @cached_property
    def _told(self) -> dict[int, list[Told]]:
        """All words for dates, by the first token of their sentence."""
        every: dict[int, list[Told]] = {}
        for words in found(self.parsed.article.clean):
            places = self.parsed.at(Span(words.start, words.end))
            if places and (told := self._hung(words, places[0], places[-1])) is not None:
                every.setdefault(self.parsed.doc[places[0]].sent.start, []).append(told)
        return every

    def _by_sentence(self, verb: Token) -> list[Told]:
        return self._told.get(verb.sent.start, [])

    def _hung(self, words: Words, first: int, last: int) -> Told | None:
        inside = range(first, last + 1)
        doc = self.parsed.doc
        root = next((doc[i] for i in inside if doc[i].head.i not in inside), doc[last])
        if _is_bare_month(words) and doc[max(first - 1, 0)].lower_ not in _BEFORE_MONTH:
            return None  # "May said", "they may"
        through = [doc[first].lower_] if words.kind in _OPENED else []
        fronted = self._fronted(words, first, last)
        if fronted is not None:
            return Told(words, first, last, fronted, tuple(through))
        up = root
        for _ in range(_REACH):
            if up.dep_ == "prep" or up.pos_ in ("ADP", "SCONJ"):
                through.append(up.lower_)
            outside = up.i not in inside
            if outside and up.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") and up.dep_ != "prep":
                return Told(words, first, last, up, tuple(through))
            if up.head.i == up.i or (up.dep_ not in _LINKS and outside and up.pos_ != "ADP"):
                return Told(words, first, last, up, tuple(through))
            up = up.head
        return None

    def _fronted(self, words: Words, first: int, last: int) -> Token | None:
        """The verb of "On 11 May the league rejected ...", "the league on Tuesday rejected ...", however it is parsed.

        Parsers take a date for a part of the name that it stands beside.
        """
        doc = self.parsed.doc
        sentence = doc[first].sent
        before = first - 1 if first > 0 and doc[first - 1].lower_ in _FRONT else first
        opening = [token for token in doc[sentence.start : before] if token.is_alpha]
        comma = last + 1 < sentence.end and doc[last + 1].lower_ == ","
        placed = bool(opening) and opening[0].lower_ in _FRONT and comma  # "At the council in Tarn this week, ..."
        if not opening or (placed and not any(token.pos_ in ("VERB", "AUX", "PUNCT") for token in opening)):
            return _verb_above(sentence.root) if sentence.root.i > last else None
        after = doc[last + 1] if last + 1 < sentence.end else None
        tied = before < first or words.kind == "near" or words.words.lower() in WEEKDAYS
        if after is not None and after.tag_ == "VBD" and tied and doc[before - 1].pos_ in ("NOUN", "PROPN", "PUNCT"):
            return _main(after)
        return None

    def _to_come(self, told: Told) -> bool:
        verb = told.governor
        if verb.pos_ not in ("VERB", "AUX"):
            return bool(_BY & set(told.through)) or (bool(_DUE & set(told.through)) and _is_ahead(_verb_above(verb)))
        if _is_ahead(verb):
            return True
        if verb.dep_ in ("acl", "oprd") and verb.tag_ == "VBN":  # "leave the beaches unguarded from Sunday"
            return bool(_DUE & set(told.through)) and _is_ahead(_verb_above(verb.head))
        return (bool(_DUE & set(told.through)) and verb.tag_ not in ("VBD", "VBN")) or _conditional(verb)

    # when something was ----------------------------------------------------------------------------------------------

    def _of(self, verb: Token, depth: int = 0) -> Fact:
        """The date of what a verb tells; of several the finest."""
        days = [self._past(told) for told in self._by_sentence(verb) if self._tells(told, verb)]
        known = [day for day in days if day.value is not None]
        if known:
            return min(known, key=lambda day: ("day", "week", "month", "year").index(day.precision or "year"))
        before = self._goes_on_from(verb) if depth < _ON else None
        return self._of(before, depth + 1) if before is not None else UNKNOWN

    def _tells(self, told: Told, verb: Token) -> bool:
        due = bool(_DUE & set(told.through[:1])) and told.words.kind not in ("range", "over")
        if due or not _is_past(verb, told.words):
            return False
        place = told.governor
        if place.pos_ in ("VERB", "AUX"):
            if any(tie(place, verb) for tie in (_same, self._speaking, _cleft, _failed)):
                return True
            place = place.head if place.dep_ in ("acl", "relcl") else place
        return _in_phrase(place, verb) or self._occasion(place, verb)

    def _speaking(self, place: Token, verb: Token) -> bool:
        """ "Speaking on Sunday, she called ...": how an act was made."""
        own = any(child.dep_ in ("nsubj", "mark") for child in place.children)
        speaking = place.lemma_.lower() in self.lexicon.classes["speaking"]
        return place.dep_ == "advcl" and _same(place.head, verb) and speaking and not own

    def _occasion(self, place: Token, verb: Token) -> bool:
        """ "In a letter of May 3", "at a rally on Sunday": where an act was made."""
        lemma = place.lemma_.lower()
        acts = ("NOUN", lemma) in self.lexicon.frames or lemma == "one"
        if lemma not in self.lexicon.classes["occasion"] and not (acts and place.dep_ == "dobj"):
            return False
        if place.dep_ == "dobj" and _same(place.head, verb):
            return True
        for _ in range(_ON):
            if place.dep_ != "pobj" or place.head.lower_ not in ("in", "at", "during", "by", "with", "after", "of"):
                return False
            place = place.head.head
            if _same(place, verb):
                return True
        return False

    def _past(self, told: Told) -> Fact:
        before = self._mentioned(told) if told.words.kind == "after" else UNKNOWN
        return resolved(told.words, Clock(self.published, before))

    def _mentioned(self, told: Told) -> Fact:
        """The last day told before some words, not far from them."""
        earlier = [each for each in self._near_by(told.first) if each.last < told.first]
        for each in reversed(earlier):
            if each.words.kind == "after" or self._to_come(each):
                continue
            day = resolved(each.words, Clock(self.published))
            if day.value is not None and day.precision == "day":
                return day if "/" not in day.value else UNKNOWN
        return UNKNOWN

    def _near_by(self, place: int) -> Iterator[Told]:
        starts = self._starts(place)
        for start in reversed(starts):
            yield from self._told.get(start, ())

    def _starts(self, place: int) -> list[int]:
        """Where the sentence of a token and some before it begin, the last first."""
        starts, at = [], place
        for _ in range(_BACK + 1):
            start = self.parsed.doc[at].sent.start
            starts.append(start)
            if start == 0:
                break
            at = start - 1
        return starts

    def _goes_on_from(self, verb: Token) -> Token | None:
        """The verb whose date an act shares: "marched on Sunday to protest", "was hit on Monday by men, who fled"."""
        if verb.pos_ == "NOUN":
            return _verb_above(verb.head) if verb.dep_ == "dobj" else None  # "held talks"
        own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
        if verb.dep_ in ("xcomp", "conj") and not own:
            return _verb_above(verb.head)
        if verb.dep_ in ("advcl", "pcomp", "ccomp", "acl") and not own and verb.tag_ in ("VB", "VBG", "VBN"):
            return _verb_above(verb.head)
        if verb.dep_ == "relcl" and verb.tag_ == "VBD" and _apart(verb):
            return _verb_above(verb.head)
        return None

    # what carries over -----------------------------------------------------------------------------------------------

    def _carried(self, verb: Token, holder: Holder) -> Fact:
        """The date of what the same holder did or said in a sentence just before, if this goes on from it."""
        if verb.tag_ != "VBD" or _has(verb) or any(not self._to_come(told) for told in self._by_sentence(verb)):
            return UNKNOWN
        mine = self._doers(verb) or {who(holder)}
        for start in self._starts(verb.i)[1:]:
            if self.parsed.part(self.parsed.doc[start]) != self.parsed.part(verb):
                return UNKNOWN
            here = self._told.get(start, ())
            others = self._doers(self.parsed.doc[start].sent.root) if not here else set()
            if others and not others & mine:
                return UNKNOWN  # somebody else had a say in between
            for told in here:
                before = _verb_above(told.governor)
                if before is None or (day := self._of(before)).precision != "day":
                    continue
                return day if self._doers(before) & mine else UNKNOWN
        return UNKNOWN

    def _doers(self, verb: Token) -> set[str]:
        subject = _subject(verb)
        doer = self.holders.of(subject, speaks=True) if subject is not None else None
        return {who(doer)} if doer is not None else set()


def _subject(verb: Token) -> Token | None:
    for _ in range(_ON):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.head.i == verb.i or verb.dep_ not in ("conj", "xcomp", "advcl"):
            return None
        verb = verb.head
    return None


def _verb_above(token: Token) -> Token | None:
    """A verb itself, or the nearest one above it."""
    for each in (token, *token.ancestors):
        if each.pos_ in ("VERB", "AUX"):
            return _main(each)
    return None


def _main(verb: Token) -> Token:
    return verb.head if verb.dep_ in ("aux", "auxpass") else verb


def _same(one: Token, other: Token) -> bool:
    return _main(one).i == _main(other).i


def _helpers(verb: Token) -> Iterable[Token]:
    return (child for child in verb.children if child.dep_ in ("aux", "auxpass"))


def _has(verb: Token) -> bool:
    """Whether a verb is in a perfect of the present: "has rejected"; such a one tells no day."""
    return any(helper.lemma_ == "have" and helper.tag_ in ("VBZ", "VBP") for helper in _helpers(verb))


def _is_ahead(verb: Token | None) -> bool:
    """Whether a verb tells of what is to come: "to mend", "will leave", "that they mend"."""
    if verb is None:
        return False
    verb = _main(verb)
    helpers = list(_helpers(verb))
    if any(helper.lower_ in _MODALS for helper in helpers):
        return not any(helper.lemma_ == "have" for helper in helpers)
    if verb.tag_ == "VBN":
        return any(helper.lower_ == "be" for helper in helpers)
    return verb.tag_ == "VB" and not any(helper.lower_ in ("did", "does", "do") for helper in helpers)


def _is_past(verb: Token, words: Words) -> bool:
    """Whether words for a date can tell when a verb's doing was: not of "will go", nor a day of "has gone"."""
    verb = _main(verb)
    helpers = [helper.lower_ for helper in _helpers(verb)]
    if any(helper in _MODALS for helper in helpers):
        return "have" in helpers
    present = verb.tag_ in ("VBZ", "VBP") or any(helper in ("is", "are", "am", "has", "have") for helper in helpers)
    return not present or words.kind in _NEAR


def _conditional(verb: Token) -> bool:
    """Whether a verb stands in a condition: "if the wages are not paid"."""
    for each in (verb, *verb.ancestors):
        if each.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in each.children if c.dep_ == "mark"):
            return True
        if each.dep_ == "ROOT":
            break
    return False


def _cleft(place: Token, verb: Token) -> bool:
    """ "It was on Wednesday that they refused"."""
    it = any(child.lower_ == "it" and child.dep_ in ("nsubj", "expl") for child in place.children)
    return it and place.lemma_ == "be" and verb.head.i == place.i


def _failed(place: Token, verb: Token) -> bool:
    """ "They failed to agree in January": what was not done was not done then."""
    return place.dep_ == "xcomp" and _same(place.head, verb) and verb.lemma_ in ("fail", "refuse", "decline", "manage")


def _in_phrase(place: Token, noun: Token) -> bool:
    """ "The bombing of cities in 2015": a date in the phrase of a noun that is an act itself."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return place.i == noun.i or (place.dep_ == "pobj" and place.head.dep_ == "prep" and place.head.head.i == noun.i)


def _apart(verb: Token) -> bool:
    """Whether a relative clause only goes on telling: "the miners, who threw stones"."""
    start = verb.left_edge.i
    return start > 0 and verb.doc[start - 1].lower_ == "," and verb.doc[start].lower_ == "who"


def _is_bare_month(words: Words) -> bool:
    return words.kind == "point" and words.words.lower() in MONTHS


def _before(day: Fact, known: Fact) -> bool:
    one, other = day.value or "", known.value or ""
    length = min(len(one), len(other))
    return day.precision != "week" and one[:length] < other[:length]
