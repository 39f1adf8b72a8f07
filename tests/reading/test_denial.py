"""What is denied, rumoured or weighed against is nobody's act; what somebody is blamed for is theirs, as claimed."""

from collections.abc import Callable

import pytest

from sayso.reading.small import SmallReader
from sayso.records import Reading
from tests.reading.readings import names, plain, through, told


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that it had agreed to anything.",
        "Norway denied reports that it had agreed to lift the tariff.",
        "Norway denied rumours that it had offered a loan.",
        "There is no question of Norway agreeing to the map, the minister said.",
        "The court decided against accepting the map.",
        "Norway left without accepting the map.",
        "Norway chose to wait instead of rejecting the map.",
        "The minister does not believe that Norway has agreed to the map.",
        "Norway never let the miners reject the map.",
        "Norway disputed reports that it had agreed to the map.",
        "Norway rejected the claim that it had offered a loan.",
    ],
)
def test_what_is_denied_is_not_shown_as_done(text: str, read: Callable[..., Reading]) -> None:
    assert [act for act, _ in told(read(text)) if act in ("accept", "offer")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway stopped short of rejecting the map.",
        "Norway came close to rejecting the map.",
        "Norway refused to rule out a new map.",
        "Norway has not ruled out a new map.",
        "Norway did not go so far as to reject the map.",
        "At no point did Norway accept the map.",
        "Nobody in Oslo has accepted the map.",
        "Norway refused to comment on the map.",
        "No one at the ministry accused Peru of fraud.",
        "There is no truth in the story that Norway accepted the map.",
        "Nobody believes the story that Norway accepted the map.",
        "It is not known whether Norway has accepted the map.",
        "Had Norway accepted the map, the ferries would be running.",
    ],
)
def test_what_is_nearly_done_left_open_or_done_by_nobody_is_not_done(
    text: str, read: Callable[..., Reading], small: SmallReader
) -> None:
    assert told(read(text)) == []
    assert told(small.read(plain(text))) == []


def test_what_stands_beside_a_denial_is_still_done(read: Callable[..., Reading], small: SmallReader) -> None:
    text = "Norway denied fraud and turned down the loan."
    assert ("reject", "Norway") in told(read(text))
    assert ("reject", "Norway") in told(small.read(plain(text)))


@pytest.mark.parametrize("text", ["Norway dropped its demand for a map.", "Norway's request for a map was withdrawn."])
def test_what_is_given_up_is_not_demanded(text: str, read: Callable[..., Reading], small: SmallReader) -> None:
    assert "demand" not in [act for act, _ in (*told(read(text)), *told(small.read(plain(text))))]


def test_whoever_denies_an_accusation_was_accused(read: Callable[..., Reading]) -> None:
    assert ("accuse", "Peru") in told(read("Norway denied Peru's accusation that it had moved the fence."))


def test_one_refusal_beside_another_is_two(read: Callable[..., Reading]) -> None:
    assert told(read("Norway refused to sign. Norway ruled out a new map.")) == [("reject", "Norway")] * 2


def test_a_refusal_that_somebody_will_not_discuss_is_still_told(read: Callable[..., Reading]) -> None:
    found = read("Norway has no intention of discussing the union's refusal to sign the budget.").statements
    assert "reject" in [statement.act for statement in found]


def test_what_one_is_not_thought_to_owe_is_still_asked_for(read: Callable[..., Reading]) -> None:
    found = read("The minister said he did not think that Norway should pay.").statements
    assert [statement.act for statement in found] == ["demand"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway accused Peru of seizing the ferry.",
        "Norway blamed Peru for seizing the ferry.",
        "Peru was accused of seizing the ferry by Norway.",
    ],
)
def test_a_deed_inside_an_accusation_is_the_accused_ones(text: str, read: Callable[..., Reading]) -> None:
    seized = [statement for statement in read(text).statements if statement.act == "coerce"]
    assert ["peru" in names(statement.holder) for statement in seized] == [True]


def test_a_deed_inside_an_accusation_is_told_by_the_accuser(read: Callable[..., Reading]) -> None:
    found = read("Norway accused Peru of seizing the ferry.").statements
    assert [through(statement) for statement in found if statement.act == "coerce"] == [["Norway"]]


@pytest.mark.parametrize("text", ["The announcement defied the court.", "Ten percent rejected the map."])
def test_things_and_numbers_hold_nothing(text: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Norway rejected the allegation that its ships had crossed the line.", []),
        ("Norway dismissed the accusation.", []),
        ("Norway rejected the report.", ["reject"]),  # a paper, not what somebody says
    ],
)
def test_to_reject_what_others_say_rejects_nothing(text: str, acts: list[str], read: Callable[..., Reading]) -> None:
    assert [act for act, _ in told(read(text))] == acts
