"""What tests ask of a reading: who did what in which words, and whether every span in it stands where it says."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.records import Article, Holder, Reading, Statement
from tests.factories import article


def bare(words: str) -> str:
    """Words as they are compared: in small letters, without an article before them."""
    words = " ".join(words.lower().split())
    return words.removeprefix("the ").removeprefix("a ").removeprefix("an ")


def names(holder: Holder) -> set[str]:
    """Everything that a holder is called in its article, and the party that it speaks for."""
    return {bare(words) for words in (holder.name, holder.party, holder.described, holder.words) if words}


def called(holder: Holder) -> str:
    """The fullest name or description of a holder."""
    return holder.name or holder.described or holder.words


def through(statement: Statement) -> list[str]:
    """The links of a say-so chain by name, the one nearest the holder first."""
    return [called(link.holder) for link in statement.via]


def roles(statement: Statement) -> list[str]:
    """The links of a say-so chain by what they are."""
    return [link.role for link in statement.via]


def told(reading: Reading) -> list[tuple[str, str]]:
    """Act and holder of every statement, in order."""
    return [(statement.act, called(statement.holder)) for statement in reading.statements]


def only(reading: Reading) -> Statement:
    """The one statement of a reading."""
    assert len(reading.statements) == 1, [(each.act, called(each.holder), each.quote) for each in reading.statements]
    return reading.statements[0]


def by_act(reading: Reading, act: str) -> list[Statement]:
    """The statements of one act."""
    return [statement for statement in reading.statements if statement.act == act]


def quotes(reading: Reading) -> list[str]:
    """The quotes of all statements, in order."""
    return [statement.quote for statement in reading.statements]


def plain(text: str, **facts: str) -> Article:
    """An invented article with this text."""
    return article(text, name=facts.pop("name", "invented"), **facts)


def holders(reading: Reading) -> Iterator[Holder]:
    """Every holder that a reading mentions."""
    for statement in reading.statements:
        yield statement.holder
        if statement.addressee is not None:
            yield statement.addressee
        yield from (link.holder for link in statement.via)
    yield from (attribution.source for attribution in reading.attributions if attribution.source is not None)


def assert_grounded(one: Article, reading: Reading) -> None:
    """Every span lies in the raw text, covers some of it, and holds the words that are said to stand there."""
    for statement in reading.statements:
        assert statement.article == one.key
        assert statement.span.of(one.raw) == statement.quote
        assert statement.quote.strip() == statement.quote != ""
        assert statement.cue_span.of(one.raw).split()[0] == statement.cue.split()[0]
    for attribution in reading.attributions:
        assert attribution.cue.of(one.raw).strip() != ""
        for piece in attribution.content:
            assert 0 <= piece.start < piece.end <= len(one.raw)
    for holder in holders(reading):
        if holder.span is not None:
            assert bare(holder.span.of(one.raw)) == bare(holder.words)
