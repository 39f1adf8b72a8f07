"""How well statements are read: ``python -m benchmarks.statements FILE.jsonl.gz [--json] [--reader small]``.

FILE holds whole coded articles, one JSON object a line: id, text, date, publisher and statements (start, end, act, or,
actor, speaker, mention). All articles are read, their holders identified article by article, and statements compared
with the coded ones. A statement meets a coded one when they share half of the shorter and a fifth of the longer; each
counts once, the best overlap first. "full" also wants one of the coded acts and the holder: the same actor, speaker
or mention by name.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.articles import prepare
from sayso.flow import READERS, open_reader
from sayso.gazetteer import Gazetteer
from sayso.reading import Reader
from sayso.reading.small import SmallReader
from sayso.reconcile.identities import identify
from sayso.records import DEEDS, Holding, Incoming, Span, Statement
from sayso.weights import load_english

HALF, FIFTH = 0.5, 0.2
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as read, with all the names that its holder goes by."""

    span: Span
    act: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement as coded: admissible acts, and the names that its holder may go by."""

    span: Span
    acts: frozenset[str]
    names: frozenset[str]


def plain(name: str) -> str:
    """A name without case, stops and a leading article."""
    words = re.sub(r"[^\w\s]", "", name.lower()).split()
    return " ".join(words[words[:1] in (["the"], ["its"], ["his"], ["her"], ["their"]) :])


Good = Callable[[Said, Coded], bool]
LEVELS: Mapping[str, Good] = {
    "span": lambda said, coded: True,
    "span+actor": lambda said, coded: bool(said.names & coded.names),
    "span+act": lambda said, coded: said.act in coded.acts,
    "full": lambda said, coded: said.act in coded.acts and bool(said.names & coded.names),
}


def articles(path: str) -> Iterator[Row]:
    """The coded articles of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def coded(row: Row) -> list[Coded]:
    """The coded statements of an article."""
    return [
        Coded(
            Span(each["start"], each["end"]),
            frozenset(act for act in (each["act"], each["or"]) if act),
            frozenset(plain(each[part]) for part in ("actor", "speaker", "mention") if each[part]),
        )
        for each in row["statements"]
    ]


def said(statement: Statement, holding: Holding) -> Said:
    """A statement as read, for comparing."""
    names = (holding.actor, holding.speaker, statement.holder.name, statement.holder.described, statement.holder.words)
    return Said(statement.span, statement.act, frozenset(plain(name) for name in names if name))


def overlap(a: Span, b: Span) -> float:
    """The share of characters that two spans have in common, 0 when they do not meet."""
    shared = a.overlap(b)
    short, long = sorted((a.end - a.start, b.end - b.start))
    if not short or shared / short < HALF or shared / long < FIFTH:
        return 0.0
    return shared / (short + long - shared)


def pairs(read: Sequence[Said], wanted: Sequence[Coded], good: Good) -> list[tuple[int, int]]:
    """One statement to one coded one, the best overlap first, among the pairs that are good."""
    found = [
        (overlap(one.span, other.span), i, j)
        for i, one in enumerate(read)
        for j, other in enumerate(wanted)
        if overlap(one.span, other.span) and good(one, other)
    ]
    left: set[int] = set()
    right: set[int] = set()
    kept = []
    for _, i, j in sorted(found, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            kept.append((i, j))
    return kept


def figures(hits: int, said: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1, with what they are made of."""
    precision, recall = hits / said if said else 0.0, hits / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3), "wanted": wanted}


def score(rows: Iterable[Row], reader: Reader) -> dict[str, dict[str, float]]:
    """The figures on coded articles: by level, then the full ones by act."""
    gazetteer = Gazetteer.load()
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for row in rows:
        facts = {"date": row["date"], "outlet": row["publisher"]}
        article = prepare(Incoming(row["id"], row["id"], row["text"], facts=facts))
        statements = [each for each in reader.read(article).statements if each.part == "body" and each.act != "state"]
        _, holdings = identify((article,), statements, gazetteer)
        held = {holding.statement: holding for holding in holdings}
        read = [said(each, held[each.id]) for each in statements]
        wanted = coded(row)
        count(read, wanted, hits, totals)
    levels = [*LEVELS, *sorted(act for act in {name.removeprefix("wanted ") for name in totals} if " " not in act)]
    return {
        name: figures(
            hits[name], totals[f"said {name}"] or totals["said"], totals[f"wanted {name}"] or totals["wanted"]
        )
        for name in levels
        if name not in ("said", "wanted")
    }


def count(read: Sequence[Said], wanted: Sequence[Coded], hits: Counter[str], totals: Counter[str]) -> None:
    """Add what one article gives; a coded statement with two acts counts for the one it was met with."""
    totals["said"] += len(read)
    totals["wanted"] += len(wanted)
    acts = [min(one.acts, key=lambda act: (act in DEEDS, act)) for one in wanted]
    for name, good in LEVELS.items():
        met = pairs(read, wanted, good)
        hits[name] += len(met)
        if name == "full":
            hits.update(read[i].act for i, _ in met)
            for i, j in met:
                acts[j] = read[i].act
    totals.update(f"said {one.act}" for one in read)
    totals.update(f"wanted {act}" for act in acts)


def lines(report: Mapping[str, Mapping[str, float]]) -> Iterable[str]:
    """The report as a table."""
    for name, row in report.items():
        yield f"{name:12} P {row['precision']:.3f}  R {row['recall']:.3f}  F1 {row['f1']:.3f}  ({row['wanted']} wanted)"


def main() -> None:
    """Score a reader on a file and print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file")
    cli.add_argument("--reader", choices=tuple(READERS), help="one reader alone; without it each, side by side")
    cli.add_argument("--model", type=Path, help="read with the network of this folder, as training.release writes it")
    cli.add_argument("--by-publisher", action="store_true", help="the full figures of each publisher besides")
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args()
    rows = list(articles(given.file))
    if given.model:
        readers: dict[str, Reader] = {"model": SmallReader.load(given.model, load_english(), Gazetteer.load())}
    else:
        readers = {kind: open_reader(kind) for kind in ([given.reader] if given.reader else READERS)}
    report = {kind: score(rows, reader) for kind, reader in readers.items()}
    if given.by_publisher:
        for publisher in sorted({row["publisher"] for row in rows}):
            own = [row for row in rows if row["publisher"] == publisher]
            for kind, reader in readers.items():
                report[kind][publisher] = score(own, reader)["full"]
    if given.json:
        print(json.dumps(report, indent=1))
        return
    for kind, table in report.items():
        print(f"reader: {kind}", *lines(table), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
