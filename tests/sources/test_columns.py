"""Columns are found under their usual names, or the user's own."""

from sayso.sources.columns import Columns, words


def test_names_are_compared_without_case_and_separators() -> None:
    row = {"Article-Text": "a", " PUBLISHED AT ": "2031", "Source Name": "The Post", "other": "x", "byline": ""}
    assert Columns().parts(row) == {"text": "a", "date": "2031", "outlet": "The Post"}


def test_the_first_filled_column_is_taken() -> None:
    assert Columns().parts({"text": " ", "body": "b", "content": "c"}) == {"text": "b"}


def test_text_is_kept_as_it_stands_and_facts_are_stripped() -> None:
    assert Columns().parts({"text": " a \n", "title": " b "}) == {"text": " a \n", "title": "b"}


def test_the_users_column_goes_alone() -> None:
    assert Columns({"text": "Inhalt"}).parts({"text": "a", "inhalt": ""}) == {}


def test_cells_of_every_type() -> None:
    assert [words(cell) for cell in (7, 1.5, True, None, ["a", {"name": "b"}, None], {"title": "c"}, {})] == [
        "7",
        "1.5",
        "",
        "",
        "a, b",
        "c",
        "",
    ]
    assert words(["one", "two"], exact=True) == "one\n\ntwo"
