"""The gazetteer's doors: who certain words mean, whom a title or a group speaks for, what is only a relay."""

import subprocess
import sys

import pytest

from sayso.errors import UsageError
from sayso.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("words", "name", "how"),
    [
        ("Turkey", "Turkey", "name"),
        ("Turkey's", "Turkey", "name"),
        ("TURKEY", "Turkey", "name"),
        ("the U.S.", "United States", "alias"),
        ("US", "United States", "alias"),
        ("Britain", "United Kingdom", "alias"),
        ("Côte d'Ivoire", "Ivory Coast", "alias"),
        ("Swaziland", "Eswatini", "alias"),
        ("Kosovo", "Kosovo", "name"),
        ("Moscow", "Russia", "capital"),
        ("Brasília", "Brazil", "capital"),
        ("Bonn", "West Germany", "capital"),
        ("the Kremlin", "Russia", "seat"),
        ("Downing Street", "United Kingdom", "seat"),
        ("the US state department", "United States", "seat"),
        ("the Turks", "Turkey", "demonym"),
        ("Britons", "United Kingdom", "demonym"),
        ("Opec", "OPEC", "name"),
        ("the International Monetary Fund", "IMF", "alias"),
        ("“the United Nations”", "United Nations", "name"),
        ("western leaders", "Western governments", "alias"),
    ],
)
def test_names_lead_to_their_party(gazetteer: Gazetteer, words: str, name: str, how: str) -> None:
    found = gazetteer.party(words)
    assert found is not None
    assert (found.name, found.how) == (name, how)


@pytest.mark.parametrize(
    "words",
    ["us", "who", "it", "turkey", "polish", "the west", "Washington Post", "Michael Jordan", "Paris Hill", "", "."],
)
def test_words_that_only_look_like_names_lead_nowhere(gazetteer: Gazetteer, words: str) -> None:
    assert gazetteer.party(words) is None


def test_every_state_has_one_plain_name_and_no_dependency_is_one(gazetteer: Gazetteer) -> None:
    states = {name for name, entry in gazetteer.names.entries.items() if entry.kind == "state"}
    assert {"North Macedonia", "Taiwan", "Palestine", "Soviet Union", "South Sudan", "Timor-Leste"} - states == {
        "Timor-Leste"
    }
    assert states & {"Republic of Macedonia", "Bouvet Island", "The Bahamas"} == set()
    assert len(states) > 200


@pytest.mark.parametrize(
    ("words", "head", "of", "stands"),
    [
        ("Turkish Foreign Minister", "minister", "Turkish", "state"),
        ("Turkish Foreign Minister Ali Deniz", "minister", "Turkish", "state"),
        ("Norland's deputy oil minister", "minister", "Norland's", "state"),
        ("minister of finance of Norland", "minister", "Norland", "state"),
        ("Treasury Secretary", "treasury secretary", "", "state"),
        ("the central bank president", "central bank president", "", "state"),
        ("chairman of J.P. Morgan and Co", "chairman", "J.P. Morgan and Co", "body"),
        ("chairman and chief executive of Harbour Corp", "chief executive", "Harbour Corp", "body"),
        ("director of Human Rights Watch", "director", "Human Rights Watch", "body"),
        ("British ambassador to Norland", "ambassador", "British", "state"),
        ("a spokeswoman for the Dock Workers' Union", "spokeswoman", "Dock Workers' Union", "body"),
        ("Sen.", "sen", "", "none"),
        ("Green Party presidential candidate", "presidential candidate", "Green Party", "none"),
    ],
)
def test_titles_tell_whom_their_bearer_speaks_for(
    gazetteer: Gazetteer, words: str, head: str, of: str, stands: str
) -> None:
    title = gazetteer.title(words)
    assert title is not None
    assert (title.head, title.of, title.stands) == (head, of, stands)


def test_titles_know_what_is_over_and_what_only_lends_a_voice(gazetteer: Gazetteer) -> None:
    former, spokesman = gazetteer.title("the former Turkish president"), gazetteer.title("a government spokesman")
    assert former is not None
    assert former.former
    assert spokesman is not None
    assert spokesman.spokes
    assert gazetteer.title("a red boat") is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("three informed Turkish sources", "Turkey"),
        ("U.S. officials", "United States"),
        ("the French finance ministry", "France"),
        ("the government of Turkey", "Turkey"),
        ("Turkish officials at the UN", "Turkey"),
        ("OPEC President", "OPEC"),
        ("OPEC members", "OPEC"),
        ("White House press secretary", "United States"),
        ("UN secretary-general", "United Nations"),
        ("head of the pay unit at the Red Cross", "International Committee of the Red Cross"),
        ("Australian government officials", "Australia"),
        ("Hamas militants", "Hamas"),
        ("the remaining Isis fighters", "Islamic State"),
        ("head of the Turkish central bank's legal department", "Turkey"),
    ],
)
def test_the_described_speak_for_a_known_party(gazetteer: Gazetteer, words: str, name: str) -> None:
    found = gazetteer.stands_for(words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "words",
    [
        "Turkish-backed rebels",
        "West German banks",
        "senior West German banking sources",
        "Japanese companies",
        "French members",
        "Turkey's National Harbour Board",
        "former Turkish president",
        "British actor",
        "president of the Sailing Organization of America",
        "officials",
        "Turkish fighters",
        "Dock Bank militants",
        "Halden State",
    ],
)
def test_groups_of_their_own_speak_for_no_state(gazetteer: Gazetteer, words: str) -> None:
    assert gazetteer.stands_for(words) is None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Reuters", "agency"),
        ("the state-run Anadolu news agency", "agency"),
        ("the Norland Post", "outlet"),
        ("the Post", "outlet"),
        ("the daily Tagwache", "outlet"),
        ("Norland state television", "broadcast"),
        ("a letter to the banks", "document"),
        ("a Facebook post", "post"),
        ("a post", "post"),
        ("Turkey", None),
        ("the World Bank", None),
        ("ap", None),
    ],
)
def test_relays_are_told_by_their_role(gazetteer: Gazetteer, words: str, role: str | None) -> None:
    assert gazetteer.is_relay(words) == role


