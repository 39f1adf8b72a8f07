"""Metadata files are found beside the articles, matched by id or file name, and told of when broken."""

import json
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.records import Incoming, Noted, Skipped
from sayso.sources import Gathering, gather

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


def notes(*sources: Path, metadata: Path | None = None) -> list[str]:
    found = gather([str(source) for source in sources], metadata=str(metadata) if metadata else None)
    return [each.words for each in found if isinstance(each, Noted)]


def test_ids_that_match_no_article_are_told(docs: Path) -> None:
    (docs.parent / "docs.jsonl").write_text("\n".join(row(id=f"a-{number}") for number in range(1, 7)))
    assert notes(docs) == ["4 of its 6 ids matched no article: a-3, a-4, a-5 and 1 more"]
    assert notes(docs / "a-1.txt", docs / "a-2.txt") == [], "others lie beside a file given alone"
    (docs / "a-3.txt").write_text("")
    assert notes(docs) == ["3 of its 6 ids matched no article: a-4, a-5, a-6"], "what is skipped was matched"


def test_a_row_matches_by_id_or_by_file(docs: Path) -> None:
    (docs / "docs.jsonl").write_text(row(id="4711", file="a-2.txt") + "\n" + row(id="a-1", file="texts/lost.txt"))
    assert notes(docs) == []


def test_ids_are_held_against_all_sources_together(docs: Path) -> None:
    named = docs.parent / "mine.csv"
    named.write_text("id,title\na-1,No\na-2,Yes\n")
    gathering = Gathering([str(docs / "a-1.txt"), str(docs / "a-2.txt")], metadata=str(named))
    assert len(list(gathering.of(str(docs / "a-1.txt")))) == 1
    assert [each.words for each in gathering.left()] == ["1 of its 2 ids matched no article: a-2"]
    assert len(list(gathering.of(str(docs / "a-2.txt")))) == 1
    assert list(gathering.left()) == []


def test_a_file_that_matches_nothing_tells_how_articles_are_named(docs: Path) -> None:
    named = docs.parent / "mine.csv"
    named.write_text("id,title\na-1.txt,No\n")
    (told,) = notes(docs, metadata=named)
    assert told.startswith("none of its 1 ids is the name of an article given: a-1.txt; a file's name is without its")


def test_keys_that_are_not_used_are_told_with_what_was_meant(docs: Path) -> None:
    (docs / "docs.jsonl").write_text(
        row(id="a-1", section="World", tittle="x", words="") + "\n" + row(id="a-2", publsher="Gazette", file="a-2.txt")
    )
    assert notes(docs) == ["keys not used: tittle (did you mean title?), publsher (did you mean publisher?), section"]


def test_rows_whose_facts_go_nowhere_are_told(docs: Path) -> None:
    (docs / "docs.jsonl").write_text("\n".join([row(id="a-1"), row(), row(id="a-2"), row(id="a-1", title="Yes")]))
    assert notes(docs) == [
        "1 of 4 rows name no article: they have no id and no file",
        "more than one row for a-1; the first one counts",
    ]


def test_each_thing_is_told_once_whichever_way_the_file_is_met(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (docs / "docs.jsonl").write_text("{broken\n" + row(id="a-1", tittle="x"))
    monkeypatch.chdir(docs.parent)
    for metadata in (None, "docs/docs.jsonl", str(docs / "docs.jsonl")):
        found = [each for each in gather(["docs", "docs"], metadata=metadata) if not isinstance(each, Incoming)]
        assert [type(each) for each in found] == [Skipped, Noted]
    assert {each.place for each in gather(["docs"]) if isinstance(each, Noted)} == {"docs/docs.jsonl"}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("mine.txt", "Norland said no.\n" * 50, "the line is not JSON"),
        ("mine.csv", "title,date\nNo,2031-04-02\n", "no row of it names an article .*; it has the columns title, date"),
        ("mine.json", '{"a-1": {"title": "No"}}', "no row of it names an article .*; it has the columns a-1"),
        ("mine.xlsx", "PK", ".xlsx is not read; save it as CSV or JSONL"),
        ("mine.jsonl", "", "is empty"),
        ("mine.jsonl.gz", "no gzip", "is a broken or truncated gzip file"),
        (".", None, "is a folder, not a file"),
    ],
)
def test_a_named_file_of_the_wrong_kind_is_one_error(docs: Path, name: str, content: str | None, reason: str) -> None:
    named = docs.parent / name
    if content is not None:
        named.write_text(content)
    with pytest.raises(UsageError, match=f"cannot be used: {reason}.*; give JSONL, JSON, CSV or TSV"):
        gather([str(docs)], metadata=str(named))


def test_a_found_file_of_the_wrong_kind_is_one_bad_input(docs: Path) -> None:
    (docs / "docs.jsonl").write_text("no facts\n" * 50)
    found = list(gather([str(docs), str(docs)]))
    assert [each.reason for each in found if isinstance(each, Skipped)] == [
        "the line is not JSON: Expecting value at character 1"
    ]
    assert len(found) == 5
