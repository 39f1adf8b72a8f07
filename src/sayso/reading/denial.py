"""Whether what stands inside a clause is denied, only rumoured or weighed against: nobody is told to have done it."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.reading.ascribed import SUBJECTS
from sayso.reading.cues import Cue
from sayso.reading.lexicon import Lexicon
from sayso.reading.mood import has_neg, verb_of

DENY = frozenset({"deny", "disprove", "refute", "debunk", "disclaim"})
DENIAL = frozenset({"denial", "rumor", "rumour", "speculation", "gossip"})
CLAIMS = frozenset({"allegation", "accusation", "insinuation", "claim", "suggestion", "assertion", "report", "story"})
"""What others say to be so: whoever rejects it denies what it says."""
SAID = frozenset({"allegation", "accusation", "insinuation"})
"""Those that are so without a clause that tells what they say, too."""
REFUSE = frozenset({"reject", "dismiss", "dispute", "contest", "rebut"})
INSTEAD = frozenset({"against", "without"})
ALMOST = frozenset({("of", "short"), ("to", "close"), ("to", "near")})
"""What stands before an act that is nearly done: "stopped short of demanding", "came close to threatening"."""
NOBODY = frozenset({"nobody", "none", "no-one"})
NOTHING = frozenset({"truth", "evidence", "proof", "sign", "indication", "basis", "foundation", "suggestion"})
"""What there is none of when something is not so: "no truth in the story that ..."."""
SILENT = frozenset({"comment", "elaborate", "speculate", "specify", "discuss"})
"""What somebody who has no comment refuses to do."""
GIVEN_UP = frozenset({"drop", "withdraw", "abandon", "retract", "rescind", "renounce", "shelve", "waive"})
"""What is done to a demand that one no longer makes."""
NOT_SO = frozenset({"true", "untrue", "false"})
"""What somebody says of what others say: "that is simply not true" denies it, and rejects nothing."""
LET = frozenset({"let", "allow", "permit", "help", "see", "watch", "want", "like", "imagine", "picture"})
"""Verbs after which a bare "him go" is not told as done."""


def unheld(cue: Cue, words: Lexicon) -> bool:
    """Whether any clause above a cue says that it is not so: "denied that it had agreed", "rumours that ...",
    "no question of agreeing", "against recommending", "rather than accept", "never let him go".

    What a noun tells of ("its refusal") is taken for granted, and only denied by a word of denying, or over when it is
    dropped; what somebody does not think that others should do is still a demand.
    """
    below, noun = verb_of(cue), cue.head
    if cue.act == "reject" and any(noun.doc[i].lemma_.lower() in NOT_SO for i in cue.tokens):
        return True
    if noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in GIVEN_UP:
        return True
    if rebuts(below) or _nobody(below) or (_unrefused(below, words) if cue.act == "reject" else _nowhere(below)):
        return True
    granted = below.pos_ in ("NOUN", "PROPN")
    for up in below.ancestors:
        made = granted and cue.act == "accuse" and below.dep_ == "dobj"  # who denies an accusation was accused
        if below.dep_ not in (*SUBJECTS, "conj") and not made and _denies(up):
            return True
        if below.dep_ not in SUBJECTS and not granted and _takes_back(up, below, cue, words):
            return True
        below = up
    return False


def rebuts(verb: Token) -> bool:
    """Whether a verb rejects what others say: "rejected the allegation" denies it, and rejects nothing."""
    return verb.lemma_.lower() in REFUSE and any(
        child.lemma_.lower() in CLAIMS and (child.lemma_.lower() in SAID or _clause(child))
        for child in verb.children
        if child.dep_ in ("dobj", "nsubjpass")
    )


def _nobody(verb: Token) -> bool:
    """Whether the subject of a verb is nobody: "no one at the union has accused"."""
    return any(
        child.lower_ in NOBODY or (child.lower_ == "one" and any(part.lower_ == "no" for part in child.children))
        for child in verb.children
        if child.dep_ in SUBJECTS
    )


def _nowhere(verb: Token) -> bool:
    """Whether a verb is denied by what stands first: "at no point did it threaten"."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or not any(child.dep_ == "aux" and child.i < subject.i for child in verb.children):
        return False
    before = verb.doc[verb.left_edge.i : subject.i]
    return any(token.lower_ in ("no", "never", "nowhere") for token in before)


def _unrefused(verb: Token, words: Lexicon) -> bool:
    """Whether not even a refusal is told: "has not excluded", "declined to rule out", "refused to comment"."""
    if not _refuses(verb, words):
        return False
    inner = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    if inner is not None and inner.lemma_.lower() in SILENT:
        return True
    outer = verb.head if verb.dep_ == "xcomp" else None
    return has_neg(verb) or any(other is not None and _refuses(other, words) for other in (inner, outer))


def _refuses(verb: Token, words: Lexicon) -> bool:
    """Whether a verb is one of refusing, as the lexicon has it ("rule" only with its "out")."""
    own = {child.lower_ for child in verb.children}
    frames = words.frames.get(("VERB", verb.lemma_.lower()), ())
    return any(frame.act == "reject" and own.issuperset(frame.companions[:1]) for frame in frames)


def _clause(noun: Token) -> bool:
    return any(child.dep_ in ("acl", "ccomp", "relcl") for child in noun.children)


def _denies(up: Token) -> bool:
    lemma = up.lemma_.lower()
    denying = lemma in DENY or rebuts(up)
    none = lemma in NOTHING and any(child.lower_ in ("no", "little", "any") for child in up.children)
    return (denying and up.pos_ in ("VERB", "AUX") and not has_neg(up)) or lemma in DENIAL or none


def _takes_back(up: Token, below: Token, cue: Cue, words: Lexicon) -> bool:
    lemma = up.lemma_.lower()
    if up.pos_ in ("VERB", "AUX"):
        doubted = below.dep_ == "ccomp" and has_neg(up) and lemma in words.say | words.think
        claimed = below.dep_ == "dobj" and below.lemma_.lower() in CLAIMS and lemma in words.think and _nobody(up)
        far = below.dep_ == "advcl" and has_neg(up) and any(child.lower_ == "far" for child in up.children)
        let = below.dep_ in ("ccomp", "xcomp") and below.tag_ == "VB" and lemma in LET
        return (doubted and cue.frame is not None) or (let and _bare(below)) or far or claimed
    if up.pos_ in ("NOUN", "PROPN"):
        return lemma in words.classes["plan"] and any(child.lower_ == "no" for child in up.children)
    if below.dep_ == "pcomp":
        almost = (up.lower_, up.head.lower_) in ALMOST or (up.lower_, up.nbor(-1).lower_ if up.i else "") in ALMOST
        return almost or up.lower_ in INSTEAD or (up.lower_ == "of" and up.head.lower_ == "instead") or _rather(up)
    return False


def _bare(verb: Token) -> bool:
    return not any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _rather(preposition: Token) -> bool:
    """ "Rather than accept it": the words before a comparison's clause."""
    return preposition.lower_ == "than" and preposition.i > 0 and preposition.nbor(-1).lower_ == "rather"
