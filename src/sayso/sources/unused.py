"""Columns that nothing was made of: told, with what they may be meant for, so that no fact is lost in silence."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from sayso.sources.columns import ALLOWED, NAMES, Columns, plain

ALIKE = 0.8
"""So like a known name (difflib's ratio) a column must be to pass for a slip: "tittle" is, "subtitle" is not."""

WORTH = ("date", "outlet", "title", "author", "url")
"""What a table is asked for: where it has all of these, a column more is no loss."""

_LIKE: Mapping[str, tuple[str, ...]] = {
    "date": ("day", "month", "year", "week", "when", "time", "dated", "datum", "tag", "fecha", "jour", "issued"),
    "outlet": ("paper", "press", "news", "channel", "agency", "outlets", "zeitung", "medium", "periodico"),
    "author": ("by", "correspondent", "journalist", "autor", "auteur"),
    "title": ("subject", "caption"),
    "url": ("address", "href", "web", "website"),
}
"""Words in a column's name by which it may hold a fact, where that fact is not told otherwise."""

_MOST = 500  # columns remembered of one table
_ALL, _SHOWN, _WIDE = 30, 8, 40  # columns listed where one must be chosen, and in a note; characters of each


class Unused:
    """Looks at the rows of one table, and tells which of its columns were not used; ``also`` are names of use."""

    def __init__(self, columns: Columns, also: Iterable[str] = ()) -> None:
        self._columns = columns
        self._also = frozenset(also)
        self._filled: dict[str, bool] = {}

    def see(self, row: Mapping[str, object]) -> None:
        """Take note of a row's columns, and of which of them have anything in them."""
        for column, value in row.items():
            if not self._filled.get(column) and len(self._filled) < _MOST:
                self._filled[column] = value not in (None, "", [], {}) and str(value).strip() != ""

    @property
    def columns(self) -> str:
        """All columns there are, as words for a message."""
        return listed(map(_shown, filter(str.strip, self._filled)), _ALL)

    def of_table(self) -> Iterator[str]:
        """What to tell of a table of articles: columns named by the user that it lacks, and columns not used."""
        there = {plain(column) for column in self._filled}
        for kind, column in self._columns.own.items():
            if plain(column) not in there:
                yield f"there is no column {column!r} for --column {kind}={column}; the columns are {self.columns}"
        told = {plain(column) for column, filled in self._filled.items() if filled}
        open_kinds = [kind for kind in ALLOWED if not told.intersection(self._columns.names(kind))]
        unused, free = self._unused(), next((kind for kind in WORTH if kind in open_kinds), None)
        if not unused or free is None:
            return
        guesses = {column: kind for column in unused if (kind := _guess(column, open_kinds))}
        unused.sort(key=lambda column: column not in guesses)
        hint = next((f"{kind}={column}" for column, kind in guesses.items()), f"{free}=COLUMN")
        shown = listed(map(_shown, unused), _SHOWN)
        yield f"columns not used: {shown}; to use one, say what it holds: --column {shlex.quote(hint)}"

    def of_metadata(self) -> Iterator[str]:
        """What to tell of a metadata file: the keys that are not used, each with the known one that it is near to."""
        unused = [(column, near(column)) for column in self._unused()]
        unused.sort(key=lambda each: not each[1])
        shown = (_shown(column) + (f" (did you mean {known}?)" if known else "") for column, known in unused)
        if unused:
            yield f"keys not used: {listed(shown, _SHOWN)}"

    def _unused(self) -> list[str]:
        known = self._columns.known | self._also
        return [column for column, filled in self._filled.items() if filled and plain(column) not in known | {""}]


def near(column: str) -> str:
    """The known column name that an unknown one is a slip of; empty when there is none."""
    known = [name for names in NAMES.values() for name in names]
    return next(iter(get_close_matches(plain(column), known, n=1, cutoff=ALIKE)), "")


def listed(names: Iterable[str], most: int) -> str:
    """Names one after the other; of many only the first ones, and how many more there are."""
    every = list(names)
    return ", ".join(every[:most]) + (f" and {len(every) - most:,} more" if len(every) > most else "")


def _guess(column: str, open_kinds: list[str]) -> str:
    slip = near(column)
    words = plain(column).split("_")
    fitting = (kind for kind in open_kinds if slip in NAMES[kind] or set(words).intersection(_LIKE.get(kind, ())))
    return next(fitting, "")


def _shown(column: str) -> str:
    squeezed = " ".join(column.split())
    return squeezed if len(squeezed) <= _WIDE else squeezed[: _WIDE - 1] + "…"
