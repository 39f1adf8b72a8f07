"""How fast articles are read, and in how much memory, beside the bare spaCy pipeline over the same texts.

Run with ``python -m benchmarks.reading FILE.jsonl.gz``: one article a line with ``id`` and ``text``, such as the
development articles of PolNeAR. Without a path the environment's SAYSO_BENCH_ARTICLES names it. Each program runs in a
process of its own, one after the other, on one core and on two (where the system lets a process choose), so that its
peak memory and its CPU seconds are its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

VARIABLE = "SAYSO_BENCH_ARTICLES"
PROGRAMS = {"spacy": "spaCy pipeline alone", "rules": "Sayso, rules", "small": "Sayso, small"}
CORES = (1, 2)
USUAL = 750
"""Words of a usual article, by which speeds on other articles are compared."""
TRIES = 3
"""Runs of each program; the fastest is reported, since another program on the machine only ever slows one down."""


def texts(path: Path, most: int | None) -> Iterator[tuple[str, str]]:
    """Name and text of each article of a file, up to ``most``."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    filled = (line for line in content.decode("utf-8").split("\n") if line.strip())
    for row in map(json.loads, islice(filled, most)):
        yield str(row["id"]), row["text"]


def program(name: str, rows: Sequence[tuple[str, str]]) -> tuple[Callable[[], int], int]:
    """What is to be timed, with the number of words that it goes through; models and articles are ready by then."""
    from sayso.articles import prepare
    from sayso.records import Incoming

    articles = [prepare(Incoming(key, key, text)) for key, text in rows]
    words = sum(len(article.clean.split()) for article in articles)
    if name == "spacy":
        from sayso.weights import load_english

        english = load_english()
        return lambda: sum(len(doc) > 0 for article in articles for doc in english.pipe(lines(article.clean))), words

    from sayso.flow import open_reader

    reader = open_reader(name)
    return lambda: sum(len(reader.read(article).statements) for article in articles), words


def lines(text: str) -> list[str]:
    """The paragraphs of a text: what the reader hands to the pipeline, too."""
    return [line for line in text.split("\n") if line.strip()]


def measured(name: str, rows: Sequence[tuple[str, str]], cores: int) -> dict[str, float]:
    """Time one program in this process. Seconds are for reading alone; memory is the peak of the whole process."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    run, words = program(name, rows)
    run_cpu, start = time.process_time(), time.perf_counter()
    found = run()
    seconds, cpu = time.perf_counter() - start, time.process_time() - run_cpu
    return {
        "articles": len(rows),
        "words": words,
        "found": found,
        "seconds": round(seconds, 3),
        "cpu_seconds": round(cpu, 3),
        "articles_per_second": round(len(rows) / seconds, 2),
        "words_per_second": round(words / seconds),
        "usual_articles_per_second": round(words / seconds / USUAL, 2),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _ru_maxrss_per_mib()),
    }


def _ru_maxrss_per_mib() -> int:
    return 2**20 if sys.platform == "darwin" else 2**10


def apart(name: str, cores: int, path: Path, most: int | None) -> dict[str, float]:
    """The best of a few runs of one program, each in a process of its own."""
    command = [sys.executable, __file__, str(path), "--only", name, "--cores", str(cores)]
    command += ["--articles", str(most)] if most else []
    runs = [json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout) for _ in range(TRIES)]
    return dict(min(runs, key=lambda run: run["seconds"]))


def table(results: dict[str, dict[str, float]]) -> Iterator[str]:
    """The results as lines for a terminal."""
    first = next(iter(results.values()))
    yield f"{first['articles']:.0f} articles, {first['words']:,.0f} words; {os.cpu_count()} cores"
    yield f"{'':32}{'of 750 words/s':>15}{'words/s':>10}{'seconds':>10}{'CPU s':>8}{'peak MiB':>10}"
    for name, found in results.items():
        program, cores = name.split()
        yield (
            f"{PROGRAMS[program] + ', cores: ' + cores:32}{found['usual_articles_per_second']:>15.1f}"
            f"{found['words_per_second']:>10,.0f}{found['seconds']:>10.2f}{found['cpu_seconds']:>8.2f}"
            f"{found['peak_mib']:>10.0f}"
        )
    for program in ("rules", "small"):
        ratios = [results[f"{program} {cores}"]["seconds"] / results[f"spacy {cores}"]["seconds"] for cores in CORES]
        told = " and ".join(f"{ratio:.2f}" for ratio in ratios)
        yield f"Reading with {program} takes {told} times as long as parsing alone, on one core and on two."


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", default=os.environ.get(VARIABLE), help=f"articles (default: ${VARIABLE})")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--articles", type=int, metavar="N", help="read the first N articles alone")
    parser.add_argument("--cores", type=int, default=2, metavar="N", help="on so many cores, with --only")
    parser.add_argument("--only", choices=PROGRAMS, help="time one program, in this process")
    found = parser.parse_args(words)
    if not found.file:
        parser.error(f"name a file of articles, or set {VARIABLE}")
    if not Path(found.file).is_file():
        parser.error(f"there is no file '{found.file}'")
    return found


def main(words: Sequence[str] | None = None) -> int:
    """Time the programs and print what came out."""
    options = arguments(words)
    path = Path(options.file)
    if options.only:
        print(json.dumps(measured(options.only, list(texts(path, options.articles)), options.cores)))
        return 0
    results = {f"{name} {cores}": apart(name, cores, path, options.articles) for name in PROGRAMS for cores in CORES}
    print(json.dumps(results, indent=2) if options.json else "\n".join(table(results)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
