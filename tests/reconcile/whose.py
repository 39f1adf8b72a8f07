"""Invented holders and articles, and whom identifying them makes of them."""

from itertools import count

from sayso.gazetteer import Gazetteer
from sayso.reconcile.identities import identify
from sayso.records import Article, Fact, Holder, Holding, Link, Span, Statement

GAZETTEER = Gazetteer.load()
NUMBERS = count()


def article(name: str, text: str = "", published: str | None = None) -> Article:
    return Article(name, name, text, text, (), published=Fact(published))


def person(name: str, described: str | None = None, party: str | None = None, words: str = "he") -> Holder:
    return Holder(words, None, name, described, party, "person")


def party(name: str) -> Holder:
    return Holder(name, None, name, None, None, "party")


def described(words: str, at: str | None = None) -> Holder:
    return Holder(at or words, None, None, words, None, "unknown")


def said(holder: Holder, where: str = "a", to: Holder | None = None, via: tuple[Link, ...] = ()) -> Statement:
    number = f"s{next(NUMBERS):05}"
    return Statement(number, where, Span(0, 1), "x", "demand", holder, "x", Span(0, 1), addressee=to, via=via)


def resolve(*statements: Statement, articles: tuple[Article, ...] = ()) -> list[Holding]:
    _, holdings = identify(articles or (article("a"), article("b")), statements, GAZETTEER)
    return list(holdings)


def actor(holder: Holder, text: str = "", published: str | None = None) -> str:
    return resolve(said(holder), articles=(article("a", text, published),))[0].actor
