"""Where an article names persons: as the recogniser sees it, by a given name, by an office beside the name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.reading.people import people
from sayso.reading.phrases import FIRMS

HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir lord lady sen. rep. gov. gen. sheikh prof.".split())
REGNAL = frozenset({"king", "queen", "emperor", "pope", "sultan", "emir"})
"""Offices that are said as part of a name."""
NOBLE = frozenset({"prince", "princess", "lord", "lady", "duke", "baron", "star", "crown", "major"})
"""Words that stand in lists of offices and are parts of names, too."""
PARTICLES = frozenset("al an bin da das de del della den der di do dos du el ibn la le ter van von y".split())
"""Small words inside names."""
OWNED = ("its", "their")
CALLED = ("named", "called")
"""What stands between an office and a name: "a former staffer named Tam Orl"."""
NAMED = ("GPE", "NORP", "ORG", "LOC")
PLACES = ("GPE", "LOC", "FAC")
NOBODY = (*PLACES, "ORG", "NORP", "DATE", "TIME", "EVENT", "PRODUCT")
ANYBODYS = frozenset(
    "owner rival partner ally member supporter critic opponent source investor neighbour neighbor predecessor "
    "successor operator landlord tenant donor backer broker dealer trader publisher user victim star crown".split()
)
"""Offices in the list that a company or a state may have, too."""
TITLED = 3
"""So many words have a title and a name of two words."""
LONGEST_NAME = 4
"""Words that a name has after the given one, at most."""


def is_person(entity: Tokens) -> bool:
    """Whether an entity is the name of a person: with a capital, and no body or office taken for one ("Guild")."""
    if not entity[0].text[0].isupper() or all(token.pos_ != "PROPN" for token in entity):
        return False
    lemma = entity.root.lemma_.lower()
    if entity[-1].lower_.rstrip(".") in FIRMS:
        return False
    return entity.label_ == "PERSON" and (len(entity) > 1 or not (lemma in people().bodies or is_title(entity.text)))


def titled(doc: Doc) -> Iterator[Tokens]:
    """Office, first and last name, where only the office tells that it is a person ("Lawyer Ewa Stolz")."""
    for i in range(len(doc) - TITLED + 1):
        if doc[i].pos_ != "PROPN":
            continue
        words = doc[i : i + TITLED]
        proper = all(token.pos_ == "PROPN" and token.text.istitle() for token in words)
        proper = proper and words[-1].lower_.rstrip(".") not in FIRMS
        if proper and is_title(words[0].text) and {token.ent_type_ for token in words} != {"PERSON"}:
            ends = i + TITLED == len(doc) or not doc[i + TITLED].text.istitle()
            if ends and not any(token.lemma_.lower() in people().bodies for token in words):
                yield words


def apposed(doc: Doc) -> Iterator[Tokens]:
    """Two names between commas beside an office ("its chair, Ewa Stolz, said", "Ewa Stolz, the chair, said")."""
    for i in range(len(doc) - 2):
        if doc[i].pos_ != "PROPN":
            continue
        pair = doc[i : i + 2]
        whole = not doc[i + 2].text[0].isupper() and not (i and _is_capital(doc[i - 1]))
        called = i > 1 and doc[i - 1].lower_ in CALLED and _is_office(doc[i - 2])  # whatever it is taken for
        known = all(_is_capital(token) and token.text.istitle() for token in pair)
        before = i > 1 and doc[i - 1].text == "," and _is_office(doc[i - 2])
        called = called or (before and doc[i + 2].text == "," and not _is_of_body(pair))
        told = called or (not _is_none(pair) and (before or _told_after(doc, i + 2)))
        if whole and known and told:
            yield pair


def _told_after(doc: Doc, at: int) -> bool:
    """Whether what stands after a name tells that it is a person's: an age, or an office with its article or owner."""
    if at + 1 >= len(doc) or doc[at].text != ",":
        return False
    after = doc[at + 1]
    article = after.lower_ in (*OWNED, "the", "a", "an")
    owned = _is_office(after) and doc[at + 2 : at + 3].text.lower() in ("of", "for", "at")
    return (after.like_num and len(after) <= 3) or owned or (article and any(map(_is_office, doc[at + 2 : at + 5])))


