"""Training text as the reader sees it: clean articles as subwords, with the bench's labels moved onto them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sayso.articles import prepare
from sayso.reading.network import ACTS, LAYERS, PARTS, POINTERS
from sayso.reading.subwords import Subwords, Vocabulary
from sayso.records import Article, Incoming, Span
from training.articles import articles
from training.naming import named

O, B, I, UNTOLD = 0, 1, 2, -100  # noqa: E741

__all__ = ["ACTS", "LAYERS", "PARTS", "POINTERS"]

KINDS = ("attributions", "coded", "own", "invented")
"""The training articles: with labels of attributions alone; coded for acts by the bench; by us; written by us, too."""
OWN = Path(__file__).with_name("codings")
"""Our own codings, a file for each of the bench's: offsets into its articles, no text of theirs."""
OF_ACT = tuple(number for number, name in enumerate(POINTERS) if name.endswith(("_start", "_end")))
"""The pointers from the cue of an act."""

Place = tuple[int, int]
Row = Mapping[str, Any]


@dataclass(slots=True)
class Link:
    """One cue with what hangs on it, in subwords: its acts (none for an attribution), and places by pointer.

    Several places stand for lists and joint holders; an empty list says that there is none to point at.
    """

    cue: Place
    acts: dict[int, float]
    points: dict[int, list[int]]


