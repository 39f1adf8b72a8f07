"""Articles are taken out of web pages, every character with its place in the HTML."""

from sayso.articles import extraction, markup
from sayso.records import Fact
from tests.articles.mapping import aside, assert_mapped, kept, prepared, raw_words

HEAD = """<title>Harbour union rejects night shift plan | The Quay Ledger</title>
<meta property="og:site_name" content="The Quay"><meta property="article:published_time" content="2031-04-01T08:15:00">
<meta property="og:url" content="https://quay.example/2031/04/01/plan">"""
JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Quay"},
{"@type": "NewsArticle",
"headline": "Harbour union rejects night shift plan", "datePublished": "2031-04-02T08:15:00+02:00",
"dateModified": "2031-04-03",
"author": [{"@type": "Person", "name": "Ada Brook"}], "publisher": {"@type": "Organization",
"name": "The Quay Ledger"}}]}</script>"""
BODY = """<nav><ul><li><a
href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav><article>
<h1>Harbour union rejects night shift plan</h1><p class="byline">By Ada Brook</p>
<p>The dockers&rsquo; union of Eastport on Tuesday <b>rejected</b> a plan by the port company to run the cranes at
night, saying it &ldquo;puts profit before sleep&rdquo;.</p><!-- <p>hidden</p> -->
<aside class="newsletter"><p>Sign up to our newsletter</p></aside>
<p>Mira&nbsp;Holt, the company's director, said it would offer a bonus of 5 % &amp; two extra days of leave to all.</p>
<h2>Strike looms</h2>
<p>The union demanded that the company withdraw the plan by Friday<br>and threatened a strike if it did not,
it said.</p>
<blockquote><p>We will not move a single crate after sunset, and we will not be bought,
the union wrote.</p></blockquote>
<p>Read more: <a href="/x">Eastport cranes stand still</a></p></article>
<footer><p>© 2031 The Quay Ledger. All rights reserved.</p></footer><script>var x = "<p>no</p>";</script>"""


def page(head: str = HEAD, body: str = BODY) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def test_the_article_is_taken_out_of_its_page() -> None:
    article = prepared(page(HEAD + JSON_LD).encode(), "html")
    assert_mapped(article)
    assert [(kind, words[:30]) for kind, words in kept(article)] == [
        ("headline", "Harbour union rejects night sh"),
        ("body", "The dockers’ union of Eastport"),
        ("body", "Mira Holt, the company's direc"),
        ("headline", "Strike looms"),
        ("body", "The union demanded that the co"),
        ("quote", "We will not move a single crat"),
    ]
    assert {"read more", "copyright", "subscribe line"} <= {kind for kind, _ in aside(article)}
    assert "hidden" not in article.clean


def test_words_lead_back_into_the_html() -> None:
    article = prepared(page().encode(), "html")
    assert raw_words(article, "on Tuesday rejected a plan") == "on Tuesday <b>rejected</b> a plan"
    assert raw_words(article, "dockers’ union") == "dockers&rsquo; union"
    assert raw_words(article, "Mira Holt") == "Mira&nbsp;Holt"
    assert raw_words(article, "Friday and threatened") == "Friday<br>and threatened"


def test_json_ld_is_believed_before_meta_tags() -> None:
    article = prepared(page(HEAD + JSON_LD).encode(), "html")
    assert article.title == Fact("Harbour union rejects night shift plan", "JSON-LD")
    assert article.published == Fact("2031-04-02", "JSON-LD", "day")
    assert article.updated == Fact("2031-04-03", "JSON-LD", "day")
    assert article.author == Fact("Ada Brook", "JSON-LD")
    assert article.outlet == Fact("The Quay Ledger", "JSON-LD")


def test_meta_tags_are_believed_without_it() -> None:
    article = prepared(page().encode(), "html")
    assert article.published == Fact("2031-04-01", "meta tag", "day")
    assert article.outlet == Fact("The Quay", "meta tag")
    assert article.url == Fact("https://quay.example/2031/04/01/plan", "meta tag")


def test_the_address_tells_day_and_host_when_nothing_else_does() -> None:
    article = prepared("Norland said no.", url="https://www.quay.example/2031/04/01/plan")
    assert article.published == Fact("2031-04-01", "URL", "day")
    assert article.outlet == Fact("quay.example", "URL")


def test_a_page_too_large_to_extract_keeps_its_sentences(monkeypatch) -> None:
    monkeypatch.setattr(extraction, "MAX_TAGS", 3)
    article = prepared(page().encode(), "html")
    assert "The union demanded that the company withdraw the plan" in article.clean
    assert "World" not in article.clean


def test_the_scanner_ends_tags_where_browsers_do() -> None:
    blocks = markup.read("<p title='a > b'>One</p><p x=\"unclosed>Two</p><p>3 < 4 &lt; 5</p>").blocks
    assert [block.text for block in blocks] == ["One", "Two", "3 < 4 < 5"]
