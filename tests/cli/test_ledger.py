"""sayso ledger in each of its forms."""

import csv
import io
import json

import pytest

from sayso.views import LedgerRow
from tests.cli.conftest import Run

EXPECTED = """\
id      act     position                          dates       origins
------  ------  --------------------------------  ----------  -------

Norland
p-10aa  demand  Sudmark must drop the river fees  2031-03-02  1 of 2
                > toward Sudmark
                > on river fees
p-10bb  accept  a cap on the fees                 2031-03-04  1 of 1
                > on river fees
                > from unnamed sources alone

2 of 5 positions, 1 actor. Dates: first and last, when it was said where the
text tells, else when it was published. Origins "3 of 6": at most 3 independent
reports in 6 articles. Below a position: toward whom it is aimed, on which
issue.
sayso show BOOK ID prints the words that a position rests on.
"""


def test_the_table_reads_well_in_a_pipe(run: Run, book: str) -> None:
    assert run("ledger", book, "--act", "demand", "--act", "accept").out == EXPECTED


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], ["p-10aa", "p-10bb", "p-2", "p-4", "p-3"]),
        (["--actor", "sudmark"], ["p-3"]),
        (["--issue", "lock"], ["p-4"]),
        (["--since", "2031-04", "--own-word"], ["p-3"]),
        (["--claimed"], ["p-4"]),
        (["--outlet", "gazette", "--until", "2031-03"], ["p-10aa"]),
        (["--text", "percent"], ["p-2"]),
        (["--by", "date", "--limit", "2"], ["p-3", "p-4"]),
    ],
)
def test_filters_and_order_reach_the_rows(run: Run, book: str, options: list[str], ids: list[str]) -> None:
    assert [row["id"] for row in json.loads(run("ledger", book, *options, "--json").out)] == ids


def test_json_holds_every_field(run: Run, book: str) -> None:
    rows = json.loads(run("ledger", book, "--format", "json").out)
    assert [list(row) for row in rows] == [list(LedgerRow.__dataclass_fields__)] * 5


def test_csv_can_be_read_back_and_is_harmless(run: Run, book: str) -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(run("ledger", book, "--format", "csv").out))}
    assert (rows["p-10aa"]["outlets"], rows["p-10aa"]["claimed"]) == ("Gazette; The Herald", "false")
    assert rows["p-2"]["title"] == "'-10 percent"


def test_markdown_is_one_line_a_row(run: Run, book: str) -> None:
    lines = run("ledger", book, "--format", "markdown", "--actor", "sudmark").out.splitlines()
    assert lines[0].startswith("| id | actor | act | position |")
    assert (
        lines[2]
        == "| p-3 | Sudmark | reject | the demand | Norland | river fees | 2031-04-10 | 2031-04-10 | 1 | 1 | The "
        "Herald |"
    )


def test_nothing_found_is_said(run: Run, book: str) -> None:
    done = run("ledger", book, "--since", "2040")
    assert (done.code, done.out) == (0, "No position to show: the book holds none, or none that meets the filters.\n")
    assert run("ledger", book, "--since", "2040", "--json").out == "[]\n"
