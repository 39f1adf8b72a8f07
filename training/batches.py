"""Windows over texts, and windows in batches of like length, as tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.reading.subwords import NO_LETTERS, Vocabulary
from training import data
from training.data import LAYERS, POINTERS, UNTOLD, Link, Place, Text

SUBWORDS = 2048
"""Subwords in a batch."""


@dataclass(slots=True)
class SoftLink:
    """What a teacher makes of a cue: how sure it is of it, of its act, and of the places by pointer (-1 is "none")."""

    cue: Place
    sure: float
    acts: np.ndarray
    points: dict[int, dict[int, float]]


@dataclass(slots=True)
class Soft:
    """What a teacher makes of a text: ``tags`` (n, all labels), all zero where it says nothing, and its links."""

    tags: np.ndarray
    links: list[SoftLink]


@dataclass(slots=True)
class Window:
    """A stretch of a text with its labels. Subword 0 is the start mark: places are one higher than in the stretch."""

    text: Text
    soft: Soft | None
    first: int
    end: int

    def __len__(self) -> int:
        return self.end - self.first + 2

    def within(self, place: Place) -> bool:
        """Whether a place of the text stands in the stretch."""
        return self.first <= place[0] and place[1] < self.end

    def links(self) -> list[Link]:
        """The links whose cue stands in the stretch, those that point at something outside only left out."""
        return [
            link
            for link in self.text.links
            if self.within(link.cue)
            and all(not places or any(self.within((at, at)) for at in places) for places in link.points.values())
        ]


def batches(texts: Sequence[tuple[Text, Soft | None]], size: int, rng: random.Random) -> list[list[Window]]:
    """All windows of an epoch, those of like length together, about ``SUBWORDS`` a batch."""
    cuts = [Window(text, soft, *edge) for text, soft in texts for edge in data.windows(len(text.words), size, rng)]
    cuts.sort(key=lambda window: (len(window) // 16, rng.random()))
    found: list[list[Window]] = [[]]
    for window in cuts:
        if found[-1] and (len(found[-1]) + 1) * len(window) > SUBWORDS:
            found.append([])
        found[-1].append(window)
    rng.shuffle(found)
    return found if cuts else []


def inputs(batch: Sequence[Window], vocabulary: Vocabulary) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and case of a batch, each (windows, length)."""
    length = max(map(len, batch))
    ids = np.full((len(batch), length), vocabulary.filler)
    case = np.full((len(batch), length), NO_LETTERS)
    mask = np.zeros((len(batch), length), bool)
    for row, window in enumerate(batch):
        stretch = slice(window.first, window.end)
        end = len(window)
        ids[row, :end] = [vocabulary.start, *window.text.words.ids[stretch], vocabulary.break_]
        case[row, 1 : end - 1] = window.text.words.case[stretch]
        mask[row, :end] = True
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(case)


def tags(batch: Sequence[Window], layer: str) -> Tensor:
    """The labels of a layer, (windows, length)."""
    wanted = np.full((len(batch), max(map(len, batch))), UNTOLD)
    for row, window in enumerate(batch):
        wanted[row, 1 : len(window) - 1] = window.text.tags[layer][window.first : window.end]
    return torch.from_numpy(wanted)


def soft_tags(batch: Sequence[Window]) -> Tensor:
    """A teacher's probabilities, (windows, length, all labels)."""
    wanted = np.zeros((len(batch), max(map(len, batch)), sum(LAYERS.values())), np.float32)
    for row, window in enumerate(batch):
        if window.soft is not None:
            wanted[row, 1 : len(window) - 1] = window.soft.tags[window.first : window.end]
    return torch.from_numpy(wanted)


@dataclass(slots=True)
class Wanted:
    """What the heads should say of the cues of a batch.

    ``row``, ``first``, ``last``: (cues,). ``acts``: (cues, acts). ``points``: (cues, pointers, length + 1). ``weight``:
    (cues, 1 + pointers), how much the act and each pointer count.
    """

    row: Tensor
    first: Tensor
    last: Tensor
    acts: Tensor
    points: Tensor
    weight: Tensor


def wanted(batch: Sequence[Window], trust: float) -> Wanted | None:
    """The targets of a batch's cues: labels, a teacher's opinion of share ``trust`` mixed in, or that alone."""
    length = max(map(len, batch))
    told = [(row, window, link) for row, window in enumerate(batch) for link in window.links()]
    opinions = [
        (row, window, link)
        for row, window in enumerate(batch)
        for link in (window.soft.links if window.soft is not None and trust else ())
        if window.within(link.cue)
    ]
    cues = sorted({(row, *link.cue) for row, _, link in (*told, *opinions)})
    if not cues:
        return None
    number = {cue: i for i, cue in enumerate(cues)}
    acts = np.zeros((len(cues), len(data.ACTS)), np.float32)
    points = np.zeros((len(cues), len(POINTERS), length + 1), np.float32)
    weight = np.zeros((len(cues), 1 + len(POINTERS)), np.float32)
    for row, window, link in told:
        i = number[(row, *link.cue)]
        _tell(link, window, acts[i], points[i], weight[i])
    for row, window, opinion in opinions:
        i = number[(row, *opinion.cue)]
        _advise(opinion, window, (acts[i], points[i], weight[i]), trust)
    places = np.array(cues)
    shift = np.array([batch[row].first for row, *_ in cues]) - 1
    return Wanted(
        torch.from_numpy(places[:, 0]), torch.from_numpy(places[:, 1] - shift), torch.from_numpy(places[:, 2] - shift),
        torch.from_numpy(acts), torch.from_numpy(points), torch.from_numpy(weight),
    )  # fmt: skip


def padded(wanted: Wanted, rows: int) -> tuple[Tensor, Tensor, Tensor]:
    """The first and last subwords of cues by window, (rows, most cues), and where in its row each cue stands."""
    many = torch.bincount(wanted.row, minlength=rows)
    slot = torch.arange(len(wanted.row)) - (many.cumsum(0) - many)[wanted.row]
    first, last = (torch.zeros(rows, int(many.max()), dtype=torch.long) for _ in range(2))
    first[wanted.row, slot], last[wanted.row, slot] = wanted.first, wanted.last
    return first, last, slot


def _tell(link: Link, window: Window, acts: np.ndarray, points: np.ndarray, weight: np.ndarray) -> None:
    total = sum(link.acts.values())
    for act, share in link.acts.items():
        acts[act] = share / total
        weight[0] = 1.0
    for pointer, places in link.points.items():
        inside = [at - window.first + 1 for at in places if window.within((at, at))]
        for at in inside:
            points[pointer, at] += 1 / len(inside)
        if not inside:
            points[pointer, -1] = 1.0
        weight[1 + pointer] = 1.0


def _advise(opinion: SoftLink, window: Window, target: tuple[np.ndarray, np.ndarray, np.ndarray], trust: float) -> None:
    acts, points, weight = target
    share = trust if weight[0] else 1.0
    acts *= 1 - share
    acts += share * opinion.acts
    for pointer, places in opinion.points.items():
        inside = {
            at - window.first + 1 if at >= 0 else -1: p for at, p in places.items() if at < 0 or window.within((at, at))
        }
        total = sum(inside.values())
        share = trust if weight[1 + pointer] else 1.0
        if total < 0.3:
            continue
        points[pointer] *= 1 - share
        for at, p in inside.items():
            points[pointer, at] += share * p / total
        weight[1 + pointer] = max(weight[1 + pointer], opinion.sure)
    weight[0] = max(weight[0], opinion.sure)
