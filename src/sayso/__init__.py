"""Sayso: who demands what, and on whose say-so.

Reads news articles into a book, a dated and sourced ledger of positions. The names in ``__all__`` are the public
interface; everything else may change. They are looked up when first used, so that importing the package loads nothing::

    import sayso

    sayso.add("talks.sayso", ["articles/"])
    for position in sayso.contents("talks.sayso").reconciled.positions:
        print(position.actor, position.act, position.title)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.book import Book
    from sayso.errors import SaysoError
    from sayso.flow import add, contents, export, search
    from sayso.records import Actor, Article, Contents, Position, Span, Statement
    from sayso.reports import AddOptions

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "AddOptions",
    "Article",
    "Book",
    "Contents",
    "Position",
    "SaysoError",
    "Span",
    "Statement",
    "add",
    "contents",
    "export",
    "search",
]

_HOMES = {
    "sayso.book": ("Book",),
    "sayso.errors": ("SaysoError",),
    "sayso.flow": ("add", "contents", "export", "search"),
    "sayso.records": ("Actor", "Article", "Contents", "Position", "Span", "Statement"),
    "sayso.reports": ("AddOptions",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Look a public name up in the module that holds it, on first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'sayso' has no attribute '{name}'")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names, whether or not they have been used yet."""
    return sorted({*globals(), *__all__})
