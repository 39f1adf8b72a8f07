"""Text as a terminal takes it: without control characters, measured and wrapped by columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

LINE_BREAK = "\n"
BREAKS = "-/_."
"""Characters after which a word that is too long is best broken."""


def safe(text: str) -> str:
    """One line of text with its white space squeezed and nothing in it that could steer a terminal."""
    return "".join(char for char in " ".join(text.split()) if not _steers(char))


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(map(_columns, text))


def wrap(text: str, columns: int) -> list[str]:
    """Break text into lines of at most ``columns``, at spaces where it can; nothing is left out."""
    lines = [line for paragraph in text.split(LINE_BREAK) for line in _lines(paragraph, max(columns, 2))]
    return lines or [""]


def _lines(paragraph: str, columns: int) -> Iterator[str]:
    line = ""
    for word in paragraph.split(" "):
        if width(line) + 1 + width(word) <= columns and line:
            line += " " + word
            continue
        if line:
            yield line
        *full, line = _pieces(word, columns)
        yield from full
    yield line


def _pieces(word: str, columns: int) -> list[str]:
    """A word in pieces that fit: broken after a hyphen, slash and the like where one lies in a piece's second half."""
    pieces = [""]
    for char in word:
        if width(pieces[-1]) + _columns(char) > columns:
            whole = pieces.pop()
            at = max(map(whole.rfind, BREAKS)) + 1
            at = at if at > len(whole) / 2 else len(whole)
            pieces += [whole[:at], whole[at:]]
        pieces[-1] += char
    return pieces


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _steers(char: str) -> bool:
    """Control characters, and those that turn the direction of writing."""
    return unicodedata.category(char) in ("Cc", "Cs") or unicodedata.bidirectional(char) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip
