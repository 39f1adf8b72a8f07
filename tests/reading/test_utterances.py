"""Acts without a word of their own: what a speaker says must be, will not be done, or would follow."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import called, only, told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway said Denmark must open the ports.", "demand"),
        ("Norway said Denmark should open the ports.", "demand"),
        ("Norway said the ports need to be opened.", "demand"),
        ("“Open the ports,” Norway said.", "demand"),
        ("“We will not open the ports,” Norway said.", "reject"),
        ("Norway said it would not open the ports.", "reject"),
        ("Norway said it could not accept the fee.", "reject"),
        ("Norway said there were no plans to open the ports.", "reject"),
        ("“We have no intention of paying,” Norway said.", "reject"),
        ("“If they close the road, we will close the port,” Norway said.", "threaten"),
        ("Norway said a delay could lead to disaster.", "threaten"),
        ("“This is a disgrace,” Norway said.", "accuse"),
        ("“We have read it. The answer is no,” Norway said.", "reject"),
        ("Norway said its answer was yes.", "accept"),
        ("Norway said Denmark had violated the treaty.", "accuse"),
    ],
)
def test_the_mood_of_what_is_said_makes_an_act(text: str, act: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == [(act, "Norway")]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark must open the ports.",
        "This is a disgrace.",
        "The ports will not open in winter.",
        "Norway said Denmark would not open the ports in winter, when there is ice.",
        "“We will not comment,” Norway said.",
        "Norway said the fee was not illegal.",
        "“We made a mistake,” Norway said.",
        "Norway said the ports were open.",
        "Norway said the answer was not known.",
    ],
)
def test_nobodys_words_others_doings_and_facts_make_none(text: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == []


def test_a_word_that_reports_a_threat_makes_it_once(read: Callable[..., Reading]) -> None:
    found = only(read("The union warned that a strike would follow."))
    assert found.cue == "warned"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Norway demanded a truce. Another condition is that the fleet return to port.", "the fleet return to port"),
        ("Norway called for a truce. A further demand is the return of the ship.", "the return of the ship"),
        ("Norway called for a truce. Chief among the demands is the return of the ship.", "the return of the ship"),
    ],
)
def test_further_conditions_are_demands_of_who_made_the_first(
    text: str, quote: str, read: Callable[..., Reading]
) -> None:
    found = read(text)
    assert told(found) == [("demand", "Norway")] * 2
    assert quote in found.statements[1].quote


def test_a_condition_with_an_owner_is_the_owners(read: Callable[..., Reading]) -> None:
    text = "Denmark demanded a truce. Norway's condition is that the fleet return to port."
    assert called(read(text).statements[1].holder) == "Norway"


def test_a_condition_before_any_demand_is_nobodys(read: Callable[..., Reading]) -> None:
    assert told(read("The condition of the old bridge is poor.")) == []


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The pilots will leave the city unless Norway pays.", [("threaten", "The pilots")]),
        ("Norway will close the strait unless the fleet leaves.", [("threaten", "Norway")]),
        ("Norway will not close the strait unless the fleet leaves.", []),
        ("The rain will go on unless the wind turns.", []),
        ("The pilots leave the city on Fridays unless it snows.", []),
    ],
)
def test_what_somebody_will_do_unless_is_a_threat(
    text: str, acts: list[tuple[str, str]], read: Callable[..., Reading]
) -> None:
    assert told(read(text)) == acts


def test_what_we_would_do_if_is_an_offer_but_for_what_hurts(read: Callable[..., Reading]) -> None:
    assert told(read("“We would sign tomorrow if they took it out,” Anna Berg said.")) == [("offer", "Anna Berg")]
    assert told(read("“We will leave tomorrow if they leave it in,” Anna Berg said.")) == [("threaten", "Anna Berg")]
    assert told(read("“If the lines were cut, we would leave,” Anna Berg said.")) == [("threaten", "Anna Berg")]
