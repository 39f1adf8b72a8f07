"""The dateline that opens a wire report: place, day, agency, and where the sentence begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.articles.dates import MONTHS, parse
from sayso.records import Fact

_MONTH = rf"(?:{'|'.join(sorted((name for name in MONTHS if name.isascii()), key=len, reverse=True))})\.?"
_DAY = rf"(?P<date>(?i:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?))"
_PLACE = (
    r"(?:[A-ZÀ-Þ][\w.’'/-]*(?:[ ][A-ZÀ-Þ(][\w.’'/)-]*|\s(?:de|la|del|al|am|upon|on|el|"
    r"di)\b){0,4}(?:,\s*[A-Z][\w.’' ]{1,30}?)?)"
)
_AGENCY = r"(?:\(\s*(?:[A-Z][\w .&/-]{1,40}?)\s*\)|/[A-Z][\w .&-]{1,40}/)"
_DASH = r"\s*(?:--|[-–—―])\s*"
_DATED = re.compile(rf"{_PLACE},?\s+{_DAY}\s*{_AGENCY}?{_DASH}")
_SIGNED = re.compile(rf"{_PLACE}\s*{_AGENCY}{_DASH}|{_AGENCY}{_DASH}|{_PLACE},?\s*{_AGENCY}\s*:\s*")
_BARE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’'/-]+(?:[ ][A-ZÀ-Þ.’'/-]+){0,3}(?:,\s*[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]*)?)?)"
    r"(?:\s+(?:--|[-–—―])\s*|(?:—|―|--)\s*)"
)


_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's words end at ``end``; ``date`` is what it tells of the day, if that includes the year."""

    end: int
    date: Fact | None = None
    year_missing: bool = False


def dateline(text: str, *, first: bool) -> Dateline | None:
    """The dateline at the beginning of a paragraph; one of a place alone only counts in the ``first``."""
    text = text[:_LONGEST]
    found = _DATED.match(text) or _SIGNED.match(text)
    if found is None and first:
        found = _BARE.match(text)
        if found and not re.match(r"[A-ZÀ-Þ\"“‘'«\d]", text[found.end() :]):
            return None
    if found is None or found.end() >= len(text):
        return None
    day = found.groupdict().get("date")
    known = parse(day, "dateline") if day else None
    return Dateline(found.end(), known, bool(day) and known is None)
