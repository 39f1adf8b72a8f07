"""The network: one encoder, token layers, and pointers from an act cue to its spans and mentions."""

from __future__ import annotations

import torch
from torch import nn

from training.data import ACTS, CASES, LAYERS

POINTERS = ("span_start", "span_end", "mention_start", "mention_end")
REACH = 24
"""Distances between a cue and a token are told apart up to so many buckets on each side."""


def bucket(distance: torch.Tensor) -> torch.Tensor:
    """Signed distances in subwords as buckets: single up to 8, then wider and wider."""
    size = distance.abs().float()
    wide = torch.where(size <= 8, size, 8 + torch.log2(size.clamp(min=8) / 8) * 4)
    return (wide.clamp(max=REACH).round() * distance.sign().float() + REACH).long()


class Network(nn.Module):
    """``forward`` gives the subwords' vectors; ``layers`` tags them; ``acts`` and ``pointers`` need cues."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.case = nn.Embedding(CASES, width)
        nn.init.zeros_(self.case.weight)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.Linear(width, 3 * len(LAYERS))
        self.acts = nn.Sequential(nn.Linear(3 * width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(ACTS)))
        self.query = nn.Linear(width, 128 * len(POINTERS))
        self.key = nn.Linear(width, 128 * len(POINTERS))
        self.distance = nn.Embedding(2 * REACH + 1, len(POINTERS))
        nn.init.zeros_(self.distance.weight)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, case: torch.Tensor) -> torch.Tensor:
        words = self.encoder.embeddings.word_embeddings(ids) + self.case(case)
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state

    def tag(self, hidden: torch.Tensor) -> torch.Tensor:
        """Scores of O, B, I for each layer: (batch, length, layers, 3)."""
        return self.layers(self.drop(hidden)).unflatten(-1, (len(LAYERS), 3))

    def about(self, hidden: torch.Tensor, row: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """Scores of the acts for cues given by row, first and last subword: (cues, acts)."""
        whole = hidden[row, 0]
        return self.acts(torch.cat([hidden[row, first], hidden[row, last], whole], dim=-1))

    def point(self, hidden: torch.Tensor, row: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """Scores of each subword as start or end of a cue's span and mention: (cues, pointers, length)."""
        query = self.query(hidden[row, first] + hidden[row, last]).unflatten(-1, (len(POINTERS), 128))
        key = self.key(hidden).unflatten(-1, (len(POINTERS), 128))[row]
        scores = torch.einsum("cpd,clpd->cpl", query, key) / 128**0.5
        places = torch.arange(hidden.shape[1])
        away = bucket(places[None, :] - first[:, None])
        return scores + self.distance(away).permute(0, 2, 1)
