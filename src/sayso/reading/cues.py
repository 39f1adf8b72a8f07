"""Words in a sentence that make an act, as the lexicon has them, with what belongs to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.reading.lexicon import Frame, Lexicon
from sayso.reading.people import people

OBJECTS = ("dobj", "nsubjpass", "dative", "oprd", "attr")
CLAUSES = ("ccomp", "xcomp", "acl", "advcl")


@dataclass(frozen=True, slots=True)
class Cue:
    """One act in a sentence: its head, the tokens that make it up, and on which it stands.

    ``light`` is the verb that carries a noun ("made" in "made an offer").
    """

    head: Token
    act: str
    tokens: tuple[int, ...]
    light: Token | None = None
    frame: Frame | None = None


class Cues:
    """Finds the cues of a token by the lexicon."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self._needs: dict[str, Callable[[Token], bool]] = {
            "clause": _clause, "inf": _infinitive, "to": _infinitive, "gerund": _gerund, "object": _object,
            "judged": self._judged, "guilt": lambda token: False, "subjunctive": _subjunctive, "other": _other, "wished": _wished, "copula": _copula, "for": _brings("for"), "of": _brings("of"),
            "reflexive": lambda token: any(child.lower_.endswith(("self", "selves")) for child in token.children),
            "party": _party, "person": _person, "workers": _workers, "commitment": self._commitment,
            "future": _future, "words": lambda token: False, "accusation": _accusation, "nottto": _negative_infinitive,
            "street": _street, "force": self._force, "place": self._place,
        }  # fmt: skip

    def of(self, token: Token) -> Cue | None:
        """The cue that a token heads, or None."""
        pos = (
            "VERB"
            if token.pos_ in ("VERB", "AUX")
            else "NOUN"
            if token.pos_ in ("NOUN", "PROPN")
            else "ADJ"
            if token.pos_ in ("ADJ", "ADP")
            else ""
        )
        lemma = token.lemma_.lower()
        if pos == "ADJ" and token.pos_ == "ADP" and token.lower_ != "against":
            return None
        for frame in self.words.frames.get((pos, lemma), ()):
            companions = _companions(token, frame)
            if companions is None or not self._met(token, frame):
                continue
            light = _light(token, self.words) if pos == "NOUN" else None
            tokens = tuple(sorted({token.i, *companions, *((light.i,) if light else ())}))
            return Cue(token, frame.act, tokens, light, frame)
        return None

    def _met(self, token: Token, frame: Frame) -> bool:
        return not frame.needs or any(self._need(token, need) for need in frame.needs)

    def _need(self, token: Token, need: str) -> bool:
        check = self._needs.get(need)
        if check is not None:
            return check(token)
        return any(part.lemma_.lower() in self.words.classes[need] for part in _arguments(token))

    def _commitment(self, token: Token) -> bool:
        return any(
            part.lemma_.lower() in ("commitment", "support", "pledge", "adherence", "readiness")
            for part in _arguments(token)
        )

    def _judged(self, token: Token) -> bool:
        """Whether a verb of calling has a predicate that judges."""
        judging = self.words.classes["judgement"]
        predicates = [
            child
            for child in token.children
            if child.dep_ in ("oprd", "xcomp", "ccomp", "prep", "attr", "dobj", "advcl")
        ]
        return any(part.lemma_.lower() in judging for child in predicates for part in child.subtree)

    def _force(self, token: Token) -> bool:
        return any(
            part.lemma_.lower() in self.words.classes["force"] or part.ent_type_ in ("GPE", "NORP", "FAC")
            for part in _arguments(token)
        )

    def _place(self, token: Token) -> bool:
        return any(
            part.lemma_.lower() in self.words.classes["place"] or part.ent_type_ in ("GPE", "FAC", "LOC")
            for part in _arguments(token)
        )


def _companions(token: Token, frame: Frame) -> tuple[int, ...] | None:
    """Where the words that belong to a frame stand, or None when one is missing."""
    found: list[int] = []
    after = token
    for word in frame.companions:
        near = [child for child in after.children if child.lower_ == word and child.i > token.i]
        near = near or [part for part in token.doc[token.i + 1 : token.i + 3] if part.lower_ == word]
        near = near or [child for child in token.children if child.lower_ == word and child.i > token.i]
        if not near:
            return None
        found.append(near[0].i)
        after = near[0]
    return tuple(found)


