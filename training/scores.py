"""Measure a model with every benchmark that its card shows: ``python -m training.scores BENCH MODEL OUT.json``.

MODEL is a folder as ``training.export`` and ``training.judge`` leave it; the rules' figures stand beside its own.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import attribution, behaviour, statements
from sayso.flow import open_reader
from sayso.gazetteer import Gazetteer
from sayso.reading import Reader
from sayso.reading.small import SmallReader
from sayso.weights import load_english

KINDS: Mapping[str, Sequence[str]] = {"The Guardian": ("The Guardian",), "Reuters, 1987": ("Reuters",)}
"""The kinds of source among the coded articles, by publisher; the rest are United States outlets of 2016."""
REST = "United States web outlets, 2016"


def main() -> None:
    """Run the benchmarks and write their figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("bench", "model", "out"):
        cli.add_argument(name, type=Path)
    given = cli.parse_args()
    readers: dict[str, Reader] = {
        "small": SmallReader.load(given.model, load_english(), Gazetteer.load()),
        "rules": open_reader("rules"),
    }
    rows = list(statements.articles(str(given.bench / "coded" / "dev.jsonl.gz")))
    units = given.bench / "polnear" / "cofenet_valid.jsonl.gz"
    whole = given.bench / "polnear" / "dev.jsonl.gz"
    found = {
        kind: {
            "statements": statements.score(rows, reader),
            "by kind of source": {
                name: statements.score(own, reader)["full"] for name, own in _kinds(rows).items()
            },
            "attributions, units": attribution.report(units, reader)["figures"],
            "attributions, whole articles": attribution.report(whole, reader)["figures"],
            "behaviour": behaviour.rates(list(behaviour.readings(reader))),
        }
        for kind, reader in readers.items()
    }  # fmt: skip
    given.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _kinds(rows: Sequence[statements.Row]) -> dict[str, list[statements.Row]]:
    named = {publisher for publishers in KINDS.values() for publisher in publishers}
    by_kind = {name: [row for row in rows if row["publisher"] in publishers] for name, publishers in KINDS.items()}
    return by_kind | {REST: [row for row in rows if row["publisher"] not in named]}


if __name__ == "__main__":
    sys.exit(main())
