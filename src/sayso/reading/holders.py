"""From a noun or pronoun to who it is: names, titles, pronouns and definite descriptions within one article."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.gazetteer import Gazetteer
from sayso.reading.ascribed import SUBJECTS
from sayso.reading.bodies import DEFINITE, PARTIES, Bodies
from sayso.reading.calendar import WEEKDAYS
from sayso.reading.fitting import Fits, anybody, are_many, is_body, is_person, named_or_many, rank
from sayso.reading.introductions import Introduction
from sayso.reading.mentions import FIRST, NEUTER, PLURAL, RELATIVE, SHE, SINGULAR, low
from sayso.reading.parse import Parsed
from sayso.reading.people import people
from sayso.reading.persons import Person, Persons
from sayso.reading.phrases import TIMES, name_edges, phrase_edges, ranks
from sayso.reading.speech import Speech, Speeches
from sayso.records import Holder, Span

LANDS = frozenset({"country", "nation", "kingdom", "republic", "emirate", "state", "government", "administration"})
LAND_REACH = 120
"""How many tokens back "the country" may point."""
PAIR = ("former", "latter")
LONGEST_TITLE = 90
"""Letters of a description that is one; what is longer was cut from a sentence."""
LOOK_BACK = 4
"""Sentences searched back for what a pronoun stands for."""


class Holders:
    """Resolves the head token of a phrase to a ``Holder``; None for what can hold no position."""

    def __init__(self, parsed: Parsed, speeches: Speeches, gazetteer: Gazetteer) -> None:
        self.parsed = parsed
        self.speeches = speeches
        self.gazetteer = gazetteer
        self.persons = Persons(parsed, lambda words: gazetteer.party(words) is not None)
        self._bodies = Bodies(parsed, gazetteer)
        self._sentences = list(parsed.doc.sents)
        self._number = {token.i: number for number, sentence in enumerate(self._sentences) for token in sentence}
        self._known: dict[int, Holder | None] = {}
        self._descriptions: dict[str, list[int]] = {}
        self._antecedents: dict[int, Token] = {}

    def of(self, token: Token, *, speaks: bool = False) -> Holder | None:
        """The holder that a phrase stands for, given its head token.

        ``speaks`` tells that it says or demands something, as only people and bodies do: then any noun will do.
        """
        if token.i not in self._known:
            self._known[token.i] = None
            self._known[token.i] = self._resolve(token)
        holder = self._known[token.i]
        if (
            holder is None
            and speaks
            and token.pos_ == "NOUN"
            and not ranks(token)
            and people().may_speak(token.lemma_.lower())
        ):
            holder = self._known[token.i] = self._described(token)
        return holder

    def speaker(self, speech: Speech | None) -> Holder | None:
        """Who says what a speech reports; what stands before a colon is a name even where the parser knows none."""
        source = speech.source if speech is not None else None
        if speech is None or source is None:
            return None
        found = self.of(source, speaks=True)
        return self._named(source) if found is None and speech.cue.text == ":" and source.text[0].isupper() else found

    def _resolve(self, token: Token) -> Holder | None:
        lower = low(token.text)
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
        if found is None and token.pos_ == "NOUN" and token.tag_ == "NN":
            beside = self.persons.by_token.get(token.i + 1)  # "the dictator Tam Orl"
            found = beside if beside is not None and token.i + 1 < token.sent.end else None
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
        told = max(person.told, key=self._telling, default=None)
        described = told.described if told is not None else None
        party = told.party if told is not None else None
        party = party or max(sorted(set(person.parties)), key=person.parties.count, default=None)
        if party is None and person.owner is not None:
            party = self._owned_by(self.parsed.doc[person.owner])
        return Holder(token.text, self._place(token), person.name, described, party, "person")

    def _telling(self, told: Introduction) -> tuple[bool, bool, bool, int]:
        """How well an introduction tells who a person is: by whom it speaks for, then by how it does so."""
        words = told.described or ""
        title = self.gazetteer.title(words)
        body = title is not None and title.stands != "none" and not title.former and bool(title.of)
        return self.gazetteer.stands_for(words) is not None, body, len(words) <= LONGEST_TITLE, len(words)

    def may_be(self, pronoun: str, holder: Holder) -> bool:
        """Whether a person may be meant by "he" or by "she", as far as the article or the given name tells."""
        woman = self.persons.woman(holder.name or "")
        return woman is None or pronoun.lower() not in SINGULAR or woman == (pronoun.lower() in SHE)

    def _is_told(self, pronoun: str, holder: Holder) -> bool:
        """Whether something tells that "she" is a woman, "he" a man; of any other pronoun nothing is asked."""
        return pronoun not in SINGULAR or self.persons.woman(holder.name or "") is not None

    def _place(self, token: Token) -> Span:
        return self.parsed.article.raw_span(self.parsed.span(token.i, token.i))

    # pronouns -------------------------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> Holder | None:
        lower = low(token.text)
        speech = self.speeches.at[token.i]

        def is_one(other: Token, holder: Holder) -> bool:
            return is_person(other, holder) and self.may_be(lower, holder)

        if lower in FIRST:
            return self._again(token, self._said_by(speech, token, anybody))
        if lower in SINGULAR:
            return self._again(token, self._said_by(speech, token, is_one) or self._before(token, is_one))
        if lower in NEUTER:
            return self._again(token, self._said_by(speech, token, is_body) or self._before(token, is_body))
        if lower in PLURAL:
            quoted = self.parsed.quoted[token.i] is not None  # of a land or a firm people say "they"
            many = named_or_many if quoted else are_many
            return self._again(token, self._said_by(speech, token, are_many) or self._before(token, many))
        if lower == "one" and token.dep_ in SUBJECTS:
            return self._before(token, are_many)
        return None

    def _said_by(self, speech: Speech | None, token: Token, fits: Fits) -> Holder | None:
        """Who speaks, where a pronoun may stand for that: "I" always, others in words reported indirectly."""
        if speech is None or speech.source is None or token.i == speech.source.i:
            return None
        if fits is not anybody and self.parsed.quoted[token.i] is not None:
            return None
        holder = self.speaker(speech)
        if holder is None or not fits(speech.source, holder):
            return None
        self._antecedents[token.i] = speech.source
        return holder

    def _before(self, token: Token, fits: Fits) -> Holder | None:
        last = self.speeches.before(token) if token.lower_ in PLURAL else None
        speaker = self.of(last, speaks=True) if last is not None else None
        if last is not None and speaker is not None and fits(last, speaker):
            self._antecedents[token.i] = last
            return speaker
        number = self._number[token.i]
        quoted = self.parsed.quoted[token.i] is not None
        told = {i for speech in self.speeches.all if speech.source == token for i in speech.content}  # "Peru, he said,"
        own = self.speaker(self.speeches.at[token.i]) if quoted else None
        for back in range(number, max(-1, number - LOOK_BACK), -1):
            found = [
                other for other in self._sentences[back]
                if other.i < token.i and other.dep_ in (*SUBJECTS, "pobj", "dobj", "poss", "appos", "agent", "conj")
                and (quoted or self.parsed.quoted[other.i] is None)
                and not (other.i in told and other.head.i in told and other.head.i > token.i)
                and low(other.text) not in FIRST
            ]  # fmt: skip
            found.sort(key=lambda other: (*rank(other), other.i if back < number else -other.i))
            first: tuple[Token, Holder] | None = None
            for other in found:
                if first is not None and (other.pos_ != "PROPN" or rank(other) != rank(first[0])):
                    continue
                holder = self.of(other)
                if own is not None and holder is not None and _is_own(holder, own):
                    continue
                if holder is not None and fits(other, holder):
                    if self._is_told(token.lower_, holder):
                        self._antecedents[token.i] = other
                        return holder
                    first = first or (other, holder)
            if first is not None:
                self._antecedents[token.i] = first[0]
                return first[1]
        return None

    def antecedent(self, pronoun: Token) -> Token | None:
        """The head of the phrase before it for which a pronoun stands; None for one that stands for no such."""
        self.of(pronoun)
        return self._antecedents.get(pronoun.i)

    def _again(self, token: Token, holder: Holder | None) -> Holder | None:
        if holder is None:
            return None
        return Holder(
            token.text, self._place(token), holder.name, holder.described, holder.party, holder.kind, holder.anonymous
        )

    # nouns ----------------------------------------------------------------------------------------------------------

    def _noun(self, token: Token) -> Holder | None:
        lemma = token.lemma_.lower()
        if token.ent_type_ in TIMES or token.lower_ in WEEKDAYS or ranks(token):
            return None
        if token.pos_ in ("PROPN", "NOUN", "ADJ") and token.ent_type_ in PARTIES and not people().may_hold(lemma):
            return self._named(token)
        if lemma in people().documents:
            owner = self._bodies.owner(token)
            return self.of(owner) if owner is not None else None
        if token.text[0].isupper() and any(self.gazetteer.party(words) for words in (token.text, self._name(token))):
            return self._named(token)
        if token.lower_ in PAIR and token.i > 0 and token.nbor(-1).lower_ == "the":
            return self._of_two(token)
        if self._bodies.is_named(token):
            return self._named(token)
        if people().may_hold(lemma) or token.ent_type_ in PARTIES:
            return self._described(token)
        if token.pos_ == "PROPN" and token.text[0].isupper():
            return self._named(token)
        return None

    def _name(self, token: Token) -> str:
        return self.parsed.words(*name_edges(token)).removeprefix("the ").removeprefix("The ")

    def _named(self, token: Token) -> Holder:
        first, last = name_edges(token)
        name = self._name(token)
        span = self.parsed.article.raw_span(self.parsed.span(first, last))
        known = token.ent_type_ in PARTIES or self.gazetteer.party(name) is not None
        return Holder(self.parsed.words(first, last), span, name, None, None, "party" if known else "unknown")

    def _of_two(self, token: Token) -> Holder | None:
        """ "The former", "the latter": of those named in the last sentence before that names two."""
        number = self._number[token.i]
        for back in range(number, max(-1, number - LOOK_BACK), -1):
            named = [self.of(other) for other in self._sentences[back] if other.i < token.i and other.dep_ != "compound"
                     and other.pos_ == "PROPN" and self.parsed.quoted[other.i] is None]  # fmt: skip
            names = {holder.name: holder for holder in named if holder is not None and holder.name}
            if len(names) > 1:
                return self._again(token, list(names.values())[0 if token.lower_ == "former" else -1])
        return None

    def _described(self, token: Token) -> Holder | None:
        doc = self.parsed.doc
        first, last = phrase_edges(token)
        phrase = doc[first : last + 1]
        lemma = token.lemma_.lower()
        definite = phrase[0].lower_ in DEFINITE
        entities = [part for part in phrase if part.ent_type_ in PARTIES and part.i != token.i]
        if definite and not entities:
            referent = self._referent(token, lemma)
            if referent is not None:
                return self._again(token, referent)
        named = self._bodies.apposed(token)
        if named is not None:
            return self._again(token, self._named(named))
        words = self.parsed.words(first, last)
        if definite and entities and lemma in people().offices and token.tag_ in ("NN", "NNP"):
            officer = self._officer(words, lemma, [part.text for part in entities])
            if officer is not None:
                return self._again(token, self._as_person(token, officer))
        party = self._party(entities, token) or self._party_before(token, lemma)
        span = self.parsed.article.raw_span(self.parsed.span(first, last))
        anonymous = self.gazetteer.anonymous(words)
        if last > first:
            self._descriptions.setdefault(lemma, []).append(token.i)
        return Holder(words, span, None, words, party, "unknown", anonymous)

    def _party(self, entities: list[Token], token: Token) -> str | None:
        for part in entities:
            first, last = name_edges(part)
            return self.parsed.words(first, last).removeprefix("the ")
        for child in token.children:
            if child.dep_ == "poss" and child.pos_ == "PRON":
                return self._owned_by(child)
            if child.dep_ == "prep" and child.lower_ == "for" and token.lemma_.lower() in people().offices:
                for part in (part for part in child.children if part.lemma_.lower() in people().bodies):
                    return self.parsed.words(*phrase_edges(part)).removeprefix("the ")
        return None

    def _owned_by(self, pronoun: Token) -> str | None:
        """Whose somebody is who is described as "its chair": the body's name, or the words for it."""
        owner = self.of(pronoun)
        return (owner.name or owner.party or owner.described) if owner is not None else None

    def _party_before(self, token: Token, lemma: str) -> str | None:
        """ "One official", "another source": of the party of those last described so ("U.S. officials")."""
        if lemma not in people().offices or token.dep_ not in SUBJECTS:
            return None
        before = [self._known.get(i) for i in self._descriptions.get(lemma, ()) if i < token.i]
        return next((holder.party for holder in reversed(before) if holder is not None and holder.party), None)

    def phrase(self, token: Token) -> tuple[int, int]:
        """First and last token of a noun phrase: the whole name, or the noun with what describes it."""
        return name_edges(token) if token.ent_type_ in PARTIES else phrase_edges(token)

    def _referent(self, token: Token, lemma: str) -> Holder | None:
        owned = any(child.dep_ == "poss" for child in token.children)  # "its minister" is not another's
        if lemma in people().offices and not owned and (found := self._office(token, lemma)):
            return found
        if lemma in LANDS:
            return self._land(token)
        body = self._bodies.again(token)
        return self._named(body) if body is not None else self._described_before(token, lemma)

    def _land(self, token: Token) -> Holder | None:
        """ "The country", "his government": the land of its owner, else the one last named."""
        owner = next((child for child in token.children if child.dep_ == "poss"), None)
        if owner is not None:
            holder = self.of(owner)
            party = self._land_of(holder) if holder is not None else None
            return Holder(token.text, self._place(token), party, None, None, "party") if party else None
        speech = self.speeches.at[token.i]
        teller = self.speaker(speech) if speech is not None and self.parsed.quoted[token.i] is None else None
        party = self._land_of(teller) if teller is not None and teller.kind != "party" else None
        known = self.gazetteer.demonym(party) or self.gazetteer.party(party) if party else None
        if known is not None and known.kind == "state":  # "a Norlandic official said the government was ready"
            return Holder(token.text, self._place(token), known.name, None, None, "party")
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
            return holder.name or holder.party
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

    def _officer(self, words: str, lemma: str, places: list[str]) -> Person | None:
        """ "The Norlandic minister", "the Tarnby senator": the one person whom the article or the list has as such."""
        title, party = self.gazetteer.title(words), self.gazetteer.stands_for(words)
        if title is None or title.former or title.spokes:
            return None
        published, found = self.parsed.article.published.value or "", []
        for person in self.persons.all:
            told = [each.described for each in person.told if each.described and lemma in each.described.lower()]
            same = any(place in each for each in told for place in places)
            same = same or any(party is not None and self.gazetteer.stands_for(each) == party for each in told)
            held = self.gazetteer.held(person.name, published) if party is not None and " " in person.name else None
            listed = held is not None and party is not None and (held.party, held.office) == (party.name, title.head)
            if same or listed:
                found.append(person)
        return found[0] if len(found) == 1 else None


def _is_own(holder: Holder, speaker: Holder) -> bool:
    """Whether somebody is who speaks, or whom that speaks for: of those nobody says "they" or "he"."""
    own = {speaker.name, speaker.party, speaker.described, speaker.words} - {None}
    return bool({holder.name, holder.described, holder.words} & own)
