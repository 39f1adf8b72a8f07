"""Grouping: which groups come of which links, whatever the order of the links."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.grouping import average_linkage, components

links = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 1),
    max_size=20,
)


def test_strong_links_join_and_weak_ones_do_not() -> None:
    assert average_linkage(4, {(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.3}, threshold=0.5) == [[0, 1], [2, 3]]


def test_one_bridge_does_not_join_two_groups() -> None:
    bridged = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.85}
    assert average_linkage(4, bridged, threshold=0.5) == [[0, 1], [2, 3]]


def test_nothing_is_joined_without_links() -> None:
    assert average_linkage(3, {}, threshold=0.1) == [[0], [1], [2]]


@given(links, st.integers())
def test_the_order_of_links_does_not_matter(given: dict[tuple[int, int], float], seed: int) -> None:
    shuffled = list(given.items())
    random.Random(seed).shuffle(shuffled)
    assert average_linkage(9, dict(shuffled), threshold=0.3) == average_linkage(9, given, threshold=0.3)


@given(links)
def test_everything_is_in_one_group_exactly(given: dict[tuple[int, int], float]) -> None:
    groups = average_linkage(9, given, threshold=0.2)
    assert sorted(number for group in groups for number in group) == list(range(9))


def test_components_follow_chains() -> None:
    assert components(6, [(4, 3), (0, 1), (1, 4)]) == [[0, 1, 3, 4], [2], [5]]
