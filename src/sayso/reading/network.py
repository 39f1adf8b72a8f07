"""The trained network at work: windows over a text in, layers and vectors out; from a cue its act and what hangs on it.

``encoder.onnx`` turns a window of subwords into vectors, keys that cues are compared with, and the scores of the token
layers; ``heads.onnx`` turns vectors, keys and cues among them into acts and pointers. Both run on onnxruntime, on the
CPU, one after the other in a fixed order, so that the same text always gives the same figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.reading.subwords import NO_LETTERS, Numbers, Subwords, Vocabulary

ACTS = (
    "demand", "offer", "accept", "reject", "threaten", "accuse", "consult", "yield", "aid", "sanction", "protest",
    "coerce", "assault", "mobilize",
)  # fmt: skip
"""The acts in the network's order."""
PARTS = ("source", "cue", "content")
"""The parts of an attribution in the network's order."""
LAYERS = {"attribution": 1 + 2 * len(PARTS), "act": 3, "span": 3}
"""The token layers by their number of labels: O, and B and I of each kind. An attribution's parts never meet, so one
layer tells them; "act" is the cue of a statement, "span" its whole clause."""
POINTERS = (
    "span_start", "span_end", "mention_start", "mention_end", "content", "source", "name_start", "name_end",
)  # fmt: skip
"""What is pointed at from a cue: content and source from that of an attribution, all else from that of an act. The
name is what the mention stands for: of "she" the place that says who, of a mention with a name the mention itself."""
TRANSITIONS = "transitions"
"""Under which name the encoder's metadata has what it adds to a path of attributions that a label follows another."""
SIZE, FRESH = 254, 190
"""Subwords read at once, and how many of them are new: each is taken from the window where most stands around it."""
REACH = 230
"""How many subwords away from its cue something may be."""
LONGEST = 40_000
"""Characters from which on a text is read in stretches, each up to a paragraph's end: a usual article is one."""
TOGETHER = 32
"""Cues looked at together."""
SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime would put in place of two plain steps, though it takes longer than both: a quarter of all time."""

Shares = NDArray[np.float32]
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Impression:
    """A text after the first pass.

    ``layers``: by layer (n, labels), the shares of its labels; ``vectors``: (n, width); ``keys``: (n, width of keys).
    """

    subwords: Subwords
    layers: Mapping[str, Shares]
    vectors: Shares
    keys: Shares


@dataclass(frozen=True, slots=True)
class View:
    """What hangs on one cue. ``acts``: (acts,), shares. ``points``: (pointers, m + 1), shares of the subwords from
    ``base`` on, the last that of "none"."""

    cue: tuple[int, int]
    acts: Shares
    points: Shares
    base: int


class Network:
    """The network of a folder: ``encoder.onnx``, ``heads.onnx`` and ``vocab.txt``. ``threads``: those it may take.

    ``transitions``: (from, to), what a path through the labels of attributions gains by each step of it.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder = _session(folder / "encoder.onnx", options)
        self._heads = _session(folder / "heads.onnx", options)
        learned = self._encoder.get_modelmeta().custom_metadata_map.get(TRANSITIONS)
        self.transitions = np.array(json.loads(learned), np.float64) if learned else legal(LAYERS["attribution"])
        self.vocabulary = Vocabulary((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())

    def impressions(self, text: str) -> Iterator[Impression]:
        """The first pass over a text, stretch by stretch, so that its length does not decide the memory used."""
        start = 0
        while start < len(text):
            end = text.find("\n", start + LONGEST)
            end = end if 0 <= end < start + 2 * LONGEST else min(start + 2 * LONGEST, len(text))
            yield self.impression(text, start, end)
            start = end

    def impression(self, text: str, start: int = 0, end: int | None = None) -> Impression:
        """The first pass over a text, or a stretch of it."""
        words = self.vocabulary.cut(text, start, end)
        length = len(words)
        layers = np.zeros((length, sum(LAYERS.values())), np.float32)
        kept: list[Shares] = []
        around = np.full(length, -1)
        for first, last in _windows(length):
            *found, scores = self._window(words, first, last)
            kept = kept or [np.zeros((length, each.shape[1]), np.float32) for each in found]
            depth = _depth(first, last, length)
            better = depth > around[first:last]
            at = np.arange(first, last)[better]
            layers[at], around[at] = scores[better], depth[better]
            for whole, each in zip(kept, found, strict=True):
                whole[at] = each[better]
        return Impression(words, by_layer(layers), *(kept or [np.zeros((0, 1), np.float32)] * 2))

    def _window(self, words: Subwords, first: int, end: int) -> tuple[Shares, Shares, Shares]:
        vocabulary = self.vocabulary
        ids = np.concatenate([[vocabulary.start], words.ids[first:end], [vocabulary.break_]])
        case = np.concatenate([[NO_LETTERS], words.case[first:end], [NO_LETTERS]])
        found = self._encoder.run(["vectors", "keys", "layers"], {"ids": ids[None], "case": case[None]})
        vectors, keys, layers = (each[0, 1:-1] for each in found)
        return vectors, keys, np.concatenate([_softmax(each) for each in by_layer(layers).values()], axis=-1)

    def views(self, seen: Impression, cues: Sequence[tuple[int, int]]) -> Iterator[View]:
        """What hangs on each of some cues, in the order of the text."""
        ordered = sorted(cues)
        for start in range(0, len(ordered), TOGETHER):
            group = _near(ordered[start : start + TOGETHER])
            for near in group:
                yield from self._views(seen, near)

    def _views(self, seen: Impression, cues: Sequence[tuple[int, int]]) -> Iterator[View]:
        base = max(0, cues[0][0] - REACH)
        end = min(len(seen.subwords), cues[-1][1] + REACH)
        first, last = (np.array([min(cue[side], end - 1) - base for cue in cues]) for side in (0, 1))
        given = {
            "vectors": seen.vectors[None, base:end],
            "keys": seen.keys[None, base:end],
            "first": first[None],
            "last": last[None],
        }
        acts, points = (found[0] for found in self._heads.run(["acts", "points"], given))
        away = np.abs(np.arange(end - base)[None, :] - first[:, None]) > REACH
        points[:, :, :-1][np.broadcast_to(away[:, None, :], points[:, :, :-1].shape)] = -1e4
        for cue, act, point in zip(cues, _softmax(acts), _softmax(points), strict=True):
            yield View(cue, act, point, base)


def by_layer(scores: Shares) -> dict[str, Shares]:
    """What stands side by side for all labels of all layers, (n, all), by layer: (n, labels)."""
    ends = np.cumsum(list(LAYERS.values()))
    return {layer: scores[..., end - labels : end] for (layer, labels), end in zip(LAYERS.items(), ends, strict=True)}


def legal(labels: int) -> Weights:
    """Transitions that tell nothing but that I follows B or I of its kind, (from, to)."""
    found = np.zeros((labels, labels))
    for within in range(2, labels, 2):
        found[:, within] = -np.inf
        found[within - 1 : within + 1, within] = 0.0
    return found


def _session(path: Path, options: Any) -> Any:
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )


def _windows(length: int) -> Iterator[tuple[int, int]]:
    first = 0
    while first < length:
        yield first, min(first + SIZE, length)
        if first + SIZE >= length:
            return
        first += FRESH


def _depth(first: int, end: int, length: int) -> Numbers:
    """How much of a window stands around each of its subwords; an end of the text counts as plenty."""
    at = np.arange(first, end)
    before = at - first + (length if first == 0 else 0)
    after = end - 1 - at + (length if end == length else 0)
    return np.minimum(before, after)


def _near(cues: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Cues in groups, none of which spreads far over the text."""
    group: list[tuple[int, int]] = []
    for cue in cues:
        if group and cue[0] - group[0][0] > 2 * REACH:
            yield group
            group = []
        group.append(cue)
    if group:
        yield group


def _softmax(scores: Shares) -> Shares:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Shares = raised / raised.sum(axis=-1, keepdims=True)
    return shares
