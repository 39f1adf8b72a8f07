"""Copies: which articles are one text, and which paragraphs are reprinted."""

from sayso.reconcile.copies import find_copies
from sayso.records import Article
from tests.factories import article

WIRE = [
    "Norland's trade minister, Ada Brenn, said on Monday that Sudmark must drop the fees it has charged barges on the "
    "river Vey since the spring, and that her patience was not without end.",
    "Sudmark calls the fees a fair share of what it pays to keep the locks open in winter, when ice damages the gates "
    "and the dredgers have to work through the night to hold the channel at its depth.",
    "About four thousand barges pass the lock at Vey in a year, most of them with grain from the plains of Norland for "
    "the mills and the harbour further down the river, which have no other way of getting it.",
    "A first round of talks ended without a date for a second, though both delegations left their papers on the table "
    "in the old customs house and said that somebody would be there to look after them.",
]
OTHER = (
    "Sudmark opened a new bridge on Sunday with a brass band, two ministers and a goat that would not leave the "
    "carriageway. The bridge shortens the way from the mills to the station by eleven kilometres, and the town has "
    "been waiting for it since the old ferry sank under a load of bricks in the autumn of the year before last."
)


def near(*articles: Article) -> list[tuple[str, set[str]]]:
    names = {each.key: each.name for each in articles}
    return [(family.kind, {names[key] for key in family.articles}) for family in find_copies(articles).families]


def test_the_same_words_are_identical_whatever_the_spacing() -> None:
    text = "\n\n".join(WIRE)
    assert near(article(text, "a"), article(text.replace("\n\n", "\n").upper(), "b")) == [("identical", {"a", "b"})]


def test_a_story_cut_and_with_a_local_paragraph_is_a_near_copy() -> None:
    cut = "\n\n".join([*WIRE[:2], "The mayor of Tarn was not to be reached for this newspaper on Tuesday."])
    found = near(article("\n\n".join(WIRE), "wire"), article(cut, "cut"), article(OTHER, "other"))
    assert found == [("near", {"wire", "cut"})]


def test_copies_of_copies_are_one_family() -> None:
    versions = [article("\n\n".join(WIRE[at : at + 3]), f"v{at}") for at in range(2)]
    whole = article("\n\n".join(WIRE), "whole")
    assert near(*versions, whole) == [("near", {"v0", "v1", "whole"})]


def test_a_few_words_are_a_copy_only_of_the_very_same() -> None:
    assert near(article("Talks go on.", "a"), article("Talks go on. " + OTHER, "b")) == []
    assert near(article("Talks go on.", "a"), article("talks go on", "b")) == [("identical", {"a", "b"})]


def test_empty_articles_are_no_family() -> None:
    assert near(article("", "a"), article("", "b")) == []


def test_more_copies_than_are_compared_pair_by_pair_are_still_one_family() -> None:
    many = [article("\n\n".join(WIRE) + f"\n\nLocal note {at}", f"copy-{at}") for at in range(60)]
    [(kind, names)] = near(*many)
    assert (kind, len(names)) == ("near", 60)


def test_a_reprinted_paragraph_is_found_in_both() -> None:
    own = article("\n\n".join([WIRE[0], OTHER, OTHER.replace("bridge", "road").replace("goat", "cow")]), "own")
    wire = article("\n\n".join(WIRE), "wire")
    found = find_copies([own, wire])
    assert found.families == ()
    told = {each.article: [span.of(own.clean if each.article == own.key else wire.clean) for span in each.stretches]
            for each in found.reprints}  # fmt: skip
    assert {key: [text.strip() for text in texts] for key, texts in told.items()} == {
        own.key: [WIRE[0]],
        wire.key: [WIRE[0]],
    }


def test_a_speech_that_two_quote_is_no_reprint() -> None:
    speech = '"' + WIRE[1] + '," Brenn said.'
    one = article("\n\n".join([speech, OTHER]), "one")
    two = article("\n\n".join([*WIRE[2:], WIRE[0], speech]), "two")
    assert find_copies([one, two]).reprints == ()


def test_the_order_of_articles_does_not_matter() -> None:
    some = [article("\n\n".join(WIRE[: at + 1]) + f" Edition {at}.", f"e{at}") for at in range(4)] + [article(OTHER)]
    assert find_copies(some) == find_copies(some[::-1])
