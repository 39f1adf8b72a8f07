"""Persons of an article: fullest name, what describes them, and the words that tell for whom they speak."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import only


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Russian Foreign Minister Sergei Orlov rejected the plan.", "Sergei Orlov", "Russian"),
        ("Brazilian central bank governor Paulo Reis rejected the plan.", "Paulo Reis", "Brazilian"),
        ("Amr Salem, the president of Egypt, rejected the plan.", "Amr Salem", "Egypt"),
        ("The Turkish president, Emre Kaya, rejected the plan.", "Emre Kaya", "Turkish"),
        ("Egypt's president, Amr Salem, rejected the plan.", "Amr Salem", "Egypt"),
        ("On Monday Egypt's foreign minister, Amr Salem, rejected the plan.", "Amr Salem", "Egypt"),
        ("Foreign Minister Anna Berg of Norway rejected the plan.", "Anna Berg", "Norway"),
        ("Foreign Minister Anna Berg of South Korea rejected the plan.", "Anna Berg", "South Korea"),
        ("Anna Berg of Norway rejected the plan.", "Anna Berg", "Norway"),
        ("Mona Dale, head of the Teachers' Union, rejected the plan.", "Mona Dale", "Teachers' Union"),
        ("Iwo Rusk, leader of the Dockers' Union, rejected the plan.", "Iwo Rusk", "Dockers' Union"),
        ("Anna Berg, who is Norway's envoy in Rome, rejected the plan.", "Anna Berg", "Norway"),
    ],
)
def test_titles_and_appositions_tell_the_party(text: str, name: str, party: str, read: Callable[..., Reading]) -> None:
    found = only(read(text)).holder
    assert (found.name, found.party, found.kind) == (name, party, "person")


def test_a_party_told_once_holds_for_the_whole_article(read: Callable[..., Reading]) -> None:
    text = "Norway's foreign minister, Anna Berg, came to Rome.\n\nIt rained.\n\nBerg rejected the plan."
    found = only(read(text)).holder
    assert (found.name, found.party, found.words) == ("Anna Berg", "Norway", "Berg")


def test_an_honorific_is_no_part_of_a_name(read: Callable[..., Reading]) -> None:
    text = "Maria Lopez spoke first. Mrs. Lopez rejected the plan."
    assert only(read(text)).holder.name == "Maria Lopez"


@pytest.mark.parametrize("text", ["Trainer Ola Brekke rejected the plan.", "Skipper Ivo Tarn rejected the plan."])
def test_an_office_tells_that_a_name_is_a_persons(text: str, read: Callable[..., Reading]) -> None:
    found = only(read(text)).holder
    assert (found.name, found.kind) == (" ".join(text.split()[1:3]), "person")


def test_two_persons_of_one_surname_are_kept_apart(read: Callable[..., Reading]) -> None:
    text = "Anna Berg spoke first. Peter Berg spoke last. Peter Berg rejected the plan."
    assert only(read(text)).holder.name == "Peter Berg"


def test_the_office_goes_with_the_person(read: Callable[..., Reading]) -> None:
    found = only(read("Russian Foreign Minister Sergei Orlov rejected the plan.")).holder
    assert found.described is not None
    assert "Foreign Minister" in found.described


def test_a_person_without_a_title_has_no_party(read: Callable[..., Reading]) -> None:
    assert only(read("Anna Berg rejected the plan.")).holder.party is None
    assert only(read("Anna Berg of Tarnby rejected the plan.")).holder.party is None


def test_a_portfolio_is_no_party(read: Callable[..., Reading]) -> None:
    assert only(read("Finance Minister Anna Berg rejected the plan.")).holder.party is None


def test_an_office_before_a_name_is_no_part_of_it(read: Callable[..., Reading]) -> None:
    found = [each.holder.name for each in read("Mayor Anna Berg and Bishop Karl Lund rejected the plan.").statements]
    assert found == ["Anna Berg", "Karl Lund"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The lawyer for Hilda Morvan, a nurse, was late. Morvan rejected the plan.", "Hilda Morvan"),
        ("Council Speaker Melissa Brenn-Toft spoke first. Brenn-Toft rejected the plan.", "Melissa Brenn-Toft"),
        ("Pavel de Mirov, 44, came by train. De Mirov stayed. Pavel rejected the plan.", "Pavel de Mirov"),
        ("Ali al-Morad spoke first. Morad rejected the plan.", "Ali al-Morad"),
    ],
)
def test_a_person_goes_by_the_fullest_name(text: str, name: str, read: Callable[..., Reading]) -> None:
    assert only(read(text)).holder.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peter Lund sat beside Anna Berg on Monday. She rejected the plan.", "Anna Berg"),
        ("Anna Berg sat beside Peter Lund on Monday. He rejected the plan.", "Peter Lund"),
        ("Anna Berg and Peter Berg spoke. Mrs. Berg rejected the plan.", "Anna Berg"),
        ("The spokeswoman, Kim Arn, sat beside Lee Torv. She rejected the plan.", "Kim Arn"),
    ],
)
def test_he_is_no_woman_and_she_no_man(text: str, name: str, read: Callable[..., Reading]) -> None:
    assert only(read(text)).holder.name == name


def test_half_a_name_is_no_small_word(read: Callable[..., Reading]) -> None:
    text = "South Korea's president, Moon Jae-in, spoke in Seoul. The minister in Busan rejected the plan."
    assert only(read(text)).holder.name != "Moon Jae-in"


def test_a_month_before_a_name_makes_nobody_a_man(read: Callable[..., Reading]) -> None:
    text = "In August Hanna Merk came late. She rejected the plan."
    assert only(read(text)).holder.name == "Hanna Merk"


def test_a_listed_name_beats_no_subject(read: Callable[..., Reading]) -> None:
    text = "Olusegun Obi sat beside Peter Lund in Paris. He rejected the plan."
    assert only(read(text)).holder.name == "Olusegun Obi"


def test_pronouns_without_end_are_no_fault(read: Callable[..., Reading]) -> None:
    text = "Peter Lund told his friend about her. " * 300 + "He rejected the plan."
    assert only(read(text)).holder.name == "Peter Lund"


@pytest.mark.parametrize(
    "text",
    [
        "Its owner, Halden Oil, rejected the plan.",
        "Its main rival, Tarn Foods, rejected the plan.",
        "The Henry Morton Society rejected the plan.",
        "Virginia Beach rejected the plan.",
        "Christian Democrats rejected the plan.",
    ],
)
def test_a_given_name_in_the_name_of_a_body_or_place_is_nobodys(text: str, read: Callable[..., Reading]) -> None:
    assert only(read(text)).holder.kind != "person"


@pytest.mark.parametrize(
    "text",
    [
        "The Reed Cutters' League spoke first. Its chair, Wenna Tolm, rejected the plan.",
        "The Reed Cutters' League spoke first. Wenna Tolm, its chair, rejected the plan.",
    ],
)
def test_who_is_its_chair_speaks_for_the_body(text: str, read: Callable[..., Reading]) -> None:
    found = only(read(text)).holder
    assert (found.name, found.party, found.kind) == ("Wenna Tolm", "Reed Cutters' League", "person")
