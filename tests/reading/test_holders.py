"""From a noun or pronoun to who it is, within one article."""

from collections.abc import Callable

import pytest

from sayso.records import Holder, Reading
from tests.reading.readings import called, only


@pytest.fixture
def holder(read: Callable[..., Reading]) -> Callable[[str], Holder]:
    """The holder of the one statement of a text."""
    return lambda text: only(read(text)).holder


Who = Callable[[str], Holder]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Berg spoke in Oslo. She demanded an apology.", "Anna Berg"),
        ("The company spoke on Monday. It rejected the bid.", "The company"),
        ("The miners gathered at dawn. They demanded higher pay.", "The miners"),
        ("Peru said it rejected the map.", "Peru"),
        ("Peru built a wall. Its refusal to open the gate lasted.", "Peru"),
        ("“We reject the map,” Peru said.", "Peru"),
        ("“I reject the map,” Anna Berg said.", "Anna Berg"),
        ("The bank, which holds the debt, rejected the delay.", "The bank"),
        ("Anna Berg, who leads the union, rejected the delay.", "Anna Berg"),
    ],
)
def test_pronouns_stand_for_who_was_named(text: str, who: str, holder: Who) -> None:
    assert called(holder(text)) == who


def test_a_pronoun_keeps_its_own_words_and_place(holder: Who) -> None:
    text = "Anna Berg spoke in Oslo. She demanded an apology."
    found = holder(text)
    assert found.words == "She"
    assert found.span is not None
    assert found.span.of(text) == "She"


def test_she_is_no_country_and_it_no_person(holder: Who) -> None:
    assert called(holder("Anna Berg came to Peru. She rejected the map.")) == "Anna Berg"
    assert called(holder("Peru sent a letter to Anna Berg. It rejected the map.")) == "Peru"


def test_an_office_alone_points_to_who_was_called_so(holder: Who) -> None:
    text = "Finance Minister Anna Berg arrived in Vienna. The minister rejected the loan."
    assert holder(text).name == "Anna Berg"


def test_an_office_that_nobody_has_is_kept_as_described(holder: Who) -> None:
    found = holder("The minister rejected the loan.")
    assert (found.name, found.described) == (None, "The minister")


def test_the_country_is_the_one_last_named(holder: Who) -> None:
    assert holder("Ecuador exports oil. The country rejected the quota.").name == "Ecuador"
    assert holder("Kenya held an election. The government rejected a recount.").name == "Kenya"


def test_sources_described_before_are_the_same_sources(read: Callable[..., Reading]) -> None:
    text = "Three Greek bankers said the fee was old. The bankers rejected the fee."
    assert called(only(read(text)).holder) == "Three Greek bankers"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A senior Greek official rejected the map.", "Greek"),
        ("The French government rejected the map.", "French"),
        ("A spokesman for the union rejected the map.", "union"),
        ("A spokesman for the Ministry of Fisheries rejected the map.", "Ministry of Fisheries"),
        ("The ambassador of Peru rejected the map.", "Peru"),
    ],
)
def test_the_described_speak_for_a_party(text: str, party: str, holder: Who) -> None:
    assert holder(text).party == party


def test_sources_without_a_name_are_anonymous(holder: Who) -> None:
    assert holder("Two informed sources rejected the map.").anonymous
    assert not holder("The union rejected the map.").anonymous


def test_a_documents_owner_holds_what_it_says(holder: Who) -> None:
    assert called(holder("The union's letter rejected the map.")) == "The union"
    assert called(holder("A report by Peru rejected the map.")) == "Peru"


def test_a_document_of_nobody_holds_nothing(read: Callable[..., Reading]) -> None:
    assert read("The report rejected the map.").statements == ()


def test_names_are_whole_and_bare(holder: Who) -> None:
    assert holder("The European Union rejected the map.").name == "European Union"
    assert holder("The United States rejected the map.").name == "United States"


def test_a_pronoun_of_nobody_holds_nothing(read: Callable[..., Reading]) -> None:
    assert read("It rejected the map.").statements == ()


def test_a_day_holds_nothing(holder: Who) -> None:
    assert called(holder("Anna Berg came on Tuesday. She demanded an apology.")) == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Bakers' Guild rejected the tax.", "Bakers' Guild"),
        ("The Guild of Bakers rejected the tax.", "Guild of Bakers"),
        ("The Bakers' Guild met on Monday. It rained. The guild rejected the tax.", "Bakers' Guild"),
        ("Trainer Ola Brekke rejected the tax.", "Ola Brekke"),
        ("Norway shares a river with Finland. It is deep. The former rejected the tax.", "Norway"),
        ("Norway shares a river with Finland. It is deep. The latter rejected the tax.", "Finland"),
    ],
)
def test_bodies_have_their_whole_name_and_one_of_two_is_known(text: str, who: str, holder: Who) -> None:
    assert called(holder(text)) == who


def test_first_among_them_is_nobody(read: Callable[..., Reading]) -> None:
    text = "Chief among them rejected the plan. Critics among the farmers rejected the plan."
    assert [each.holder.words for each in read(text).statements] == ["Critics"]


def test_an_and_inside_the_name_of_a_body_does_not_part_it(holder: Who) -> None:
    assert holder("The Office of Management and Budget rejected the plan.").name == "Office of Management and Budget"


def test_the_government_of_which_an_official_speaks_is_his_own(read: Callable[..., Reading]) -> None:
    text = "Denmark and Iceland met. A Norwegian official said the government rejected the plan."
    assert [called(each.holder) for each in read(text).statements if each.act == "reject"] == ["Norway"]


def test_its_minister_is_not_the_minister_of_another(holder: Who) -> None:
    text = "Finance Minister Anna Berg left Peru. Chile stayed. Its minister rejected the loan."
    assert holder(text).name != "Anna Berg"


def test_who_says_is_not_who_is_told_of(read: Callable[..., Reading]) -> None:
    found = read("Anna Berg spoke for an hour. Peru, she said, had rejected the map.").statements
    assert [[called(link.holder) for link in each.via] for each in found] == [["Anna Berg"]]


def test_a_described_officer_is_the_one_whom_the_article_has_as_such(holder: Who) -> None:
    text = "The Peruvian minister, Anna Berg, stayed. The Peruvian minister rejected the loan."
    assert holder(text).name == "Anna Berg"
