"""A whole text searched for the parties that it names, and for the persons that it introduces with their party."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.gazetteer.names import Names, Party
from sayso.gazetteer.titles import Titles

_CAPITAL = r"[A-Z\u00c0-\u00de\u0130\u015e]"
_CAPITALISED = re.compile(rf"{_CAPITAL}[\w.\u2019'-]*")
_LONGEST_NAME = 3
_ENDS = re.compile(r"[^.]{2}\.$")
_MEDIA = ("outlet", "agency")
_REACH = 100
"""How many characters beside a state's name are searched for a title and a person's name."""
_BREAK = re.compile(r"[.;:!?()\"\u201c\u201d](?:\s|$)|\n\s*\n|,\s")
_PARTICLE = r"(?:al|bin|bint|ibn|de|da|di|del|van|von|der|den|la|el|[A-Z]\.)"
_NAME = rf"{_CAPITAL}[\w\u2019'-]+(?:\s+(?:{_PARTICLE}\s+)*{_CAPITAL}[\w\u2019'-]+){{1,3}}"
_FORMER = re.compile(r"\b(?:former|ex|then|late|ousted|retired)[\s-]+(?:the\s+)?$", re.IGNORECASE)
_NAME_AFTER = re.compile(rf"[\s,]*({_NAME})")
_NAME_BEFORE = re.compile(rf"({_NAME}),\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in a text: which, and from where to where."""

    party: Party
    start: int
    end: int


def mentioned(text: str, names: Names, relay: Callable[[str], str | None]) -> Iterator[Mention]:
    """Every party that a text names, the longest names first, newspapers called after a place left out."""
    found = list(_CAPITALISED.finditer(text))
    at = 0
    while at < len(found):
        step = 1
        if names.starts_with(found[at][0]):
            run = _together(text, found[at : at + _LONGEST_NAME])
            lengths = range(len(run), 0, -1)
            known = ((names.adjective(text[run[0].start() : run[n - 1].end()]), n) for n in lengths)
            party, step = next(((party, n) for party, n in known if party), (None, 1))
            longer = (n for n in lengths if n > step and relay(text[run[0].start() : run[n - 1].end()]) in _MEDIA)
            media = next(longer, None) if party else None
            if media:
                step = media
            elif party:
                yield Mention(party, run[0].start(), run[step - 1].end())
        at += step


def _together(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The first of some words with those that follow it directly."""
    run = found[:1]
    for match in found[1:]:
        if text[run[-1].end() : match.start()].strip() or _ENDS.search(run[-1][0]):
            break
        run.append(match)
    return run


def introduced(
    text: str, mentions: Iterable[Mention], titles: Titles, known: Callable[[str], Party | None]
) -> Iterator[tuple[str, Party]]:
    """The persons beside a party's name and a title: "Turkish President Ali Deniz", "Ali Deniz, Turkey's president"."""
    for mention in mentions:
        words, end = _title_words(text, mention.end, titles)
        title = titles.find(words) if words else None
        if (
            title is None
            or title.of
            or title.former
            or title.stands == "none"
            or (titles.is_posted(title.head) and _is_place(text, mention))
            or _FORMER.search(text, max(0, mention.start - 20), mention.start)
        ):
            continue
        after = _NAME_AFTER.match(text, end)
        before = _NAME_BEFORE.search(text, max(0, mention.start - _REACH), mention.start)
        named = (after and after[1]) or (before and before[1])
        if named and not known(named) and not any(titles.is_title_word(word) for word in named.split()):
            yield " ".join(named.split()).removesuffix("'s").removesuffix("\u2019s"), mention.party


def _is_place(text: str, mention: Mention) -> bool:
    """Whether a land's name stands before a title as where its bearer is sent: no adjective, possessive or initials."""
    initials = text[mention.start : mention.end].replace(".", "").isupper()
    owned = text[mention.end : mention.end + 2] in ("'s", "\u2019s") or text[: mention.end].endswith(("'s", "\u2019s"))
    return mention.party.kind == "state" and mention.party.how != "demonym" and not initials and not owned


def _title_words(text: str, start: int, titles: Titles) -> tuple[str, int]:
    """The words of a title and its portfolio that follow a place in a text, and where they end."""
    stop = _BREAK.search(text, start, start + _REACH)
    last = end = start
    for match in re.finditer(r"[\w\u2019'-]+", text[start : stop.start() if stop else start + _REACH]):
        if match[0] in ("s", "\u2019s", "'s"):
            continue
        if not titles.is_title_word(match[0]):
            break
        end = start + match.end()
    return text[last:end].strip(" '\u2019s") if end > last else "", end
