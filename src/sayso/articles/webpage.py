"""An article in HTML: its own blocks, the rest of the page set apart, and the facts the page tells of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.articles import extraction, headings, jsonld, markup
from sayso.articles.facts import Told
from sayso.articles.weaving import Block

_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "date": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "sailthru.date",
        "parsely-pub-date",
        "cxenseparse:recs:publishtime",
    ),
    "updated": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "lastmod",
        "last-modified",
        "dcterms.modified",
    ),
    "outlet": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "author": ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "html lang"),
}
"""Meta tags by what they tell, the most reliable first."""


@dataclass(frozen=True, slots=True)
class Webpage:
    """The blocks of a page that are its article, those that are not, and what the page tells, the surest first."""

    blocks: tuple[Block, ...]
    others: tuple[Block, ...]
    told: tuple[Told, ...]


def read(raw: str) -> Webpage:
    """Take an article out of a web page. Raises ``SourceError`` for a page that is nested too deep."""
    page = markup.read(raw)
    told = [Told("JSON-LD", jsonld.facts(page.json_ld)), Told("meta tag", dict(_meta(page.meta)))]
    extracted = extraction.extract(raw) if page.blocks and page.tags <= extraction.MAX_TAGS else None
    titles = [title for source in told if (title := source.facts.get("title"))] + ([page.title] if page.title else [])
    keep = extraction.kept(page.blocks, extracted) if extracted is not None else []
    if not any(keep):  # nothing was extracted, or none of it is found again in the page
        keep = [_prose(block) for block in page.blocks]
        keep = keep if any(keep) else [True] * len(keep)
    if extracted is not None:
        told.append(Told("page", extracted.facts))
    if page.title:
        told.append(Told("title tag", {"title": page.title}))
    _headline(page.blocks, keep, titles)
    own = tuple(block for block, held in zip(page.blocks, keep, strict=True) if held)
    others = tuple(block for block, held in zip(page.blocks, keep, strict=True) if not held)
    return Webpage(own, others, tuple(told))


def _headline(blocks: tuple[Block, ...], keep: list[bool], titles: list[str]) -> None:
    """Keep the headline above the text, which extraction tends to leave out."""
    first = keep.index(True) if True in keep else 0
    for number in range(first - 1, -1, -1):
        block = blocks[number]
        if block.form == "heading" and any(headings.same(block.text, title) for title in titles):
            keep[number] = True
            return


def _meta(meta: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, names in _META.items():
        for name in names:
            value = meta.get(name, "")
            if value and not (key == "author" and value.startswith("http")):
                yield key, value
                break


def _prose(block: Block) -> bool:
    """Whether a block of a page that extraction found nothing in reads like a sentence or a heading."""
    return block.form in ("heading", "quote") or (
        len(block.text.split()) > 5 and block.text.rstrip("\"'”’»)")[-1:] in ".!?:…"
    )
