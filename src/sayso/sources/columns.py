"""Which column of a table holds what: the default names, and the user's own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.errors import UsageError

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "article_text", "full_text", "content", "article_body", "articlebody", "article",
        "maintext", "main_text", "story", "plain_text", "clean_text", "raw_text", "texte", "texto",
    ),
    "html": ("html", "content_html", "body_html", "raw_html"),
    "title": ("title", "headline", "heading", "head", "titre", "titel", "titulo"),
    "date": (
        "date", "published", "pub_date", "publish_date", "publication_date", "date_published", "datepublished",
        "published_at", "published_on", "publishedat", "pubdate", "date_publish", "web_publication_date",
        "webpublicationdate", "datetime", "created_at", "timestamp",
    ),
    "updated": ("updated", "updated_at", "date_modified", "datemodified", "modified", "date_modify", "last_modified"),
    "outlet": (
        "outlet", "publisher", "source", "media", "publication", "newspaper", "journal", "site", "site_name",
        "sitename", "source_name", "media_name", "domain", "source_domain",
    ),
    "author": ("author", "byline", "authors", "creator", "writer", "reporter"),
    "url": ("url", "link", "web_url", "weburl", "permalink", "uri", "canonical_url"),
    "language": ("language", "lang", "locale"),
    "id": ("id", "doc_id", "document", "article_id", "docid", "document_id", "uid", "guid", "key"),
}  # fmt: skip
"""What is looked for in a row, and the column names it goes by; the first that is there and filled is taken."""

ALLOWED = tuple(name for name in NAMES if name != "html")


def check(columns: Mapping[str, str]) -> None:
    """Refuse a ``columns`` mapping that names something no article has."""
    for name in columns:
        if name not in ALLOWED:
            raise UsageError(f"no such column kind: {name!r}; allowed are {', '.join(ALLOWED)}")


def plain(column: str) -> str:
    """A column's name as it is compared: lower case, every separator an underscore."""
    return re.sub(r"[\W_]+", "_", column.strip().lower()).strip("_")


class Columns:
    """Finds an article's parts in the rows of one table."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._own = dict(own or {})
        self._names = {**NAMES, **{kind: (plain(column),) for kind, column in self._own.items()}}
        if "text" in self._own:
            self._names["html"] = ()
        self.known = frozenset(name for names in (*NAMES.values(), *self._names.values()) for name in names)

    @property
    def own(self) -> Mapping[str, str]:
        """The columns that the user named, by what they hold."""
        return self._own

    def names(self, kind: str) -> tuple[str, ...]:
        """The names under which something is looked for, as ``plain`` makes them."""
        return self._names[kind]

    def parts(self, row: Mapping[str, object]) -> dict[str, str]:
        """What a row tells, under the names of ``NAMES``; what is empty or absent is left out."""
        cells = {plain(column): value for column, value in row.items()}
        found: dict[str, str] = {}
        for kind, names in self._names.items():
            texts = (words(cells[name], exact=kind in ("text", "html")) for name in names if name in cells)
            text = next((text for text in texts if text), "")
            if text:
                found[kind] = text
        return found

    def holds_text(self, header: object) -> bool:
        """Whether a table with these column names can hold articles."""
        names = {plain(str(column)) for column in header} if isinstance(header, (list, dict)) else set()
        return any(name in names for kind in ("text", "html") for name in self._names[kind])

    @property
    def wanted(self) -> str:
        """The text column that is looked for, as words for a message."""
        return repr(self._own["text"]) if "text" in self._own else ", ".join(NAMES["text"][:5])


def words(value: object, *, exact: bool = False) -> str:
    """A cell as text: a list joined, an object by its name; ``exact`` keeps it as it stands."""
    if isinstance(value, str):
        return value if exact and value.strip() else value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        joint = "\n\n" if exact else ", "
        return joint.join(text for item in value if (text := words(item)))
    if isinstance(value, dict):
        return next((words(value[name]) for name in ("name", "title", "value") if name in value), "")
    return ""
