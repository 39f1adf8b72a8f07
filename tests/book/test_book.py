"""The doors of the book: each one used as the flow uses it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.book import Already, Book, Counts, Kept, Updated
from sayso.errors import BookError, NotFound
from sayso.records import (
    Actor,
    Article,
    Attribution,
    Contents,
    Fact,
    Holder,
    Link,
    Part,
    Reading,
    Reconciled,
    Run,
    SetAside,
    Span,
)
from tests.factories import article, dispute, reading, statement, unplaced

TEXT = "Norland demands a lower toll. Its minister spoke to Harbour News."
ONE = article(TEXT, name="one", title="A lower toll", outlet="The Post", published="2031-05")
DEMAND = statement(
    ONE,
    "demands a lower toll",
    holder=Holder("Its minister", Span(30, 42), "Ada Nor", "minister", "Norland", "person"),
    addressee="Sutland",
    via=(Link("outlet", Holder("Harbour News", Span(52, 64), "Harbour News")),),
    said=Fact("2031-05-01", "the text", "day"),
    confidence=0.75,
)
SAID = Attribution(Span(43, 48), (Span(8, 28), Span(0, 7)), DEMAND.holder, "mixed")
READ = reading(ONE, DEMAND, attributions=(SAID,), unplaced=(unplaced(ONE, "never said"),))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with Book.open(tmp_path / "book.sayso", create=True) as book:
        yield book


def test_a_new_book_is_empty_and_not_stale(book: Book) -> None:
    assert book.contents() == Contents()
    assert book.counts() == Counts(0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert (book.revision(), book.stale, book.keys(), book.readers()) == (0, False, frozenset(), {})


def test_a_new_article_names_those_that_share_its_name(book: Book) -> None:
    others = sorted((ONE, article("Sutland agreed.", name="one")), key=lambda each: each.key)
    for other in others:
        book.keep(other)
    third = article("Nothing new.", name="one")
    kept = book.keep(third, reading(third))
    assert kept == Kept(third.key, namesakes=tuple(each.key for each in others))
    assert book.keep(third, reading(third)) == Already(third.key)
    assert book.keep(article("Nothing new.", name="two")) == Kept(article("Nothing new.", name="two").key)


def test_all_that_is_kept_comes_back(book: Book) -> None:
    assert book.keep(ONE, READ) == Kept(ONE.key, 1, 1)
    assert book.contents() == Contents((ONE,), (DEMAND,), READ.unplaced)
    assert (book.articles(), book.statements(), book.unplaced()) == ((ONE,), (DEMAND,), READ.unplaced)
    assert (book.article(ONE.key), book.attributions(ONE.key)) == (ONE, (SAID,))
    assert (book.has(ONE.key), book.keys(), book.reader_of(ONE.key)) == (True, frozenset({ONE.key}), "rules 1")


def test_it_is_still_there_when_opened_again(book: Book) -> None:
    book.keep(ONE, READ)
    book.close()
    with Book.open(book.path) as again:
        assert again.contents() == Contents((ONE,), (DEMAND,), READ.unplaced)


def test_what_is_not_in_the_book_is_not_found(book: Book) -> None:
    key = "none\ud800\0"
    assert (book.has(key), book.article(key), book.reader_of(key)) == (False, None, None)
    assert (book.attributions(key), book.statements(key), book.unplaced(key)) == ((), (), ())
    with pytest.raises(NotFound, match="no article with the key 0123"):
        book.reread("0123", reading(replace(ONE, key="0123")))


def test_keeping_it_again_changes_nothing(book: Book) -> None:
    book.keep(ONE, READ)
    before = (book.contents(), book.revision())
    assert book.keep(ONE, READ) == Already(ONE.key)
    assert book.keep(replace(ONE, place="elsewhere")) == Already(ONE.key)
    assert (book.contents(), book.revision()) == before


def test_newly_known_facts_are_put_in_and_unknown_ones_erase_nothing(book: Book) -> None:
    book.keep(ONE, READ)
    newer = article(TEXT, name="one", published="2031-05-02", author="B. Writer")
    assert book.keep(newer) == Updated(ONE.key)
    assert book.article(ONE.key) == replace(ONE, published=newer.published, author=newer.author)
    assert book.statements() == (DEMAND,)
    assert book.keep(newer) == Already(ONE.key)


def test_what_the_text_tells_does_not_undo_what_a_metadata_file_said(book: Book) -> None:
    told = article(TEXT, name="one", title="Toll talks", published="2031-05-02")
    found = article(TEXT, name="one", title=Fact("One", "headline"), published=Fact("2031-05-09", "file name", "day"))
    book.keep(told, READ)
    assert book.keep(found) == Already(ONE.key)
    assert book.articles() == (told,)


def test_the_clean_text_goes_with_the_title_and_whether_it_is_read_with_the_language(book: Book) -> None:
    half = Span(0, len(TEXT) // 2)
    plain = replace(ONE, title=Fact("One", "headline"), language=Fact("es", "detected"), unread="language: es")
    told = replace(
        ONE, title=Fact("Toll talks", "metadata file"), language=Fact("en", "metadata file"),
        clean=half.of(TEXT), runs=(Run(half, half),), parts=(Part(half, "body"),), set_aside=(SetAside(half, "tag"),),
    )  # fmt: skip
    book.keep(plain, reading(plain))
    assert book.due(told, "rules 1") == told
    assert book.keep(told, READ) == Updated(ONE.key)
    assert book.articles() == (told,)
    assert book.search("harbour news") == ()
    assert book.due(plain, "rules 1") is None
    assert book.keep(plain) == Already(ONE.key)


def test_what_is_due_is_what_a_reader_has_not_read_as_it_is_known(book: Book) -> None:
    assert book.due(ONE, "rules 1") == ONE
    book.keep(ONE, READ)
    assert book.due(ONE, "rules 1") is None
    assert book.due(ONE, "rules 2") == ONE
    newer = replace(ONE, author=Fact("B. Writer", "byline"))
    assert book.due(newer, "rules 1") == newer
    assert book.articles() == (ONE,)


def test_new_facts_come_with_their_reading(book: Book) -> None:
    book.keep(replace(ONE, unread="language: es", language=Fact("es", "guess")), reading(ONE))
    told = replace(ONE, language=Fact("en", "metadata file"))
    assert book.keep(told, READ) == Updated(ONE.key)
    assert book.articles() == (told,)
    assert book.statements() == (DEMAND,)


def test_an_article_can_be_kept_unread_and_read_later(book: Book) -> None:
    assert book.keep(ONE) == Kept(ONE.key, 0, 0)
    assert book.readers() == {}
    assert book.keep(ONE, READ) == Updated(ONE.key)
    assert (book.statements(), book.readers()) == ((DEMAND,), {"rules 1": 1})


def test_another_reader_replaces_the_reading(book: Book) -> None:
    book.keep(ONE, READ)
    assert book.keep(ONE, reading(ONE, reader="rules 2")) == Updated(ONE.key)
    assert (book.statements(), book.unplaced(), book.attributions(ONE.key)) == ((), (), ())
    assert book.readers() == {"rules 2": 1}


def test_rereading_replaces_statements_and_keeps_the_article(book: Book) -> None:
    book.keep(ONE, READ)
    other = statement(ONE, "spoke to Harbour News", act="consult")
    assert book.reread(ONE.key, reading(ONE, other)) == Kept(ONE.key, 1, 0)
    assert book.contents() == Contents((ONE,), (other,), ())
    revision = book.revision()
    assert book.reread(ONE.key, reading(ONE, other)) == Already(ONE.key)
    assert book.revision() == revision


def test_a_reading_of_another_article_is_refused(book: Book) -> None:
    with pytest.raises(BookError, match="was given for the article"):
        book.keep(ONE, replace(READ, article="0" * 32))
    assert book.counts().articles == 0


def test_two_texts_under_one_key_are_refused(book: Book) -> None:
    book.keep(ONE, READ)
    with pytest.raises(BookError, match="has the key of another one"):
        book.keep(article("Something else.", name="one", key=ONE.key))
    assert book.articles() == (ONE,)


def test_a_statement_id_taken_in_another_article_is_refused_and_nothing_stored(book: Book) -> None:
    book.keep(ONE, READ)
    two = article(TEXT, name="two")
    with pytest.raises(BookError, match=r"is unchanged: UNIQUE constraint failed: statement\.id"):
        book.keep(two, reading(two, statement(two, "demands a lower toll", id=DEMAND.id)))
    assert book.contents() == Contents((ONE,), (DEMAND,), READ.unplaced)


def test_each_write_makes_what_was_worked_out_stale(book: Book) -> None:
    steps = [
        lambda: book.keep(ONE, READ),
        lambda: book.reread(ONE.key, reading(ONE)),
        lambda: book.keep(replace(ONE, author=Fact("B. Writer", "byline"))),
        lambda: book.set_setting("actors.toml", "[norland]"),
    ]
    for step in steps:
        step()
        assert book.stale
        assert book.write_reconciled(Reconciled(), book.revision())
        assert not book.stale


def test_settings_are_kept_and_the_same_one_again_changes_nothing(book: Book) -> None:
    assert book.setting("actors.toml") is None
    book.set_setting("actors.toml", "[norland]\0\ud800")
    book.set_setting("actors.toml", "[norland]\0\ud800")
    assert (book.setting("actors.toml"), book.revision()) == ("[norland]\0\ud800", 1)


def test_a_snapshot_is_one_moment(book: Book) -> None:
    with Book.open(book.path) as other, book.snapshot():
        before = (book.revision(), book.contents())
        other.keep(ONE, READ)
        assert (book.revision(), book.contents()) == before
    assert book.revision() == 1


def test_nothing_can_be_written_inside_a_snapshot(book: Book) -> None:
    with book.snapshot(), pytest.raises(RuntimeError, match="while a snapshot"):
        book.keep(ONE, READ)
    assert book.keep(ONE, READ) == Kept(ONE.key, 1, 1)


def test_counts_tell_how_much_there_is(book: Book) -> None:
    book.keep(ONE, READ)
    book.keep(article("Nada.", name="two", unread="language: es"))
    book.write_reconciled(Reconciled(actors=(Actor("Norland", "state"),)), book.revision())
    assert book.counts() == Counts(2, 1, 1, 1, 1, 0, 0, 0, 0)


Pair = tuple[Article, Reading]
MANY = [dispute(number, statements=number % 4) for number in range(12)]


@given(st.permutations(MANY))
def test_the_order_of_keeping_does_not_show(tmp_path_factory: pytest.TempPathFactory, order: list[Pair]) -> None:
    folder = tmp_path_factory.mktemp("order")
    with Book.open(folder / "a", create=True) as one, Book.open(folder / "b", create=True) as other:
        for book, made in ((one, MANY), (other, order)):
            for each, read in made:
                book.keep(each, replace(read, statements=read.statements[::-1]) if book is other else read)
        assert one.contents() == other.contents()
        assert one.search("strait demands") == other.search("strait demands")


def test_articles_come_by_name_then_key_and_statements_by_place(book: Book) -> None:
    twins = [article(text, name="b") for text in ("Norland yields. Norland yields.", "Norland yields; it must.")]
    first = article("Norland yields here.", name="a")
    for each in (*twins, first):
        late = [statement(each, "Norland yields", act="yield", nth=at) for at in range(each.raw.count("yields"))]
        book.keep(each, reading(each, *late[::-1]))
    keys = [first.key, *sorted(each.key for each in twins)]
    assert [each.key for each in book.articles()] == keys
    places = [(keys.index(each.article), each.span) for each in book.statements()]
    assert places == sorted(places)
