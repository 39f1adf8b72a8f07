"""Why statements stand under an actor: the evidence that led from their words to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from sayso.errors import NotFound
from sayso.evidence import Evidence
from sayso.records import Actor, Contents, Statement

SHOWN = 5
"""So many actors with a part of a name are listed."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One kind of evidence: ``how`` it tells the actor, of which ``words`` for the holder, who spoke.

    ``statements`` counts those that rest on it, ``documents`` are the articles that carry them, ``quote`` and ``id``
    are those of the first.
    """

    how: str
    words: str
    speaker: str | None
    statements: int
    documents: tuple[str, ...]
    quote: str
    id: str


@dataclass(frozen=True, slots=True)
class Why:
    """All evidence for one actor, the kind that most statements rest on first."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    reasons: tuple[Reason, ...]


def why(contents: Contents, name: str) -> Why:
    """The evidence for an actor by name, alias or a part of its name, whatever the case.

    NotFound when there is none of that name, or when a part is of several.
    """
    evidence = Evidence(contents)
    known = {actor.name.casefold(): actor for actor in contents.reconciled.actors}
    aliases = {alias.casefold(): actor for actor in contents.reconciled.actors for alias in actor.aliases}
    actor = known.get(name.casefold()) or aliases.get(name.casefold())
    if actor is None:
        actor = _by_part(name.casefold(), known)
    if actor is None:
        near = get_close_matches(name.casefold(), [*known, *aliases], n=3)
        names = sorted({(known.get(each) or aliases[each]).name for each in near})
        hint = f"near to it: {', '.join(names)}" if names else "'sayso actors BOOK' lists them"
        raise NotFound(f"no actor {name!r} in this book; {hint}")
    groups: dict[tuple[str, str, str | None], list[Statement]] = defaultdict(list)
    for statement in contents.statements:
        holding = evidence.holdings.get(statement.id)
        if holding is not None and holding.actor == actor.name:
            words = " ".join(statement.holder.words.split())
            groups[holding.how, words, holding.speaker].append(statement)
    reasons = [_reason(evidence, key, told) for key, told in groups.items()]
    ordered = sorted(reasons, key=lambda each: (-each.statements, each.how, each.words, each.speaker or ""))
    return Why(actor.name, actor.kind, actor.aliases, tuple(ordered))


def _by_part(asked: str, known: Mapping[str, Actor]) -> Actor | None:
    """The one actor with some words in its name; NotFound where there are several."""
    found = [actor for name, actor in known.items() if f" {asked} " in f" {name} "]
    if len(found) > 1:
        names = ", ".join(sorted(actor.name for actor in found)[:SHOWN])
        raise NotFound(f"{len(found)} actors of this book have {asked!r} in their names: {names}; give one in full")
    return found[0] if found else None


def _reason(evidence: Evidence, key: tuple[str, str, str | None], told: list[Statement]) -> Reason:
    documents = {each.id: evidence.document(each.article) for each in told}
    first = min(told, key=lambda each: (documents[each.id], each.span, each.id))
    how, words, speaker = key
    return Reason(how, words, speaker, len(told), tuple(sorted(set(documents.values()))), first.quote, first.id)
