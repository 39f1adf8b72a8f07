"""What a pronoun may stand for: persons, bodies, several, by the head of a phrase and whom it resolves to."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sayso.reading.ascribed import SUBJECTS
from sayso.reading.mentions import PLURAL, SINGULAR
from sayso.reading.people import people
from sayso.records import Holder

Fits = Callable[[Token, Holder], bool]
"""Whether a pronoun of one kind may stand for a phrase, given its head token and whom it resolves to."""


def anybody(token: Token, holder: Holder) -> bool:
    """Anybody at all: who says "I" or "we"."""
    return True


def rank(token: Token) -> tuple[bool, int]:
    """How likely a phrase is to be meant by a pronoun after it: subjects of whole sentences come first."""
    return token.dep_ not in SUBJECTS, _depth(token)


def _depth(token: Token) -> int:
    """How many clauses a token is embedded in: the subject of a whole sentence before that of a part of it."""
    return sum(up.dep_ in ("ccomp", "relcl", "acl", "xcomp", "pcomp") for up in (token, *token.ancestors))


def is_person(token: Token, holder: Holder) -> bool:
    """Whether "he" or "she" may stand for a phrase."""
    unlisted = holder.kind == "unknown" and token.tag_ == "NNP" and holder.name is not None
    return holder.kind == "person" or unlisted or _is_officer(token, holder)


def _is_officer(token: Token, holder: Holder) -> bool:
    return holder.kind == "unknown" and token.lemma_.lower() in people().offices and token.tag_ == "NN"


def is_body(token: Token, holder: Holder) -> bool:
    """Whether "it" may stand for a phrase."""
    if holder.kind == "person" or _is_officer(token, holder):
        return False
    return token.tag_ not in ("NNS", "NNPS") and token.lower_ not in SINGULAR | PLURAL


def named_or_many(token: Token, holder: Holder) -> bool:
    """Whether "they" may stand for a phrase in somebody's own words, as of a land or a body."""
    return are_many(token, holder) or (holder.kind != "person" and token.ent_type_ in ("GPE", "ORG"))


def are_many(token: Token, holder: Holder) -> bool:
    """Whether "they" may stand for a phrase."""
    joined = any(child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") for child in token.children)
    several = token.tag_ in ("NNS", "NNPS") or token.lower_ in PLURAL or token.ent_type_ in ("NORP", "ORG")
    return several or joined or (holder.kind != "person" and token.lemma_.lower() in people().bodies)
