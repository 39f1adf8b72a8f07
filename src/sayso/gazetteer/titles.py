"""Titles: what a person is called by, and whom that makes the person speak for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.gazetteer.wording import tokens, unaccented

_LONGEST_HEAD = 5
_LINKS = ("of", "for", "to", "at", "with", "from", "in", "on")
_LEADING = frozenset("the a an then longtime but although though while as when if that and of for with by from".split())
_AWAY = ("in", "on")
_STOPS = (",", "who", "which", "that", "whose", "when", "where", "since", "until", "in", "on", "said")
"""Words that end the name of a body after a title."""
_POSTED = ("ambassador", "envoy", "special envoy", "consul", "consul general", "high commissioner", "delegate",
    "representative", "special representative", "mediator")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A title found in a description.

    ``head`` is the title itself ("minister"); ``of`` the words that tell of whom ("Russian", "J.P. Morgan and Co"), ""
    when none do; ``stands`` whom its bearer speaks for: "state", "body" or "none"; ``former`` whether it is no longer
    held; ``spokes`` whether its bearer only lends a voice.
    """

    head: str
    of: str
    stands: str
    former: bool = False
    spokes: bool = False


@dataclass(frozen=True)
class Titles:
    """Finds titles, by the lists of the data file."""

    words: Mapping[str, tuple[str, ...]]

    @cached_property
    def _heads(self) -> dict[str, str]:
        heads = {head.casefold(): kind for kind in ("none", "body", "state") for head in self.words.get(kind, ())}
        plurals = {f"{head}s": kind for head, kind in heads.items() if " of " not in head and not head.endswith("s")}
        return plurals | heads

    @cached_property
    def _loose(self) -> frozenset[str]:
        return frozenset(word for name in ("before", "portfolio") for word in self.words.get(name, ()))

    @cached_property
    def _former(self) -> frozenset[str]:
        return frozenset(self.words.get("former", ()))

    def find(self, words: str) -> Title | None:
        """The title in a description such as "Russian Foreign Minister" or "chairman of J.P. Morgan and Co"."""
        parts = tokens(words)
        low = [unaccented(part).casefold().rstrip(".") for part in parts]
        place = self._place(low)
        if place is None:
            return None
        start, end = place
        head = " ".join(low[start:end])
        before = self._owner(parts[:start], low[:start])
        stands = self._heads[head]
        after = self._after(parts[end:], low[end:], head)
        of = (after or before) if stands == "body" else (before or after)
        former = any(word in self._former or word.startswith("ex-") for word in low[:start])
        return Title(head, of, stands, former=former, spokes=head.rstrip("s") in self.words.get("spokes", ()))

    @cached_property
    def _title_words(self) -> frozenset[str]:
        return self._loose | {word for head in self._heads for word in head.split()} - {"of", "the", "to", "for"}

    def is_title_word(self, word: str) -> bool:
        """Whether a word may stand in a title, as its head, its rank or its portfolio."""
        return word.casefold() in self._title_words

    def is_former(self, words: Sequence[str]) -> bool:
        """Whether one of some words, in small letters, tells that a title is no longer held."""
        return any(word in self._former for word in words)

    def is_posted(self, head: str) -> bool:
        """Whether the land named with a title may be the one that its bearer is sent to ("the Syria envoy")."""
        return head in _POSTED

    def is_alone(self, head: str, described: str) -> bool:
        """Whether a title with no state named means the state at hand.

        A small "president" may be a company's; a secretary is a minister only for something ("health secretary").
        """
        if head == "secretary":
            return any(word in self.words.get("portfolio", ()) for word in described.casefold().split())
        if head not in self.words.get("alone", ()):
            return False
        return head != "president" or "President" in described or described.strip().casefold() == "the president"

    def _place(self, low: list[str]) -> tuple[int, int] | None:
        """Where the governing head stands: the last one before any "of"; the longest where several end there."""
        limit = next((at for at, word in enumerate(low) if word in _LINKS and self._head_ends(low, at)), len(low))
        best: tuple[int, int] | None = None
        for end in range(1, limit + 1):
            start = self._head_start(low, end)
            if start is not None:
                best = (start, end) if best is None or start > best[0] else (min(best[0], start), end)
        if best and limit < len(low):
            longer = next(
                (end for end in range(len(low), limit, -1) if " ".join(low[best[0] : end]) in self._heads), None
            )
            return (best[0], longer) if longer and longer - best[0] <= _LONGEST_HEAD + 1 else best
        return best

    def _head_ends(self, low: list[str], at: int) -> bool:
        return self._head_start(low, at) is not None

    def _head_start(self, low: list[str], end: int) -> int | None:
        starts = range(max(0, end - _LONGEST_HEAD), end)
        return next((start for start in starts if " ".join(low[start:end]) in self._heads), None)

    def _owner(self, parts: list[str], low: list[str]) -> str:
        """Whom the words before a head name, once what only tells the rank or the portfolio is taken off."""
        for at in range(len(low) - 1, -1, -1):
            if low[at] == ",":
                parts, low = parts[at + 1 :], low[at + 1 :]
                break
        end = len(parts)
        while end and (low[end - 1] in self._loose or low[end - 1] in self._former or low[end - 1] in self._heads):
            end -= 1
        start = 0
        while start < end and (low[start] in self._former or low[start] in _LEADING):
            start += 1
        return " ".join(parts[start:end])

    def _after(self, parts: list[str], low: list[str], head: str) -> str:
        """Whom the words after a head name ("of J.P. Morgan and Co"), without its portfolio and place of posting."""
        while parts and low[0] == "and":  # "chairman and chief executive of"
            skip = next((end for end in range(len(low), 1, -1) if " ".join(low[1:end]) in self._heads), 0)
            if not skip:
                return ""
            parts, low = parts[skip:], low[skip:]
        if not parts or low[0] not in _LINKS or low[0] in _AWAY or (low[0] in ("to", "for", "at") and head in _POSTED):
            return ""
        at = 1
        while at < len(low) and low[at] in self._loose and (parts[at].islower() or self._heads[head] == "state"):
            at += 1
        if at < len(low) and low[at] in _LINKS:
            at += 1
        stop = next((end for end in range(at, len(low)) if low[end] in _STOPS), len(low))
        stop = next((end for end in range(at, stop - 1) if low[end] == "at" and low[end + 1].isdigit()), stop)
        return " ".join(parts[at:stop])
