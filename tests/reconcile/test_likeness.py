"""Likeness: what makes two statements likely to say the same."""

from typing import Any

from sayso.reconcile.likeness import likeness, sharing, worded
from sayso.reconcile.words import Bag, Rarity
from sayso.records import Run, Span
from tests.factories import article, statement
from tests.reconcile.said import BACKGROUND, holding, one_each, weighed


def alike(one: str, other: str, **fields: Any) -> float:
    return likeness(*weighed(*one_each(one, other, **fields)))


def test_the_same_matter_in_other_forms_is_more_alike_than_another_matter() -> None:
    same = alike("the lifting of certain fees on barges", "Sudmark must lift most barge fees")
    assert same > 0.5 > alike("the lifting of certain fees on barges", "Sudmark must mend the broken gate at Vey")


def test_the_same_figure_counts() -> None:
    assert alike("a quota of 400 tons", "400 more") > alike("a quota of 400 tons", "500 more")


def test_the_same_words_with_a_negation_are_not_alike() -> None:
    assert alike("leave the old harbour by May", "not leave the old harbour by May") == 0


def test_a_rejection_may_be_worded_with_or_without_a_negation() -> None:
    assert alike("rejected the fees on barges", "will not accept the fees on barges", act="reject") > 0.5


def test_whom_it_is_aimed_at_counts() -> None:
    articles, (one, other) = one_each("open the lock at Vey", "the lock must be mended")
    rarity = Rarity([BACKGROUND.clean])

    def aimed(first: str, second: str) -> float:
        holdings = [holding(one, "Norland", first), holding(other, "Norland", second)]
        return likeness(*worded(articles, [one, other], holdings, rarity))

    assert aimed("Sudmark", "Sudmark") > aimed("Sudmark", "Estmark")


def test_likeness_is_mutual() -> None:
    one, other = weighed(*one_each("the lifting of fees on 400 barges", "fees on barges must not rise"))
    assert likeness(one, other) == likeness(other, one)


def test_statements_come_in_the_order_of_dates_and_places() -> None:
    late = article("Norland wants the fees lowered. It wants the lock opened.", "a", published="2031-05-02")
    early = article("Norland wants the gate mended.", "b", published="2031-05-01")
    said = [
        statement(late, "the lock opened"),
        statement(late, "the fees lowered"),
        statement(early, "the gate mended"),
    ]
    assert [each.text for each in weighed([late, early], said)] == [
        "the gate mended",
        "the fees lowered",
        "the lock opened",
    ]


def test_words_come_from_the_clean_text() -> None:
    raw, clean = "open <b>the lock</b> now", "open the lock now"
    runs = (Run(Span(0, 5), Span(0, 5)), Run(Span(5, 13), Span(8, 16)), Run(Span(13, 17), Span(20, 24)))
    page = article(raw, "page", clean=clean, runs=runs)
    [said] = weighed([page], [statement(page, raw, content="open the lock")])
    assert said.text == clean


def test_only_pairs_that_share_a_word_are_compared() -> None:
    bags = {at: Bag.of(dict.fromkeys(words, 1.0)) for at, words in enumerate((["a", "b"], ["b"], ["c"], ["b", "c"]))}
    assert sharing(bags, at_most=9) == [(0, 1), (0, 3), (1, 3), (2, 3)]
    assert sharing(bags, at_most=2) == [(2, 3)]


def test_names_alone_make_nothing_alike() -> None:
    texts = ("Norland proposed 340", "Norland undertook to keep to it in dry spells")
    one, other = weighed(*one_each(*texts, holder="Norland"))
    assert likeness(one, other) == 0.0


def test_surroundings_are_the_sentences_beside() -> None:
    source = article("One goat. Two mills. Three locks. Four gates.")
    said = [statement(source, words) for words in ("Two mills", "Four gates.")]
    around = [set(each.surroundings.weights) for each in weighed([source], said)]
    assert around == [{"goat", "mill", "lock"}, {"lock", "gate"}]
