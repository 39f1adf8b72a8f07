"""Who held which office when."""

import csv
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations, groupby
from operator import itemgetter

import pytest

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.tenures import Tenure, Tenures, tenures

ROWS = [
    Tenure("Ada Brenn", "Norland", "president", "1990-03", "1998-02"),
    Tenure("Ada Brenn", "United Nations", "secretary-general", "2001-01", ""),
    Tenure("Ole Brenn", "Norland", "president", "2010-01", "2014-01"),
    Tenure("Ole Brenn", "Norland", "president", "2018-01", ""),
    Tenure("Wen Dao", "China", "premier", "1990-01", "1995-01"),
    Tenure("Tam al-Orl", "Orland", "king", "1980-01", "1999-01"),
    Tenure("Ida Lund", "Norland", "foreign minister", "1990-03", "1998-02"),
]


@pytest.mark.parametrize(
    ("name", "month", "party"),
    [
        ("Ada Brenn", "1990-03-31", "Norland"),
        ("Ada Brenn", "1990-02", None),
        ("Ada Brenn", "1999-05", None),
        ("ada brenn", "2020-05", "United Nations"),
        ("Ada Brenn", "", None),
        ("Ada Brenn", "1995", None),
        ("Ole Brenn", "", "Norland"),
        ("Brenn", "1995-05", "Norland"),
        ("Brenn", "2012-05", "Norland"),
        ("Brenn", "2016-05", None),
        ("Brenn", "", None),
        ("Wen", "1991-05", "China"),
        ("Dao", "1991-05", None),
        ("Orl", "1991-05", "Orland"),
        ("Lund", "1991-05", None),
        ("Ida Lund", "1991-05", "Norland"),
        ("Nobody Known", "1991-05", None),
    ],
)
def test_a_name_and_a_time_tell_the_office(name: str, month: str, party: str | None) -> None:
    found = Tenures(ROWS).of(name, month)
    assert (found.party if found else None) == party


def test_two_of_one_surname_in_office_at_once_are_nobody() -> None:
    rows = [*ROWS, Tenure("Eva Brenn", "Orland", "prime minister", "2012-01", "2013-01")]
    assert Tenures(rows).of("Brenn", "2012-05") is None


def test_a_tenure_says_what_it_was() -> None:
    assert str(ROWS[0]) == "president of Norland from 1990-03 to 1998-02"
    assert str(ROWS[1]) == "secretary-general of United Nations from 2001-01"


def pairs(rows: list[dict[str, str]]) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Any two rows of one person."""
    for _, own in groupby(sorted(rows, key=itemgetter("name")), itemgetter("name")):
        yield from combinations(list(own), 2)


def test_the_bundled_list_holds_together() -> None:
    with (files("sayso") / "data" / "tenures.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    gazetteer = Gazetteer.load()
    months = [each[side] for each in rows for side in ("since", "until") if each[side]]
    assert all(len(month) == 7 and "1945" < month < "2030" and 1 <= int(month[5:]) <= 12 for month in months)
    assert all(not each["until"] or each["since"] <= each["until"] for each in rows)
    assert not [each for each in rows if not (each["name"] and each["party"] and each["office"])]
    assert len({tuple(each.values()) for each in rows}) == len(rows)
    for one, other in pairs(rows):
        if one["party"] != other["party"]:
            both = max(one["since"], other["since"]), min(one["until"] or "9999", other["until"] or "9999")
            assert both[0] >= both[1], f"{one['name']} speaks for two parties at once: {both}"
    known = {each["party"]: gazetteer.party(each["party"]) for each in rows}
    assert not [name for name, party in known.items() if party is not None and party.name != name]
    assert tenures().of("Nobody Known", "2014-05") is None
