"""From shares to stretches: the likeliest path of a layer."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.reading.decode import fragments

SHARES = st.integers(0, 12).flatmap(lambda n: arrays(np.float32, (n, 3), elements=st.floats(0.015625, 1, width=32)))


def tagged(tags: str) -> np.ndarray:
    """Shares that leave no doubt of some tags."""
    return np.array([[0.98 if tag == each else 0.01 for each in "OBI"] for tag in tags], np.float32)


def test_each_beginning_begins_a_stretch_of_its_own() -> None:
    assert fragments(tagged("OBIIOBBIO")) == [(1, 3), (5, 5), (6, 7)]


def test_a_stretch_ends_with_the_text() -> None:
    assert fragments(tagged("OBI")) == [(1, 2)]


def test_what_goes_on_must_have_begun() -> None:
    shares = tagged("OIIO")
    shares[1] = (0.05, 0.4, 0.55)
    assert fragments(shares) == [(1, 2)]


def test_nothing_stands_in_no_text() -> None:
    assert fragments(np.zeros((0, 3), np.float32)) == []


@given(SHARES)
def test_stretches_stand_in_order_and_apart(shares: np.ndarray) -> None:
    found = fragments(shares)
    assert all(first <= last for first, last in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))


def score(shares: np.ndarray, path: tuple[int, ...]) -> float:
    """How likely a path of O, B and I is; nothing for one in which I follows O."""
    if any(tag == 2 and (i == 0 or path[i - 1] == 0) for i, tag in enumerate(path)):
        return -np.inf
    return float(sum(np.log(float(shares[i, tag]) + 1e-9) for i, tag in enumerate(path)))


@given(st.integers(1, 6).flatmap(lambda n: arrays(np.float32, (n, 3), elements=st.floats(0.015625, 1, width=32))))
def test_no_other_path_is_likelier(shares: np.ndarray) -> None:
    tags = [0] * len(shares)
    for first, last in fragments(shares):
        tags[first] = 1
        tags[first + 1 : last + 1] = [2] * (last - first)
    every = np.stack(np.meshgrid(*[range(3)] * len(shares), indexing="ij"), -1).reshape(-1, len(shares))
    best = max(score(shares, tuple(path)) for path in every.tolist())
    assert score(shares, tuple(tags)) >= best - 1e-6
