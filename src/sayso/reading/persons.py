"""The persons that an article names: the fullest name of each, the words that describe them, their party."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.gazetteer.wording import unaccented
from sayso.reading.introductions import Introduction, Introductions
from sayso.reading.namings import HONORIFICS, REGNAL, apposed, given, is_person, name_of, titled
from sayso.reading.parse import Parsed
from sayso.reading.people import people


@dataclass(slots=True)
class Person:
    """One person of an article: what is ``told`` of it, and the ``parties`` for whom it speaks, by words, each time."""

    name: str
    tokens: list[int] = field(default_factory=list)
    told: list[Introduction] = field(default_factory=list)
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
        self._introductions = Introductions(parsed, self.by_token)
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
        plain = [unaccented(word) for word in words]  # "Erdoğan", and "Erdogan" in the next line
        same = [person for person in self.all if _same(unaccented(person.name).split(), plain)]
        same = [person for person in same if woman is None or person.woman in (woman, None)]
        if same:
            person = min(same, key=lambda person: abs(person.tokens[0] - entity.start))
            person.woman = woman if person.woman is None else person.woman
        else:
            person = Person(" ".join(words), woman=woman)
            if words[0].lower() in REGNAL:
                person.told.append(Introduction(words[0]))
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
                    parts.setdefault(unaccented(word), []).append(person)
                if words[0] in people().women or words[0] in people().men:
                    given.setdefault(words[0], []).append(person)
        for token in self.parsed.doc:
            if token.i in self.by_token or not token.text[0].isupper():
                continue
            found = parts.get(unaccented(token.text)) or (given.get(token.text, []) if token.pos_ == "PROPN" else [])
            if len(found) == 1 and token.i not in self.by_token and token.text[0].isupper():
                if token.ent_type_ == "GPE" and self._is_party(token.text):
                    continue
                found[0].tokens.append(token.i)
                self.by_token[token.i] = found[0]

    def _describe(self, person: Person, first: int) -> None:
        last = self._last(person, first)
        for told in self._introductions.of(first, last):
            if told.described:
                person.told.append(told)
            person.office |= told.offices
            if told.party:
                person.parties.append(told.party)
            elif told.owner is not None:
                person.owner = told.owner
        place, body = self._introductions.place(first, last) or ("", False)
        if place and (body or person.office or self._is_party(place)):
            person.parties.append(place)

    def _last(self, person: Person, first: int) -> int:
        at = first
        while self.by_token.get(at + 1) is person:
            at += 1
        return at

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
    if [word.casefold() for word in words] == [word.casefold() for word in full[-len(words) :]]:
        return True  # "De Brenn" at the head of a sentence is "Ada de Brenn"
    return words[-1] == full[-1] and (words[0] == full[0] or words[0][0] == full[0][0])
