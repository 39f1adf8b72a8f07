"""Several holders in one phrase: names that are joined, and those for whom "both countries" and "they" stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.reading.arguments import coordinated
from sayso.reading.ascribed import SUBJECTS
from sayso.reading.holders import LANDS, Holders
from sayso.reading.mentions import PLURAL, low
from sayso.reading.people import people
from sayso.records import Holder

OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4}
COUNTED = LANDS | {"capital", "neighbour", "neighbor", "power"}
"""What two or three lands are called together."""
SIDES = frozenset({"side", "party"})
LOOK_BACK = 6
"""Sentences searched back for the two of "the two countries"."""


class Several:
    """Tells all those for whom a phrase of one article stands."""

    def __init__(self, holders: Holders) -> None:
        self.holders = holders
        self.parsed = holders.parsed
        self.sentences = list(self.parsed.doc.sents)

    def of(self, token: Token, *, speaks: bool = False) -> list[Holder]:
        """The holders for whom a phrase stands, given its head: the one that it means, or those for whom it stands."""
        found = self.meant(token)
        holder = self.holders.of(token, speaks=speaks) if not found else None
        return [holder] if holder is not None else found

    def meant(self, token: Token) -> list[Holder]:
        """Those whom a phrase points at, counts or lists; nobody where it means somebody itself."""
        found = self._ours(token) or self._counted(token) or self._they(token)
        place = self.parsed.article.raw_span(self.parsed.span(token.i, token.i))
        return [replace(each, words=token.text, span=place) for each in found] or self._listed(token)

    def _listed(self, token: Token) -> list[Holder]:
        """Who are named of a group: "exporters such as Peru and Chile"; "employers including Halden" are more."""
        if token.tag_ != "NNS":
            return []
        links = [child for child in token.children if child.dep_ == "prep" and child.lower_ in ("including", "as")]
        such = any(link.lower_ == "as" and link.nbor(-1).lower_ == "such" for link in links)
        names = [name for link in links if such or link.lower_ != "as" for name in link.children]
        found = _distinct(self.holders.of(each) for part in names for each in coordinated(part))
        if not found or not all(each.name for each in found):
            return []
        group = self.holders.of(token) if not such else None
        return [group, *found] if group is not None else found

    def _ours(self, token: Token) -> list[Holder]:
        """Who "we" are in the words of several ("we reject it," Peru and Chile said)."""
        speech = self.holders.speeches.at[token.i] if low(token.text) in OURS else None
        return self._each(speech.source) if speech is not None and speech.source is not None else []

    def _they(self, token: Token) -> list[Holder]:
        """Who "they" are after "Peru and Chile": both."""
        before = self.holders.antecedent(token) if token.lower_ in PLURAL else None
        return self._each(before) if before is not None else []

    def _each(self, token: Token) -> list[Holder]:
        """Those whom a phrase joins or counts; nobody for a phrase that means one."""
        if counted := self._counted(token):
            return counted
        found = _distinct(self.holders.of(each, speaks=True) for each in coordinated(token))
        return found if len(found) > 1 else []

    # "both countries", "the two leaders" ----------------------------------------------------------------------------

    def _counted(self, token: Token) -> list[Holder]:
        """Those whom a noun with a number means, when the sentences before it name just so many."""
        wanted = self._count(token)
        fits = self._kind(token) if wanted else None
        if wanted is None or fits is None:
            return []
        number = next(i for i, sentence in enumerate(self.sentences) if token.i < sentence.end)
        seen: dict[str, Holder] = {}
        quoted = self.parsed.quoted[token.i] is not None
        for back in range(number, max(-1, number - LOOK_BACK), -1):
            places = [place for place in self.sentences[back]
                      if place.i < token.i and (quoted or self.parsed.quoted[place.i] is None)]  # fmt: skip
            groups = (*(coordinated(place) for place in places), *_by_clause(places))
            row = next((row for group in groups if len(row := self._those(group, fits)) == wanted), None)
            if row:
                return list(row.values())
            if self._is_of_persons(token):
                continue
            here = self._those(places, fits)
            together = {**here, **seen}
            if len(together) == wanted:
                return list(together.values())
            if len(together) > wanted:
                return list(here.values()) if len(here) == wanted else []
            seen = together
        return []

    @staticmethod
    def _is_of_persons(token: Token) -> bool:
        """Whether a counted noun may mean persons, of whom many sentences name some that have nothing in common."""
        return token.lower_ in COUNTS or token.lemma_.lower() in people().offices

    @staticmethod
    def _count(token: Token) -> int | None:
        if token.lower_ in COUNTS and token.dep_ in SUBJECTS:  # "the two wrote", "both said"
            return COUNTS[token.lower_]
        if token.tag_ != "NNS":
            return None
        told = [child.lower_ for child in token.children if child.dep_ in ("nummod", "det", "predet", "amod")]
        definite = bool({"the", "these", "those", "both"} & set(told))
        return next((COUNTS[word] for word in told if word in COUNTS), None) if definite else None

    def _kind(self, token: Token) -> Callable[[Token, Holder], bool] | None:
        """Which holders a counted noun may mean: lands, persons, or bodies."""
        lemma = token.lemma_.lower()
        if lemma in COUNTS:
            return lambda place, holder: place.ent_type_ == "PERSON" or self._land(holder) is not None
        if lemma in COUNTED:
            return lambda place, holder: self._land(holder) is not None or self._may_be_land(place, holder)
        if lemma in SIDES:
            return lambda place, holder: self._land(holder) is not None or place.ent_type_ in ("GPE", "ORG")
        if lemma in people().offices:
            return lambda place, holder: holder.kind == "person"
        if lemma in people().bodies:
            return lambda place, holder: place.ent_type_ == "ORG" and holder.kind != "person"
        return None

    def _may_be_land(self, place: Token, holder: Holder) -> bool:
        """Whether a name that no list knows may be a land's: of a place, or taken for a body without a word for one."""
        body = any(part.lower() in people().bodies for part in (holder.name or "").split())
        unknown = self.holders.gazetteer.party(holder.name or "") is None
        return place.ent_type_ == "GPE" or (place.ent_type_ == "ORG" and unknown and not body)

    def _land(self, holder: Holder) -> str | None:
        known = self.holders.gazetteer.party(holder.name or "")
        return known.name if known is not None and known.kind == "state" else None

    def _those(self, places: Sequence[Token], fits: Callable[[Token, Holder], bool]) -> dict[str, Holder]:
        """Whom some tokens name, by the name or the land, of those who fit."""
        found: dict[str, Holder] = {}
        for place in places:
            holder = self.holders.of(place) if place.pos_ == "PROPN" and place.dep_ != "compound" else None
            if holder is not None and holder.name and fits(place, holder):
                found.setdefault(self._land(holder) or holder.name, holder)
        return found


def _by_clause(places: Sequence[Token]) -> list[list[Token]]:
    """Tokens by the verb that they stand with."""
    found: dict[int, list[Token]] = {}
    for place in places:
        verb = next((up for up in place.ancestors if up.pos_ in ("VERB", "AUX")), None)
        if verb is not None:
            found.setdefault(verb.i, []).append(place)
    return list(found.values())


def _distinct(holders: Iterator[Holder | None]) -> list[Holder]:
    found: dict[tuple[str | None, ...], Holder] = {}
    for holder in holders:
        if holder is not None:
            found.setdefault((holder.name, holder.described, None if holder.name else holder.words), holder)
    return list(found.values())
