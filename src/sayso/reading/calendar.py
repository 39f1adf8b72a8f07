"""Words for dates: found in a text, and told against the day of an article ("last Tuesday", "3 to 6 March")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.records import UNKNOWN, Fact

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {"a": 1, "an": 1, "1": 1} | {word: number for number, word in enumerate(_COUNTS, start=1)}
_NEAR = {"before yesterday": -2, "yesterday": -1, "after tomorrow": 2, "tomorrow": 1}

_MONTH = "(?:" + "|".join(f"{month.title()}|{month[:3].title()}\\.?" for month in MONTHS) + r"|Sept\.?)(?![a-z])"
_YEAR = r"(?:1[89]|20)\d\d(?![\w-]|[,.]\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[,.:]\d|\s?%)"
_WEEKDAY = f"(?:{'|'.join(day.title() for day in WEEKDAYS)})"
_COUNT = rf"(?:\d{{1,3}}|[Aa]n?|{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _COUNTS)})"
_UNIT = r"(?:day|week|month|year)s?"
_WHOLE = (
    rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?:{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+(?:the\s+)?{_DAY})(?:,?\s+{_YEAR})?"
)
_ISO = r"(?:19|20)\d\d-[01]\d-[0-3]\d"
_PART = (
    r"(?:(?:the\s+)?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]ourse|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s+(?:of\s+)?|"
    r"(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-]+)?"
)
_OF_YEAR = (
    rf"{_PART}(?:[Ll]ast\s+)?(?:{_MONTH},?\s+(?:of\s+)?(?:{_YEAR}|(?:last|this|next)\s+year)|"
    rf"(?:{'|'.join(month.title() for month in MONTHS)})(?![a-z]))"
)
_OF_WEEK = (
    rf"(?:(?:[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]ast)\s+)?{_WEEKDAY}(?:\s+(?:night|morning|afternoon|evening))?"
    r"(?:\s+(?:of\s+)?(?:last|this|next)\s+week)?"
)
_POINT = rf"{_ISO}|{_WHOLE}|{_OF_YEAR}|{_OF_WEEK}|{_PART}{_YEAR}"
_PATTERNS = {
    "over": rf"[Oo]ver\s+(?:the\s+)?{_COUNT}\s+days\s+ending\s+(?:on\s+)?(?:{_WHOLE}|{_OF_WEEK})",
    "range": (
        rf"(?:[Bb]etween\s+(?:{_POINT}|{_DAY})\s+and|[Ff]rom\s+(?:{_POINT}|{_DAY})\s+(?:to|until|till|through)|"
        rf"(?:{_WHOLE}|{_DAY})\s*(?:to|and|[-–])(?=\s*(?:{_WHOLE})))\s*(?:{_POINT}|{_DAY}(?!\s+[a-z]))"
    ),
    "ago": rf"{_COUNT}\s+{_UNIT}\s+ago",
    "after": (
        rf"{_COUNT}\s+{_UNIT}\s+(?:earlier|later|before|after(?:wards)?)\b|"
        r"[Tt]h(?:e|at)\s+(?:same|next|following|previous)\s+(?:day|week|month|year)|"
        r"[Tt]he\s+(?:day|week|month|year)\s+(?:before|after)(?!\s+(?:yesterday|tomorrow|the|it|they|he|she|a)\b)"
    ),
    "within": rf"[Ww]ithin\s+(?:the\s+next\s+)?(?:{_COUNT}|24|48|72)\s+(?:hour|day|week|month|year)s?",
    "near": (
        r"(?:[Tt]he\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|[Ee]arlier\s+today|[Tt]oday|[Tt]onight|"
        r"[Tt]his\s+(?:morning|afternoon|evening)|[Yy]esterday|[Tt]omorrow|[Oo]vernight)(?:\s+(?:morning|afternoon|evening))?(?![a-z])"
    ),
    "unit": (
        r"(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly)\s+)?(?:(?:[Tt]he\s+)?[Ee]nd\s+of\s+)?"
        r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious)\s+(?:week|month|year)(?!['’]s|-)|"
        r"(?:[Tt]he\s+)?[Ee]nd\s+of\s+the\s+(?:week|month|year)(?!['’]s)"
    ),
    "point": _POINT,
}
_EVERY = re.compile("|".join(rf"(?P<{kind}>(?<![\w$€£#.-])(?:{pattern}))" for kind, pattern in _PATTERNS.items()))
_POINTS = re.compile(rf"{_POINT}|{_DAY}")

Day = tuple[str, str]
"""A date as ISO 8601 cut to its precision, and that precision; of a week its Monday."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words for a date at ``start`` to ``end`` of a text; ``kind`` tells how they are to be counted."""

    start: int
    end: int
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Clock:
    """What dates are counted from: when the article was published, and the date that its text told last.

    ``ahead``: whether they are of what is to come ("by Friday") or of what was ("on Friday").
    """

    published: Fact
    before: Fact = UNKNOWN
    ahead: bool = False


