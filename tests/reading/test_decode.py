"""From shares to stretches: the likeliest path of a layer."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.reading.decode import candidates, fragments, path
from sayso.reading.network import ACTS, POINTERS, Impression, Network, View, legal
from sayso.reading.subwords import Subwords

SHARES = st.integers(0, 12).flatmap(lambda n: arrays(np.float32, (n, 5), elements=st.floats(0.015625, 1, width=32)))


LEGAL = legal(5)


def tagged(tags: str) -> np.ndarray:
    """Shares that leave no doubt of some tags."""
    return np.array([[0.98 if tag == each else 0.01 for each in "OBI"] for tag in tags], np.float32)


def test_each_beginning_begins_a_stretch_of_its_own() -> None:
    assert fragments(tagged("OBIIOBBIO"), legal(3)) == [[(1, 3), (5, 5), (6, 7)]]


def test_a_stretch_ends_with_the_text() -> None:
    assert fragments(tagged("OBI"), legal(3)) == [[(1, 2)]]


def test_what_goes_on_must_have_begun() -> None:
    shares = tagged("OIIO")
    shares[1] = (0.05, 0.4, 0.55)
    assert fragments(shares, legal(3)) == [[(1, 2)]]


def test_kinds_are_told_apart_and_go_on_as_they_began() -> None:
    shares = np.full((5, 5), 0.01, np.float32)
    for at, label in enumerate([1, 2, 3, 4, 0]):
        shares[at, label] = 0.96
    assert fragments(shares, LEGAL) == [[(0, 1)], [(2, 3)]]
    shares[2] = (0.01, 0.01, 0.01, 0.46, 0.51)
    assert fragments(shares, LEGAL) == [[(0, 1)], [(2, 3)]]


def test_nothing_stands_in_no_text() -> None:
    assert fragments(np.zeros((0, 5), np.float32), LEGAL) == [[], []]


@given(SHARES)
def test_stretches_stand_in_order_and_apart(shares: np.ndarray) -> None:
    found = sorted(piece for kind in fragments(shares, LEGAL) for piece in kind)
    assert all(first <= last for first, last in found)
    assert all(one[1] < other[0] for one, other in pairwise(found))


def score(shares: np.ndarray, path: tuple[int, ...]) -> float:
    """How likely a path of labels is; nothing for one in which I does not follow B or I of its kind."""
    if any(
        label and label % 2 == 0 and (i == 0 or path[i - 1] not in (label, label - 1)) for i, label in enumerate(path)
    ):
        return -np.inf
    return float(sum(np.log(float(shares[i, label]) + 1e-9) for i, label in enumerate(path)))


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, 5), elements=st.floats(0.015625, 1, width=32))))
def test_no_other_path_is_likelier(shares: np.ndarray) -> None:
    labels = [0] * len(shares)
    for kind, pieces in enumerate(fragments(shares, LEGAL)):
        for first, last in pieces:
            labels[first] = 1 + 2 * kind
            labels[first + 1 : last + 1] = [2 + 2 * kind] * (last - first)
    every = np.stack(np.meshgrid(*[range(5)] * len(shares), indexing="ij"), -1).reshape(-1, len(shares))
    best = max(score(shares, tuple(each)) for each in every.tolist())
    assert score(shares, tuple(labels)) >= best - 1e-6


TIES = arrays(np.float64, (5, 5), elements=st.floats(-3, 3))


@given(arrays(np.float32, (4, 5), elements=st.floats(0.015625, 1, width=32)), TIES)
def test_what_ties_labels_together_counts_at_each_step(shares: np.ndarray, ties: np.ndarray) -> None:
    def gain(labels: tuple[int, ...]) -> float:
        return score(shares, labels) + sum(ties[one, other] for one, other in pairwise(labels))

    every = np.stack(np.meshgrid(*[range(5)] * 4, indexing="ij"), -1).reshape(-1, 4)
    best = max(gain(tuple(each)) for each in every.tolist())
    assert gain(tuple(path(shares, ties + LEGAL))) >= best - 1e-6


def pointing(words: int, span: dict[tuple[int, int], float], cue: int) -> list[tuple[int, int]]:
    """The spans, in words, of the one candidate of a text whose cue points at stretches with some shares."""
    places = np.array([(4 * at, 4 * at + 3) for at in range(words)])
    points = np.zeros((len(POINTERS), words + 1), np.float32)
    for (first, last), share in span.items():
        points[POINTERS.index("span_start"), first] = share
        points[POINTERS.index("span_end"), last] = share
    subwords = Subwords(np.zeros(words, np.int64), np.zeros(words, np.int64), places)
    layer = np.tile(np.array([0.98, 0.01, 0.01], np.float32), (words, 1))
    layer[cue] = (0.1, 0.8, 0.1)
    seen = Impression(
        subwords, {"act": layer, "span": layer}, np.zeros((words, 1), np.float32), np.zeros((words, 1), np.float32)
    )
    acts = np.full(len(ACTS), 1 / len(ACTS), np.float32)
    views = SimpleNamespace(views=lambda seen, cues: [View(cue, acts, points, 0) for cue in cues])
    (found,) = candidates(cast(Network, views), seen)
    return sorted((each.span.start // 4, (each.span.end - 3) // 4) for each in found.spans)


def test_items_that_follow_the_span_of_a_cue_are_spans_too() -> None:
    assert pointing(20, {(0, 4): 0.5, (6, 8): 0.4, (10, 12): 0.4}, cue=1) == [(0, 4), (6, 8), (10, 12)]


def test_what_stands_further_away_is_no_item() -> None:
    assert pointing(20, {(0, 4): 0.5, (12, 14): 0.45}, cue=1) == [(0, 4)]
