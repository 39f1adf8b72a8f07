"""What is known of an article, from the evidence at hand: the surest source of each fact wins, and is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.articles import dates, language
from sayso.articles.sorting import Clues
from sayso.records import UNKNOWN, Fact


@dataclass(frozen=True, slots=True)
class Told:
    """Facts from one source of evidence, ``how``: title, date, updated, outlet, author, url, language."""

    how: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """All facts of an article that its record holds."""

    title: Fact
    outlet: Fact
    author: Fact
    url: Fact
    published: Fact
    updated: Fact


def known(told: Sequence[Told], clues: Clues, *, name: str) -> Known:
    """The facts of an article: what the source gives, then what the page or text tells, then its URL and file name."""
    url = _first(told, "url")
    if url is UNKNOWN and clues.address:
        url = Fact(clues.address, "line of its own")
    line_published, line_updated = dates.of_lines(list(clues.date_lines))
    published = _dates(
        told, "date", (line_published, clues.credited[0], clues.dateline, _url_date(url), _name_date(name))
    )
    if published is UNKNOWN and clues.year_missing:
        published = Fact(None, "dateline without a year")
    title = _first(told, "title")
    return Known(
        title=title if title.value or not clues.headline else Fact(clues.headline, "headline"),
        outlet=_outlet(_first(told, "outlet"), url),
        author=_author(_first(told, "author"), clues.author),
        url=url,
        published=published,
        updated=_dates(told, "updated", (line_updated, clues.credited[1], clues.amended)),
    )


def said_language(told: Sequence[Told], given: str) -> Fact:
    """The language that the source itself gives, under its name ``given``; a page's own word does not count."""
    for source in told:
        if source.how == given and (code := language.code(source.facts.get("language", ""))):
            return Fact(code, given)
    return UNKNOWN


def _first(told: Iterable[Told], key: str) -> Fact:
    for source in told:
        value = " ".join(source.facts.get(key, "").split())
        if value:
            return Fact(value, source.how)
    return UNKNOWN


def _dates(told: Iterable[Told], key: str, others: Iterable[Fact | None]) -> Fact:
    for source in told:
        found = dates.parse(source.facts.get(key, ""), source.how)
        if found:
            return found
    return next((fact for fact in others if fact), UNKNOWN)


def _author(told: Fact, byline: str | None) -> Fact:
    return told if told.value or not byline else Fact(byline, "byline")


def _outlet(told: Fact, url: Fact) -> Fact:
    if told.value or not url.value:
        return told
    host = (urlsplit(url.value).hostname or "") if "//" in url.value else ""
    return Fact(host.removeprefix("www."), "URL") if "." in host else told


def _url_date(url: Fact) -> Fact | None:
    found = re.search(r"/((?:19|20)\d\d)[/-]([01]?\d)(?:[/-]([0-3]?\d))?(?=[/_-]|$)", url.value or "")
    return dates.parse("-".join(filter(None, found.groups())), "URL") if found else None


def _name_date(name: str) -> Fact | None:
    found = re.search(r"(?<!\d)((?:19|20)\d\d)([-_.]?)([01]\d)\2([0-3]\d)(?!\d)", name)
    return dates.parse("-".join(found.group(1, 3, 4)), "file name") if found else None
