"""The figures of benchmarks/attribution.py on tiny examples worked out by hand, without a model."""

import gzip
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from benchmarks import attribution as bench
from sayso.errors import UsageError
from sayso.reading.decode import fragments, path
from sayso.reading.network import legal
from sayso.records import Article, Attribution, Holder, Reading, Span

LEGAL = legal(len(bench.LABELS))
UNITS: list[dict[str, Any]] = [
    {
        "id": "a",
        "tokens": ["Nora", "Vale", "said", "``", "We", "did", "n't", "go", ".", "''"],
        "labels": ["B-source", "I-source", "B-cue", "B-content", *["I-content"] * 6],
    },
    {"id": "a", "tokens": ["He", "denied", "it", "."], "labels": ["B-source", "B-cue", "B-content", "O"]},
    {"id": "b", "tokens": ["Talks", "go", "on", "."], "labels": ["O"] * 4},
]
READ = {
    "Nora": ["B-source", "I-source", "B-cue", "O", "B-content", *["I-content"] * 4, "O"],
    "He": ["O", "B-cue", "B-source", "B-content"],
    "Talks": ["O"] * 4,
}
ARTICLE = "Nora Vale said the bridge would close.\n\nCritics denied it, and it was claimed that tolls rose."
CODED = [
    {"source": ["Nora Vale"], "cue": ["said"], "content": ["the bridge would close"]},
    {"source": ["Critics"], "cue": ["denied"], "content": ["it"]},
    {"cue": ["claimed"], "content": ["that tolls rose"]},
]


