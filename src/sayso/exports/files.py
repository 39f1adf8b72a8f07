"""Writing a file so that it is either there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.errors import UsageError


def write_whole(path: Path, text: str) -> Path:
    """Write UTF-8 beside ``path`` and move it into place; UsageError when the folder cannot be written to."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_text(text, encoding="utf-8", newline="")
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}; name another folder") from error
    return path
