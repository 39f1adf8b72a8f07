"""What a book holds, listed."""

from sayso.records import Contents
from sayso.views import actors, articles, issues, unplaced
from tests.talks import FIRST, contents


def test_articles_come_the_earliest_first_and_the_undated_last() -> None:
    assert [row.document for row in articles(contents())] == ["herald-1", "gazette-1", "herald-2", "foreign"]


def test_an_article_tells_how_its_date_is_known_and_what_it_repeats() -> None:
    row = articles(contents())[0]
    assert (row.outlet, row.date, row.date_how, row.date_precision) == (
        "The Herald",
        "2031-03-04",
        "metadata file",
        "day",
    )
    assert (row.words, row.statements) == (len(FIRST.clean.split()), 3)
    assert (row.family, row.copies, row.unread) == ("f-1", ("gazette-1",), None)


def test_an_article_that_was_not_read_says_why() -> None:
    row = articles(contents())[-1]
    assert (row.unread, row.language, row.date, row.statements) == ("language: de", "de", None, 0)


def test_actors_come_with_their_positions_by_act() -> None:
    norland, sudmark = actors(contents())
    assert (norland.name, norland.kind, norland.positions, norland.statements) == ("Norland", "state", 4, 5)
    assert [(count.act, count.positions) for count in norland.acts] == [
        ("demand", 1), ("offer", 1), ("accept", 1), ("threaten", 1),
    ]  # fmt: skip
    assert sudmark.aliases == ("Iwo Rask", "Vey")


def test_issues_come_with_who_has_positions_on_them_and_since_when() -> None:
    fees, lock = issues(contents())
    assert (fees.label, fees.actors, fees.positions) == ("river fees", ("Norland", "Sudmark"), 4)
    assert (fees.first, fees.last) == ("2031-03-02", "2031-04-10")
    assert lock.statements == 1


def test_what_was_not_located_is_listed_with_its_article() -> None:
    (row,) = unplaced(contents())
    assert (row.document, row.words, row.reason) == ("herald-2", "will never yield", "words not in the article")


def test_an_empty_book_lists_nothing() -> None:
    assert [view(Contents()) for view in (articles, actors, issues, unplaced)] == [(), (), (), ()]
