"""One position with its evidence, found by its id or a piece of it."""

import pytest

from sayso.errors import NotFound, UsageError
from sayso.views import position
from tests.talks import FEES, contents


@pytest.mark.parametrize("id", ["p-10aa", "p-10a", " p-10aa ", "s-fees", "s-copy"])
def test_a_position_is_found_by_its_id_its_beginning_or_a_statement_of_it(id: str) -> None:
    assert position(contents(), id).row.id == "p-10aa"


def test_a_beginning_that_fits_several_is_refused_with_their_ids() -> None:
    with pytest.raises(UsageError, match="'p-1' begins 2 position ids: p-10aa, p-10bb; give more of it"):
        position(contents(), "p-1")


@pytest.mark.parametrize(
    ("id", "hint"), [("p-10ab", "near to it: p-10bb, p-10aa|p-10aa, p-10bb"), ("", "lists the ids")]
)
def test_an_unknown_id_is_not_found(id: str, hint: str) -> None:
    with pytest.raises(NotFound, match=hint):
        position(contents(), id)


def test_each_statement_comes_with_where_when_and_through_whom() -> None:
    first, copy = position(contents(), "p-10aa").evidence
    assert (first.document, first.outlet, first.speaker) == ("herald-1", "The Herald", "Ada Brenn")
    assert (first.published.value, first.said.value) == ("2031-03-04", "2031-03-02")
    assert (first.addressee, first.quote, first.end - first.start) == ("Sudmark", FEES, len(FEES))
    assert first.chain == "The Herald <- Ada Brenn (Norland)"
    assert (first.copies, copy.copies) == (("gazette-1",), ("herald-1",))


def test_a_date_cut_to_its_month_comes_after_the_days_of_that_month() -> None:
    assert [quoted.published.value for quoted in position(contents(), "p-10aa").evidence] == ["2031-03-04", "2031-03"]


def test_a_claim_about_a_rival_is_marked_and_leads_to_who_claims_it() -> None:
    (told,) = position(contents(), "p-4").evidence
    assert told.claimed
    assert told.chain == "The Herald <- Iwo Rask <- Norland"
    assert told.url == "https://herald.example/2"
