"""When something was said or done, as far as its sentence tells: "on Tuesday", "last month", "February 20"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from spacy.tokens import Token

from sayso.reading.parse import entities
from sayso.records import UNKNOWN, Fact

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS) + "|sept\\.?"
_DAY = re.compile(
    rf"\b(?:({_MONTH})\s+(\d{{1,2}})|(\d{{1,2}})\s+({_MONTH}))(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?\b", re.I
)
_MONTH_ONLY = re.compile(rf"\b(last\s+)?({_MONTH})(?:\s+(\d{{4}}))?\b", re.I)
_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.I)
_AGO = re.compile(
    r"\b(\d+|an?|one|two|three|four|five|six|seven|ten)\s+(day|week|month|year)s?\s+(?:ago|earlier)\b", re.I
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_NEAR = {
    "today": 0,
    "tonight": 0,
    "yesterday": 1,
    "overnight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
}
_PATH = ("npadvmod", "tmod", "pobj", "prep", "advmod", "nummod", "compound", "amod", "npmod", "pcomp")
_WHEN = frozenset({"on", "in", "at", "during", "of", "earlier", "late", "early", "ago"})
_REACH = 4
"""How many governors up from a cue a date may hang."""


def said(verbs: tuple[Token, ...], published: Fact) -> Fact:
    """When the act that these verbs tell of was uttered or done, against the article's own date; unknown stays so.

    ``verbs`` are the act's own and, where it is reported, the reporting one. A date counts when
    it hangs on one of them.
    """
    for verb in verbs:
        for entity in (entity for entity in entities(verb.sent) if entity.label_ in ("DATE", "TIME")):
            if _hangs(entity.root, verb):
                found = resolved(entity.text, published)
                if found.value is not None and not _to_come(found.value, published):
                    return found
    return UNKNOWN


def _to_come(value: str, published: Fact) -> bool:
    """Whether a date lies after the article: then it is when something is due, not when it was said."""
    known = published.value or value
    length = min(len(value), len(known))
    return value[:length] > known[:length]


def _hangs(token: Token, verb: Token) -> bool:
    """Whether a date tells when a verb's doing was: it hangs on the verb itself, not on what it is about."""
    up = token
    for _ in range(_REACH):
        if up.i == verb.i:
            return True
        if up.dep_ not in _PATH or (up.pos_ == "ADP" and up.lower_ not in _WHEN):
            return False
        up = up.head
    return up.i == verb.i


def resolved(words: str, published: Fact) -> Fact:
    """A date expression as a date: absolute ones by themselves, relative ones against a known day of publication."""
    how = f'"{words}"'
    day = _DAY.search(words)
    base = _base(published)
    if day is not None and (found := _absolute(day, base)):
        return Fact(found.isoformat(), how, "day")
    if base is not None and (near := _relative(words.lower(), base)):
        return Fact(near[0], how, near[1])
    return _coarse(words, base, how)


def _base(published: Fact) -> date | None:
    if published.value is None or published.precision != "day":
        return None
    return date.fromisoformat(published.value)


def _absolute(found: re.Match[str], base: date | None) -> date | None:
    month = _month(found[1] or found[4])
    number = int(found[2] or found[3])
    try:
        if found[5]:
            return date(int(found[5]), month, number)
        if base is None:
            return None
        guess = date(base.year, month, number)
        return guess if guess <= base + timedelta(days=31) else date(base.year - 1, month, number)
    except ValueError:
        return None


def _month(words: str) -> int:
    return [month[:3] for month in MONTHS].index(words.lower()[:3]) + 1


def _relative(words: str, base: date) -> tuple[str, str] | None:
    for word, back in _NEAR.items():
        if word in words:
            return (base - timedelta(days=back)).isoformat(), "day"
    weekday = _WEEKDAY.search(words)
    if weekday is not None and "next" not in words:
        back = (base.weekday() - WEEKDAYS.index(weekday[1])) % 7
        return (base - timedelta(days=back or (7 if "last" in words else 0))).isoformat(), "day"
    ago = _AGO.search(words)
    if ago is not None:
        return _ago(int(ago[1]) if ago[1].isdigit() else _NUMBERS[ago[1]], ago[2], base)
    return _last(words, base)


def _ago(count: int, unit: str, base: date) -> tuple[str, str] | None:
    if unit in ("day", "week"):
        return (
            base - timedelta(days=count * (7 if unit == "week" else 1))
        ).isoformat(), "day" if unit == "day" else "week"
    if unit == "month":
        months = base.year * 12 + base.month - 1 - count
        return f"{months // 12:04}-{months % 12 + 1:02}", "month"
    return f"{base.year - count:04}", "year"


def _last(words: str, base: date) -> tuple[str, str] | None:
    for unit in ("week", "month", "year"):
        if f"last {unit}" in words or f"previous {unit}" in words:
            return _ago(1, unit, base)
        if f"this {unit}" in words:
            return _ago(0, unit, base)
    return None


def _coarse(words: str, base: date | None, how: str) -> Fact:
    month = _MONTH_ONLY.search(words)
    if month is not None and (month[3] or base is not None):
        number = _month(month[2])
        year = int(month[3]) if month[3] else _latest_year(number, base)
        if year is not None:
            return Fact(f"{year:04}-{number:02}", how, "month")
    year_only = _YEAR.fullmatch(words.strip())
    return Fact(year_only[1], how, "year") if year_only else UNKNOWN


def _latest_year(month: int, base: date | None) -> int | None:
    if base is None:
        return None
    return base.year if month <= base.month else base.year - 1
