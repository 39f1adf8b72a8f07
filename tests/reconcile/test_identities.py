"""Whose a statement is: through names, titles, other articles, and nothing that is not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer import Gazetteer
from sayso.reconcile.identities import identify
from sayso.records import Actor, Holder, Holding, Link, Statement
from tests.reconcile.whose import GAZETTEER, actor, article, described, party, person, resolve, said


@pytest.mark.parametrize(
    ("holder", "name"),
    [
        (party("Ankara"), "Turkey"),
        (party("the Kremlin"), "Russia"),
        (person("Ali Deniz", "Turkish Foreign Minister", "Turkish"), "Turkey"),
        (person("Ali Deniz", None, "Turkish"), "Turkey"),
        (person("Omar Fard", "OPEC President", "OPEC"), "OPEC"),
        (person("Ann Lee", "chairman of Harbour Bank Ltd"), "Harbour Bank"),
        (person("Ann Lee", "Green Party presidential candidate", "Green Party"), "Ann Lee"),
        (person("Ann Lee", "former Turkish president", "Turkish"), "Ann Lee"),
        (person("Ann Lee", "Treasury Secretary"), "Ann Lee"),
        (person("Ann Lee"), "Ann Lee"),
        (described("three informed Turkish sources"), "Turkey"),
        (described("Turkish-backed rebels"), "Turkish-backed rebels"),
        (described("some small regional banks"), "small regional banks"),
        (described("Western leaders", at="they"), "Western governments"),
        (described("a spokesman for the Dock Workers' Union"), "Dock Workers' Union"),
        (described("Harbour Bank officials"), "Harbour Bank"),
        (described("officials"), "officials (a)"),
    ],
)
def test_the_actor_is_the_party_that_a_holder_speaks_for(holder: Holder, name: str) -> None:
    assert actor(holder) == name


def test_a_person_is_known_by_the_words_of_other_articles() -> None:
    told = said(person("Ali Deniz", "Turkish president", "Turkish"))
    full, short, spelled = said(person("Ali Deniz"), "b"), said(person("Deniz"), "b"), said(person("Ali Denizz"), "b")
    holdings = resolve(told, full, short, spelled)
    assert [holding.actor for holding in holdings[:3]] == ["Turkey"] * 3
    assert [holding.speaker for holding in holdings[:3]] == ["Ali Deniz"] * 3
    assert "other articles" in holdings[1].how


def test_most_articles_decide_and_a_tie_decides_nothing() -> None:
    told = [said(person("Ali Deniz", f"{adjective} minister"), where) for adjective, where in
            (("Turkish", "a"), ("Turkish", "b"), ("Greek", "c"))]  # fmt: skip
    articles = tuple(article(name) for name in "abcd")
    assert resolve(*told, said(person("Ali Deniz"), "d"), articles=articles)[-1].actor == "Turkey"
    assert resolve(*told[1:], said(person("Ali Deniz"), "d"), articles=articles)[-1].actor == "Ali Deniz"


def test_an_article_that_only_introduces_a_person_tells_too() -> None:
    articles = (article("a", "The Turkish president, Ali Deniz, was there."), article("b"))
    holdings = resolve(said(party("Turkey")), said(person("Deniz"), "b"), articles=articles)
    assert (holdings[1].actor, holdings[1].speaker) == ("Turkey", "Ali Deniz")


def test_two_of_one_surname_stay_apart() -> None:
    told = [said(person("Ann Lee", "Turkish president")), said(person("Bob Lee", "Greek president"))]
    assert resolve(*told, said(person("Lee"), "b"))[-1].actor == "Lee"


def test_like_spelled_names_of_different_parties_stay_apart() -> None:
    told = [said(person("Boris Grandov", "Turkish minister")), said(person("Boris Grandow", "Greek minister"), "b")]
    assert [holding.actor for holding in resolve(*told)] == ["Turkey", "Greece"]
    assert len({holding.speaker for holding in resolve(*told)}) == 2


def test_accents_and_transliterations_are_one_person() -> None:
    told = [said(person("Élodie Zelenskaïa", "French minister")), said(person("Elodie Zelenskaia"), "b")]
    assert {holding.actor for holding in resolve(*told)} == {"France"}
    assert len({holding.speaker for holding in resolve(*told)}) == 1


def test_an_office_alone_means_the_state_that_the_article_is_about() -> None:
    text = "Norway spoke. Norwegian fish. Oslo again. Norway's fjords."
    assert actor(person("Ann Lee", "Prime Minister"), text) == "Norway"
    assert actor(described("the government"), text) == "Norway"
    assert actor(described("the government"), "Norway, Sweden, Denmark and Finland met.") == "government (a)"
    assert actor(person("Ann Lee", "president"), text) == "Ann Lee"


def test_an_office_that_is_one_states_by_name_needs_that_state_in_the_article() -> None:
    assert actor(person("Ann Lee", "Treasury Secretary"), "A visit to the United States.") == "United States"
    assert actor(person("Ann Lee", "Treasury Secretary"), "A visit.") == "Ann Lee"


def test_a_capital_means_the_state_of_its_time() -> None:
    assert actor(party("Moscow"), published="1987-03-01") == "Soviet Union"
    assert actor(party("Moscow"), published="2020-03") == "Russia"
    assert actor(party("Moscow"), "The Soviet Union and Soviet officials.") == "Soviet Union"
    assert actor(party("Germany"), published="1987") == "West Germany"


def test_acronyms_are_read_as_the_article_spells_them_out() -> None:
    text = "The Dock Workers' Union (DWU) said no."
    assert actor(party("DWU"), text) == "Dock Workers' Union"
    assert actor(party("Dock Workers' Union (DWU)"), text) == "Dock Workers' Union"
    assert actor(party("Commission"), "The European Commission met. The Commission said no.") == "European Commission"


def test_a_company_is_one_under_its_long_and_short_names() -> None:
    names = ["Kestrel Petroleum Ltd", "Kestrel Petroleum", "Kestrel"]
    assert {holding.actor for holding in resolve(*(said(party(name)) for name in names))} == {"Kestrel Petroleum"}
    apart = ["Kestrel Petroleum Ltd", "Kestrel Foods Inc", "Kestrel"]
    assert len({holding.actor for holding in resolve(*(said(party(name)) for name in apart))}) == 3


def test_pronouns_that_nothing_stands_for_are_not_merged() -> None:
    they = Holder("they", kind="unknown")
    actors, holdings = identify((article("a"), article("b")), (said(they), said(they, "b")), GAZETTEER)
    assert [holding.actor for holding in holdings] == ["they (a)", "they (b)"]
    assert {found.kind for found in actors} == {"unknown"}


def test_speakers_are_named_and_parties_need_none() -> None:
    holders = [party("Turkey"), described("the Turkish government"), described("U.S. officials"), party("the Kremlin"),
               described("one senior banker", at="he"), person("Ali Deniz", "Turkish minister")]  # fmt: skip
    assert [holding.speaker for holding in resolve(*(said(holder) for holder in holders))] == [
        None, None, "U.S. officials", "Kremlin", "one senior banker", "Ali Deniz"]  # fmt: skip


@pytest.mark.parametrize(
    ("link", "claimed"),
    [
        (Link("party", party("Greece")), True),
        (Link("source", described("Greek officials")), True),
        (Link("source", described("Turkish officials")), False),
        (Link("source", described("two sources")), False),
        (Link("spokesman", described("a Turkish spokesman")), False),
        (Link("agency", party("Reuters")), False),
        (Link("document", party("Greece")), False),
        (Link("party", party("Turkey")), False),
    ],
)
def test_what_another_party_tells_is_claimed(link: Link, claimed: bool) -> None:
    assert resolve(said(party("Turkey"), via=(link,)))[0].claimed is claimed


def test_a_member_tells_what_its_bloc_does() -> None:
    assert not resolve(said(party("OPEC"), via=(Link("party", party("Kuwait")),)))[0].claimed


def test_addressees_are_resolved_and_pronouns_are_none() -> None:
    holdings = resolve(said(party("Turkey"), to=party("Athens")), said(party("Turkey"), to=Holder("them")))
    assert [holding.addressee for holding in holdings] == ["Greece", None]


def test_actors_carry_their_kind_and_the_words_for_them() -> None:
    statements = (said(person("Ali Deniz", "Turkish minister")), said(party("Ankara"), to=party("Athens")))
    actors, _ = identify((article("a"),), statements, GAZETTEER)
    assert actors == (
        Actor("Greece", "state", ("Athens",)),
        Actor("Turkey", "state", ("Ali Deniz", "Ankara", "Turkish minister")),
    )


def test_a_users_file_decides_over_all_words() -> None:
    own = Gazetteer.load('[bloc."Seven Isles"]\npeople = ["Ann Lee"]\n[person]\n"Bo Falk" = ["B. Falk"]')
    holders = [person("Ann Lee", "Turkish minister"), person("B. Falk", "Greek minister")]
    _, holdings = identify((article("a"),), tuple(said(holder) for holder in holders), own)
    assert [holding.actor for holding in holdings] == ["Seven Isles", "Bo Falk"]


HOLDERS = [
    *(party(name) for name in ("Turkey", "Kestrel", "Kestrel Petroleum Ltd")),
    *(described(words) for words in ("Lee aides", "rebels", "Rebels", "the government")),
    *(person("Ann Lee", title) for title in ("Turkish minister", "Greek minister")),
    *(person(name) for name in ("Lee", "Ann Leigh")),
    person("Bob Lee", "aide to Ann Lee"),
]
MENTIONS = st.lists(st.tuples(st.sampled_from(HOLDERS), st.sampled_from("abc")), max_size=12)


@given(MENTIONS, st.randoms(use_true_random=False))
def test_order_changes_nothing(mentions: list[tuple[Holder, str]], chance: object) -> None:
    statements = [said(holder, where) for holder, where in mentions]
    articles = [article(name, "Turkey and Turkish tea in Ankara.") for name in "abc"]
    first = identify(articles, statements, GAZETTEER)
    chance.shuffle(statements)
    chance.shuffle(articles)
    assert identify(articles, statements, GAZETTEER) == first


USER = """
[group]
"Harbour Pilots' Guild" = []
[institution."Norway"]
names = ["Norland"]
[person]
"Ada Brenn" = []
"""


def told(*statements: Statement) -> tuple[tuple[Actor, ...], tuple[Holding, ...]]:
    return identify((article("a"), article("b")), statements, Gazetteer.load(USER))


@pytest.mark.parametrize("words", ["Guild", "the Guild", "HPG", "Pilots' Guild"])
def test_a_declared_body_is_meant_by_the_end_and_the_initials_of_its_name(words: str) -> None:
    [found], _ = told(said(party(words)))
    assert (found.name, found.kind) == ("Harbour Pilots' Guild", "group")


def test_a_declared_kind_wins_over_all_evidence() -> None:
    actors, _ = told(said(person("Norland")), said(party("Norway")))
    assert [(each.name, each.kind) for each in actors] == [("Norway", "institution")]


def test_a_declared_person_keeps_what_it_says() -> None:
    _, holdings = told(said(person("Brenn", "Turkish president")), said(person("Ada Brenn", "Turkish president")))
    assert {(each.actor, each.speaker) for each in holdings} == {("Ada Brenn", "Ada Brenn")}


def test_an_open_bracket_is_no_part_of_a_name() -> None:
    assert actor(party("Weir Board (WB")) == "Weir Board"
    assert actor(party("European Commission (EC")) == actor(party("European Commission"))


def test_a_body_is_one_under_its_full_and_its_cut_name() -> None:
    text = "The House Weir Committee met. The Weir Committee rose."
    assert actor(party("Weir Committee"), text) == "House Weir Committee"


def test_nobody_is_aimed_at_himself_at_a_relay_or_at_a_thing() -> None:
    relay, thing = described("reporters"), described("good idea")
    some = [said(party("Norway"), to=each) for each in (party("Oslo"), relay, thing)]
    assert [each.addressee for each in resolve(*some)] == [None] * 3


def test_aliases_are_no_clauses() -> None:
    clause = "private mill on the bank as secretary of state"
    [found], _ = identify((article("a"),), [said(person("Ann Lee", clause))], GAZETTEER)
    assert clause not in found.aliases


def test_one_articles_banker_is_not_anothers() -> None:
    some = [said(described(words), where) for words in ("a banker", "small farmers") for where in "ab"]
    found = sorted(each.actor for each in resolve(*some))
    assert found == ["banker (a)", "banker (b)", "small farmers", "small farmers"]


def test_one_act_of_one_described_twice_is_the_named_ones() -> None:
    both = [said(person("Tam Orl", "former miller and mayor")), said(described("former miller"))]
    assert {each.actor for each in resolve(*both)} == {"Tam Orl"}


HARBOUR = """Mara Lund, who wants to be mayor, spoke in the port on Monday. The Lund campaign has hired forty people.
The Free Dockers of Tarn (FDT) stayed away, and so did the National Union of Ferry Crews. NUFC members were told to
stay at home. Halden Petroleum Ltd owns the pier, and Halden wants it cleared."""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lund's campaign", "Lund campaign"),
        ("Lund's team", "Lund campaign"),
        ("the Lund administration", "Lund administration"),
        ("FDT", "Free Dockers of Tarn"),
        ("NUFC", "National Union of Ferry Crews"),
        ("Halden", "Halden Petroleum"),
        ("Iran-backed militias", "Iran-backed militias"),
        ("FDT fighters", "FDT fighters"),
        ("(FDT)", "Free Dockers of Tarn"),
        ("National", "National"),
        ("some pro-western Ferry Crews", "Ferry Crews"),
    ],
)
def test_a_body_goes_by_the_name_that_its_article_gives(words: str, name: str) -> None:
    lund, body = resolve(
        said(person("Mara Lund", words="Mara Lund")), said(described(words)), articles=(article("a", HARBOUR),)
    )
    assert (lund.actor, body.actor) == ("Mara Lund", name)


@pytest.mark.parametrize("words", ['"', "(", "()", " ", "“”"])
def test_words_that_are_none_stop_nothing(words: str) -> None:
    assert len(resolve(said(described(words)), said(party("Norland")))) == 2


def test_a_team_is_a_campaign_only_where_one_is_told_of() -> None:
    lund = said(person("Mara Lund", words="Mara Lund"))
    port = (article("a", "Mara Lund campaigned in the port, for Brownlund campaign money."),)
    assert [each.actor for each in resolve(lund, said(described("Lund's team")), articles=port)] == ["Mara Lund"] * 2


@pytest.mark.parametrize("name", ["Luis Sa", "Jose Co"])
def test_a_persons_name_may_end_as_a_companys(name: str) -> None:
    assert actor(person(name, words=name)) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("al-Qarn Martyrs Brigade", "al-Qarn Martyrs Brigade"),
        ("anti Dock Union", "anti Dock Union"),
        ("pro-western Dock Union", "Dock Union"),
        ("SECURITY FORCES", "SECURITY FORCES"),
    ],
)
def test_a_name_keeps_its_small_words(words: str, name: str) -> None:
    assert actor(described(words)) == name


def test_the_government_of_a_statesman_is_his_states() -> None:
    deniz = said(person("Ali Deniz", "Turkish President", "Turkish"))
    regime = said(described("the Deniz regime"))
    assert [each.actor for each in resolve(deniz, regime)] == ["Turkey", "Turkey"]


def test_a_company_is_nobody_in_person() -> None:
    assert actor(Holder("Norcroft Plc", None, "Norcroft Plc", None, None, "person")) == "Norcroft"
    lone, managed = resolve(said(party("Norcroft")), said(described("Norcroft management")))
    assert (lone.actor, managed.actor) == ("Norcroft", "Norcroft")


def test_its_secretary_general_speaks_for_what_it_is() -> None:
    (found,) = resolve(said(Holder("its chair", None, None, "its chair", "Dock Workers' Union", "unknown")))
    assert (found.actor, found.speaker) == ("Dock Workers' Union", "its chair")
