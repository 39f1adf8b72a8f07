"""Where the holder of a coded statement is named."""

from __future__ import annotations

import pytest

from sayso.records import Span
from training.naming import FARTHEST, named, occurrences

TEXT = (
    "Brannock Steel met the unions. Its chief, Ole Brandvold, was blunt. He said the company would not pay. "
    "“We want talks,” Mara Dovic told him. The striking workers cheered."
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("mention", "coded", "expected"),
    [
        ("He", ["Ole Brandvold", "Brannock Steel"], "Ole Brandvold"),
        ("the company", ["Brannock Steel"], "Brannock Steel"),
        ("We", ["Mara Dovic"], "Mara Dovic"),  # the name may follow
        ("Mara Dovic", ["Brannock Steel"], "Mara Dovic"),  # what names somebody stands for itself
        ("The striking workers", ["striking workers of Brannock"], "The striking workers"),
    ],
)
def test_a_mention_leads_to_its_name(mention: str, coded: list[str], expected: str) -> None:
    found = named(at(mention), TEXT, coded)
    assert found is not None
    assert found.of(TEXT) == expected


def test_the_first_name_that_is_there_is_taken() -> None:
    found = named(at("He"), TEXT, ["Nobody Known", "Brannock Steel"])
    assert found is not None
    assert found.of(TEXT) == "Brannock Steel"


def test_a_name_that_is_not_there_or_too_far_is_none() -> None:
    assert named(at("He"), TEXT, ["Peru"]) is None
    text = "Brannock Steel met. " + "x " * FARTHEST + "It refused."
    assert named(at("It", text), text, ["Brannock Steel"]) is None


def test_a_name_is_found_by_its_last_word_with_those_before_it() -> None:
    text = "Dovic came. Mara Dovic spoke. The Ministry of Steel agreed; the ministry, that is."
    assert [span.of(text) for span in occurrences("Mara Dovic", text)] == ["Dovic", "Mara Dovic"]
    assert [span.of(text) for span in occurrences("Ministry of Steel", text)] == ["Ministry"]
    assert list(occurrences("", text)) == []
