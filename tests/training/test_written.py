"""Our own training text: every template can be filled, and its marks come out at their words."""

from __future__ import annotations

import random

import pytest

from sayso.reading.network import ACTS
from sayso.reading.subwords import Vocabulary
from sayso.weights import find_small
from training.written import Template, filled, marked, templates, written


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The word pieces of the small reader."""
    return Vocabulary((find_small() / "vocab.txt").read_text(encoding="utf-8").splitlines())


def test_marks_are_taken_out_and_kept_as_places() -> None:
    found = marked("Yes: [1 <1 Oslo> =1 refused= [2 <2 Rome>'s =2 offer=]].")
    assert found.text == "Yes: Oslo refused Rome's offer."
    assert [found.text[a:b] for a, b in found.spans.values()] == ["Rome's offer", "Oslo refused Rome's offer"]
    assert [found.text[slice(*found.cues[number])] for number in (1, 2)] == ["refused", "offer"]
    assert [found.text[slice(*at)] for at in found.mentions[1] + found.mentions[2]] == ["Oslo", "Rome"]


@pytest.mark.parametrize("text", ["[1 open", "<1 crossed [1 marks> here]"])
def test_a_mark_that_is_not_closed_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"open|closes"):
        marked(text)


def test_a_slot_is_filled_alike_within_a_text_and_numbers_make_others() -> None:
    lists = {"Land": ["norway", "peru"], "Name": ["Mara Dovic"]}
    template = Template("{^Land} and {Land2}; {Land}; {Name.last}", (), {})
    for seed in range(5):
        first, second, again, last = filled(template, lists, random.Random(seed)).replace(" and ", "; ").split("; ")
        assert first == again.capitalize()
        assert {first.lower(), second} == {"norway", "peru"}
        assert last == "Dovic"


def test_the_templates_are_many_and_show_acts_and_none() -> None:
    lists, every = templates()
    assert len(every) >= 350
    assert len({template.text for template in every}) == len(every)
    assert 0.3 < sum(not template.acts for template in every) / len(every) < 0.7
    assert {act for template in every for act in template.acts} <= set(ACTS)
    assert all(len(set(fillers)) == len(fillers) for fillers in lists.values())


def test_every_statement_of_a_template_has_its_words(vocabulary: Vocabulary) -> None:
    _, every = templates()
    texts = list(written(vocabulary, random.Random(1), 1))
    assert len(texts) == len(every)
    for text in texts:
        for link in text.links:
            assert sum(link.acts.values()) == 1.0
            assert len(link.points[0]) == len(link.points[1]) > 0
            assert all(a <= b for a, b in zip(link.points[0], link.points[1], strict=True))
            assert text.tags["act"][link.cue[0]] == 1
