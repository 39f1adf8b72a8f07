"""A classifier of PLOVER root codes for a source, a target and a sentence, on the encoder of the small reader.

The mentions of source and target are replaced by two plain phrases, so that no names are learned. The sentence becomes
three vectors side by side: the mean of its subwords, each weighted by how likely it stands in the cue of an act (the
reader's own layer; with the bare base model all count alike), that of the source's and that of the target's subwords.
A logistic regression on them is the first classifier, the encoder left as it is. The second starts from there and
trains the upper layers along (first the head, then all: Kumar et al. 2022, arXiv:2202.10054), once for each of some
seeds, whose shares are averaged. ``benchmarks.acts`` cross-validates both.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pad_sequence
from torch.optim import LBFGS, AdamW
from torch.optim.lr_scheduler import LambdaLR

from benchmarks.acts import NAMED, ROOTS, SOURCE, TARGET, Event
from sayso.reading.subwords import NO_LETTERS, Vocabulary
from training import data
from training.network import Network, begun, through

LONGEST = 254
"""Subwords of a sentence that are looked at."""
SOFTLY = 0.05
"""Added to the weights of a mean, so that a sentence without any cue has a vector near nothing."""
RISE = 0.1
"""The share of all steps over which the rate rises."""
TOGETHER = 8
"""Batches' worth of sentences that are sorted by length before they are put into batches."""

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the second classifier is trained; the defaults are those of the figures reported.

    ``kept``: layers of the encoder that are left as they are. ``epochs``: 0 for the first classifier alone.
    ``pull``: how strongly the regression's weights are pulled to nothing. ``smooth``: of the labels. ``drop``: of the
    vectors before the head. ``seeds``: one network each.
    """

    kept: int = 2
    epochs: int = 4
    rate: float = 1e-4
    batch: int = 16
    pull: float = 50.0
    smooth: float = 0.1
    drop: float = 0.2
    seeds: tuple[int, ...] = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence after the layers that are left as they are: (length, width), and the role of each subword."""

    vectors: Tensor
    roles: Tensor


class Top(nn.Module):
    """The upper layers with the gate and the head: from ``Seen``, padded, to scores of the root codes."""

    def __init__(self, layers: nn.ModuleList, gate: nn.Linear, drop: float) -> None:
        super().__init__()
        self.layers = layers
        self.gate = gate
        self.drop = nn.Dropout(drop)
        self.head = nn.Linear(3 * gate.in_features, len(ROOTS))

    def pooled(self, vectors: Tensor, roles: Tensor) -> Tensor:
        """(batch, 3 * width) from (batch, length, width) and (batch, length), where -1 is padding."""
        there = roles >= 0
        vectors = through(self.layers, vectors, there)
        cue = 1 - torch.softmax(self.gate(vectors).float(), dim=-1)[..., 0]
        weights = torch.stack([cue * there, roles == SOURCE, roles == TARGET], dim=1).to(vectors.dtype)
        return ((weights @ vectors) / (weights.sum(dim=-1, keepdim=True) + SOFTLY)).flatten(1)

    def forward(self, vectors: Tensor, roles: Tensor) -> Tensor:
        """Scores (batch, roots)."""
        scores: Tensor = self.head(self.drop(self.pooled(vectors, roles)))
        return scores