def _light(noun: Token, words: Lexicon) -> Token | None:
    """The verb of little meaning of its own that carries a noun: "made" an offer, "voiced" concern."""
    if noun.dep_ in ("dobj", "nsubjpass", "attr") and noun.head.lemma_.lower() in words.classes["light"]:
        return noun.head
    return None


def _arguments(token: Token) -> Iterator[Token]:
    """The nouns that a word takes: objects, and what its prepositions bring."""
    for child in token.children:
        if child.dep_ in OBJECTS or (child.dep_ == "nsubjpass"):
            yield child
            yield from (part for part in child.children if part.dep_ in ("conj", "compound"))
        elif child.dep_ in ("prep", "agent"):
            yield from (part for part in child.children if part.dep_ == "pobj")


def _clause(token: Token) -> bool:
    return any(
        child.dep_ in CLAUSES and child.i > token.i and (child.dep_ != "advcl" or _to(child))
        for child in token.children
    )


def _to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _infinitive(token: Token) -> bool:
    return any(child.dep_ in CLAUSES and _to(child) for child in token.children)


def _negative_infinitive(token: Token) -> bool:
    return any(child.dep_ == "xcomp" and any(part.dep_ == "neg" for part in child.children) for child in token.children)


def _gerund(token: Token) -> bool:
    return any(child.dep_ in ("xcomp", "ccomp", "pcomp") and child.tag_ == "VBG" for child in token.children)


def _object(token: Token) -> bool:
    return any(child.dep_ in ("dobj", "nsubjpass", "attr", "oprd") for child in token.children)


def _party(token: Token) -> bool:
    return any(
        part.ent_type_ in ("GPE", "ORG", "NORP", "PERSON") or people().may_hold(part.lemma_.lower())
        for part in _arguments(token)
    )


def _person(token: Token) -> bool:
    return any(
        part.ent_type_ in ("PERSON", "NORP", "ORG")
        or part.lemma_.lower() in people().offices
        or part.lower_ in ("him", "her", "them", "me", "us")
        for part in _arguments(token)
    )


def _workers(token: Token) -> bool:
    subjects = [child for child in token.children if child.dep_ == "nsubj"]
    return (
        bool(subjects)
        and not _object(token)
        and any(
            child.lemma_.lower()
            in (
                "worker",
                "union",
                "miner",
                "teacher",
                "driver",
                "docker",
                "pilot",
                "nurse",
                "employee",
                "member",
                "staff",
            )
            for child in subjects
        )
    )


def _street(token: Token) -> bool:
    return any(
        child.dep_ == "nsubj"
        and child.lemma_.lower()
        in (
            "thousand",
            "hundred",
            "dozen",
            "protester",
            "demonstrator",
            "crowd",
            "student",
            "worker",
            "people",
            "supporter",
        )
        for child in token.children
    )


def _future(token: Token) -> bool:
    return any(child.lower_ in ("will", "would", "'ll", "’ll") for child in token.children)


def _accusation(token: Token) -> bool:
    return False


def _subjunctive(token: Token) -> bool:
    """Whether what is insisted on is to be done ("that X leave", "must leave"), not only held to be true."""
    for clause in (child for child in token.children if child.dep_ in ("ccomp", "xcomp")):
        if clause.tag_ == "VB" or any(
            child.lower_ in ("must", "should", "be") and child.dep_ in ("aux", "auxpass") for child in clause.children
        ):
            return True
    return False


def _other(token: Token) -> bool:
    """Whether somebody else is to do what is wanted."""
    return any(
        any(part.dep_ in ("nsubj", "nsubjpass") for part in child.children)
        for child in token.children if child.dep_ in ("ccomp", "xcomp")
    )  # fmt: skip


def _copula(token: Token) -> bool:
    return token.head.lemma_ in ("be", "remain", "stand") and token.dep_ in ("prep", "acomp")


def _brings(preposition: str) -> Callable[[Token], bool]:
    return lambda token: any(child.dep_ == "prep" and child.lower_ == preposition for child in token.children)


def _wished(token: Token) -> bool:
    """ "Would like Rome to ...", "would like to see ..."."""
    would = any(child.lower_ in ("would", "'d", "’d") and child.dep_ == "aux" for child in token.children)
    seen = any(child.dep_ == "xcomp" and child.lemma_ in ("see", "have") for child in token.children)
    return would and (_other(token) or seen)
