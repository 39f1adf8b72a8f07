"""The words of acts and of speech: the data files are whole, and each entry can come true."""

from sayso.reading.lexicon import lexicon
from sayso.reading.needs import needs_of
from sayso.records import ACTS


def frames():
    return [frame for found in lexicon().frames.values() for frame in found]


def test_every_act_but_plain_assertion_has_words() -> None:
    assert {frame.act for frame in frames()} == set(ACTS) - {"state"}


def test_every_need_of_an_entry_is_a_test_that_exists() -> None:
    tests = needs_of(lexicon())
    assert {need for frame in frames() for need in frame.needs} - set(tests) == set()


def test_the_longest_entry_of_a_word_is_tried_first() -> None:
    for found in lexicon().frames.values():
        lengths = [len(frame.companions) for frame in found]
        assert lengths == sorted(lengths, reverse=True)


def test_entries_are_lemmas_in_small_letters() -> None:
    for part, lemma in lexicon().frames:
        assert part in ("VERB", "NOUN", "ADJ")
        assert lemma == lemma.lower().strip() != ""


def test_a_verb_knows_its_preposition_and_its_need() -> None:
    call = {(frame.act, frame.companions) for frame in lexicon().frames["VERB", "call"]}
    assert ("demand", ("for",)) in call
    insist = {frame.needs for frame in lexicon().frames["VERB", "insist"]}
    assert ("subjunctive",) in insist


def test_saying_and_thinking_are_told_apart() -> None:
    words = lexicon()
    assert {"say", "warn", "tell"} <= words.say
    assert {"believe", "hope"} <= words.think
    assert "hope" not in words.say


def test_the_lexicon_is_read_once() -> None:
    assert lexicon() is lexicon()
