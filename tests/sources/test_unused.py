"""Columns that nothing was made of are told, once for each table, with how to make something of them."""

import json
from pathlib import Path

import pytest

from sayso.records import Incoming, Noted, Skipped
from sayso.sources import gather
from sayso.sources.unused import near


def notes(*sources: Path, columns: dict[str, str] | None = None) -> list[str]:
    """What is told of tables; nothing may be skipped."""
    found = list(gather([str(source) for source in sources], columns=columns))
    assert [each for each in found if isinstance(each, Skipped)] == []
    return [each.words for each in found if isinstance(each, Noted)]


def table(path: Path, header: str, row: str = "Norland said no.,") -> Path:
    cells = row + ",".join("x" * header.count(","))
    path.write_text(f"{header}\n{cells}\n{cells}\n")
    return path


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("text,words,day,paper", "day, paper, words; {hint} --column date=day"),
        ("text,date,Day of issue", "Day of issue; {hint} --column outlet=COLUMN"),
        ("text,Day of issue", "Day of issue; {hint} --column 'date=Day of issue'"),
        ("text,date,tittle", "tittle; {hint} --column title=tittle"),
        ("text,date,published,created_at", None),
        ("text,id,date,title,source,author,url,words", None),
    ],
)
def test_columns_not_used_are_listed_once_with_a_way_to_use_them(tmp_path: Path, header: str, told: str | None) -> None:
    assert notes(table(tmp_path / "rows.csv", header)) == (
        [f"columns not used: {told.format(hint='to use one, say what it holds:')}"] if told else []
    )


def test_a_column_that_the_user_names_is_used(tmp_path: Path) -> None:
    path = table(tmp_path / "rows.csv", "text,day,paper")
    assert notes(path, columns={"date": "Day", "outlet": "paper"}) == []


def test_a_named_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = table(tmp_path / "rows.csv", "text,day")
    assert notes(path, columns={"date": "dya"}) == [
        "there is no column 'dya' for --column date=dya; the columns are text, day",
        "columns not used: day; to use one, say what it holds: --column date=day",
    ]


def test_empty_columns_hold_no_facts(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("text,date,paper\nNorland said no.,, \n")
    assert notes(tmp_path) == []


def test_tables_with_the_same_columns_are_told_of_together(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.json").write_text(json.dumps({"text": "Norland said no.", "day": str(number)}))
    (tmp_path / "other.jsonl").write_text(json.dumps({"text": "Norland said no.", "paper": "Post"}))
    assert len(notes(tmp_path)) == 2


def test_many_and_long_column_names_stay_one_line(tmp_path: Path) -> None:
    row = {"text": "Norland said no.", **{f"column\n{number} {'x' * 100}": "1" for number in range(2_000)}}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    (told,) = notes(tmp_path)
    assert "\n" not in told
    assert len(told) < 500


def test_a_table_without_text_lists_its_columns_and_how_to_name_one(tmp_path: Path) -> None:
    path = table(tmp_path / "rows.csv", "Inhalt,day")
    assert list(gather([str(path)])) == [
        Skipped(
            str(path),
            "no row has text: looked for a column called text, body, article_text, full_text, content; the columns "
            "are Inhalt, day: name the one that holds it, as --column text=COLUMN",
        )
    ]
    assert isinstance(next(gather([str(path)], columns={"text": "Inhalt"})), Incoming)


@pytest.mark.parametrize(
    ("column", "known"),
    [("tittle", "title"), ("Publsher", "publisher"), ("pub-dat", "pub_date"), ("subtitle", ""), ("section", "")],
)
def test_slips_are_told_from_other_words(column: str, known: str) -> None:
    assert near(column) == known
