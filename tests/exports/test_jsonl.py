"""The JSON Lines export: its fields, its order, its bytes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.exports import jsonl
from sayso.exports.rows import POSITION_FIELDS, STATEMENT_FIELDS
from sayso.records import Contents
from tests.factories import article, statement
from tests.talks import contents

BENCH = {"document", "start", "end", "actor", "speaker", "act", "position", "issue", "claimed"}
"""What the scorer reads of a statement."""


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_both_files_are_written_with_every_field_in_order(tmp_path: Path) -> None:
    statements, positions = jsonl.write(contents(), tmp_path / "new" / "folder")
    assert (statements.name, positions.name) == ("statements.jsonl", "positions.jsonl")
    assert {tuple(row) for row in lines(positions)} == {tuple(POSITION_FIELDS)}
    with_confidence = [tuple(row) for row in lines(statements) if "confidence" in row]
    assert with_confidence == [tuple(STATEMENT_FIELDS)]
    assert set(STATEMENT_FIELDS) >= BENCH


def test_statements_are_sorted_by_document_and_place(tmp_path: Path) -> None:
    rows = lines(jsonl.write(contents(), tmp_path)[0])
    assert [row["id"] for row in rows] == ["s-copy", "s-fees", "s-cap", "s-offer", "s-no", "s-lock"]


def test_a_statement_tells_its_place_holder_date_and_chain(tmp_path: Path) -> None:
    rows = {row["id"]: row for row in lines(jsonl.write(contents(), tmp_path)[0])}
    fees, cap, no, lock = (rows[id] for id in ("s-fees", "s-cap", "s-no", "s-lock"))
    assert (fees["document"], fees["actor"], fees["speaker"], fees["plover"]) == (
        "herald-1",
        "Norland",
        "Ada Brenn",
        "REQUEST",
    )
    assert (fees["date"], fees["date_kind"], fees["published"]) == ("2031-03-02", "said", "2031-03-04")
    assert (fees["position"], fees["issue"], fees["addressee"]) == ("p-10aa", "i-1", "Sudmark")
    assert fees["issue_label"] == "river fees"
    assert cap["via"] == ["three informed sources", "Tarn News Agency"]
    assert [link["role"] for link in cap["chain"]] == ["outlet", "agency", "source", "speaker"]
    assert cap["chain"][2] == {"role": "source", "words": "three informed sources", "name": None}
    assert (no["confidence"], lock["claimed"], fees["claimed"]) == (0.75, True, False)


def test_a_position_lists_its_statements_and_documents(tmp_path: Path) -> None:
    rows = {row["id"]: row for row in lines(jsonl.write(contents(), tmp_path)[1])}
    assert rows["p-10aa"]["statements"] == ["s-fees", "s-copy"]
    assert rows["p-10aa"]["articles"] == ["gazette-1", "herald-1"]
    assert (rows["p-10aa"]["origins"], rows["p-10aa"]["issue_label"]) == (1, "river fees")
    assert list(rows) == sorted(rows)


def test_the_order_in_the_book_does_not_show(tmp_path: Path) -> None:
    book = contents()
    turned = replace(
        book,
        articles=book.articles[::-1],
        statements=book.statements[::-1],
        reconciled=replace(book.reconciled, positions=book.reconciled.positions[::-1]),
    )
    one = [path.read_bytes() for path in jsonl.write(book, tmp_path / "one")]
    assert [path.read_bytes() for path in jsonl.write(turned, tmp_path / "other")] == one


def test_an_empty_book_gives_empty_files(tmp_path: Path) -> None:
    assert [path.read_bytes() for path in jsonl.write(Contents(), tmp_path)] == [b"", b""]


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_every_quote_is_what_stands_at_its_place(tmp_path_factory: Any, quote: str) -> None:
    one = article(f"\u2603\r\ne\u0301 {quote} \U0001f6a2", "any")
    said = statement(one, quote, cue=quote)
    folder = tmp_path_factory.mktemp("export")
    text = jsonl.write(Contents((one,), (said,)), folder)[0].read_bytes().decode("utf-8")
    (row,) = [json.loads(line) for line in text.split("\n") if line]
    assert one.raw[row["start"] : row["end"]] == row["quote"] == quote
