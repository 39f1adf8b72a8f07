"""A user's file renames, merges and splits what is bundled, and nothing of it is left behind under an old name."""

import pytest

from sayso.gazetteer import Gazetteer

WORDS = ("Norway", "Oslo", "Norwegian officials", "the Norwegian foreign minister")


def meant(file: str, *words: str) -> list[str | None]:
    known = Gazetteer.load(file)
    found = [known.stands_for(each) for each in words]
    return [party and party.name for party in found]


def test_a_renamed_party_takes_all_its_words_along() -> None:
    file = '[state."North State"]\nnames = ["Norway"]\n'
    assert meant(file, *WORDS, "North State") == ["North State"] * 5
    assert Gazetteer.load(file).kind_of("Norway") is None


@pytest.mark.parametrize("name", ["Nordic Union", "Norway"])
def test_merged_parties_are_one_under_a_new_name_or_under_that_of_one(name: str) -> None:
    file = f'[state."{name}"]\nnames = ["Norway", "Denmark"]\n'
    assert meant(file, *WORDS, "Denmark", "Copenhagen", "Danish officials") == [name] * 7


def test_what_is_split_off_leaves_the_rest() -> None:
    assert meant('[group]\n"City of Oslo" = ["Oslo"]\n', *WORDS) == ["Norway", "City of Oslo", "Norway", "Norway"]
    both = '[state."Norway"]\n[state."North State"]\nnames = ["Norway"]\n'
    assert meant(both, *WORDS) == ["North State", "Norway", "Norway", "Norway"]


def test_offices_members_and_the_past_go_along() -> None:
    file = '[state."Union State"]\nnames = ["United Kingdom", "Russia"]\n'
    known = Gazetteer.load(file)
    held = known.held("Vladimir Putin", "2014-03")
    assert held is not None
    assert held.party == "Union State"
    assert known.office_of("home secretary") == "Union State"
    assert known.has_office("Union State", "prime minister")
    assert "Union State" in known.members_of("NATO")
    assert ("Soviet Union", "1991-12") in known.earlier("Union State")
