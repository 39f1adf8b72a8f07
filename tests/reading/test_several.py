"""All those for whom one phrase stands: names that are joined, counted nouns, "they" and "we"."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import by_act, called


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru, Chile and Cuba rejected the plan.", ["Peru", "Chile", "Cuba"]),
        ("The US, Peru and other countries rejected the plan.", ["US", "Peru", "other countries"]),
        ("Peru and Chile met. Both countries rejected the plan.", ["Peru", "Chile"]),
        ("Peru, Chile and Cuba met. Both countries rejected the plan.", ["Both countries"]),
        ("Both countries rejected the plan.", ["Both countries"]),
        ("Peru and Chile met. They rejected the plan.", ["Peru", "Chile"]),
        ("Peru sent two envoys. They rejected the plan.", ["two envoys"]),
        ("Exporters such as Peru and Chile rejected the plan.", ["Peru", "Chile"]),
        ("Employers including Halden Ltd rejected the plan.", ["Employers", "Halden Ltd"]),
        ("Employers including some small shops rejected the plan.", ["Employers"]),
        ("“We reject the plan,” Peru and Chile said.", ["Peru", "Chile"]),
        ("Ada Brenn and Tom Ekdal wrote a letter. The two leaders rejected the plan.", ["Ada Brenn", "Tom Ekdal"]),
        ("Ada Brenn and Tom Ekdal wrote a letter. “We reject the plan,” the two said.", ["Ada Brenn", "Tom Ekdal"]),
    ],
)
def test_each_one_meant_holds_it(text: str, who: list[str], read: Callable[..., Reading]) -> None:
    assert [called(each.holder) for each in by_act(read(text), "reject")] == who


def test_who_is_meant_by_a_noun_keeps_the_words_of_it(read: Callable[..., Reading]) -> None:
    found = by_act(read("Peru and Chile met. Both countries rejected the plan."), "reject")
    assert [(each.holder.words, each.holder.name) for each in found] == [("countries", "Peru"), ("countries", "Chile")]


def test_a_land_in_capitals_is_not_us(read: Callable[..., Reading]) -> None:
    found = by_act(read("“The US rejected the plan,” Ada Brenn said."), "reject")
    assert [called(each.holder) for each in found] == ["US"]


def test_lands_that_no_list_knows_are_counted_too(read: Callable[..., Reading]) -> None:
    found = by_act(read("Norland and Sorvia met in Paris. Both countries rejected the plan."), "reject")
    assert {called(each.holder) for each in found} == {"Norland", "Sorvia"}
