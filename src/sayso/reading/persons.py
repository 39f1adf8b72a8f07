"""The persons that an article names: the fullest name of each, the words that describe them, their party."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.reading.namings import (
    HONORIFICS,
    NAMED,
    OWNED,
    REGNAL,
    apposed,
    given,
    is_person,
    name_of,
    titled,
)
from sayso.reading.parse import Parsed
from sayso.reading.people import people

JOINING = frozenset({"of", "the", "for", "and", "de", "in", "'s", "’s", "-", "&"})
PORTFOLIOS = frozenset(
    "foreign finance defence defense interior prime vice deputy first chief senior former acting trade oil energy "
    "health justice labour labor treasury state home environment agriculture economy transport education "
    "culture".split()
)
"""What an office may be for: these capitalised words before one name no party."""
TITLE_REACH = 9
"""How many tokens before a name may belong to its title ("the Brazilian central bank's foreign debt director")."""


@dataclass(slots=True)
class Person:
    """One person of an article. ``parties`` are the words that tell for whom the person speaks, with their count."""

    name: str
    tokens: list[int] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    office: set[str] = field(default_factory=set)
    woman: bool | None = None
    owner: int | None = None
    """The "its" in words that describe the person ("its chair"): whoever that is, the person speaks for."""


class Persons:
    """Finds the person that a token belongs to. ``is_party`` tells the names that parties have ("Jordan")."""

    def __init__(self, parsed: Parsed, is_party: Callable[[str], bool] = lambda words: False) -> None:
        self.parsed = parsed
        self._is_party = is_party
        self.by_token: dict[int, Person] = {}
        self.all: list[Person] = []
        entities = [entity for entity in parsed.doc.ents if is_person(entity)]
        entities += [*titled(parsed.doc), *given(parsed.doc), *apposed(parsed.doc)]
        for entity in sorted(entities, key=lambda entity: (-_length(entity), entity.start)):
            self._take(entity)
        self._stray_names()
        for person in self.all:
            person.tokens = sorted(set(person.tokens))
            for i in _heads(person.tokens):
                self._describe(person, i)
            if person.woman is None:
                person.woman = people().woman(sorted(person.office))

    def _take(self, entity: Tokens) -> None:
        name = name_of(entity)
        if all(token.i in self.by_token for token in name):
            return
        words = self.parsed.words(name[0].i, name[-1].i).split()
        woman = people().titled(entity.doc[name[0].i - 1].text if name[0].i else "")
        if woman is None and len(words) > 1:
            woman = people().woman(words[:1])
        same = [person for person in self.all if _same(person.name.split(), words)]
        same = [person for person in same if woman is None or person.woman in (woman, None)]
        if same:
            person = min(same, key=lambda person: abs(person.tokens[0] - entity.start))
            person.woman = woman if person.woman is None else person.woman
        else:
            person = Person(" ".join(words), woman=woman)
            if words[0].lower() in REGNAL:
                person.described.append(words[0])
                person.office.add(words[0].lower())
            self.all.append(person)
        for token in entity:
            if (name[0].i <= token.i <= name[-1].i or token.lower_ in HONORIFICS) and token.i not in self.by_token:
                person.tokens.append(token.i)
                self.by_token[token.i] = person

    def _stray_names(self) -> None:
        """Surnames and given names of persons named in full elsewhere in the article, missed by the recogniser."""
        parts: dict[str, list[Person]] = {}
        given: dict[str, list[Person]] = {}
        for person in self.all:
            words = person.name.split()
            if len(words) > 1:
                for word in {words[-1], words[-1].split("-", 1)[-1]}:
                    parts.setdefault(word, []).append(person)
                if words[0] in people().women | people().men:
                    given.setdefault(words[0], []).append(person)
        for token in self.parsed.doc:
            found = parts.get(token.text) or (given.get(token.text, []) if token.pos_ == "PROPN" else [])
            if len(found) == 1 and token.i not in self.by_token and token.text[0].isupper():
                if token.ent_type_ == "GPE" and self._is_party(token.text):
                    continue
                found[0].tokens.append(token.i)
                self.by_token[token.i] = found[0]

    def _describe(self, person: Person, first: int) -> None:
        for words, tokens in (self._title_before(first), self._title_after(person, first)):
            if not words:
                continue
            offices = {token.lemma_.lower() for token in tokens} & people().offices
            if offices:
                person.described.append(words)
                person.office |= offices
                party = _party_words(tokens)
                if party:
                    person.parties.append(party)
                elif tokens[0].lower_ in OWNED:
                    person.owner = tokens[0].i
        places = self._place_after(person, first)
        person.parties.extend(place for place in places if person.office or self._is_party(place))

    def _title_before(self, first: int) -> tuple[str, list[Token]]:
        doc = self.parsed.doc
        tokens: list[Token] = []
        at = first - 1
        if at >= 0 and doc[at].text == ",":
            return self._apposition_before(at)
        while at >= max(0, first - TITLE_REACH) and _titular(doc[at]) and self._free(at, first):
            tokens.insert(0, doc[at])
            at -= 1
        while tokens and (tokens[0].lower_ in JOINING or tokens[0].pos_ in ("ADP", "CCONJ")):
            tokens.pop(0)
        return (self.parsed.words(tokens[0].i, tokens[-1].i), tokens) if tokens else ("", [])

    def _apposition_before(self, comma: int) -> tuple[str, list[Token]]:
        """ "The Turkish president, Recep ...": the noun phrase that ends at the comma."""
        doc = self.parsed.doc
        tokens: list[Token] = []
        at = comma - 1
        while (
            at >= max(0, comma - TITLE_REACH - 3)
            and doc[at].text not in (",", ".", ":", ";", "“", '"')
            and doc[at].pos_ not in ("VERB", "AUX", "SCONJ")
        ):
            tokens.insert(0, doc[at])
            if doc[at].lower_ in ("the", "its", "his", "a", "an"):
                break
            at -= 1
        owned = next((at for at, token in enumerate(tokens) if token.tag_ == "POS"), 0)
        while owned > 1 and tokens[owned - 2].ent_type_ in NAMED and tokens[owned - 1].ent_type_ in NAMED:
            owned -= 1
        if owned and tokens[owned - 1].ent_type_ in NAMED:
            tokens = tokens[owned - 1 :]
        elif not tokens or tokens[0].lower_ not in ("the", "its", "a", "an"):
            return "", []
        return self.parsed.words(tokens[0].i, tokens[-1].i), tokens

    def _title_after(self, person: Person, first: int) -> tuple[str, list[Token]]:
        """ "Lewis Preston, chairman of ...,": what stands between the commas after a name."""
        doc = self.parsed.doc
        at = self._last(person, first)
        if at + 2 >= len(doc) or doc[at + 1].text != ",":
            return "", []
        tokens: list[Token] = []
        for token in doc[at + 2 : at + 16]:
            if token.text in (",", ".", ";", ":", "”", '"') or (
                token.pos_ in ("VERB", "AUX") and token.lower_ not in ("is",)
            ):
                break
            tokens.append(token)
        if tokens and tokens[0].lower_ == "who" and len(tokens) > 2:
            tokens = tokens[2:]
        offices = {token.lemma_.lower() for token in tokens[:5]} & people().offices
        listed = any(token.i in self.by_token for token in tokens)  # "James Baker, chairman Paul Volcker and ..."
        if not tokens or not offices or listed or (tokens[0].pos_ == "PRON" and tokens[0].lower_ not in OWNED):
            return "", []
        return self.parsed.words(tokens[0].i, tokens[-1].i), tokens

    def _place_after(self, person: Person, first: int) -> list[str]:
        """ "Foreign Minister Ada Brenn of Norland": the land that stands right after the name."""
        doc = self.parsed.doc
        at = last = self._last(person, first) + 2
        if at >= len(doc) or doc[at - 1].lower_ != "of" or doc[at].ent_type_ != "GPE":
            return []
        while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
            last += 1
        return [self.parsed.words(at, last)]

    def _last(self, person: Person, first: int) -> int:
        at = first
        while self.by_token.get(at + 1) is person:
            at += 1
        return at

    def _free(self, at: int, first: int) -> bool:
        """Whether a token may belong to the title of the name at ``first``: no other person's name stands there."""
        return self.parsed.paragraphs[at] == self.parsed.paragraphs[first] and at not in self.by_token

    def woman(self, name: str) -> bool | None:
        """Whether a person named in the article is a woman; None when nothing tells, or nobody has that name."""
        return next((person.woman for person in self.all if person.name == name), None)

    def sure(self, name: str) -> bool:
        """Whether more than the entity recogniser tells that a name is a person's: an office, or a given name."""
        return any(person.name == name and (person.office or person.woman is not None) for person in self.all)

    def of(self, token: Token) -> Person | None:
        """The person whose name a token is part of."""
        return self.by_token.get(token.i)


