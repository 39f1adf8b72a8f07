"""Our own articles: their codings lie where they say, and every one of them is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.articles import articles

TEXT = """### ferry | a wire report
The ferrymen of Brask rejected the toll on Monday.
"We will not pay it," said Oda Lien, who leads them.

She wants three things: lower dues, a new pier and an apology.
---
1 | reject | rejected | The ferrymen of Brask | Brask ferrymen | - | The ferrymen of ... the toll on Monday
2 | reject/threaten | will not pay | We | Brask ferrymen | Oda Lien | We will not pay it
3 | demand | wants | She | Brask ferrymen | Oda Lien | lower dues
3 | demand | wants | Oda Lien@2 | Brask ferrymen | Oda Lien | a new pier
"""


def write(folder: Path, text: str) -> Path:
    (folder / "sea.txt").write_text(text, encoding="utf-8")
    return folder


def test_sentences_become_paragraphs(tmp_path: Path) -> None:
    (row,) = articles(write(tmp_path, TEXT))
    assert row["id"] == "sea-ferry"
    assert row["text"].count("\n\n") == 1
    assert row["text"].startswith('The ferrymen of Brask rejected the toll on Monday. "We will not pay it,"')


def test_each_act_lies_where_its_line_says(tmp_path: Path) -> None:
    (row,) = articles(write(tmp_path, TEXT))
    places = [
        tuple(row["text"][each[f"{what}start"] : each[f"{what}end"]] for what in ("", "cue_", "mention_"))
        for each in row["statements"]
    ]
    assert places == [
        ("The ferrymen of Brask rejected the toll on Monday", "rejected", "The ferrymen of Brask"),
        ("We will not pay it", "will not pay", "We"),
        ("lower dues", "wants", "She"),
        ("a new pier", "wants", "Oda Lien"),
    ]
    assert [(each["act"], each["or"], each["speaker"]) for each in row["statements"][:2]] == [
        ("reject", None, None),
        ("reject", "threaten", "Oda Lien"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("| We |", "| They |", "not found: 'They'"),
        ("| reject |", "| refuse |", "no such act"),
        (" | -", "", "6 fields"),
        ("Oda Lien@2", "Oda Lien@9", "no sentence 9"),
        ("2 | reject", "8 | reject", "no sentence 8"),
    ],
)
def test_a_line_that_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        list(articles(write(tmp_path, TEXT.replace(old, new, 1))))


def test_all_our_articles_are_whole() -> None:
    rows = list(articles())
    assert len({row["id"] for row in rows}) == len(rows) > 200
    for row in rows:
        assert row["statements"]
        for each in row["statements"]:
            assert 0 <= each["start"] < each["end"] <= len(row["text"])
            assert each["mention_start"] is not None or each["actor"]
