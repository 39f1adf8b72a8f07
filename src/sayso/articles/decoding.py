"""From bytes to the raw text, in whatever encoding they are; bytes that hold no text are refused by name."""

from __future__ import annotations

import codecs
import re

from sayso.errors import SourceError

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"BM", "a BMP image"), (b"RIFF", "a media file"),
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP or Office file"), (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "gzipped data"), (b"BZh", "bzip2 data"), (b"\xfd7zXZ", "xz data"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"), (b"\x28\xb5\x2f\xfd", "zstd data"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"), (b"OggS", "a sound file"), (b"ID3", "a sound file"),
    (b"\x00\x00\x00\x18ftyp", "a film"), (b"\x00\x00\x00\x20ftyp", "a film"), (b"{\\rtf", "an RTF file"),
)  # fmt: skip
"""How files that hold no plain text begin."""

_SAMPLE = 100_000
"""Bytes from which the encoding is guessed: more changes nothing and takes long."""

_MAX_CONTROL = 0.02
"""Share of control characters from which on something is binary data; in real text there are next to none."""

_SHORTEST_WIDE = 8
"""Bytes from which on zeros in every second place tell of UTF-16 without a mark."""

_WESTERN = 0.1
"""Text with fewer bytes than this share beyond ASCII is Western: Windows-1252, where a guess is as often wrong."""


def decode(content: bytes | str, *, form: str = "text") -> tuple[str, str]:
    """The raw text and the name of its encoding; valid UTF-8 is kept character by character, nothing stripped.

    Text that is already decoded only loses its lone surrogates, one for one. Raises ``SourceError`` for what is
    empty or binary.
    """
    if isinstance(content, str):
        return _filled(re.sub("[\ud800-\udfff]", "\ufffd", content)), "utf-8"
    if not content:
        raise SourceError("is empty")
    _refuse_signatures(content)
    raw, encoding = _decoded(content, form)
    if _control(raw[:_SAMPLE]) > _MAX_CONTROL:
        raise SourceError("is binary data, not text")
    return _filled(raw), encoding


def _filled(raw: str) -> str:
    if not raw.strip("\ufeff \t\r\n\f\v\x00\xa0\u200b"):
        raise SourceError("is empty" if not raw else "holds only white space")
    return raw


def _refuse_signatures(content: bytes) -> None:
    for signature, name in _SIGNATURES:
        if content.startswith(signature) and (len(signature) > 3 or _control(content[:200].decode("latin-1")) > 0):
            raise SourceError(f"is {name}, not text")


def _control(text: str) -> float:
    bad = len(re.findall("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", text))
    return bad / len(text) if text else 0.0


def _decoded(content: bytes, form: str) -> tuple[str, str]:
    if encoding := _wide(content):
        return content.decode(encoding, "replace"), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _declared(content) if form == "html" else None
    if declared:
        return content.decode(declared, "replace"), declared
    if _mostly_utf8(content):
        return _patched(content), "utf-8, damaged"
    return _guessed(content)


def _wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark or by the zero bytes that Western text then has in every second place."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = content[:2000] if len(content) >= _SHORTEST_WIDE else b""
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _declared(content: bytes) -> str | None:
    found = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", content[:4096], re.I)
    name = found[1].decode("ascii", "ignore").lower() if found else ""
    name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
    try:
        known = codecs.lookup(name).name if name else ""
    except LookupError:
        return None
    return None if known in ("", "utf-8", "utf-16", "utf-16-le", "utf-16-be") else name


def _mostly_utf8(content: bytes) -> bool:
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", content))
    return good > content.decode("utf-8", "replace").count("\ufffd")


def _patched(content: bytes) -> str:
    text = content.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda byte: _western(bytes([ord(byte[0]) - 0xDC00])), text)


def _western(content: bytes) -> str:
    """Windows-1252, its five unused codes as Latin-1, so that every byte is some character."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in content)


def _guessed(content: bytes) -> tuple[str, str]:
    if len(re.findall(rb"[\x80-\xff]", content[:_SAMPLE])) < _WESTERN * len(content[:_SAMPLE]):
        return _western(content), "cp1252"
    from charset_normalizer import from_bytes  # here, because most articles never need it

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        return _western(content), "cp1252"
    return content.decode(best.encoding, "replace"), best.encoding
