"""Training articles: which are taken, which of their labels, and our own codings of them."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sayso.reading.network import ACTS
from sayso.reading.subwords import Vocabulary
from sayso.weights import find_small
from training.data import OWN, Text, codings, texts

REFUSAL = "Norway refused the map. “We want talks,” its envoy said."
SILENCE = "Peru counted its llamas. The count took a week."
MEASURED = "Ghana accepted the toll."


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The word pieces of the small reader."""
    return Vocabulary((find_small() / "vocab.txt").read_text(encoding="utf-8").splitlines())


def statement(text: str, quote: str, cue: str, mention: str) -> dict[str, Any]:
    """A statement as the bench writes it."""
    found: dict[str, Any] = {"actor": mention, "speaker": None, "act": "reject", "or": None}
    for key, words in (("", quote), ("cue_", cue), ("mention_", mention)):
        found |= {f"{key}start": text.index(words), f"{key}end": text.index(words) + len(words)}
    return found


def own(text: str, name: str) -> dict[str, Any]:
    """A row of our own codings: "Norway refused the map"."""
    digest = sha256(text.encode()).hexdigest()[:16]
    acts = [["reject/accuse", 0, 0, 22, 7, 14, 0, 6]]
    return {"from": "polnear/train.jsonl.gz", "id": name, "sha256": digest, "who": [["Norway", None]], "acts": acts}


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    """A folder with the files of the bench, of invented articles."""
    said = {"cue": [[51, 55]], "source": [[41, 50]], "content": [[25, 38]]}
    quoted = [{"id": "a", "text": REFUSAL, "attributions": [said]}, {"id": "m", "text": MEASURED, "attributions": []},
              {"id": "s", "text": SILENCE, "attributions": []}]  # fmt: skip
    refused = statement(REFUSAL, REFUSAL[:22], "refused", "Norway")
    coded = [{"id": "polnear-a", "text": REFUSAL, "statements": [refused]},
             {"id": "polnear-s", "text": SILENCE, "statements": []}]  # fmt: skip
    measured = [{"id": "d", "text": MEASURED, "statements": [statement(MEASURED, MEASURED, "accepted", "Ghana")]}]
    for name, rows in (("polnear/train", quoted), ("coded/train", coded), ("coded/dev", measured)):
        path = tmp_path / f"{name}.jsonl.gz"
        path.parent.mkdir(exist_ok=True)
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def read(bench: Path, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch, *rows: Any) -> dict[str, list[Text]]:
    """The training articles of a bench and such codings of our own."""
    path = bench / "own" / "polnear.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.setattr("training.data.OWN", path.parent)
    monkeypatch.setattr("training.data.articles", lambda: iter(()))
    return texts(bench, vocabulary)


def test_an_article_has_the_labels_of_all_who_labelled_it(
    bench: Path, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    (text,) = read(bench, vocabulary, monkeypatch)["coded"]
    assert set(text.tags) == {"attribution", "act", "span"}
    assert [bool(link.acts) for link in text.links] == [False, True]


def test_what_is_measured_on_is_not_trained_on(
    bench: Path, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read(bench, vocabulary, monkeypatch, own(MEASURED, "m"))
    assert {text.name for kind in found.values() for text in kind} == {"polnear-a", "s"}


def test_an_article_without_a_coded_statement_tells_nothing_of_acts(
    bench: Path, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    (silent,) = read(bench, vocabulary, monkeypatch)["attributions"]
    assert (silent.name, set(silent.tags)) == ("s", {"attribution"})


def test_one_that_we_found_nothing_in_tells_that(
    bench: Path, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = read(bench, vocabulary, monkeypatch, own(SILENCE, "s") | {"acts": []})
    (silent,) = found["own"]
    assert found["attributions"] == []
    assert silent.tags["act"] == [0] * len(silent.words)


def test_our_coding_lies_where_it_was_made(bench: Path) -> None:
    path = bench / "polnear.jsonl"
    path.write_text(json.dumps(own(REFUSAL, "a")), encoding="utf-8")
    (row,) = codings(bench, bench)
    assert row["statements"] == [statement(REFUSAL, REFUSAL[:22], "refused", "Norway") | {"or": "accuse"}]


def test_a_coding_of_another_text_is_refused(bench: Path) -> None:
    path = bench / "polnear.jsonl"
    path.write_text(json.dumps(own(SILENCE, "a")), encoding="utf-8")
    with pytest.raises(ValueError, match="not the text that was coded"):
        list(codings(bench, bench))


def test_all_our_codings_are_whole() -> None:
    rows = [json.loads(line) for path in OWN.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({(row["from"], row["id"]) for row in rows}) == len(rows) > 0
    for row in rows:
        for acts, number, *places in row["acts"]:
            assert set(acts.split("/")) <= set(ACTS)
            assert len(places) in (4, 6)
            assert all(0 <= start < end for start, end in zip(places[::2], places[1::2], strict=True))
            assert len(places) == 6 or row["who"][number][0] is not None
