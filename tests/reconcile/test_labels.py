"""Labels: which words of its own an issue is called by."""

from sayso.gazetteer import Gazetteer
from sayso.reconcile.labels import labels
from sayso.reconcile.usage import Usage
from sayso.reconcile.words import Rarity
from tests.factories import article, statement
from tests.reconcile.said import BACKGROUND, one_each, weighed

RARITY = Rarity([BACKGROUND.clean])
USAGE = Usage([BACKGROUND.clean])


def test_the_shared_noun_phrase_is_the_label() -> None:
    said = weighed(*one_each("dropping of the transit fees", "the transit fees are theft", "talks on transit fees"))
    assert labels([said], RARITY, USAGE) == ["transit fees"]


def test_parties_and_their_titles_are_no_label() -> None:
    one = article("Foreign Minister Ada Brenn of Norland demands that Sudmark share the dredgers")
    said = weighed(
        [one], [statement(one, one.raw, holder="Foreign Minister Ada Brenn of Norland", addressee="Sudmark")]
    )
    assert labels([said], RARITY, USAGE) == ["dredgers"]


def test_two_issues_do_not_share_a_label() -> None:
    first = weighed(*one_each("the transit fees", "the old transit fees"))
    found = labels([first, first], RARITY, USAGE)
    assert len(set(found)) == 2


def test_statements_without_telling_words_are_called_by_their_first() -> None:
    assert labels([weighed(*one_each("We will not do it again"))], RARITY, USAGE) == ["We will not"]


def test_verbs_adverbs_and_figures_are_no_label() -> None:
    text = "It will clearly collapse. They collapse. The dredging contract is signed. A contract is a contract."
    usage = Usage([text, BACKGROUND.clean])
    said = weighed(*one_each("the dredging contract will clearly collapse in 40 days"))
    assert labels([said], RARITY, usage) == ["dredging contract"]


def test_an_acronym_and_its_long_form_are_one_phrase() -> None:
    usage = Usage(["The Lower River Fund (LRF) pays. The LRF is poor."])
    assert usage.stems("LRF") == ("lower", "river", "fund")


def test_media_and_bare_parties_are_no_label() -> None:
    usage = Usage([BACKGROUND.clean, "The toll is high."], Gazetteer.load())
    said = weighed(*one_each("a talk with Reuters on the toll", "the toll in Norway"))
    assert labels([said], RARITY, usage) == ["toll"]


def test_an_article_on_something_else_changes_no_label() -> None:
    said = weighed(*one_each("dropping of the transit fees", "the transit fees are theft", "talks on transit fees"))
    more = [BACKGROUND.clean, "A goat walked over the meadow. The goat was fed by two children and a priest."]
    assert labels([said], Rarity(more), Usage(more)) == labels([said], RARITY, USAGE)
