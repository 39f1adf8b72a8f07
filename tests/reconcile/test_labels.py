"""Labels: which words of its own an issue is called by."""

from sayso.reconcile.labels import labels
from sayso.reconcile.words import Rarity
from tests.factories import article, statement
from tests.reconcile.said import BACKGROUND, one_each, weighed

RARITY = Rarity([BACKGROUND.clean])


def test_the_shared_noun_phrase_is_the_label() -> None:
    said = weighed(*one_each("dropping of the transit fees", "the transit fees are theft", "talks on transit fees"))
    assert labels([said], RARITY) == ["transit fees"]


def test_parties_and_their_titles_are_no_label() -> None:
    one = article("Foreign Minister Ada Brenn of Norland demands that Sudmark share the dredgers")
    said = weighed(
        [one], [statement(one, one.raw, holder="Foreign Minister Ada Brenn of Norland", addressee="Sudmark")]
    )
    assert labels([said], RARITY) == ["dredgers"]


def test_two_issues_do_not_share_a_label() -> None:
    first = weighed(*one_each("the transit fees", "the old transit fees"))
    found = labels([first, first], RARITY)
    assert len(set(found)) == 2


def test_statements_without_telling_words_are_called_by_their_first() -> None:
    assert labels([weighed(*one_each("We will not do it again"))], RARITY) == ["We will not"]
