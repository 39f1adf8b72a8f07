"""A statement's sentence with its quote made visible: by style on a terminal, by [[ ]] elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sayso.cli.screen import Screen
from sayso.cli.text import safe, wrap
from sayso.views.context import Context

OPEN, CLOSE = "[[", "]]"
STRONGEST = ("cue", "holder", "quote")
"""Which mark a character shows that lies in several."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One character and the marks that it lies in."""

    char: str
    kinds: frozenset[str]

    @property
    def style(self) -> str | None:
        """The style to show the character in."""
        return next((kind for kind in STRONGEST if kind in self.kinds), None)


def highlight(context: Context, screen: Screen, columns: int) -> Iterator[str]:
    """The context's lines, wrapped to ``columns``, with its marks shown as the screen can."""
    chars = _squeezed(context)
    if not screen.colour:
        chars = _bracketed(chars)
    text = "".join(marked.char for marked in chars)
    at = 0
    for line in wrap(text, columns):
        at = text.index(line, at)
        runs = groupby(chars[at : at + len(line)], key=lambda marked: marked.style)
        yield "".join(screen.paint("".join(marked.char for marked in run), style) for style, run in runs)
        at += len(line)


def _squeezed(context: Context) -> list[Marked]:
    """The context's characters; white space squeezed, and what could steer a terminal left out."""
    chars: list[Marked] = []
    for at, char in enumerate(context.text):
        marked = Marked(" " if char.isspace() else char, _kinds(context, at))
        if char.isspace() and (not chars or chars[-1].char == " "):
            continue
        if char.isspace() or safe(char):
            chars.append(marked)
    return chars


def _kinds(context: Context, at: int) -> frozenset[str]:
    return frozenset(mark.kind for mark in context.marks if mark.start <= at < mark.end)


def _bracketed(chars: list[Marked]) -> list[Marked]:
    quoted = [at for at, marked in enumerate(chars) if "quote" in marked.kinds]
    if not quoted:
        return chars
    none: frozenset[str] = frozenset()
    opened, closed = ([Marked(char, none) for char in edge] for edge in (OPEN, CLOSE))
    start, end = quoted[0], quoted[-1] + 1
    return [*chars[:start], *opened, *chars[start:end], *closed, *chars[end:]]
