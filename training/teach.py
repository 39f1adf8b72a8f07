"""What a teacher makes of the training articles, for a smaller network to learn from.

``python -m training.teach BENCH BASE WEIGHTS OUT.npz`` reads all of PolNeAR's and the coded training articles with a
network that ``training.train`` trained, and writes its opinions: the probabilities of the layers it is asked for, and
for each cue (the labelled ones; where there are no labels of acts, those that it sees) acts and pointers. A larger
base, or an earlier network, teaches acts. (Attributions are a path since, and learned from labels alone.)
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from sayso.reading.network import by_layer
from training import data
from training.batches import Soft, SoftLink, Window, inputs
from training.data import ACTS, LAYERS, POINTERS, Place, Text
from training.network import Network, begun

SIZE, STRIDE = 254, 190
SEEN = 0.2
"""How sure a teacher must be of a cue that no label tells."""
KEPT = 12
"""Places kept of each pointer."""
NOWHERE, FILLER = -1, -2
AT_ONCE = 8


def save(path: Path, names: Sequence[str], opinions: Sequence[Soft]) -> None:
    """Write opinions: arrays alone, no pickles."""
    links = [(number, link) for number, soft in enumerate(opinions) for link in soft.links]
    places = np.full((len(links), len(POINTERS), KEPT), FILLER, np.int32)
    shares = np.zeros((len(links), len(POINTERS), KEPT), np.float16)
    for i, (_, link) in enumerate(links):
        for pointer, points in link.points.items():
            best = sorted(points.items(), key=lambda point: -point[1])[:KEPT]
            places[i, pointer, : len(best)] = [at for at, _ in best]
            shares[i, pointer, : len(best)] = [share for _, share in best]
    np.savez_compressed(
        path,
        names=np.array(names),
        lengths=np.array([len(soft.tags) for soft in opinions]),
        tags=np.concatenate([soft.tags for soft in opinions]).astype(np.float16),
        cues=np.array([(number, *link.cue) for number, link in links], np.int32).reshape(-1, 3),
        sure=np.array([link.sure for _, link in links], np.float16),
        acts=np.array([link.acts for _, link in links], np.float16).reshape(-1, len(ACTS)),
        places=places,
        shares=shares,
    )


def softened(path: Path, texts: Sequence[Text]) -> dict[str, Soft]:
    """The opinions of a file on these texts, by name; ValueError when one of them is not the text that was read.

    Where acts are labelled the labels tell which cues there are, and the teacher only what each is.
    """
    held = np.load(path)
    found: dict[str, Soft] = {}
    wanted = {text.name: len(text.words) for text in texts}
    labelled = {text.name: {link.cue for link in text.links} for text in texts if "act" in text.tags}
    ends = np.cumsum(held["lengths"])
    tags = held["tags"]
    names = [str(name) for name in held["names"]]
    for name, end, length in zip(names, ends, held["lengths"], strict=True):
        if name not in wanted:
            continue
        if wanted[name] != length:
            raise ValueError(f"the teacher's opinions are of another text than {name}: read the articles with it anew")
        found[name] = Soft(tags[end - length : end].astype(np.float32), [])
    sure, acts, places, shares = (held[key] for key in ("sure", "acts", "places", "shares"))
    for i, (number, first, last) in enumerate(held["cues"]):
        cue, name = (int(first), int(last)), names[number]
        if name not in found or cue not in labelled.get(name, (cue,)):
            continue
        points = {
            pointer: {int(at): float(share) for at, share in zip(where, how, strict=True) if at != FILLER}
            for pointer, (where, how) in enumerate(zip(places[i], shares[i], strict=True))
            if where[0] != FILLER
        }
        found[name].links.append(SoftLink(cue, float(sure[i]), acts[i].astype(np.float32), points))
    return found


def joined(every: Sequence[Mapping[str, Soft]]) -> dict[str, Soft]:
    """The opinions of several teachers as one; each says nothing of the layers for which another speaks."""
    found: dict[str, Soft] = {}
    for held in every:
        for name, soft in held.items():
            other = found.get(name)
            found[name] = soft if other is None else Soft(other.tags + soft.tags, [*other.links, *soft.links])
    return found


def seen(tags: np.ndarray) -> Iterator[tuple[Place, float]]:
    """The cues that a teacher sees in its probabilities of one layer, (n, 3), and how sure it is of each."""
    at = 0
    while at < len(tags):
        if tags[at, data.B] >= SEEN:
            end = at
            while end + 1 < len(tags) and tags[end + 1, data.I] > max(tags[end + 1, data.B], tags[end + 1, data.O]):
                end += 1
            yield (at, end), float(tags[at, data.B])
            at = end
        at += 1


@torch.no_grad()
def opinion(network: Network, text: Text, vocabulary: data.Vocabulary) -> Soft:
    """What a network makes of a text, each subword taken from the window that has most around it."""
    length = len(text.words)
    cuts = [Window(text, None, at, min(at + SIZE, length)) for at in range(0, max(1, length - SIZE + STRIDE), STRIDE)]
    tags = np.zeros((length, sum(LAYERS.values())), np.float32)
    around = np.full(length, -1)
    home = np.zeros(length, int)
    kept = []
    for start in range(0, len(cuts), AT_ONCE):
        group = cuts[start : start + AT_ONCE]
        ids, mask, case = inputs(group, vocabulary)
        vectors, own = network(ids, mask.long(), case)
        scores = network.tag(vectors, own).float().split(list(LAYERS.values()), dim=-1)
        shares = torch.cat([torch.softmax(each, dim=-1) for each in scores], dim=-1).numpy()
        for row, window in enumerate(group):
            at = np.arange(window.first, window.end)
            depth = np.minimum(at - window.first + (9999 if window.first == 0 else 0),
                               window.end - 1 - at + (9999 if window.end == length else 0))  # fmt: skip
            better = depth > around[at]
            tags[at[better]] = shares[row, 1 : len(window) - 1][better]
            around[at[better]] = depth[better]
            home[at[better]] = len(kept)
            kept.append((window, vectors[row : row + 1], mask[row : row + 1]))
    told = [(link.cue, 1.0) for link in text.links if link.acts]
    cues = told if "act" in text.tags else list(seen(by_layer(tags)["act"]))
    return Soft(tags, [_link(network, *kept[home[cue[0]]], cue, sure) for cue, sure in cues])


def _link(
    network: Network, window: Window, vectors: torch.Tensor, mask: torch.Tensor, cue: Place, sure: float
) -> SoftLink:
    first, last = cue[0] - window.first + 1, min(cue[1], window.end - 1) - window.first + 1
    keys = network.heads.keys(vectors)
    acts, points = network.heads(vectors, keys, torch.tensor([[first]]), torch.tensor([[last]]), mask)
    shares = torch.softmax(points[0, 0], dim=-1).numpy()
    nowhere = shares.shape[1] - 1
    kept = {
        pointer: {(NOWHERE if at == nowhere else int(at) + window.first - 1): float(shares[pointer, at])
                  for at in np.argsort(-shares[pointer])[:KEPT]
                  if shares[pointer, at] > 0.01 and (at == nowhere or 1 <= at < len(window) - 1)}
        for pointer in data.OF_ACT
    }  # fmt: skip
    return SoftLink(cue, sure, torch.softmax(acts[0, 0].float(), dim=-1).numpy(), kept)


def main() -> None:
    """Read all articles and write the teacher's opinions."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bench", "base", "weights", "out"):
        cli.add_argument(name, type=Path)
    cli.add_argument("--layers", nargs="+", choices=list(LAYERS), default=list(LAYERS), help="what it speaks of")
    cli.add_argument("--kinds", nargs="+", choices=data.KINDS, default=data.KINDS, help="which training articles")
    given = cli.parse_args()
    network = begun(given.base, given.weights).eval()
    vocabulary = data.vocabulary(given.base)
    by_kind = data.texts(given.bench, vocabulary)
    texts = [text for kind in given.kinds for text in by_kind[kind]]
    started, opinions = time.time(), []
    for number, text in enumerate(texts, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            told = opinion(network, text, vocabulary)
        for layer, tags in by_layer(told.tags).items():
            tags *= layer in given.layers
        opinions.append(told if "act" in given.layers else Soft(told.tags, []))
        if number % 50 == 0:
            print(f"{number}/{len(texts)} articles {time.time() - started:.0f}s", flush=True)
    save(given.out, [text.name for text in texts], opinions)


if __name__ == "__main__":
    sys.exit(main())
