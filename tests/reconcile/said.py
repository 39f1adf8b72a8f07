"""Statements with whose they are, made short: what the tests of positions, issues, titles and origins are built on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.reconcile.likeness import Worded, worded
from sayso.reconcile.words import Rarity
from sayso.records import Article, Holding, Statement
from tests.factories import article, statement

BACKGROUND = article(
    "The river is low. The mills wait for grain. Barges lie at the lock. Winter was hard on the gates. The harbour is "
    "full. Talks are held in the customs house. The towns on both banks have waited. A bridge is built. Fees are paid. "
    "Ministers travel. The press waits outside. Trade is slow.",
    "background",
)
"""Enough other sentences for a rare word to be told from a frequent one."""


def holding(said: Statement, actor: str | None = None, addressee: str | None = None) -> Holding:
    """Whose a statement is, by the words of its own holder."""
    aimed = addressee or (said.addressee.words if said.addressee else None)
    return Holding(said.id, actor or said.holder.words, "name", addressee=aimed)


def one_each(*texts: str, **fields: Any) -> tuple[list[Article], list[Statement]]:
    """An article for each text, with a statement that is the whole of it. Fields are the statement's."""
    facts = {key: fields.pop(key) for key in ("published", "outlet") if key in fields}
    articles = [article(text, f"article-{at}", **facts) for at, text in enumerate(texts)]
    return articles, [statement(each, each.raw, **fields) for each in articles]


def weighed(articles: Sequence[Article], statements: Sequence[Statement]) -> tuple[Worded, ...]:
    """The statements ready to be compared, within a book that also holds the background article."""
    everything = [*articles, BACKGROUND]
    rarity = Rarity(each.clean for each in everything)
    return worded(everything, statements, [holding(each) for each in statements], rarity)