def found(text: str) -> Iterator[Words]:
    """All words for dates in a text, in order; a range is one. None goes on in another paragraph."""
    for line in re.finditer(r"[^\n]+", text):
        for match in _EVERY.finditer(text, line.start(), line.end()):
            yield Words(match.start(), match.end(), match[0], match.lastgroup or "")


def resolved(words: Words, clock: Clock) -> Fact:
    """Words for a date as a date, UNKNOWN when nothing at hand tells which: "on Tuesday" of an undated article."""
    day = _COUNTED[words.kind](words.words, clock)
    return Fact(day[0], f'"{words.words}"', day[1]) if day is not None else UNKNOWN


def _base(fact: Fact) -> date | None:
    if fact.value is None or fact.precision != "day" or "/" in fact.value:
        return None
    return date.fromisoformat(fact.value)


def _counted_from(fact: Fact) -> tuple[int, int | None] | None:
    """Year and month of a date, as far as it tells them."""
    if fact.value is None:
        return None
    return int(fact.value[:4]), int(fact.value[5:7]) if fact.precision in ("day", "week", "month") else None


def _shifted(count: int, unit: str, fact: Fact) -> Day | None:
    """So many units before or after a date, cut to the unit; None when the date is too coarse to count from."""
    base, known = _base(fact), _counted_from(fact)
    if unit in ("hour", "day"):
        days = count if unit == "day" else -(-count // 24)
        return ((base + timedelta(days=days)).isoformat(), "day") if base else None
    if unit == "week":
        return _week(base + timedelta(weeks=count)) if base else None
    if known is None:
        return None
    year, month = known
    if unit == "year":
        return f"{year + count:04}", "year"
    if month is None:
        return None
    months = year * 12 + month - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}", "month"


def _week(day: date) -> Day:
    return (day - timedelta(days=day.weekday())).isoformat(), "week"


def _near(words: str, clock: Clock) -> Day | None:
    days = next((days for word, days in _NEAR.items() if word in words.lower()), 0)
    return _shifted(days, "day", clock.published)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _ago(words: str, clock: Clock) -> Day | None:
    count, unit, _ = words.split()
    return _shifted(-_number(count), unit.rstrip("s"), clock.published)


def _within(words: str, clock: Clock) -> Day | None:
    count, unit = words.split()[-2:]
    return _shifted(_number(count), unit.rstrip("s"), clock.published)


def _after(words: str, clock: Clock) -> Day | None:
    """ "Two days later", "the same day": counted from the date told last; "a day earlier" else from the article's."""
    parts = words.lower().split()
    unit = next(part for part in parts if part.rstrip("s") in ("day", "week", "month", "year"))
    back = parts[-1] in ("earlier", "before") or "previous" in parts
    count = _number(parts[0]) if parts[0] in _NUMBERS or parts[0].isdigit() else 0 if "same" in parts else 1
    if clock.before.value is None and parts[-1] != "earlier":
        return None
    base = clock.before if clock.before.value is not None else clock.published
    return _shifted(-count if back else count, unit.rstrip("s"), base)


def _unit(words: str, clock: Clock) -> Day | None:
    parts = words.lower().split()
    count = -1 if {"last", "previous"} & set(parts) else 1 if "next" in parts else 0
    return _shifted(count, parts[-1], clock.published)


