"""What telling whose an act is, through whom and when costs: ``python -m benchmarks.whose [FILE.jsonl.gz] [--json]``.

The same articles are read with and without the part that tells holders, parties, say-so chains and dates, turn about
in one run, and the added share is printed. FILE holds one article a line with ``id`` and ``text`` (``date`` and
``publisher``, too, if it has them), such as the development articles of PolNeAR; without it it is the bundled example.

The part cannot simply be left out: where an act is made is told in the words of whoever speaks ("he will not"), so the
rules ask for holders while they look for acts, and each statement is made for a holder. So every article is read once
beforehand, and what the part answers is written down, call by call. "With" is the reader as it is, and then
``identify``, over all articles as one book, for the parties. "Without" is the same reader to which each answer is given
from what was written down: the network, the parse, the finding of cues, acts, spans and attributions and the judge
work as ever, on the very same statements, and only the part itself takes no time. That all readings are equal is
checked, and that each answer is given to the call that it was written down for.

The part is what ``PARTS`` names: all that others may call of these classes, the making of them, and two functions that
choose holders outside them. What words are remembered is forgotten before each round, as in a process just started;
models and lists are loaded before the clock starts. Of each article the median over the rounds counts. The seconds of
the part's own parts are by stopwatch, of the processor, of one reading, and rough; what one asks of another is counted
to the one that asks. What others do for the part alone, such as comparing two holders, is little, and counted to the
reading.
"""

from __future__ import annotations

import argparse
import gzip
import inspect
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial, wraps
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median
from typing import Any

from sayso.articles import prepare
from sayso.flow import READERS, open_reader
from sayso.gazetteer import Gazetteer
from sayso.reading import Reader, small
from sayso.reading.chains import Chains
from sayso.reading.dates import Dates
from sayso.reading.holders import Holders
from sayso.reading.relays import Relays
from sayso.reading.rules import Pass, RulesReader
from sayso.reading.several import Several
from sayso.reading.whose import Whose
from sayso.reconcile.identities import identify
from sayso.records import Article, Incoming, Reading
from sayso.sources import gather

PARTS: Mapping[str, Sequence[Any]] = {
    "holders": (Holders, Several, Whose, (Pass, "_holders"), (small, "held")),
    "chains": (Relays, Chains),
    "dates": (Dates,),
}
"""What is left out, by what it tells: classes, and single functions by where they are and their names."""
ROOMS = ("sayso.gazetteer", "sayso.reading", "sayso.reconcile")
"""Where words are remembered that were met before."""
ROUNDS = 3
LIMIT = 25.0
"""Percent that the part may add to the reading."""

Call = Callable[..., Any]
Seconds = tuple[float, float]
"""By the clock, and of the processor."""


class Differs(AssertionError):
    """A reading without the part is not the one with it: the figures would be of two different things."""


