"""One article to what it says: attributions, acts, holders. ``rules`` is imported where it is used: it loads spaCy."""

from __future__ import annotations

from sayso.reading.reader import Reader

__all__ = ["RULES", "SMALL", "Reader"]

RULES = "rules 1"
"""The name and version of the reader by rules."""

SMALL = "small 1"
"""The name and version of the reader that has learned."""
