"""The reader that has learned on short invented texts: how many of each class it reads just as a coder would."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sayso.reading.small import SmallReader
from sayso.records import Reading
from tests.reading.behaviours import Case, cases, shown
from tests.reading.readings import plain

FILES = ("behaviour", "cases")
AIM, ALL = 0.85, 0.93
"""The share of each class, and of all cases, that is to be read right."""

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
def test_enough_of_each_class_are_read_right(kind: str, readings: Readings) -> None:
    rows = readings[kind]
    wrong = [f"  {case.text!r}\n      {shown(found)}" for case, found in rows if not case.passes(found)]
    rate = 1 - len(wrong) / len(rows)
    assert rate >= AIM, f"{kind}: {rate:.2f} of {len(rows)}, at least {AIM:.2f} wanted:\n" + "\n".join(wrong)


def test_over_all_enough_are_read_right(readings: Readings) -> None:
    passed = [case.passes(found) for rows in readings.values() for case, found in rows]
    assert sum(passed) / len(passed) >= ALL
