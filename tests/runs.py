"""The real program in a process of its own, and short articles for it to read."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso import flow

PROGRAM = "import sys; from sayso.cli import main; sys.exit(main())"
PARTIES = ("Arvesia", "Kelmora", "Tolvania", "Norland")
DOINGS = ("demanded that the talks on dam", "rejected a cap on the fees of lock", "agreed to open gate")


def command(*arguments: str | Path) -> list[str]:
    """The command line that runs the program in this Python."""
    return [sys.executable, "-c", PROGRAM, *map(str, arguments)]


def start(*arguments: str | Path) -> "subprocess.Popen[str]":
    """Start the program, with a seed of its own for the order of sets."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONHASHSEED"}
    return subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def report(running: "subprocess.Popen[str]") -> dict[str, Any]:
    """Wait for ``sayso add --json`` and give the report of its only source."""
    out, complaint = running.communicate(timeout=300)
    assert running.returncode == 0, complaint
    told: dict[str, Any] = json.loads(out)["sources"][0]
    return told


def write_articles(folder: Path, numbers: Iterable[int]) -> Path:
    """A folder of articles of two sentences, each with its number in it, and with facts of them beside."""
    folder.mkdir()
    facts = []
    for number in numbers:
        one, other = PARTIES[number % 4], PARTIES[(number // 4 + number + 1) % 4]
        doing = f"{DOINGS[number % 3]} {number % 17} for {other}"
        text = f"{one} {doing}, its minister said. Nothing moved at post {number}.\n"
        (folder / f"post-{number:03d}.txt").write_text(text)
        day = f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        facts.append({"id": f"post-{number:03d}", "date": day, "publisher": f"Paper {number % 5}"})
    (folder / "docs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in facts))
    return folder


def exported(book: str | Path, directory: Path) -> dict[str, bytes]:
    """The bytes of a book's export to JSON Lines, by file name."""
    return {path.name: path.read_bytes() for path in flow.export(str(book), "jsonl", directory)}


def statements(book: str | Path, directory: Path) -> list[dict[str, Any]]:
    """The exported statements of a book."""
    return [json.loads(line) for line in exported(book, directory)["statements.jsonl"].splitlines()]
