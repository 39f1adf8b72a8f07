"""Who is speaking where: reporting verbs and quotation marks, with the stretch of text that each one governs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.reading.ascribed import SUBJECTS, is_passive, source_of
from sayso.reading.lexicon import Lexicon
from sayso.reading.mentions import FIRST, low
from sayso.reading.parse import Parsed, Quotation
from sayso.reading.people import people

HEADLINE = 25
"""So many tokens a line may have in which a name and a colon stand for "says"."""
NAME = 5
"""So many tokens a name before or after such a colon may have."""
INSERTED = 14
"""So many tokens may stand between a comma and the verb that reports the clause around them."""
AFTERWARDS = 5
"""So many tokens may stand behind such a verb: "said on Monday", "told a rally in Tarn"."""
NAMES = ("NOUN", "PROPN")
SCARE = 4
"""Up to so many quoted words without a verb are a term, not an utterance."""


@dataclass(slots=True, eq=False)
class Speech:
    """One reporting of words: its cue, the head token of its source, and the tokens of its content.

    ``sure`` is False where the words only say what somebody thinks or hopes.
    """

    cue: Token
    source: Token | None
    content: frozenset[int]
    kind: str
    sure: bool = True

    @property
    def is_inserted(self) -> bool:
        """Whether it stands within what it reports: "Chile, Peru said, has refused"."""
        return bool(self.content) and min(self.content) < self.cue.i < max(self.content)


class Speeches:
    """All speeches of an article, and the innermost one that each token stands in."""

    def __init__(self, parsed: Parsed, words: Lexicon) -> None:
        self.parsed = parsed
        self.words = words
        self.all: list[Speech] = [*self._reported(), *self._according(), *self._headed()]
        self.all += self._inserted()
        self.at: list[Speech | None] = [None] * len(parsed.doc)
        for speech in sorted(self.all, key=lambda speech: -len(speech.content)):
            for i in speech.content:
                self.at[i] = speech
        self._quoted()

    def before(self, source: Token, sentences: int = 2) -> Token | None:
        """Who spoke last before somebody who is told to speak ("They added ..."), a few sentences back; else None."""
        own = next((speech for speech in self.all if speech.source is not None and speech.source.i == source.i), None)
        first = source.sent.start
        for _ in range(sentences):
            first = source.doc[max(0, first - 1)].sent.start
        if own is None:
            return None
        spoke = [
            speech
            for speech in self.all
            if speech.source is not None and speech.sure and first <= speech.cue.i < source.i
            and speech.source.i < source.i and self.parsed.quoted[speech.cue.i] is None
        ]  # fmt: skip
        return max(spoke, key=lambda speech: speech.cue.i).source if spoke else None

    def _reported(self) -> Iterator[Speech]:
        for token in self.parsed.doc:
            lemma = token.lemma_.lower()
            if token.pos_ not in ("VERB", "AUX") or not (self._tells(token) or lemma in self.words.think):
                continue
            content = self._content(token)
            source = source_of(token)
            if content and (source is not None or lemma in self.words.say):
                kind = self._kind(content)
                yield Speech(token, source, content, kind, self._tells(token))

    def _tells(self, verb: Token) -> bool:
        """Whether a verb reports what is said, as any word for it, or that a document shows ("the minutes record")."""
        lemma = verb.lemma_.lower()
        if lemma in self.words.say or lemma not in self.words.classes["telling"]:
            return lemma in self.words.say
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        return subject is not None and subject.lemma_.lower() in people().documents

    def _content(self, verb: Token) -> frozenset[int]:
        clauses = [child for child in verb.children if child.dep_ == "ccomp"]
        own = {token.i for child in verb.children if child.dep_ in SUBJECTS for token in child.subtree}
        found = {token.i for clause in clauses for token in clause.subtree}
        if not found and is_passive(verb):  # "Peru was said by Chile to have refused"
            found = {token.i for child in verb.children if child.dep_ == "xcomp" for token in child.subtree}
        if not found and verb.dep_ == "parataxis":
            found = {token.i for token in verb.head.subtree} - {token.i for token in verb.subtree}
        if not found or not clauses:
            found |= self._quoted_beside(verb)
        return frozenset(found - own - {verb.i})

    def _quoted_beside(self, verb: Token) -> set[int]:
        if verb.lemma_.lower() not in self.words.say:
            return set()
        quoted = self.parsed.quoted
        within = {number for token in verb.sent if (number := quoted[token.i]) is not None}
        if quoted[verb.i] is not None:
            return set()
        found: set[int] = set()
        for number in within:
            quotation = self.parsed.quotations[number]
            if verb is not self._reporting(verb.sent, quotation):
                continue
            stretch = self.parsed.doc[quotation.first : quotation.last + 1]
            if len(stretch) > SCARE or any(token.pos_ in ("VERB", "AUX") for token in stretch):
                found |= {token.i for token in stretch}
        return found

    def _reporting(self, sentence: Tokens, quotation: Quotation) -> Token | None:
        """The reporting verb of a sentence that stands closest to a quotation, outside of any."""
        verbs = [
            token
            for token in sentence
            if token.pos_ in ("VERB", "AUX")
            and token.lemma_.lower() in self.words.say
            and self.parsed.quoted[token.i] is None
        ]
        return min(
            verbs, key=lambda verb: min(abs(verb.i - quotation.first), abs(verb.i - quotation.last)), default=None
        )

    def _kind(self, content: frozenset[int]) -> str:
        inside = sum(self.parsed.quoted[i] is not None for i in content)
        return "indirect" if not inside else "direct" if inside >= len(content) - 3 else "mixed"

    def _according(self) -> Iterator[Speech]:
        for token in self.parsed.doc[:-2]:
            after = token.nbor(1)
            if token.lower_ != "according" or after.lower_ != "to":
                continue
            objects = [child for child in after.children if child.dep_ == "pobj"]
            objects = objects or [child for child in token.children if child.dep_ == "pobj"]
            if not objects:
                continue
            own = {part.i for part in token.subtree}
            content = frozenset(part.i for part in token.sent if part.i not in own)
            yield Speech(token, objects[0], content, self._kind(content))
        yield from self._accounts()

    def _accounts(self) -> Iterator[Speech]:
        """ "In the choir's account, ..."."""
        for token in self.parsed.doc:
            owner = next((child for child in token.children if child.dep_ == "poss"), None)
            tied = token.dep_ == "pobj" and token.head.lower_ in ("in", "by", "on") and token.head.i == token.sent.start
            if owner is not None and tied and token.lemma_.lower() in self.words.classes["account"]:
                own = {part.i for part in token.head.subtree}
                content = frozenset(part.i for part in token.sent if part.i not in own)
                yield Speech(token, owner, content, self._kind(content))

    def _inserted(self) -> Iterator[Speech]:
        """ "Peru, a diplomat said, had refused", "as the diplomat said": what reports the clause that it stands in."""
        heard = {speech.cue.i for speech in self.all}
        for verb in self.parsed.doc:
            if verb.i in heard or verb.pos_ != "VERB" or verb.lemma_.lower() not in self.words.say:
                continue
            if self.parsed.quoted[verb.i] is not None:
                continue
            if verb.dep_ == "advcl" and verb.left_edge.lower_ == "as":  # "as the diplomat tells the story"
                own = {token.i for token in verb.subtree}
                content = frozenset(token.i for token in verb.sent if token.i not in own)
                yield Speech(verb, source_of(verb), content, self._kind(content))
                continue
            first = self._from_comma(verb)
            source = self._teller(verb, first) if first is not None else None
            if first is not None and source is not None:
                content = frozenset(token.i for token in verb.sent if not first <= token.i <= verb.i + 1)
                yield Speech(verb, source, content, self._kind(content))

    def _from_comma(self, verb: Token) -> int | None:
        """Where "a diplomat said" begins, between commas or between a comma and the end of its sentence."""
        sentence = verb.sent
        rest = self.parsed.doc[verb.i + 1 : sentence.end]  # "said", "said on Monday", up to a comma or the end
        after = next((token for token in rest if token.text in (",", ".")), None)
        between = self.parsed.doc[verb.i + 1 : after.i] if after is not None else rest
        if after is None or len(between) > AFTERWARDS or any(token.pos_ in ("VERB", "AUX") for token in between):
            return None
        for i in range(verb.i - 1, max(sentence.start, verb.i - INSERTED), -1):
            token = self.parsed.doc[i]
            if token.text == ",":
                return i + 1
            if token.is_punct or (token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ != "relcl"):
                return None
        return None

    def _teller(self, verb: Token, first: int) -> Token | None:
        stretch = self.parsed.doc[first : verb.i]
        if not len(stretch) or stretch[0].lower_ in (
            "who",
            "which",
            "that",
            "and",
            "but",
            "or",
            "he",
            "she",
            "it",
            "they",
        ):
            return None
        own = next((child for child in verb.children if child.dep_ == "nsubj" and child.i >= first), None)
        return own or next(
            (token for token in stretch if token.dep_ in ("appos", "nsubj") and token.pos_ in NAMES), None
        )

    def _headed(self) -> Iterator[Speech]:
        """ "Peru: we reject the map", "'We reject the map': Peru": a name and a colon, in a line of their own."""
        for colon in (token for token in self.parsed.doc if token.text == ":" and token.i > 0):
            first, last = self._line(colon)
            before, after = self.parsed.doc[first : colon.i], self.parsed.doc[colon.i + 1 : last + 1]
            if last - first > HEADLINE or not before or not after:
                continue
            spoken = after[0].is_quote or any(low(token.text) in FIRST for token in after)
            if _is_name(before) or (spoken and _may_speak(before)):
                yield Speech(colon, before.root, frozenset(token.i for token in after), "direct")
            elif _is_name(after):
                yield Speech(colon, after.root, frozenset(token.i for token in before), "direct")

    def _line(self, token: Token) -> tuple[int, int]:
        """First and last token of the paragraph that a token stands in, or one more than a headline's length away."""
        doc, paragraph = self.parsed.doc, self.parsed.paragraphs
        first = last = token.i
        while first > 0 and paragraph[first - 1] == paragraph[token.i] and token.i - first <= HEADLINE:
            first -= 1
        while last + 1 < len(doc) and paragraph[last + 1] == paragraph[token.i] and last - token.i <= HEADLINE:
            last += 1
        return first, last

    def _quoted(self) -> None:
        """Carry a speaker over to quotations that no reporting verb of their own sentence governs."""
        numbers = range(len(self.parsed.quotations))
        owners = [self._owner(number) for number in numbers]
        for number in numbers:
            if owners[number] is None and not self._term(number):
                owners[number] = self._neighbour(number, owners)
            owner = owners[number]
            quotation = self.parsed.quotations[number]
            if owner is None:
                continue
            for i in range(quotation.first, quotation.last + 1):
                if self.at[i] is None:
                    self.at[i] = owner

    def _term(self, number: int) -> bool:
        quotation = self.parsed.quotations[number]
        stretch = self.parsed.doc[quotation.first : quotation.last + 1]
        return len(stretch) <= SCARE and not any(token.pos_ in ("VERB", "AUX") for token in stretch)

    def _owner(self, number: int) -> Speech | None:
        quotation = self.parsed.quotations[number]
        for i in range(quotation.first, quotation.last + 1):
            speech = self.at[i]
            if speech is not None and not quotation.first <= speech.cue.i <= quotation.last:
                return speech
        return self._tagged(quotation.first, quotation.last)

    def _tagged(self, first: int, last: int) -> Speech | None:
        """A reporting verb that stands right after or before the quotation marks: '..." he said', 'he said: "...'."""
        doc = self.parsed.doc
        paragraph = self.parsed.paragraphs[first]
        near = [*range(last + 1, min(last + 9, len(doc))), *range(max(first - 6, 0), first)]
        for i in near:
            token = doc[i]
            if self.parsed.paragraphs[i] != paragraph or self.parsed.quoted[i] is not None:
                continue
            if token.pos_ == "VERB" and token.lemma_.lower() in self.words.say:
                source = source_of(token)
                if source is not None and self.parsed.quoted[source.i] is None:
                    speech = Speech(token, source, frozenset(range(first, last + 1)), "direct")
                    self.all.append(speech)
                    return speech
        return None

    def _neighbour(self, number: int, owners: list[Speech | None]) -> Speech | None:
        quotation = self.parsed.quotations[number]
        same = [
            other for other, candidate in enumerate(self.parsed.quotations)
            if candidate.paragraph == quotation.paragraph and owners[other] is not None
        ]  # fmt: skip
        if same:
            return owners[min(same, key=lambda other: (abs(other - number), other > number))]
        if self._opens_paragraph(quotation.first):
            return self._last_speech(quotation.paragraph - 1) or self._carried(number, owners)
        return None

    def _carried(self, number: int, owners: list[Speech | None]) -> Speech | None:
        """The speaker of the quotation before, when that opens its paragraph and this one goes on in the next."""
        if number == 0:
            return None
        before, here = self.parsed.quotations[number - 1], self.parsed.quotations[number]
        follows = here.paragraph - before.paragraph == 1 and self._opens_paragraph(before.first)
        return owners[number - 1] if follows else None

    def _opens_paragraph(self, first: int) -> bool:
        return first < 2 or self.parsed.paragraphs[first - 2] != self.parsed.paragraphs[first]

    def _last_speech(self, paragraph: int) -> Speech | None:
        found = [
            speech
            for speech in self.all
            if self.parsed.paragraphs[speech.cue.i] == paragraph and speech.source is not None
        ]
        return max(found, key=lambda speech: speech.cue.i) if found else None


def _may_speak(stretch: Tokens) -> bool:
    """Whether a few words before a colon are what may speak: "Tenants' league", a name that the parser knows not."""
    words = [token for token in stretch if token.pos_ != "PUNCT"]
    return 0 < len(words) <= NAME and words[0].text[0].isupper() and not any(t.pos_ in ("VERB", "AUX") for t in words)


def _is_name(stretch: Tokens) -> bool:
    """Whether a few words are a name with at most its title: "Peru", "Dam minister Iwo Rask"."""
    words = [token for token in stretch if token.pos_ != "PUNCT"]
    named = any(token.pos_ == "PROPN" for token in words)
    return (
        named
        and len(words) <= NAME
        and all(token.pos_ in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "PART") for token in words)
    )
