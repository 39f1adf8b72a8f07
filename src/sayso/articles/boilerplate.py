"""What kind of residue one block is, judged by itself: page elements, placeholders, captions, sign-offs."""

from __future__ import annotations

import re

from sayso.articles import captions
from sayso.articles.dates import is_date_line
from sayso.articles.phrases import KINDS, SHARE, SHARE_CORE

_PLACEHOLDER = re.compile(
    r"\[#\w[\w.:-]*\]|\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|<%[^<>]{0,80}%>|\$\{[\w.]{1,60}\}|\[%[^\[\]]{0,80}%\]"
    r"|(?<![\w%])%(?:\d\$)?[sd](?!\w)|\[\[[\w.: -]{1,60}\]\]|__[A-Z][A-Z_]{2,40}__|%%\w{2,40}%%|"
    r"\bundefined\b\W*$|\[object Object\]"
)
_PLACEHOLDER_WORDS = 12
_LONGEST = 1_000  # characters; whatever is longer is prose, however few words it has
_QUOTED_WORDS = 3  # a block in quotation marks with more words is somebody's speech

_FIELD = re.compile(
    r"(?:ABSTRACT|FULL TEXT|HEADLINE|BODY|TEXT|BYLINE|SECTION|LENGTH|LOAD-DATE|PUBLICATION-TYPE|LANGUAGE|"
    r"DATELINE|WORD COUNT|"
    r"HIGHLIGHT|GRAPHIC|COPYRIGHT|SUBJECT|DOCUMENT-TYPE|SERIES|SOURCE|CORRECTION-DATE|ORGANIZATION|PERSON|GEOGRAPHIC|"
    r"LINKS?|CREDIT|ENDS?)\s*(?:\.$|$|:\s)"
)
_FIELD_WORDS = 30

_AGENCIES = (
    r"(?:reuters?|associated press|ap|agence france[- ]presse|afp|dpa|upi|united press international|tass|"
    r"itar-tass|interfax|ria novosti|ansa|efe|"
    r"xinhua|kyodo|pti|ians|ani|press association|pa media|pa|bloomberg(?: news)?|dow jones|aap|apa|ats|"
    r"belga|anp|ntb|tt|ritzau|lusa|mena|irna|yonhap|bernama|antara|anadolu(?: agency)?|canadian press|jiji)"
)
SIGN_OFF = re.compile(
    (
        rf"[\s(\[/–—-]*(?:{_AGENCIES}(?:\s*/\s*{_AGENCIES})*|-?\s*30\s*-|-?\s*0\s*-|#\s*#\s*#|"
        rf"ends?)[\s)\]/.;*<>–—-]*(?:&#\d+;)?[\W\d]*$"
    ),
    re.I,
)
_REPORTING = re.compile(
    r"[\W_]*(?:(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited|produced)(?: "
    r"and \w+)* by\b|with (?:files|reporting|additional reporting|inputs?) (?:from|by)\b|"
    r"(?:contributing|contributors?|source)\s*:|\S+ (?:\S+ )?(?:contributed to this (?:report|article|"
    r"story)|reported from)\b)",
    re.I,
)
_CONTRIBUTED = re.compile(
    r"(?:[A-Z][\w.'’-]*,? |and ){1,12}contributed(?: (?:reporting|to this (?:report|article|story))\b[^.]{0,60})?\.?"
    r"|[Hh]/[Tt]\b.*"
)
_REPORTING_WORDS = 50


def kind(text: str) -> str | None:
    """The kind of residue that a block's text is; None when it may be prose."""
    words = len(text.split())
    if len(text) > _LONGEST:
        return None
    if not any(letter.isalnum() for letter in text):
        return "rule"
    if words <= _PLACEHOLDER_WORDS and _PLACEHOLDER.search(text):
        return "placeholder"
    if words <= _REPORTING_WORDS and _reports(text):
        return "sign-off"
    if captions.is_caption(text):
        return "caption"
    if is_date_line(text):
        return "date line"
    if words > _QUOTED_WORDS and text[0] in "\"“„«‘'":
        return None
    if _shares(text):
        return "share line"
    for known in KINDS:
        if words <= known.words and known.pattern.match(text):
            return known.name
    return "field label" if words <= _FIELD_WORDS and _FIELD.match(text) else None


def _reports(text: str) -> bool:
    return bool(
        _REPORTING.match(text)
        or _CONTRIBUTED.fullmatch(text)
        or (len(text) <= 40 and not text.islower() and SIGN_OFF.fullmatch(text) and not text.isdigit())
    )


def _shares(text: str) -> bool:
    words = [] if text.endswith("?") else re.findall(r"[^\W\d_][\w-]*", text.lower())
    return 0 < len(words) <= 15 and SHARE.issuperset(words) and not SHARE_CORE.isdisjoint(words)
