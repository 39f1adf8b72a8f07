"""Whether a verb tells a deed at all: a meeting wants somebody to meet, a protest something that it is about."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.reading.arguments import ADDRESSED, joint
from sayso.reading.ascribed import SUBJECTS
from sayso.reading.cues import Cue
from sayso.reading.mood import verb_of
from sayso.reading.phrases import TIMES

PRESS = frozenset({"press", "reporter", "journalist", "media", "newsman", "audience", "crowd"})
"""Whom one speaks to without having met anybody."""
GATHER = frozenset({"gather", "assemble", "congregate", "meet"})
"""What people do for many reasons."""
HOURS = frozenset({"dawn", "dusk", "noon", "midnight", "morning", "afternoon", "evening", "night", "day"})


def bare(cue: Cue) -> bool:
    """Whether a verb tells too little for its deed: "spoke in Oslo", "met the press", "gathered at dawn"."""
    verb = verb_of(cue)
    if verb.pos_ != "VERB" or verb.dep_ in ("pobj", "compound"):
        return False
    if cue.act == "consult":
        return not _together(verb) and not any(_counterpart(child) for child in verb.children)
    if cue.act == "protest" and verb.lemma_.lower() in GATHER:
        return not any(child.i > verb.i and not _when(child) for child in verb.children if not child.is_punct)
    return False


def _when(child: Token) -> bool:
    """Whether what stands with a verb tells no more than when."""
    last = next((part for part in child.children if part.dep_ == "pobj"), child)
    return last.ent_type_ in TIMES or last.lemma_.lower() in HOURS


def _together(verb: Token) -> bool:
    """Whether more than one do it with each other: a plural subject, or several."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return any(len(list(joint(child))) > 1 or child.tag_ in ("NNS", "NNPS", "PRP", "WDT", "WP") for child in subjects)


def _counterpart(child: Token) -> bool:
    """Whether somebody is met or spoken with here, who is not the press."""
    if child.dep_ in ("dobj", "dative", "nsubjpass", "agent") and child.pos_ != "ADP":
        return child.lemma_.lower() not in PRESS
    if child.dep_ in ("prep", "dative", "agent") and child.lower_ in (*ADDRESSED["consult"], "by"):
        return any(part.dep_ == "pobj" and part.lemma_.lower() not in PRESS for part in child.children)
    return child.dep_ in ("xcomp", "conj", "prt", "acomp")
