"""From an incoming text to an article: what is kept, what is known, and that every character leads back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.articles import MAX_CHARACTERS
from sayso.errors import SourceError
from sayso.records import Fact, Span
from tests.articles.mapping import aside, assert_mapped, attempted, kept, prepared, raw_words

LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
TEXTS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=400),
    st.lists(
        st.sampled_from(
            ["Norland", "said", "“no”", "e\u0301", "👩‍👩‍👧", "𝔊old", "\r\n", "\n\n", " ", "\t", "&amp;", "-\n", "."]
        ),
        min_size=1,
        max_size=60,
    ).map("".join),
)

SCRAPED = """X

Follow us on Facebook

Norland halts river talks with Sutland

Ayer 11:34
Norland halts river talks with Sutland

Norland on Monday suspended talks on the shared river, its water minister Ada Holm said.

EPAAda Holm at the weir in Eastport[/caption]

Watch the clip here.

“We will not sign under pressure,” Holm told reporters, and demanded that Sutland open the sluices first.

Lire aussi"""


@given(TEXTS)
def test_any_text_is_mapped_back_to_where_it_came_from(text: str) -> None:
    article = attempted(text.encode())
    if isinstance(article, str):
        assert "binary" in article or not re.search(r"\w{3}", text)
        return
    assert article.raw == text
    assert_mapped(article)
    for word in re.finditer(r"\w+", article.clean):
        span = article.raw_span(Span(*word.span()))
        assert 0 <= span.start < span.end <= len(text)


@given(st.lists(st.text(st.characters(categories=("L", "Mn", "So")), min_size=1, max_size=8), min_size=3, max_size=40))
def test_a_clean_word_leads_to_the_same_raw_word(words: list[str]) -> None:
    text = "Norland spoke.\r\n" + "  ".join(words) + " and so on it went.\r\n"
    article = prepared(text.encode())
    assert_mapped(article)
    for word in re.finditer(r"\S+", article.clean):
        assert article.raw_span(Span(*word.span())).of(text) == word[0]


@given(
    st.sampled_from(["html", "markdown", "text"]),
    st.text(st.sampled_from("<>p/b&;#x-*[]()> \n\"'=aN1_`!."), max_size=120),
)
def test_any_markup_is_mapped_or_refused(form: str, text: str) -> None:
    article = attempted("Norland said no. " + text, form)
    if isinstance(article, str):
        assert "\n" not in article
    else:
        assert_mapped(article)


def test_scraped_text_loses_its_residue_and_nothing_else() -> None:
    article = prepared(SCRAPED.encode())
    assert kept(article) == [
        ("headline", "Norland halts river talks with Sutland"),
        (
            "body",
            "Norland on Monday suspended talks on the shared river, its water minister Ada Holm said.",
        ),
        (
            "body",
            "“We will not sign under pressure,” Holm told reporters, and demanded that Sutland open the sluices first.",
        ),
    ]
    assert [kind for kind, _ in aside(article)] == [
        "page element",
        "follow line",
        "date line",
        "repeated headline",
        "caption",
        "watch line",
        "read more",
    ]
    assert article.published == Fact()
    assert article.title == Fact("Norland halts river talks with Sutland", "headline")


def test_valid_utf8_is_kept_character_by_character() -> None:
    raw = "\ufeffNorland said no.\r\n\r\n  It meant it. \n"
    article = prepared(raw.encode())
    assert article.raw == raw
    assert article.clean == "Norland said no.\n\nIt meant it."
    assert raw_words(article, "meant it.") == "meant it."


def test_a_wrapped_paragraph_is_joined_and_leads_back() -> None:
    lines = [
        "NORLAND SEEKS HARBOUR LOAN",
        "    EASTPORT, March 2 - Norland asked its lenders for a loan of",
        "two billion crowns on Friday, and said it would close the har-",
        "bour if they refused to extend the credit that it had been",
        "given last year for the dredging.",
        "    The harbour is the largest in the country, its director has",
        "said, and the banks were willing to talk about a short-",
        "term credit line.",
        " REUTER",
    ]
    article = prepared("\n".join(lines).encode())
    assert [kind for kind, _ in kept(article)] == ["headline", "body", "body"]
    assert "close the harbour if" in article.clean
    assert "a short-term credit line." in article.clean
    assert article.raw_span(Span(*re.search("harbour if", article.clean).span())).of(article.raw) == "har-\nbour if"
    assert aside(article) == [("dateline", "EASTPORT, March 2 -"), ("sign-off", "REUTER")]
    assert article.published == Fact(None, "dateline without a year")


def test_what_the_source_says_wins() -> None:
    text = "Norland shuts its border\n\nPublished: June 15, 2031\n\nNorland said it had shut the border to all lorries."
    assert prepared(text.encode()).published == Fact("2031-06-15", "date line", "day")
    told = prepared(text.encode(), date="2031-06-14", outlet="The Post", title="Norland shuts its border")
    assert told.published == Fact("2031-06-14", "metadata file", "day")
    assert told.outlet == Fact("The Post", "metadata file")
    assert prepared(text, date="June 2031").published == Fact("2031-06", "column", "month")


def test_an_article_in_another_language_is_kept_and_not_read() -> None:
    text = "Le gouvernement du Norland a annoncé lundi que les négociations sur le fleuve sont suspendues pour un mois."
    article = prepared(text.encode())
    assert article.unread == "language: fr"
    assert article.clean == text
    assert prepared(text.encode(), language="en-GB").unread is None


def test_capitals_are_english_too() -> None:
    text = "NORLAND SAID ON MONDAY THAT IT WOULD CLOSE THE HARBOUR IF THE BANKS REFUSED TO EXTEND ITS CREDIT."
    assert prepared(text.encode()).unread is None


def test_the_key_tells_names_and_texts_apart() -> None:
    one = prepared("Norland said no.")
    assert one.key == prepared("Norland said no.").key
    assert len({one.key, prepared("Norland said no.", name="b").key, prepared("Norland said No.").key}) == 3
    assert len(one.key) == 32


def test_a_text_of_nothing_but_residue_is_kept_all_the_same() -> None:
    assert kept(prepared("Follow us on Facebook")) == [("body", "Follow us on Facebook")]


@pytest.mark.parametrize("length", [MAX_CHARACTERS + 1, 10_000_000])
def test_an_over_long_text_is_refused_with_its_length(length: int) -> None:
    with pytest.raises(SourceError, match=f"is {length:,} characters long; the limit for one article is 300,000"):
        prepared(b"a" * length)
