"""A folder of bad inputs: each gets one clear line, and every good one is taken in."""

import gzip
import json
import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from sayso.articles import prepare
from sayso.errors import SourceError
from sayso.records import Incoming, Skipped
from sayso.sources import gather

GOOD = "Norland said on Monday that it would sign the treaty if the dam stays shut."


def outcome(*sources: Path, limit: int = 20_000_000) -> dict[str, str]:
    """What becomes of each input, by the end of its place: its clean text, or the reason it was refused."""
    found: dict[str, str] = {}
    for each in gather([str(source) for source in sources], limit=limit):
        place = each.place.removeprefix(str(sources[0])).lstrip("/")
        assert place not in found
        try:
            found[place] = each.reason if isinstance(each, Skipped) else prepare(each).clean
        except SourceError as error:
            found[place] = str(error)
    assert not any("\n" in words for words in found.values())
    return found


def test_each_bad_file_gets_one_line_and_every_good_one_is_taken(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(500))
    (tmp_path / "latin.txt").write_bytes(GOOD.encode() + b" Caf\xe9.")
    (tmp_path / "wide.txt").write_bytes(GOOD.encode("utf-16"))
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(9_000))[:4_000])
    (tmp_path / "line.txt").write_bytes(b"word " * 2_000_000)
    (tmp_path / "nested.html").write_bytes(b"<div>" * 1_000_000 + GOOD.encode())
    (tmp_path / "letter.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "map.png").write_bytes(b"\x89PNG")
    (tmp_path / "notes").write_text(GOOD)
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(200_000_000)
    assert outcome(tmp_path) == {
        "good.txt": GOOD,
        "empty.txt": "is empty",
        "blank.txt": "holds only white space",
        "image.txt": "is a PNG image, not text",
        "latin.txt": f"{GOOD} Café.",
        "wide.txt": GOOD,
        "cut.txt.gz": "is a broken or truncated gzip file; pack it again",
        "line.txt": "is 10,000,000 characters long; the limit for one article is 300,000: split it into its articles, "
        "or make "
        "it a table (.jsonl, .csv) with one article a row",
        "nested.html": "has tags nested more than 1,000 deep; save the article as plain text",
        "letter.docx": ".docx is not read; save it as text or HTML",
        "map.png": ".png is an image, not text",
        "notes": "has no ending; .txt, .md, .html, .jsonl, .json, .csv and .tsv are read, each also as .gz",
        "huge.txt": "is 200 MB, more than 20 MB, the limit for one article; split it, or make it a table "
        "(.jsonl, .csv)",
    }


def test_a_broken_line_in_the_middle_loses_only_itself(tmp_path: Path) -> None:
    good = json.dumps({"text": GOOD})
    (tmp_path / "rows.jsonl").write_text(
        f"{good}\n{{broken\n[1]\n{good}\n" + json.dumps({"title": "x"}) + f"\n{'[' * 9**5}\n{good}"
    )
    assert outcome(tmp_path) == {
        "rows.jsonl:1": GOOD,
        "rows.jsonl:2": "the line is not JSON: Expecting property name enclosed in double quotes at character 2",
        "rows.jsonl:3": "the line holds a list, not an object with named columns",
        "rows.jsonl:4": GOOD,
        "rows.jsonl:5": "the row has no text",
        "rows.jsonl:6": "the line is not JSON that can be read: nested too deep, or a number too long",
        "rows.jsonl:7": GOOD,
    }


def test_tables_that_hold_no_articles_get_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,date\n" + "No,2031\n" * 500)
    (tmp_path / "b.jsonl").touch()
    (tmp_path / "c.json").write_text("{broken")
    (tmp_path / "d.json").write_text("12")
    assert outcome(tmp_path) == {
        "a.csv": "no row has text: looked for a column called text, body, article_text, full_text, content; the "
        "columns are title, date: name the one that holds it, as --column text=COLUMN",
        "b.jsonl": "is empty",
        "c.json": "is not JSON: Expecting property name enclosed in double quotes at line 1; JSONL files end in .jsonl",
        "d.json": "holds a number, not a list of articles",
    }


def test_rows_and_lines_beyond_the_limit(tmp_path: Path) -> None:
    long = json.dumps({"text": "word " * 500})
    (tmp_path / "a.jsonl").write_text(f"{json.dumps({'text': GOOD})}\n{long}\n{json.dumps({'text': GOOD})}")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": GOOD}) + "\n" + "x" * 50_000 + "\n" + long)
    (tmp_path / "c.csv").write_text(f'id,text\n1,{GOOD}\n2,"' + "open\n" * 1_000)
    found = outcome(tmp_path, limit=1_000)
    assert (found["a.jsonl:1"], found["a.jsonl:3"]) == (GOOD, GOOD)
    assert found["a.jsonl:2"] == "the line is longer than 1,000 bytes"
    assert found["b.jsonl"].startswith("line 2 does not end within")
    assert found["c.csv:1"] == GOOD


def test_a_truncated_table_keeps_the_rows_before_the_end(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"text": f"{GOOD} {os.urandom(50).hex()}"}) + "\n" for _ in range(2_000))
    packed = gzip.compress(rows.encode())
    (tmp_path / "rows.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = outcome(tmp_path)
    assert found["rows.jsonl.gz"] == "is a broken or truncated gzip file; pack it again"
    assert len(found) > 500


def test_a_gzip_bomb_is_stopped_at_the_limit(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(300_000_000), 9)
    (tmp_path / "bomb.txt.gz").write_bytes(bomb)
    (tmp_path / "bomb.jsonl.gz").write_bytes(bomb)
    found = outcome(tmp_path)
    assert found["bomb.txt.gz"].startswith("unpacks to more than 20 MB")
    assert found["bomb.jsonl.gz"].startswith("line 1 does not end within")


def test_link_loops_and_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "deep")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path)  # the paths of sockets must be short
        listener.bind("plug.txt")
    found = outcome(tmp_path)
    assert found.pop("deep").startswith("is the same folder as")
    assert found == {
        "good.txt": GOOD,
        "again/loop": "is a symbolic link loop: it leads back to a folder that it lies in",
        "lost.txt": "is a symbolic link to something that is not there",
        "self.txt": "is a symbolic link loop",
        "pipe.txt": "is a named pipe, not a file",
        "plug.txt": "is a socket, not a file",
    }


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text(GOOD)
    (tmp_path / "good.txt").write_text(GOOD)
    opening = Path.open

    def refused(path: Path, *arguments: str) -> object:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return opening(path, *arguments)

    monkeypatch.setattr(Path, "open", refused)
    assert outcome(tmp_path) == {"good.txt": GOOD, "secret.txt": "cannot be read: permission denied"}


def test_a_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "w") as file:
        file.write(GOOD)
    (one,) = gather([str(tmp_path)])
    assert isinstance(one, Incoming)
    assert one.name == "caf\ufffd"
    assert one.place.encode().endswith("caf\ufffd.txt".encode())


def test_a_large_table_is_streamed(tmp_path: Path) -> None:
    row = json.dumps({"text": GOOD * 50}) + "\n"
    with (tmp_path / "rows.jsonl").open("w") as table:
        for _ in range(100):
            table.write(row * 250)
    tracemalloc.start()
    count = sum(1 for _ in gather([str(tmp_path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 25_000
    assert peak < 5_000_000
