"""What a page tells of its article in JSON-LD (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

_ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "Report", "TechArticle", "WebPage",
)  # fmt: skip
_DEPTH = 6
_FACTS = {
    "headline": "title", "datePublished": "date", "dateModified": "updated", "author": "author",
    "publisher": "outlet", "inLanguage": "language", "url": "url",
}  # fmt: skip


def facts(scripts: Iterable[str]) -> dict[str, str]:
    """Title, date, updated, outlet, author, url and language, from the most telling article object of a page."""
    found = sorted((node for script in scripts for node in _nodes(_parsed(script), _DEPTH)), key=_rank)
    told: dict[str, str] = {}
    for node in found:
        for name, key in _FACTS.items():
            words = _words(node.get(name))
            if words and not (key == "author" and words.startswith("http")):
                told.setdefault(key, words)
    return told


def _parsed(script: str) -> object:
    try:
        parsed: object = json.loads(
            script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False
        )
    except (ValueError, RecursionError):
        return None
    return parsed


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    if isinstance(value, dict) and depth:
        if _types(value) & set(_ARTICLES):
            yield value
        for inner in (value.get("@graph"), value.get("mainEntity"), value.get("mainEntityOfPage")):
            yield from _nodes(inner, depth - 1)
    elif isinstance(value, list) and depth:
        for item in value:
            yield from _nodes(item, depth - 1)


def _types(node: dict[str, object]) -> set[str]:
    kind = node.get("@type")
    return {name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)}


def _rank(node: dict[str, object]) -> int:
    return min(_ARTICLES.index(name) for name in _types(node) & set(_ARTICLES))


def _words(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(words for item in value if (words := _words(item))))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("alternateName"))
    return ""
