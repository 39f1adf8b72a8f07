"""How often a party's claim is taken for another's own word: ``python -m benchmarks.claims [FILE.jsonl.gz] [--show]``.

Without FILE the texts are those of ``tests/reading/claimed.toml``, by how the claim is told. "right" has its holder and
the one who tells it; "leaked" has the holder as if it were the holder's own word; "overdone" is the holder's own word
(or a deed that the article tells) as if somebody else told it; "other" has another holder or teller.

FILE holds whole coded articles as for ``benchmarks.holders``. Of the statements that are coded as told of their actor
by another party, and whose actor is told right, "leaked" are those whose say-so chain names nobody.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

from benchmarks import holders
from benchmarks.statements import articles
from sayso.flow import READERS, open_reader
from sayso.gazetteer import Gazetteer
from sayso.reading import Reader
from sayso.reading.small import SmallReader
from sayso.weights import find_small, load_english
from tests.reading.claims import Case, cases
from tests.reading.readings import plain

OUTCOMES = ("right", "leaked", "overdone", "other", "unread")


def written(reader: Reader) -> Iterator[tuple[str, Case, str]]:
    """Every written case with its class and how it came out."""
    for kind, rows in cases().items():
        for case in rows:
            yield kind, case, case.outcome(reader.read(plain(case.text)))


def coded(path: str) -> Counter[str]:
    """How the claims of coded articles came out: "chained", "leaked", or "elsewhere" when the actor is another."""
    gazetteer = Gazetteer.load()
    reader, names = SmallReader.load(find_small(), load_english(), gazetteer), holders.Names(gazetteer)
    found: Counter[str] = Counter()
    for row in articles(path):
        for case in holders.cases(row, reader, gazetteer):
            if case.row["claimed"]:
                right = bool(case.answers) and holders.outcome(case, names, "party") == "right"
                chained = right and bool(case.via_told(names))
                found["chained" if chained else "leaked" if right else "elsewhere"] += 1
    return found


def lines(report: Mapping[str, Counter[str]]) -> Iterator[str]:
    """The report as a table."""
    yield f"{'':14}" + "".join(f"{name:>10}" for name in OUTCOMES)
    for kind, row in report.items():
        yield f"{kind:14}" + "".join(f"{row[name]:>10}" for name in OUTCOMES)


def main() -> None:
    """Read all cases, or a coded file, and print how the claims came out."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file", nargs="?")
    cli.add_argument("--reader", choices=tuple(READERS), default="small")
    cli.add_argument("--show", action="store_true", help="print what is not right")
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args()
    if given.file:
        found = coded(given.file)
        print(json.dumps(found) if given.json else ", ".join(f"{name} {number}" for name, number in found.items()))
        return
    report: dict[str, Counter[str]] = {}
    for kind, case, outcome in written(open_reader(given.reader)):
        report.setdefault(kind, Counter())[outcome] += 1
        if given.show and outcome != "right":
            print(f"{kind}, {outcome}: {case.text!r}", file=sys.stderr)
    report["all"] = sum(report.values(), Counter())
    print(json.dumps(report, indent=1) if given.json else "\n".join(lines(report)))


if __name__ == "__main__":
    main()
