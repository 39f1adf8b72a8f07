"""The judge: a probability that rises with what speaks for a statement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.judge import Judge, logit

JUDGE = Judge({"bias": -1.0, "cue": 1.0, "agreed": 0.5}, 0.3)
FINITE = st.floats(-1e6, 1e6)


@given(FINITE, FINITE)
def test_a_verdict_is_a_probability_that_rises_with_the_evidence(low: float, high: float) -> None:
    low, high = sorted((low, high))
    less, more = JUDGE.verdict({"cue": low}), JUDGE.verdict({"cue": high})
    assert 0 <= less <= more <= 1


def test_a_verdict_is_a_logistic_regression() -> None:
    assert JUDGE.verdict({"cue": 0.5, "agreed": 1.0}) == pytest.approx(0.5)


def test_what_the_judge_was_not_taught_changes_nothing() -> None:
    assert JUDGE.verdict({"cue": 1.0, "unheard of": 9.0}) == JUDGE.verdict({"cue": 1.0})


@given(st.floats(0, 1))
def test_the_odds_of_any_share_are_finite(share: float) -> None:
    assert abs(logit(share)) < 10


def test_a_judge_is_kept_as_json(tmp_path: Path) -> None:
    path = tmp_path / "judge.json"
    path.write_text(json.dumps({"weights": dict(JUDGE.weights), "least": JUDGE.least}), encoding="utf-8")
    assert Judge.load(path) == JUDGE
