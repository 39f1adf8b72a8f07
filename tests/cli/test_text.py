"""Text measured and wrapped by columns, and made harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.text import safe, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("\u6cb3\u6d41", 4), ("e\u0301", 1), ("\U0001f6a2", 2), ("", 0)]
)
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_lines_break_at_spaces_and_long_words_within() -> None:
    assert wrap("who demands what", 11) == ["who demands", "what"]
    assert wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]
    assert wrap("harbour-2031-03-04 x", 13) == ["harbour-2031-", "03-04 x"]
    assert wrap("one\ntwo", 10) == ["one", "two"]
    assert wrap("", 10) == [""]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80), st.integers(2, 30))
def test_wrapping_leaves_nothing_out_and_keeps_to_the_width(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)


def test_what_steers_a_terminal_is_taken_out() -> None:
    assert safe("\x1b[31mred\x07\u202e \n\t two\u2066") == "[31mred two"