def _is_capital(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _is_none(name: Tokens) -> bool:
    """Whether a name is taken for a body's, a place's or a day's."""
    return any(token.ent_type_ in NOBODY or token.lemma_.lower() in people().bodies for token in name)


def _is_of_body(name: Tokens) -> bool:
    return any(token.lemma_.lower() in people().bodies for token in name)


def _is_office(token: Token) -> bool:
    """Whether a noun is an office that a person alone holds: a rival or an owner may be a company."""
    return (
        token.pos_ == "NOUN"
        and token.tag_ == "NN"
        and (lemma := token.lemma_.lower()) in people().offices
        and lemma not in ANYBODYS
    )


def given(doc: Doc) -> Iterator[Tokens]:
    """Names that begin with a given one, where the entity recogniser sees no person ("Ida Brenn-Toft")."""
    women, men = people().women, people().men
    last = -1
    for token in doc:
        if (
            token.i <= last
            or token.pos_ != "PROPN"
            or (token.text not in women and token.text not in men)
            or _begun_before(token)
        ):
            continue
        last = token.i
        while last + 1 < len(doc) and last - token.i < LONGEST_NAME and _goes_on(doc, last):
            last += 1
        while last > token.i and not doc[last].text[0].isupper():
            last -= 1
        if token.i < last and not _of_body(doc[token.i : last + 1]):
            yield doc[token.i : last + 1]


def _begun_before(token: Token) -> bool:
    """Whether a given name stands within another name ("the Henry Morton Society"), no title or honorific before it."""
    if not token.i:
        return False
    before = token.nbor(-1)
    titled = before.lower_ in HONORIFICS or is_title(before.text)
    return before.lower_ == "the" or before.text == "-" or (_is_capital(before) and not titled)


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether a name goes on after a token: with a surname, a particle, or the other half of a double one."""
    after = doc[at + 1]
    if doc[at].text == "-" or after.text == "-":
        return not doc[at].whitespace_ and doc[at].text[-1].isalpha() == (after.text == "-")
    if after.is_space or not doc[at].whitespace_:
        return False
    small = after.lower_ in PARTICLES and at + 2 < len(doc) and doc[at + 2].text[0].isupper()
    return doc[at].text[0].isalpha() and (small or (after.pos_ == "PROPN" and after.text[0].isupper()))


def _of_body(name: Tokens) -> bool:
    """Whether what looks like a name of somebody is that of a body, a people or a place, or goes on as one."""
    doc = name.doc
    after = doc[name.end : name.end + 1]
    said = [*name, *after] if name[-1].whitespace_ and after and after[0].text[0].isupper() else [*name]
    longer = any(token.ent_type_ in NAMED and token.ent_iob_ == "I" for token in after)
    person = _told_after(doc, name.end) or (name.start and is_title(doc[name.start - 1].text))
    taken = not person and any(token.ent_type_ in ("ORG", "NORP") for token in name)
    return (
        longer
        or taken
        or name[-1].tag_ == "NNPS"
        or name[-1].ent_type_ in PLACES
        or any(is_title(token.text) or token.ent_type_ == "NORP" for token in name)
        or any(token.lemma_.lower() in people().bodies for token in said)
    )


def name_of(entity: Tokens) -> list[Token]:
    """The tokens of a person's name, without what stands before or after it in the entity."""
    found: list[Token] = []
    for token in entity:
        joins = token.text == "-" and found and not found[-1].whitespace_
        ends = token.tag_ == "POS" or token.pos_ in ("ADP", "VERB", "AUX", "CCONJ", "PUNCT") or token.is_space
        if found and ends and not joins and token.lower_ not in PARTICLES:
            break
        if joins or (token.pos_ != "PUNCT" and not token.is_space):
            found.append(token)
    while len(found) > 1 and (found[0].lower_ in HONORIFICS or is_title(found[0].text)):
        found.pop(0)
    return found or [entity[0]]


def is_title(word: str) -> bool:
    """Whether a word before a name is an office ("Bishop", "Judge"), not part of it as a monarch's is."""
    lower = word.lower()
    return lower in people().offices and lower not in REGNAL and lower not in NOBLE
