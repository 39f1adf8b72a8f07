"""Names of bodies: beside a noun, for "the company", for who wrote a report."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import called, only


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The port watchdog, the Court of Tolls, rejected the plan.", "Court of Tolls"),
        ("The Ports and Exchange Commission rejected the plan.", "Ports and Exchange Commission"),
        ("A report by the Harbour League was sharp. The report rejected the plan.", "Harbour League"),
        ("The Harbour League's report was sharp. The report rejected the plan.", "Harbour League"),
        ("Halden Ltd sank the ferry. The company rejected the plan.", "Halden Ltd"),
        ("The company rejected the plan.", "The company"),
    ],
)
def test_which_body_a_noun_means(text: str, who: str, read: Callable[..., Reading]) -> None:
    assert called(only(read(text)).holder) == who


def test_a_firm_is_no_person(read: Callable[..., Reading]) -> None:
    assert only(read("General Harbour Co rejected the plan.")).holder.kind != "person"
