"""Find articles that are one text, and stretches that one article reprints from another."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from sayso.reconcile.grouping import components
from sayso.reconcile.numbering import short_ids
from sayso.reconcile.words import words
from sayso.records import Article, Family, Span

SHINGLE = 5
"""Words in a shingle: long enough that independent reports share few outside quotations."""

NEAR = 0.6
"""The share of the shorter article's shingles that stands in the longer one from which the two are near copies.

In 828 news articles of PolNeAR train, much of it on the same events, no pair lies between 0.51 and 0.69: below are
pages that share an outlet's boilerplate, above are updated and retitled versions of one article."""

SHORTEST_COPY = 25
"""Shingles below which a text is a copy of another only when all its words are the same."""

REPRINTED = 0.8
"""The share of a paragraph's shingles that stands in another article from which the paragraph is reprinted."""

SHORTEST_PARAGRAPH = 20
"""Words that a paragraph must have to be told as reprinted."""

MOSTLY_QUOTED = 0.5
"""A paragraph with more of its characters in quotation marks is no sign of reprinting: many hear one speech."""

_SAMPLE = 4
_CROWDED = 40
_QUOTES = {"“": "”", '"': '"', "«": "»"}


@dataclass(frozen=True, slots=True)
class Reprint:
    """Stretches of one article's clean text that stand nearly word for word in another article."""

    article: str
    source: str
    stretches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Copies:
    """Which articles are one text, and who reprints what from whom (told in both directions)."""

    families: tuple[Family, ...]
    reprints: tuple[Reprint, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as its shingles; articles of the very same words share one."""

    articles: tuple[Article, ...]
    shingles: frozenset[int]


def find_copies(articles: Sequence[Article]) -> Copies:
    """The families of identical and near-identical articles, and the reprinted paragraphs among the others."""
    texts = _texts(articles)
    near: list[tuple[int, int]] = []
    distant: list[tuple[int, int]] = []
    for one, other in _candidates(texts):
        (near if _contained(texts[one].shingles, texts[other].shingles) >= NEAR else distant).append((one, other))
    groups = [[texts[number] for number in group] for group in components(len(texts), near)]
    reprints = [each for one, other in distant for each in _reprints(texts[one], texts[other])]
    return Copies(_families(groups), tuple(sorted(reprints, key=lambda each: (each.article, each.source))))


def _texts(articles: Sequence[Article]) -> list[_Text]:
    """The different texts among the articles, in canonical order."""
    same: dict[str, list[Article]] = defaultdict(list)
    shingled: dict[str, frozenset[int]] = {}
    for article in sorted(articles, key=lambda article: article.key):
        found = _words(article.clean)
        digest = hashlib.sha256(" ".join(found).encode()).hexdigest() if found else article.key
        same[digest].append(article)
        shingled[digest] = shingled.get(digest) or frozenset(_shingles(found))
    return [_Text(tuple(group), shingled[digest]) for digest, group in same.items()]


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in words(text)]


def _shingles(found: Sequence[str]) -> Iterable[int]:
    """A checksum of every run of words; of the whole where it is shorter than one run."""
    runs = range(max(1, len(found) - SHINGLE + 1)) if found else range(0)
    return (crc32(" ".join(found[at : at + SHINGLE]).encode()) for at in runs)


def _candidates(texts: Sequence[_Text]) -> list[tuple[int, int]]:
    """Pairs of texts that share sampled shingles. One in four is looked at; a crowded one links its texts in a row."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for shingle in text.shingles:
            if shingle % _SAMPLE == 0 and len(text.shingles) >= SHORTEST_COPY:
                holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        reach = len(numbers) if len(numbers) <= _CROWDED else 2
        for at, one in enumerate(numbers):
            shared.update((one, other) for other in numbers[at + 1 : at + reach])
    return sorted(pair for pair, count in shared.items() if count > 1)


def _contained(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the smaller set that lies in the larger one."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _families(groups: Iterable[Sequence[_Text]]) -> tuple[Family, ...]:
    found = []
    for texts in groups:
        keys = tuple(sorted(article.key for text in texts for article in text.articles))
        if len(keys) > 1:
            found.append(("identical" if len(texts) == 1 else "near", keys))
    named = short_ids([("family", *keys) for _, keys in found])
    families = (Family(name, kind, keys) for name, (kind, keys) in zip(named, found, strict=True))
    return tuple(sorted(families, key=lambda family: family.articles))


def _reprints(one: _Text, other: _Text) -> Iterable[Reprint]:
    if len(one.shingles & other.shingles) < REPRINTED * (SHORTEST_PARAGRAPH - SHINGLE + 1):
        return
    for text, source in ((one, other), (other, one)):
        for article in text.articles:
            stretches = tuple(_reprinted(article.clean, source.shingles))
            if stretches:
                yield from (Reprint(article.key, origin.key, stretches) for origin in source.articles)


def _reprinted(clean: str, shingles: frozenset[int]) -> Iterable[Span]:
    """The paragraphs of a clean text that stand in the text with these shingles, save those mostly quoted."""
    for paragraph in _paragraphs(clean):
        text = paragraph.of(clean)
        found = _words(text)
        if len(found) < SHORTEST_PARAGRAPH or _quoted(text) > MOSTLY_QUOTED:
            continue
        own = frozenset(_shingles(found))
        if len(own & shingles) / len(own) >= REPRINTED:
            yield paragraph


def _paragraphs(clean: str) -> Iterable[Span]:
    start = 0
    for line in clean.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def _quoted(text: str) -> float:
    """The share of a text's characters that stand between quotation marks."""
    inside, close, opened = 0, "", 0
    for at, sign in enumerate(text):
        if close and sign == close:
            inside, close = inside + at - opened, ""
        elif not close and sign in _QUOTES:
            close, opened = _QUOTES[sign], at
    if close:
        inside += len(text) - opened
    return inside / len(text) if text else 0.0


def family_of(families: Iterable[Family]) -> Mapping[str, str]:
    """For each article that is in a family, the family's id."""
    return {key: family.id for family in families for key in family.articles}
