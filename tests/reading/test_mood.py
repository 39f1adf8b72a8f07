"""Whether an act is told as done: negation turned round, and what is only possible, asked, planned or to come."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import only, told


@pytest.mark.parametrize(
    "text",
    [
        "Hungary has not agreed to the budget.",
        "Hungary never accepted the budget.",
        "Hungary is not willing to sign the budget.",
        "No party has accepted the budget.",
        "Neither party has accepted the budget.",
        "Hungary has made no offer to sign the budget.",
    ],
)
def test_an_acceptance_or_offer_denied_is_a_rejection(text: str, read: Callable[..., Reading]) -> None:
    assert only(read(text)).act == "reject"


@pytest.mark.parametrize(
    "text",
    [
        "Hungary did not threaten anybody.",
        "Hungary did not reject the budget.",
        "Hungary did not rule out a second vote.",
        "Hungary has not demanded a fee.",
        "Hungary did not accuse the court.",
        "Hungary did not expel the envoy.",
        "No soldiers bombed the depot.",
    ],
)
def test_other_acts_denied_say_nothing(text: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway may demand a fee.",
        "Norway could reject the map.",
        "Norway might threaten the crews.",
        "If Norway rejects the map, the summit ends.",
        "Unless Norway accepts the map, the summit ends.",
        "It is not clear whether Norway accepts the map.",
        "Will Norway accept the map?",
        "Did Norway threaten the crews?",
        "Norway plans to reject the map.",
        "Norway was expected to demand a fee.",
        "It took Norway a year to accept the map.",
    ],
)
def test_what_is_possible_asked_or_planned_is_left_out(text: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize("text", ["Norway will expel the envoy.", "Norway would suspend the payments in June."])
def test_a_deed_to_come_is_a_plan(text: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == []


def test_a_word_to_come_counts(read: Callable[..., Reading]) -> None:
    assert told(read("Norway will oppose the fee.")) == [("reject", "Norway")]


def test_an_infinitive_counts_after_a_verb_that_carries_it_out(read: Callable[..., Reading]) -> None:
    assert told(read("Norway continued to demand a fee.")) == [("demand", "Norway")]
    assert told(read("Norway began to bomb the depot.")) == [("assault", "Norway")]


def test_a_deed_agreed_to_is_not_done(read: Callable[..., Reading]) -> None:
    assert told(read("Norway agreed to suspend the payments.")) == [("accept", "Norway")]


def test_a_deed_demanded_or_offered_is_not_done(read: Callable[..., Reading]) -> None:
    assert told(read("Egypt demanded an apology from Sudan.")) == [("demand", "Egypt")]


def test_hostile_deeds_vowed_are_threats(read: Callable[..., Reading]) -> None:
    assert only(read("The rebels vowed to attack the refinery.")).act == "threaten"
    assert only(read("The rebels vowed to keep the truce.")).act == "offer"


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to comment.",
        "The minister refused to discuss the matter.",
        "The company refused to elaborate.",
        "The official asked not to be named.",
        "The envoy would not say when the talks begin.",
    ],
)
def test_what_sources_keep_from_reporters_is_no_position(text: str, read: Callable[..., Reading]) -> None:
    assert told(read(text)) == []
