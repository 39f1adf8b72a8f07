"""Names of bodies: which words are one, whose a document is, and which body "the company" or "the watchdog, ..." is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.reading.ascribed import SUBJECTS
from sayso.reading.parse import Parsed
from sayso.reading.people import people
from sayso.reading.phrases import name_edges

PARTIES = ("GPE", "ORG", "NORP", "LOC", "FAC")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
BODY_REACH = 300
"""How many tokens back "the department" or "the company" may point."""
FIRM = frozenset({"company", "firm", "corporation", "airline", "carrier", "group", "manufacturer", "retailer"})
"""What an article calls a firm once it has named it."""


class Bodies:
    """Tells the bodies that nouns of one article mean, each by the last word of its name."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer) -> None:
        self.parsed = parsed
        self.gazetteer = gazetteer

    def is_named(self, token: Token) -> bool:
        """Whether a body stands with a name of its own in which no party is known: "the Dyers' Guild"."""
        if token.lemma_.lower() not in people().bodies or token.pos_ != "PROPN" or not token.text[0].isupper():
            return False
        first, last = name_edges(token)
        return first < last and not any(self.gazetteer.party(part.text) for part in self.parsed.doc[first : last + 1])

    def apposed(self, token: Token) -> Token | None:
        """The name that stands beside a noun for one body: "the watchdog, the Court of Auditors", "the union FNV"."""
        if token.tag_ not in ("NN", "NNP") or token.lemma_.lower() not in people().bodies | FIRM:
            return None
        doc, after = self.parsed.doc, token.i + 1
        after += doc[after : after + 1].text.lower() == "the"
        if after < len(doc) and doc[after].ent_type_ == "ORG" and doc[after].ent_iob_ == "B":
            return next(part for part in doc[after:] if part.i + 1 == len(doc) or part.nbor(1).ent_iob_ != "I")
        return next((child for child in token.children if child.dep_ == "appos" and child.ent_type_ == "ORG"), None)

    def again(self, token: Token) -> Token | None:
        """The body of its kind, or the firm, last named before a noun: "the department", "the company"."""
        lemma = token.lemma_.lower()
        if lemma not in people().bodies or token.tag_ not in ("NN", "NNP"):
            return None
        for i in range(token.i - 1, max(-1, token.i - BODY_REACH), -1):
            other = self.parsed.doc[i]
            of_kind = other.lemma_.lower() == lemma and i > 0 and self.parsed.doc[i - 1].ent_type_ == "ORG"
            if other.lemma_.lower() == lemma and self.is_named(other):
                return other
            if other.ent_type_ == "ORG" and (of_kind or (lemma in FIRM and other.dep_ in SUBJECTS)):
                return other
        return None

    def owner(self, document: Token) -> Token | None:
        """Whose a report or statement is: told with it, or, of "the report", with the last of its kind before."""
        definite = any(child.lower_ in DEFINITE for child in document.children)
        same = (self.parsed.doc[i] for i in range(document.i - 1, -1, -1)) if definite else ()
        every = [document, *(other for other in same if other.lemma_ == document.lemma_)]
        return next((owner for each in every for owner in _whose(each)), None)


def _whose(document: Token) -> Iterator[Token]:
    for child in document.children:
        if child.dep_ == "poss" or (child.dep_ == "compound" and child.ent_type_ == "ORG"):
            yield child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            yield from (part for part in child.children if part.dep_ == "pobj")
