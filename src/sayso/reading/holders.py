"""From a noun or pronoun to who it is: names, titles, pronouns and definite descriptions within one article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.reading.dates import WEEKDAYS
from sayso.reading.parse import Parsed, entities
from sayso.reading.people import people
from sayso.reading.persons import Person, Persons
from sayso.reading.speech import SUBJECTS, Speech, Speeches
from sayso.records import Holder, Span

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "ours", "myself", "ourselves", "mine"})
SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
PARTIES = ("GPE", "ORG", "NORP", "LOC", "FAC", "EVENT")
TIMES = ("DATE", "TIME")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
LANDS = frozenset({"country", "nation", "kingdom", "republic", "emirate", "state", "government", "administration"})
LAND_REACH, BODY_REACH = 120, 300
"""How many tokens back "the country" may point, and "the department" or "the company"."""
FIRM = frozenset({"company", "firm", "corporation", "airline", "carrier", "group", "manufacturer", "retailer"})
"""What an article calls a firm once it has named it."""
FIRMS = frozenset({"co", "company", "sons", "inc", "brothers", "partners", "associates"})
"""What ends a firm's name that has "and" in it."""
LOOK_BACK = 4
"""Sentences searched back for what a pronoun stands for."""


Fits = Callable[[Token, Holder], bool]
"""Whether a pronoun of one kind may stand for a phrase, given its head token and whom it resolves to."""


