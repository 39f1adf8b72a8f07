"""The files of a folder, in one order on every machine: recursive, without hidden ones and books, safe from loops."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from pathlib import Path

from sayso.records import Skipped
from sayso.sources.endings import ending, refusal

BOOKS = (".sayso", ".sayso-wal", ".sayso-shm", ".sayso-journal")
"""Endings of books and what SQLite keeps beside them: passed over, since a book may lie among its articles."""


def shown(path: Path) -> str:
    """A path as it can be printed and stored."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def found(path: Path) -> Iterator[Path | Skipped]:
    """The files that a path given by the user leads to, sorted; and those among them that cannot be read."""
    if path.is_dir():
        yield from _Walk().folder(path, ())
    else:
        reason = unreadable(path) or ("" if not path.suffix else _refused(path))
        yield Skipped(shown(path), reason) if reason else path


def unreadable(path: Path) -> str:
    """Why something is no file to read; empty when it is one."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return _lost(path, error)
    except RuntimeError:
        return "is a symbolic link loop"
    if stat.S_ISREG(mode):
        return ""
    kinds = {stat.S_ISFIFO: "a named pipe", stat.S_ISSOCK: "a socket", stat.S_ISDIR: "a folder"}
    return f"is {next((words for test, words in kinds.items() if test(mode)), 'a device')}, not a file"


def _lost(path: Path, error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "is a symbolic link loop"
    if error.errno == errno.ENOENT and path.is_symlink():
        return "is a symbolic link to something that is not there"
    return f"cannot be read: {(error.strerror or str(error)).lower()}"


def _refused(path: Path) -> str:
    known = ending(path)
    return "" if known.kind else refusal(known.suffix)


class _Walk:
    """One walk through a folder; remembers where it has been, so that no folder is read twice."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], Path] = {}

    def folder(self, folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Skipped]:
        """The files below ``folder``, which lies below the folders ``above`` (device and inode)."""
        try:
            about = folder.stat()
            inside = sorted(folder.iterdir(), key=lambda path: path.name)
        except OSError as error:
            yield Skipped(shown(folder), _lost(folder, error))
            return
        itself = (about.st_dev, about.st_ino)
        if itself in above:
            yield Skipped(shown(folder), "is a symbolic link loop: it leads back to a folder that it lies in")
            return
        if itself in self._seen:
            yield Skipped(shown(folder), f"is the same folder as {shown(self._seen[itself])}, already read")
            return
        self._seen[itself] = folder
        for path in inside:
            if not path.name.startswith(".") and not path.name.lower().endswith(BOOKS):
                yield from self._entry(path, (*above, itself))

    def _entry(self, path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | Skipped]:
        try:
            is_folder = path.is_dir()
        except (OSError, RuntimeError):
            is_folder = False
        if is_folder:
            yield from self.folder(path, above)
            return
        reason = unreadable(path) or _refused(path)
        yield Skipped(shown(path), reason) if reason else path
