"""The gold ledger of the bundled example: that it points at the articles' own words, and at all that it names."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from sayso.records import ACTS

HERE = Path(__file__).parent
DEMO = files("sayso") / "demo"


@cache
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))
    return loaded


@cache
def contents() -> dict[str, bytes]:
    """The bundled articles as they lie on disk, by file name without its ending."""
    found = [entry for entry in (DEMO / "articles").iterdir() if not entry.name.startswith(".")]
    return {entry.name.rsplit(".", 1)[0]: entry.read_bytes() for entry in found}


def text(document: str) -> str:
    return contents()[document].decode("utf-8")


def evidence() -> list[dict[str, Any]]:
    return [{**span, "position": position} for position in gold()["positions"] for span in position["evidence"]]


def test_gold_names_each_bundled_article_once() -> None:
    assert sorted(gold()["documents"]) == sorted(contents())


@pytest.mark.parametrize("document", sorted(gold()["documents"]))
def test_article_is_the_one_that_was_coded(document: str) -> None:
    assert hashlib.sha256(contents()[document]).hexdigest() == gold()["sha256"][document]


def test_origins_put_each_article_in_one_group() -> None:
    grouped = [document for group in gold()["origins"] for document in group]
    assert sorted(grouped) == sorted(gold()["documents"])


def test_every_span_holds_whole_words_of_its_article() -> None:
    for span in evidence():
        whole = text(span["document"])
        start, end = span["start"], span["end"]
        assert 0 <= start < end <= len(whole)
        quote = whole[start:end]
        assert quote == quote.strip()
        assert len(quote.split()) >= 3, quote
        assert not whole[start - 1 : start + 1].isalnum(), quote
        assert not whole[end - 1 : end + 1].isalnum(), quote


def test_ignored_passages_lie_in_their_article() -> None:
    for passage in gold()["ignore"]:
        assert 0 <= passage["start"] < passage["end"] <= len(text(passage["document"]))
        assert passage["why"]


def test_no_evidence_lies_in_an_ignored_passage() -> None:
    for span in evidence():
        for passage in gold()["ignore"]:
            apart = span["end"] <= passage["start"] or passage["end"] <= span["start"]
            assert span["document"] != passage["document"] or apart


def test_positions_are_complete() -> None:
    ids = [position["id"] for position in gold()["positions"]]
    assert len(ids) == len(set(ids))
    for position in gold()["positions"]:
        assert position["evidence"], position["id"]
        assert position["gist"], position["id"]
        assert position["actor"] in gold()["actors"]
        assert position["issue"] in gold()["issues"]
        assert position["stance"] in {"for", "against", None}


def test_acts_are_those_that_sayso_knows() -> None:
    for span in evidence():
        acts = span.get("act") or span["position"]["act"]
        assert acts
        assert set(acts) <= set(ACTS)


def test_every_issue_and_every_actor_is_used() -> None:
    assert {position["issue"] for position in gold()["positions"]} == set(gold()["issues"])
    assert {position["actor"] for position in gold()["positions"]} == set(gold()["actors"])


def test_speakers_are_known_as_words_for_their_party() -> None:
    for span in evidence():
        party = gold()["actors"][span["position"]["actor"]]
        assert span.get("speaker") is None or span["speaker"] in party["aliases"]


def test_the_article_in_another_language_is_kept_and_holds_no_evidence() -> None:
    assert "vado-2025-03-20" in contents()
    assert not [span for span in evidence() if span["document"] == "vado-2025-03-20"]


def test_line_endings_are_as_they_were_written() -> None:
    with_returns = {document for document, raw in contents().items() if b"\r\n" in raw}
    assert with_returns == {"courier-2025-03-14"}


def test_reprints_carry_the_words_of_the_wire() -> None:
    for wire, reprint in (("quillon-2025-03-06", "courier-2025-03-06"), ("quillon-2025-04-11", "ledger-2025-04-12")):
        printed = " ".join(text(reprint).split())
        paragraphs = [" ".join(part.split()) for part in text(wire).split("\n    ")[1:-1]]
        assert len(paragraphs) == 8
        assert all(paragraph in printed for paragraph in paragraphs)


def test_metadata_names_bundled_articles_and_not_all_of_them() -> None:
    rows = [json.loads(line) for line in (DEMO / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    named = {row["id"] for row in rows}
    assert named < set(contents())
    assert all(set(row) == {"id", "title", "date", "publisher", "url"} for row in rows)
    assert len({row["publisher"] for row in rows}) >= 6
