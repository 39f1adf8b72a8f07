"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.exports import write
from sayso.exports.files import write_whole
from sayso.records import Contents


def test_a_file_is_written_as_it_is_with_its_folder(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "new" / "a.txt", "one\r\ntwo\n\u2603")
    assert path.read_bytes() == b"one\r\ntwo\n\xe2\x98\x83"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "a.txt", "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"cannot write .*a\.txt: .*; name another folder"):
        write_whole(tmp_path / "file" / "a.txt", "text")


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no export format named 'xml'; the formats are csv, jsonl"):
        write(Contents(), "xml", tmp_path)
