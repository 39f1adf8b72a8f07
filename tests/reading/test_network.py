"""The network at work: the same figures for the same text, however long, and views that stay near their cue."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.reading.network import ACTS, LAYERS, LONGEST, POINTERS, REACH, Network
from sayso.reading.small import SmallReader
from sayso.records import WORDS

TEXT = 'The harbour union rejected the plan on Monday. "We want a vote," said its leader, Mara Dovic.'


@pytest.fixture(scope="module")
def network(small: SmallReader) -> Network:
    """The network that Sayso brings along."""
    return small.network


def test_the_acts_are_those_of_the_records(network: Network) -> None:
    assert set(WORDS) - {"state"} <= set(ACTS)


def test_the_first_pass_gives_shares_of_every_layer_for_every_subword(network: Network) -> None:
    seen = network.impression(TEXT)
    assert {layer: shares.shape for layer, shares in seen.layers.items()} == {
        layer: (len(seen.subwords), labels) for layer, labels in LAYERS.items()
    }
    assert all(np.allclose(shares.sum(-1), 1, atol=1e-5) for shares in seen.layers.values())
    assert len(seen.vectors) == len(seen.keys) == len(seen.subwords)


def test_the_same_text_gives_the_same_figures_whatever_was_read_before(network: Network) -> None:
    first = network.impression(TEXT)
    network.impression("Something else altogether. " * 200)
    again = network.impression(TEXT)
    assert all(np.array_equal(shares, again.layers[layer]) for layer, shares in first.layers.items())
    assert np.array_equal(first.vectors, again.vectors)


def test_a_long_text_is_read_whole(network: Network) -> None:
    seen = network.impression((TEXT + "\n") * 40)
    assert all(np.allclose(shares.sum(-1), 1, atol=1e-5) for shares in seen.layers.values())


def test_a_very_long_text_is_read_in_stretches_that_leave_nothing_out(network: Network) -> None:
    text = (TEXT + "\n") * (3 * LONGEST // len(TEXT))
    stretches = list(network.impressions(text))
    assert len(stretches) > 1
    places = [tuple(place) for seen in stretches for place in seen.subwords.places.tolist()]
    whole = network.vocabulary.cut(text)
    breaks = len(stretches) - 1  # those between stretches
    assert len(places) == len(whole) - breaks
    assert places == sorted(places)


def test_text_without_a_word_gives_nothing(network: Network) -> None:
    assert len(network.impression(" \n ").subwords) == 0
    assert list(network.views(network.impression(""), [])) == []


def test_a_view_gives_shares_of_acts_and_of_places_near_its_cue(network: Network) -> None:
    seen = network.impression((TEXT + "\n") * 40)
    cues = [(4, 4), (400, 401), (len(seen.subwords) - 3, len(seen.subwords) - 2)]
    for cue, view in zip(cues, network.views(seen, cues), strict=True):
        assert view.cue == cue
        assert view.acts.sum() == pytest.approx(1, abs=1e-4)
        assert view.points.shape[0] == len(POINTERS)
        assert np.allclose(view.points.sum(-1), 1, atol=1e-4)
        places = view.base + np.arange(view.points.shape[1] - 1)
        assert view.points[:, :-1][:, np.abs(places - cue[0]) > REACH].max(initial=0) < 1e-6


def test_views_do_not_hang_on_which_cues_are_asked_for_together(network: Network) -> None:
    seen = network.impression(TEXT)
    alone = [view for cue in [(4, 4), (12, 12)] for view in network.views(seen, [cue])]
    together = list(network.views(seen, [(12, 12), (4, 4)]))
    for one, other in zip(alone, together, strict=True):
        assert np.allclose(one.acts, other.acts, atol=1e-5)
        assert one.points.argmax(-1).tolist() == other.points.argmax(-1).tolist()
