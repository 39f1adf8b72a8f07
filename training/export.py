"""Turn a trained network into what the wheel carries: ``python -m training.export BASE WEIGHTS OUT``.

Writes ``encoder.onnx`` with 8-bit weights (onnxruntime's dynamic quantisation, matrices alone by column, embeddings
too), ``heads.onnx`` and ``vocab.txt``. What ties the labels of attributions together stands in the encoder's metadata.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from shutil import copyfile

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.reading.network import TRANSITIONS
from training.losses import forbidden
from training.network import Network, begun


class Encoder(nn.Module):
    """One window without padding: ids and case (1, length) to vectors, the keys that cues are compared with, layers."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, case: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Vectors (1, length, width), keys (1, length, more) and scores (1, length, layers, 3)."""
        vectors = self.network(ids, torch.ones_like(ids), case)
        return vectors, self.network.heads.keys(vectors), self.network.tag(vectors)


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


def main() -> None:
    """Export the weights that the command line names."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("base", "weights", "out"):
        cli.add_argument(name, type=Path)
    given = cli.parse_args()
    export(begun(given.base, given.weights), given.base / "vocab.txt", given.out)


if __name__ == "__main__":
    sys.exit(main())
