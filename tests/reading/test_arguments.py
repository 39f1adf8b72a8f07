"""Who does an act, toward whom, and what is demanded, offered or refused."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import by_act, called, only, quotes, told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Austria rejected the plan.", "Austria"),
        ("The plan was rejected by Austria.", "Austria"),
        ("Rejecting the plan, Austria left the hall.", "Austria"),
        ("Austria left the hall after rejecting the plan.", "Austria"),
        ("Austria came late and rejected the plan.", "Austria"),
        ("Austria, which rejected the plan, stayed away.", "Austria"),
        ("Austria's rejection of the plan surprised nobody.", "Austria"),
        ("The rejection of the plan by Austria surprised nobody.", "Austria"),
        ("The Austrian rejection of the plan surprised nobody.", "Austrian"),
        ("Austria is opposed to the plan.", "Austria"),
        ("Austria continued to oppose the plan.", "Austria"),
    ],
)
def test_the_holder_is_found_wherever_it_stands(text: str, who: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == [("reject", who)]


def test_a_demand_of_nobody_has_no_holder(read: Callable[..., Reading]) -> None:
    assert told(read("Higher wages were demanded.")) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("France and Germany rejected the tax.", ["France", "Germany"]),
        ("Kenya, Uganda and Rwanda rejected the tax.", ["Kenya", "Uganda", "Rwanda"]),
        ("Rejection of the tax by Sweden and Finland went unheard.", ["Sweden", "Finland"]),
        ("The finance ministers of Sweden and Finland rejected the tax.", ["Sweden", "Finland"]),
        ("Swedish and Finnish officials rejected the tax.", ["Swedish", "Finnish"]),
        ("The tax was rejected by France and Germany.", ["France", "Germany"]),
        ("France rejected the tax in a way that nobody did.", ["France"]),
        ("France rejected the tax, as is the custom in Lima.", ["France"]),
        ("France rejected the tax. Nor would Germany pay the bill.", ["France"]),
    ],
)
def test_joint_holders_have_a_statement_each(text: str, parties: list[str], read: Callable[..., Reading]) -> None:
    found = read(text)
    assert told(found) == [("reject", party) for party in parties]
    assert len(set(quotes(found))) == 1
    assert len({statement.id for statement in found.statements}) == len(parties)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Norway urged Denmark to open its ports.", "Denmark"),
        ("Norway demanded that Denmark open its ports.", "Denmark"),
        ("Norway called on Denmark to open its ports.", "Denmark"),
        ("Norway accused Denmark of theft.", "Denmark"),
        ("Norway demanded an apology from Denmark.", "Denmark"),
        ("Norway offered free passage to Denmark.", "Denmark"),
        ("Norway imposed sanctions on Denmark.", "Denmark"),
        ("Norway demanded a fee.", None),
    ],
)
def test_the_addressee_is_whom_the_act_is_aimed_at(
    text: str, addressee: str | None, read: Callable[..., Reading]
) -> None:
    found = only(read(text)).addressee
    assert (called(found) if found is not None else None) == addressee


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway demanded a new map.", "a new map"),
        ("Norway refused to sign the pact.", "to sign the pact"),
        ("Norway called for a new map.", "a new map"),
        ("Norway's demand for a new map was heard.", "a new map"),
        ("Norway demanded that Denmark open its ports.", "that Denmark open its ports"),
    ],
)
def test_the_content_is_what_is_wanted_or_refused(text: str, content: str, read: Callable[..., Reading]) -> None:
    assert only(read(text)).content == content


def test_a_list_of_demands_is_taken_apart(read: Callable[..., Reading]) -> None:
    text = "Slovakia demanded the return of the archive, the release of the crew and a formal apology."
    assert quotes(read(text)) == [
        "Slovakia demanded the return of the archive",
        "the release of the crew",
        "a formal apology",
    ]


def test_demands_of_two_infinitives_are_two(read: Callable[..., Reading]) -> None:
    found = by_act(read("Zambia asked the bank to lower the rate and to extend the loan by a year."), "demand")
    assert [called(statement.holder) for statement in found] == ["Zambia", "Zambia"]
    assert "extend the loan" not in found[0].quote
    assert "extend the loan" in found[1].quote


def test_two_things_demanded_with_an_article_each_are_two(read: Callable[..., Reading]) -> None:
    found = read("Demanding a refund and an apology, Chile wrote to Peru.").statements
    assert [each.quote for each in found] == ["Demanding a refund", "an apology"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("France rejected the tax; so did Germany, which has none.", ["France", "Germany"]),
        ("France rejected the tax, as did Germany and Spain.", ["France", "Germany", "Spain"]),
    ],
)
def test_who_does_the_same_is_quoted_with_it(text: str, parties: list[str], read: Callable[..., Reading]) -> None:
    found = read(text)
    assert told(found) == [("reject", party) for party in parties]
    assert all(quote.startswith("France rejected the tax") for quote in quotes(found))
    assert all(party in quote for party, quote in zip(parties, quotes(found), strict=True))


def test_a_pair_of_bare_words_is_one_demand(read: Callable[..., Reading]) -> None:
    assert quotes(read("Kuwait demanded bread and water.")) == ["Kuwait demanded bread and water"]


def test_lists_of_other_acts_stay_whole(read: Callable[..., Reading]) -> None:
    assert len(read("Oman rejected the first fee, the late timetable and the joint patrols.").statements) == 1