def _range(words: str, clock: Clock) -> Day | None:
    """Both ends as "start/end"; what one end leaves out stands in the other ("3 and 6 March")."""
    ends = [each[0] for each in _POINTS.finditer(words)]
    if len(ends) != 2:
        return None
    first, last = ends
    month = re.search(_MONTH, last) or re.search(_MONTH, first)
    if re.fullmatch(_DAY, first):
        first = f"{first} {month[0]}" if month else first
    if re.fullmatch(_DAY, last):
        last = f"{last} {month[0]}" if month else last
    end = _point(last, clock)
    if end is None:
        return None
    start = _point(first, Clock(Fact(end[0], "", end[1]), ahead=False)) if not clock.ahead else _point(first, clock)
    if start is None or start[1] != end[1] or start[0] > end[0]:
        return None
    return f"{start[0]}/{end[0]}", end[1]


def _over(words: str, clock: Clock) -> Day | None:
    count = _number(next(part for part in words.split() if part.isdigit() or part.lower() in _NUMBERS))
    end = _point(re.sub(r"^.*ending\s+(?:on\s+)?", "", words), clock)
    if end is None or end[1] != "day":
        return None
    return f"{(date.fromisoformat(end[0]) - timedelta(days=count - 1)).isoformat()}/{end[0]}", "day"


def _point(words: str, clock: Clock) -> Day | None:
    if re.fullmatch(_ISO, words):
        return _valid(*map(int, words.split("-")))
    year = re.search(rf"(?<!\d){_YEAR}", words)
    month = re.search(_MONTH, words)
    if month is None:
        return (year[0], "year") if year else _weekday(words, clock)
    number = [each[:3] for each in MONTHS].index(month[0].lower()[:3]) + 1
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", words)
    if day is None:
        return _month(words, number, int(year[0]) if year else None, clock)
    if year is not None:
        return _valid(int(year[0]), number, int(day[0]))
    base = _base(clock.published)
    if base is None:
        return None
    years = range(base.year, base.year + 5) if clock.ahead else range(base.year, base.year - 5, -1)
    for each in years:  # the 29th of February is not in every year
        found = _valid(each, number, int(day[0]))
        if found and (found[0] >= base.isoformat() if clock.ahead else found[0] <= base.isoformat()):
            return found
    return None


def _valid(year: int, month: int, day: int) -> Day | None:
    try:
        return date(year, month, day).isoformat(), "day"
    except ValueError:
        return None


def _month(words: str, month: int, year: int | None, clock: Clock) -> Day | None:
    """A month: of the year that is told, else the latest one up to the article, or the next one from it on."""
    known = _counted_from(clock.published)
    if year is None:
        if known is None:
            return None
        told = re.search(r"(last|this|next)\s+year$", words)
        if told is not None:
            year = known[0] + {"last": -1, "this": 0, "next": 1}[told[1]]
        elif known[1] is None:
            return None
        elif clock.ahead:
            year = known[0] + (month < known[1])
        else:
            strictly = words.lower().startswith("last")
            year = known[0] - (month > known[1] or (strictly and month == known[1]))
    return f"{year:04}-{month:02}", "month"


def _weekday(words: str, clock: Clock) -> Day | None:
    base = _base(clock.published)
    day = re.search(_WEEKDAY, words)
    if base is None or day is None:
        return None
    number = WEEKDAYS.index(day[0].lower())
    week = re.search(r"(last|this|next)\s+week$", words)
    if week is not None:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks={"last": -1, "this": 0, "next": 1}[week[1]])
        return (monday + timedelta(days=number)).isoformat(), "day"
    told = words.split()[0].lower()
    if clock.ahead or told in ("next", "coming"):
        return (base + timedelta(days=(number - base.weekday()) % 7 or 7)).isoformat(), "day"
    back = (base.weekday() - number) % 7
    return (base - timedelta(days=back or (7 if told in ("last", "past") else 0))).isoformat(), "day"


_COUNTED = {
    "over": _over,
    "range": _range,
    "ago": _ago,
    "after": _after,
    "within": _within,
    "near": _near,
    "unit": _unit,
    "point": _point,
}
