"""A folder of hostile inputs, through the real program: a line for each bad one, each good one added, little memory."""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from sayso import flow

MEMORY = 2_000_000_000
LONG_MEMORY = 700_000_000
"""What the longest article may take: it is read in batches, which more than halved what it took at once."""

PATIENCE = 120.0
SENTENCE = "{} demanded on Monday that Kelmora stop the dam at Vey, its minister said.\n"

UNPRIVILEGED = """
import ctypes, os
if os.geteuid() == 0:
    # Root reads what nobody may read by two capabilities, CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: put them down.
    system = ctypes.CDLL(None)
    header, held = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert system.capget(header, held) == 0
    for kind in range(3):
        held[kind] &= ~0b110
    assert system.capset(header, held) == 0
"""

MEASURED = """
import resource, sys
from pathlib import Path
from sayso.cli import main
code = main()
status = Path("/proc/self/status")  # where it is not there: the system's figure, which may be that of our own process
peak = status.read_text().partition("VmHWM:")[2].split()[0] if status.exists() else 0
unit = 1 if sys.platform == "darwin" else 1024
print(int(peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * unit, file=sys.stderr)
sys.exit(code)
"""

GOOD = {
    "arvesia.txt": SENTENCE.format("Arvesia").encode(),
    "norland.md": ("# Talks\n\n" + SENTENCE.format("Norland")).encode(),
    "tolvania.html": f"<html><body><article><p>{SENTENCE.format('Tolvania')}</p></article></body></html>".encode(),
    "packed.txt.gz": gzip.compress(SENTENCE.format("Estmark").encode()),
    "latin.txt": SENTENCE.format("Málaria").encode("latin-1"),
    "damaged.txt": SENTENCE.format("Málaria and Arvesia").encode() + b"\xff\xc3 So it goes on \xe2\x80.",
    "wide.txt": SENTENCE.format("Arvesia").encode("utf-16"),
    "wide-little.txt": SENTENCE.format("Arvesia").encode("utf-16-le"),
    "wide-big.txt": SENTENCE.format("Arvesia").encode("utf-16-be"),
}
"""Files that hold an article, some of them in unusual ways; ``rows.jsonl`` has two more."""

ROWS = [json.dumps({"id": f"row-{at}", "text": SENTENCE.format("Arvesia")}) for at in (1, 2, 3)]

BAD = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + Random(1).randbytes(5_000),
    "cut.txt.gz": gzip.compress(SENTENCE.format("Arvesia").encode() * 50)[:-20],
    "nested.html": b"<html><body>" + b"<div>" * 1_000_000 + SENTENCE.format("Arvesia").encode(),
    "line.txt": b"Arvesia demanded that Kelmora stop the dam. " * 230_000,
    "rows.jsonl": "\n".join([ROWS[0], ROWS[1][:40], ROWS[2]]).encode(),
}
"""Files of which nothing, or not all, can be taken in."""

REASONS = {
    "empty.txt": "is empty",
    "picture.txt": "is a PNG image, not text",
    "cut.txt.gz": "is a broken or truncated gzip file",
    "nested.html": "has tags nested more than 1,000 deep",
    "line.txt": "is 10,120,000 characters long; the limit for one article is 300,000",
    "rows.jsonl:2": "the line is not JSON",
    "huge.txt": "is 200 MB, more than 20 MB, the limit for one article",
    "secret.txt": "cannot be read: permission denied",
    "loop": "is a symbolic link loop",
    "itself.txt": "is a symbolic link loop",
}
"""What each bad one is told by."""


@dataclass(frozen=True)
class Done:
    """How the run ended: its lines by the input they name, and what it took."""

    code: int
    lines: list[str]
    seconds: float
    memory: int


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("hostile") / "articles"
    folder.mkdir()
    for name, content in {**GOOD, **BAD}.items():
        (folder / name).write_bytes(content)
    with (folder / "huge.txt").open("wb") as huge:
        for _ in range(200):
            huge.write(b"word " * 200_000)
    (folder / "secret.txt").write_text("Nobody may read this.")
    (folder / "secret.txt").chmod(0)
    (folder / "loop").symlink_to(".")
    (folder / "itself.txt").symlink_to("itself.txt")
    yield folder
    (folder / "huge.txt").unlink()
    (folder / "line.txt").unlink()


def add(book: Path, source: Path) -> Done:
    """Add a source to a book as a user without privileges would."""
    command = [sys.executable, "-c", UNPRIVILEGED + MEASURED, "add", str(book), str(source), "--quiet"]
    environment = {**os.environ, "HOME": str(book.parent), "XDG_CONFIG_HOME": str(book.parent)}
    began = time.monotonic()
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=600)
    seconds = time.monotonic() - began
    assert ended.stdout, ended.stderr
    return Done(ended.returncode, ended.stdout.splitlines(), seconds, int(ended.stderr))


@pytest.fixture(scope="module")
def done(folder: Path) -> Done:
    return add(folder.parent / "talks.sayso", folder)


def test_the_exit_code_says_that_some_were_skipped(done: Done) -> None:
    assert done.code == 3
    assert done.lines[0].endswith(f"found {len(GOOD) + 2 + len(REASONS)}, added {len(GOOD) + 2}, already there 0, "
                                  f"skipped {len(REASONS)}")  # fmt: skip


def test_each_bad_one_gets_one_clear_line(done: Done, folder: Path) -> None:
    lines = [line.removeprefix(f"  skipped {folder}/") for line in done.lines if line.startswith("  skipped")]
    told = dict(line.split(": ", 1) for line in lines)
    assert len(lines) == len(told)
    assert {name: told.get(name, "")[: len(reason)] for name, reason in REASONS.items()} == REASONS
    assert set(told) == set(REASONS)


def test_every_good_one_is_in_the_book_and_read(done: Done, folder: Path) -> None:
    contents = flow.contents(str(folder.parent / "talks.sayso"))
    names = {article.key: article.name for article in contents.articles}
    good = {name.partition(".")[0] for name in GOOD} | {"row-1", "row-3"}
    assert set(names.values()) == good
    assert {names[each.article] for each in contents.statements} == good
    assert flow.info(str(folder.parent / "talks.sayso"), check=True).problems == ()


def test_it_takes_little_memory_and_ends_soon(done: Done) -> None:
    assert done.memory < MEMORY
    assert done.seconds < PATIENCE


def test_adding_the_folder_again_changes_nothing(done: Done, folder: Path) -> None:
    again = add(folder.parent / "talks.sayso", folder)
    assert again.code == 3
    assert f"added 0, already there {len(GOOD) + 2}, skipped {len(REASONS)}" in again.lines[0]
    assert again.lines[1:] == [line for line in done.lines[1:] if "without a date: " not in line]


def test_the_longest_article_takes_little_memory(tmp_path: Path) -> None:
    idle = "Barges went up the old river past the lock at Vey, as they had done each spring since the war. " * 2_900
    (tmp_path / "long.txt").write_text(idle + SENTENCE.format("Arvesia"))
    done = add(tmp_path / "talks.sayso", tmp_path / "long.txt")
    assert done.code == 0
    assert "added 1" in done.lines[0]
    assert done.memory < LONG_MEMORY
    assert done.seconds < PATIENCE
