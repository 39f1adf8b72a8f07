"""What one party tells of another is not the other's own word: 175 written cases, by how it is told."""

from __future__ import annotations

from collections import Counter

import pytest

from sayso.reading.small import SmallReader
from tests.reading.claims import cases
from tests.reading.readings import plain

LEAKED = 0.03
"""The most of another's claims that may be taken for the holder's own word."""
OWN = ("own-word", "observed")


@pytest.fixture(scope="module")
def outcomes(small: SmallReader) -> dict[str, Counter[str]]:
    """How many of each class came out how."""
    return {
        kind: Counter(case.outcome(small.read(plain(case.text))) for case in rows) for kind, rows in cases().items()
    }


def test_few_claims_of_another_are_taken_for_the_own_word(outcomes: dict[str, Counter[str]]) -> None:
    told = sum((counts for kind, counts in outcomes.items() if kind not in OWN), Counter())
    assert told["leaked"] <= LEAKED * told.total(), outcomes
    assert told["right"] >= 0.6 * told.total(), outcomes


def test_an_own_word_is_no_claim_of_another(outcomes: dict[str, Counter[str]]) -> None:
    own = sum((outcomes[kind] for kind in OWN), Counter())
    assert own["right"] >= 0.85 * own.total(), outcomes


@pytest.mark.parametrize("kind", ["plain", "anonymous"])
def test_what_is_plainly_reported_is_never_taken_for_the_own_word(kind: str, outcomes: dict[str, Counter[str]]) -> None:
    assert outcomes[kind]["leaked"] == 0
