"""Tables: as wide as allowed, wrapped and never cut."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.table import Column, Note, Section, Table, lay_out
from sayso.cli.text import width


def lines(table: Table, columns: int = 40) -> list[str]:
    return list(lay_out(table, columns))


def test_columns_stand_under_their_heads() -> None:
    table = Table((Column("id"), Column("count", right=True)), (("a", "1"), ("bbb", "1000")))
    assert lines(table) == ["id   count", "---  -----", "a        1", "bbb   1000"]


def test_a_wide_cell_is_wrapped_beside_the_others() -> None:
    table = Table((Column("id", fixed=True), Column("words")), (("x1", "all the words that there are"),))
    assert lines(table, 20) == ["id  words", "--  ----------------", "x1  all the words", "    that there are"]


def test_a_fixed_cell_is_left_whole_however_narrow_the_screen() -> None:
    table = Table((Column("id", fixed=True), Column("words")), (("abcdefghijklmnop", "one two"),))
    assert "abcdefghijklmnop  one two" in lines(table, 10)


def test_a_section_runs_across_and_line_breaks_are_kept() -> None:
    table = Table((Column("id"), Column("words")), (Section("Norland"), ("a", "one\ntwo")))
    assert lines(table)[2:] == ["", "Norland", "a   one", "    two"]


def test_a_note_runs_across_below_its_row() -> None:
    table = Table((Column("id"),), (("a",), Note("all that there is to say"), ("b",)))
    assert lines(table, 20)[2:] == ["a", "  > all that there", "    is to say", "b"]


def test_spaced_rows_have_a_blank_line_between_them() -> None:
    assert lines(Table((Column("id"),), (("a",), ("b",)), spaced=True)) == ["id", "--", "a", "", "b"]


def test_colours_do_not_move_the_columns() -> None:
    table = Table((Column("act", colour=lambda act: "for"), Column("words")), (("offer", "one"), ("aid", "two")))
    painted = lay_out(table, 40, lambda text, style: f"<{style}>{text}</>" if style == "for" else text)
    assert list(painted)[2:] == ["<for>offer</>  one", "<for>aid</>    two"]


@given(st.lists(st.text(alphabet="ab \u6cb3\U0001f6a2", max_size=60), min_size=1, max_size=4), st.integers(40, 120))
def test_no_line_is_wider_than_the_screen(cells: list[str], columns: int) -> None:
    table = Table(tuple(Column(str(at)) for at in range(len(cells))), (tuple(cells),))
    assert max(map(width, lines(table, columns))) <= columns
