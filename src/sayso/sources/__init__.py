"""Where articles come from: files, folders, tables and standard input, each handed over as it was found."""

from __future__ import annotations

from sayso.sources.gathering import Found, Gathering, gather
from sayso.sources.streams import MAX_BYTES

__all__ = ["MAX_BYTES", "Found", "Gathering", "gather"]
