"""Train the small reader's network: ``python -m training.train BENCH BASE OUT``.

BENCH is the folder with ``polnear/train.jsonl.gz`` and ``coded/train.jsonl.gz``; BASE the folder of the base model
(weights, config, vocab.txt). Without a teacher it learns from the labels alone; ``--teacher FILE`` gives what
``training.teach`` wrote, and the network learns from both; several teachers may speak, each of layers of its own.
Writes ``network.safetensors`` (the last weights) and ``averaged.safetensors`` (their average over the last quarter).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import chain
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel

from sayso.reading.subwords import Vocabulary
from training import data
from training.batches import Soft, Window, batches
from training.data import Text
from training.losses import Lesson, loss_of
from training.network import Network, begun
from training.teach import joined, softened
from training.written import written

RISE = 0.06
"""The share of all steps over which the rate rises."""
AVERAGED = 0.75
"""From which share of the steps on the weights are averaged, and every how many steps."""
EVERY = 10
TOLD = 50
"""Steps between two lines of progress."""


def options() -> argparse.Namespace:
    """What the command line asks for."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("bench", type=Path)
    cli.add_argument("base", type=Path)
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--epochs", type=int, default=6)
    cli.add_argument("--polnear-share", type=float, default=0.5, help="share of PolNeAR's windows seen in each epoch")
    cli.add_argument("--coded-share", type=float, default=1.0, help="share of the coded articles' windows, the same")
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--hidden", type=float, default=0.06, help="share of subwords hidden from the network")
    cli.add_argument("--window", type=int, default=254, help="subwords read at once")
    cli.add_argument(
        "--teacher", type=Path, action="append", default=[], help="a teacher's opinions, as training.teach writes them"
    )
    cli.add_argument("--trust", type=float, default=0.5, help="the teacher's share where there are labels too")
    cli.add_argument("--start", type=Path, help="weights to start from instead of the base's")
    cli.add_argument("--written", type=int, default=2, help="times that each template of ours is filled in an epoch")
    cli.add_argument("--threads", type=int, default=2)
    return cli.parse_args()


def planned(given: argparse.Namespace, vocabulary: Vocabulary, rng: random.Random) -> list[list[list[Window]]]:
    """The batches of each epoch: the coded articles, a share of PolNeAR's windows, and our own text, mixed."""
    quoted = list(data.polnear(given.bench / "polnear" / "train.jsonl.gz", vocabulary))
    acted = list(data.coded(given.bench / "coded" / "train.jsonl.gz", vocabulary))
    opinions = joined([softened(path, quoted + acted) for path in given.teacher])

    def paired(texts: list[Text]) -> list[tuple[Text, Soft | None]]:
        return [(text, opinions.get(text.name)) for text in texts]

    plan = []
    for _ in range(given.epochs):
        attributed = batches(paired(quoted), given.window, rng)
        own = [(text, None) for text in written(vocabulary, rng, given.written)]
        epoch = attributed[: int(len(attributed) * given.polnear_share)]
        coded = batches(paired(acted), given.window, rng)
        epoch += coded[: int(len(coded) * given.coded_share)] + batches(own, given.window, rng)
        rng.shuffle(epoch)
        plan.append(epoch)
    return plan


def optimized(network: Network, rate: float, steps: int) -> tuple[AdamW, LambdaLR]:
    """The optimizer, with a higher rate for the heads than the encoder, and its schedule: a short rise, a long fall."""
    encoder = [value for name, value in network.named_parameters() if name.startswith("encoder")]
    heads = [value for name, value in network.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": encoder, "lr": rate}, {"params": heads, "lr": rate * 3}]
    optimizer = AdamW(groups, weight_decay=0.01, fused=True)
    rise = RISE * steps
    return optimizer, LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / (steps - rise)))
    )


def write(network: torch.nn.Module, path: Path) -> None:
    """Keep a network's weights in a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, path)


def main() -> None:
    """Train, and write the network after each epoch."""
    given = options()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    vocabulary = data.vocabulary(given.base)
    plan = planned(given, vocabulary, random.Random(given.seed))
    lesson = Lesson(vocabulary, given.trust if given.teacher else 0.0, given.hidden)
    network = begun(given.base, given.start)
    averaged = AveragedModel(network)
    steps = sum(map(len, plan))
    optimizer, schedule = optimized(network, given.rate, steps)
    started, sums = time.time(), 0.0
    network.train()
    ends = {sum(map(len, plan[: number + 1])) for number in range(len(plan))}
    for done, batch in enumerate(chain.from_iterable(plan), 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(network, batch, lesson)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        sums += loss.item()
        if done > AVERAGED * steps and done % EVERY == 0:
            averaged.update_parameters(network)
        if done % TOLD == 0:
            print(f"step {done}/{steps} loss {sums / TOLD:.3f} {time.time() - started:.0f}s", flush=True)
            sums = 0.0
        if done in ends:
            write(network, given.out / "network.safetensors")
    write(averaged.module, given.out / "averaged.safetensors")


if __name__ == "__main__":
    sys.exit(main())
