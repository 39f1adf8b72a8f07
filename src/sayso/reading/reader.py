"""What a reader is: one article in, what it says out."""

from __future__ import annotations

from typing import Protocol

from sayso.records import Article, Reading


class Reader(Protocol):
    """Reads articles one at a time. The same article must always give the same reading.

    ``name`` is its name and version ("rules 1"): a book keeps by whom each article was read.
    """

    @property
    def name(self) -> str:
        """The reader's name and version."""

    def read(self, article: Article) -> Reading:
        """What the article says; an empty reading when it is not to be read (``article.unread``)."""
