"""What an article as a whole tells of who is meant in it: its main state, its time, its acronyms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from sayso.gazetteer import Gazetteer, Mention, Party, Tenure
from sayso.gazetteer.wording import tidy
from sayso.reconcile.naming import COUNTS
from sayso.reconcile.words import function_words
from sayso.records import Article

_ACRONYM = re.compile(
    r"(?<![\w\u2019'&.-])((?:[A-Z][\w\u2019'&.-]*\s+)(?:(?:[A-Z][\w\u2019'&.-]*|of|for|the|and|de|on|in|to)\s+){1,9})\(([A-Z][A-Za-z&.-]{1,9})\)"
)
_PROPER = re.compile(r"[A-Z][\w'\u2019&-]*(?:\s+(?:(?:of|for|the|and|de|on|in|to)\s+){0,2}[A-Z][\w'\u2019&-]*){1,8}")
"""A run of words with capitals, and small ones between them."""
_ELECTION = re.compile(
    r"\b(?:elections?|primar(?:y|ies)|caucus(?:es)?|ballots?|polling|nominees?|"
    r"presidential (?:race|hopefuls?|candidates?))\b",
    re.IGNORECASE,
)
_NAME, _OWN = r"(?<![\w\u2019'-])([A-Z][\w\u2019'-]{1,40}?)(?![\w-])", r"(?:['\u2019]s?)?"
_RUNNERS = r"(?:candidate|nominee|front-?runner|hopeful|contender|challenger)"
_RUNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAME}{_OWN}(?: (?:presidential|election|re-election|Senate|gubernatorial|general))*"
        r" (?:[Cc]ampaign\b(?! (?:against|for|to|in)\b)|(?:supporters|voters|rall(?:y|ies)|candidacy|running mate)\b)",
        rf"\b(?:vot(?:e|ed|es|ing) for|campaign of) (?:[A-Z][\w.]{{0,40}} ){{0,2}}{_NAME}",
        rf"(?<!Court )(?<!Prize )(?<!Oscar )\b{_RUNNERS}s? (?:[A-Z][\w.-]{{0,40}} ){{0,3}}{_NAME}",
        rf"{_NAME}, (?:the|a|an|one of|who is|who was)\b[^.;,]{{0,60}}\b{_RUNNERS}s?\b"
        r"(?! for (?:the |a )?(?:job|post|prize))",
        rf"{_NAME}(?:,[^.;,]{{0,80}},)? (?:is|was|who is|has been) (?:running|campaigning) for"
        r" (?:(?:the|a|an|his|her|re-election|vice|mayor|governor|president|parliament|office|Senate|Congress)\b)",
    )
)
"""Words from which it is plain that somebody runs for an office, in an article that speaks of an election."""
_FULL_NAME = re.compile(r"\b([A-Z][a-z\u00e0-\u00ff]+ [A-Z][\w\u2019'-]+)(?<!['\u2019]s)\b")
_SHORT = re.compile(r"(?<![\w.&-])[A-Z]{3,6}(?![\w&-])")
"""An acronym: fewer letters fit too much, and words of headlines are longer."""
_ORGANS = frozenset(
    """Committee Commission Council Board Union Agency Department Ministry Authority Court Bureau Association Federation
    Assembly Panel Office Service League Guild Alliance""".split()
)
"""Last words of bodies whose names are cut at the front on second mention."""

_ORGANS_SMALL = frozenset(organ.lower() for organ in _ORGANS) | {"ministries", "institute", "foundation", "company"}
"""What is said again with "the" alone of a body that was named before."""

_SMALL = ("of", "for", "the", "and", "de", "on", "in", "to")

# A state is the one at hand in an article ("the government") when it makes up at least this share of all mentions of
# states, and is mentioned at least so often. Tuned on bare titles and organs in coded training articles: at 0.6 they
# mean it in 94 of 100 cases, at 0.5 in 86.
MAIN_SHARE = 0.6
MAIN_MENTIONS = 3
WHOSE_SHARE = 0.8
"""The share of the owners of all governments, armies or regimes of an article that one state must have."""


class Context:
    """One article seen as the surroundings of a mention."""

    def __init__(self, article: Article | None, gazetteer: Gazetteer) -> None:
        self.name = article.name if article else "?"
        self._text = article.clean if article else ""
        self._published = (article.published.value or "") if article else ""
        self._outlet = (article.outlet.value or "") if article else ""
        self._gazetteer = gazetteer
        self._bodies: dict[str, str | None] = {}
        self._organs: dict[str, Party | None] = {}

    @cached_property
    def _found(self) -> tuple[Mention, ...]:
        return tuple(self._gazetteer.mentioned(self._text))

    @cached_property
    def introduced(self) -> tuple[tuple[str, Party], ...]:
        """The persons whom the article anywhere introduces with their party ("Turkish President Ali Deniz")."""
        return tuple((name, self.dated(party)) for name, party in self._gazetteer.introduced(self._text, self._found))

    @cached_property
    def short_forms(self) -> dict[str, Party]:
        """Last words that stand for the one body the article names in full ("Commission" for "European Commission")."""
        found: dict[str, set[Party]] = {}
        for mention in self._found:
            words = self._text[mention.start : mention.end].split()
            if len(words) > 1 and mention.party.kind in ("bloc", "institution") and words[-1][0].isupper():
                found.setdefault(words[-1], set()).add(Party(mention.party.name, mention.party.kind, "short form"))
        return {word: parties.pop() for word, parties in found.items() if len(parties) == 1}

    def in_full(self, words: str) -> str | None:
        """The one longer name in the article that ends in the words for a body ("House Oversight Committee")."""
        short = tidy(words)
        parts = short.split()
        if len(parts) < 2 or parts[-1] not in _ORGANS or not all(part[0].isupper() for part in parts):
            return None
        found = re.findall(rf"((?:[A-Z](?:[a-z&-]+|[A-Z]{{0,3}}) ){{1,3}}){re.escape(short)}\b", self._text)
        before = {" ".join(word for word in each.split() if word.lower() not in function_words()) for each in found}
        before -= {""}
        return f"{before.pop()} {short}" if len(before) == 1 else None

    def campaign_of(self, surname: str, person: str = "", *, candidate: bool = False) -> str | None:
        """What tells that somebody runs for an office, in an article on an election; None when nothing does.

        ``candidate``: whether the article calls the person one. Of two who share a ``surname`` the words may be of the
        other ("candidate Ann Lee" for "Bob Lee").
        """
        if not self.is_on_election:
            return None
        told = self._campaigns.get(surname)
        if told is not None and self._is_of(told, surname, person):
            return f"the article's words {told!r}"
        return "described as a candidate" if candidate else None

    def _is_of(self, told: str, surname: str, person: str) -> bool:
        """Whether words on a surname name no other given name than the person's."""
        given = re.search(rf"([A-Z][\w.-]+) {re.escape(surname)}\b", told)
        if given is None or " " not in person or self._gazetteer.titles.is_title_word(given[1]):
            return True
        return given[1] in person.split() or given[1][0] == person[0]

    def short_name(self, person: str) -> str:
        """By which of two names the article calls a person: the last, or the first ("Roh" of "Roh Tae-woo")."""
        names = person.split()
        first, last = (
            len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self._text)) for name in (names[0], names[-1])
        )
        return names[0] if len(names) == 2 and first > 2 * last else names[-1]

    def called(self, noun: str) -> str | None:
        """The one body that the article names with a noun: "the committee", where it tells of a "Rivers Committee"."""
        alike = self._gazetteer.bodies.called(noun)
        if noun not in _ORGANS_SMALL and not alike:
            return None
        if noun not in self._bodies:
            self._bodies[noun] = self._body((noun.capitalize(),)) or (self._body(alike) if alike else None)
        return self._bodies[noun]

    def _body(self, heads: Sequence[str]) -> str | None:
        """The one name in the article of a body that ends in one of some words, or has it before an "of"."""
        word = r"(?:[A-Z][a-z\u2019'][\w&\u2019'-]*|[A-Z]{2,3})"  # no word of a headline in capitals
        last = "|".join(map(re.escape, heads))
        of = rf"(?:(?:\s(?:of|for|on|and|the)){{1,2}}\s{word}(?:\s{word})*)?"
        found = re.findall(rf"\b(?:{word}\s(?:and\s)?)*(?:{last})\b{of}", self._text)
        names = {tidy(_without_count(name.split())) for name in found} - set(heads)
        longest = max(sorted(names), key=len, default=None)
        return longest if longest and all(f" {name} " in f" {longest} " for name in names) else None

    def whose(self, organ: str) -> Party | None:
        """The one state whose "regime" or "army" the article tells of ("the Lee regime", "Norland's army")."""
        if organ not in self._organs:
            self._organs[organ] = self._owner(organ)
        return self._organs[organ]

    def _owner(self, organ: str) -> Party | None:
        found: Counter[Party] = Counter()
        after = re.compile(rf"(?:['\u2019]s?)?\s(?:\w+\s)?{organ}\b")
        for mention in self._found:
            if mention.party.kind == "state" and after.match(self._text, mention.end):
                found[self.dated(Party(mention.party.name, "state", "context"))] += 1
        for match in re.finditer(rf"([A-Z][\w-]+)(?:['\u2019]s?)? {organ}\b", self._text):
            held = self.held(match[1])
            if held is not None:
                found[Party(held.party, self._gazetteer.kind_of(held.party) or "state", "context")] += 1
        best = max(found, key=lambda party: (found[party], party.name), default=None)
        return best if best is not None and found[best] >= WHOSE_SHARE * found.total() else None

    def armed_group(self) -> Party | None:
        """The armed group that the article is mostly about, among those that it names ("the militants")."""
        armed = {name: count for name, count in self._counted_names.items() if self._gazetteer.groups.is_armed(name)}
        best = max(sorted(armed), key=lambda name: armed[name], default=None)
        if best is None or armed[best] < max(2, MAIN_SHARE * sum(armed.values())):
            return None
        return Party(best, self._gazetteer.kind_of(best) or "institution", "context")

    @cached_property
    def _counted_names(self) -> Counter[str]:
        return Counter(found.party.name for found in self._found)

    def has_campaign_of(self, surname: str) -> bool:
        """Whether the article speaks of somebody's campaign."""
        return surname in self._campaigns

    @cached_property
    def is_on_election(self) -> bool:
        """Whether the article speaks of an election."""
        return _ELECTION.search(self._text) is not None

    @cached_property
    def _campaigns(self) -> dict[str, str]:
        """The last words of the names of those who run, with the words that tell it."""
        found: dict[str, str] = {}
        for pattern in _RUNS:
            for match in pattern.finditer(self._text):
                years = re.findall(r"\b(?:19|20)\d\d\b", match[0])
                if years and self._published and all(abs(int(year) - int(self._published[:4])) > 1 for year in years):
                    continue  # "the party's 2000 nominee", in 2016
                found.setdefault(match[1], " ".join(match[0].split()))
        return found

    @cached_property
    def runner(self) -> str | None:
        """The person whom the article mostly names of those who it is known to be on that run for an office."""
        counted: Counter[str] = Counter()
        for name in {match[1] for match in _FULL_NAME.finditer(self._text)}:
            held = self.held(name)
            surname = name.split()[-1]
            if (held is not None and held.office.endswith("candidate")) or surname in self._campaigns:
                counted[name] = len(re.findall(rf"\b{re.escape(surname)}\b", self._text))
        best = max(sorted(counted), key=lambda name: counted[name], default=None)
        others = sum(count for name, count in counted.items() if best and name.split()[-1] != best.split()[-1])
        return best if best is not None and counted[best] >= MAIN_SHARE * (counted[best] + others) else None

    def held(self, person: str) -> Tenure | None:
        """The office that a person held when the article was published."""
        return self._gazetteer.held(person, self._published)

    def company(self, words: str) -> str | None:
        """The one longer name in the article of a company that goes by its first words ("Halden": "Halden Oil")."""
        short = tidy(words)
        if not short[:1].isupper() or any(not part[0].isupper() for part in short.split()):
            return None
        found = re.findall(rf"(?<![\w.-]){re.escape(short)}((?: (?:&|[A-Z][\w&.-]*)){{1,4}})", self._text)
        fuller = {f"{short}{rest}".rstrip(".") for rest in found}
        bodies = self._gazetteer.bodies
        full = {
            bodies.without_legal(name)
            for name in fuller
            if bodies.shortens(short, name, company=bodies.is_company(name))
        }
        longest = max(full, key=len, default=None)
        return longest if longest and all(f"{longest} ".startswith(f"{name} ") for name in full) else None

    def speaks_of(self, name: str) -> bool:
        """Whether the article mentions a party at all."""
        return any(party.name == name for party in self._mentions)

    @cached_property
    def _mentions(self) -> Counter[Party]:
        return Counter(Party(found.party.name, found.party.kind, "context") for found in self._found)

    @cached_property
    def main_state(self) -> Party | None:
        """The state that the article is mostly about, if there is one."""
        counted: Counter[Party] = Counter()
        for party, count in self._mentions.items():
            if party.kind == "state":
                counted[self.dated(party)] += count
        if not counted:
            return None
        best = min(counted, key=lambda party: (-counted[party], party.name))
        enough = counted[best] >= MAIN_MENTIONS and counted[best] >= MAIN_SHARE * counted.total()
        return best if enough else None

    @cached_property
    def home_state(self) -> Party | None:
        """The state whose ministers the article's outlet calls by their office alone."""
        home = self._gazetteer.home_of(self._outlet)
        return self.dated(Party(home, "state", "home")) if home else None

    def dated(self, party: Party) -> Party:
        """What a party was at the article's time, save as the user says: in 1987 Moscow is the Soviet capital."""
        if party.how == "user file":
            return party
        for earlier, until in self._gazetteer.earlier(party.name):
            if self._published[:7] <= until if self._published else self._speaks_rather_of(earlier, party.name):
                return Party(earlier, party.kind, party.how)
        return party

    def _speaks_rather_of(self, earlier: str, later: str) -> bool:
        counted = Counter({party.name: count for party, count in self._mentions.items()})
        return counted[earlier] > 0 and counted[earlier] * 2 >= counted[later]

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """What the article itself spells out: "Farmers' Union (FU)" as {"FU": "Farmers' Union"}."""
        return by_initials(self._text) | acronyms(self._text)


