"""Numbering: short ids that stay the same and never meet."""

from sayso.reconcile.numbering import SHORTEST, short_ids


def test_the_same_facts_get_the_same_id_in_any_company() -> None:
    alone = short_ids([("Norland", "demand", "s1")])
    among = short_ids([("Sudmark", "offer", "s2"), ("Norland", "demand", "s1")])
    assert alone[0] == among[1]
    assert len(alone[0]) == SHORTEST


def test_facts_are_not_confused_by_where_they_are_cut() -> None:
    assert short_ids([("a", "bc")]) != short_ids([("ab", "c")])


def test_ids_that_would_meet_grow() -> None:
    many = [(str(number),) for number in range(60_000)]
    found = short_ids(many)
    assert len(set(found)) == len(many)
    assert {len(each) for each in found} == {SHORTEST, SHORTEST + 1}


def test_ids_that_grow_do_so_in_any_order() -> None:
    many = [(str(number),) for number in range(60_000)]
    assert short_ids(many[::-1])[::-1] == short_ids(many)
