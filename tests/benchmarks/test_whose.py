"""The benchmark of what holders, parties, chains and dates cost: what is left out, figures on made-up times."""

import pytest

from benchmarks import whose
from benchmarks.whose import Answers, Differs, Run, again, entries, figures, first, lines, replaced
from sayso.flow import open_reader
from tests.reading.readings import plain

TEXT = (
    "Ada Brenn, chair of the Fishers' League, said on Friday that she would not sign the accord.\n"
    'Norland rejected the map. Its minister told Reuters: "We demand that the quota be doubled by Monday."'
)


class Sum:
    """Something that is asked from outside and asks itself."""

    def __init__(self, one: int) -> None:
        self.one = one

    def twice(self) -> int:
        return self.more(self.one)

    def more(self, other: int) -> int:
        return self.one + other


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whose, "PARTS", {"sums": (Sum,)})


@pytest.mark.usefixtures("parts")
def test_answers_are_noted_from_outside_alone_and_given_again_without_work() -> None:
    answers = Answers()
    with replaced(answers.noted):
        told = Sum(2).twice()
    assert [name for name, _ in answers.given] == ["Sum.__init__", "Sum.twice"]
    with replaced(answers.repeated()):
        again = Sum(7)
        assert (told, again.twice(), vars(again)) == (4, 4, {})
    assert Sum(7).twice() == 14


@pytest.mark.usefixtures("parts")
def test_asking_for_something_else_is_told() -> None:
    answers = Answers()
    with replaced(answers.noted):
        one = Sum(2)
    with (
        replaced(answers.repeated()),
        pytest.raises(Differs, match=r"Sum\.more is asked for where there was Sum\.__init"),
    ):
        one.more(1)


def test_a_reading_without_the_part_is_the_same() -> None:
    reader, article = open_reader("rules"), plain(TEXT, published="2031-05-02")
    reading, answers = first(reader, article)
    assert reading == reader.read(article)
    assert reading.statements
    assert set(answers.seconds) == set(whose.PARTS)
    assert min(again(reader, article, reading, answers)) > 0
    answers.given.pop()
    with pytest.raises(Differs, match="nothing more"):
        again(reader, article, reading, answers)


def test_every_part_is_entered_by_functions() -> None:
    found = list(entries())
    assert {part for part, *_ in found} == set(whose.PARTS)
    assert all(callable(vars(place)[name]) for _, place, name in found)


def test_what_is_added_is_of_the_reading_without() -> None:
    one = {"with": [(1.2, 1.3), (9.0, 9.0), (1.2, 1.3)], "without": [(1.0, 1.0), (1.0, 1.0), (5.0, 5.0)]}
    two = {"with": [(3.3, 3.3)] * 3, "without": [(3.0, 3.0)] * 3}
    run = Run([one, two], [(0.1, 0.1), (0.1, 0.1), (0.3, 0.1)], {"holders": 0.4, "chains": 0.1, "dates": 0.0})
    found = figures(run, 900)
    assert (found["without_seconds"], found["with_seconds"], found["parties_seconds"]) == (4.0, 4.5, 0.1)
    assert (found["added_percent"], found["added_cpu_percent"]) == (15.0, 17.5)
    assert found["added_percent_by_round"] == [15.0, 210.0, -40.0]
    assert "limit 25 %; by round" in next(line for line in lines(found) if line.startswith("added "))
