"""Articles of our own with their coding: invented disputes, written and coded together (``articles/*.txt``).

An article is a head (``### key | what it is like``), its sentences, one a line, with an empty line between paragraphs,
a line ``---``, and one line for each act:

    SENTENCE | ACT | CUE | MENTION | ACTOR | SPEAKER | SPAN

SENTENCE is the number of the line, those without words not counted, from which on the words of the span are looked for;
``he@4`` looks for a cue or a mention in another sentence. A span may leave words out: ``first words ... last words``.
Two acts (``accuse/threaten``) are both right, the first one more so; ``-`` stands for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.reading.network import ACTS

FOLDER = Path(__file__).with_name("articles")
HEAD = re.compile(r"^### ", re.MULTILINE)
PLAIN = str.maketrans("“”‘’", "\"\"''")
FIELDS = 7
LONGEST = 900
"""Characters between the first and the last words of a span, at most."""
AHEAD = 4
"""Sentences after the one named in which the first words of a span may stand."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Written:
    """An article laid out: its text, and the place of each sentence in it."""

    key: str
    text: str
    sentences: tuple[Place, ...]

    def sentence(self, number: int) -> Place:
        """Where the sentence of a number stands; ValueError when there is none."""
        if not 1 <= number <= len(self.sentences):
            raise ValueError(f"{self.key}: no sentence {number}")
        return self.sentences[number - 1]

    def find(self, words: str, number: int, end: int) -> Place:
        """Where words stand first from a sentence on; ValueError when they do not before ``end``."""
        return self.near(words, (self.sentence(number)[0], end))

    def near(self, words: str, within: Place, to: Sequence[int] = (0,)) -> Place:
        """Where words stand in a stretch, nearest to any of some places; ValueError when they do not."""
        plain = words.translate(PLAIN).strip()
        before, after = (r"(?<!\w)" if plain[:1].isalnum() else "", r"(?!\w)" if plain[-1:].isalnum() else "")
        pattern = re.compile(before + re.escape(plain) + after)
        found = [match.span() for match in pattern.finditer(self.text.translate(PLAIN), *within)]
        if not found or not plain:
            raise ValueError(f"{self.key}: not found: {words!r}")
        return min(found, key=lambda place: (min(abs(place[0] - at) for at in to), place))


def articles(folder: Path = FOLDER) -> Iterator[Mapping[str, Any]]:
    """All articles, as rows like the bench's coded ones; ValueError where a line of a coding does not fit."""
    for path in sorted(folder.glob("*.txt")):
        for block in HEAD.split(path.read_text(encoding="utf-8"))[1:]:
            head, _, rest = block.partition("\n")
            body, _, codes = rest.partition("\n---")
            written = laid(f"{path.stem}-{head.partition('|')[0].strip()}", body)
            lines = [line for line in codes.splitlines() if line.strip()]
            yield {
                "id": written.key,
                "text": written.text,
                "statements": [_statement(line, written) for line in lines],
            }


def laid(key: str, body: str) -> Written:
    """Sentences one a line as the text of an article, with where each stands."""
    text, places = "", []
    for number, paragraph in enumerate(re.split(r"\n\s*\n", body.strip())):
        for at, line in enumerate(line.strip() for line in paragraph.splitlines() if line.strip()):
            between = "\n" if line[0] in "-•*" else " "
            text += between if at else "\n\n" if number else ""
            places.append((len(text), len(text) + len(line)))
            text += line
    return Written(key, text, tuple(places))


def _statement(line: str, written: Written) -> Mapping[str, Any]:
    fields = [field.strip() for field in line.split(" | ")]
    if len(fields) != FIELDS:
        raise ValueError(f"{written.key}: {len(fields)} fields, not {FIELDS}: {line}")
    number = int(fields[0])
    act, _, other = fields[1].partition("/")
    if act not in ACTS or (other and other not in ACTS):
        raise ValueError(f"{written.key}: no such act: {fields[1]}")
    start, end = _span(fields[6].strip('"“”'), number, written)
    last = next((stop for _, stop in written.sentences if stop >= end), end)
    cue, mention = (_beside(field, number, (start, end, last), written) for field in fields[2:4])
    row: dict[str, Any] = {"act": act, "or": other or None, "start": start, "end": end}
    row |= {"actor": _told(fields[4]), "speaker": _told(fields[5])}
    for what, place in (("cue", cue), ("mention", mention)):
        row |= {f"{what}_start": place[0] if place else None, f"{what}_end": place[1] if place else None}
    return row


def _span(words: str, number: int, written: Written) -> Place:
    first, cut, rest = words.partition(" ... ")
    ahead = written.sentences[min(number + AHEAD, len(written.sentences)) - 1][1]
    start, end = written.find(first, number, ahead)
    return (start, written.near(rest, (end, end + LONGEST))[1]) if cut else (start, end)


def _beside(field: str, number: int, around: tuple[int, int, int], written: Written) -> Place | None:
    """A cue or a mention: in the sentence that it names, else within or nearest to its span."""
    if field == "-":
        return None
    words, _, other = field.partition("@")
    if other:
        return written.near(words, written.sentence(int(other)))
    start, end, last = around
    try:
        return written.near(words, (start, end))
    except ValueError:
        return written.near(words, (written.sentence(number)[0], last), (start, end))


def _told(field: str) -> str | None:
    return None if field == "-" else field
