"""Lines around an article that tell its date beside other credits, and lines that only look like them."""

import pytest

from sayso.articles.creditlines import address, amended, credited


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("By Ada Brill | September 5, 2031 | 6:02 pm", "2031-09-05", None),
        ("Ada Brill · 5 Sept 2031 · Updated 7 Sept 2031, 10:00", "2031-09-05", "2031-09-07"),
        ("Posted on September 5, 2031 by Ada Brill", "2031-09-05", None),
        ("5 September 2031, The Courier", "2031-09-05", None),
        ("(Coastwire, 5 Sep 2031)", "2031-09-05", None),
        ("By Ada Brill, Coastwire, 5 Sep 2031", "2031-09-05", None),
        ("September 2031 issue", "2031-09", None),
        ("WORLD | Friday, September 5, 2031 | 4:09am EDT", "2031-09-05", None),
        ("Tarn - 5 sep 2031 - 17:20 CEST", "2031-09-05", None),
    ],
)
def test_a_credit_line_tells_when_its_article_was_published(line: str, published: str, updated: str | None) -> None:
    one, other = credited(line)
    assert (one.value if one else None, other.value if other else None) == (published, updated)


@pytest.mark.parametrize(
    "line",
    [
        "The accord of June 2, 2019: what each side thinks that it signed",
        "On 3 May 2021 the court found for the tenants.",
        "Tarn court frees the eleven men of the barge Heron | March 2, 2019",
        "| First leak of the pipe | May 14, 2015 | Second leak | June 3, 2016 |",
        "Ada Brill | 6:02 pm",
        "Today is Wednesday, 18 September 2019 | Weather: 14 degrees",
    ],
)
def test_a_date_in_a_headline_or_a_sentence_is_none_of_the_article(line: str) -> None:
    assert credited(line) == (None, None)


@pytest.mark.parametrize(
    ("note", "value"),
    [
        ("This article was amended on 15 December 2031. An earlier version named another pit.", "2031-12-15"),
        ("Correction: Nov. 12, 2031", "2031-11-12"),
        ("The article of association was changed by the members in 2031.", None),
        ("Corrections officers met on 12 November 2031.", None),
    ],
)
def test_a_note_tells_of_a_change(note: str, value: str | None) -> None:
    found = amended(note)
    assert (found.value if found else None) == value


def test_an_address_counts_when_it_stands_alone() -> None:
    assert address("Source: https://news.example/2031/05/02/tram") == "https://news.example/2031/05/02/tram"
    assert address("See https://news.example/2031/05/02/tram for more") is None
