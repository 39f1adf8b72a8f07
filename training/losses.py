"""What the network is trained to make small: cross entropies of layers, acts and pointers, labelled or taught.

The layer of attributions is one path: of that the whole is made likely (a conditional random field, Lafferty et al.
2001, ICML), not label by label, so that where a source or a content begins and ends is decided together. It is taught
by labels alone: a teacher's shares of single labels say nothing of paths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from sayso.reading.subwords import Vocabulary
from training import batches
from training.batches import Wanted, Window
from training.data import LAYERS, OF_ACT, POINTERS, UNTOLD
from training.network import Network

POINTED, TIED = 1.0, 0.2
"""How much pointing from the cue of an act, and from that of an attribution, counts beside an act or a layer.

The parts of an attribution mostly stand side by side: at 1.0 tying them together takes from finding them (content
-0.04 after three epochs of PolNeAR alone).
"""
PATH = "attribution"
FORBIDDEN = -1e4
OF_ATTRIBUTION = [number for number in range(len(POINTERS)) if number not in OF_ACT]


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a batch is taught: ``trust`` in a teacher beside the labels, the share of subwords hidden.

    ``path`` is how much the path of attributions counts beside a layer.
    """

    vocabulary: Vocabulary
    trust: float = 0.0
    hidden: float = 0.0
    path: float = 1.0


def loss_of(network: Network, batch: Sequence[Window], lesson: Lesson) -> Tensor:
    """The sum of the losses of a batch, whose windows all come from texts with the same layers."""
    ids, mask, case = batches.inputs(batch, lesson.vocabulary)
    hide = (torch.rand(ids.shape) < lesson.hidden) & mask
    vectors, own = network(torch.where(hide, lesson.vocabulary.hidden, ids), mask.long(), case)
    total = vectors.new_zeros((), dtype=torch.float32)
    soft = batches.soft_tags(batch) if lesson.trust and batch[0].soft is not None else None
    end = 0
    every = network.tag(vectors, own).float()
    for layer, labels in LAYERS.items():
        end += labels
        scores = torch.log_softmax(every[:, :, end - labels : end], dim=-1)
        told = layer in batch[0].text.tags
        if layer == PATH:
            if told:
                loss = path_loss(every[:, :, :end], batches.tags(batch, layer), network.transitions)
                total = total + lesson.path * loss
            continue
        taught = soft[:, :, end - labels : end] if soft is not None else scores.new_zeros(1)
        share = 0.0 if not taught.any() else lesson.trust if told else 1.0
        if told:
            wanted = batches.tags(batch, layer)
            hard = F.nll_loss(scores.flatten(0, 1), wanted.flatten(), ignore_index=UNTOLD)
            total = total + (1 - share) * hard
        if share:
            total = total - share * (taught * scores).sum() / taught.sum()
    found = batches.wanted(batch, lesson.trust)
    return total + _pointed(network, vectors, mask, found) if found is not None else total


def path_loss(scores: Tensor, labels: Tensor, transitions: Tensor) -> Tensor:
    """How unlikely the labelled paths are among all that may be, by subword.

    ``scores``: (windows, length, labels); ``labels``: (windows, length), ``UNTOLD`` before and after each path, which
    starts at 1; ``transitions``: (from, to).
    """
    scores, labels = scores[:, 1:], labels[:, 1:]
    told, wanted = labels != UNTOLD, labels.clamp(min=0)
    ties = transitions + forbidden(len(transitions))
    right = (scores.gather(2, wanted[:, :, None])[:, :, 0] * told).sum(1)
    right = right + (ties[wanted[:, :-1], wanted[:, 1:]] * told[:, 1:]).sum(1)
    so_far = scores[:, 0]
    for at in range(1, scores.shape[1]):
        after = torch.logsumexp(so_far[:, :, None] + ties, dim=1) + scores[:, at]
        so_far = torch.where(told[:, at : at + 1], after, so_far)
    return (torch.logsumexp(so_far, dim=1) - right).sum() / told.sum()


def forbidden(labels: int) -> Tensor:
    """What no path does: go on with a kind that has not begun, (from, to)."""
    closed = torch.zeros(labels, labels)
    for within in range(2, labels, 2):
        closed[:, within] = FORBIDDEN
        closed[[within - 1, within], within] = 0.0
    return closed


def _pointed(network: Network, vectors: Tensor, mask: Tensor, wanted: Wanted) -> Tensor:
    first, last, slot = batches.padded(wanted, len(vectors))
    acts, points = network.heads(vectors, network.heads.keys(vectors), first, last, mask)
    acts, points = acts[wanted.row, slot], points[wanted.row, slot]
    by_act = -(wanted.acts * torch.log_softmax(acts.float(), dim=-1)).sum(-1) * wanted.weight[:, 0]
    by_point = -(wanted.points * torch.log_softmax(points, dim=-1)).sum(-1) * wanted.weight[:, 1:]
    total = by_act.sum() / wanted.weight[:, 0].sum().clamp(min=1.0)
    for pointers, counts in ((list(OF_ACT), POINTED), (OF_ATTRIBUTION, TIED)):
        total = total + counts * by_point[:, pointers].sum() / wanted.weight[:, [1 + p for p in pointers]].sum().clamp(
            min=1.0
        )
    return total
