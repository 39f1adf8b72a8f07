"""Headlines and section headings, told from first sentences and short paragraphs."""

import pytest

from sayso.articles.headings import headline, is_section, same

BODY = "The river council of Norland said on Monday that it would sign the treaty if the dam stays shut all year."


@pytest.mark.parametrize(
    ("texts", "title", "found"),
    [
        (["Norland shuts its border", BODY], None, [0]),
        (["NORLAND SHUTS ITS BORDER.", BODY], None, [0]),
        (["Norland Shuts Its Northern Border To All Lorries.", BODY], None, [0]),
        (["Norland shuts border;", "Sutland is not amused.", BODY], None, [0, 1]),
        (["NORLAND SHUTS BORDER,", "SUTLAND PROTESTS", BODY], None, [0, 1]),
        (["World news", "Norland shuts its border.", BODY], "Norland shuts its border", [1]),
        (["Norland shut its border on Monday.", BODY], None, []),
        ([BODY, BODY], None, []),
        (["Norland shuts its border"], None, []),
        (["Norland shuts its border", BODY], "Quite another title of an article", []),
    ],
)
def test_headlines(texts: list[str], title: str | None, found: list[int]) -> None:
    assert headline(texts, title) == found


def test_titles_are_the_same_when_cut_or_lengthened() -> None:
    assert same("Norland shuts its border.", "NORLAND SHUTS ITS BORDER")
    assert same("Norland shuts its northern border", "Norland shuts its northern border | The Quay")
    assert not same("Norland", "Norland shuts its border")


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("What the council wants", True),
        ("Strike looms", True),
        ("What happens next?", True),
        ("It said no.", False),
        ("“No deal”", False),
        ("and so on", False),
        ("- a first demand", False),
        ("The council asked for:", False),
    ],
)
def test_section_headings(text: str, section: bool) -> None:
    assert is_section(text, BODY, BODY) is section
    assert not is_section(text, BODY, None)
