"""Fit the judge and choose its threshold on coded dev: ``python -m training.judge BENCH MODEL``.

MODEL is the folder that ``training.export`` wrote; ``judge.json`` is put there. A candidate counts as right when
``benchmarks.statements`` pairs it in full (words, act, holder). Figures by ten-fold cross-fitting over articles are
printed: what the threshold gives, and the reliability of the confidences.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from benchmarks.statements import LEVELS, coded, pairs, said
from sayso.articles import prepare
from sayso.gazetteer import Gazetteer
from sayso.reading.judge import Features, Judge
from sayso.reading.network import Network
from sayso.reading.small import SmallReader, apart
from sayso.reconcile.identities import identify
from sayso.records import Incoming, Statement
from sayso.weights import load_english
from training import data

FOLDS = 10
PULL = 1e-2
"""How strongly weights are pulled to nothing."""
NEAR = 0.005
"""How little F1 is given for precision: of thresholds as good within it the highest is taken."""
FIRST = Judge({"bias": 0.0, "cue": 1.0, "act": 0.5}, 0.0)
"""A judge to begin with: what says something again is told from what it repeats by it."""


@dataclass(slots=True)
class Case:
    """One article: what may be stated, with its features, and what was coded."""

    told: list[tuple[Statement, Features]]
    names: dict[str, object]
    wanted: Sequence[object]


def cases(reader: SmallReader, path: Path) -> list[Case]:
    """The candidates of all articles of a coded file."""
    gazetteer = Gazetteer.load()
    found = []
    for row in data.rows(path):
        facts = {"date": row["date"], "outlet": row["publisher"]}
        article = prepare(Incoming(row["id"], row["id"], row["text"], facts=facts))
        sight = reader.sight(article)
        told = [pair for pair in sight.weighed() if pair[0].part == "body"] if sight is not None else []
        _, holdings = identify((article,), [each for each, _ in told], gazetteer)
        held = {holding.statement: holding for holding in holdings}
        names = {each.id: said(each, held[each.id]) for each, _ in told}
        found.append(Case(told, names, coded(row)))
    return found


def judged(case: Case, judge: Judge) -> tuple[list[Statement], dict[str, Features]]:
    """The statements of a case that are left once those said again are out, with their confidence and features."""
    statements, features = [], {}
    for each, given in case.told:
        confidence = judge.verdict(given)
        if confidence >= judge.least:
            statements.append(replace(each, confidence=confidence))
            features[each.id] = given
    return apart(statements), features


def examples(cases: Sequence[Case], judge: Judge) -> tuple[list[Features], np.ndarray]:
    """The features of all statements left by a judge, and which are right."""
    rows: list[Features] = []
    right: list[bool] = []
    for case in cases:
        left, features = judged(case, judge)
        met = {i for i, _ in pairs([case.names[each.id] for each in left], case.wanted, LEVELS["full"])}
        rows.extend(features[each.id] for each in left)
        right.extend(i in met for i in range(len(left)))
    return rows, np.array(right, np.float32)


def fitted(rows: Sequence[Features], right: np.ndarray, least: float = 0.0) -> Judge:
    """The logistic regression of right on features."""
    names = sorted({name for row in rows for name in row})
    given = torch.tensor([[row.get(name, 0.0) for name in names] for row in rows])
    wanted = torch.from_numpy(right)
    weights = torch.zeros(len(names), requires_grad=True)
    bias = torch.zeros(1, requires_grad=True)
    descent = torch.optim.LBFGS([weights, bias], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        descent.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(given @ weights + bias, wanted)
        value = value + PULL * weights.square().sum() / 2
        value.backward()
        return value

    descent.step(loss)
    told = {name: round(float(weight), 4) for name, weight in zip(names, weights.detach(), strict=True)}
    return Judge({"bias": round(float(bias.detach()), 4), **told}, least)


def figures(
    cases: Sequence[Case], judges: Sequence[Judge], least: float, level: str = "full"
) -> tuple[float, float, float]:
    """Precision, recall and F1 with one judge for each case."""
    hits = told = wanted = 0
    for case, judge in zip(cases, judges, strict=True):
        left, _ = judged(case, replace(judge, least=least))
        hits += len(pairs([case.names[each.id] for each in left], case.wanted, LEVELS[level]))
        told += len(left)
        wanted += len(case.wanted)
    precision, recall = hits / max(1, told), hits / max(1, wanted)
    return precision, recall, 2 * hits / max(1, told + wanted)


def crossed(cases: Sequence[Case]) -> list[Judge]:
    """For each case a judge fitted on the other folds."""
    by_fold = []
    for fold in range(FOLDS):
        rest = [case for number, case in enumerate(cases) if number % FOLDS != fold]
        by_fold.append(fitted(*examples(rest, fitted(*examples(rest, FIRST)))))
    return [by_fold[number % FOLDS] for number in range(len(cases))]


def reliability(cases: Sequence[Case], judges: Sequence[Judge]) -> list[tuple[float, float, int]]:
    """In ten groups of rising confidence: the mean confidence, the share that is right, and how many they are."""
    told: list[tuple[float, bool]] = []
    for case, judge in zip(cases, judges, strict=True):
        left, _ = judged(case, judge)
        met = {i for i, _ in pairs([case.names[each.id] for each in left], case.wanted, LEVELS["full"])}
        told.extend((each.confidence or 0.0, i in met) for i, each in enumerate(left))
    found = []
    for low in np.arange(0, 1, 0.1):
        group = [(confidence, right) for confidence, right in told if low <= confidence < low + 0.1]
        if group:
            found.append((float(np.mean([c for c, _ in group])), float(np.mean([r for _, r in group])), len(group)))
    return found


def main() -> None:
    """Fit, choose, print, and write the judge."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("bench", type=Path)
    cli.add_argument("model", type=Path)
    given = cli.parse_args()
    torch.set_num_threads(1)
    reader = SmallReader(load_english(), Gazetteer.load(), Network(given.model), FIRST)
    found = cases(reader, given.bench / "coded" / "dev.jsonl.gz")
    judges = crossed(found)
    tried = {round(float(least), 2): figures(found, judges, least) for least in np.arange(0.06, 0.9, 0.02)}
    best = max(f1 for _, _, f1 in tried.values())
    least = max(least for least, (_, _, f1) in tried.items() if f1 >= best - NEAR)
    levels = {level: figures(found, judges, least, level) for level in LEVELS}
    groups = reliability(found, judges)
    for level, (precision, recall, f1) in levels.items():
        print(f"{level:12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f} from {least:.2f} on")
    for mean, right, many in groups:
        print(f"confidence {mean:.2f}: {right:.2f} of {many} right")
    judge = fitted(*examples(found, fitted(*examples(found, FIRST))), least)
    _write(given.model / "judge.json", {"weights": judge.weights, "least": judge.least})
    curve = [[each, *(round(figure, 3) for figure in tried[each])] for each in tried]
    shown = [[round(mean, 3), round(right, 3), many] for mean, right, many in groups]
    _write(given.model / "measured.json", {"least": least, "curve": curve, "reliability": shown})


def _write(path: Path, held: object) -> None:
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
