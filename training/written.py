"""Training text of our own: templates for constructions that articles have too seldom, filled anew for each epoch.

``written.toml`` has lists of fillers and templates by class. In a template's text ``[1 ...]`` is the span of its first
statement, ``=1 ...=`` its cue and ``<1 ...>`` a mention of its holder; ``{Country}`` is filled from a list, always the
same within a text, ``{Country2}`` with another one, ``{^Country}`` with a capital, ``{Name.last}`` with its last word.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.reading.subwords import Vocabulary
from training.data import ACTS, B, I, Link, Place, Text

SLOT = re.compile(r"\{(\^?)([A-Z][a-z]*)(\d*)(\.last)?\}")
MARK = re.compile(r"([\[<])(\d+) |=(\d+) |([\]>=])")
JOINED = 5
"""So many texts are put together to one at most."""


@dataclass(frozen=True, slots=True)
class Template:
    """One text with its slots and marks, and the acts of its statements by number."""

    text: str
    acts: Sequence[str]
    same: Mapping[int, int]


@dataclass(slots=True)
class Marked:
    """A filled text without its marks: characters of spans, cues and mentions by number of statement."""

    text: str
    spans: dict[int, Place] = field(default_factory=dict)
    cues: dict[int, Place] = field(default_factory=dict)
    mentions: dict[int, list[Place]] = field(default_factory=dict)


def templates(path: Path | None = None) -> tuple[dict[str, list[str]], list[Template]]:
    """The lists and templates of ``written.toml``."""
    table = tomllib.loads((path or Path(__file__).with_name("written.toml")).read_text(encoding="utf-8"))
    found = [
        Template(row["text"], row.get("acts", []), {int(a): b for a, b in row.get("same", {}).items()})
        for row in table["template"]
    ]
    return table["lists"], found


def filled(template: Template, lists: Mapping[str, Sequence[str]], rng: random.Random) -> str:
    """A template's text with its slots filled, its marks still in it."""
    chosen: dict[str, str] = {}

    def filler(slot: re.Match[str]) -> str:
        capital, name, number, last = slot.groups()
        key = name + number
        if key not in chosen:
            taken = set(chosen.values())
            chosen[key] = rng.choice([each for each in lists[name] if each not in taken])
        words = chosen[key].split()[-1] if last else chosen[key]
        return words[0].upper() + words[1:] if capital else words

    return SLOT.sub(filler, template.text)


def marked(text: str) -> Marked:
    """A text taken apart into its words and its marks; ValueError when a mark is left open."""
    plain: list[str] = []
    length = at = 0
    opened: list[tuple[str, int, int]] = []
    found = Marked("")
    for mark in MARK.finditer(text):
        before = text[at : mark.start()]
        plain.append(before)
        length += len(before)
        at = mark.end()
        kind, number, cue, closing = mark.groups()
        if closing is None:
            opened.append((kind or "=", int(number or cue), length))
            continue
        begun, which, start = opened.pop()
        if {"[": "]", "<": ">", "=": "="}[begun] != closing:
            raise ValueError(f"{closing} closes {begun} in {text!r}")
        place = (start, length)
        if begun == "<":
            found.mentions.setdefault(which, []).append(place)
        else:
            (found.spans if begun == "[" else found.cues)[which] = place
    if opened:
        raise ValueError(f"{opened[-1][0]} is left open in {text!r}")
    found.text = "".join([*plain, text[at:]])
    return found


def written(vocabulary: Vocabulary, rng: random.Random, times: int, path: Path | None = None) -> Iterator[Text]:
    """Every template filled so many times, half of them by themselves, half put together as paragraphs."""
    lists, every = templates(path)
    for number in range(times):
        order = rng.sample(every, len(every))
        while order:
            size = rng.randint(2, JOINED) if number % 2 else 1
            group, order = order[:size], order[size:]
            yield _text(group, lists, vocabulary, rng)


def _text(
    group: Sequence[Template], lists: Mapping[str, Sequence[str]], vocabulary: Vocabulary, rng: random.Random
) -> Text:
    pieces = [(template, marked(filled(template, lists, rng))) for template in group]
    words = vocabulary.cut("\n\n".join(piece.text for _, piece in pieces))
    text = Text("written", words, {"act": [0] * len(words), "span": [0] * len(words)})
    shift = 0
    for template, piece in pieces:
        _label(text, template, piece, shift)
        shift += len(piece.text) + 2
    return text


def _label(text: Text, template: Template, piece: Marked, shift: int) -> None:
    def place(at: Place) -> Place:
        found = text.words.covering(at[0] + shift, at[1] + shift)
        if found is None:
            raise ValueError(f"a mark without words in {piece.text!r}")
        return found

    links: dict[int, Link] = {}
    for number, act in enumerate(template.acts, 1):
        first = template.same.get(number, number)
        if first not in links:
            mentions = [place(at) for at in piece.mentions.get(first, ())]
            points = {2: [at[0] for at in mentions], 3: [at[1] for at in mentions], 0: [], 1: []}
            links[first] = Link(place(piece.cues[first]), {ACTS.index(act): 1.0}, points)
        span = place(piece.spans[number])
        links[first].points[0].append(span[0])
        links[first].points[1].append(span[1])
    for layer, places in (
        ("span", [place(at) for at in piece.spans.values()]),
        ("act", [link.cue for link in links.values()]),
    ):
        for first, last in sorted(places, key=lambda at: at[0] - at[1]):
            text.tags[layer][first : last + 1] = [B, *[I] * (last - first)]
    text.links.extend(links.values())
