"""How articles introduce persons: what the words before and after a name tell of whom they speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.reading.ascribed import SUBJECTS
from sayso.reading.namings import NAMED, OWNED
from sayso.reading.parse import Parsed
from sayso.reading.people import people

JOINING = frozenset({"of", "the", "for", "and", "de", "in", "'s", "’s", "'", "’", "-", "&"})
PORTFOLIOS = frozenset(
    "foreign finance defence defense interior prime vice deputy first chief senior former acting trade oil energy "
    "health justice labour labor treasury state home environment agriculture economy transport education "
    "culture".split()
)
"""What an office may be for: these capitalised words before one name no party."""
_BRACKETS = re.compile(r"\s*\([A-Z][A-Z&-]+\)")
TITLE_REACH = 9
"""How many tokens before a name may belong to its title ("the Brazilian central bank's foreign debt director")."""
LONGEST = 16
"""How many tokens after a name its apposition may have."""
ENDS = frozenset({",", ".", ";", ":", "”", '"', "(", ")", "–", "—"})
LEADS = frozenset("head lead run chair direct represent own found co-found manage".split())
"""Verbs for what somebody does who speaks for a body: "who leads the Fishers' League"."""
SERVES = {"serve": ("as",), "work": ("for", "at", "with"), "speak": ("for",), "sit": ("on",), "act": ("for",)}
"""The same with the words that go with them: "who serves as chairman of ...", "speaking for ..."."""
BELONGS = frozenset({"of", "from"})
"""Between a name and a body or a land: "Lena Kiko of the Harbour Campaign"."""
OWNS = ("'s", "\u2019s", "'", "\u2019")
"""How a name ends whose something is."""
INSIDE = ("of", "for", "at", "to")
"""What joins the words of a title: "the head of the league", but "a complaint by the head"."""
OTHERS = ("his", "her")
OWN = frozenset("deputy spokesman spokeswoman spokesperson lawyer attorney aide adviser advisor counsel envoy".split())
"""Who speaks for whoever has them: "her deputy"."""
THEIRS = OWN | {"campaign", "administration", "government", "foundation", "team", "camp"}
"""What somebody's own people and bodies are called, after the name: "Lund campaign chairman Tom Ekdal"."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What an article says beside a name: the words that describe the person, and those for whom the person speaks.

    ``owner``: the "its" or "her" of "its chair", "her deputy": whoever that is, the person speaks for.
    """

    described: str | None = None
    offices: frozenset[str] = frozenset()
    party: str | None = None
    owner: int | None = None


class Introductions:
    """Reads what stands around the names of an article; ``taken``: the tokens that are part of somebody's name."""

    def __init__(self, parsed: Parsed, taken: Mapping[int, object]) -> None:
        self.parsed = parsed
        self.doc = parsed.doc
        self._taken = taken

    def of(self, first: int, last: int) -> Iterator[Introduction]:
        """What is said of the person whose name stands from one token to another."""
        for tokens in (self._title_before(first), self._title_after(last)):
            offices = frozenset(token.lemma_.lower() for token in tokens) & people().offices
            if not offices or _are_many(tokens, first):
                continue
            party = _party_words(tokens) if tokens[0].lower_ not in OTHERS else None
            party = self._named_after(tokens[-1].i) or party
            owner = tokens[0].i if party is None and self._is_owned(tokens, offices) else None
            yield Introduction(self._words(tokens), offices, party, owner)
        yield from self._active(last)

    def place(self, first: int, last: int) -> tuple[str, bool] | None:
        """ "Ada Brenn of Norland", "Lena Kiko of the Harbour League": what hangs on a name, and if it is a body."""
        doc = self.doc
        comma = doc[last + 1 : last + 2].text == ","  # "Ada Brenn, of the Harbour League,"
        link = last + 1 + comma
        if link + 1 >= len(doc) or not first <= doc[link].head.i <= last:
            return None
        at = link + 1 + (doc[link + 1].lower_ == "the")
        kind = doc[at].ent_type_ if at < len(doc) else ""
        body = kind == "ORG" and doc[link].lower_ in BELONGS
        land = kind == "GPE" and doc[link].lower_ == "of" and at == link + 1 and not comma
        return (self._entity(at), body) if body or land else None

    def _is_owned(self, tokens: list[Token], offices: frozenset[str]) -> bool:
        """Whether a title begins with "its", or with "her" where somebody's own people are meant ("her deputy")."""
        return tokens[0].lower_ in OWNED or (tokens[0].lower_ in OTHERS and bool(offices & OWN))

    def _words(self, tokens: list[Token]) -> str:
        return _BRACKETS.sub("", self.parsed.words(tokens[0].i, tokens[-1].i))

    def _entity(self, at: int) -> str:
        """The words of the entity that a token is part of, from it on."""
        last = at
        while last + 1 < len(self.doc) and self.doc[last + 1].ent_iob_ == "I":
            last += 1
        words = self.parsed.words(at, last)
        return words.removesuffix("'s").removesuffix("’s").removeprefix("the ")

    # before a name --------------------------------------------------------------------------------------------------

    def _title_before(self, first: int) -> list[Token]:
        doc = self.doc
        tokens: list[Token] = []
        at = first - 1
        if at >= 0 and doc[at].text == ",":
            return self._apposition_before(at)
        while at >= max(0, first - TITLE_REACH) and self._free(at, first):
            if tokens and at > 1 and doc[at].text == ")" and doc[at - 2].text == "(" and doc[at - 1].is_upper:
                at -= 3  # "Fishers' League (FL) president Ada Brenn"
            elif not _titular(doc[at]) or (doc[at].lower_ == "and" and not _joins_titles(doc[at])):
                break
            else:
                tokens.insert(0, doc[at])
                at -= 1
        owned = bool(tokens) and (tokens[0].lower_ in THEIRS or tokens[0].text in OWNS)
        while owned and at >= 0 and self._taken.get(at) and doc[at].text[0].isupper():
            tokens.insert(0, doc[at])  # "Brenn campaign chairman Tom Ekdal", "Ada Brenn's spokesman Tom Ekdal"
            at -= 1
        while tokens and (tokens[0].lower_ in JOINING or tokens[0].pos_ in ("ADP", "CCONJ", "DET")):
            tokens.pop(0)
        return tokens

    def _apposition_before(self, comma: int) -> list[Token]:
        """ "The Turkish president, Emre ...": the noun phrase that ends at the comma."""
        doc = self.doc
        tokens: list[Token] = []
        at = comma - 1
        while (
            at >= max(0, comma - TITLE_REACH - 3)
            and doc[at].text not in (",", ".", ":", ";", "“", '"')
            and doc[at].pos_ not in ("VERB", "AUX", "SCONJ")
        ):
            tokens.insert(0, doc[at])
            inner = at and doc[at - 1].lower_ in INSIDE  # "the head of the league"
            if doc[at].lower_ in ("the", "its", "his", "her", "a", "an") and not inner:
                break
            at -= 1
        owned = next((at for at, token in enumerate(tokens) if token.text in OWNS), 0)
        while owned > 1 and tokens[owned - 2].ent_type_ in NAMED and tokens[owned - 1].ent_type_ in NAMED:
            owned -= 1
        office = any(token.lemma_.lower() in people().offices for token in tokens[owned:])
        if owned and office and tokens[owned - 1].ent_type_ in NAMED and tokens[0].lower_ not in OTHERS:
            return tokens[owned - 1 :]
        return tokens if tokens and tokens[0].lower_ in ("the", "its", "her", "his", "a", "an") else []

    def _free(self, at: int, first: int) -> bool:
        """Whether a token may belong to the title of the name at ``first``: no other person's name stands there."""
        return self.parsed.paragraphs[at] == self.parsed.paragraphs[first] and at not in self._taken

    # after a name ---------------------------------------------------------------------------------------------------

    def _title_after(self, last: int) -> list[Token]:
        """ "Tam Orl, chairman of ...,": what stands between the commas after a name."""
        doc = self.doc
        if last + 2 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].pos_ == "CCONJ":
            return []
        tokens: list[Token] = []
        for token in doc[last + 2 : last + LONGEST]:
            verb = token.pos_ in ("VERB", "AUX") and token.lower_ != "is" and (tokens or token.lower_ != "acting")
            noun = token.tag_ == "VBG" and bool(tokens) and tokens[-1].pos_ == "ADP"  # "director of planning"
            if verb and not noun and any(child in tokens for child in token.children if child.dep_ in SUBJECTS):
                return []  # "in a letter to Tam Orl, the chair asks ..."
            if token.text in ENDS or (verb and not noun):
                break
            tokens.append(token)
        if tokens and tokens[0].lower_ == "who" and len(tokens) > 2:
            tokens = tokens[2:]
        until = next((at for at, token in enumerate(tokens) if at and token.pos_ == "ADP"), len(tokens))
        offices = {token.lemma_.lower() for token in tokens[: max(5, until)]} & people().offices
        listed = any(token.i in self._taken and not self._is_owner(token, tokens) for token in tokens)
        pronoun = tokens and tokens[0].pos_ == "PRON" and tokens[0].lower_ not in (*OWNED, *OTHERS)
        return tokens if tokens and offices and not listed and not pronoun else []

    def _is_owner(self, token: Token, title: list[Token]) -> bool:
        """Whether a name in a title is whose it is ("Ann Lee's envoy", "an aide to Ann Lee"), not the next of a list.

        The title of the next is what a list such as "Ann Lee, chairman Tam Orl and ..." has before a name.
        """
        after = token.i
        while self._taken.get(after + 1) is self._taken[token.i]:
            after += 1
        owned = self.doc[after + 1 : after + 2].text in OWNS
        office = next((each.i for each in title if each.lemma_.lower() in people().offices), token.i)
        return owned or any(office < each.i < token.i and each.lower_ in INSIDE for each in title)

    def _named_after(self, last: int) -> str | None:
        """The name behind a comma of a body just described: "co-chair of a political group, the Lowland Council,"."""
        doc, at = self.doc, last + 2
        if at >= len(doc) or doc[last + 1].text != "," or doc[last].lemma_.lower() not in people().bodies:
            return None
        at += doc[at].lower_ == "the"
        return self._entity(at) if at < len(doc) and doc[at].ent_type_ == "ORG" else None

    def _active(self, last: int) -> Iterator[Introduction]:
        """ "Mara Quill, who heads the Fishers' League,": for whom somebody speaks by what the person does."""
        doc = self.doc
        at = last + 1 + (doc[last + 1 : last + 2].text == ",")
        at += doc[at : at + 1].text.lower() == "who"
        verb = doc[at] if at < len(doc) else None
        if verb is None or at == last + 1 or verb.pos_ != "VERB" or not self._free(at, last):
            return
        lemma, goes = verb.lemma_.lower(), doc[at + 1 : at + 2].text.lower()
        if lemma in SERVES and goes in SERVES[lemma]:
            at += 1
        elif lemma not in LEADS or verb.tag_ == "VBN":
            return
        named = self._object(verb, doc[at] if at > verb.i else verb)
        if named is None:
            return
        offices = frozenset({named[0].lemma_.lower()} & people().offices)
        described = self._words(list(doc[named[0].left_edge.i : named[0].right_edge.i + 1])) if offices else None
        yield Introduction(described, offices, self._entity(named[1].i))

    def _object(self, verb: Token, governor: Token) -> tuple[Token, Token] | None:
        """What somebody leads or speaks for, and the first word of its name: itself, or whose or of what it is."""
        objects = [child for child in governor.children if child.dep_ in ("dobj", "pobj") and child.i > verb.i]
        for thing in objects:
            if thing.ent_type_ == "ORG" or (thing.ent_type_ in NAMED and verb.lemma_.lower() in SERVES):
                return thing, next(token for token in thing.subtree if token.ent_type_ in NAMED)
            lemma = thing.lemma_.lower()
            inside = [part for part in thing.children if part.dep_ in ("poss", "compound", "nmod")]
            inside += [last for part in thing.children if part.lower_ == "of" for last in part.children]
            for part in inside if lemma in people().bodies | people().offices else ():
                if part.ent_type_ in NAMED:
                    return thing, next(token for token in part.subtree if token.ent_type_ in NAMED)
        return None


