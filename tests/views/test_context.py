"""A quote in its sentence, with its marks where they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Holder, Part, Run, Span
from sayso.views.context import Context, context
from tests.factories import article, statement
from tests.talks import FEES, FIRST, RASK, SECOND, STATEMENTS


def marked(found: Context) -> dict[str, str]:
    return {mark.kind: found.text[mark.start : mark.end] for mark in found.marks}


def test_the_whole_sentence_stands_around_the_quote() -> None:
    found = context(FIRST, STATEMENTS[1])
    assert found.text.startswith("TARN - Norland")
    assert found.text.endswith("river fees.")
    assert marked(found) == {"quote": FEES, "cue": "said", "holder": "Ada Brenn"}


def test_a_headline_is_shown_alone() -> None:
    found = context(FIRST, statement(FIRST, "demands end to river fees"))
    assert found.text == "Norland demands end to river fees"


def test_a_headline_on_the_same_line_as_the_body_is_shown_alone() -> None:
    text = "Norland demands an end. The body follows."
    parts = (Part(Span(0, 23), "headline"), Part(Span(24, len(text)), "body"))
    one = article(text, parts=parts)
    assert context(one, statement(one, "demands an end")).text == "Norland demands an end."


def test_the_sentence_grows_to_hold_the_holder_in_the_same_paragraph() -> None:
    text = "Iwo Rask came early. He rejected the plan. Rain fell."
    one = article(text)
    said = statement(one, "rejected the plan", holder=Holder("Iwo Rask", Span(0, 8)))
    assert context(one, said).text == "Iwo Rask came early. He rejected the plan."


def test_a_holder_in_another_paragraph_is_left_out() -> None:
    found = context(SECOND, statement(SECOND, "had threatened to close the lock", holder=RASK))
    assert found.text == "Rask said Norland had threatened to close the lock at Vey."
    assert "holder" not in marked(found)


@pytest.mark.parametrize("short", ["Mr. Rask", "Dr. Rask", "I. Rask", "U.S. envoy", "No. 4 lock"])
def test_a_full_stop_after_a_title_or_initial_ends_no_sentence(short: str) -> None:
    text = f"It rained. In Vey {short} rejected the plan. It rained."
    one = article(text)
    assert context(one, statement(one, "rejected the plan")).text == f"In Vey {short} rejected the plan."


def test_a_quotation_mark_belongs_to_the_sentence_it_ends() -> None:
    text = 'She said: "We refuse the plan." Then she left.'
    one = article(text)
    assert context(one, statement(one, "We refuse the plan")).text == 'She said: "We refuse the plan."'


def test_offsets_of_marks_are_those_of_the_clean_text() -> None:
    raw, clean = "Norland &amp; Vey rejected the plan.", "Norland & Vey rejected the plan."
    runs = (
        Run(Span(0, 8), Span(0, 8)),
        Run(Span(8, 9), Span(8, 13)),
        Run(Span(9, len(clean)), Span(13, len(raw))),
    )
    one = article(raw, clean=clean, runs=runs)
    found = context(one, statement(one, "&amp; Vey rejected the plan", cue="rejected"))
    assert found.text == clean
    assert marked(found) == {"quote": "& Vey rejected the plan", "cue": "rejected"}


def test_a_quote_with_nothing_kept_of_it_is_shown_as_it_stands() -> None:
    one = article("<b>rejected</b>", clean="", runs=())
    found = context(one, statement(one, "<b>rejected</b>"))
    assert found.text == "<b>rejected</b>"


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_quote_is_marked_whatever_stands_around_it(before: str, after: str) -> None:
    one = article(f"{before} refuse the plan {after}", name="any")
    said = statement(one, "refuse the plan")
    assert marked(context(one, said))["quote"] == "refuse the plan"
