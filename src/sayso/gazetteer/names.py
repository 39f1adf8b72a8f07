"""Names looked up: which party certain words mean, and by which kind of word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sayso.gazetteer.entries import Entry, surface_names
from sayso.gazetteer.wording import fold, spelled_like, tidy

_BODIES = ("bloc", "institution", "group")


@dataclass(frozen=True, slots=True)
class Party:
    """A party that the gazetteer knows, under its canonical name.

    ``how`` tells what kind of words led to it: "name", "alias", "capital", "demonym", "seat", "organ" ("the Turkish
    army"), "group" ("Turkish officials"), "title" ("Turkish president"), "person" (one whom the user's
    file names) or "user file".
    """

    name: str
    kind: str
    how: str


@dataclass(slots=True)
class Names:
    """Every word that means a party, by its folded form."""

    entries: dict[str, Entry] = field(default_factory=dict)
    _index: dict[str, dict[str, tuple[str, Party]]] = field(default_factory=dict)
    _starts: set[str] = field(default_factory=set)
    _short: dict[str, set[tuple[str, Party]]] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)

    def learn(self, entries: Iterable[Entry], *, user: bool = False) -> None:
        """Take entries in. Among bundled ones the first to claim a word keeps it; a user's entries take it over."""
        rank = {how: place for place, how in enumerate(("name", "alias", "person", "seat", "demonym", "capital"))}
        found = [(rank[how], how, word, entry) for entry in entries for word, how in surface_names(entry)]
        for _, how, word, entry in sorted(found, key=lambda claim: claim[0]):
            if word not in entry.drop:
                self._claim(word, "user file" if user and how != "person" else how, entry, role=how, over=user)
        for entry in entries:
            self._remember(entry)
            if user:
                self.people.update((entry.name, *entry.names) if entry.kind == "person" else entry.people)
                self._shorten(entry)
            for word in entry.drop if user else ():
                self._forget(word, entry.name)

    def _claim(self, word: str, how: str, entry: Entry, *, role: str, over: bool) -> None:
        claims = self._index.setdefault(fold(word), {})
        self._starts.update(fold(word).split(" ")[:1])
        slot = "demonym" if role == "demonym" else "name"
        if over or slot not in claims:
            claims[slot] = (word, Party(entry.name, entry.kind, how))

    def _shorten(self, entry: Entry) -> None:
        """Let a user's body be meant by the end of its name ("the Guild") and by its initials, if it alone can be."""
        if entry.kind not in _BODIES:
            return
        party = Party(entry.name, entry.kind, "user file")
        for name in (entry.name, *entry.names):
            parts = tidy(name).split()
            capitals = [part[0] for part in parts if part[0].isupper()]
            ends = [" ".join(parts[at:]) for at in range(1, len(parts)) if parts[at][0].isupper()]
            for short in (*ends, *(["".join(capitals)] if len(capitals) > 1 else [])):
                self._short.setdefault(fold(short), set()).add((short, party))

    def _shortened(self, words: str) -> Party | None:
        found = self._short.get(fold(words), set())
        parties = {party for short, party in found if spelled_like(words, short)}
        return parties.pop() if len(parties) == 1 else None

    def _remember(self, entry: Entry) -> None:
        known = self.entries.get(entry.name, entry)
        members = entry.members or known.members
        dated = entry if entry.later else known
        self.entries[entry.name] = replace(entry, members=members, later=dated.later, until=dated.until)

    def _forget(self, word: str, name: str) -> None:
        claims = self._index.get(fold(word), {})
        for slot in [slot for slot, (_, party) in claims.items() if party.name == name]:
            del claims[slot]

    def starts_with(self, word: str) -> bool:
        """Whether any name at all begins with a word."""
        return fold(word).split(" ")[0] in self._starts

    def party(self, words: str) -> Party | None:
        """The party that these words, taken as a whole, name."""
        claims = self._index.get(fold(words), {})
        for slot in ("name", "demonym"):
            if slot in claims and spelled_like(words, claims[slot][0]):
                return claims[slot][1]
        return self._shortened(words) or self._seat(words)

    def adjective(self, words: str) -> Party | None:
        """The party that these words tell the belonging to, put before a noun ("Turkish", "U.S.", "Kuwait's")."""
        claims = self._index.get(fold(words), {})
        for slot in ("demonym", "name"):
            if slot in claims and spelled_like(words, claims[slot][0]):
                return claims[slot][1]
        return None

    def _seat(self, words: str) -> Party | None:
        """The state whose adjective stands before one of its own seats ("the U.S. State Department")."""
        parts = tidy(words).split()
        for cut in range(1, min(len(parts), 4)):
            owner = self.adjective(" ".join(parts[:cut]))
            claims = self._index.get(fold(" ".join(parts[cut:])), {})
            if owner and "name" in claims and claims["name"][1] == Party(owner.name, owner.kind, "seat"):
                return claims["name"][1]
        return None
