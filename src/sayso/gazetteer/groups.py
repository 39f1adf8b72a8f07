"""Described groups: whom "three Turkish officials" speak for, and what remains of "some creditor banks" as a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sayso.gazetteer.wording import fold, tidy, tokens

_LINKS = ("of", "from", "inside", "within", "at", "close", "familiar", "in", "with", "to", "on", "near", "who", ",")
_BELONGING = ("of", "from", "inside", "within", "at")
_LONGEST_HEAD = 3
_LIKE = re.compile(r"[-\u2011][a-z]+$")
"""How words end that say what a group is like, not whose it is ("US-backed forces")."""


@dataclass(frozen=True, slots=True)
class Group:
    """People or an organ described, not named: ``head`` ("officials") and ``owner``, whose they are ("Turkish")."""

    head: str
    owner: str


@dataclass(frozen=True)
class Groups:
    """Takes descriptions of groups apart, by the lists of the data file."""

    words: Mapping[str, tuple[str, ...]]
    portfolio: tuple[str, ...]

    @cached_property
    def _speaking(self) -> frozenset[str]:
        return frozenset(self.words.get("speaking", ()))

    @cached_property
    def _between(self) -> frozenset[str]:
        return frozenset(self.words.get("between", ())) | frozenset(self.portfolio) | self._speaking

    @cached_property
    def _strip(self) -> frozenset[str]:
        return frozenset(self.words.get("strip", ()))

    @cached_property
    def _anonymous(self) -> frozenset[str]:
        return frozenset(self.words.get("anonymous", ()))

    @cached_property
    def _pronouns(self) -> frozenset[str]:
        return frozenset(self.words.get("pronouns", ()))

    def find(self, words: str, is_party: Callable[[str], bool]) -> Group | None:
        """The people or organ that speaks for somebody in words such as "senior Turkish officials"; None for others.

        ``is_party`` tells which words name a party; of an unknown owner all words up to the head are taken.
        """
        parts = self._bare(words)
        low = [part.casefold() for part in parts]
        stop = next((at for at, word in enumerate(low) if at and word in _LINKS and self._head(low[:at])), len(low))
        head = self._head(low[:stop])
        if head is None:
            return None
        owner = parts[: stop - len(head.split())]
        if owner:
            return self._owned(owner, head, is_party, capital=parts[stop - 1].istitle())
        after = parts[stop + 1 :] if stop < len(low) and low[stop] in _BELONGING else []
        end = next((at for at, part in enumerate(after) if part.casefold() in _LINKS[5:]), len(after))
        return Group(head, tidy(" ".join(after[:end])))

    def _owned(self, owner: list[str], head: str, is_party: Callable[[str], bool], *, capital: bool) -> Group | None:
        if any(one == "and" and other[0].isupper() for one, other in pairwise(owner)):
            return None
        while len(owner) > 1 and self._is_like(owner[0]):
            owner = owner[1:]  # "US-backed Iraqi forces"
        for cut in range(len(owner), 0, -1):
            if is_party(" ".join(owner[:cut])):
                rest = [word.casefold() for word in owner[cut:]]
                if rest and capital and all(word[0].isupper() for word in owner[cut:]) and not self.is_organ(head):
                    return None  # "Turkey's National Energy Board" has a name of its own
                return Group(head, tidy(" ".join(owner[:cut]))) if all(word in self._between for word in rest) else None
        end = len(owner)
        while end and owner[end - 1].casefold() in self._between and (end == 1 or not owner[end - 1][0].isupper()):
            end -= 1
        named = tidy(" ".join(owner[:end]))
        if named and ((capital and head.count(" ") == 0) or (end == 1 and self._is_like(named))):
            return None  # "Northern State" has a name of its own; "Kurdish authorities" are told by just that
        return Group(head, named) if all(part[0].isupper() or not part[0].isalpha() for part in owner[:end]) else None

    def _is_like(self, word: str) -> bool:
        """Whether a word before a group tells what the group is like, not whose it is."""
        return word.casefold() in self.words.get("alike", ()) or _LIKE.search(word) is not None

    def of_fighters(self, words: str) -> str:
        """The body for which certain people fight or work, in words for them ("Hamas militants"); empty for others."""
        parts = self._bare(words) or [""]
        if len(parts) > 2 and parts[0].casefold() in self.words.get("fighting", ()) and parts[1] in ("from", "of"):
            return tidy(" ".join(parts[2:]).removeprefix("the "))
        while len(parts) > 2 and self._is_like(parts[0]) and not self.is_armed(" ".join(parts[:-1])):
            parts = parts[1:]  # "Kurdish-led YPG militia"
        return tidy(" ".join(parts[:-1])) if parts[-1].casefold() in self.words.get("fighting", ()) else ""

    def is_of_members(self, head: str) -> bool:
        """Whether a head means a bloc by those who belong to it ("OPEC members"), which no state can be meant by."""
        return head in self.words.get("members", ())

    def is_organ(self, words: str) -> bool:
        """Whether words for a group hold an organ of the state at hand ("the government", "regime forces")."""
        return bool(self.organ(words))

    def organ(self, words: str) -> str:
        """The organ of the state at hand that words for a group hold ("regime" in "regime forces"); else nothing."""
        low = " ".join(tokens(words)).casefold()
        return next((organ for organ in self.words.get("organs", ()) if f" {organ} " in f" {low} "), "")

    def _head(self, low: list[str]) -> str | None:
        for length in range(min(_LONGEST_HEAD, len(low)), 0, -1):
            if " ".join(low[-length:]) in self._speaking:
                return " ".join(low[-length:])
        return None

    def _bare(self, words: str) -> list[str]:
        parts = tokens(words)
        while len(parts) > 1 and (
            parts[0].casefold() in self._strip or parts[0].replace(",", "").isdigit() or parts[0] == ","
        ):
            parts = parts[1:]
        return parts

    def reduced(self, words: str) -> str:
        """A described group's name: the words without determiners, numbers and rank ("some regional banks")."""
        return " ".join(self._bare(words)).replace(" ,", ",") or tidy(words)

    def is_armed(self, name: str) -> bool:
        """Whether a party, by its name in the data file, is an armed group."""
        return name in self.words.get("armed", ())

    def is_army(self, words: str) -> bool:
        """Whether words are what an armed group is called once it has been named ("the militants")."""
        return tidy(words).casefold() in self.words.get("armies", ())

    def anonymous(self, words: str) -> bool:
        """Whether the words describe people who are not named ("three informed sources", "one banker")."""
        low = [part.casefold() for part in tokens(words)]
        stop = next((at for at, word in enumerate(low) if at and word in _LINKS), len(low))
        return stop > 0 and low[stop - 1] in self._anonymous

    def is_pronoun(self, words: str) -> bool:
        """Whether the words only point at somebody ("they", "the two sides")."""
        return not fold(words) or tidy(words).casefold() in self._pronouns
