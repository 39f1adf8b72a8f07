"""Train the small reader's network on the bench's open data: ``python -m training.train BENCH BASE OUT``."""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch.nn import functional as F
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel
from transformers import AutoModel

from training import data
from training.data import LAYERS, Link, Text
from training.network import Network

SUBWORDS = 2048
"""Subwords in a batch."""
RISE = 0.06
"""The share of all steps over which the rate rises."""
AVERAGED = 0.75
"""From which share of the steps on the weights are averaged."""
TOLD = 50
"""Steps between two lines of progress."""


MARKS = {"bert": ("[CLS]", "[SEP]", "[PAD]", "[MASK]"), "mpnet": ("<s>", "</s>", "<pad>", "<mask>")}
"""What a base calls its marks: of the start, the end, the filler and a hidden subword."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The ids of a base's marks."""

    start: int
    end: int
    filler: int
    hidden: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Marks:
        """The marks of a base by its tokenizer."""
        names = MARKS["mpnet" if tokenizer.token_to_id("<s>") is not None else "bert"]
        return cls(*(tokenizer.token_to_id(name) for name in names))


@dataclass(slots=True)
class Window:
    """A stretch of a text, with its labels; subword 0 is [CLS], so places are one higher than in the text."""

    ids: list[int]
    case: list[int]
    tags: dict[str, list[int]]
    links: list[Link]


def cut(text: Text, first: int, end: int, marks: Marks) -> Window:
    """One window of a text; links that cross its edge are left out, mentions beyond it are not told."""
    shift = 1 - first

    def moved(place: tuple[int, int]) -> tuple[int, int]:
        return place[0] + shift, place[1] + shift

    def within(place: tuple[int, int]) -> bool:
        return first <= place[0] and place[1] < end

    links = [
        Link(moved(link.cue), link.acts, [moved(span) for span in link.spans if within(span)],
             [moved(mention) for mention in link.mentions if within(mention)])
        for link in text.links if within(link.cue) and any(map(within, link.spans))
    ]  # fmt: skip
    tags = {layer: [-100, *tags[first:end], -100] for layer, tags in text.tags.items()}
    return Window([marks.start, *text.ids[first:end], marks.end], [3, *text.case[first:end], 3], tags, links)


