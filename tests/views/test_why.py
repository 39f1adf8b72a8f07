"""Why statements stand under an actor."""

from dataclasses import replace

import pytest

from sayso.errors import NotFound
from sayso.views import why
from tests.talks import contents


def test_each_kind_of_evidence_is_told_with_its_statements() -> None:
    told = why(contents(), "norland")
    assert (told.name, told.kind) == ("Norland", "state")
    assert sum(reason.statements for reason in told.reasons) == 5
    assert [reason.statements for reason in told.reasons] == sorted(
        (reason.statements for reason in told.reasons), reverse=True
    )
    quotes = {statement.id: statement.quote for statement in contents().statements}
    for reason in told.reasons:
        assert reason.how
        assert reason.documents
        assert quotes[reason.id] == reason.quote


def test_an_alias_will_do() -> None:
    assert why(contents(), "Iwo Rask").name == "Sudmark"


def test_a_part_of_one_name_will_do_and_of_several_will_not() -> None:
    found = contents()
    actor = found.reconciled.actors[0]
    pair = (replace(actor, name="Harbour League"), replace(actor, name="Harbour Bank"))
    book = replace(found, reconciled=replace(found.reconciled, actors=pair))
    assert why(book, "league").name == "Harbour League"
    with pytest.raises(NotFound, match=r"2 actors .* Harbour Bank, Harbour League; give one in full"):
        why(book, "harbour")


def test_a_name_that_is_not_there_names_those_near_to_it() -> None:
    with pytest.raises(NotFound, match="near to it: Norland"):
        why(contents(), "Norlnd")
    with pytest.raises(NotFound, match="lists them"):
        why(contents(), "xyzzy")
