"""Acts without a word of their own: what a speaker says must be, will not be done, or would follow."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.reading.cues import Cue
from sayso.reading.holders import Holders
from sayso.reading.lexicon import Frame, Lexicon
from sayso.reading.mentions import FIRST, PLURAL, SINGULAR, low
from sayso.reading.parse import Parsed
from sayso.reading.speech import Speech, Speeches

OUGHT = frozenset({"must", "should", "ought"})
NEED = frozenset({"need", "have"})
CONDITIONS = frozenset({"condition", "precondition", "demand", "requirement", "term"})
WOULD = frozenset({"would", "’d", "'d"})
WILL = frozenset({"will", "would", "'ll", "’ll", "wo", "’d", "'d", "shall"})


class Utterances:
    """Finds cues in what speakers are reported to say."""

    def __init__(self, parsed: Parsed, speeches: Speeches, words: Lexicon, holders: Holders) -> None:
        self.holders = holders
        self.parsed = parsed
        self.speeches = speeches
        self.words = words

    def of(self, verb: Token) -> Cue | None:
        """The cue that a verb heads by its mood alone, inside somebody's words; None outside them."""
        speech = self.speeches.at[verb.i]
        if verb.pos_ not in ("VERB", "AUX") or speech is None or speech.cue.i == verb.i:
            return None
        auxiliaries = {child.lower_: child for child in verb.children if child.dep_ == "aux"}
        subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)
        if subject is None and verb.dep_ == "conj":
            subject = next((child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        return (
            self._ought(verb, auxiliaries)
            or self._imperative(verb, subject)
            or self._no_plan(verb)
            or self._will_not(verb, auxiliaries, subject, speech)
            or self._threat(verb, auxiliaries, subject, speech)
            or self._answer(verb, subject)
            or self._judgement(verb, subject)
        )

    def _ought(self, verb: Token, auxiliaries: dict[str, Token]) -> Cue | None:
        subjects = [child.i for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
        modal = next((token for word, token in auxiliaries.items() if word in OUGHT), None)
        if modal is not None and subjects and modal.i < subjects[0]:
            return None  # "should they come" asks or supposes
        if modal is not None:
            return Cue(verb, "demand", tuple(sorted((modal.i, verb.i))))
        if (
            verb.dep_ == "xcomp"
            and verb.head.lemma_.lower() in NEED
            and any(child.lower_ == "to" for child in verb.children)
        ):
            past = verb.head.tag_ == "VBD" and verb.head.lemma_ == "have"
            if not past or self.parsed.quoted[verb.i] is None:
                return Cue(verb.head, "demand", (verb.head.i,))
        return None

    def _imperative(self, verb: Token, subject: Token | None) -> Cue | None:
        if subject is not None or verb.tag_ != "VB" or self.parsed.quoted[verb.i] is None:
            return None
        if verb.dep_ != "ROOT" and not (verb.dep_ == "ccomp" and self._opens_quotation(verb)):
            return None
        if any(child.dep_ == "aux" and child.lower_ not in ("do", "let") for child in verb.children):
            return None
        return Cue(verb, "demand", (verb.i,))

    def _opens_quotation(self, verb: Token) -> bool:
        number = self.parsed.quoted[verb.i]
        return number is not None and self.parsed.quotations[number].first == verb.i

    def _no_plan(self, verb: Token) -> Cue | None:
        """ "There are no plans to", "we have no intention of", "there can be no question of"."""
        if verb.lemma_ not in ("be", "have", "see"):
            return None
        for child in verb.children:
            plan = child.dep_ in ("attr", "dobj", "nsubj") and child.lemma_.lower() in self.words.classes["plan"]
            if plan and any(part.lower_ == "no" for part in child.children):
                return Cue(verb, "reject", tuple(sorted((verb.i, child.i))))
        return None

    def _will_not(
        self, verb: Token, auxiliaries: dict[str, Token], subject: Token | None, speech: Speech
    ) -> Cue | None:
        denied = any(child.dep_ == "neg" for child in verb.children)
        going = verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children)
        able = bool({"can", "ca", "could"} & set(auxiliaries))
        if not denied or subject is None or not (WILL & set(auxiliaries) or going or able):
            return None
        if not self._own(subject, speech) or verb.lemma_.lower() in self.words.classes["reticence"]:
            return None
        return Cue(verb, "reject", (verb.i,))

    def _threat(self, verb: Token, auxiliaries: dict[str, Token], subject: Token | None, speech: Speech) -> Cue | None:
        """ "If ..., there will be consequences", "if ..., he will": a condition, and what follows."""
        if _marks(verb) and subject is not None and auxiliaries.keys() & WILL and self._own(subject, speech):
            return Cue(verb, "offer" if self._offered(verb, auxiliaries, subject) else "threaten", (verb.i,))
        if not auxiliaries.keys() & (WILL | {"could", "might", "may"}) or any(
            child.dep_ == "neg" for child in verb.children
        ):
            return None
        bad = [part for part in verb.subtree if part.lemma_.lower() in self.words.classes["consequence"]]
        return Cue(verb, "threaten", tuple(sorted({verb.i, bad[0].i}))) if bad else None

    def _offered(self, verb: Token, auxiliaries: dict[str, Token], subject: Token) -> bool:
        """Whether what we would do is for somebody to earn: "we would sign if they drop it", not "if it rained"."""
        if _marks(verb) != {"if"} or not auxiliaries.keys() & WOULD or low(subject.text) not in FIRST:
            return False
        doers = [part for child in _conditions(verb) for part in child.children if part.dep_ == "nsubj"]
        asked = any(doer.lower_ in PLURAL | SINGULAR | {"you"} or self.holders.of(doer) for doer in doers)
        return asked and not {part.lemma_.lower() for part in verb.subtree} & self.words.classes["hostile"]

    def _answer(self, verb: Token, subject: Token | None) -> Cue | None:
        """ "The answer is no": what speakers say to whatever they were asked."""
        if verb.lemma_ != "be" or subject is None or subject.lemma_.lower() not in ("answer", "reply", "response"):
            return None
        for child in verb.children:
            act = {"no": "reject", "yes": "accept"}.get(child.lower_) if child.i > verb.i else None
            if act is not None:
                return Cue(verb, act, (verb.i, child.i))
        return None

    def _judgement(self, verb: Token, subject: Token | None) -> Cue | None:
        """ "This is a mistake", "they violated ...": a predicate that judges somebody else."""
        if subject is None or low(subject.text) in FIRST or any(child.dep_ == "neg" for child in verb.children):
            return None
        judging = self.words.classes["judgement"]
        predicates = [child for child in verb.children if child.dep_ in ("attr", "acomp", "dobj", "oprd")]
        words = [
            verb,
            *predicates,
            *(part for child in predicates for part in child.children if part.dep_ in ("amod", "conj")),
        ]
        found = [part for part in words if part.lemma_.lower() in judging]
        return Cue(verb, "accuse", tuple(sorted({verb.i, found[0].i}))) if found else None

    def _own(self, subject: Token, speech: Speech) -> bool:
        """Whether a subject inside somebody's words is the speaker."""
        if self.parsed.quoted[subject.i] is not None:
            return low(subject.text) in FIRST
        if subject.lower_ in ("he", "she", "it", "they"):
            return True
        source = self.holders.speaker(speech)
        other = self.holders.of(subject)
        return source is not None and other is not None and (other.name or other.words) in (source.name, source.party)

    def ultimatum(self, verb: Token) -> Cue | None:
        """ "The crews will walk out unless ...", told by the article itself: whoever will do it threatens with it."""
        if self.speeches.at[verb.i] is not None or not any(child.lower_ in WILL for child in verb.children):
            return None
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        negated = any(child.dep_ == "neg" for child in verb.children)
        if "unless" not in _marks(verb) or subject is None or negated:
            return None
        people = subject.tag_ in ("NNS", "NNPS")  # "the crews", but not "the rain"
        someone = self.holders.of(subject, speaks=people) is not None
        return Cue(verb, "threaten", (verb.i,), frame=Frame(verb.lemma_, "threaten")) if someone else None

    def condition(self, verb: Token) -> Cue | None:
        """ "Another condition is that ...", "chief among the demands is ...": a condition and what it is."""
        if verb.lemma_ not in ("be", "involve", "include", "require", "remain"):
            return None
        for child in verb.children:
            if child.dep_ == "nsubj" and child.lemma_.lower() in CONDITIONS and child.i < verb.i:
                return Cue(child, "demand", (child.i, verb.i), verb)
            if child.i < verb.i and child.dep_ in ("acomp", "advmod", "prep", "nsubj", "amod", "attr"):
                among = [part for part in child.subtree if part.dep_ == "pobj" and part.head.lower_ == "among"]
                if among and among[0].lemma_.lower() in CONDITIONS:
                    return Cue(among[0], "demand", (among[0].i, verb.i), verb)
        return None


def _conditions(verb: Token) -> list[Token]:
    """The heads of the clauses that a verb's own clause depends on."""
    return [child for child in verb.children if child.dep_ == "advcl"]


def _marks(verb: Token) -> set[str]:
    """The words by which a verb's clause is made a condition's: "if", "unless"."""
    return {part.lower_ for child in _conditions(verb) for part in child.children} & {"if", "unless"}
