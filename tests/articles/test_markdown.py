"""Markdown gives up its marks and keeps its words in their places."""

from sayso.records import Fact
from tests.articles.mapping import aside, assert_mapped, kept, prepared, raw_words

TEXT = """---
title: "Two valleys, one river"
date: 2031-05-06
author: Lena Marsh
outlet: The Upland Post
---

# Two valleys, one river #

**Upper Vale** *demanded* on Monday that [Lower Vale](https://example.org/lower_vale) close
the sluice, its mayor `Tom Rill` said. See 3 * 4 and snake_case_name.

What they want
--------------

- a gauge at the bridge
- a joint board, with a [*chair*][1]

> We will not pay for water
> that never reaches us.

1. First, talks.

![A dam](dam.jpg)

```
code = 1
```

[1]: https://example.org
"""


def test_blocks_are_read_without_their_marks() -> None:
    article = prepared(TEXT, "markdown")
    assert_mapped(article)
    assert kept(article) == [
        ("headline", "Two valleys, one river"),
        (
            "body",
            "Upper Vale demanded on Monday that Lower Vale close the sluice, its mayor Tom Rill said. "
            "See 3 * 4 and snake_case_name.",
        ),
        ("headline", "What they want"),
        ("body", "a gauge at the bridge"),
        ("body", "a joint board, with a chair"),
        ("quote", "We will not pay for water that never reaches us."),
        ("body", "First, talks."),
    ]


def test_words_lead_back_through_the_marks() -> None:
    article = prepared(TEXT, "markdown")
    assert raw_words(article, "Lower Vale") == "Lower Vale"
    assert raw_words(article, "that Lower Vale close the sluice") == (
        "that [Lower Vale](https://example.org/lower_vale) close the sluice"
    )
    assert raw_words(article, "for water that never") == "for water > that never"


def test_front_matter_is_told_and_set_aside() -> None:
    article = prepared(TEXT, "markdown")
    assert article.title == Fact("Two valleys, one river", "front matter")
    assert article.published == Fact("2031-05-06", "front matter", "day")
    assert article.author == Fact("Lena Marsh", "front matter")
    assert article.outlet == Fact("The Upland Post", "front matter")
    assert aside(article)[0][0] == "front matter"


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    article = prepared("---\nNorland said no.\n---\nSutland said yes.", "markdown")
    assert "Norland said no." in article.clean
