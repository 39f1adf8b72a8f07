"""Train the small reader's network: ``python -m training.train BENCH BASE OUT``.

BENCH is the folder with ``polnear/``, ``coded/`` and ``plover/``; BASE the folder of the base model
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
from typing import Any

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
FASTER = {"encoder": 1, "own": 1, "transitions": 30, "": 3}
"""How much faster than the encoder the parts of the network learn, by how their names begin; "" is all else."""
ATTRIBUTIONS = ("own.", "attributions.", "transitions")
"""The parts of the network that attributions alone use."""
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
    cli.add_argument(
        "--polnear-share", type=float, default=0.5, help="share seen in each epoch of what has attributions alone"
    )
    cli.add_argument("--coded-share", type=float, default=1.0, help="the same of the bench's coded articles")
    cli.add_argument("--own-share", type=float, default=1.0, help="the same of those that we coded")
    cli.add_argument("--invented-share", type=float, default=1.0, help="the same of those that we wrote and coded")
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--hidden", type=float, default=0.06, help="share of subwords hidden from the network")
    cli.add_argument("--path", type=float, default=1.0, help="how much the path of attributions counts")
    cli.add_argument("--window", type=int, default=254, help="subwords read at once")
    cli.add_argument(
        "--teacher", type=Path, action="append", default=[], help="a teacher's opinions, as training.teach writes them"
    )
    cli.add_argument("--trust", type=float, default=0.5, help="the teacher's share where there are labels too")
    cli.add_argument("--start", type=Path, help="weights to start from instead of the base's")
    cli.add_argument("--written", type=int, default=2, help="times that each template of ours is filled in an epoch")
    cli.add_argument(
        "--only", choices=("attributions",), help="learn these alone, in the layers of their own, and leave all else"
    )
    cli.add_argument("--threads", type=int, default=2)
    return cli.parse_args()


def planned(given: argparse.Namespace, vocabulary: Vocabulary, rng: random.Random) -> list[list[list[Window]]]:
    """The batches of each epoch: articles with acts, a share of those with attributions alone, our own text; mixed."""
    articles = data.texts(given.bench, vocabulary)
    if given.only:
        texts = [
            text.of_attributions() for text in chain.from_iterable(articles.values()) if "attribution" in text.tags
        ]
        return [batches([(text, None) for text in texts], given.window, rng) for _ in range(given.epochs)]
    every = list(chain.from_iterable(articles.values()))
    opinions = joined([softened(path, every) for path in given.teacher])

    def cut(texts: list[Text], share: float) -> list[list[Window]]:
        """Batches of texts that have the same labels and a teacher's opinion or none."""
        alike: dict[tuple[frozenset[str], bool], list[tuple[Text, Soft | None]]] = {}
        for text in texts:
            soft = opinions.get(text.name)
            alike.setdefault((frozenset(text.tags), soft is not None), []).append((text, soft))
        found = []
        for group in alike.values():
            every = batches(group, given.window, rng)
            found += every[: round(len(every) * share)]
        return found

    plan = []
    for _ in range(given.epochs):
        own = list(written(vocabulary, rng, given.written))
        epoch = cut(own, 1.0)
        shares = (given.polnear_share, given.coded_share, given.own_share, given.invented_share)
        for kind, share in zip(data.KINDS, shares, strict=True):
            epoch += cut(articles[kind], share)
        rng.shuffle(epoch)
        plan.append(epoch)
    return plan


def optimized(network: Network, rate: float, steps: int) -> tuple[AdamW, LambdaLR]:
    """The optimizer, with higher rates outside the encoder, and its schedule: a short rise, a long fall."""
    groups: list[dict[str, Any]] = [{"params": [], "lr": rate * faster} for faster in FASTER.values()]
    for name, value in network.named_parameters():
        if not value.requires_grad:
            continue
        groups[list(FASTER).index(next(part for part in FASTER if name.startswith(part)))]["params"].append(value)
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
    lesson = Lesson(vocabulary, given.trust if given.teacher else 0.0, given.hidden, given.path)
    network = begun(given.base, given.start)
    if given.only:
        for name, value in network.named_parameters():
            value.requires_grad_(name.startswith(ATTRIBUTIONS))
    averaged = AveragedModel(network)
    steps = sum(map(len, plan))
    optimizer, schedule = optimized(network, given.rate, steps)
    started, sums = time.time(), 0.0
    network.train()
    if given.only:
        network.encoder.eval()
    ends = {sum(map(len, plan[: number + 1])) for number in range(len(plan))}
    for done, batch in enumerate(chain.from_iterable(plan), 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(network, batch, lesson)
        optimizer.zero_grad()
        loss.backward()
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
