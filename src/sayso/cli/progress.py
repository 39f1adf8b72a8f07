"""How far long work is, on standard error: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import click

from sayso.cli.text import safe

SECONDS_BETWEEN_LINES = 5.0


class Step(Protocol):
    """What is told of the work: how much is done, of how much if that is known, and what was done last."""

    @property
    def done(self) -> int:
        """How many articles are done."""

    @property
    def total(self) -> int | None:
        """How many there are, None while that is not known."""

    @property
    def name(self) -> str:
        """The article done last."""


OnStep = Callable[[Step], None]


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[OnStep]:
    """Give what is to be called after each step of the work."""
    if quiet:
        yield lambda step: None
    elif sys.stderr.isatty():
        with _bar() as on_step:
            yield on_step
    else:
        yield Lines()


class Lines:
    """Progress as plain lines, one every few seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.start = self.last = clock()

    def __call__(self, step: Step) -> None:
        """Print a line when the last one is long enough ago."""
        now = self.clock()
        if now - self.last >= SECONDS_BETWEEN_LINES:
            self.last = now
            click.echo(progress_line(step, now - self.start), err=True)


def progress_line(step: Step, elapsed: float) -> str:
    """How far the work is in words: "120 of 912 articles, about 3 min left"."""
    if step.total is None:
        return f"{step.done:,} articles so far"
    left = elapsed / step.done * (step.total - step.done) if step.done else None
    time_left = f", about {duration(left)} left" if left is not None else ""
    return f"{step.done:,} of {step.total:,} articles{time_left}"


def duration(seconds: float) -> str:
    """A time as people say it: "40 s", "3 min", "2 h 5 min"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def _bar() -> Iterator[OnStep]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(bar_width=20), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.fields[name]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=None, name="")

        def on_step(step: Step) -> None:
            bar.update(task, completed=step.done, total=step.total, name=safe(step.name)[:40].replace("[", "\\["))

        yield on_step
