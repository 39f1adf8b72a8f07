"""The stretch of a sentence that carries one act: its clause, with the holder, without what belongs to others."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc, Token

from sayso.reading.cues import Cue

EDGE = frozenset(
    {
        ",",
        ";",
        ":",
        "-",
        "--",
        "–",
        "—",
        "and",
        "but",
        "while",
        "however",
        "meanwhile",
        "or",
        ".",
        "(",
        ")",
        "...",
        "…",
        "then",
        "also",
    }
)


MARKS = frozenset({"“", "”", '"', "«", "»", "„"})


def clause_of(cue: Cue, others: Container[int]) -> tuple[int, int]:
    """First and last token of the clause of a cue; clauses joined to it that have cues of their own are left out.

    ``others`` are the tokens that head other cues.
    """
    top = _top(cue)
    cut: set[int] = set()
    for token in top.subtree:
        if token.i == top.i or token.i in cut:
            continue
        if _separate(token, top, others):
            cut |= {part.i for part in token.subtree}
    kept = sorted(({token.i for token in top.subtree} | _described(top)) - cut)
    return _trim(cue.head.doc, *_around(kept, cue.head.i))


def _described(top: Token) -> set[int]:
    """The noun that a participle says something of ("a fee demanded by Rome"): what the act is about."""
    if top.dep_ != "acl" or top.tag_ != "VBN":
        return set()
    return set(range(top.head.left_edge.i, top.head.i + 1))


def _top(cue: Cue) -> Token:
    """The head of the whole clause: the light verb of a noun, the copula of an adjective."""
    if cue.light is not None:
        return cue.light
    head = cue.head
    if (
        head.pos_ in ("ADJ", "ADP")
        and head.dep_ in ("acomp", "prep", "attr", "oprd")
        and head.head.pos_ in ("AUX", "VERB")
    ):
        return head.head
    if head.pos_ in ("NOUN", "PROPN") and head.dep_ == "attr" and head.head.pos_ == "AUX":
        return head.head
    return head


def _separate(token: Token, top: Token, others: Container[int]) -> bool:
    """Whether a dependent of a clause begins a clause that stands for itself."""
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and _spine(token, top):
        return True
    if token.dep_ in ("parataxis", "cc") and token.head.i == top.i:
        return token.dep_ == "parataxis" or token.i < top.i
    if token.dep_ in ("advcl", "relcl", "acl") and token.i in others and token.i > top.i:
        return True
    return (
        token.dep_ == "ccomp" and token.i < top.i and top.pos_ == "VERB" and token.head.i == top.i and token.i in others
    )


def _spine(token: Token, top: Token) -> bool:
    up = token.head
    while up.dep_ == "conj" and up.i != top.i:
        up = up.head
    return up.i == top.i


def _around(kept: list[int], middle: int) -> tuple[int, int]:
    """The unbroken run of tokens around the cue; a gap of a few tokens (a comma, a cut aside) is bridged."""
    first = last = middle
    for i in sorted((i for i in kept if i < middle), reverse=True):
        if first - i > 3:
            break
        first = i
    for i in (i for i in kept if i > middle):
        if i - last > 3:
            break
        last = i
    return first, last


def _trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    while first < last and (doc[first].lower_ in EDGE or doc[first].is_space or _stray(doc, first, last, first)):
        first += 1
    while last > first and (doc[last].text in EDGE or doc[last].is_space or _stray(doc, first, last, last)):
        last -= 1
    return first, last


def _stray(doc: Doc, first: int, last: int, at: int) -> bool:
    """Whether a stretch has a quotation mark at its edge without the other of the pair."""
    return doc[at].text in MARKS and sum(token.text in MARKS for token in doc[first : last + 1]) % 2 == 1
