"""Metadata files are found beside the articles, matched by id or file name, and told of when broken."""

import json
from pathlib import Path

import pytest

from sayso.records import Incoming, Skipped
from sayso.sources import gather

FACTS = {"title": "No", "date": "2031-04-02", "outlet": "The Post", "url": "https://post.example/1"}


def row(**cells: str) -> str:
    return json.dumps(
        {"title": "No", "date": "2031-04-02", "publisher": "The Post", "url": "https://post.example/1", **cells}
    )


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("a-1", "a-2"):
        (folder / f"{name}.txt").write_text("Norland said no.")
    return folder


def facts(*sources: Path, metadata: Path | None = None) -> dict[str, dict[str, str]]:
    found = gather([str(source) for source in sources], metadata=str(metadata) if metadata else None)
    return {each.name: dict(each.facts) for each in found if isinstance(each, Incoming)}


@pytest.mark.parametrize("name", ["docs.jsonl", "metadata.jsonl", "docs/docs.jsonl", "docs/metadata.jsonl"])
def test_it_is_found_in_the_folder_and_beside_it(docs: Path, name: str) -> None:
    (docs.parent / name).write_text(row(id="a-1"))
    assert facts(docs) == {"a-1": FACTS, "a-2": {}}
    assert facts(docs.parent) == {"a-1": FACTS, "a-2": {}}
    assert facts(docs / "a-1.txt") == {"a-1": FACTS}


def test_it_is_matched_by_file_name_too(docs: Path) -> None:
    (docs / "docs.jsonl").write_text(row(id="4711", file="texts/a-2.txt"))
    assert facts(docs) == {"a-1": {}, "a-2": FACTS}


def test_a_named_file_goes_before_one_that_is_found(docs: Path) -> None:
    (docs / "docs.jsonl").write_text(row(id="a-1", language="en"))
    named = docs.parent / "mine.jsonl"
    named.write_text(row(id="a-1", title="Yes"))
    assert facts(docs, metadata=named)["a-1"] == {**FACTS, "title": "Yes", "language": "en"}


def test_a_named_file_in_the_folder_is_not_an_article(docs: Path) -> None:
    named = docs / "about.csv"
    named.write_text("id,title\na-1,Yes\n")
    assert list(gather([str(docs)], metadata=str(named))) == [
        Incoming("a-1", str(docs / "a-1.txt"), b"Norland said no.", facts={"title": "Yes"}),
        Incoming("a-2", str(docs / "a-2.txt"), b"Norland said no."),
    ]


def test_a_table_of_articles_by_that_name_is_one(docs: Path) -> None:
    (docs / "docs.jsonl").write_text(row(id="b-1", text="Sutland said yes."))
    assert set(facts(docs)) == {"a-1", "a-2", "b-1"}


def test_rows_have_their_own_facts_first(docs: Path) -> None:
    (docs / "rows.jsonl").write_text(json.dumps({"id": "b-1", "text": "Sutland said yes.", "title": "Mine"}))
    (docs / "docs.jsonl").write_text(row(id="b-1"))
    assert facts(docs)["b-1"] == {**FACTS, "title": "Mine"}


def test_a_broken_line_is_told_once_and_the_rest_counts(docs: Path) -> None:
    (docs / "docs.jsonl").write_text("{broken\n" + row(id="a-1"))
    found = list(gather([str(docs)]))
    (told,) = [each for each in found if isinstance(each, Skipped)]
    assert told.place == f"{docs / 'docs.jsonl'}:1"
    assert told.reason.startswith("the line is not JSON")
    assert [dict(each.facts) for each in found if isinstance(each, Incoming)] == [FACTS, {}]
