"""How well attributions are read: ``python -m benchmarks.attribution FILE.jsonl.gz [--reader small] [--json]``.

FILE holds one of two things, one JSON object a line.

Units of a published benchmark (tokens, labels, id), those of one article after each other. Each article is laid out as
text and read as a whole, or with ``--alone`` unit by unit. "exact" is scored as Wang et al. 2022 (CofeNet, COLING) do:
a labelled stretch counts when its type, first and last token are right within its unit, of which the first 300 tokens
count. A token has one label: of a reader with a network that of its first subword on the path that the reader takes,
of any other reader the longer of two stretches that meet.

Whole articles (id, date, publisher, text, attributions), prepared and read as any other. Sources, cues and contents are
compared piece by piece, each place once. "exact" is the same characters; an attribution is exact in all three parts.

"overlap": two pieces meet when they share half of the shorter and a fifth of the longer (tokens of units, characters of
articles). Two attributions meet when their contents and their sources have at least half in common: characters that
both have, by those of the larger. One without a source meets only one without. Each counts once, the best first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from benchmarks.statements import HALF, figures, overlap
from sayso.articles import prepare
from sayso.errors import SaysoError
from sayso.flow import READERS, open_reader
from sayso.gazetteer import Gazetteer
from sayso.reading import Reader
from sayso.reading.decode import path
from sayso.reading.judge import Judge
from sayso.reading.network import PARTS, Network
from sayso.reading.small import SmallReader
from sayso.records import Attribution, Incoming, Span
from sayso.weights import load_english

OUT = "O"
LABELS = (OUT, *(f"{mark}-{part}" for part in PARTS for mark in "BI"))
"""The labels of a token: B-source at 1, I-source at 2, and so on."""
COUNTED = 300
"""Tokens of a unit that the published benchmark looks at."""
WRITTEN = {
    "``": "“", "''": "”", "`": "‘", "'''": "’”", "--": "—",
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}  # fmt: skip
"""Tokens of the Penn Treebank that stand for something else, as texts have it."""
MODEL = ("encoder.onnx", "heads.onnx", "vocab.txt")
PATIENCE, PAUSE = 2.0, 5.0
"""Seconds until the first line on how far the reading is, and between two of them."""

Row = Mapping[str, Any]
Labels = list[str]
Figures = dict[str, dict[str, dict[str, float]]]
Look = Callable[[str], tuple[NDArray[np.int64], list[int]]]
"""From a text to the places of its subwords, (n, 2), and their labels, as numbers of ``LABELS``."""
Read = Callable[[Sequence[Sequence[str]]], list[Labels]]
"""From the tokens of units that belong together to their labels."""
T = TypeVar("T", bound=Hashable)


@dataclass(slots=True)
class Tally:
    """How many were read, how many wanted, and how many of them met."""

    read: int = 0
    wanted: int = 0
    exact: int = 0
    overlap: int = 0

    def add(self, read: Iterable[T], wanted: Iterable[T], share: Callable[[T, T], float]) -> None:
        """Count what was read and what was wanted in one place, each thing once."""
        found, due = list(dict.fromkeys(read)), list(dict.fromkeys(wanted))
        self.read += len(found)
        self.wanted += len(due)
        self.exact += len(set(found) & set(due))
        self.overlap += met(found, due, share)

    def figures(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1, exact and by overlap."""
        return {
            "exact": figures(self.exact, self.read, self.wanted),
            "overlap": figures(self.overlap, self.read, self.wanted),
        }


