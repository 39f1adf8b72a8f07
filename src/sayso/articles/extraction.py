"""Which blocks of a web page are its article: what trafilatura takes for the main text, found again in the page."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.articles.weaving import Block

GRAM = 12
"""Length, in letters, of the snippets by which a page's block is found in the extracted text."""

COVERED = 0.8
"""Share of a block's snippets that the extracted text must hold for the block to be the article's."""


MAX_TAGS = 40_000
"""Tags beyond which a page is not given to trafilatura, which would take minutes: its sentences are kept instead.

Long live blogs have about 20,000."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The main text of a page by its paragraphs, and the facts that the extraction came upon."""

    paragraphs: tuple[str, ...]
    facts: Mapping[str, str]


def extract(raw: str, *, url: str | None = None) -> Extracted | None:
    """Trafilatura's reading of a page; None when it finds no main text or fails."""
    from trafilatura import bare_extraction  # here, because it takes half a second to load

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            raw,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError, LookupError):
        return None
    if document is None or isinstance(document, dict) or not document.text:
        return None
    told = {"title": document.title, "date": document.date, "author": document.author, "outlet": document.sitename}
    paragraphs = tuple(line for line in document.text.splitlines() if line.strip())
    return Extracted(paragraphs, {key: value for key, value in told.items() if value})


def kept(blocks: Sequence[Block], extracted: Extracted) -> list[bool]:
    """For each visible block of the page, whether it is part of the extracted main text."""
    whole = {_letters(paragraph) for paragraph in extracted.paragraphs}
    text = "".join(_letters(paragraph) for paragraph in extracted.paragraphs)
    grams = {text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1))}
    return [_held(_letters(block.text), whole, text, grams) for block in blocks]


def _held(letters: str, whole: set[str], text: str, grams: set[str]) -> bool:
    if len(letters) < 2 * GRAM:
        return letters in whole
    if letters in text:
        return True
    own = [letters[at : at + GRAM] for at in range(len(letters) - GRAM + 1)]
    return sum(gram in grams for gram in own) >= COVERED * len(own)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
