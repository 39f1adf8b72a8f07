"""A small book of an invented dispute, made by hand: what views, exports and commands are tested on.

Norland and Sudmark quarrel over the fees for barges on a river; four articles, one of them a copy.
"""

from collections.abc import Iterable

from sayso.records import (
    Actor,
    Article,
    Contents,
    Fact,
    Family,
    Holder,
    Holding,
    Issue,
    Link,
    Part,
    Position,
    Reconciled,
    Span,
    Unplaced,
)
from tests.factories import article, statement

WIRE = (
    "Norland demands end to river fees\n\n"
    "TARN - Norland\u2019s trade minister, Ada Brenn, has repeatedly said that Sudmark must drop the river fees. "
    "\U0001f6a2 The talks go on.\n\n"
    "Three informed sources told the Tarn News Agency that Norland could accept a cap on the fees. "
    '"-10 percent is our offer," Brenn said.'
)

RIVAL = """Sudmark's chancellor, Iwo Rask, rejected the demand on Monday.

Rask said Norland had threatened to close the lock at Vey. Mr. Rask spoke in Vey."""


def known(value: str) -> Fact:
    """A date that is known, as precisely as it is written."""
    return Fact(value, "metadata file", {4: "year", 7: "month", 10: "day"}[len(value)])


def parts(text: str) -> tuple[Part, ...]:
    """The first paragraph as the headline, the rest as the body."""
    end = text.index("\n\n")
    return Part(Span(0, end), "headline"), Part(Span(end + 2, len(text)), "body")


def span(text: str, words: str) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


FIRST = article(WIRE, "herald-1", key="a" * 32, outlet="The Herald", published="2031-03-04", parts=parts(WIRE))
COPY = article(WIRE, "gazette-1", key="b" * 32, outlet="Gazette", published="2031-03", parts=parts(WIRE))
SECOND = article(
    RIVAL, "herald-2", key="c" * 32, outlet="The Herald", published="2031-04-10", url="https://herald.example/2"
)
FOREIGN = article("Nichts Neues aus Vey.", "foreign", key="d" * 32, language="de", unread="language: de")

BRENN = Holder("Ada Brenn", span(WIRE, "Ada Brenn"), "Ada Brenn", "trade minister", "Norland", "person")
RASK = Holder("Iwo Rask", span(RIVAL, "Iwo Rask"), "Iwo Rask", "chancellor", "Sudmark", "person")
NORLAND = Holder("Norland", span(RIVAL, "Norland"), "Norland", kind="party")
SOURCES = Holder("Three informed sources", None, None, "three informed sources", None, "person", anonymous=True)
AGENCY = Holder("the Tarn News Agency", None, "Tarn News Agency", kind="party")
UNNAMED = (Link("source", SOURCES), Link("agency", AGENCY))

FEES = "said that Sudmark must drop the river fees"
OFFER = '"-10 percent is our offer," Brenn said'
LOCK = "had threatened to close the lock at Vey"
STATEMENTS = (
    statement(COPY, FEES, id="s-copy", act="demand", holder=BRENN),
    statement(FIRST, FEES, id="s-fees", act="demand", holder=BRENN, addressee="Sudmark", said=known("2031-03-02")),
    statement(FIRST, "could accept a cap on the fees", id="s-cap", act="accept", holder="Norland", via=UNNAMED),
    statement(FIRST, OFFER, id="s-offer", act="offer", holder=BRENN),
    statement(SECOND, "rejected the demand", id="s-no", act="reject", holder=RASK, confidence=0.75),
    statement(SECOND, LOCK, id="s-lock", act="threaten", holder=NORLAND, via=(Link("party", RASK),)),
)

HOLDINGS = (
    Holding("s-copy", "Norland", "title", "Ada Brenn", "Sudmark"),
    Holding("s-fees", "Norland", "title", "Ada Brenn", "Sudmark"),
    Holding("s-cap", "Norland", "name"),
    Holding("s-offer", "Norland", "title", "Ada Brenn"),
    Holding("s-no", "Sudmark", "title", "Iwo Rask"),
    Holding("s-lock", "Norland", "name", claimed=True),
)

POSITIONS = (
    Position(
        "p-10aa", "Norland", "demand", "Sudmark must drop the river fees", "i-1", ("s-copy", "s-fees"), "Sudmark", 1
    ),
    Position("p-10bb", "Norland", "accept", "a cap on the fees", "i-1", ("s-cap",)),
    Position("p-2", "Norland", "offer", "-10 percent", "i-1", ("s-offer",)),
    Position("p-3", "Sudmark", "reject", "the demand", "i-1", ("s-no",), "Norland"),
    Position("p-4", "Norland", "threaten", "close the lock at Vey", "i-2", ("s-lock",), "Sudmark"),
)


def contents(articles: Iterable[Article] = (COPY, FIRST, SECOND, FOREIGN)) -> Contents:
    """The whole book."""
    return Contents(
        tuple(articles),
        STATEMENTS,
        (Unplaced(SECOND.key, "will never yield", "reject", "Rask", "words not in the article"),),
        Reconciled(
            (
                Actor("Norland", "state", ("Ada Brenn", "Norlanders", "Norland")),
                Actor("Sudmark", "state", ("Iwo Rask", "Vey")),
            ),
            HOLDINGS,
            POSITIONS,
            (Issue("i-1", "river fees"), Issue("i-2", "lock at Vey")),
            (Family("f-1", "identical", (FIRST.key, COPY.key)),),
        ),
    )
