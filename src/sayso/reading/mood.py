"""Whether an act is told as done: negation, hypotheticals, questions, infinitives and plans."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.reading.cues import Cue
from sayso.reading.lexicon import Lexicon
from sayso.records import DEEDS

TURNED = {"accept": "reject", "offer": "reject", "reject": None, "demand": None, "threaten": None, "accuse": None}
"""What a negated act is: "has not agreed" rejects; "did not rule out" says nothing for sure."""

MAY = frozenset({"could", "may", "might", "can"})
DOUBT = frozenset({"if", "whether", "unless"})
UNREAL = frozenset({"had", "were", "should"})
TO_COME = frozenset({"will", "would", "'ll", "’ll", "shall"})
"""Deeds count when they are told as done: what will be done is a plan."""
PROMISED = frozenset({"agree"})
"""To agree to a deed is not yet to do it."""
NEVER = frozenset({"never", "hardly", "nor", "neither", "no"})
SPEECH_BRIDGE = ("ccomp",)


def verb_of(cue: Cue) -> Token:
    """The verb whose mood decides: the cue's own, the one that carries a noun, or the copula of an adjective."""
    if cue.light is not None:
        return cue.light
    if (
        cue.head.pos_ in ("ADJ", "ADP")
        and cue.head.dep_ in ("acomp", "prep", "attr")
        and cue.head.head.pos_ in ("AUX", "VERB")
    ):
        return cue.head.head
    return cue.head


def negated(cue: Cue) -> bool:
    """Whether the act is denied: "not", "never", "no" on its verb, or the verb that carries it on."""
    verb = verb_of(cue)
    words = [
        child
        for child in verb.children
        if child.dep_ == "neg"
        or (child.lower_ in NEVER and child.i < verb.i and child.dep_ in ("advmod", "preconj", "cc"))
    ]
    if cue.head is not verb:
        words += [
            child
            for child in cue.head.children
            if child.dep_ == "neg" or (child.lower_ in ("no", "not") and child.i < cue.head.i)
        ]
    subject_no = [
        part
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass")
        for part in child.children
        if part.lower_ in ("no", "neither")
    ]
    governor = verb.head if verb.dep_ in ("xcomp", "conj") and verb.head.pos_ in ("VERB", "AUX") else None
    if governor is not None and verb.dep_ == "xcomp" and not words:
        words = [child for child in governor.children if child.dep_ == "neg"]
    return bool(words or subject_no)


def doubtful(cue: Cue, words: Lexicon) -> bool:
    """Whether the act is only possible, conditional, asked about, planned or wished for."""
    verb = verb_of(cue)
    if cue.head.pos_ == "NOUN" and cue.light is None:
        return cue.act in DEEDS and cue.head.dep_ == "dobj" and _wanted(cue.head.head, words)
    if cue.act in DEEDS and any(child.lower_ in TO_COME and child.dep_ == "aux" for child in verb.children):
        return True
    return (
        _modal(verb)
        or _conditional(verb)
        or _inverted(verb)
        or _asked(verb)
        or _infinitive(verb, words, PROMISED if cue.act in DEEDS else frozenset())
    )


def possible(cue: Cue) -> bool:
    """Whether the act is told as no more than possible, as what might have been, or asked about."""
    verb = verb_of(cue)
    return (cue.head.pos_ != "NOUN" or cue.light is not None) and (
        _modal(verb) or _asked(verb) or _inverted(verb) or any(child.lower_ == "whether" for child in verb.children)
    )


def _inverted(verb: Token) -> bool:
    """Whether a condition is told by the order of words: "had it accepted", "were they to refuse"."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    first = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), None)
    return subject is not None and first is not None and first.i < subject.i and first.lower_ in UNREAL


def _wanted(verb: Token, words: Lexicon) -> bool:
    """Whether a verb tells what somebody asks for or offers: a deed in its object is not done yet."""
    frames = words.frames.get(("VERB", verb.lemma_.lower()), ())
    return any(frame.act in ("demand", "offer") for frame in frames)


def _modal(verb: Token) -> bool:
    chain = [verb, verb.head] if verb.dep_ in ("conj", "xcomp") else [verb]
    return any(child.lower_ in MAY and child.dep_ == "aux" and not has_neg(up) for up in chain for child in up.children)


def has_neg(verb: Token) -> bool:
    """Whether a "not" stands on a verb itself."""
    return any(child.dep_ == "neg" for child in verb.children)


def _conditional(verb: Token) -> bool:
    up = verb
    for _ in range(3):
        if any(child.dep_ == "mark" and child.lower_ in DOUBT for child in up.children):
            return True
        if up.dep_ not in ("conj", "xcomp", "acomp"):
            return False
        up = up.head
    return False


def _asked(verb: Token) -> bool:
    return verb.sent[-1].text == "?" or any(token.text == "?" for token in verb.sent[-3:])


def _infinitive(verb: Token, words: Lexicon, promised: frozenset[str]) -> bool:
    up = verb
    while up.dep_ == "conj" and not any(child.lower_ == "to" for child in up.children):
        up = up.head
    if not any(child.lower_ == "to" and child.dep_ == "aux" for child in up.children):
        return False
    governor = up.head
    return not (up.dep_ == "xcomp" and governor.lemma_.lower() in words.classes["aspect"] - promised)
