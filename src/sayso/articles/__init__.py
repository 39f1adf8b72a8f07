"""From bytes to an article: its clean text, mapped back to the text as received, and what is known of it."""

from __future__ import annotations

from sayso.articles.preparation import MAX_CHARACTERS, prepare

__all__ = ["MAX_CHARACTERS", "prepare"]