@dataclass
class Answers:
    """What the part answers while one article is read: each call from outside it, in order, with what it took."""

    given: list[tuple[str, Any]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    inside: bool = False

    def noted(self, part: str, name: str, call: Call) -> Call:
        """A call of the part that also writes down its answer, unless the part itself calls."""

        @wraps(call)
        def asked(*words: Any, **named: Any) -> Any:
            if self.inside:
                return call(*words, **named)
            self.inside, start = True, time.thread_time()
            try:
                answer = call(*words, **named)
                answer = tuple(answer) if isinstance(answer, Iterator) else answer
            finally:
                self.inside = False
                self.seconds[part] += time.thread_time() - start
            self.given.append((name, answer))
            return answer

        return asked

    def repeated(self) -> Callable[[str, str, Call], Call]:
        """Calls that work nothing out: each gives the answer that was written down at its place."""
        left = iter(self.given)

        def instead(part: str, name: str, call: Call) -> Call:
            def asked(*words: Any, **named: Any) -> Any:
                known, answer = next(left, ("nothing more", None))
                if known != name:
                    raise Differs(f"{name} is asked for where there was {known}")
                return answer

            return asked

        return instead


def entries() -> Iterator[tuple[str, Any, str]]:
    """Every function by which the part is entered: what it tells, the class or module that has it, its name."""
    for part, places in PARTS.items():
        for place in places:
            if isinstance(place, tuple):
                yield part, *place
                continue
            for name, function in vars(place).items():
                if inspect.isfunction(function) and (name == "__init__" or not name.startswith("_")):
                    yield part, place, name


@contextmanager
def replaced(instead: Callable[[str, str, Call], Call]) -> Iterator[None]:
    """Put others in place of the functions by which the part is entered."""
    every = [(part, place, name, vars(place)[name]) for part, place, name in entries()]
    for part, place, name, function in every:
        setattr(place, name, instead(part, f"{place.__name__}.{name}", function))
    try:
        yield
    finally:
        for _, place, name, function in every:
            setattr(place, name, function)


def forget(reader: Reader) -> Gazetteer:
    """Empty what is remembered of words met before, such as the folded forms of names; lists of data stay loaded.

    The reader gets a gazetteer of which nothing was asked yet; another one is returned, for the parties.
    """
    for module in [module for name, module in sys.modules.items() if name.startswith(ROOMS)]:
        for known in [each for each in vars(module).values() if hasattr(each, "cache_clear")]:
            if inspect.signature(known).parameters:
                known.cache_clear()
    if isinstance(reader, RulesReader | small.SmallReader):
        reader.gazetteer = Gazetteer.load()
    return Gazetteer.load()


def timed(work: Callable[[], Any]) -> tuple[Any, Seconds]:
    """What comes of some work, and what it takes."""
    cpu, start = time.process_time(), time.perf_counter()
    found = work()
    return found, (time.perf_counter() - start, time.process_time() - cpu)


@dataclass
class Run:
    """All that was timed: for each article its readings with and without the part, and the parties of each round."""

    read: list[dict[str, list[Seconds]]]
    parties: list[Seconds] = field(default_factory=list)
    parts: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def seconds(self, mode: str, clock: int) -> float:
        """What reading takes: the sum over articles of the median of each."""
        return sum(median(each[clock] for each in article[mode]) for article in self.read)

    def added(self, clock: int) -> float:
        """What the part adds, in percent of the reading without it."""
        without = self.seconds("without", clock)
        parties = median(each[clock] for each in self.parties)
        return 100 * (self.seconds("with", clock) + parties - without) / without

    def by_round(self, clock: int) -> list[float]:
        """The same for each round on its own: how far the figure can be trusted."""
        rounds = []
        for number, parties in enumerate(self.parties):
            read, without = (sum(one[mode][number][clock] for one in self.read) for mode in ("with", "without"))
            rounds.append(100 * (read + parties[clock] - without) / without)
        return rounds


def measured(reader: Reader, articles: Sequence[Article], rounds: int) -> Run:
    """Read all articles with and without the part, so many times."""
    run = Run([{"with": [], "without": []} for _ in articles])
    every = [first(reader, article) for article in articles]
    statements = [statement for reading, _ in every for statement in reading.statements]
    identify(articles, statements, Gazetteer.load())  # its lists are loaded now
    forget(reader)
    for article in articles:
        for part, seconds in first(reader, article)[1].seconds.items():
            run.parts[part] += seconds
    for number in range(rounds):
        gazetteer = forget(reader)
        for place, (article, (reading, answers)) in enumerate(zip(articles, every, strict=True)):
            modes = ("with", "without") if (number + place) % 2 else ("without", "with")
            for mode in modes:
                run.read[place][mode].append(again(reader, article, reading, answers if mode == "without" else None))
        run.parties.append(timed(partial(identify, articles, statements, gazetteer))[1])
    return run


def first(reader: Reader, article: Article) -> tuple[Reading, Answers]:
    """The reading of an article, with all that the part answers on the way."""
    answers = Answers()
    with replaced(answers.noted):
        return reader.read(article), answers


def again(reader: Reader, article: Article, known: Reading, answers: Answers | None) -> Seconds:
    """What it takes to read an article once more: with the part, or with its answers in place of it."""
    if answers is None:
        reading, seconds = timed(lambda: reader.read(article))
    else:
        with replaced(answers.repeated()):
            reading, seconds = timed(lambda: reader.read(article))
    if reading != known:
        raise Differs(f"{article.name} is not read the same again")
    return seconds


def prepared(path: Path | None, most: int | None) -> list[Article]:
    """The articles of a file, or of the bundled example, that have something to read; up to ``most``."""
    found = [prepare(each) for each in (_of_file(path) if path is not None else _bundled())]
    return [article for article in found if article.unread is None][:most]


def _bundled() -> list[Incoming]:
    with as_file(files("sayso") / "demo" / "articles") as folder:
        return [each for each in gather([str(folder)]) if isinstance(each, Incoming)]


def _of_file(path: Path) -> Iterator[Incoming]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for row in (json.loads(line) for line in content.decode("utf-8").split("\n") if line.strip()):
        facts = {"date": row.get("date"), "outlet": row.get("publisher")}
        known = {name: value for name, value in facts.items() if value}
        yield Incoming(str(row["id"]), str(row["id"]), row["text"], facts=known)


def figures(run: Run, words: int) -> dict[str, Any]:
    """What came out, in seconds and percent."""
    wall, cpu = 0, 1
    return {
        "articles": len(run.read),
        "words": words,
        "rounds": len(run.parties),
        "without_seconds": round(run.seconds("without", wall), 3),
        "with_seconds": round(run.seconds("with", wall), 3),
        "parties_seconds": round(median(each[wall] for each in run.parties), 3),
        "added_percent": round(run.added(wall), 1),
        "added_percent_by_round": [round(each, 1) for each in run.by_round(wall)],
        "added_cpu_percent": round(run.added(cpu), 1),
        "by_stopwatch_seconds": {part: round(run.parts[part], 3) for part in PARTS},
    }


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The figures for a terminal."""
    yield f"{found['articles']} articles, {found['words']:,} words, the median of {found['rounds']} rounds"
    yield f"{'reading without':28}{found['without_seconds']:>9.3f} s"
    yield f"{'reading with':28}{found['with_seconds']:>9.3f} s"
    for part, seconds in found["by_stopwatch_seconds"].items():
        yield f"{'  ' + part + ', by stopwatch':28}{seconds:>9.3f} s"
    yield f"{'parties, of all articles':28}{found['parties_seconds']:>9.3f} s"
    rounds = ", ".join(f"{each:.1f}" for each in found["added_percent_by_round"])
    over = ", EXCEEDED" if found["added_percent"] > LIMIT else ""
    yield f"{'added':28}{found['added_percent']:>9.1f} %   limit {LIMIT:.0f} %{over}; by round {rounds}"
    yield f"{'added, of processor time':28}{found['added_cpu_percent']:>9.1f} %"


def words_of(articles: Iterable[Article]) -> int:
    """How many words there are to read."""
    return sum(len(article.clean.split()) for article in articles)


def main(words: Sequence[str] | None = None) -> int:
    """Time the readings and print what came out; 1 when the part adds more than it may."""
    cli = argparse.ArgumentParser(prog="python -m benchmarks.whose", description=(__doc__ or "").splitlines()[0])
    cli.add_argument("file", nargs="?", type=Path, help="articles (default: the bundled example)")
    cli.add_argument("--reader", choices=tuple(READERS), default="small")
    cli.add_argument("--articles", type=int, metavar="N", help="read the first N articles alone")
    cli.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"so many times (default: {ROUNDS})")
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args(words)
    articles = prepared(given.file, given.articles)
    found = figures(measured(open_reader(given.reader), articles, given.rounds), words_of(articles))
    print(json.dumps(found, indent=1) if given.json else "\n".join(lines(found)))
    return 1 if found["added_percent"] > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
