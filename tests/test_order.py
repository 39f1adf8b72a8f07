"""Same in, same out: however the same articles come in, the export is the same to the byte."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import flow
from tests.runs import exported, write_articles

WIRE = (
    "Kelmora rejects a cap on the lock fees\n\n"
    "Kelmora rejects a cap on the lock fees\n\n"
    "Kelmora's foreign minister, Oda Lunt, rejected a cap on the lock fees on Monday. "
    "“We will never accept it,” she said. Three informed sources said that Arvesia had offered to pay half.\n\n"
    "The talks at the old harbour go on, though little has moved there since the spring, officials said.\n"
)
PAGE = (
    "<html><head><title>Arvesia offers aid</title></head><body><article><h1>Arvesia offers aid</h1>"
    "<p>Arvesia offered on Friday to send aid &amp; pumps to Tolvania, its spokesman said in a long statement.</p>"
    "<p>Tolvania said it would accept the offer if Norland withdrew its barges from the upper river.</p>"
    "</article></body></html>"
)
NAME = "wire-2031-03-09"
"""A name with a date, which the text is known by until a metadata file tells another."""

FACTS = {"title": "Kelmora rejects a cap on the lock fees", "date": "2031-03-04", "publisher": "The Herald"}


def table(path: Path) -> Path:
    """Two articles in a table, each with facts of its own."""
    rows = [
        {"id": "row-1", "text": "Norland demanded that Kelmora lower the lock fees.", "date": "2031-03-05"},
        {"id": "row-2", "text": WIRE.replace("Oda Lunt", "Minister Lunt"), "outlet": "Gazette", "title": "No cap"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def files(folder: Path) -> list[Path]:
    """Short articles, a copy, two of one name, one text in two forms, and one text with and without facts of it."""
    short = write_articles(folder / "short", range(4))
    for name in ("plain", "told", "other"):
        (folder / name).mkdir()
    (folder / "told" / "docs.jsonl").write_text(json.dumps({"id": NAME, **FACTS}) + "\n")
    written = {
        f"plain/{NAME}.txt": WIRE, f"told/{NAME}.txt": WIRE, f"other/{NAME}.txt": WIRE.replace("Monday", "Tuesday"),
        "plain/copy.txt": WIRE.replace("on Monday. ", ". "), "plain/twin.md": "*Arvesia* demanded that Kelmora stop.",
        "plain/twin.txt": "*Arvesia* demanded that Kelmora stop.", "plain/page.html": PAGE,
        "plain/foreign.txt": "El gobierno de Arvesia dijo el lunes que no va a aceptar la propuesta de los otros.",
    }  # fmt: skip
    for name, text in written.items():
        (folder / name).write_text(text)
    articles = [folder / name for name in written] + sorted(short.glob("*.txt"))
    return [*articles, table(folder / "rows.jsonl")]


@cache
def shelf(folder: Path) -> tuple[list[Path], dict[str, bytes]]:
    """The files, and the export of a book to which they were added at once."""
    paths = files(folder)
    flow.add(str(folder / "at-once.sayso"), [str(path) for path in paths])
    return paths, exported(folder / "at-once.sayso", folder / "export")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("order")


def test_the_articles_are_as_different_as_they_should_be(folder: Path) -> None:
    _, export = shelf(folder)
    rows = [json.loads(line) for line in export["statements.jsonl"].splitlines()]
    documents = {row["document"].partition("~")[0] for row in rows}
    assert documents >= {NAME, "copy", "twin", "page", "row-1", "row-2", "post-000"}
    assert len({row["document"] for row in rows if row["document"].startswith(NAME)}) == 2
    assert {row["outlet"] for row in rows} >= {"The Herald", "Gazette", None}


@settings(max_examples=12)
@given(data=st.data())
def test_order_and_number_of_adds_do_not_show(
    tmp_path_factory: pytest.TempPathFactory, folder: Path, data: st.DataObject
) -> None:
    paths, expected = shelf(folder)
    order = data.draw(st.permutations(paths))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=4)))
    place = tmp_path_factory.mktemp("shuffled")
    for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
        flow.add(str(place / "talks.sayso"), [str(path) for path in order[start:end]])
    assert exported(place / "talks.sayso", place / "export") == expected


def test_adding_all_of_it_again_does_not_show(folder: Path, tmp_path: Path) -> None:
    paths, expected = shelf(folder)
    book = str(tmp_path / "talks.sayso")
    for again in (paths, paths[::-1]):
        told = flow.add(book, [str(path) for path in again])
    assert sum(source.added + source.updated for source in told.sources) == 0
    assert exported(book, tmp_path / "export") == expected
