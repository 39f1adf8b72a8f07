"""How runs end: exit codes, one line of complaint, and nothing heavy for a little help."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from sayso import __version__, errors, flow
from sayso.cli import program
from sayso.cli.program import BROKEN_PIPE, EXIT_CODES, INTERRUPTED
from tests.cli.conftest import Run

COMMANDS = sorted(program.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert f"Example:\n    sayso {name}" in done.out.replace("\n  sayso", "\n    sayso").replace("  Example", "Example")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    silent = [each.name for each in program.commands[name].params if isinstance(each, click.Option) and not each.help]
    assert silent == []


def test_the_summaries_of_the_commands_are_not_cut(run: Run) -> None:
    listed = run("--help").out.partition("Commands:")[2].partition("Exit codes:")[0]
    assert all(f"\n  {name} " in listed for name in COMMANDS)
    assert "..." not in listed


def test_help_tells_every_exit_code(run: Run) -> None:
    out = run("--help").out
    assert all(f"{code}  {meaning}" in out for code, meaning in EXIT_CODES.items())
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.SaysoError)]
    assert {kind.exit_code for kind in kinds} <= set(EXIT_CODES)


def test_without_a_command_help_is_printed(run: Run) -> None:
    assert run() == run("--help")


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"sayso {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["legder"], 2, "sayso: No such command 'legder'. Did you mean 'ledger'? 'sayso --help' tells what there is\n"),
        (["ledger"], 2, "sayso: Missing argument 'BOOK'; 'sayso ledger --help' tells what there is\n"),
        (["ledger", "BOOK", "--by", "size"], 2, "'--by'"),
        (["ledger", "BOOK", "--act", "demnad"], 2, "did you mean demand?"),
        (["ledger", "BOOK", "--actor", "Nordland"], 4, "near to it: Norland"),
        (
            ["ledger", "BOOK", "--issue", "zebra"],
            4,
            "no issue named 'zebra' in this book; it has river fees, lock at Vey",
        ),
        (["ledger", "BOOK", "--issue", "rivers"], 4, "near to it: river fees"),
        (["ledger", "BOOK", "--since", "2031-05", "--until", "2031-04"], 2, "since is after until"),
        (["ledger", "BOOK", "--width", "60"], 2, "--width goes before the command: sayso --width ... ledger ..."),
        (["show", "BOOK", "p-9"], 4, "sayso: no position 'p-9' in this book"),
        (["show", "BOOK", "p-1"], 2, "give more of it"),
        (["ledger", "none.sayso"], 5, "none.sayso"),
        (["--config", "none.toml", "ledger", "BOOK"], 2, "none.toml"),
        (["--width", "-3", "ledger", "BOOK"], 2, "width must be at least 0, not -3 (--width)"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    run: Run, book: str, arguments: list[str], code: int, complaint: str
) -> None:
    done = run(*(book if each == "BOOK" else each for each in arguments))
    assert done.code == code
    assert done.err.startswith("sayso: ")
    assert done.err.count("\n") == 1
    assert complaint in done.err
    assert done.out == ""


def test_a_fault_of_ours_asks_for_a_report(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str) -> None:
        raise ZeroDivisionError("one\ntwo")

    monkeypatch.setattr(flow, "contents", broken)
    done = run("ledger", "any")
    assert done.code == 1
    assert done.err.startswith("sayso: ZeroDivisionError: one two; this is a fault in Sayso")
    monkeypatch.setenv("SAYSO_TRACEBACK", "1")
    assert "Traceback (most recent call last)" in run("ledger", "any").err


def test_ctrl_c_ends_with_a_kind_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(flow, "contents", stopped)
    done = run("ledger", "any")
    assert (done.code, done.out) == (INTERRUPTED, "")
    assert done.err.strip() == "sayso: stopped; what was added before stays in the book"


def sayso(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "import sys; from sayso.cli import main; sys.exit(main())", *arguments]


def test_a_closed_pipe_is_no_fault(book: str) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "wb") as closed:
        done = subprocess.run(sayso("ledger", book), stdout=closed, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (BROKEN_PIPE, "")


def test_a_signal_from_the_keyboard_ends_a_real_run(tmp_path: Path) -> None:
    command = sayso("add", str(tmp_path / "new.sayso"), "-")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None
        running.stdin.write("Norland demands an end to the fees. ")
        running.stdin.flush()
        while not (tmp_path / "new.sayso").exists() and running.poll() is None:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == INTERRUPTED
    assert "stopped" in complaint
