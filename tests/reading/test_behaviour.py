"""The reader that has learned on short invented texts: how many of each class it reads just as a coder would."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sayso.reading.small import SmallReader
from sayso.records import Reading
from tests.reading.behaviours import Case, cases, shown
from tests.reading.readings import plain

FILES = ("behaviour", "cases")
AIM = 0.85
"""The share of each class that is to be read right."""
SHORT: Mapping[str, float] = {
    "headlines": 0.88,
    "joint-holders": 0.82,
    "lists": 0.79,
    "long-quotation": 0.75,
    "party": 0.84,
    "pronoun-chains": 0.82,
}
"""The classes that fall short of it so far, with what they reach. To be raised and emptied, never lowered."""
ALL = 0.92
"""The share of all cases that is reached; the aim is 0.93."""

Readings = Mapping[str, list[tuple[Case, Reading]]]


@pytest.fixture(scope="module")
def readings(small: SmallReader) -> Readings:
    """Every case with what the reader makes of it, by class."""
    return {
        kind: [(case, small.read(plain(case.text))) for case in rows]
        for name in FILES
        for kind, rows in cases(name).items()
    }


@pytest.mark.parametrize("kind", sorted(kind for name in FILES for kind in cases(name)))
def test_no_class_is_read_worse_than_it_was(kind: str, readings: Readings) -> None:
    rows = readings[kind]
    wrong = [f"  {case.text!r}\n      {shown(found)}" for case, found in rows if not case.passes(found)]
    rate, wanted = 1 - len(wrong) / len(rows), SHORT.get(kind, AIM)
    assert rate >= wanted, f"{kind}: {rate:.2f} of {len(rows)}, at least {wanted:.2f} wanted:\n" + "\n".join(wrong)


def test_over_all_no_fewer_are_read_right_than_were(readings: Readings) -> None:
    passed = [case.passes(found) for rows in readings.values() for case, found in rows]
    assert sum(passed) / len(passed) >= ALL
