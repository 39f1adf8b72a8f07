"""The network: one encoder, token layers, and from a cue its act and pointers to what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import AutoModel

from training.data import ACTS, LAYERS, POINTERS

CASES = 4
REACH = 24
"""Distances between a cue and a subword are told apart up to so many buckets on each side."""
DEPTH = 96
"""Width of the space in which cues and subwords are compared."""
SHARED = 3
"""After how many of the encoder's layers attributions go on in layers of their own.

In one encoder all the way each gain on attributions took from acts. With the upper half apart, neither knows of the
other, and either can be trained while the other stays as it is.
"""


def bucket(distance: Tensor) -> Tensor:
    """Signed distances in subwords as buckets: single up to 8, then wider and wider."""
    size = distance.abs().float()
    wide = torch.where(size <= 8, size, 8 + torch.log2(size.clamp(min=8) / 8) * 4)
    return (wide.clamp(max=REACH).round() * distance.sign().float() + REACH).long()


class Heads(nn.Module):
    """From the vectors of subwords, and cues among them, to acts and pointers. The last place pointed at is "none"."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.count = len(POINTERS) + 1  # the last one gathers the context for the act
        self.query = nn.Linear(2 * width, DEPTH * self.count)
        self.key = nn.Linear(width, DEPTH * self.count)
        self.none = nn.Parameter(torch.zeros(self.count, DEPTH))
        self.distance = nn.Embedding(2 * REACH + 1, self.count)
        self.acts = nn.Sequential(nn.Linear(3 * width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(ACTS)))
        nn.init.zeros_(self.distance.weight)

    def keys(self, vectors: Tensor) -> Tensor:
        """What cues are compared with: (batch, length, (pointers + 1) * DEPTH)."""
        found: Tensor = self.key(vectors)
        return found

    def forward(
        self, vectors: Tensor, keys: Tensor, first: Tensor, last: Tensor, seen: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Acts (batch, cues, acts) and pointers (batch, cues, pointers, length + 1) as scores.

        ``vectors``: (batch, length, width), ``keys`` as above; ``first``, ``last``: (batch, cues), the ends of cues;
        ``seen``: (batch, length), what is text.
        """
        width = vectors.shape[-1]
        ends = torch.cat([vectors.gather(1, at[:, :, None].expand(-1, -1, width)) for at in (first, last)], dim=-1)
        query = self.query(ends).unflatten(-1, (self.count, DEPTH)).transpose(1, 2)
        scores = query @ keys.unflatten(-1, (self.count, DEPTH)).permute(0, 2, 3, 1) / DEPTH**0.5
        away = bucket(torch.arange(vectors.shape[1]) - first[:, :, None])
        scores = scores.float() + self.distance(away).permute(0, 3, 1, 2)
        scores = scores.masked_fill(~seen[:, None, None, :], -1e4)
        none = (query.float() * self.none[:, None, :]).sum(-1, keepdim=True) / DEPTH**0.5
        context = torch.softmax(scores[:, -1], dim=-1).to(vectors.dtype) @ vectors
        acts = self.acts(torch.cat([ends, context], dim=-1))
        return acts, torch.cat([scores, none], dim=-1)[:, :-1].transpose(1, 2)


class Network(nn.Module):
    """An encoder with its heads: ``forward`` gives the subwords' vectors, ``tag`` their layers, ``heads`` the rest.

    ``own``: the upper layers that attributions have to themselves. ``transitions``: what it adds to a path through the
    labels of attributions that one follows another, (from, to).
    """

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.case = nn.Embedding(CASES, width)
        nn.init.zeros_(self.case.weight)
        self.drop = nn.Dropout(0.1)
        self.own = deepcopy(encoder.encoder.layer[SHARED:])
        self.attributions = nn.Linear(width, LAYERS["attribution"])
        self.layers = nn.Linear(width, sum(LAYERS.values()) - LAYERS["attribution"])
        self.transitions = nn.Parameter(torch.zeros(2 * (LAYERS["attribution"],)))
        self.heads = Heads(width)

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of subwords by id, mask and case, each (batch, length): for acts, and for attributions.

        Both are (batch, length, width).
        """
        layers = self.encoder.encoder.layer
        shared = through(layers[:SHARED], self.embedded(ids, case), mask)
        return through(layers[SHARED:], shared, mask), through(self.own, shared, mask)

    def embedded(self, ids: Tensor, case: Tensor) -> Tensor:
        """What the first layer sees: (batch, length, width)."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.case(case)
        found: Tensor = self.encoder.embeddings(inputs_embeds=words)
        return found

    def tag(self, vectors: Tensor, own: Tensor) -> Tensor:
        """Scores of the labels of all layers side by side, that of attributions first: (batch, length, all labels)."""
        return torch.cat([self.attributions(self.drop(own)), self.layers(self.drop(vectors))], dim=-1)


def through(layers: Iterable[nn.Module], vectors: Tensor, mask: Tensor) -> Tensor:
    """Vectors after some layers of an encoder; ``mask``: (batch, length), 0 where there is no text."""
    unseen = (mask == 0)[:, None, None, :]
    hiding = torch.zeros(unseen.shape, dtype=vectors.dtype).masked_fill(unseen, torch.finfo(vectors.dtype).min)
    for layer in layers:
        vectors = layer(vectors, hiding)
    return vectors


def begun(base: Path, start: Path | None = None) -> Network:
    """A network on a base model, or on weights that were trained before.

    Weights of old runs, in which attributions shared all layers, begin their own as copies.
    """
    encoder = AutoModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False)
    network = Network(encoder, encoder.config.hidden_size)
    if start is not None:
        network.load_state_dict({"transitions": network.transitions.data} | _apart(load_file(start)))
    return network


def _apart(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    if "attributions.weight" in weights:
        return weights
    upper, labels = "encoder.encoder.layer.", LAYERS["attribution"]
    found = dict(weights)
    for name, value in weights.items():
        if name.startswith(upper):
            number, _, rest = name.removeprefix(upper).partition(".")
            if int(number) >= SHARED:
                found[f"own.{int(number) - SHARED}.{rest}"] = value
    for kind in ("weight", "bias"):
        found[f"attributions.{kind}"], found[f"layers.{kind}"] = (
            weights[f"layers.{kind}"][:labels], weights[f"layers.{kind}"][labels:],
        )  # fmt: skip
    return found
