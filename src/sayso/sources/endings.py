"""Which file endings are read, and as what: the one table of formats, and the words for those not read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FORMS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
"""Endings of files that hold one article, with the form of its text."""

TABLES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv",
}  # fmt: skip
"""Endings of files that hold many articles, one a row."""

_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".heic", ".ico")
_SOUNDS = (".mp3", ".wav", ".m4a", ".ogg", ".flac", ".mp4", ".mov", ".avi", ".mkv", ".webm")
_WRITINGS = (".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub", ".pages", ".ppt", ".pptx")
_SHEETS = (".xls", ".xlsx", ".ods", ".parquet", ".numbers")
_PACKS = (".zip", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz", ".zst")
_READ = ".txt, .md, .html, .jsonl, .json, .csv and .tsv are read, each also as .gz"


@dataclass(frozen=True, slots=True)
class Ending:
    """What a file's name says of it: its name without endings, the kind of content, and whether it is gzipped.

    ``kind`` is a form ("text", "markdown", "html"), a table ("jsonl", "json", "csv", "tsv") or "" when not read.
    """

    stem: str
    kind: str
    packed: bool
    suffix: str

    @property
    def table(self) -> bool:
        """Whether the file holds many articles."""
        return self.kind in TABLES.values()


def ending(path: Path) -> Ending:
    """Read a file's name, with or without ``.gz``."""
    name = path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    packed = name.lower().endswith(".gz")
    inner = Path(name[:-3] if packed else name)
    suffix = inner.suffix.lower()
    kind = FORMS.get(suffix) or TABLES.get(suffix) or ""
    return Ending(inner.stem if kind else inner.name, kind, packed, suffix)


def foreign(suffix: str) -> bool:
    """Whether an ending is known to be that of something other than text."""
    return suffix in (*_IMAGES, *_SOUNDS, *_WRITINGS, *_SHEETS, *_PACKS)


def refusal(suffix: str) -> str:
    """The one line that tells why files of an ending are not read and what to do instead."""
    if not suffix:
        return f"has no ending; {_READ}"
    if suffix in _IMAGES:
        return f"{suffix} is an image, not text"
    if suffix in _SOUNDS:
        return f"{suffix} is sound or film, not text"
    if suffix in _WRITINGS:
        return f"{suffix} is not read; save it as text or HTML"
    if suffix in _SHEETS:
        return f"{suffix} is not read; save it as CSV or JSONL"
    if suffix in _PACKS:
        return f"{suffix} is not read; unpack it first"
    return f"{suffix} is not read; {_READ}"
