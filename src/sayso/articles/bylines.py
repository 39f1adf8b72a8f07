"""Who wrote it: lines that name the author, the agency or the post, as pages set them under the headline."""

from __future__ import annotations

import re

_PARTICLE = r"(?:de|da|di|du|del|della|der|den|van|von|bin|bint|al|el|la|le|dos|ter|ten|y|e)"
_WORD = r"(?:[A-ZÀ-ÞĀ-Ž][\w’'.-]*|" + _PARTICLE + r")"
_NAME = rf"[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?:\s+{_WORD}){{0,4}}"
_ROLE = (
    r"(?:[\w’'&.-]+\s+){0,4}(?:staff|senior|chief|political|foreign|special|diplomatic|economics?|business|"
    r"national|associated press|reuters|bureau)?\s*"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|staff|bureau|desk|newsroom|"
    r"service|news agency|press|news)"
)
_AGENCY = (
    r"(?:Reuters|Associated Press|The Associated Press|AP|AFP|Agence France-Presse|Bloomberg|Bloomberg News|"
    r"dpa|UPI|PTI|ANI|IANS|Xinhua|TASS|Interfax|EFE|ANSA|Kyodo|PA|PA Media|AAP)"
)
_BY = (
    r"(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Ss]tory [Bb]y|[Ff]rom|[Aa]uthor:|[Pp]osted [Bb]y|[Vv]on|[Pp]ar|[Pp]or|"
    r"[Dd]i|[Dd]oor|[Aa]utor:|[Tt]exto:)"
)
_BYLINE = re.compile(
    rf"\W{{0,3}}{_BY}\s+(?P<names>{_NAME}(?:\s*(?:,|and|AND|&|und|et|y|e|with)\s+{_NAME}){{0,5}})"
    rf"(?:\s*[,|/•·–—-]\s*(?:{_NAME}|{_ROLE}|{_AGENCY}|[\w .@]{{1,60}}))*[\W]*"
)
_NAMED = re.compile(
    rf"(?P<names>{_NAME}(?:(?:,|\s+and|\s+&)\s+{_NAME}){{0,3}})\s*(?:,|\||/|–|—|-| for(?: "
    rf"the)?)\s*(?:{_AGENCY}|(?i:{_ROLE}))\W*"
)
_ROLE_ONLY = re.compile(rf"(?i:{_ROLE})|{_AGENCY}|The {_NAME}")
_LONGEST, _LONGEST_LINE = 16, 160
"""The longest byline, in words and characters."""


def byline(text: str) -> str | None:
    """The names in a line that tells who wrote the article; None when it is no such line."""
    if (
        len(text) > _LONGEST_LINE
        or len(text.split()) > _LONGEST
        or (text.endswith((".", "?", "!")) and not re.search(r"\b\w{1,2}\.$", text))
    ):
        return None
    found = _BYLINE.fullmatch(text) or _NAMED.fullmatch(text)
    if not found:
        return None
    names, *rest = found["names"].strip(" ,|").split(", ")
    return ", ".join([names, *(part for part in rest if not _ROLE_ONLY.fullmatch(part))])


def is_role(text: str) -> bool:
    """Whether a line under a byline only tells the author's post or agency."""
    return (
        len(text) <= 60
        and len(text.split()) <= 6
        and not text.endswith((".", "?", "!"))
        and bool(_ROLE_ONLY.fullmatch(text))
    )
