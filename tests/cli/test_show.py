"""sayso show: the words that a position rests on."""

import json
from dataclasses import replace

import pytest

from sayso.cli.highlight import highlight
from sayso.cli.screen import Screen
from sayso.cli.show import show_position
from sayso.views import position
from sayso.views.context import Context, Mark
from tests.cli.conftest import Run
from tests.talks import contents

EXPECTED = """\
p-10bb  Norland: accept
a cap on the fees
issue: river fees
2031-03-04; 1 statement in 1 article, 1 independent report
known only from unnamed sources

1. The Herald, published 2031-03-04
   Three informed sources told the Tarn News Agency that Norland [[could accept
   a cap on the fees]].
   say-so: The Herald <- Tarn News Agency <- "three informed sources" <- Norland
   from herald-1, characters 220 to 250
   the same text as gazette-1
"""


def test_each_statement_stands_in_its_sentence_with_its_say_so(run: Run, book: str) -> None:
    assert run("show", book, "p-10b").out == EXPECTED


def test_a_claim_and_a_date_said_are_told(run: Run, book: str) -> None:
    assert "1. The Herald, published 2031-04-10 (claimed by another party)" in run("show", book, "p-4").out
    assert "1. The Herald, published 2031-03-04, said 2031-03-02" in run("show", book, "p-10aa").out


def test_several_reports_are_told_as_the_most_there_can_be(capsys: pytest.CaptureFixture[str]) -> None:
    view = position(contents(), "p-10aa")
    show_position(Screen(80), replace(view, row=replace(view.row, origins=2)))
    assert "2 statements in 2 articles, at most 2 independent reports\n" in capsys.readouterr().out


def test_json_gives_the_marks_as_offsets(run: Run, book: str) -> None:
    view = json.loads(run("show", book, "p-10aa", "--json").out)
    context = view["evidence"][1]["context"]
    marks = {mark["kind"]: context["text"][mark["start"] : mark["end"]] for mark in context["marks"]}
    assert marks == {"quote": "said that Sudmark must drop the river fees", "cue": "said", "holder": "Ada Brenn"}


WORDS = Context("Norland  has\x1b rejected it.", (Mark("quote", 9, 25), Mark("cue", 14, 22), Mark("holder", 0, 7)))


def test_a_pipe_gets_brackets() -> None:
    assert list(highlight(WORDS, Screen(80, False), 40)) == ["Norland [[has rejected it]]."]


def test_a_terminal_gets_styles_that_break_with_the_lines() -> None:
    lines = list(highlight(WORDS, Screen(80, True), 12))
    assert lines == [
        "\x1b[36mNorland\x1b[0m \x1b[1mhas\x1b[0m",
        "\x1b[4mrejected\x1b[0m\x1b[1m it\x1b[0m.",
    ]
