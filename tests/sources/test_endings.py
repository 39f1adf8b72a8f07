"""File names tell what is in a file, and what to do with those that are not read."""

from pathlib import Path

import pytest

from sayso.sources.endings import Ending, ending, refusal


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.b.txt", Ending("a.b", "text", False, ".txt")),
        ("a.MD.GZ", Ending("a", "markdown", True, ".md")),
        ("a.jsonl", Ending("a", "jsonl", False, ".jsonl")),
        ("a.xls", Ending("a.xls", "", False, ".xls")),
        ("a", Ending("a", "", False, "")),
    ],
)
def test_endings(name: str, expected: Ending) -> None:
    assert ending(Path(name)) == expected
    assert expected.table == (expected.kind == "jsonl")


@pytest.mark.parametrize(
    ("suffix", "words"),
    [
        (".jpg", "is an image"),
        (".mp3", "is sound"),
        (".pdf", "save it as text"),
        (".xlsx", "save it as CSV"),
        (".zip", "unpack"),
        (".py", "are read"),
    ],
)
def test_each_refusal_says_what_to_do(suffix: str, words: str) -> None:
    assert words in refusal(suffix)
    assert refusal(suffix).startswith(suffix)
