"""Opening files whatever they hold: plain or gzipped, never more of them in memory than a limit allows."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from sayso.errors import SourceError

MAX_BYTES = 20_000_000
"""The largest single article that is read, and the largest row of a table: twenty times a long web page."""

_BROKEN_GZIP = "is a broken or truncated gzip file; pack it again"


@contextmanager
def opened(path: Path, *, packed: bool) -> Iterator[IO[bytes]]:
    """A file's bytes as a stream, unpacked when gzipped; a failure is a ``SourceError`` with its reason."""
    try:
        with cast("IO[bytes]", gzip.open(path, "rb") if packed else path.open("rb")) as stream:
            yield stream
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise SourceError(_BROKEN_GZIP) from error
    except OSError as error:
        raise SourceError(f"cannot be read: {(error.strerror or str(error)).lower()}") from error


def whole(path: Path, *, packed: bool, limit: int) -> bytes:
    """All bytes of a single-article file, refused when there are more than ``limit``."""
    with opened(path, packed=packed) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise SourceError(_too_large(path, packed, limit))
    return content


def whole_stream(stream: BinaryIO, *, limit: int) -> bytes:
    """All bytes of a stream such as standard input, refused when there are more than ``limit``."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise SourceError(f"is longer than {megabytes(limit)}, the limit for one article; save it as a table")
    return content


def _too_large(path: Path, packed: bool, limit: int) -> str:
    size = "unpacks to more" if packed else f"is {megabytes(path.stat().st_size)}, more"
    return f"{size} than {megabytes(limit)}, the limit for one article; split it, or make it a table (.jsonl, .csv)"


def megabytes(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count / 1_000_000:,.0f} MB" if count >= 1_000_000 else f"{count:,} bytes"
