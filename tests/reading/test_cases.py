"""The short invented texts of ``cases.toml``: how many of each class are read just as a coder would, with floors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from sayso.records import ACTS, Reading
from tests.reading.behaviours import cases, shown

FLOORS: Mapping[str, float] = {
    "demand": 1.00,
    "offer": 1.00,
    "accept": 1.00,
    "reject": 1.00,
    "threaten": 1.00,
    "accuse": 0.91,
    "deed": 1.00,
    "negation": 1.00,
    "left-out": 0.95,
    "lists": 0.71,
    "joint": 1.00,
    "nominal": 1.00,
    "passive": 0.90,
    "quotes": 1.00,
    "pronouns": 1.00,
    "descriptions": 0.85,
    "party": 0.84,
    "chain": 0.91,
    "embedded": 1.00,
    "conditions": 1.00,
    "speech": 1.00,
}
"""The share of cases of each class that must be read right: just under what was measured. To be raised, not lowered."""


def test_the_cases_are_many_and_well_formed() -> None:
    everything = [case for name in ("cases", "behaviour") for rows in cases(name).values() for case in rows]
    assert len(everything) >= 450
    assert len({case.text for case in everything}) == len(everything)
    for case in everything:
        for each in case.wanted:
            assert set(each.acts) <= set(ACTS), case.text
            assert each.words.lower() in " ".join(case.text.lower().split()), (case.text, each.words)


def test_every_class_of_cases_has_a_floor() -> None:
    assert set(FLOORS) == set(cases("cases"))


@pytest.mark.parametrize("kind", sorted(cases("cases")))
def test_no_class_of_cases_is_read_worse_than_it_was(kind: str, read: Callable[..., Reading]) -> None:
    rows = cases("cases")[kind]
    readings = [(case, read(case.text)) for case in rows]
    wrong = [f"  {case.text!r}\n      {shown(found)}" for case, found in readings if not case.passes(found)]
    rate = 1 - len(wrong) / len(rows)
    report = f"{kind}: {rate:.2f} of {len(rows)} read right, at least {FLOORS[kind]:.2f} wanted; wrong:\n" + "\n".join(
        wrong
    )
    assert rate >= FLOORS[kind], report
