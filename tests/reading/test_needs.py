"""What an entry of the lexicon asks for beside its word: the same word makes an act or none by what stands with it."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import told

PAIRS = [
    ("infinitive", "Kenya asked Uganda to reopen the line.", "demand", "Kenya asked Uganda about the line."),
    ("clause", "Peru pushed for a truce.", "demand", "Peru pushed the cart."),
    ("gerund", "Peru suggested splitting the catch.", "offer", "Peru suggested a walk."),
    ("subjunctive", "Japan insists that the pact be signed.", "demand", "Japan insists that the pact is old."),
    ("workers", "The miners struck on Monday.", "protest", "The clock struck on Monday."),
    ("measure", "Britain imposed a tariff.", "sanction", "Britain imposed a silence."),
    ("place", "The army struck the airfield.", "assault", "The idea struck the children."),
    ("force", "Greece deployed troops.", "mobilize", "Greece deployed experts."),
    ("party", "The minister met the union.", "consult", "The minister met the deadline."),
    ("person", "The board fired the manager.", "sanction", "The board fired the oven."),
    ("talks", "Peru held talks with Chile.", "consult", "Peru held the cup."),
    ("judged", "Peru called the fee a lie.", "accuse", "Peru called the fee a tax."),
    ("wished", "Austria would like Hungary to publish the text.", "demand", "Austria would like the text."),
    ("copula", "Ghana is against the fee.", "reject", "Ghana leaned against the fence."),
    ("impersonal", "Peru said the fee is unacceptable.", "reject", "Peru paid an unacceptable fee."),
    ("attack", "Israel launched an attack.", "assault", "Israel launched a website."),
]


@pytest.mark.parametrize(("need", "met", "act", "unmet"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_word_makes_an_act_only_with_what_it_needs(
    need: str, met: str, act: str, unmet: str, read: Callable[..., Reading]
) -> None:
    assert [found for found, _ in told(read(met))] == [act]
    assert told(read(unmet)) == []
