"""Plain text in paragraphs, whether they are lines of their own or wrapped at a width."""

from sayso.articles.lines import lines, width
from sayso.articles.plain import blocks

WRAPPED = """The river council of Norland met on Monday to speak about the
sluices that the neighbours have closed for the third time in
this year, its chairman said in the evening.
The council asked for a report.

It will meet again next week, when the mayors of both of the
towns are expected to bring their own proposals to the table.
"""
LISTED = """Norland has said it will not sign.
Sutland wants a guarantee that it will.
The council meets on Monday.
Nobody expects an agreement before the summer.
The towns are tired of it."""


def texts(raw: str) -> list[str]:
    return [block.text for block in blocks(raw)]


def test_wrapped_lines_are_joined_into_paragraphs() -> None:
    assert [text[:16] for text in texts(WRAPPED)] == ["The river counci", "The council aske", "It will meet aga"]
    assert width(list(lines(WRAPPED))) == 61


def test_lines_that_are_sentences_are_left_alone() -> None:
    assert texts(LISTED) == LISTED.splitlines()
    assert width(list(lines(LISTED))) is None


def test_every_kind_of_line_end_counts() -> None:
    assert texts("One.\r\nTwo.\rThree.\u2028Four.\n\n\fFive.") == ["One.", "Two.", "Three.", "Four.", "Five."]


def test_bullets_are_left_out_and_lone_dashes_kept() -> None:
    assert texts("• One demand\n• Another demand") == ["One demand", "Another demand"]
    assert texts("- One demand\n- Another demand") == ["One demand", "Another demand"]
    assert texts("– We shall see, he said.\nThat was all.") == ["– We shall see, he said.", "That was all."]
    assert [block.form for block in blocks("• One\nTwo")] == ["item", "text"]


def test_leftover_markup_is_read_through() -> None:
    raw = 'Norland &amp; Sutland <b class="x">agreed</b>, 3 < 4 and a&b.'
    (block,) = blocks(raw)
    assert block.text == "Norland & Sutland agreed, 3 < 4 and a&b."
    assert block.raw.of(raw) == raw


def test_a_hyphen_at_a_line_end_stays_unless_the_word_is_known_whole() -> None:
    text = WRAPPED + (
        "\nIt wants the neighbours to agree to a gauge and to a new long-\n"
        "term loan for the sluices, which were named after the chair-\nman of the council.\n"
    )
    assert "a new long-term loan for the sluices, which were named after the chairman of" in texts(text)[-1]
