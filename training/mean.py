"""The mean of networks: ``python -m training.mean WEIGHTS WEIGHTS ... OUT``.

Networks of which one went on from the other lie close enough for their mean to be better than each (Wortsman et al.
2022, "Model soups", ICML).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file


def main() -> None:
    """Write the mean of the weights given; ValueError when they are of different networks."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("weights", type=Path, nargs="+")
    cli.add_argument("out", type=Path)
    given = cli.parse_args()
    every = [load_file(path) for path in given.weights]
    if any(each.keys() != every[0].keys() for each in every):
        raise ValueError("these are not weights of one network: give files that training.train wrote")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    save_file(
        {
            name: torch.stack([each[name].float() for each in every]).mean(0).to(value.dtype).contiguous()
            for name, value in every[0].items()
        },
        given.out,
    )


if __name__ == "__main__":
    sys.exit(main())
