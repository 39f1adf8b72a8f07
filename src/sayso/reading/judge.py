"""How far a statement is to be trusted: one probability from what the network and the rules make of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic regression over the features of a statement, fitted on articles that the network has not seen.

    ``weights`` has "bias" and what each feature adds; ``least`` is the confidence that a statement needs to be told.
    """

    weights: Mapping[str, float]
    least: float

    @classmethod
    def load(cls, path: Path) -> Judge:
        """The judge that a JSON file holds."""
        held = json.loads(path.read_text(encoding="utf-8"))
        return cls(held["weights"], held["least"])

    def verdict(self, features: Features) -> float:
        """The probability that a statement with such features is right: its words, its act and its holder."""
        total = self.weights["bias"] + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def logit(share: float) -> float:
    """The log odds of a share, kept finite."""
    inside = min(max(share, 1e-4), 1 - 1e-4)
    return log(inside / (1 - inside))
