"""Which rows the filters choose, and what is said when a name fits nothing."""

import pytest

from sayso.errors import NotFound, UsageError
from sayso.views.filters import Filters, choose, look_up, narrow
from tests.talks import contents


def ids(filters: Filters) -> set[str]:
    return {position.id for position in choose(contents(), filters)}


EVERY = {"p-10aa", "p-10bb", "p-2", "p-3", "p-4"}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), EVERY),
        (Filters(actor="SUDMARK"), {"p-3"}),
        (Filters(actor="iwo rask"), {"p-3"}),
        (Filters(actor="nor"), EVERY - {"p-3"}),
        (Filters(actor="landers"), EVERY - {"p-3"}),
        (Filters(act=("demand", "Reject")), {"p-10aa", "p-3"}),
        (Filters(issue="LOCK"), {"p-4"}),
        (Filters(issue="i-2"), {"p-4"}),
        (Filters(outlet="gazette"), {"p-10aa"}),
        (Filters(since="2031-04"), {"p-3", "p-4"}),
        (Filters(until="2031-03-02"), {"p-10aa"}),
        (Filters(since="2031-03-03", until="2031-03"), {"p-10aa", "p-10bb", "p-2"}),
        (Filters(claimed=True), {"p-4"}),
        (Filters(claimed=False), EVERY - {"p-4"}),
        (Filters(text="CAP on"), {"p-10bb"}),
        (Filters(text="brenn said"), {"p-2"}),
        (Filters(origins=1), EVERY),
        (Filters(origins=2), set()),
        (Filters(actor="norland", act=("reject",)), set()),
        (Filters(min_confidence=0.75), {"p-3"}),
        (Filters(min_confidence=0.76), set()),
    ],
)
def test_filters_choose_rows(filters: Filters, expected: set[str]) -> None:
    assert ids(filters) == expected


def test_outlet_and_date_must_be_met_by_one_statement() -> None:
    assert ids(Filters(outlet="gazette", until="2031-02")) == set()
    assert ids(Filters(outlet="gazette", until="2031-03")) == {"p-10aa"}
    assert ids(Filters(outlet="gazette", since="2031-04")) == set()


def test_an_exact_name_is_taken_before_a_part_of_another() -> None:
    names = {"Norland": (), "Norland Rail": (), "Greater Norland": ("Norl",)}
    assert look_up("actor", "norland", names) == {"Norland"}
    assert look_up("actor", "norl", names) == {"Greater Norland"}
    assert look_up("actor", "land", names) == set(names)


@pytest.mark.parametrize(
    ("asked", "meant"), [("US", "United States"), ("u.s.", "United States"), ("uni", "United States"), ("rail", "Rail")]
)
def test_short_words_are_no_pieces_of_others(asked: str, meant: str) -> None:
    names = {"Russia": ("Moscow",), "United States": ("U.S.", "Washington"), "Rail": (), "Trailers": ()}
    assert look_up("actor", asked, names) == {meant}


def test_a_short_word_that_stands_nowhere_is_not_found_inside_others() -> None:
    with pytest.raises(NotFound):
        look_up("actor", "UK", {"Nigeria": ("Lukman",)})


@pytest.mark.parametrize(
    ("filters", "complaint"),
    [
        (Filters(actor="Nordland"), "no actor named 'Nordland' in this book; near to it: Norland"),
        (Filters(actor="Iwo Rusk"), "near to it: Iwo Rask"),
        (Filters(actor="xyz"), "it has Norland, Sudmark"),
        (Filters(issue="fishing"), "no issue named 'fishing' in this book; it has river fees, lock at Vey$"),
        (Filters(issue="locks"), "near to it: lock at Vey$"),
        (Filters(outlet="The Harold"), "near to it: The Herald"),
    ],
)
def test_an_unknown_name_is_answered_with_near_ones(filters: Filters, complaint: str) -> None:
    with pytest.raises(NotFound, match=complaint):
        choose(contents(), filters)


@pytest.mark.parametrize(
    ("filters", "complaint"),
    [
        (Filters(act=("demnad",)), "no act named 'demnad'; did you mean demand"),
        (Filters(act=("xyz",)), "the acts are demand, offer"),
        (Filters(since="April"), "'April' is no date; write it as 2024-06-15"),
        (Filters(until="2031-13"), "'2031-13' is no date"),
        (Filters(since="2031-05", until="2031-04-30"), "nothing lies between 2031-05 and 2031-04-30"),
    ],
)
def test_what_is_no_act_or_date_is_refused(filters: Filters, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        choose(contents(), filters)


def test_narrowing_keeps_whole_positions_and_all_articles() -> None:
    cut = narrow(contents(), Filters(outlet="gazette"))
    assert [position.id for position in cut.reconciled.positions] == ["p-10aa"]
    assert {statement.id for statement in cut.statements} == {"s-copy", "s-fees"}
    assert cut.articles == contents().articles


def test_narrowing_by_nothing_changes_nothing() -> None:
    assert narrow(contents(), Filters()) == contents()
