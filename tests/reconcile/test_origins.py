"""Origins: what counts as one report, and what as two."""

from typing import Any

from sayso.reconcile.copies import find_copies
from sayso.reconcile.origins import count_origins, evidence
from sayso.reconcile.positions import find_rows
from sayso.records import Article, Fact, Holder, Link, Statement
from tests.factories import article, statement
from tests.reconcile.said import weighed

CLAIM = "Sudmark must drop the barge fees"
FILLERS = (
    "A goat walked over the new bridge on Sunday and would not be moved by two ministers and a brass band.",
    "In Tarn the mills stood still for a third day while the millers played cards in the yard of the old school.",
    "Estmark held its festival of lanterns under heavy rain, and few of the lanterns were still alight at ten.",
    "The museum of locks showed a key of 1711 that opens nothing any more, to the delight of many children.",
)


def report(number: int, claim: str = CLAIM, **facts: Any) -> Article:
    """An article about something else that also has the claim."""
    filler = FILLERS[number]
    return article(f"{filler}\n\n{claim}\n\n{filler.upper()}", f"report-{number}", **facts)


def said(source: Article, claim: str = CLAIM, **fields: Any) -> Statement:
    return statement(source, claim, content="", **fields)


def count(articles: list[Article], statements: list[Statement]) -> int:
    rows = find_rows(weighed(articles, statements))
    known = evidence(articles, find_copies(articles), rows)
    [found] = [count_origins(row.said, known) for row in rows]
    return found


def through(words: str, role: str = "outlet", **fields: Any) -> Link:
    return Link(role, Holder(words, name=None if fields else words, **fields))


def test_articles_of_their_own_are_origins_of_their_own() -> None:
    some = [report(at) for at in range(3)]
    assert count(some, [said(each) for each in some]) == 3


def test_one_article_is_one_origin_however_often_it_says_so() -> None:
    source = article(f"{CLAIM}. {FILLERS[0]} {CLAIM}.")
    assert count([source], [said(source), said(source, nth=1)]) == 1


def test_copies_count_once() -> None:
    wire = "\n\n".join([*FILLERS[:2], CLAIM])
    copies = [article(wire, "wire"), article(wire + "\n\nLocal note.", "copy")]
    assert count([*copies, report(2)], [said(each) for each in [*copies, report(2)]]) == 2


def test_a_reprinted_paragraph_counts_once_where_the_statement_stands_in_it() -> None:
    shared = (
        f"Norland said on Monday evening, after a long day of talks in the old customs house, that {CLAIM} at once."
    )
    some = [report(at, shared) for at in range(2)]
    assert count(some, [said(each) for each in some]) == 1


def test_one_agency_behind_two_articles_counts_once() -> None:
    some = [report(at, outlet=name) for at, name in enumerate(("The Post", "Harbour News"))]
    names = ("the Tarn Wire", "Tarn Wire")
    through_wire = [said(each, via=(through(name, "agency"),)) for each, name in zip(some, names, strict=True)]
    assert count(some, through_wire) == 1
    assert count(some, [through_wire[0], said(some[1])]) == 2


def test_what_comes_through_an_outlet_counts_with_that_outlets_own_report() -> None:
    own, relaying = report(0, outlet="The Post"), report(1, outlet="Harbour News")
    assert count([own, relaying], [said(own), said(relaying, via=(through("Post"),))]) == 1


def test_a_dateline_credit_counts_as_the_agency() -> None:
    some = [article(f"VEY (Tarn Wire) - {FILLERS[at]}\n\n{CLAIM}", f"d{at}") for at in range(2)]
    assert count(some, [said(each) for each in some]) == 1


def test_one_agency_weeks_apart_is_two_reports() -> None:
    some = [report(at, published=day) for at, day in enumerate(("2031-03-01", "2031-04-20"))]
    assert count(some, [said(each, via=(through("Tarn Wire", "agency"),)) for each in some]) == 2


def test_a_sentence_that_one_outlet_tells_again_and_again_counts_once() -> None:
    days = ("2031-03-01", "2031-04-20", "2031-06-02")
    some = [report(at, outlet="The Post", published=day) for at, day in enumerate(days)]
    assert count(some, [said(each) for each in some]) == 1
    others = [report(0, outlet="The Post"), report(1, outlet="Harbour News"), report(2)]
    assert count(others, [said(each) for each in others]) == 3


def test_a_deed_of_one_day_that_one_outlet_retells_counts_once_in_whatever_words() -> None:
    claims = ("Norland on May 2 shut the Vey lock to barges", "Norland shut the lock on May 2")
    some = [report(at, claim, outlet="The Post") for at, claim in enumerate(claims)]

    def told(*days: str) -> int:
        dated = [Fact(day, "the words", "day") for day in days]
        together = zip(some, claims, dated, strict=True)
        return count(some, [said(each, claim, act="sanction", said=when) for each, claim, when in together])

    assert told("2031-05-02", "2031-05-02") == 1
    assert told("2031-05-02", "2031-07-30") == 2


def test_what_a_person_says_twice_to_one_outlet_is_told_twice() -> None:
    some = [report(at, outlet="The Post") for at in range(2)]
    speaker = Holder("he", name="Ada Brenn", kind="person")
    assert count(some, [said(each, holder=speaker) for each in some]) == 2


def test_undisclosed_sources_count_once_when_described_alike() -> None:
    def from_(*sources: str) -> int:
        claims = (CLAIM, "Sudmark must drop its fees on barges")
        some = [report(at, claim) for at, claim in enumerate(claims)]
        links = [(through(words, "source", anonymous=True, described=words),) for words in sources]
        told = [said(each, claim, via=via) for each, claim, via in zip(some, claims, links, strict=True)]
        return count(some, told)

    assert from_("three informed Norland sources", "three senior Norland officials") == 1
    assert from_("three informed Norland sources", "two Estmark diplomats") == 2


def test_undisclosed_sources_with_the_same_words_count_once() -> None:
    claim = "Norland is ready to make peace but not at any price"
    some = [report(at, claim) for at in range(2)]
    speakers = [Holder("one", anonymous=True), Holder("an insider", anonymous=True)]
    told = [
        said(each, claim, act="offer", via=(Link("source", who),)) for each, who in zip(some, speakers, strict=True)
    ]
    assert count(some, told) == 1


def test_named_speakers_with_the_same_words_are_two_witnesses() -> None:
    some = [report(at) for at in range(2)]
    assert count(some, [said(each, holder="Norland") for each in some]) == 2
