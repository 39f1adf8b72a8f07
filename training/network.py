"""The network: one encoder, token layers, and from a cue its act and pointers to what hangs on it."""

from __future__ import annotations

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

    ``transitions``: what it adds to a path through the labels of attributions that one follows another, (from, to).
    """

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.case = nn.Embedding(CASES, width)
        nn.init.zeros_(self.case.weight)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.Linear(width, sum(LAYERS.values()))
        self.transitions = nn.Parameter(torch.zeros(2 * (LAYERS["attribution"],)))
        self.heads = Heads(width)

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor) -> Tensor:
        """Vectors (batch, length, width) of subwords by id, mask and case, each (batch, length)."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.case(case)
        vectors: Tensor = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return vectors

    def tag(self, vectors: Tensor) -> Tensor:
        """Scores of the labels of all layers side by side: (batch, length, all labels)."""
        scores: Tensor = self.layers(self.drop(vectors))
        return scores


def begun(base: Path, start: Path | None = None) -> Network:
    """A network on a base model, or on weights that were trained before (those of old runs have no transitions)."""
    encoder = AutoModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False)
    network = Network(encoder, encoder.config.hidden_size)
    if start is not None:
        network.load_state_dict({"transitions": network.transitions.data} | load_file(start))
    return network
