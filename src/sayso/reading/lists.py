"""Lists taken apart by their commas: "shorter hours, higher pay and an end to the lockout" are three."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
JOIN = frozenset({"and", "or"})
BREAKS = frozenset({",", ";"})
Place = tuple[int, int]


def enumerated(doc: Doc, first: int, last: int, start: int) -> list[Place]:
    """The stretches of tokens of the members of a list inside ``first`` to ``last``, the whole as one if it has none.

    Members stand after ``start``, where the word that demands them ends, with commas between them and "and" before the
    last one; from the second on they begin alike. What stands before the list goes with the first member.
    """
    cuts = _cuts(doc, start, last)
    ends = [*(at - 1 for at, _ in cuts[1:]), last][: len(cuts)]
    members = [(after, end) for (_, after), end in zip(cuts, ends, strict=True)]
    for number in range(len(members) - 1):
        if _alike([*(_bare(doc, i, j) for i, j in members[number:-1]), list(doc[members[-1][0] : last + 1])]):
            return [(first, cuts[number][0] - 1), *members[number:]]
    return [(first, last)]


def _cuts(doc: Doc, start: int, last: int) -> list[Place]:
    """Where members of a list are cut: the first token of what stands between two, and the first after it."""
    cuts: list[Place] = []
    at = start
    while at < last:
        token = doc[at]
        if token.text in BREAKS:
            after = at + 1 + (doc[at + 1].lower_ in JOIN)
            cuts.append((at, after))
            if after > at + 1:
                return cuts
            at = after
        elif token.lower_ in JOIN and cuts:
            return [*cuts, (at, at + 1)]
        at += 1
    return []


def _bare(doc: Doc, first: int, last: int) -> list[Token]:
    """A member without what the parser may take for a verb before its noun: "paid breaks" are breaks."""
    described = doc[first].tag_ == "VBD" and first < last and doc[first + 1].tag_ in ("NN", "NNS")
    return list(doc[first + described : last + 1])


def _alike(members: Sequence[Sequence[Token]]) -> bool:
    """Whether members begin alike and none of them is a name or a sentence of its own."""
    kinds = {_kind(member[0]) for member in members if member}
    return (
        len(kinds) == 1
        and "" not in kinds
        and all(member for member in members)
        and any(len(member) > 1 for member in members)
        and not any(all(token.pos_ == "PROPN" for token in member) for member in members)
        and (kinds != {"noun"} or not any(_finite(member) for member in members))
    )


def _kind(token: Token) -> str:
    """How a member begins: with "to", "for" or "that", a bare verb, an -ing form, or as a noun phrase does."""
    if token.lower_ in ("to", "for", "that"):
        return token.lower_
    if token.tag_ == "VB":
        return "verb"
    if token.tag_ == "VBG":
        return "doing"
    if token.tag_ == "VBN" and token.dep_ not in ("conj", "ROOT"):
        return "noun"  # "paid breaks"
    return "noun" if token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV") else ""


def _finite(member: Sequence[Token]) -> bool:
    """Whether a noun phrase goes on with a verb that does not hang on it: then it is a subject."""
    places = {token.i for token in member}
    return any(token.tag_ in FINITE and (token.head.i not in places or token.head.i == token.i) for token in member)