class Reading:
    """All events of a file after the lower layers, ready to be learned from in part and told in part."""

    def __init__(self, events: Sequence[Event], base: Path, start: Path | None, settings: Settings) -> None:
        network = begun(base, start).eval()
        self.settings = settings
        self.roots = torch.tensor([ROOTS.index(event.root) for event in events])
        layers = network.encoder.encoder.layer
        self._upper = layers[settings.kept :]
        self._gate = nn.Linear(network.layers.in_features, 3)
        with torch.no_grad():
            self._gate.weight.copy_(network.layers.weight[:3]).mul_(start is not None)
            self._gate.bias.copy_(network.layers.bias[:3]).mul_(start is not None)
        self._kept = layers[: settings.kept]
        vocabulary = data.vocabulary(base)
        with torch.no_grad():
            self._seen = [self._lower(network, vocabulary, event) for event in events]
        top = self._top(0)
        with torch.no_grad():
            self._vectors = torch.cat([top.pooled(*self._padded([number])) for number in range(len(events))])

    def _lower(self, network: Network, vocabulary: Vocabulary, event: Event) -> Seen:
        ids, case, roles = cut(event, vocabulary)
        vectors = through(self._kept, network.embedded(ids[None], case[None]), torch.ones_like(ids)[None])
        return Seen(vectors[0], roles)

    def _top(self, seed: int) -> Top:
        torch.manual_seed(seed)
        return Top(deepcopy(self._upper), deepcopy(self._gate), self.settings.drop).eval()

    def _padded(self, numbers: Sequence[int]) -> tuple[Tensor, Tensor]:
        vectors = pad_sequence([self._seen[number].vectors for number in numbers], batch_first=True)
        roles = pad_sequence([self._seen[number].roles for number in numbers], batch_first=True, padding_value=-1)
        return vectors, roles

    def _batches(self, numbers: Sequence[int], rng: random.Random) -> list[list[int]]:
        """Batches of sentences of about the same length, in any order."""
        size = self.settings.batch
        mixed = rng.sample(numbers, len(numbers))
        found: list[list[int]] = []
        for first in range(0, len(mixed), size * TOGETHER):
            chunk = sorted(mixed[first : first + size * TOGETHER], key=lambda number: len(self._seen[number].roles))
            found += [chunk[at : at + size] for at in range(0, len(chunk), size)]
        rng.shuffle(found)
        return found

    def shares(self, learned: Sequence[int], asked: Sequence[int], told: Told = lambda line: None) -> Tensor:
        """The shares of the root codes (asked, roots) of some events, learned from others."""
        head = regression(self._vectors[learned], self.roots[learned], self.settings.pull)
        if not self.settings.epochs:
            with torch.no_grad():
                return torch.softmax(head(self._vectors[asked]), dim=-1)
        sums = torch.zeros(len(asked), len(ROOTS))
        for seed in self.settings.seeds:
            top = self._top(seed)
            top.head.load_state_dict(head.state_dict())
            loss = self._train(top, learned, seed)
            told(f"seed {seed}: loss {loss:.3f}")
            with torch.no_grad():
                for number, at in enumerate(asked):
                    sums[number] += torch.softmax(top(*self._padded([at]))[0].float(), dim=-1)
        return sums / len(self.settings.seeds)

    def _train(self, top: Top, learned: Sequence[int], seed: int) -> float:
        """Train the upper layers and the head; the mean loss of the last epoch."""
        settings, rng, loss = self.settings, random.Random(seed), 0.0
        plan = [self._batches(learned, rng) for _ in range(settings.epochs)]
        steps = sum(map(len, plan))
        optimizer = AdamW(top.parameters(), lr=settings.rate, weight_decay=0.01)
        schedule = LambdaLR(
            optimizer, lambda step: min((step + 1) / (RISE * steps), (steps - step) / (steps - RISE * steps))
        )
        top.train()
        for epoch in plan:
            loss = 0.0
            for batch in epoch:
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    scores = top(*self._padded(batch))
                lost = F.cross_entropy(scores.float(), self.roots[batch], label_smoothing=settings.smooth)
                optimizer.zero_grad()
                lost.backward()
                torch.nn.utils.clip_grad_norm_(top.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                loss += lost.item() / len(epoch)
        top.eval()
        return loss


def cut(event: Event, vocabulary: Vocabulary) -> tuple[Tensor, Tensor, Tensor]:
    """The ids, the case and the roles of an event's subwords, each (length,), with the marks at both ends."""
    ids, case, roles = [vocabulary.start], [NO_LETTERS], [0]
    for text, role in event.pieces:
        words = vocabulary.cut(NAMED.get(role, text))
        ids += words.ids.tolist()
        case += words.case.tolist()
        roles += [role] * len(words)
    ends = [[*kept[: LONGEST - 1], last] for kept, last in ((ids, vocabulary.break_), (case, NO_LETTERS), (roles, 0))]
    return torch.tensor(ends[0]), torch.tensor(ends[1]), torch.tensor(ends[2])


def regression(vectors: Tensor, roots: Tensor, pull: float) -> nn.Linear:
    """A logistic regression in which all root codes count alike, as a layer over the vectors as they are."""
    mean, spread = vectors.mean(dim=0), vectors.std(dim=0).clamp(min=1e-4)
    plain = (vectors - mean) / spread
    counts = torch.bincount(roots, minlength=len(ROOTS)).clamp(min=1)
    weights = len(roots) / len(ROOTS) / counts
    head = nn.Linear(vectors.shape[1], len(ROOTS))
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    optimizer = LBFGS(head.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def lost() -> Tensor:
        optimizer.zero_grad()
        each = F.cross_entropy(head(plain), roots, reduction="none") * weights[roots]
        loss: Tensor = each.mean() + pull / (2 * len(roots)) * head.weight.square().sum()
        loss.backward()
        return loss

    optimizer.step(lost)
    with torch.no_grad():
        head.weight.div_(spread)
        head.bias.sub_(head.weight @ mean)
    return head
