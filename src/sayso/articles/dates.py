"""Dates as pages write them, with how precisely they tell; what names no year is no date."""

from __future__ import annotations

import re
from datetime import date

from sayso.records import Fact

_MONTHS = (
    "january jan janvier janv enero ene januar jänner gennaio gen janeiro januari stycznia января января січня ocak",
    "february feb février févr febrero februar feber febbraio fevereiro fev februari lutego февраля лютого şubat",
    "march mar mars marzo märz mrz março maart marca марта березня mart",
    "april apr avril avr abril abr aprile kwietnia апреля квітня nisan",
    "may mai mayo maggio mag maio mei maja мая травня mayıs",
    "june jun juin junio juni giugno giu junho czerwca июня червня haziran",
    "july jul juillet juil julio juli luglio lug julho lipca июля липня temmuz",
    "august aug août agosto ago sierpnia augustus августа серпня ağustos",
    "september sept sep septembre septiembre settembre setembro września сентября вересня eylül",
    "october oct octobre octubre oktober okt ottobre ott outubro out października октября жовтня ekim",
    "november nov novembre noviembre novembro listopada ноября листопада kasım",
    "december dec décembre déc diciembre dic dezember dez dicembre dezembro grudnia декабря грудня aralık",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
"""Month names of the web's main languages, and their number."""

_NAME = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})"
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?<!\d){_YEAR}[-/.](?P<number>\d{{1,2}})[-/.]{_DAY}(?!\d)",
        rf"(?<![\d:.]){_YEAR}(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?:(?=T)|(?!\d))",
        rf"\b{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?{_NAME},?\s+(?:de\s+|del\s+)?{_YEAR}\b",
        rf"(?<!\d){_DAY}[- ]{_NAME}[- ]{_YEAR}\b",
        rf"(?<!\d){_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<either>\d{{1,2}})[/-](?P<other>\d{{1,2}})[/-]{_YEAR}(?!\d)",
        rf"\b{_NAME}(?:\s+de|,)?\s+{_YEAR}\b",
        rf"(?<!\d){_YEAR}[-/](?P<number>0[1-9]|1[0-2])(?!\d)",
        rf"^\s*{_YEAR}\s*$",
    )
)

_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|thu|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|"
    r"viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|luned[iì]|"
    r"marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|"
    r"(?:segunda|terça|quarta|quinta|sexta)-feira|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    r"poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)\.?,?"
)
_RELATIVE = (
    r"(?:yesterday|today|tonight|hier|aujourd['’]hui|ayer|hoy|gestern|heute|ieri|oggi|ontem|hoje|gisteren|"
    r"vandaag|wczoraj|dzisiaj|вчера|сегодня|вчора|сьогодні|dün|bugün|igår|"
    r"(?:an?|\d+|one|two|three|il y a \d+|hace \d+|vor \d+) ?(?:m(?:in(?:ute)?s?)?|h(?:ours?|rs?)?|"
    r"d(?:ays?)?|weeks?|months?|years?|heures?|jours?|horas?|d[ií]as?|stunden?|tage?n?)(?: ago)?)"
)
_TIME = (
    r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*(?:(?:GMT|UTC)"
    r"(?:[+-]\d{1,2})?|[ECMP][SD]?T|BST|CES?T|EES?T|IST|MSK|AE[SD]T|JST|SGT|HKT|Z|[+-]\d{2}:?\d{2})\b)?"
)
_DAY_WORDS = (
    rf"(?:{_NAME.replace('?P<month>', '?:')}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:\.|st|nd|er|"
    rf"rd|th)?\s+(?:de\s+)?{_NAME.replace('?P<month>', '?:')}(?:,?\s+(?:de\s+)?\d{{4}})?|"
    rf"\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})"
)
_LABEL = (
    r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|issued|released|"
    r"revised)(?: (?:on|at))?|date|publié(?: le)?|mis à jour(?: le)?|publicado(?: el)?|actualizado(?: el)?|"
    r"veröffentlicht(?: am)?|aktualisiert(?: am)?|stand|pubblicato(?: il)?|aggiornato(?: il)?|publicado em|"
    r"atualizado em|gepubliceerd(?: op)?|опубликовано|обновлено|опубліковано|"
    r"mis en ligne(?: le)?|modifié(?: le)?|modifica(?:to)?(?: il)?|ultimo aggiornamento|(?:data )?publikacji|"
    r"opublikowano|(?:ostatnia )?aktualizacja|bijgewerkt(?: op)?|geplaatst(?: op)?|le|il|am|el|em|on)\s*[:：]?"
)
_PART = (
    rf"(?:{_DAY_WORDS}|{_WEEKDAY}|{_RELATIVE}|{_TIME}|{_LABEL}|T(?={_TIME})|at|à|às|alle|ore|a las|um|uhr|godz\.|"
    r"[|,;•·()–—\-/])"
)
_LINE = re.compile(rf"\W*(?:{_PART}\s*){{1,14}}\W*$", re.I)
_TELLING = re.compile(rf"\b(?:{_DAY_WORDS}|{_RELATIVE}|{_TIME})", re.I)
_UPDATED = re.compile(
    r"\b(?:updated|modified|revised|mis à jour|modifié|actualizado|aktualisiert|aggiornato|aggiornamento|"
    r"modifica(?:to)?|atualizado|aktualizacja|bijgewerkt|обновлено)\b",
    re.I,
)
_LONGEST_LINE = 120


def parse(text: str, how: str) -> Fact | None:
    """The first date that a text names, as precisely as it does; None when it names none with a year.

    "03/04/2024" may be either of two days: only its year is certain.
    """
    for pattern in _PATTERNS:
        for found in pattern.finditer(text[:500]):
            fact = _fact(found.groupdict(), how)
            if fact:
                return fact
    return None


def _fact(parts: dict[str, str | None], how: str) -> Fact | None:
    year, day = parts["year"] or "", parts.get("day")
    if parts.get("either") and parts.get("other"):
        return _either(int(year), int(parts["either"] or 0), int(parts["other"] or 0), how)
    month = int(parts.get("number") or 0) or MONTHS.get((parts.get("month") or "").lower(), 0)
    if not month:
        return Fact(year, how, "year")
    return (
        _day(int(year), month, int(day), how)
        if day
        else Fact(f"{year}-{month:02}", how, "month")
        if month <= 12
        else None
    )


def _either(year: int, first: int, second: int, how: str) -> Fact | None:
    days = {fact.value: fact for fact in (_day(year, second, first, how), _day(year, first, second, how)) if fact}
    if len(days) == 1:
        return next(iter(days.values()))
    return Fact(str(year), how, "year") if days else None


def _day(year: int, month: int, day: int, how: str) -> Fact | None:
    try:
        return Fact(date(year, month, day).isoformat(), how, "day")
    except ValueError:
        return None


def is_date_line(text: str) -> bool:
    """Whether a block is nothing but when something was published or updated ("Updated: 3 March, 10:15 GMT")."""
    return len(text) <= _LONGEST_LINE and bool(_TELLING.search(text)) and bool(_LINE.fullmatch(text))


def of_lines(lines: list[str]) -> tuple[Fact | None, Fact | None]:
    """The published and the updated date that date lines tell."""
    published: Fact | None = None
    updated: Fact | None = None
    for line in lines:
        change = _UPDATED.search(line)
        before, after = (line[: change.start()], line[change.start() :]) if change else (line, "")
        published = published or parse(before, "date line")
        updated = updated or parse(after, "date line")
    return published, updated
