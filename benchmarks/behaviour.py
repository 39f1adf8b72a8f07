"""How many short invented texts are read just as a coder would: ``python -m benchmarks.behaviour [--reader small]``.

The texts are those of ``tests/reading/behaviour.toml`` and ``cases.toml``, by class: negation, lists, nested speech ...
A case is passed when each statement that a coder takes from its text is found, once, and no other one is.
``--show`` prints each case that is not passed, with what was read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.flow import READERS, open_reader
from sayso.gazetteer import Gazetteer
from sayso.reading import Reader
from sayso.reading.small import SmallReader
from sayso.records import Reading
from sayso.weights import load_english
from tests.reading.behaviours import Case, cases, shown
from tests.reading.readings import plain

FILES = ("behaviour", "cases")


def readings(reader: Reader) -> Iterator[tuple[str, Case, Reading]]:
    """Every case with its class and what a reader makes of it."""
    for name in FILES:
        for kind, rows in cases(name).items():
            for case in rows:
                yield kind, case, reader.read(plain(case.text))


def rates(found: list[tuple[str, Case, Reading]]) -> dict[str, dict[str, float]]:
    """How many cases there are and which share is passed, by class and over all."""
    by_class: dict[str, list[bool]] = {}
    for kind, case, reading in found:
        by_class.setdefault(kind, []).append(case.passes(reading))
    by_class["all"] = [passed for _, case, reading in found for passed in [case.passes(reading)]]
    return {
        kind: {"cases": len(passed), "passed": sum(passed), "rate": round(sum(passed) / len(passed), 3)}
        for kind, passed in by_class.items()
    }


def lines(report: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The report as a table."""
    for kind, row in report.items():
        yield f"{kind:18}{row['passed']:>4.0f} of {row['cases']:>3.0f}  {row['rate']:.2f}"


def main() -> None:
    """Read all cases and print the rates."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--reader", choices=tuple(READERS), default="small")
    cli.add_argument("--model", type=Path, help="a folder as training.release writes it, instead of the bundled one")
    cli.add_argument("--show", action="store_true", help="print what is not passed")
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args()
    reader = (
        SmallReader.load(given.model, load_english(), Gazetteer.load()) if given.model else open_reader(given.reader)
    )
    found = list(readings(reader))
    if given.show:
        for kind, case, reading in found:
            if not case.passes(reading):
                print(f"{kind}: {case.text!r}\n    {shown(reading)}")
    report = rates(found)
    print(json.dumps(report, indent=1) if given.json else "\n".join(lines(report)))


if __name__ == "__main__":
    sys.exit(main())
