"""How many dates of short invented texts are told right: ``python -m benchmarks.dates [--reader small] [--show]``.

The texts are those of ``tests/reading/said.toml``, by class: weekday, range, deadline, background ... Of the statement
that a text is about: "right" is when it was said, and where the text is about it when it is due; "open" is not told;
"guessed" is told though the text does not tell; "unread" is no such statement read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.flow import READERS, open_reader
from sayso.reading import Reader
from tests.reading.dated import Case, cases

OUTCOMES = ("right", "open", "wrong", "guessed", "unread")


def outcomes(reader: Reader) -> Iterator[tuple[str, Case, str]]:
    """Every case with its class and what a reader makes of its dates."""
    for kind, rows in cases().items():
        for case in rows:
            yield kind, case, case.outcome(reader.read(case.article()))


def rates(found: list[tuple[str, Case, str]]) -> dict[str, dict[str, float]]:
    """How many there are of each outcome, and the share that is right, by class and over all."""
    counts: dict[str, Counter[str]] = {}
    for kind, _, outcome in found:
        for name in (kind, "all"):
            counts.setdefault(name, Counter())[outcome] += 1
    counts["all"] = counts.pop("all")
    return {
        kind: {**{name: row[name] for name in OUTCOMES}, "rate": round(row["right"] / row.total(), 3)}
        for kind, row in counts.items()
    }


def lines(report: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The report as a table."""
    yield f"{'':14}" + "".join(f"{name:>9}" for name in (*OUTCOMES, "rate"))
    for kind, row in report.items():
        yield f"{kind:14}" + "".join(f"{row[name]:>9.0f}" for name in OUTCOMES) + f"{row['rate']:>9.3f}"


def main() -> None:
    """Read all cases and print the rates."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--reader", choices=tuple(READERS), default="small")
    cli.add_argument("--show", action="store_true", help="print what is not right")
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args()
    found = list(outcomes(open_reader(given.reader)))
    if given.show:
        for kind, case, outcome in found:
            if outcome != "right":
                print(f"{kind}, {outcome}: {case.published} {case.text!r}", file=sys.stderr)
    report = rates(found)
    print(json.dumps(report, indent=1) if given.json else "\n".join(lines(report)))


if __name__ == "__main__":
    main()
