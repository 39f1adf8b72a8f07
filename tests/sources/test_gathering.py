"""What the user names becomes one text after another, each with its name, place, form and facts."""

import gzip
import io
import json
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.records import Incoming, Skipped
from sayso.sources import gather

PAGE = "<!DOCTYPE html><html><body><p>Norland said no.</p></body></html>"


def taken(*sources: Path | str, **options: object) -> list[Incoming]:
    """What is taken in; nothing may be skipped."""
    found = list(gather([str(source) for source in sources], **options))
    assert [each for each in found if isinstance(each, Skipped)] == []
    return [each for each in found if isinstance(each, Incoming)]


def test_a_folder_is_read_recursively_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.html", "deep/.hidden.txt", ".git/d.txt", "e.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Norland said no in {name}.")
    found = taken(tmp_path)
    assert [(each.name, each.form) for each in found] == [
        ("a", "markdown"),
        ("b", "text"),
        ("c", "html"),
        ("e", "text"),
    ]
    assert found[2].place == str(tmp_path / "deep" / "c.html")
    assert found[1].content == b"Norland said no in b.txt."


def test_gzipped_articles_are_unpacked_and_named_without_endings(tmp_path: Path) -> None:
    (tmp_path / "post.12.txt.gz").write_bytes(gzip.compress(b"Norland said no."))
    assert taken(tmp_path) == [Incoming("post.12", str(tmp_path / "post.12.txt.gz"), b"Norland said no.")]


def test_a_text_file_that_holds_a_page_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    (tmp_path / "rows.jsonl").write_text(
        json.dumps({"id": "1", "text": PAGE}) + "\n" + json.dumps({"html": "<b>No</b>"})
    )
    assert [each.form for each in taken(tmp_path)] == ["html", "html", "html"]


def test_rows_are_named_by_id_or_number_and_tell_their_facts(tmp_path: Path) -> None:
    rows = [
        {
            "id": 7,
            "Article Text": "Norland said no.",
            "Headline": "No",
            "Pub_Date": "2031-04-02",
            "publisher": {"name": "The Post"},
        },
        {"body": "Sutland said yes.", "authors": ["Ada Brook", "Jon Reed"], "link": "https://post.example/1"},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    one, two = taken(tmp_path)
    assert (one.name, one.content, one.place) == ("7", "Norland said no.", f"{tmp_path / 'rows.jsonl'}:1")
    assert one.facts == {"title": "No", "date": "2031-04-02", "outlet": "The Post"}
    assert (two.name, two.facts) == ("rows-2", {"author": "Ada Brook, Jon Reed", "url": "https://post.example/1"})


def test_columns_are_named_by_the_user(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("nr,text,Inhalt,Zeitung\n1,short,Norland said no.,The Post\n")
    (one,) = taken(tmp_path, columns={"text": "inhalt", "outlet": "Zeitung", "id": "nr"})
    assert (one.name, one.content, one.facts) == ("1", "Norland said no.", {"outlet": "The Post"})


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rows.csv", 'title;text\r\nNo;"Norland said\r\n""no"" – twice."\r\n'),
        ("rows.tsv", 'title\ttext\nNo\t"Norland said\r\n""no"" – twice."\n'),
        ("rows.json", json.dumps([{"title": "No", "text": 'Norland said\r\n"no" – twice.'}])),
        (
            "rows.json",
            json.dumps(
                {"total": 1, "response": {"results": [{"title": "No", "text": 'Norland said\r\n"no" – twice.'}]}}
            ),
        ),
        ("rows.json", json.dumps({"title": "No", "text": 'Norland said\r\n"no" – twice.'})),
        ("rows.ndjson", json.dumps({"title": "No", "text": 'Norland said\r\n"no" – twice.'}) + "\n\n"),
    ],
)
def test_tables_of_every_kind(tmp_path: Path, name: str, content: str, packed: bool) -> None:
    path = tmp_path / (name + ".gz" * packed)
    path.write_bytes(gzip.compress(content.encode()) if packed else content.encode())
    (one,) = taken(path)
    assert (one.content, one.facts, one.name) == ('Norland said\r\n"no" – twice.', {"title": "No"}, "rows-1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "rows.csv").write_text("text\nThe café said “no”.\n", encoding=encoding)
    assert [each.content for each in taken(tmp_path)] == ["The café said “no”."]


def test_a_byte_that_is_not_utf8_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes('{"text": "The café said '.encode() + b'\x93no\x94."}')
    assert [each.content for each in taken(tmp_path)] == ["The café said “no”."]


def test_standard_input_is_an_article_or_a_table() -> None:
    assert taken("-", stdin=io.BytesIO(b"Norland said no.")) == [
        Incoming("stdin", "standard input", b"Norland said no.")
    ]
    (row,) = taken("-", stdin=io.BytesIO(b'{"id": "7", "text": "Norland said no."}\n'))
    assert (row.name, row.content, row.place) == ("7", "Norland said no.", "standard input:1")
    assert list(gather(["-"], stdin=io.BytesIO(b""))) == [Skipped("standard input", "is empty")]


def test_a_named_metadata_file_tells_of_standard_input_too(tmp_path: Path) -> None:
    (tmp_path / "about.csv").write_text("id,title\n7,No\nstdin,Yes\n")
    for content, title in ((b'{"id": "7", "text": "Norland said no."}\n', "No"), (b"Sutland said yes.", "Yes")):
        one, *_ = gather(["-"], stdin=io.BytesIO(content), metadata=str(tmp_path / "about.csv"))
        assert isinstance(one, Incoming)
        assert one.facts == {"title": title}


@pytest.mark.parametrize(
    ("sources", "options", "message"),
    [
        (["no-such-folder"], {}, "there is no file or folder 'no-such-folder'"),
        (["-"], {"metadata": "no-such.jsonl"}, "there is no metadata file 'no-such.jsonl'; give JSONL"),
        (["-"], {"columns": {"body": "x"}}, "no such column kind: 'body'; allowed are text, title, date"),
    ],
)
def test_wrong_calls_are_refused_before_anything_is_read(
    sources: list[str], options: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        gather(sources, **options)


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norland said no.")
    found = gather([str(tmp_path)])
    (tmp_path / "b.txt").write_text("Sutland said yes.")
    assert len(list(found)) == 2