def at(text: str, words: str) -> Span:
    """The first place of some words that stand by themselves."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    assert found is not None, words
    return Span(*found.span())


def heard(text: str, source: str | None, cue: str, *content: str) -> Attribution:
    holder = Holder(source, at(text, source)) if source else None
    return Attribution(at(text, cue), tuple(at(text, piece) for piece in content), holder)


def coded() -> dict[str, Any]:
    """The article with its coded attributions in character offsets."""
    found = [
        {part: [[at(ARTICLE, piece).start, at(ARTICLE, piece).end] for piece in each[part]] for part in each}
        for each in CODED
    ]
    return {"id": "c", "date": "2031-05-02", "publisher": "Post", "text": ARTICLE, "attributions": found}


class Parrot:
    """A reader that finds what it was told to find, in whatever it is given."""

    name = "parrot 1"

    def __init__(self, *found: tuple[str | None, str, str]) -> None:
        self.found = found
        self.texts: list[str] = []

    def read(self, article: Article) -> Reading:
        self.texts.append(article.raw)
        here = [each for each in self.found if all(part is None or part in article.raw for part in each)]
        return Reading(article.key, self.name, tuple(heard(article.raw, *each) for each in here))


def seeing(marks: Mapping[str, Sequence[tuple[str, float]]]) -> bench.Look:
    """What a network would see that is as sure of some phrases as it is told, and cuts words in pieces of 3 letters."""

    def look(text: str) -> tuple[Any, Any]:
        places = [(m.start(), m.start()) if m[0].isspace() else m.span() for m in re.finditer(r"\n\n|\w{1,3}|\S", text)]
        shares = np.full((len(places), len(bench.LABELS)), 0.05, np.float32)
        shares[:, 0] = 0.7
        for part, phrases in marks.items():
            for phrase, sure in phrases:
                start = text.index(phrase)
                inside = [i for i, (first, end) in enumerate(places) if start <= first and end <= start + len(phrase)]
                shares[inside, 0] = np.minimum(shares[inside, 0], 1 - sure)
                shares[inside[0], bench.LABELS.index(f"B-{part}")] = sure
                shares[inside[1:], bench.LABELS.index(f"I-{part}")] = sure
        return np.array(places), path(shares / shares.sum(-1, keepdims=True), LEGAL)

    return look


def labels(look: bench.Look, *units: str) -> list[str]:
    """The labels of units given as plain words, in short: "sScn-" for B-source, I-source, B-cue, B-content, O."""
    short = {"source": "s", "cue": "c", "content": "n"}
    found = bench.by_network(look)([unit.split() for unit in units])
    return [
        "".join("-" if each == "O" else short[each[2:]].upper() if each[0] == "I" else short[each[2:]] for each in unit)
        for unit in found
    ]


def as_learned(units: Sequence[Sequence[str]]) -> list[list[str]]:
    return [READ[tokens[0]] for tokens in units]


def written(folder: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    path = folder / "rows.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


def triple(figures: Mapping[str, float]) -> tuple[float, float, float]:
    return figures["precision"], figures["recall"], figures["f1"]


def test_units_are_laid_out_as_text() -> None:
    text = bench.laid([UNITS[0]["tokens"], ["-LRB-", "He", "'s", "--", "late", "-RRB-"]])
    assert text.text == "Nora Vale said “ We didn’t go . ”\n\n( He ’s — late )"
    assert [place.of(text.text) for place in text.places[0][4:8]] == ["We", "did", "n’t", "go"]
    assert [place.of(text.text) for place in text.places[1]] == ["(", "He", "’s", "—", "late", ")"]


@pytest.mark.parametrize(
    ("given_labels", "expected"),
    [
        ("B-cue I-cue B-cue O", {"cue": [Span(0, 2), Span(2, 3)]}),
        ("I-cue I-cue O B-cue", {"cue": [Span(3, 4)]}),
        ("B-source I-cue I-source B-content", {"source": [Span(0, 1)], "content": [Span(3, 4)]}),
        ("", {}),
    ],
)
def test_stretches_begin_with_b_and_go_on_with_i_of_their_type(
    given_labels: str, expected: dict[str, list[Span]]
) -> None:
    assert bench.stretches(given_labels.split()) == {part: expected.get(part, []) for part in bench.PARTS}


def test_figures_on_units() -> None:
    found = bench.tally_units([UNITS[:2], UNITS[2:]], as_learned)
    assert triple(found["source"]["exact"]) == (0.5, 0.5, 0.5)
    assert triple(found["source"]["overlap"]) == (0.5, 0.5, 0.5)
    assert triple(found["cue"]["exact"]) == triple(found["cue"]["overlap"]) == (1, 1, 1)
    assert triple(found["content"]["exact"]) == (0, 0, 0)
    assert triple(found["content"]["overlap"]) == (0.5, 0.5, 0.5)  # 5 of 7 tokens; the full stop for "it" is none
    assert found["content"]["exact"]["wanted"] == 2


def test_what_stands_beyond_the_counted_tokens_is_left_out() -> None:
    row = {"id": "a", "tokens": ["x"] * 310, "labels": ["O"] * 299 + ["B-cue", "I-cue"] + ["O"] * 8 + ["B-cue"]}
    seen: list[int] = []

    def read(units: Sequence[Sequence[str]]) -> list[list[str]]:
        seen.extend(map(len, units))
        return [["O"] * 299 + ["B-cue"]]

    found = bench.tally_units([[row]], read)["cue"]["exact"]
    assert seen == [300]
    assert (triple(found), found["wanted"]) == ((1, 1, 1), 1)


def test_labels_follow_what_the_network_sees() -> None:
    look = seeing({"source": [("Nora Valentine", 0.8)], "cue": [("said", 0.8)], "content": [("bridges close", 0.8)]})
    assert labels(look, "Nora Valentine said bridges close .") == ["sScnN-"]


@pytest.mark.parametrize(("source", "content", "expected"), [(0.9, 0.6, "--sS-"), (0.6, 0.9, "--nN-")])
def test_the_surer_layer_labels_a_token(source: float, content: float, expected: str) -> None:
    look = seeing({"source": [("Nora Vale", source)], "content": [("Nora Vale", content)]})
    assert labels(look, "they say Nora Vale left") == [expected]


def test_a_long_content_stays_whole_around_what_is_seen_less_clearly() -> None:
    look = seeing({"content": [("that Nora said so in spring", 0.9)], "cue": [("said", 0.85)]})
    assert labels(look, "he thinks that Nora said so in spring") == ["--nNNNNN"]


@given(
    st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, 7), elements=st.floats(0.015625, 1, width=32))),
)
def test_words_of_one_piece_are_labelled_as_the_reader_does_it(shares: np.ndarray) -> None:
    words = ["we"] * len(shares)
    places = np.array([tuple(m.span()) for m in re.finditer("we", " ".join(words))])
    found = bench.stretches(bench.by_network(lambda text: (places, path(shares, LEGAL)))([words])[0])
    told = [[(span.start, span.end - 1) for span in found[part]] for part in bench.PARTS]
    assert told == fragments(shares, LEGAL)


def test_what_goes_on_in_the_next_unit_is_cut_between_them() -> None:
    look = seeing({"content": [("we go\n\nand stay", 0.9)]})
    assert labels(look, "now we go", "and stay here") == ["-nN", "nN-"]


def test_a_word_without_subwords_goes_on_with_what_is_there() -> None:
    def look(text: str) -> tuple[Any, Any]:
        places, told = seeing({"content": [("we all go", 0.9)]})(text)
        kept = [text[first:end] != "all" for first, end in places]
        return places[kept], [label for label, keep in zip(told, kept, strict=True) if keep]

    assert labels(look, "all we all go all") == ["-nNN-"]


def test_labels_follow_an_attribution_and_the_longer_of_two_stays() -> None:
    reader = Parrot(("Nora Vale", "said", "We didn’t go"), ("We", "go", "Vale"))
    assert bench.by_reading(reader)([row["tokens"] for row in UNITS[:2]]) == [
        ["B-source", "I-source", "B-cue", "O", "B-content", "I-content", "I-content", "I-content", "O", "O"],
        ["O"] * 4,
    ]


def test_units_are_read_in_their_article_or_alone() -> None:
    together, alone = Parrot(("He", "denied", "it")), Parrot(("He", "denied", "it"))
    assert bench.score_units(UNITS, together)["source"] == bench.score_units(UNITS, alone, alone=True)["source"]
    assert [text.count("\n\n") for text in together.texts] == [1, 0]
    assert len(alone.texts) == 3


def test_a_reader_with_a_network_is_scored_by_its_layers() -> None:
    shares = np.full((4, len(bench.LABELS)), 0.01, np.float32)
    for at, label in enumerate(("B-source", "B-cue", "O", "O")):
        shares[at, bench.LABELS.index(label)] = 0.94

    def impression(text: str) -> object:
        places = np.array([m.span() for m in re.finditer(r"\w+|\.", text)])
        told = shares if "denied" in text else np.tile(shares[2], (len(places), 1))
        return SimpleNamespace(subwords=SimpleNamespace(places=places), layers={"attribution": told})

    reader: Any = SimpleNamespace(name="small", network=SimpleNamespace(impression=impression, transitions=LEGAL))
    found = bench.score_units(UNITS[1:], reader)
    assert triple(found["source"]["exact"]) == (1, 1, 1)
    assert triple(found["content"]["exact"]) == (0, 0, 0)


def test_figures_on_whole_articles() -> None:
    reader = Parrot(
        ("Vale", "said", "the bridge would"),  # less than half of the source
        ("Critics", "denied", "it"),
        (None, "claimed", "tolls rose"),  # two thirds of the content
        ("Nora Vale", "rose", "bridge"),
    )
    found = bench.score_articles([coded()], reader)
    assert triple(found["source"]["exact"]) == triple(found["source"]["overlap"]) == (0.667, 1, 0.8)
    assert triple(found["cue"]["exact"]) == (0.75, 1, 0.857)
    assert triple(found["content"]["exact"]) == (0.25, 0.333, 0.286)
    assert triple(found["content"]["overlap"]) == (0.75, 1, 0.857)
    assert triple(found["attribution"]["exact"]) == (0.25, 0.333, 0.286)
    assert triple(found["attribution"]["overlap"]) == (0.5, 0.667, 0.571)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Critics", "said", "it"), ("Critics", "denied", "it"), 1),  # the cue does not count
        ((None, "said", "it"), (None, "said", "it"), 1),
        (("Critics", "said", "it"), (None, "said", "it"), 0),
        (("Nora", "said", "it"), ("Nora Vale", "said", "it"), 0),  # 4 of 9 characters
        (("Critics", "said", "tolls rose"), ("Critics", "said", "that tolls rose"), 5 / 6),
        (("Critics", "said", "rose"), ("Critics", "said", "that tolls rose"), 0),
    ],
)
def test_attributions_meet_by_half_of_the_larger(one: Any, other: Any, expected: float) -> None:
    a, b = (bench.whole(bench.pieces(heard(ARTICLE, *each))) for each in (one, other))
    assert bench.likeness(a, b) == bench.likeness(b, a) == pytest.approx(expected)


def test_pieces_of_a_content_count_together() -> None:
    apart = heard(ARTICLE, "Nora Vale", "said", "the bridge", "would close")
    gold = bench.whole(bench.pieces(heard(ARTICLE, "Nora Vale", "said", "the bridge would close")))
    assert bench.likeness(bench.whole(bench.pieces(apart)), gold) == pytest.approx((21 / 22 + 1) / 2)


def test_a_place_counts_once_and_meets_one() -> None:
    tally = bench.Tally()
    tally.add([Span(0, 9), Span(0, 9), Span(2, 8)], [Span(0, 10)], bench.overlap)
    assert (tally.read, tally.wanted, tally.exact, tally.overlap) == (2, 1, 0, 1)


@pytest.fixture
def parrot(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A parrot in place of every reader; the kinds that were asked for."""
    asked: list[str] = []

    def opened(kind: str) -> Parrot:
        asked.append(kind)
        return Parrot(("Critics", "denied", "it"))

    monkeypatch.setattr(bench, "open_reader", opened)
    return asked


