"""Whose each statement is: from the words of its holder, its article and the other articles to one actor's name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.wording import tidy
from sayso.reconcile.naming import COMMON
from sayso.reconcile.parties import Identity, Parties
from sayso.reconcile.usage import DETERMINERS
from sayso.records import Actor, Article, Holder, Holding, Link, Span, Statement

CARRIERS = ("agency", "outlet", "document", "broadcast", "post")
"""Links of a say-so chain that carry words without telling them as a party."""

LONGEST_ALIAS = 6
"""Words that an alias may have: more are a description that fits one place alone."""

_CLAUSE = frozenset("as during while who whom which that when where for her his".split())
"""Words within a longer stretch that show it to be a clause rather than a name."""


def identify(
    articles: Sequence[Article], statements: Sequence[Statement], gazetteer: Gazetteer
) -> tuple[tuple[Actor, ...], tuple[Holding, ...]]:
    """The actors of a book by name, and for each statement, by its id, whose it is.

    Nothing depends on the order of articles or statements. Who is not known stays as described.
    """
    parties = Parties(articles, list(_mentions(statements)), gazetteer)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    aliases: dict[str, set[str]] = defaultdict(set)
    named = _named_beside(statements)
    holdings = []
    for statement in sorted(statements, key=lambda statement: statement.id):
        actor = parties.identity(statement.article, named.get(statement.id, statement.holder))
        aimed = _aimed(statement, actor, parties, gazetteer)
        holdings.append(_holding(statement, actor, aimed, parties))
        for found, holder in ((actor, statement.holder), (aimed, statement.addressee)):
            if found and holder:
                kinds[found.name][found.kind] += 1
                aliases[found.name].update(_words(holder, found, gazetteer))
    actors = (
        Actor(name, gazetteer.kind_of(name) or _kind(kinds[name]), tuple(sorted(aliases[name] - {name})))
        for name in sorted(kinds)
    )
    return tuple(actors), tuple(holdings)


def _kind(told: Counter[str]) -> str:
    """The kind that most mentions tell; of equals any rather than a person."""
    return min(told, key=lambda kind: (-told[kind], kind == "person", kind))


def _named_beside(statements: Sequence[Statement]) -> dict[str, Holder]:
    """For statements of one act at one place by one described twice, the holder who is named among them."""
    places: dict[tuple[str, Span, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        places[statement.article, statement.span, statement.act].append(statement)
    found: dict[str, Holder] = {}
    for together in places.values():
        named = {each.holder for each in together if each.holder.name and each.holder.described}
        for each in together if named else ():
            words = tidy(each.holder.described or each.holder.words).casefold()
            same = [holder for holder in named if f" {words} " in f" {tidy(holder.described or '').casefold()} "]
            if each.holder.name is None and len(same) == 1:
                found[each.id] = same[0]
    return found


def _aimed(statement: Statement, actor: Identity, parties: Parties, gazetteer: Gazetteer) -> Identity | None:
    """At whom a statement is aimed: another party than its own, neither a relay nor a thing."""
    holder = statement.addressee
    if holder is None or any(gazetteer.is_relay(words) for words in (holder.words, holder.name) if words):
        return None
    aimed = parties.identity(statement.article, holder)
    own = {actor.name, actor.speaker} - {None}
    if aimed.kind == "unknown" or {aimed.name, aimed.speaker} & own:
        return None
    name = holder.name or holder.described or holder.words
    single = tidy(name).islower() and not tidy(name).endswith(("s", *COMMON))
    thing = single and holder.kind == "unknown" and gazetteer.group(name) is None
    return None if thing and not aimed.known else aimed


def _mentions(statements: Sequence[Statement]) -> Iterator[tuple[str, Holder]]:
    for statement in statements:
        yield statement.article, statement.holder
        if statement.addressee:
            yield statement.article, statement.addressee
        for link in statement.via:
            yield statement.article, link.holder


def _holding(statement: Statement, actor: Identity, aimed: Identity | None, parties: Parties) -> Holding:
    addressee = aimed.name if aimed else None
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
    """The words of a mention by which its actor can be found again: names and descriptions, no pronouns, no clauses."""
    given = (holder.name, holder.described, holder.words, found.speaker)
    return {tidy(words) for words in given if words and not gazetteer.is_pronoun(words) and _calls(words, gazetteer)}


def _calls(words: str, gazetteer: Gazetteer) -> bool:
    """Whether words are short and whole enough to call somebody by: a name, a title, or a noun with its determiner."""
    plain = tidy(words)
    parts = plain.split()
    if not parts or len(parts) > LONGEST_ALIAS or "(" in plain or ")" in plain or _CLAUSE.intersection(parts[1:]):
        return False
    determined = words.split()[0].lower() in DETERMINERS
    title, group = gazetteer.title(plain), gazetteer.group(plain)
    return parts[0][0].isupper() or determined or len(parts) == 1 or bool(title or group)