class Holders:
    """Resolves the head token of a phrase to a ``Holder``; None for what can hold no position."""

    def __init__(self, parsed: Parsed, speeches: Speeches, gazetteer: Gazetteer) -> None:
        self.parsed = parsed
        self.speeches = speeches
        self.gazetteer = gazetteer
        self.persons = Persons(parsed)
        self._sentences = list(parsed.doc.sents)
        self._number = {token.i: number for number, sentence in enumerate(self._sentences) for token in sentence}
        self._known: dict[int, Holder | None] = {}
        self._descriptions: dict[str, list[int]] = {}

    def of(self, token: Token, *, speaks: bool = False) -> Holder | None:
        """The holder that a phrase stands for, given its head token.

        ``speaks`` tells that it says or demands something, as only people and bodies do: then any noun will do.
        """
        if token.i not in self._known:
            self._known[token.i] = None
            self._known[token.i] = self._resolve(token)
        holder = self._known[token.i]
        if holder is None and speaks and token.pos_ == "NOUN" and people().may_speak(token.lemma_.lower()):
            holder = self._known[token.i] = self._described(token)
        return holder

    def _resolve(self, token: Token) -> Holder | None:
        lower = token.lower_
        if lower in RELATIVE and token.pos_ in ("PRON", "DET", "SCONJ"):
            clause = next((up for up in token.ancestors if up.dep_ in ("relcl", "acl")), None)
            return self.of(clause.head) if clause is not None else None
        if token.pos_ == "PRON" or lower in FIRST | SINGULAR | NEUTER | PLURAL:
            return self._pronoun(token)
        person = self._person(token)
        if person is not None:
            return self._as_person(token, person)
        return self._noun(token)

    def _person(self, token: Token) -> Person | None:
        """The person that a phrase names: its head, or the name that a title stands before or in apposition to."""
        found = self.persons.of(token)
        if found is not None or token.lemma_.lower() not in people().offices:
            return found
        for child in token.children:
            if child.dep_ in ("appos", "nmod", "flat") and self.persons.of(child):
                return self.persons.of(child)
        after = token.i + 1
        if after < len(self.parsed.doc) and self.parsed.doc[after].text == ",":
            after += 1
        person = self.persons.by_token.get(after)
        if (
            person
            and self.parsed.paragraphs[after] == self.parsed.paragraphs[token.i]
            and self._ends_apposition(after, person)
        ):
            return person
        return None

    def _ends_apposition(self, first: int, person: Person) -> bool:
        at = first
        while self.persons.by_token.get(at) is person:
            at += 1
        return (at < len(self.parsed.doc) and self.parsed.doc[at].text in (",", "(", "said")) or self.parsed.doc[
            first - 1
        ].text != ","

    def _as_person(self, token: Token, person: Person) -> Holder:
        described = max(person.described, key=len, default=None)
        party = max(sorted(set(person.parties)), key=person.parties.count, default=None)
        return Holder(token.text, self._place(token), person.name, described, party, "person")

    def _place(self, token: Token) -> Span:
        return self.parsed.article.raw_span(self.parsed.span(token.i, token.i))

    # pronouns -------------------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> Holder | None:
        lower = token.lower_
        speech = self.speeches.at[token.i]
        if lower in FIRST:
            return self._again(token, self._speaker(speech, token))
        if lower in SINGULAR:
            return self._again(token, self._said_by(speech, token, _is_person) or self._before(token, _is_person))
        if lower in NEUTER:
            return self._again(token, self._said_by(speech, token, _is_body) or self._before(token, _is_body))
        if lower in PLURAL:
            return self._again(token, self._said_by(speech, token, _are_many) or self._before(token, _are_many))
        if lower == "one" and token.dep_ in SUBJECTS:
            return self._before(token, _are_many)
        return None

    def _speaker(self, speech: Speech | None, token: Token) -> Holder | None:
        if speech is None or speech.source is None or speech.source.i == token.i:
            return None
        return self.of(speech.source)

    def _said_by(self, speech: Speech | None, token: Token, fits: Fits) -> Holder | None:
        """In words reported indirectly, a pronoun most often stands for their speaker."""
        if (
            speech is None
            or speech.source is None
            or token.i == speech.source.i
            or self.parsed.quoted[token.i] is not None
        ):
            return None
        holder = self.of(speech.source)
        return holder if holder is not None and fits(speech.source, holder) else None

    def _before(self, token: Token, fits: Fits) -> Holder | None:
        number = self._number[token.i]
        quoted = self.parsed.quoted[token.i] is not None
        for back in range(number, max(-1, number - LOOK_BACK), -1):
            found = [
                other for other in self._sentences[back]
                if other.i < token.i and other.dep_ in (*SUBJECTS, "pobj", "dobj", "poss", "appos", "agent", "conj")
                and other.i != token.i and (quoted or self.parsed.quoted[other.i] is None) and other.lower_ not in FIRST
            ]  # fmt: skip
            found.sort(
                key=lambda other: (other.dep_ not in SUBJECTS, _depth(other), other.i if back < number else -other.i)
            )
            for other in found:
                holder = self.of(other)
                if holder is not None and fits(other, holder):
                    return holder
        return None

    def _again(self, token: Token, holder: Holder | None) -> Holder | None:
        if holder is None:
            return None
        return Holder(
            token.text, self._place(token), holder.name, holder.described, holder.party, holder.kind, holder.anonymous
        )

    # nouns ----------------------------------------------------------------------------------------------------------

    def _noun(self, token: Token) -> Holder | None:
        lemma = token.lemma_.lower()
        if token.ent_type_ in TIMES or token.lower_ in WEEKDAYS:
            return None
        if token.pos_ in ("PROPN", "NOUN", "ADJ") and token.ent_type_ in PARTIES and not people().may_hold(lemma):
            return self._named(token)
        if lemma in people().documents:
            return self._document(token)
        if token.text[0].isupper() and any(self.gazetteer.party(words) for words in (token.text, self._name(token))):
            return self._named(token)
        if people().may_hold(lemma) or token.ent_type_ in PARTIES:
            return self._described(token)
        heads_line = (
            token.i + 1 < len(self.parsed.doc) and token.nbor(1).text == ":"
        )  # the parser may not know the name
        if (token.pos_ == "PROPN" or heads_line) and token.text[0].isupper():
            return self._named(token)
        return None

    def _name(self, token: Token) -> str:
        return self.parsed.words(*self._name_edges(token)).removeprefix("the ").removeprefix("The ")

    def _named(self, token: Token) -> Holder:
        first, last = self._name_edges(token)
        name = self._name(token)
        span = self.parsed.article.raw_span(self.parsed.span(first, last))
        listed = self.gazetteer.party(name) is not None
        kind = "party" if listed or token.ent_type_ in PARTIES else "unknown"
        return Holder(self.parsed.words(first, last), span, name if listed else self._fuller.get(name, name), kind=kind)

    @cached_property
    def _fuller(self) -> dict[str, str]:
        """By a last word that is nothing but a name here, the one name of two words that the article has for it."""
        common = {token.text for token in self.parsed.doc if token.text.islower()}
        found: dict[str, set[str]] = {}
        for first, last in pairwise(self.parsed.doc):
            proper = all(each.pos_ == "PROPN" and each.text.istitle() for each in (first, last))
            whole = last.ent_iob_ == "I" and first.i not in self.persons.by_token
            if proper and whole and last.lower_ not in common:
                found.setdefault(last.text, set()).add(f"{first.text} {last.text}")
        return {last: min(names) for last, names in found.items() if len(names) == 1}

    def _name_edges(self, token: Token) -> tuple[int, int]:
        doc = self.parsed.doc
        first = last = token.i
        for entity in (entity for entity in entities(token.sent) if entity.start <= token.i < entity.end):
            first, last = entity.start, entity.end - 1
            while last > token.i and doc[last].lower_ in WEEKDAYS:
                last -= 1
            for part in entity:
                if part.dep_ == "cc" and not any(later.lower_.strip(".") in FIRMS for later in entity):
                    first, last = (part.i + 1, last) if token.i > part.i else (first, part.i - 1)
        if first == last == token.i:
            while (
                first > 0
                and doc[first - 1].pos_ == "PROPN"
                and doc[first - 1].dep_ == "compound"
                and doc[first - 1].head.i == token.i
            ):
                first -= 1
        while last > first and (doc[last].text in ("'s", "’s", "'", "’", ",") or doc[last].ent_type_ in TIMES):
            last -= 1
        while first < last and doc[first].lower_ in ("the", "a"):
            first += 1
        return first, last

    def _document(self, token: Token) -> Holder | None:
        """A report or statement holds nothing itself: whose it is, holds."""
        for child in token.children:
            if child.dep_ == "poss":
                return self.of(child)
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
                found = next((self.of(part) for part in child.children if part.dep_ == "pobj"), None)
                if found is not None:
                    return found
        return None

    def _described(self, token: Token) -> Holder | None:
        doc = self.parsed.doc
        first, last = self._phrase_edges(token)
        phrase = doc[first : last + 1]
        lemma = token.lemma_.lower()
        definite = phrase[0].lower_ in DEFINITE
        entities = [part for part in phrase if part.ent_type_ in PARTIES and part.i != token.i]
        if definite and not entities:
            referent = self._referent(token, lemma)
            if referent is not None:
                return self._again(token, referent)
        words = self.parsed.words(first, last)
        party = self._party(entities, token) or self._party_before(token, lemma)
        span = self.parsed.article.raw_span(self.parsed.span(first, last))
        anonymous = self.gazetteer.anonymous(words)
        if last > first:
            self._descriptions.setdefault(lemma, []).append(token.i)
        return Holder(words, span, None, words, party, "unknown", anonymous)

    def _party(self, entities: list[Token], token: Token) -> str | None:
        for part in entities:
            first, last = self._name_edges(part)
            return self.parsed.words(first, last).removeprefix("the ")
        for child in token.children:
            if child.dep_ == "poss" and child.pos_ == "PRON":
                owner = self.of(child)
                return owner.name or owner.party if owner else None
            if child.dep_ == "prep" and child.lower_ == "for" and token.lemma_.lower() in people().offices:
                for part in (part for part in child.children if part.lemma_.lower() in people().bodies):
                    return self.parsed.words(*self._phrase_edges(part)).removeprefix("the ")
        return None

    def _party_before(self, token: Token, lemma: str) -> str | None:
        """ "One official", "another source": of the party of those last described so ("U.S. officials")."""
        if lemma not in people().offices or token.dep_ not in SUBJECTS:
            return None
        before = [self._known.get(i) for i in self._descriptions.get(lemma, ()) if i < token.i]
        return next((holder.party for holder in reversed(before) if holder is not None and holder.party), None)

    def phrase(self, token: Token) -> tuple[int, int]:
        """First and last token of a noun phrase: the whole name, or the noun with what describes it."""
        return self._name_edges(token) if token.ent_type_ in PARTIES else self._phrase_edges(token)

    def _phrase_edges(self, token: Token) -> tuple[int, int]:
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
        joined = [part.i for part in self.parsed.doc[first : token.i] if part.dep_ == "cc" and _named_before(part)]
        return max(first, token.i - 10, *(i + 1 for i in joined)), last

    def _referent(self, token: Token, lemma: str) -> Holder | None:
        if lemma in people().offices and (found := self._office(token, lemma)):
            return found
        if lemma in LANDS:
            return self._land(token)
        return self._body(token, lemma) or self._described_before(token, lemma)

    def _body(self, token: Token, lemma: str) -> Holder | None:
        """ "The department", "the company": the body of that kind, or the firm, last named."""
        if lemma not in people().bodies or token.tag_ not in ("NN", "NNP"):
            return None
        for i in range(token.i - 1, max(-1, token.i - BODY_REACH), -1):
            other = self.parsed.doc[i]
            of_kind = other.lemma_.lower() == lemma and other.i > 0 and self.parsed.doc[i - 1].ent_type_ == "ORG"
            if other.ent_type_ == "ORG" and (of_kind or (lemma in FIRM and other.dep_ in SUBJECTS)):
                return self._named(other)
        return None

    def _land(self, token: Token) -> Holder | None:
        """ "The country", "his government": the land of its owner, else the one last named."""
        owner = next((child for child in token.children if child.dep_ == "poss"), None)
        if owner is not None:
            holder = self.of(owner)
            party = self._land_of(holder) if holder is not None else None
            return Holder(token.text, self._place(token), party, None, None, "party") if party else None
        for i in range(token.i - 1, max(-1, token.i - LAND_REACH), -1):
            other = self.parsed.doc[i]
            if other.ent_type_ == "GPE" and other.dep_ in (*SUBJECTS, "poss", "pobj", "dobj"):
                known = self.gazetteer.party(self._named(other).name or "")
                if known is not None and known.how != "capital":
                    return self._named(other)
        return None

    def _land_of(self, holder: Holder) -> str | None:
        """Of what land somebody is: as the gazetteer has it of the title, else in the article's words."""
        if holder.kind != "person":
            return holder.name
        known = next((found for words in (holder.described, holder.party) if words
                      and (found := self.gazetteer.stands_for(words))), None)  # fmt: skip
        return known.name if known is not None else holder.party

    def _described_before(self, token: Token, lemma: str) -> Holder | None:
        """ "The sources", "the banker": those described more fully before."""
        before = [i for i in self._descriptions.get(lemma, ()) if i < token.i]
        return self._known.get(before[-1]) if before else None

    def _office(self, token: Token, lemma: str) -> Holder | None:
        """ "The minister": the person last named before it who was called so."""
        if token.tag_ not in ("NN", "NNP"):
            return None
        best: tuple[int, Person] | None = None
        for person in self.persons.all:
            if lemma in person.office:
                before = [i for i in person.tokens if i < token.i]
                if before and (best is None or before[-1] > best[0]):
                    best = (before[-1], person)
        return self._as_person(token, best[1]) if best else None