def test_the_table(tmp_path: Path, parrot: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(written(tmp_path, [coded()]))]) == 0
    first, header, source, *_, last = capsys.readouterr().out.splitlines()
    assert (parrot, first) == (["small"], "parrot 1: 1 articles")
    assert header.split() == ["exact", "P", "R", "F1", "overlap", "P", "R", "F1", "wanted"]
    assert source.split() == ["source", "1.000", "0.500", "0.667", "1.000", "0.500", "0.667", "2"]
    assert last.split() == ["attribution", "1.000", "0.333", "0.500", "1.000", "0.333", "0.500", "3"]


def test_the_figures_as_json(tmp_path: Path, parrot: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(written(tmp_path, UNITS)), "--reader", "small", "--alone", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (parrot, found["articles"], found["units"], found["alone"]) == (["small"], 2, 3, True)
    assert found["figures"]["cue"]["exact"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "wanted": 2}


@pytest.mark.parametrize(
    ("rows", "words", "told"),
    [
        ([{"id": "a"}], [], "must all be units (tokens, labels), or all whole articles"),
        ([coded()], ["--alone"], "must all be units (tokens, labels)"),
        (UNITS, ["--model", "nowhere"], "'nowhere' has no encoder.onnx and no heads.onnx and no vocab.txt"),
        (UNITS, ["--model", "nowhere", "--reader", "rules"], "--model is for the small reader"),
    ],
)
def test_what_cannot_be_scored(
    rows: list[Any], words: list[str], told: str, tmp_path: Path, parrot: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        bench.main([str(written(tmp_path, rows)), *words])
    assert told in capsys.readouterr().err


def test_a_reader_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(kind: str) -> None:
        raise UsageError(f"there is no reader {kind!r}")

    monkeypatch.setattr(bench, "open_reader", refuse)
    with pytest.raises(SystemExit, match="2"):
        bench.main([str(written(tmp_path, UNITS)), "--reader", "small"])
    assert "there is no reader 'small'" in capsys.readouterr().err


def clock(*seconds: float) -> Callable[[], float]:
    ticks = iter(seconds)
    return lambda: next(ticks)


def test_progress_is_told_when_reading_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench.time, "monotonic", clock(0, 0, 1.9, 2.5, 6, 8))
    assert list(bench.told("abcde")) == list("abcde")
    assert capsys.readouterr().err.splitlines() == ["2 of 5 texts read, 2 s", "4 of 5 texts read, 8 s"]
