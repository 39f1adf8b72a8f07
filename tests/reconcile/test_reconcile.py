"""Reconcile as a whole: one result for one book, whatever the order in which it was filled."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer import Gazetteer
from sayso.reconcile import arrange, reconcile
from sayso.records import Article, Statement
from tests.factories import article, dispute, statement
from tests.reconcile.said import BACKGROUND, holding

BOOK = [dispute(number, statements=3) for number in range(6)]
ARTICLES = [one for one, _ in BOOK] + [article(BOOK[0][0].raw, "copy", outlet="Estmark Echo")]
STATEMENTS = [each for _, reading in BOOK for each in reading.statements]
KNOWN = Gazetteer.load()

WISHES = (
    "drop the fees",
    "open the lock",
    "mend the gate",
    "not drop the fees",
    "lift 400 fees on barges",
    "it",
    "we will not",
)

texts = st.lists(
    st.lists(
        st.sampled_from(WISHES),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=6,
)


def book(texts: list[list[str]]) -> tuple[list[Article], list[Statement]]:
    articles = [article(". ".join(parts), f"a{at}") for at, parts in enumerate(texts)]
    said = {
        (each.key, quote): statement(each, quote, holder=("Norland", "Sudmark")[len(quote) % 2])
        for each, parts in zip(articles, texts, strict=True)
        for quote in parts
    }
    return articles, list(said.values())


@given(st.permutations(ARTICLES), st.permutations(STATEMENTS))
def test_order_does_not_matter(articles: list[Article], statements: list[Statement]) -> None:
    assert reconcile(articles, statements, KNOWN) == reconcile(ARTICLES, STATEMENTS, KNOWN)


@given(texts, st.randoms(use_true_random=False))
def test_order_does_not_matter_in_books_of_any_make(given: list[list[str]], random: Random) -> None:
    articles, said = book(given)
    holdings = [holding(each) for each in said]
    whole = arrange(articles, said, (), holdings)
    for some in (articles, said):
        random.shuffle(some)
    shuffled = arrange(articles, said, (), holdings)
    assert (shuffled.positions, shuffled.issues, shuffled.families) == (whole.positions, whole.issues, whole.families)


@given(texts)
def test_every_statement_is_in_one_position_and_every_position_has_an_issue(given: list[list[str]]) -> None:
    articles, said = book(given)
    found = arrange(articles, said, (), [holding(each) for each in said])
    assert sorted(one for row in found.positions for one in row.statements) == sorted(each.id for each in said)
    assert {row.issue for row in found.positions} == {issue.id for issue in found.issues}
    assert len({row.id for row in found.positions}) == len(found.positions)
    assert len({issue.id for issue in found.issues}) == len(found.issues)
    assert all(1 <= row.origins <= len(articles) for row in found.positions)


def test_a_copy_adds_no_origin() -> None:
    one, said = ARTICLES[0], BOOK[0][1].statements
    copy = ARTICLES[-1]
    copied = [statement(copy, each.quote, holder=each.holder, cue="it said") for each in said]
    found = reconcile([one, copy], [*said, *copied], KNOWN)
    assert [family.kind for family in found.families] == ["identical"]
    assert {(len(row.statements), row.origins) for row in found.positions} == {(2, 1)}


def test_an_empty_book_has_nothing() -> None:
    found = reconcile([], [], KNOWN)
    assert (found.actors, found.positions, found.issues, found.families) == ((), (), (), ())


def test_later_articles_leave_earlier_positions_their_ids() -> None:
    wishes = ("drop the barge fees", "mend the gate at Vey", "lift the fees on barges", "share the dredgers")
    days = [f"2031-05-0{at}" for at in range(1, 5)]
    dated = [article(f"It must {wish}.", day, published=day) for wish, day in zip(wishes, days, strict=True)]
    said = [statement(each, wish, content="") for each, wish in zip(dated, wishes, strict=True)]
    books = [reconcile([BACKGROUND, *dated[:size]], said[:size], KNOWN) for size in range(1, 5)]
    ids = [{row.id for row in found.positions} for found in books]
    assert [len(each) for each in ids] == [1, 2, 2, 3]
    assert all(before <= after for before, after in pairwise(ids))