def _heads(tokens: list[int]) -> Iterator[int]:
    """The first token of each run of name tokens."""
    previous = -2
    for i in tokens:
        if i != previous + 1:
            yield i
        previous = i


def _length(entity: Tokens) -> int:
    return len(name_of(entity))


def _same(full: list[str], words: list[str]) -> bool:
    """Whether a name is another form of a fuller one: its surname, or a first name that no surname follows."""
    if full == words:
        return True
    if len(words) == 1:
        half = full[-1].split("-", 1)[-1]
        return words[0] in (full[-1], full[0]) or (words[0] == half and half[:1].isupper())
    if words == full[-len(words) :]:
        return True
    return words[-1] == full[-1] and (words[0] == full[0] or words[0][0] == full[0][0])


def _titular(token: Token) -> bool:
    if token.text in (",", ".", ":", ";", "(", ")", "“", "”", '"', "--", "–", "—"):
        return False
    if token.pos_ in ("VERB", "AUX", "SCONJ", "PRON", "ADV", "NUM", "PUNCT"):
        return False
    if token.lower_ in JOINING:
        return True
    lemma = token.lemma_.lower()
    return (
        token.text[0].isupper()
        or lemma in people().offices
        or lemma in people().bodies
        or token.pos_ == "ADJ"
        or token.dep_ in ("compound", "poss", "nmod", "amod")
    )


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
        if token.tag_ == "POS" or lemma in people().offices or lemma in people().bodies or not token.text[0].isupper():
            break
        if token.pos_ in ("PROPN", "ADJ") and lemma not in PORTFOLIOS:
            name.append(token.text)
        else:
            break
    return " ".join(name) or None
