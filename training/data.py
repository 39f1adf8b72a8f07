"""Training text as windows of subwords with labels: attributions of PolNeAR, statements of the coded articles."""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

ACTS = (
    "demand", "offer", "accept", "reject", "threaten", "accuse", "consult", "yield", "aid", "sanction", "protest",
    "coerce", "assault", "mobilize",
)  # fmt: skip
LAYERS = ("source", "cue", "content", "act", "span")
"""The token layers, each tagged by itself with O, B or I; "act" is the cue of a statement, "span" its whole clause."""
O, B, I = 0, 1, 2  # noqa: E741
CASES = 4


@dataclass(slots=True)
class Link:
    """One act cue with what hangs on it, in subwords: spans and mentions, several for lists and joint holders."""

    cue: tuple[int, int]
    acts: dict[int, float]
    spans: list[tuple[int, int]]
    mentions: list[tuple[int, int]]


@dataclass(slots=True)
class Text:
    """One article as subwords: ids, character offsets, case, and its labels over the whole."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    case: list[int]
    tags: dict[str, list[int]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


def read(path: Path) -> list[dict]:
    """The rows of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def case_of(word: str) -> int:
    """0 lower case, 1 capitalised, 2 all capitals, 3 no letters."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 3
    if all(c.isupper() for c in letters):
        return 2 if len(letters) > 1 else 1
    return 1 if letters[0].isupper() else 0


def subwords(text: str, tokenizer: Tokenizer) -> Text:
    """A text as subwords without special tokens; case is that of the whole word at a subword's place."""
    found = tokenizer.encode(text, add_special_tokens=False)
    return Text(found.ids, found.offsets, [case_of(text[a:b]) for a, b in found.offsets])


def _place(text: Text, start: int, end: int) -> tuple[int, int] | None:
    starts = [a for a, _ in text.offsets]
    first = bisect_right(starts, start) - 1
    first = max(first, 0)
    while first < len(starts) and text.offsets[first][1] <= start:
        first += 1
    last = bisect_right(starts, end - 1) - 1
    return (first, last) if first <= last < len(starts) else None


def _mark(tags: list[int], place: tuple[int, int] | None) -> None:
    if place is None:
        return
    first, last = place
    tags[first] = B
    for i in range(first + 1, last + 1):
        tags[i] = I


def polnear(path: Path, tokenizer: Tokenizer) -> Iterator[Text]:
    """PolNeAR articles with their attributions; of two that overlap the shorter one is marked last."""
    for row in read(path):
        text = subwords(row["text"], tokenizer)
        for layer in ("source", "cue", "content"):
            tags = [O] * len(text.ids)
            pieces = [piece for each in row["attributions"] for piece in each.get(layer, [])]
            for start, end in sorted(pieces, key=lambda piece: piece[0] - piece[1]):
                _mark(tags, _place(text, start, end))
            text.tags[layer] = tags
        yield text


def coded(path: Path, tokenizer: Tokenizer) -> Iterator[Text]:
    """Coded articles with the cues of their statements and what hangs on each."""
    for row in read(path):
        text = subwords(row["text"], tokenizer)
        tags = [O] * len(text.ids)
        links: dict[tuple[int, int], Link] = {}
        for each in row["statements"]:
            if each["cue_start"] is None:
                continue
            cue = _place(text, each["cue_start"], each["cue_end"])
            span = _place(text, each["start"], each["end"])
            if cue is None or span is None:
                continue
            link = links.setdefault(cue, Link(cue, {}, [], []))
            for act, weight in ((each["act"], 1.0), (each["or"], 0.5)):
                if act:
                    link.acts[ACTS.index(act)] = max(weight, link.acts.get(ACTS.index(act), 0.0))
            if span not in link.spans:
                link.spans.append(span)
            if each["mention_start"] is not None:
                mention = _place(text, each["mention_start"], each["mention_end"])
                if mention is not None and mention not in link.mentions:
                    link.mentions.append(mention)
        for cue in sorted(links, key=lambda cue: cue[0] - cue[1]):
            _mark(tags, cue)
        text.tags["act"] = tags
        text.tags["span"] = [O] * len(text.ids)
        for span in sorted({span for link in links.values() for span in link.spans}, key=lambda span: span[0] - span[1]):
            _mark(text.tags["span"], span)
        text.links = list(links.values())
        yield text


def windows(text: Text, size: int, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Stretches that cover a text once, from a random start, so that each epoch cuts it elsewhere."""
    first = -rng.randrange(size) if len(text.ids) > size else 0
    while first < len(text.ids):
        yield max(first, 0), min(first + size, len(text.ids))
        first += size
