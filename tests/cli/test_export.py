"""sayso export: the files, and which positions go into them."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_written_files_are_named(run: Run, book: str, tmp_path: Path) -> None:
    done = run("export", book, "--to", "jsonl", str(tmp_path / "out"))
    assert done.out.splitlines() == [str(tmp_path / "out" / name) for name in ("statements.jsonl", "positions.jsonl")]
    assert len((tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()) == 6


def test_filters_choose_whole_positions(run: Run, book: str, tmp_path: Path) -> None:
    paths = json.loads(run("export", book, "--to", "jsonl", str(tmp_path), "--outlet", "gazette", "--json").out)
    statements = [json.loads(line) for line in Path(paths[0]).read_text(encoding="utf-8").splitlines()]
    assert {row["id"] for row in statements} == {"s-copy", "s-fees"}


def test_csv_is_written_too(run: Run, book: str, tmp_path: Path) -> None:
    assert run("export", book, "--to", "csv", str(tmp_path)).code == 0
    assert (tmp_path / "positions.csv").read_text(encoding="utf-8").startswith("id,actor,act,")


def test_a_place_that_is_no_folder_is_refused(run: Run, book: str) -> None:
    done = run("export", book, "--to", "jsonl", book)
    assert done.code == 2
    assert done.err.startswith("sayso: ")
