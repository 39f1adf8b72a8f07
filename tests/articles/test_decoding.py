"""Bytes in any encoding become text; bytes that are none are refused by name."""

import os
import random

import pytest

from sayso.articles.decoding import decode
from sayso.errors import SourceError

TEXT = "“No,” said the café owner in Eastport – it’s our harbour, and it stays open to all of us."


def test_utf8_is_kept_as_it_is() -> None:
    assert decode(f"\ufeff{TEXT}\r\n".encode()) == (f"\ufeff{TEXT}\r\n", "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_are_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, encoding)


def test_an_encoding_that_must_be_guessed() -> None:
    text = "Правительство Северной долины в понедельник заявило, что подпишет договор о реке, если плотину закроют."
    assert decode(text.encode("cp1251")) == (text, "cp1251")


def test_a_page_says_its_own_encoding() -> None:
    page = f'<meta charset="windows-1250"><p>{TEXT}</p>'
    assert decode(page.encode("cp1250"), form="html") == (page, "windows-1250")


def test_damaged_utf8_loses_nothing() -> None:
    raw, encoding = decode(TEXT.encode() + b" 5 \x80 and \x81.")
    assert (raw, encoding) == (f"{TEXT} 5 € and \x81.", "utf-8, damaged")


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    assert decode("a\ud800b") == ("a\ufffdb", "utf-8")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        ("", "is empty"),
        (b" \r\n\t ", "holds only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"\x89PNG\r\n\x1a\n" + os.urandom(200), "is a PNG image, not text"),
        (b"%PDF-1.7\n", "is a PDF, not text"),
        (b"PK\x03\x04" + bytes(20), "is a ZIP or Office file"),
        (b"\x1f\x8b\x08\x00" + bytes(9), "is gzipped data"),
        (bytes(5000), "is binary data"),
        (random.Random(3).randbytes(5000), "is binary data"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes | str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        decode(content)


def test_text_that_begins_like_a_signature_is_text() -> None:
    assert decode(b"BMW workers in Eastport said no.")[0] == "BMW workers in Eastport said no."
    assert decode(b"MZ Holding said no.")[1] == "utf-8"