def _without_count(words: list[str]) -> str:
    """A name without the words before it that open a sentence or count ("The", "Three")."""
    while len(words) > 1 and words[0].lower() in function_words() | COUNTS:
        words = words[1:]
    return " ".join(words)


def acronyms(text: str) -> dict[str, str]:
    """What a text spells out where it first uses it."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        words, short = match[1].split(), match[2]
        full = _spelled_out(words, short)
        if full:
            found.setdefault(short, full)
    return found


def by_initials(text: str) -> dict[str, str]:
    """Acronyms of a text with the one name in it that has their letters: "the United Dockers of Tarn ... UDT"."""
    shorts = set(_SHORT.findall(text))
    if not shorts:
        return {}
    found: dict[str, set[str]] = {}
    for match in _PROPER.finditer(text):
        words = match[0].split()
        for start in range(len(words)):
            for end in range(len(words), start + 1, -1):
                tail = words[start:end]
                if tail[0] in _SMALL or tail[-1] in _SMALL:
                    continue
                initials = "".join(part[0] for word in tail if word not in _SMALL for part in word.split("-") if part)
                if initials in shorts:
                    name = " ".join(tail).replace("\u2019", "'")
                    found.setdefault(initials, set()).add(name.removesuffix("'s"))
    return {short: names.pop() for short, names in found.items() if len(names) == 1}


def _spelled_out(words: list[str], short: str) -> str | None:
    """The last words before an acronym whose initials it is made of; the fewest that do."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    for start in range(len(words) - 1, -1, -1):
        tail = words[start:]
        if tail[0].casefold() in _SMALL:
            continue
        initials = [part[0].casefold() for word in tail for part in word.split("-") if part and word not in _SMALL]
        if initials == letters:
            return " ".join(tail)
    return None
