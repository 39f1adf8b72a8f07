"""sayso demo, and a whole run over a few real files."""

import json
from pathlib import Path

import pytest

from sayso.cli.demo import show_demo
from sayso.cli.screen import Screen
from tests import talks
from tests.cli.conftest import Run


def test_the_demo_shows_ledger_matrix_and_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    show_demo(Screen(80), talks.contents())
    out = capsys.readouterr().out
    places = [out.index(f"== {heading}") for heading in ("The ledger", "The matrix", "One position")]
    assert places == sorted(places)
    assert "[[said that Sudmark must drop the river fees]]" in " ".join(out.split())


def test_a_folder_goes_in_and_a_ledger_comes_out(run: Run, tmp_path: Path) -> None:
    folder, book = tmp_path / "articles", str(tmp_path / "new.sayso")
    folder.mkdir()
    text = "VEY, 4 March 2031 - Norland demanded on Tuesday that Sudmark drop the river fees, its minister said.\n"
    (folder / "herald-1.txt").write_text(text + "\nThe talks will go on in the old harbour for another week.\n")
    (folder / "empty.txt").write_text("")
    done = run("add", book, str(folder), "--quiet")
    assert done.code == 3, done.err
    assert f"{folder}: found 2, added 1, already there 0, skipped 1" in done.out
    assert "empty.txt" in done.out
    assert run("add", book, str(folder), "--json").code == 3
    (row, *_) = json.loads(run("ledger", book, "--json").out)
    assert row["articles"] == 1
    assert "[[" in run("show", book, row["id"]).out
    assert run("info", book, "--check").code == 0


def test_the_bundled_example_reads_from_end_to_end(run: Run, tmp_path: Path) -> None:
    book = str(tmp_path / "demo.sayso")
    done = run("demo", "--book", book)
    assert done.code == 0, done.err
    assert "== The ledger: positions that rest on 2 origins or more ==" in done.out
    assert "[[" in done.out
    assert max(map(len, done.out.splitlines()[:-2])) <= 80
    assert len(json.loads(run("articles", book, "--json").out)) >= 20
