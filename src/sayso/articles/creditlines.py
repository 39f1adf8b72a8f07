"""Dates in the lines around an article: "By Ada Brill | September 5, 2024 | 6:02 pm", "(Coastwire, 7 March 2024)".

Such a line falls into pieces, one of which is nothing but a date, with what it is a date of. A date in a headline or in
a sentence is none of it: there it tells when something happened.
"""

from __future__ import annotations

import re

from sayso.articles.bylines import byline
from sayso.articles.dates import is_date_line, of_lines, parse
from sayso.records import Fact

_LONGEST, _WORDS, _PIECE = 200, 30, 4
"""The most characters and words of such a line, and words of a piece of it beside the date that is no byline."""
_LABELLED = re.compile(r"\W*(?:(?:first|originally|last)\s+)?(?:published|posted|updated|issued|released)\b|\(", re.I)
_APART = re.compile(
    r"\s*[|•·\n\t]\s*|\s+[-–—/]+\s+|\s{3,}|\s+(?=(?:(?:written |posted )?by|di|von|par|por)\s+[A-Z])|"
    r"(?<=[\w.)])\s+(?=(?:(?:last|first)\s+)?(?:updated|published|posted|modified)\b)",
    re.I,
)
_NAME = r"[A-ZÀ-Þ][\w.’'&-]*(?:\s+(?:[A-ZÀ-Þ][\w.’'&-]*|of|the|and)){0,5}"
_NAMED_FIRST = re.compile(rf"\(?(?:[Bb]y\s+)?(?:{_NAME},\s*){{1,3}}(?P<date>.+?)\)?")
_DATED_FIRST = re.compile(rf"\(?(?P<date>.+?\d{{4}}),\s*(?:{_NAME})\)?")
_ISSUE = re.compile(r"(?P<date>\w{3,9}\.? (?:1[89]|20)\d\d) (?:issue|edition|number)", re.I)
_AMENDED = re.compile(
    r"\W*(?:(?:this|the|an earlier version of this) (?:article|story|post|report|piece|page|headline)\b.{0,60}?"
    r"\b(?:amended|updated|corrected|edited|changed|modified)\b.{0,20}?\bon|corrections?|clarifications?|"
    r"editor['’]s note|amended|corrected)\b\s*[:,(–—-]?\s*(?:on )?(?P<date>.{6,40})",
    re.I,
)
_WHEN = re.compile(
    r"(?:[a-z]+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4})", re.I
)
_ADDRESS = re.compile(r"(?:\w{3,12}:\s*)?<?(?P<url>https?://\S+?)>?", re.I)


def credited(text: str) -> tuple[Fact | None, Fact | None]:
    """When a line says that its article was published and updated; None twice for any other line."""
    if len(text) > _LONGEST or len(text.split()) > _WORDS or re.search(r"[\w”\"'][.?!]\s*$", _timeless(text)):
        return None, None
    every = pieces(text)
    dated = [when for piece in every if (when := _date_of(piece)) is not None]
    others = [piece for piece in every if _date_of(piece) is None and not is_date_line(piece)]
    if not dated or text.lstrip().startswith("|") or not all(map(_credits, others)):
        return None, None
    if sum(of_lines([when])[0] is not None for when in dated) > 1:
        return None, None  # a list of several articles
    return of_lines(dated)


def _credits(piece: str) -> bool:
    """Whether what stands beside a date may be a name, a place or a reading time: no headline of another article."""
    return len(piece.split()) <= _PIECE or byline(piece) is not None


def is_labelled(text: str) -> bool:
    """Whether a line itself says that its date is of publication or of a change, or is a credit in brackets."""
    return bool(_LABELLED.match(text))


def pieces(text: str) -> list[str]:
    """What such a line falls into: names, days, times, labels."""
    return [piece.strip() for piece in _APART.split(text.strip()) if piece.strip(" ,()*_")]


def _timeless(text: str) -> str:
    """A line without the stop of an abbreviation at its end: "6:02 a.m.", "Jan."."""
    return re.sub(r"\b(?:[ap]\.m|[A-Z]|[A-Z][a-z]{2,3})\.\s*$", "", text)


def _date_of(piece: str) -> str | None:
    """The words of a piece that are a date, with what it is of; None when it has none, or other words beside it."""
    piece = piece.strip(" ,*_")
    if is_date_line(piece):
        return piece if parse(piece, "") else None
    for pattern in (_ISSUE, _DATED_FIRST, _NAMED_FIRST):
        found = pattern.fullmatch(piece)
        if found and parse(found["date"], "") and (pattern is _ISSUE or is_date_line(found["date"])):
            return found["date"]
    return None


def amended(text: str) -> Fact | None:
    """When a note says that its article was corrected or amended; None for any other text."""
    found = _AMENDED.match(text[:_LONGEST])
    when = _WHEN.match(found["date"].strip()) if found else None
    return parse(when[0], "note of a change") if when else None


def address(text: str) -> str | None:
    """The address of the page, when a line is nothing else ("Source: https://..."); None for any other line."""
    found = _ADDRESS.fullmatch(text.strip())
    return found["url"] if found else None