@dataclass(slots=True)
class Text:
    """One clean article as subwords, with its labels over the whole."""

    name: str
    words: Subwords
    tags: dict[str, list[int]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def of_attributions(self) -> Text:
        """The same text with the labels of attributions alone."""
        return Text(self.name, self.words, {"attribution": self.tags["attribution"]})


def vocabulary(base: Path) -> Vocabulary:
    """The word pieces of a base model, in the order of their ids."""
    return Vocabulary((base / "vocab.txt").read_text(encoding="utf-8").splitlines())


def rows(path: Path) -> Iterator[Row]:
    """The rows of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def cleaned(row: Row) -> Article:
    """A row's article as a reader gets it."""
    return prepare(Incoming(row["id"], row["id"], row["text"]))


class Placer:
    """Moves spans of the raw text onto the subwords of the clean one."""

    def __init__(self, article: Article, words: Subwords) -> None:
        self.article = article
        self.words = words

    def place(self, start: int, end: int) -> Place | None:
        """The subwords of a raw span; None when nothing of it is kept."""
        clean = self.article.clean_span(Span(start, end))
        return self.words.covering(clean.start, clean.end) if clean is not None else None

    def tags(self, *kinds: list[Place]) -> list[int]:
        """O, and B and I for raw spans by kind; of two that overlap the shorter one is marked last."""
        tags = [O] * len(self.words)
        spans = [(span, kind) for kind, spans in enumerate(kinds) for span in spans]
        for (start, end), kind in sorted(spans, key=lambda each: each[0][0] - each[0][1]):
            place = self.place(start, end)
            if place is not None:
                tags[place[0]] = B + 2 * kind
                tags[place[0] + 1 : place[1] + 1] = [I + 2 * kind] * (place[1] - place[0])
        return tags


def texts(bench: Path, vocabulary: Vocabulary) -> dict[str, list[Text]]:
    """The training articles by ``KINDS``; those coded for acts have labels of attributions, too, if there are any.

    An article on which anything is measured (``coded/dev``) is left out wherever it stands. So are the codings of
    ``coded/train`` that have no statement: one in five, many of articles full of acts; nobody coded them but we.
    """
    measured = {row["text"] for row in rows(bench / "coded" / "dev.jsonl.gz")}
    quoted = {row["text"]: row for row in rows(bench / "polnear" / "train.jsonl.gz") if row["text"] not in measured}
    coded = [row for row in rows(bench / "coded" / "train.jsonl.gz") if row["statements"]]
    found: dict[str, list[Text]] = {}
    for kind, acted in (("coded", coded), ("own", codings(bench, OWN)), ("invented", articles())):
        both = [row | {"attributions": quoted.pop(row["text"])["attributions"]} if row["text"] in quoted else row
                for row in acted if row["text"] not in measured]  # fmt: skip
        found[kind] = [text_of(row, vocabulary) for row in both]
    return {"attributions": [text_of(row, vocabulary) for row in quoted.values()], **found}


def codings(bench: Path, folder: Path) -> Iterator[Row]:
    """Our own codings of articles of the bench, as rows like ``coded`` has; ValueError when one is another text."""
    files = sorted(folder.glob("*.jsonl"))
    own = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    held: dict[str, dict[str, Row]] = {}
    for row in own:
        if row["from"] not in held:
            numbered = enumerate(rows(bench / row["from"]))
            held[row["from"]] = {str(each.get("id", number)): each for number, each in numbered}
        text = held[row["from"]][row["id"]]["text"]
        if sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
            raise ValueError(f"{row['id']} in {row['from']} is not the text that was coded: use the bench it names")
        yield {"id": row["id"], "text": text, "statements": [_statement(each, row["who"]) for each in row["acts"]]}


def _statement(coding: Sequence[Any], who: Sequence[Sequence[str | None]]) -> Row:
    """A coding as the bench writes it: acts, number of who does it, and start and end of span, cue and mention."""
    acts, number, *places = coding
    act, other = (*acts.split("/"), None)[:2]
    keys = (f"{what}{side}" for what in ("", "cue_", "mention_") for side in ("start", "end"))
    found: dict[str, Any] = dict(zip_longest(keys, places))
    actor, speaker = who[number]
    return found | {"act": act, "or": other, "actor": actor, "speaker": speaker}


def text_of(row: Row, vocabulary: Vocabulary) -> Text:
    """An article as the reader sees it, with the labels that its row has."""
    article = cleaned(row)
    text = Text(row["id"], vocabulary.cut(article.clean))
    placer = Placer(article, text.words)
    if "attributions" in row:
        text.tags["attribution"] = placer.tags(
            *([tuple(span) for each in row["attributions"] for span in each.get(part, ())] for part in PARTS)
        )
        text.links.extend(_attributed(row, placer))
    if "statements" in row:
        said = [each for each in row["statements"] if each["cue_start"] is not None]
        text.tags["act"] = placer.tags([(each["cue_start"], each["cue_end"]) for each in said])
        text.tags["span"] = placer.tags([(each["start"], each["end"]) for each in said])
        links: dict[Place, Link] = {}
        for each in said:
            _add(links, each, placer, row["text"])
        text.links.extend(links.values())
    return text


def _attributed(row: Row, placer: Placer) -> Iterator[Link]:
    """From the first piece of each attribution's cue to the starts of its content's and source's pieces."""
    for each in row["attributions"]:
        cue = placer.place(*each["cue"][0]) if each.get("cue") else None
        if cue is None:
            continue
        points = {}
        for layer in ("content", "source"):
            places = [place for span in each.get(layer, ()) if (place := placer.place(*span)) is not None]
            points[POINTERS.index(layer)] = [place[0] for place in places]
        yield Link(cue, {}, points)


def _add(links: dict[Place, Link], each: Row, placer: Placer, text: str) -> None:
    cue = placer.place(each["cue_start"], each["cue_end"])
    span = placer.place(each["start"], each["end"])
    if cue is None or span is None:
        return
    link = links.setdefault(cue, Link(cue, {}, {number: [] for number in OF_ACT}))
    for act, weight in ((each["act"], 1.0), (each["or"], 0.5)):
        if act:
            link.acts[ACTS.index(act)] = max(weight, link.acts.get(ACTS.index(act), 0.0))
    mention = Span(each["mention_start"], each["mention_end"]) if each["mention_start"] is not None else None
    names = [name for name in (each["speaker"], each["actor"]) if name]
    name = named(mention, text, names) if mention is not None else None
    for what, place in (
        ("span", span),
        ("mention", placer.place(mention.start, mention.end) if mention is not None else None),
        ("name", placer.place(name.start, name.end) if name is not None else None),
    ):
        starts, ends = (link.points[POINTERS.index(f"{what}_{side}")] for side in ("start", "end"))
        if place is not None and place[0] not in starts:
            starts.append(place[0])
            ends.append(place[1])


def windows(length: int, size: int, rng: random.Random) -> Iterator[Place]:
    """Stretches that cover a text once, from a random start, so that each epoch cuts it elsewhere."""
    first = -rng.randrange(size) if length > size else 0
    while first < length:
        yield max(first, 0), min(first + size, length)
        first += size
