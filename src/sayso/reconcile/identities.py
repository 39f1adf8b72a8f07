"""Whose each statement is: from the words of its holder, its article and the other articles to one actor's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.wording import tidy
from sayso.reconcile.parties import Identity, Parties
from sayso.records import Actor, Article, Holder, Holding, Link, Statement

CARRIERS = ("agency", "outlet", "document", "broadcast", "post")
"""Links of a say-so chain that carry words without telling them as a party."""


def identify(
    articles: Sequence[Article], statements: Sequence[Statement], gazetteer: Gazetteer
) -> tuple[tuple[Actor, ...], tuple[Holding, ...]]:
    """The actors of a book by name, and for each statement, by its id, whose it is.

    Nothing depends on the order of articles or statements. Who is not known stays as described.
    """
    parties = Parties(articles, list(_mentions(statements)), gazetteer)
    kinds: dict[str, set[str]] = defaultdict(set)
    aliases: dict[str, set[str]] = defaultdict(set)
    holdings = []
    for statement in sorted(statements, key=lambda statement: statement.id):
        actor = parties.identity(statement.article, statement.holder)
        aimed = parties.identity(statement.article, statement.addressee) if statement.addressee else None
        holdings.append(_holding(statement, actor, aimed, parties))
        for found, holder in ((actor, statement.holder), (aimed, statement.addressee)):
            if found and holder:
                kinds[found.name].add(found.kind)
                aliases[found.name].update(_words(holder, found, gazetteer))
    actors = (Actor(name, min(kinds[name]), tuple(sorted(aliases[name] - {name}))) for name in sorted(kinds))
    return tuple(actors), tuple(holdings)


def _mentions(statements: Sequence[Statement]) -> Iterator[tuple[str, Holder]]:
    for statement in statements:
        yield statement.article, statement.holder
        if statement.addressee:
            yield statement.article, statement.addressee
        for link in statement.via:
            yield statement.article, link.holder


def _holding(statement: Statement, actor: Identity, aimed: Identity | None, parties: Parties) -> Holding:
    addressee = aimed.name if aimed and aimed.kind != "unknown" and aimed.name != actor.name else None
    claimed = any(_claims(link, statement.article, actor, parties) for link in statement.via)
    return Holding(statement.id, actor.name, actor.how, actor.speaker, addressee, claimed)


def _claims(link: Link, article: str, actor: Identity, parties: Parties) -> bool:
    """Whether a link of the chain is another party that tells what the actor did or said."""
    if link.role in CARRIERS:
        return False
    teller = parties.identity(article, link.holder)
    if teller.name == actor.name or parties.belongs(teller.name, actor.name):
        return False
    return link.role == "party" or teller.known


def _words(holder: Holder, found: Identity, gazetteer: Gazetteer) -> set[str]:
    """The words of a mention by which its actor can be found again: no pronouns, nothing empty."""
    given = (holder.name, holder.described, holder.words, found.speaker)
    return {tidy(words) for words in given if words and not gazetteer.is_pronoun(words)}
