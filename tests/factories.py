"""Articles, statements and readings for tests: small, invented, and grounded by construction.

text = "Norland demands that Sutland open the strait, its minister said."
one = article(text, name="post-1", outlet="The Post", published="2031-05-02")
said = statement(one, "demands that Sutland open the strait", act="demand", holder="Norland")
book.keep(one, reading(one, said))
"""

from __future__ import annotations

import hashlib
from typing import Any

from sayso.records import Article, Fact, Holder, Reading, Run, Span, Statement, Unplaced

FACTS = ("title", "outlet", "author", "url", "language", "published", "updated")
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def digest(*words: str) -> str:
    """32 hexadecimal digits that stand for these words."""
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def fact(name: str, value: str | Fact | None) -> Fact:
    """A fact as a metadata file would give it; a date knows its precision by its length."""
    if isinstance(value, Fact):
        return value
    if value is None:
        return Fact()
    precision = _PRECISIONS.get(len(value)) if name in ("published", "updated") else None
    return Fact(value, "metadata file", precision)


def article(text: str, name: str = "article", **fields: Any) -> Article:
    """An article whose clean text is its raw text. Facts may be given as plain strings: ``outlet="The Post"``."""
    fields = {key: fact(key, value) if key in FACTS else value for key, value in fields.items()}
    whole = Span(0, len(text))
    fields.setdefault("runs", (Run(whole, whole),) if text else ())
    fields.setdefault("clean", text)
    fields.setdefault("key", digest(name, text))
    return Article(name=name, raw=text, **fields)


def holder(words: str | Holder) -> Holder:
    """A party of that name, unless it is a holder already."""
    return words if isinstance(words, Holder) else Holder(words, name=words, kind="party")


def statement(article: Article, quote: str, *, act: str = "demand", nth: int = 0, **fields: Any) -> Statement:
    """A statement whose quote is found in the article, at its first place or the ``nth`` after it.

    ``holder`` and ``addressee`` may be plain words. Without a cue, the quote's own first word is taken as one.
    """
    start = -1
    for _ in range(nth + 1):
        start = article.raw.index(quote, start + 1)
    cue = fields.pop("cue", None) or quote.split(" ")[0]
    cue_start = article.raw.index(cue)
    fields["holder"] = holder(fields.pop("holder", "Norland"))
    if fields.get("addressee") is not None:
        fields["addressee"] = holder(fields["addressee"])
    fields.setdefault("id", statement_id(article, Span(start, start + len(quote)), act, fields["holder"]))
    fields.setdefault("content", quote)
    fields.setdefault("cue_span", Span(cue_start, cue_start + len(cue)))
    span = Span(start, start + len(quote))
    return Statement(article=article.key, span=span, quote=quote, act=act, cue=cue, **fields)


def statement_id(article: Article, span: Span, act: str, holder: Holder) -> str:
    """The same id for the same act by the same words at the same place."""
    return digest(article.key, str(span.start), str(span.end), act, holder.words)[:16]


def reading(article: Article, *statements: Statement, reader: str = "rules 1", **fields: Any) -> Reading:
    """What a reader found in the article."""
    return Reading(article.key, reader, statements=statements, **fields)


def unplaced(article: Article, words: str, **fields: Any) -> Unplaced:
    """Words that a reader gave and that are not in the article."""
    fields = {"act": "demand", "holder": "Norland", "reason": "not found", **fields}
    return Unplaced(article.key, words, **fields)


def dispute(number: int, *, statements: int = 5) -> tuple[Article, Reading]:
    """The ``number``-th of endlessly many articles about one invented dispute, with its reading."""
    parties = ("Norland", "Sutland", "the Harbour Union", "Estmark")
    holders = [parties[(number + at) % 4] for at in range(statements + 1)]
    sentences = [
        f"{holders[at]} demands that {holders[at + 1]} open strait {number}-{at}, it said." for at in range(statements)
    ]
    text = (
        "\n\n".join(sentences) + "\n\nTalks go on in the old harbour, where little has moved since the spring. \u2693\n"
    )
    one = article(
        text,
        name=f"talks-{number:04d}",
        title=f"Talks over the strait, day {number}",
        outlet=("The Post", "Harbour News", "Strait Times")[number % 3],
        published=f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
    )
    found = [
        statement(one, sentence[sentence.index("demands") : -1], holder=holders[at], cue="it said")
        for at, sentence in enumerate(sentences)
    ]
    return one, reading(one, *found)
