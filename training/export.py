"""Turn a trained network into what the wheel carries: ``python -m training.export BASE WEIGHTS OUT``.

Writes ``encoder.onnx`` with 8-bit weights (onnxruntime's dynamic quantisation, matrices alone by column, embeddings
too), ``heads.onnx`` and ``vocab.txt``. What ties the labels of attributions together stands in the encoder's metadata.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from shutil import copyfile
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.reading.network import TRANSITIONS
from training.losses import forbidden
from training.network import SHARED, Network, begun

CLOSE = 1e-3
"""How far a figure of the graph may be from the network's before its weights are rounded."""


class Encoder(nn.Module):
    """One window without padding: ids and case (1, length) to vectors, the keys that cues are compared with, layers."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, case: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Vectors (1, length, width), keys (1, length, more) and scores (1, length, all labels)."""
        layers = self.network.encoder.encoder.layer
        shared = fused(layers[:SHARED], self.network.embedded(ids, case))
        vectors, own = fused(layers[SHARED:], shared), fused(self.network.own, shared)
        return vectors, self.network.heads.keys(vectors), self.network.tag(vectors, own)


def fused(layers: Iterable[Any], vectors: Tensor) -> Tensor:
    """Vectors after some layers, in the graph alone: onnxruntime's own attention takes a tenth less time in all."""
    for layer in layers:
        attention = layer.attention.self
        seen = torch.onnx.ops.symbolic(
            "com.microsoft::MultiHeadAttention", (attention.query(vectors), attention.key(vectors),
            attention.value(vectors)), {"num_heads": attention.num_attention_heads}, dtype=vectors.dtype,
            shape=vectors.shape, version=1,
        )  # fmt: skip
        between = layer.attention.output(seen, vectors)
        vectors = layer.output(layer.intermediate(between), between)
    return vectors


class OneText(nn.Module):
    """The heads over the vectors of one text."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.heads = network.heads

    def forward(self, vectors: Tensor, keys: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of acts (1, cues, acts) and points (1, cues, pointers, length + 1)."""
        seen = torch.ones(vectors.shape[:2], dtype=torch.bool)
        found: tuple[Tensor, Tensor] = self.heads(vectors, keys, first, last, seen)
        return found


def export(network: Network, vocabulary: Path, out: Path) -> None:
    """Write the graphs and the vocabulary of a network."""
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    width = network.layers.in_features
    ids = torch.randint(1000, 2000, (1, 40))
    length, cues = torch.export.Dim("length", min=3, max=512), torch.export.Dim("cues", min=1, max=4096)
    long = torch.export.Dim("long", min=3, max=1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            Encoder(network), (ids, torch.zeros_like(ids)), plain, input_names=["ids", "case"],
            output_names=["vectors", "keys", "layers"], dynamic_shapes=({1: length}, {1: length}), dynamo=True,
            external_data=False,
        )  # fmt: skip
        check(plain, network)
        quantize_dynamic(plain, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    graph = onnx.load(out / "encoder.onnx")
    ties = network.transitions.detach() + forbidden(len(network.transitions))
    onnx.helper.set_model_props(graph, {TRANSITIONS: json.dumps([[round(x, 4) for x in row] for row in ties.tolist()])})
    onnx.save(graph, out / "encoder.onnx")
    vectors, ends = torch.randn(1, 50, width), (torch.tensor([[3, 7, 9]]), torch.tensor([[4, 7, 11]]))
    torch.onnx.export(
        OneText(network), (vectors, network.heads.keys(vectors).detach(), *ends),
        out / "heads.onnx", input_names=["vectors", "keys", "first", "last"], output_names=["acts", "points"],
        dynamic_shapes=({1: long}, {1: long}, {1: cues}, {1: cues}), dynamo=True, external_data=False,
    )  # fmt: skip
    copyfile(vocabulary, out / "vocab.txt")


def check(graph: Path, network: Network) -> None:
    """Whether a graph gives what the network gives; ValueError when it does not."""
    ids, case = torch.randint(1000, 20000, (1, 90)), torch.randint(0, 3, (1, 90))
    session = onnxruntime.InferenceSession(str(graph), providers=["CPUExecutionProvider"])
    found = session.run(["vectors", "layers"], {"ids": ids.numpy(), "case": case.numpy()})
    with torch.no_grad():
        vectors, own = network(ids, torch.ones_like(ids), case)
        wanted = vectors, network.tag(vectors, own)
    for name, one, other in zip(("vectors", "layers"), found, wanted, strict=True):
        away = float(np.abs(one - other.numpy()).max())
        if away > CLOSE:
            raise ValueError(f"the graph's {name} are {away:.4f} away from the network's")


def main() -> None:
    """Export the weights that the command line names."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "weights", "out"):
        cli.add_argument(name, type=Path)
    given = cli.parse_args()
    export(begun(given.base, given.weights), given.base / "vocab.txt", given.out)


if __name__ == "__main__":
    sys.exit(main())