def batches(texts: list[Text], size: int, marks: Marks, rng: random.Random) -> list[list[Window]]:
    """All windows of an epoch, those of like length together, about ``SUBWORDS`` a batch."""
    cuts = [cut(text, *edge, marks) for text in texts for edge in data.windows(text, size, rng)]
    cuts.sort(key=lambda window: (len(window.ids) // 16, rng.random()))
    found: list[list[Window]] = [[]]
    for window in cuts:
        if found[-1] and (len(found[-1]) + 1) * len(window.ids) > SUBWORDS:
            found.append([])
        found[-1].append(window)
    rng.shuffle(found)
    return found


def loss_of(network: Network, batch: list[Window], marks: Marks, hidden_share: float) -> torch.Tensor:
    """The sum of the layers' and the links' cross entropies."""
    length = max(len(window.ids) for window in batch)

    def padded(rows: list[list[int]], filler: int) -> torch.Tensor:
        return torch.tensor([row + [filler] * (length - len(row)) for row in rows])

    ids = padded([window.ids for window in batch], marks.filler)
    mask = ids != marks.filler
    seen = torch.where((torch.rand(ids.shape) < hidden_share) & mask, marks.hidden, ids)
    hidden = network(seen, mask.long(), padded([window.case for window in batch], 3))
    scores = network.tag(hidden).float()
    total = hidden.new_zeros((), dtype=torch.float32)
    for number, layer in enumerate(LAYERS):
        if layer in batch[0].tags:
            wanted = padded([window.tags[layer] for window in batch], -100)
            total = total + F.cross_entropy(scores[:, :, number].flatten(0, 1), wanted.flatten(), ignore_index=-100)
    links = [(row, link) for row, window in enumerate(batch) for link in window.links]
    return total + link_loss(network, hidden, links, mask) if links else total


def link_loss(network: Network, hidden: torch.Tensor, links: list[tuple[int, Link]], mask: torch.Tensor) -> torch.Tensor:
    """Cross entropy of the acts and of the four pointers, the targets spread evenly where there are several."""
    row = torch.tensor([row for row, _ in links])
    first = torch.tensor([link.cue[0] for _, link in links])
    last = torch.tensor([link.cue[1] for _, link in links])
    acts = torch.zeros(len(links), len(data.ACTS))
    places = torch.zeros(len(links), 4, mask.shape[1])
    for number, (_, link) in enumerate(links):
        for act, weight in link.acts.items():
            acts[number, act] = weight
        for pointer, spans in ((0, link.spans), (2, link.mentions or [(0, 0)])):
            for span in spans:
                places[number, pointer, span[0]] += 1 / len(spans)
                places[number, pointer + 1, span[1]] += 1 / len(spans)
    acts = acts / acts.sum(-1, keepdim=True)
    scores = network.point(hidden, row, first, last).float().masked_fill(~mask[row][:, None, :], -1e9)
    return F.cross_entropy(network.about(hidden, row, first, last).float(), acts) + 0.5 * F.cross_entropy(
        scores.flatten(0, 1), places.flatten(0, 1)
    )


def options() -> argparse.Namespace:
    """What the command line asks for."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("bench", type=Path)
    cli.add_argument("base", type=Path, help="the folder of the base model: its weights, config and tokenizer.json")
    cli.add_argument("out", type=Path)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--epochs", type=int, default=7)
    cli.add_argument("--polnear-share", type=float, default=0.3, help="share of PolNeAR's windows seen in each epoch")
    cli.add_argument("--rate", type=float, default=1.5e-4)
    cli.add_argument("--hidden", type=float, default=0.06, help="share of subwords hidden from the network")
    cli.add_argument("--freeze", action="store_true", help="leave the word embeddings as they are")
    cli.add_argument("--window", type=int, default=254)
    cli.add_argument("--threads", type=int, default=2)
    return cli.parse_args()


def planned(given: argparse.Namespace, tokenizer: Tokenizer, rng: random.Random) -> list[list[list[Window]]]:
    """The batches of each epoch: all windows of the coded articles and a share of PolNeAR's, mixed."""
    marks = Marks.of(tokenizer)
    quoted = list(data.polnear(given.bench / "polnear" / "train.jsonl.gz", tokenizer))
    acted = list(data.coded(given.bench / "coded" / "train.jsonl.gz", tokenizer))
    plan = []
    for _ in range(given.epochs):
        attributed = batches(quoted, given.window, marks, rng)
        epoch = attributed[: int(len(attributed) * given.polnear_share)] + batches(acted, given.window, marks, rng)
        rng.shuffle(epoch)
        plan.append(epoch)
    return plan


def optimized(network: Network, given: argparse.Namespace, steps: int) -> tuple[AdamW, LambdaLR]:
    """The optimizer, with a higher rate for the heads than the encoder, and its schedule: a short rise, a long fall."""
    encoder = [
        value for name, value in network.named_parameters() if name.startswith("encoder") and value.requires_grad
    ]
    heads = [value for name, value in network.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": encoder, "lr": given.rate}, {"params": heads, "lr": given.rate * 3}]
    optimizer = AdamW(groups, weight_decay=0.01)
    rise = RISE * steps
    return optimizer, LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / (steps - rise)))
    )


def write(network: torch.nn.Module, path: Path) -> None:
    """Keep a network's weights in a file."""
    save_file({name: value.contiguous() for name, value in network.state_dict().items()}, path)


def main() -> None:
    """Train and write the network after each epoch."""
    given = options()
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    marks = Marks.of(tokenizer)
    plan = planned(given, tokenizer, random.Random(given.seed))
    encoder = AutoModel.from_pretrained(given.base, attn_implementation="eager")
    network = Network(encoder, encoder.config.hidden_size)
    encoder.embeddings.word_embeddings.weight.requires_grad_(not given.freeze)
    steps = sum(map(len, plan))
    optimizer, schedule = optimized(network, given, steps)
    averaged = AveragedModel(network)
    done, started, sums = 0, time.time(), 0.0
    for number, epoch in enumerate(plan):
        network.train()
        for batch in epoch:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, batch, marks, given.hidden)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done > AVERAGED * steps and done % 10 == 0:
                averaged.update_parameters(network)
            sums += loss.item()
            if done % TOLD == 0:
                took = time.time() - started
                print(f"epoch {number} step {done}/{steps} loss {sums / TOLD:.3f} {took:.0f}s", flush=True)
                sums = 0.0
        given.out.mkdir(parents=True, exist_ok=True)
        write(network, given.out / "network.safetensors")
    write(averaged.module, given.out / "averaged.safetensors")


if __name__ == "__main__":
    sys.exit(main())