def met(read: Sequence[T], wanted: Sequence[T], share: Callable[[T, T], float]) -> int:
    """How many meet, one to one, the best share first; those that share 0 do not meet."""
    shares = [(share(one, other), -i, -j) for i, one in enumerate(read) for j, other in enumerate(wanted)]
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted((each for each in shares if each[0] > 0), reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


# units ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Laid:
    """Units as the paragraphs of a text, and the place of each token of each unit in it."""

    text: str
    places: list[list[Span]]


def laid(units: Sequence[Sequence[str]]) -> Laid:
    """Lay out the tokens of units as text: "did n't" is one word again, all others stand apart."""
    text = ""
    places: list[list[Span]] = []
    for tokens in units:
        text += "\n\n" if places else ""
        places.append([])
        for token in tokens:
            text += " " if places[-1] and token.lower() != "n't" else ""
            written = WRITTEN.get(token, token.replace("'", "’"))
            places[-1].append(Span(len(text), len(text) + len(written)))
            text += written
    return Laid(text, places)


def stretches(labels: Sequence[str]) -> dict[str, list[Span]]:
    """The labelled stretches of a unit in tokens, by type; what begins with I is none."""
    found: dict[str, list[Span]] = {part: [] for part in PARTS}
    first, part = 0, OUT
    for at, label in enumerate([*labels, OUT]):
        if label == f"I-{part}":
            continue
        if part in found:
            found[part].append(Span(first, at))
        first, part = at, label[2:] if label.startswith("B-") else OUT
    return found


def labelled(text: Laid, look: Look) -> list[Labels]:
    """The labels of the tokens of each unit by what a network labels subwords.

    A token has the label of its first subword, and one without any goes on with what goes on after it; what goes on
    from one unit to the next is cut between them.
    """
    subwords, path = look(text.text)
    found: list[list[str | None]] = [[None] * len(places) for places in text.places]
    tokens = [(span.start, unit, at) for unit, places in enumerate(text.places) for at, span in enumerate(places)]
    starts = np.array([start for start, _, _ in tokens])
    for (start, end), label in zip(subwords.tolist(), path, strict=True):
        _, unit, at = tokens[int(np.searchsorted(starts, start, side="right")) - 1]
        if start < end and found[unit][at] is None:
            found[unit][at] = LABELS[label]
    return [list(_whole(labels)) for labels in found]


def _whole(labels: Sequence[str | None]) -> Iterator[str]:
    before = OUT
    for at, label in enumerate(labels):
        if label is None:
            after = next(filter(None, labels[at:]), OUT)
            label = after if after.startswith("I-") else OUT
        if label.startswith("I-") and label[2:] != before[2:]:
            label = label.replace("I-", "B-")
        yield label
        before = label


def by_network(look: Look) -> Read:
    """Label tokens by the path that a network takes through its subwords, as the reader does."""
    return lambda units: labelled(laid(units), look)


def sight(network: Network) -> Look:
    """What a network makes of sources, cues and contents."""

    def look(text: str) -> tuple[NDArray[np.int64], list[int]]:
        seen = network.impression(text)
        return seen.subwords.places, path(seen.layers["attribution"], network.transitions)

    return look


def by_reading(reader: Reader) -> Read:
    """Label tokens by a reader's attributions; of two stretches that meet the longer one stays."""

    def read(units: Sequence[Sequence[str]]) -> list[Labels]:
        text = laid(units)
        reading = reader.read(prepare(Incoming("units", "units", text.text)))
        found = [
            (span, part) for each in reading.attributions for part, spans in pieces(each).items() for span in spans
        ]
        labels = [[OUT] * len(tokens) for tokens in units]
        for span, part in sorted(found, key=lambda each: (each[0].start - each[0].end, each)):
            touched = [[at for at, place in enumerate(places) if place.overlap(span)] for places in text.places]
            if all(labels[unit][at] == OUT for unit, places in enumerate(touched) for at in places):
                for unit, places in enumerate(touched):
                    for at in places:
                        labels[unit][at] = f"{'B' if at == places[0] else 'I'}-{part}"
        return labels

    return read


def score_units(rows: Sequence[Row], reader: Reader, *, alone: bool = False) -> Figures:
    """The figures of a reader on labelled units, each read in its article or alone."""
    network = getattr(reader, "network", None)
    read = by_reading(reader) if network is None else by_network(sight(network))
    together = [[row] for row in rows] if alone else [list(group) for _, group in groupby(rows, lambda row: row["id"])]
    return tally_units(together, read)


def tally_units(together: Sequence[Sequence[Row]], read: Read) -> Figures:
    """The figures on units, of which those that belong together are read as one text."""
    tallies = {part: Tally() for part in PARTS}
    for group in told(together):
        labelled = read([row["tokens"][:COUNTED] for row in group])
        for row, labels in zip(group, labelled, strict=True):
            found, wanted = stretches(labels), stretches(row["labels"][:COUNTED])
            for part, tally in tallies.items():
                tally.add(found[part], wanted[part], overlap)
    return {part: tally.figures() for part, tally in tallies.items()}


# whole articles -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Whole:
    """An attribution by the characters of its parts."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def pieces(attribution: Attribution) -> dict[str, list[Span]]:
    """The parts of an attribution in raw spans; a source that has no place counts as none."""
    source = attribution.source.span if attribution.source is not None else None
    return {"source": [source] if source else [], "cue": [attribution.cue], "content": list(attribution.content)}


def whole(parts: Mapping[str, Sequence[Span]]) -> Whole:
    """An attribution's pieces taken together."""
    source, cue, content = (
        frozenset(at for span in parts[part] for at in range(span.start, span.end)) for part in PARTS
    )
    return Whole(source, cue, content)


def in_common(a: frozenset[int], b: frozenset[int]) -> float:
    """The characters that both have, by those of the larger; 1 when both are empty."""
    return len(a & b) / max(len(a), len(b)) if a or b else 1.0


def likeness(a: Whole, b: Whole) -> float:
    """How much two attributions have in common, 0 when they do not meet."""
    content, source = in_common(a.content, b.content), in_common(a.source, b.source)
    return (content + source) / 2 if min(content, source) >= HALF else 0.0


def score_articles(rows: Sequence[Row], reader: Reader) -> Figures:
    """The figures of a reader on whole articles."""
    tallies = {part: Tally() for part in (*PARTS, "attribution")}
    for row in told(rows):
        facts = {"date": row["date"], "outlet": row["publisher"]}
        article = prepare(Incoming(row["id"], row["id"], row["text"], facts=facts))
        found = [pieces(each) for each in reader.read(article).attributions]
        wanted = [
            {part: [Span(*span) for span in each.get(part, ())] for part in PARTS} for each in row["attributions"]
        ]
        for part in PARTS:
            read, due = ([span for each in every for span in each[part]] for every in (found, wanted))
            tallies[part].add(read, due, overlap)
        tallies["attribution"].add(map(whole, found), map(whole, wanted), likeness)
    return {part: tally.figures() for part, tally in tallies.items()}


# the program ----------------------------------------------------------------------------------------------------------


def told(items: Sequence[Any]) -> Iterator[Any]:
    """The items, with a line on stderr now and then when they take long."""
    start = time.monotonic()
    due = start + PATIENCE
    for done, item in enumerate(items):
        now = time.monotonic()
        if now >= due:
            print(f"{done:,} of {len(items):,} texts read, {now - start:.0f} s", file=sys.stderr, flush=True)
            due = now + PAUSE
        yield item


def reader_of(folder: Path) -> SmallReader:
    """The small reader with the model of a folder; FileNotFoundError when it is not all there."""
    missing = [name for name in MODEL if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(f"'{folder}' has no {' and no '.join(missing)}; export a model into it first")
    return SmallReader(load_english(), Gazetteer.load(), Network(folder), Judge({"bias": 0.0}, 0.0))


def report(file: Path, reader: Reader, *, alone: bool = False) -> dict[str, Any]:
    """What was read, by whom, and the figures; ValueError when the rows of the file are of neither sort."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    about = {"reader": reader.name, "articles": len({row["id"] for row in rows})}
    if all("tokens" in row and "labels" in row for row in rows):
        about |= {"units": len(rows), "alone": alone}
        return about | {"figures": score_units(rows, reader, alone=alone)}
    if all("attributions" in row for row in rows) and not alone:
        return about | {"figures": score_articles(rows, reader)}
    wanted = "units (tokens, labels)" + ("" if alone else ", or all whole articles (text, attributions)")
    raise ValueError(f"'{file}': the rows must all be {wanted}")


def table(found: Mapping[str, Any]) -> Iterator[str]:
    """A report as lines for a terminal."""
    units = f", {found['units']:,} units{' read alone' if found['alone'] else ''}" if "units" in found else ""
    yield f"{found['reader']}: {found['articles']:,} articles{units}"
    yield f"{'':12}{'exact P':>9}{'R':>7}{'F1':>7}{'overlap P':>12}{'R':>7}{'F1':>7}{'wanted':>9}"
    for name, by in found["figures"].items():
        exact, near = by["exact"], by["overlap"]
        yield (
            f"{name:12}{exact['precision']:>9.3f}{exact['recall']:>7.3f}{exact['f1']:>7.3f}"
            f"{near['precision']:>12.3f}{near['recall']:>7.3f}{near['f1']:>7.3f}{exact['wanted']:>9,}"
        )


def main(words: Sequence[str] | None = None) -> int:
    """Score a reader on a file and print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file", type=Path)
    cli.add_argument("--reader", choices=tuple(READERS), default="small", help="who reads")
    cli.add_argument("--model", type=Path, metavar="FOLDER", help="an exported model, in place of the bundled one")
    cli.add_argument("--alone", action="store_true", help="read each unit by itself, without its article")
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args(words)
    if given.model and given.reader != "small":
        cli.error("--model is for the small reader; the rules have none")
    try:
        reader = reader_of(given.model) if given.model else open_reader(given.reader)
        found = report(given.file, reader, alone=given.alone)
    except (OSError, SaysoError, ValueError) as error:
        cli.error(str(error))
    print(json.dumps(found, indent=1) if given.json else "\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
