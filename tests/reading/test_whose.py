"""Whose act it is: the mention and the name that a network points at, laid beside what the rules make of the words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.gazetteer import Gazetteer
from sayso.reading.cues import Cue
from sayso.reading.decode import Candidate, Stretch
from sayso.reading.parse import Parsed
from sayso.reading.rules import Pass
from sayso.reading.whose import Whose
from sayso.records import Holder, Span

Ask = Callable[..., list[Holder]]


@pytest.fixture
def ask(parsed: Callable[..., Parsed], gazetteer: Gazetteer) -> Ask:
    """The holders of the act with a certain cue, where the network points at a mention and at a name, so surely."""

    def asking(text: str, cue: str, mention: str, name: str | None = None, share: float = 0.5) -> list[Holder]:
        article = parsed(text)
        whose = Whose(Pass(article, gazetteer), gazetteer, ())

        def place(words: str, last: bool = True) -> Span:
            start = text.rindex(words) if last else text.index(words)
            return Span(start, start + len(words))

        names = (Stretch(place(name, last=False), share),) if name else ()
        spans = (Stretch(place(cue), 0.9),)
        candidate = Candidate(place(cue), 0.9, {"reject": 0.9}, spans, (Stretch(place(mention), 0.9),), names, 0.1)
        head = next(article.doc[i] for i in article.at(place(cue)))
        found = Cue(head, "reject", (head.i,))
        return whose.holders(candidate, found, whose.opinions(candidate, found, []))

    return asking


def test_the_company_is_whom_the_network_points_at(ask: Ask) -> None:
    text = "Sund Line and the port of Varn met on Monday. Nobody was pleased. The company rejected the plan."
    (holder,) = ask(text, "rejected", "The company", "Sund Line")
    assert (holder.name, holder.words) == ("Sund Line", "The company")


def test_of_he_and_she_the_rules_know_more(ask: Ask) -> None:
    text = "Pavel Lund sat beside the minister, Igor Brenn. Lund was pleased. He rejected the plan."
    assert [each.name for each in ask(text, "rejected", "He", "Igor Brenn")] == ["Pavel Lund"]


def test_she_is_no_man_whatever_the_network_points_at(ask: Ask) -> None:
    text = "Peter Lund was there. The envoy was pleased. Later she rejected the plan."
    assert all(each.name != "Peter Lund" for each in ask(text, "rejected", "she", "Peter Lund"))


def test_the_government_is_nobody_without_an_office(ask: Ask) -> None:
    text = "Hilda Morvan, 27, lives abroad. The government rejected the plan."
    assert all(each.name != "Hilda Morvan" for each in ask(text, "rejected", "The government", "Hilda Morvan"))
    text = "The premier, Hilda Morvan, came late. The government rejected the plan."
    assert [each.name for each in ask(text, "rejected", "The government", "Hilda Morvan")] == ["Hilda Morvan"]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Varn jets and the editorial of the Tarn Register rejected the plan.", "Tarn Register"),
        ("French and Spanish farmers rejected the plan.", "French"),
    ],
)
def test_a_name_in_the_mention_itself_comes_first(text: str, mention: str, ask: Ask) -> None:
    assert mention in {holder.name for holder in ask(text, "rejected", mention)}


def test_we_are_all_who_say_so(ask: Ask) -> None:
    text = "“We have rejected the plan,” the trade ministers of Peru and Chile said."
    assert [each.name for each in ask(text, "rejected", "We")] == ["Peru", "Chile"]
