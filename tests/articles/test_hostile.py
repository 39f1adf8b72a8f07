"""Texts made to break a reader: each is read or refused in one line, in seconds."""

import os
import time

import pytest

from sayso.errors import SourceError
from tests.articles.mapping import assert_mapped, attempted, prepared

PROSE = b"<p>The river council of Norland said on Monday that it would sign the treaty if the dam stays shut.</p>" * 5
SECONDS = 30


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<div>" * 1_000_000 + PROSE, "nested more than 1,000 deep"),
        (b"<b>" * 1_000_000 + PROSE, "nested more than 1,000 deep"),
        (b"<div>x</div>" * 1_000_000, "more than 300,000 tags"),
        (b"<" * 3_000_000, "characters long"),
        (b'<a "' * 1_000_000, "holds no text"),
        (b"<!--" * 1_000_000, "holds no text"),
        (b"<script>" * 1_000_000 + PROSE, "holds no text"),
        (b"\x89PNG\r\n\x1a\n" + os.urandom(999), "is a PNG image, not text"),
    ],
    ids=["div", "b", "flat", "angles", "quotes", "comments", "scripts", "png"],
)
def test_hostile_pages_are_refused_in_one_line(page: bytes, reason: str) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceError, match=reason) as refused:
        prepared(page, "html")
    assert "\n" not in str(refused.value)
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 900 + PROSE,
        b"<p>" * 100_000 + PROSE,
        b"<table>" + b"<tr><td>" * 30_000 + PROSE,
        b'<p title="' + b"a" * 5_000_000 + b'">' + PROSE,
        b"<meta " + b'a="b" ' * 300_000 + b">" + PROSE,
        PROSE.replace(b"river", b"ri\x00ver"),
        b"<a href='javascript:alert(1)' onclick=\"x('>')\">" + PROSE + b"</b></i></p></table>",
        b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script>" + PROSE,
        b"<html><head><title>x</title><body>" + PROSE + b"<script>if (a<b) { document.write('<p>no</p>') }</script>",
    ],
    ids=["deep", "unclosed", "table", "attribute", "attributes", "nulls", "broken", "json-ld", "script"],
)
def test_hostile_pages_with_an_article_are_read(page: bytes) -> None:
    begun = time.monotonic()
    article = prepared(page, "html")
    assert_mapped(article)
    assert "council of Norland said on Monday that it would sign the treaty" in article.clean
    assert "alert" not in article.clean
    assert "write" not in article.clean
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "“" * 200_000,
        "a b\n" * 20_000,
        "a-\n" * 20_000,
        '<a a="' * 40_000,
        "June 1 " * 17 + "x\n" * 500,
        "." * 200_000,
        "By " + "Aa " * 50_000,
        "#" * 200_000,
        "[" * 200_000,
        "*" * 100_000 + "a",
        "> " * 100_000 + "a",
        "&amp;" * 30_000,
    ],
    ids=range(12),
)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_hostile_lines_take_no_more_than_seconds(text: str, form: str) -> None:
    begun = time.monotonic()
    article = attempted(text, form)
    if isinstance(article, str):
        assert "holds no text" in article
    else:
        assert_mapped(article)
    assert time.monotonic() - begun < SECONDS
