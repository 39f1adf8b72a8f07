"""Relays: agencies, outlets, broadcasts, documents and posts, which carry words and hold no position by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.gazetteer.wording import fold, spelled_like, tokens

_LINKS = (
    "of",
    "from",
    "by",
    "to",
    "on",
    "in",
    "for",
    "with",
    "about",
    ",",
    "issued",
    "released",
    "published",
    "sent",
    "seen",
)
_LONGEST_HEAD = 3
_ROLES = ("agency", "broadcast", "outlet")


@dataclass(frozen=True)
class Relays:
    """Tells a relay and its role, by the lists of the data file."""

    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def _named(self) -> dict[str, tuple[str, str]]:
        return {fold(name): (name, role) for role in reversed(_ROLES) for name in self.words.get(role, ())}

    @cached_property
    def _heads(self) -> dict[str, str]:
        """Each general word for a relay with its role; a word of several roles has the first of these."""
        roles = ("outlet", "document", "broadcast", "post", "agency")
        return {word: role for role in roles for word in self.words.get(f"{role}_words", ())}

    def role(self, words: str) -> str | None:
        """Which kind of relay the words name, as ``Link`` calls them; None for no relay."""
        parts = tokens(words)
        named = self._by_name(" ".join(parts))
        if named or not parts:
            return named
        stop = next((at for at, part in enumerate(parts) if at and part.casefold() in _LINKS), len(parts))
        role = self._by_head([part.casefold().rstrip(".") for part in parts[:stop]])
        if role:
            return self._checked(role, parts[:stop])
        return self._appositive(parts) if stop == len(parts) else None

    def _by_head(self, low: list[str]) -> str | None:
        """The role of the longest general word that words end in, so that a "blog post" is no newspaper."""
        lengths = range(min(_LONGEST_HEAD, len(low)), 0, -1)
        return next((role for length in lengths if (role := self._heads.get(" ".join(low[-length:])))), None)

    def _by_name(self, words: str) -> str | None:
        name, role = self._named.get(fold(words), ("", ""))
        return role if name and spelled_like(words, name) else None

    def _checked(self, role: str, parts: list[str]) -> str:
        """A capitalised "Post" is a newspaper, a small "post" is a post."""
        titled = parts[-1][0].isupper() and parts[-1].casefold() in self.words.get("outlet_words", ())
        return "outlet" if titled and role == "post" else role

    def _appositive(self, parts: list[str]) -> str | None:
        """The role of a name with its kind before it ("the daily Hurriyet", "state agency Anadolu")."""
        for cut in range(len(parts) - 1, 0, -1):
            role = self._by_head([part.casefold() for part in parts[:cut]])
            if role and all(part[:1].isupper() for part in parts[cut:]):
                return self._by_name(" ".join(parts[cut:])) or role
        return None