def test_anonymous_people_pronouns_and_reduced_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.anonymous("three informed sources")
    assert gazetteer.anonymous("people familiar with the matter")
    assert not gazetteer.anonymous("the Turkish government")
    assert gazetteer.is_pronoun("they")
    assert not gazetteer.is_pronoun("US")
    assert gazetteer.reduced("some of the senior regional banks") == "regional banks"


@pytest.mark.parametrize("words", ["US-backed forces", "Kurdish authorities", "Northern State", "Halden Management"])
def test_what_only_tells_what_a_group_is_like_is_no_owner(gazetteer: Gazetteer, words: str) -> None:
    assert gazetteer.group(words) is None


@pytest.mark.parametrize("words", ["the safety director", "its head of compliance", "a sales manager"])
def test_what_somebody_is_in_charge_of_is_no_owner(gazetteer: Gazetteer, words: str) -> None:
    found = gazetteer.title(words)
    assert found is not None
    assert found.of in ("", "its")


def test_every_state_has_an_adjective(gazetteer: Gazetteer) -> None:
    for word in ("Australian", "Azeri", "Brazilian", "Kenyan", "Norwegian", "Thai", "Vietnamese", "Zambian"):
        assert gazetteer.demonym(word) is not None


def test_blocs_have_members_and_states_a_past(gazetteer: Gazetteer) -> None:
    assert "Norway" in gazetteer.members_of("NATO")
    assert gazetteer.members_of("Norway") == ()
    assert gazetteer.earlier("Russia") == (("Soviet Union", "1991-12"),)


def test_a_text_is_searched_for_parties_and_for_whom_it_introduces(gazetteer: Gazetteer) -> None:
    text = "The Turkish president, Ali Deniz, wrote in the Washington Post. Ann Lee, Britain's home secretary, met him."
    mentions = list(gazetteer.mentioned(text))
    assert [mention.party.name for mention in mentions] == ["Turkey", "United Kingdom"]
    assert [(name, party.name) for name, party in gazetteer.introduced(text, mentions)] == [
        ("Ali Deniz", "Turkey"),
        ("Ann Lee", "United Kingdom"),
    ]


USER = """
[bloc."Seven Isles"]
names = ["the Isles", "S.I."]
demonyms = ["Islander", "Islanders"]
capitals = ["Turku Bay"]
people = ["Ann Lee"]
members = ["Norland", "Sutland"]

[state.Georgia]
drop = ["Georgian"]

[institution]
"Black Sea Fleet" = ["Moscow"]

[titles]
state = ["harbour warden"]
"""


def test_a_user_file_adds_and_comes_first() -> None:
    own = Gazetteer.load(USER)
    found = {words: own.party(words) for words in ("SI", "Islanders", "Ann Lee", "Moscow", "Georgian", "Georgia")}
    assert {words: party and (party.name, party.how) for words, party in found.items()} == {
        "SI": ("Seven Isles", "user file"),
        "Islanders": ("Seven Isles", "user file"),
        "Ann Lee": ("Seven Isles", "person"),
        "Moscow": ("Black Sea Fleet", "user file"),
        "Georgian": None,
        "Georgia": ("Georgia", "user file"),
    }
    assert own.members_of("Seven Isles") == ("Norland", "Sutland")
    title = own.title("Islander harbour warden")
    assert title is not None
    assert title.of == "Islander"
    plain = Gazetteer.load().party("Moscow")
    assert plain is not None
    assert plain.name == "Russia"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[state\n", "not valid TOML"),
        ("[country]\nX = []", "line 1: [country]: unknown table. Allowed: state, bloc"),
        ("name = 'x'", "stands outside a table"),
        ("\n[state.Norland]\nnick = ['N']", "line 2: [state] 'Norland': unknown field 'nick'. Allowed: names"),
        ("[state]\nNorland = 'N'", "line 2: [state] 'Norland': holds 'N'. Allowed: a list of names"),
        ("[state.Norland]\nnames = [1]", "holds [1]"),
        ("[state.Norland]\nlater = 3", "holds 3. Allowed: one name"),
        ('[state]\n"" = ["N"]', "needs a name"),
    ],
)
def test_what_is_wrong_in_a_user_file_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        Gazetteer.load(text)
    assert told in str(error.value)


def test_importing_the_gazetteer_reads_no_country() -> None:
    code = "import sayso.gazetteer as g, countryinfo._cache as c; print(c.load_countries.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
