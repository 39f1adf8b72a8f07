"""What importing Sayso, or asking it for help, loads and costs."""

import subprocess
import sys
import time

import pytest

import sayso

HEAVY = {"numpy", "spacy", "thinc", "torch", "rich", "trafilatura", "lxml", "py3langid", "charset_normalizer"}
HEAVY |= {"countryinfo", "sqlite3", "requests", "httpx"}

AT_REST = "import sys, sayso"
HELP = """
import sys
from sayso.cli import main
assert main(["--help"]) == 0
"""
SECONDS = 2.0
"""Far above the half second that benchmarks/startup.py holds it to, so that a busy machine fails no test."""


@pytest.mark.parametrize("program", [AT_REST, HELP], ids=["import", "help"])
def test_nothing_heavy_is_loaded(program: str) -> None:
    loaded = run(f"{program}\nprint('MODULES', *sys.modules)").rpartition("MODULES ")[2].split()
    assert HEAVY & {name.partition(".")[0] for name in loaded} == set()


@pytest.mark.parametrize("program", [AT_REST, HELP], ids=["import", "help"])
def test_it_starts_at_once(program: str) -> None:
    assert min(seconds(program) for _ in range(3)) < SECONDS


def run(program: str) -> str:
    """What a fresh Python prints when it runs a program."""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def seconds(program: str) -> float:
    start = time.perf_counter()
    run(program)
    return time.perf_counter() - start


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_there_on_first_use(name: str) -> None:
    assert getattr(sayso, name).__name__ == name


def test_public_names_are_listed_before_use() -> None:
    assert set(sayso.__all__) <= set(dir(sayso))


def test_any_other_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'ledgers'"):
        _ = sayso.ledgers
