"""Names of companies and organisations: without their legal ending, and which of them are shortened in use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso.gazetteer.wording import fold, tidy


@dataclass(frozen=True)
class Bodies:
    """Takes names of companies apart, by the lists of the data file."""

    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def _legal(self) -> frozenset[str]:
        return frozenset(fold(word) for word in self.words.get("legal", ())) | {"and", "&", "of", "the"}

    @cached_property
    def _firm(self) -> frozenset[str]:
        return frozenset(fold(word) for word in self.words.get("firm", ()))

    @cached_property
    def _trade(self) -> frozenset[str]:
        return frozenset(fold(word) for word in self.words.get("trade", ()))

    def without_legal(self, name: str) -> str:
        """The name without "Inc", "Ltd", "and Co" and the like at its end."""
        parts = tidy(name).replace(",", " ").split()
        end = len(parts)
        while end > 1 and self._is_legal(parts[end - 1]):
            end -= 1
        return " ".join(parts[:end]) if end else tidy(name)

    def _is_legal(self, word: str) -> bool:
        return word.rstrip(".") in ("and", "&") or (word[0].isupper() and fold(word) in self._legal)

    def is_company(self, name: str) -> bool:
        """Whether a name has a legal ending."""
        return self.without_legal(name) != " ".join(tidy(name).replace(",", " ").split())

    def is_firm(self, name: str) -> bool:
        """Whether a name has a legal ending that no person's name has ("Plc", but not "Co" or "Sa")."""
        last = name.split()[-1:] or [""]
        return last[0][:1].isupper() and fold(last[0]) in self._firm

    def named_last(self, words: str) -> str:
        """The name that ends words for a body: "French sugar producer Halden", "harbour programme at Tarn House"."""
        parts = words.split(" ")
        last = next((at for at in range(len(parts) - 1, -1, -1) if not parts[at][:1].isupper()), -1)
        if last < 1 or last + 1 == len(parts):
            return words
        described = parts[last] == "at" and parts[last - 1].islower()
        return " ".join(parts[last + 1 :]) if described or parts[last] in self.words.get("kinds", ()) else words

    def called(self, noun: str) -> tuple[str, ...]:
        """The last words of the names of bodies that are called by a noun once they are named ("the union")."""
        return self.words.get(f"called_{noun}", ())

    def shortens(self, short: str, full: str, *, company: bool) -> bool:
        """Whether one name begins another, and what follows is left out in use ("Dome", "Dome Petroleum")."""
        start, rest = fold(short), fold(full)
        if not start or not rest.startswith(f"{start} "):
            return False
        left_out = rest[len(start) :].split()
        return company or left_out[-1] in self._trade
