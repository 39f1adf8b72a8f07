"""The CSV export: readable back, and harmless in a spreadsheet."""

import csv as reading
from dataclasses import replace
from json import loads
from pathlib import Path

import pytest

from sayso.exports import csv, jsonl
from sayso.exports.csv import cell
from sayso.exports.rows import POSITION_FIELDS, STATEMENT_FIELDS
from tests.factories import article, statement
from tests.talks import contents

CHAIN = [{"role": "outlet", "words": "w", "name": "N"}, {"role": "source", "words": "w", "name": None}]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(reading.DictReader(file))


def test_both_files_have_a_heading_and_a_line_for_each_row(tmp_path: Path) -> None:
    statements, positions = csv.write(contents(), tmp_path)
    assert (statements.name, positions.name) == ("statements.csv", "positions.csv")
    assert [tuple(row) for row in rows(statements)] == [tuple(STATEMENT_FIELDS)] * 6
    assert [tuple(row) for row in rows(positions)] == [tuple(POSITION_FIELDS)] * 5


def test_a_column_is_left_out_where_json_lines_leave_out_the_field(tmp_path: Path) -> None:
    book = replace(contents(), statements=tuple(replace(one, confidence=None) for one in contents().statements))
    statements, positions = csv.write(book, tmp_path)
    lines = [line for path in jsonl.write(book, tmp_path) for line in path.read_text(encoding="utf-8").splitlines()]
    fields = {field for line in lines for field in loads(line)}
    assert {field for path in (statements, positions) for row in rows(path) for field in row} == fields
    assert "confidence" not in fields


def test_lines_end_as_the_standard_says_and_there_is_no_mark_in_front(tmp_path: Path) -> None:
    data = csv.write(contents(), tmp_path)[1].read_bytes()
    assert data.startswith(b"id,actor,act,")
    assert data.count(b"\r\n") == data.count(b"\n") == 6


def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(tmp_path: Path) -> None:
    by_id = {row["id"]: row for row in rows(csv.write(contents(), tmp_path)[1])}
    assert by_id["p-2"]["title"] == "'-10 percent"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""), (True, "true"), (False, "false"), (-3, "-3"), (0.75, "0.75"), ("plain", "plain"),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("@x", "'@x"), ("\t=1", "'\t=1"), (["a", "b"], "a; b"), ([], ""),
        (["=a"], "'=a"), (CHAIN, "outlet: N; source: w"),
    ],
)  # fmt: skip
def test_each_kind_of_value_has_its_cell(value: csv.Value, expected: str) -> None:
    assert cell(value) == expected


def test_quotation_marks_commas_and_line_breaks_survive(tmp_path: Path) -> None:
    quote = 'said "no", twice\r\nand left'
    one = article(f"Norland {quote}.", "post")
    book = replace(contents(), articles=(one,), statements=(statement(one, quote),), reconciled=contents().reconciled)
    book = replace(book, reconciled=replace(book.reconciled, positions=()))
    (row,) = rows(csv.write(book, tmp_path)[0])
    assert row["quote"] == quote


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (csv.write(contents(), tmp_path / name)[0].read_bytes() for name in ("one", "other"))
    assert one == other
