"""Where a phrase begins and ends: names with what belongs to them, nouns with what describes them."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.reading.calendar import WEEKDAYS
from sayso.reading.parse import entities
from sayso.reading.people import people

TIMES = ("DATE", "TIME")
RANKS = frozenset({"chief", "first", "foremost", "key", "principal", "highest"})
FIRMS = frozenset("co company inc corp corporation ltd plc group holdings sons brothers partners associates".split())
"""How names of firms end, which no person's does; an "and" before it is part of the name."""


def name_edges(token: Token) -> tuple[int, int]:
    """First and last token of the name that a token is part of, without its article."""
    doc = token.doc
    first = last = token.i
    for entity in (entity for entity in entities(token.sent) if entity.start <= token.i < entity.end):
        first, last = entity.start, entity.end - 1
        while last > token.i and doc[last].lower_ in WEEKDAYS:
            last -= 1
        for part in entity:
            if part.text == "," and not first <= part.head.i <= last:  # "according to Tarn, Norland has ..."
                first, last = (part.i + 1, last) if token.i > part.i else (first, part.i - 1)
            if (
                part.dep_ == "cc"
                and part.head in (token, *token.conjuncts)
                and not any(later.lower_.strip(".") in FIRMS for later in entity)
                and not _of_one_body(entity)
            ):
                first, last = (part.i + 1, last) if token.i > part.i else (first, part.i - 1)
    if first == last == token.i:
        while (
            first > 0
            and doc[first - 1].pos_ == "PROPN"
            and doc[first - 1].dep_ == "compound"
            and first <= doc[first - 1].head.i <= token.i
        ):
            first -= 1
        first, last = _of_body(token, first, last)
    while last > first and (doc[last].text in ("'s", "’s", "'", "’", ",") or doc[last].ent_type_ in TIMES):
        last -= 1
    while first < last and doc[first].lower_ in ("the", "a"):
        first += 1
    return first, last


def _of_one_body(name: Tokens) -> bool:
    """Whether an "and" is inside a body's name, by its last word ("the Ports and Ferries Commission")."""
    last = name[-1]
    single = last.tag_ in ("NNP", "NN") and last.lemma_.lower() in people().bodies
    before = [part.nbor(-1) for part in name[1:] if part.dep_ == "cc"]
    whole = all(part.lemma_.lower() not in people().bodies and not part.text.isupper() for part in before)
    return name.label_ == "ORG" and single and whole


def _of_body(token: Token, first: int, last: int) -> tuple[int, int]:
    """The name of a body with whose it is: "the Dyers' Guild", "the Guild of Organists"."""
    if token.lemma_.lower() not in people().bodies or not token.text[0].isupper():
        return first, last
    for child in token.children:
        inner = [part for part in child.subtree if part.pos_ not in ("DET", "PART", "ADP", "CCONJ", "PUNCT")]
        if not inner or not all(part.text[0].isupper() for part in inner):
            continue
        if child.dep_ == "poss" and child.right_edge.i == first - 1:
            first = child.left_edge.i
        elif child.dep_ == "prep" and child.lower_ == "of" and child.i == last + 1:
            last = child.right_edge.i
    return first, last


def phrase_edges(token: Token) -> tuple[int, int]:
    """First and last token of a noun with what describes it."""
    inner = [
        child
        for child in token.children
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "quantmod", "predet")
        and child.i < token.i
    ]
    first = min((part.i for child in inner for part in child.subtree), default=token.i)
    last = token.i
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "at", "for", "in") and child.i == last + 1:
            end = child.right_edge.i
            if end - last <= 7 and not any(part.pos_ == "VERB" for part in child.subtree):
                last = end
    joined = [part.i for part in token.doc[first : token.i] if part.dep_ == "cc" and _named_before(part)]
    return max(first, token.i - 10, *(i + 1 for i in joined)), last


def _named_before(conjunction: Token) -> bool:
    """Whether a name stands right before an "and": "Kyiv and European leaders" are two."""
    return conjunction.i > 0 and conjunction.nbor(-1).ent_type_ in ("GPE", "ORG", "PERSON")


def ranks(token: Token) -> bool:
    """Whether a word only says which of several is meant: "Chief among these demands", "First among them"."""
    return token.lower_ in RANKS and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "among"
