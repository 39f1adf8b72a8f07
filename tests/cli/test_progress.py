"""Progress in words, and what is shown where."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from sayso.cli.progress import Lines, duration, progress, progress_line


@dataclass(frozen=True)
class Step:
    done: int
    total: int | None
    name: str = "post-1"


@pytest.mark.parametrize(
    ("step", "elapsed", "expected"),
    [
        (Step(120, 912), 60.0, "120 of 912 articles, about 7 min left"),
        (Step(900, 1000), 90.0, "900 of 1,000 articles, about 10 s left"),
        (Step(0, 10), 1.0, "0 of 10 articles"),
        (Step(1500, None), 9.0, "1,500 articles so far"),
    ],
)
def test_a_line_tells_how_far_and_how_long(step: Step, elapsed: float, expected: str) -> None:
    assert progress_line(step, elapsed) == expected


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "1 s"), (89, "89 s"), (120, "2 min"), (7500, "2 h 5 min")])
def test_durations_are_told_as_people_tell_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_lines_come_every_few_seconds_only(capsys: pytest.CaptureFixture[str]) -> None:
    times: Iterator[float] = iter([0.0, 1.0, 6.0, 7.0, 12.0])
    tell = Lines(clock=lambda: next(times))
    for done in (1, 2, 3, 4):
        tell(Step(done, 4))
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == ["2 of 4 articles, about 6 s left", "4 of 4 articles, about 1 s left"]


def test_quiet_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=True) as tell:
        tell(Step(1, 2))
    assert capsys.readouterr() == ("", "")


def test_a_terminal_gets_a_bar_that_survives_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress() as tell:
        tell(Step(1, 2, "post [/b] [red]"))
        tell(Step(2, None, "\x1b[31m"))