def _named_before(conjunction: Token) -> bool:
    """Whether a name stands right before an "and": "Kyiv and European leaders" are two."""
    return conjunction.i > 0 and conjunction.nbor(-1).ent_type_ in ("GPE", "ORG", "PERSON")


def _depth(token: Token) -> int:
    """How many clauses a token is embedded in: the subject of a whole sentence before that of a part of it."""
    return sum(up.dep_ in ("ccomp", "relcl", "acl", "xcomp", "pcomp") for up in (token, *token.ancestors))


def _is_person(token: Token, holder: Holder) -> bool:
    unlisted = holder.kind == "unknown" and token.tag_ == "NNP" and holder.name is not None
    return holder.kind == "person" or unlisted or _is_officer(token, holder)


def _is_officer(token: Token, holder: Holder) -> bool:
    return holder.kind == "unknown" and token.lemma_.lower() in people().offices and token.tag_ == "NN"


def _is_body(token: Token, holder: Holder) -> bool:
    if holder.kind == "person" or _is_officer(token, holder):
        return False
    return token.tag_ not in ("NNS", "NNPS") and token.lower_ not in SINGULAR | PLURAL


def _are_many(token: Token, holder: Holder) -> bool:
    several = token.tag_ in ("NNS", "NNPS") or token.lower_ in PLURAL or token.ent_type_ in ("NORP", "ORG")
    return several or (holder.kind != "person" and token.lemma_.lower() in people().bodies)
