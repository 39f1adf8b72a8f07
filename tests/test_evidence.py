"""What stands behind a statement: its document, date, speaker and say-so chain."""

from dataclasses import replace

import pytest

from sayso.evidence import Dated, Evidence, Period, earliest, latest, period, sort_date
from sayso.records import Contents, Fact, Holder, Holding, Link
from tests import talks
from tests.factories import article, statement


def evidence(*statements: object) -> Evidence:
    return Evidence(replace(talks.contents(), statements=(*talks.STATEMENTS, *statements)))


def named(id: str) -> str:
    found = evidence()
    return found.drawn(found.statements[id])


def test_a_document_goes_by_its_name() -> None:
    assert evidence().document(talks.FIRST.key) == "herald-1"


def test_documents_of_one_name_are_told_apart_by_their_key() -> None:
    one, other = article("One text.", "post"), article("Another text.", "post")
    found = Evidence(Contents((one, other)))
    assert {found.document(one.key), found.document(other.key)} == {f"post~{one.key[:6]}", f"post~{other.key[:6]}"}


def test_a_date_said_is_taken_before_the_date_published() -> None:
    found = evidence()
    assert found.dated(found.statements["s-fees"]) == Dated("2031-03-02", "said", "day")
    assert found.dated(found.statements["s-copy"]) == Dated("2031-03", "published", "month")


def test_an_unknown_date_stays_unknown() -> None:
    undated = statement(talks.FOREIGN, "Nichts Neues", id="s-x")
    assert evidence(undated).dated(undated) == Dated(None, "unknown", None)


def test_a_chain_runs_from_the_outlet_through_the_relays_to_the_speaker() -> None:
    assert named("s-cap") == 'The Herald <- Tarn News Agency <- "three informed sources" <- Norland'
    assert named("s-fees") == "The Herald <- Ada Brenn (Norland)"


def test_a_chain_without_an_outlet_says_so() -> None:
    said = statement(talks.FOREIGN, "Nichts Neues", id="s-x", holder="Norland")
    assert evidence(said).drawn(said) == "outlet unknown <- Norland"


def test_an_outlet_that_names_itself_stands_once_in_the_chain() -> None:
    itself = Link("outlet", Holder("the Herald", name="The Herald"))
    said = statement(talks.FIRST, talks.FEES, id="s-x", holder="Norland", via=(itself,))
    assert evidence(said).drawn(said) == "The Herald <- Norland"


def test_a_described_speaker_stands_in_quotation_marks_with_its_party() -> None:
    holder = Holder("the minister", described="Norland's trade minister", party="Norland", kind="person")
    said = statement(talks.FIRST, talks.FEES, id="s-fees", holder=holder)
    found = Evidence(replace(talks.contents(), statements=(said,)))
    assert found.drawn(said) == 'The Herald <- "Norland\'s trade minister" (Norland)'


def test_a_source_without_a_name_makes_a_statement_anonymous() -> None:
    found = evidence()
    assert {id for id, one in found.statements.items() if found.anonymous(one)} == {"s-cap"}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], Period()),
        ([None], Period()),
        (["2031-05-02", "2031-03-01", None], Period("2031-03-01", "2031-05-02")),
        (["2031-03", "2031-03-09", "2031"], Period("2031-03-09", "2031-03-09")),
        (["2031-03", "2031-05"], Period("2031-03", "2031-05")),
    ],
)
def test_a_period_is_told_by_its_most_precise_dates(dates: list[str | None], expected: Period) -> None:
    assert period(dates) == expected


def test_a_cut_date_means_all_of_its_days() -> None:
    assert (earliest("2031"), latest("2031")) == ("2031-01-01", "2031-12-31")
    assert (earliest("2031-02"), latest("2031-02")) == ("2031-02-01", "2031-02-31")
    assert earliest("2031-02-03") == latest("2031-02-03") == "2031-02-03"


def test_statements_of_a_position_come_the_earliest_first() -> None:
    found = evidence()
    assert [one.id for one in found.of(found.positions["p-10aa"])] == ["s-fees", "s-copy"]


def test_a_statement_that_is_gone_is_passed_over() -> None:
    found = Evidence(replace(talks.contents(), statements=talks.STATEMENTS[1:]))
    assert [one.id for one in found.of(found.positions["p-10aa"])] == ["s-fees"]


def test_a_fact_is_known_by_its_value_alone() -> None:
    said = statement(talks.FIRST, talks.FEES, id="s-x", said=Fact(None, "text"))
    assert evidence(said).dated(said).kind == "published"


def test_a_month_is_sorted_after_its_days_and_a_year_after_its_months() -> None:
    dates = [None, "2031", "2031-03", "2031-04-01", "2031-03-31", "2032-01-01", "2030"]
    in_order = ["2030", "2031-03-31", "2031-03", "2031-04-01", "2031", "2032-01-01", None]
    assert sorted(dates, key=sort_date) == in_order


def test_a_holding_decides_toward_whom_and_that_it_is_toward_nobody() -> None:
    """Of two parties that are merged one speaks to the other: to itself, under a name that is no actor's any more."""
    within = statement(talks.FIRST, "must drop the river fees", id="s-in", addressee="Upper Norland")
    contents = replace(talks.contents(), statements=(within,))
    assert Evidence(contents).addressee(within) == "Upper Norland"
    settled = replace(contents.reconciled, holdings=(Holding("s-in", "Norland", "user file"),))
    assert Evidence(replace(contents, reconciled=settled)).addressee(within) is None