def _titular(token: Token) -> bool:
    if token.text in (",", ".", ":", ";", "(", ")", "“", "”", '"', "--", "–", "—"):
        return False
    if token.lower_ in JOINING or (token.tag_ == "VBN" and token.dep_ == "amod"):  # "retired general"
        return True
    if token.pos_ in ("VERB", "AUX", "SCONJ", "PRON", "ADV", "NUM", "PUNCT"):
        return token.i > 0 and token.nbor(-1).text == "-"  # "president-elect"
    lemma = token.lemma_.lower()
    return (
        token.text[0].isupper()
        or lemma in people().offices
        or lemma in people().bodies
        or token.pos_ == "ADJ"
        or token.dep_ in ("compound", "poss", "nmod", "amod")
    )


def _are_many(title: list[Token], first: int) -> bool:
    """Whether a title right before a name is that of several, of whom one is named here: "candidates Tam Orl and"."""
    return title[-1].tag_ in ("NNS", "NNPS") and title[-1].i + 1 == first


def _joins_titles(conjunction: Token) -> bool:
    """Whether an "and" before a name joins two offices, or stands in a body's name, unlike in "Tarn and President"."""
    before = conjunction.nbor(-1) if conjunction.i else conjunction
    office = before.lemma_.lower() in people().offices | PORTFOLIOS
    return office or (conjunction.ent_type_ == "ORG" and conjunction.ent_iob_ == "I") or before.pos_ == "NOUN"


def _party_words(tokens: list[Token]) -> str | None:
    """The words of a title that name a party: "Russian", "Brazil", "J.P. Morgan and Co", "central bank"."""
    named: list[Token] = []
    for token in tokens:
        part = token.ent_type_ in NAMED and token.text not in ("'s", "’s")
        if named and (not part or token.ent_iob_ == "B"):
            break
        if part:
            named.append(token)
    if named:
        words = "".join(token.text_with_ws for token in named).strip()
        return words.removeprefix("the ").removeprefix("The ")
    return _leading_name(tokens)


def _leading_name(tokens: list[Token]) -> str | None:
    """The capitalised words before an office that are no office themselves: parties that no list knows."""
    name: list[str] = []
    for token in tokens:
        lemma = token.lemma_.lower()
        if token.text in OWNS or lemma in people().offices or lemma in people().bodies or not token.text[0].isupper():
            break
        if token.pos_ in ("PROPN", "ADJ") and lemma not in PORTFOLIOS:
            name.append(token.text)
        else:
            break
    return " ".join(name) or None
