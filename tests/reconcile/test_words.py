"""Words: what is left of a text, how it is brought to one form, and how alike two texts are."""

import pytest

from sayso.reconcile.words import Bag, Rarity, cosine, dot, held_in, sentences, stem, stems, telling


@pytest.mark.parametrize(
    "forms",
    [
        ("expansion", "expand", "expanding", "expanded"),
        ("suspension", "suspend", "suspends"),
        ("lifting", "lift", "lifts"),
    ],
)
def test_noun_and_verb_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_stems_leave_out_what_tells_nothing() -> None:
    assert stems("They have demanded that the fees be lowered") == [stem("fees"), stem("lowered")]


def test_hyphened_words_are_taken_apart_and_figures_kept() -> None:
    assert stems("an 18-month freeze of 2.5 million") == ["18", stem("freeze"), "2.5", stem("million")]


def test_function_words_of_any_case_are_not_telling() -> None:
    assert [telling(word) for word in ("The", "said", "fees", "x", "7")] == [False, False, True, False, True]


def test_sentences_cover_the_text_without_a_gap() -> None:
    text = 'It is over. "We go," she said. Talks at 3.5 pct.\n\nNew paragraph'
    found = sentences(text)
    assert [text[one.start : one.end].strip() for one in found][:2] == ["It is over.", '"We go," she said.']
    assert [one.end for one in found[:-1]] == [one.start for one in found[1:]]
    assert (found[0].start, found[-1].end) == (0, len(text))


def test_rare_words_weigh_more() -> None:
    rarity = Rarity(["The fees stay. The fees rise. The fees fall. A lock broke."])
    assert rarity.of(stem("lock")) > rarity.of(stem("fees")) > 0


def test_measures_run_from_nothing_shared_to_the_same() -> None:
    short, long, other = Bag.of({"fee": 2.0}), Bag.of({"fee": 2.0, "lock": 3.0}), Bag.of({"toll": 1.0})
    assert cosine(short, short) == pytest.approx(1)
    assert held_in(short, long) == pytest.approx(1)
    assert 0 < cosine(short, long) < 1
    assert (cosine(short, other), held_in(short, other), dot(short, other)) == (0, 0, 0)
    assert (cosine(Bag.of({}), short), held_in(Bag.of({}), short)) == (0, 0)
