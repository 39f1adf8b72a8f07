"""For whom somebody speaks, by offices held, campaigns and definite nouns."""

import pytest

from sayso.records import Holder
from tests.reconcile.whose import actor, article, described, person, resolve, said


@pytest.mark.parametrize(
    ("holder", "published", "name"),
    [
        (person("Vladimir Putin"), "2014-03-05", "Russia"),
        (person("Putin"), "2014-03-05", "Russia"),
        (person("Vladimir Putin"), "1995-03-05", "Vladimir Putin"),
        (person("Vladimir Putin", "chairman of Harbour Bank"), "2014-03-05", "Harbour Bank"),
        (described("Putin's spokesman"), "2014-03-05", "Russia"),
        (described("the Putin administration"), "2014-03-05", "Russia"),
        (person("Ann Lee"), "2014-03-05", "Ann Lee"),
        (person("Vladimir Putin", "a teacher"), "2014-03-05", "Vladimir Putin"),
        (person("Vladimir Putin"), "2014", "Russia"),
        (person("Merkel"), "2014-03-05", "Merkel"),
        (person("Vladimir Putin", "his Russian counterpart"), "2014-03-05", "Russia"),
        (person("Vladimir Putin", "her counterpart"), "2014-03-05", "Russia"),
        (person("Putin", "a farmer"), "2014-03-05", "Putin"),
    ],
)
def test_who_held_an_office_then_speaks_for_its_party(holder: Holder, published: str, name: str) -> None:
    assert actor(holder, "The talks in Moscow went on.", published) == name


def test_who_is_known_by_surname_alone_is_shown_in_full() -> None:
    (found,) = resolve(said(person("Putin")), articles=(article("a", "Putin spoke in Moscow.", "2014-03-05"),))
    assert found.speaker == "Vladimir Putin"
    assert found.how.startswith("the list of offices: president of Russia from ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Lund campaign is short of money before the election.", "Lund campaign"),
        ("Before the election voters liked presidential candidate Mara Lund.", "Lund campaign"),
        ("Mara Lund, one of six candidates, spoke on the ballot.", "Lund campaign"),
        ("After the election Supreme Court nominee Mara Lund spoke.", "Mara Lund"),
        ("Mara Lund, a candidate for the job of director, spoke of the election.", "Mara Lund"),
        ("Mara Lund is campaigning for higher pay since the election.", "Mara Lund"),
        ("Mara Lund is running for mayor in the June election.", "Lund campaign"),
        ("The Lund campaign against litter began before the election.", "Mara Lund"),
        ("The Lund campaign is short of money.", "Mara Lund"),
        ("The election is in June.", "Mara Lund"),
    ],
)
def test_who_runs_for_an_office_speaks_for_a_campaign(text: str, name: str) -> None:
    (found,) = resolve(said(person("Mara Lund")), articles=(article("a", text),))
    assert (found.actor, found.speaker) == (name, "Mara Lund")


@pytest.mark.parametrize(
    ("words", "text", "name"),
    [
        ("the union", "The United Dockers of Tarn met.", "United Dockers of Tarn"),
        ("the union", "The United Workers of Tarn met.", "United Workers of Tarn"),
        ("the agency", "UNION TALKS FAIL The Ports and Ferries Commission met.", "Ports and Ferries Commission"),
        ("the regime", "The Syrian regime fell back near Aleppo, and Turkey, Russia and Iran met.", "Syria"),
        ("the regime", "The Syrian regime met the Turkish regime.", "regime (a)"),
        ("a regime", "The Syrian regime fell back.", "regime (a)"),
        ("the committee", "The Tarn Rivers Committee met. It was late.", "Tarn Rivers Committee"),
        ("the union", "The Union of Ferry Crews met.", "Union of Ferry Crews"),
        ("the union", "The Union of Ferry Crews met the Dockers Union.", "union (a)"),
        ("a committee", "The Tarn Rivers Committee met.", "committee (a)"),
        ("the militants", "Hezbollah fired. Hezbollah said so.", "Hezbollah"),
        ("the militants", "The road was shut.", "militants (a)"),
        ("the militants", "Somebody spoke of Hamas.", "militants (a)"),
        ("the group", "Hezbollah fired. Hezbollah said so.", "group (a)"),
        ("the bank", "They met on the West Bank.", "bank (a)"),
    ],
)
def test_a_definite_noun_stands_for_the_one_body_of_its_kind(words: str, text: str, name: str) -> None:
    assert actor(described(words), text) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lund campaign chairman", "Lund campaign"),
        ("a former soldier and director of the Harbour League", "Harbour League"),
        ("president of Norlandic sugar producer Halden-Tarn", "Halden-Tarn"),
        ("head of the inland programme at Tarn House", "Tarn House"),
        ("majority leader", "Ann Lee"),
        ("president of the University of Tarn at Austby", "University of Tarn at Austby"),
        ("chief executive of Bread for the Isles", "Bread for the Isles"),
        ("a former ambassador to Iraq and Afghanistan", "Ann Lee"),
    ],
)
def test_what_a_description_tells_of_the_body(words: str, name: str) -> None:
    assert actor(person("Ann Lee", words)) == name


def test_a_campaign_is_not_that_of_another_of_the_same_name() -> None:
    text = "Before the election voters liked presidential candidate Mara Lund. Former president Bert Lund spoke, too."
    assert actor(person("Bert Lund"), text) == "Bert Lund"


def test_a_nomination_of_long_ago_is_no_campaign() -> None:
    text = "Lund, the party's 2010 presidential nominee, spoke before the election."
    assert actor(person("Mara Lund"), text, "2031-05-02") == "Mara Lund"
    assert actor(person("Mara Lund"), text, "2010-05-02") == "Lund campaign"


def test_who_goes_by_the_first_name_has_a_campaign_by_it() -> None:
    text = "Presidential candidate Roh Tarn spoke. Roh said that Roh’s plan was ready. Many will vote for Roh."
    assert actor(person("Roh Tarn"), text) == "Roh campaign"


def test_an_administration_is_that_of_who_leads_it_then() -> None:
    text = "The talks in Moscow went on."
    assert actor(described("Putin Administration officials"), text, "2014-03-05") == "Russia"
    assert actor(described("Lund Administration officials"), text, "2014-03-05") == "Lund Administration"
