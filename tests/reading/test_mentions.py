"""Mentions that name somebody, and those that stand for a name elsewhere."""

from __future__ import annotations

import pytest

from sayso.reading.mentions import names


@pytest.mark.parametrize(
    "words", ["Mara Dovic", "the Harbour Union", "Norway's foreign minister", "rebels in Mali", "EU"]
)
def test_a_mention_with_a_capital_names(words: str) -> None:
    assert names(words)


@pytest.mark.parametrize("words", ["she", "We", "I", "The company", "Their leader", "Both sides", "the two", "", "—"])
def test_pronouns_and_descriptions_do_not(words: str) -> None:
    assert not names(words)
