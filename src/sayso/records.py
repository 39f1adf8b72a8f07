"""What the steps hand to each other: frozen records in the field's own words.

Offsets count characters (Unicode code points). A ``Span`` in a record always points into the raw text of
its article; only ``reading`` works on the clean text, and it goes through ``Article.raw_span`` on the way out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

WORDS = ("demand", "offer", "accept", "reject", "threaten", "accuse", "state")
DEEDS = ("consult", "yield", "aid", "sanction", "protest", "coerce", "assault", "mobilize")
ACTS = WORDS + DEEDS

PLOVER: Mapping[str, str | None] = {
    "demand": "REQUEST", "offer": "AGREE", "accept": "AGREE", "reject": "REJECT", "threaten": "THREATEN",
    "accuse": "ACCUSE", "state": None, "consult": "CONSULT", "yield": "CONCEDE", "aid": "AID",
    "sanction": "SANCTION", "protest": "PROTEST", "coerce": "COERCE", "assault": "ASSAULT", "mobilize": "MOBILIZE",
}  # fmt: skip
"""The PLOVER event type that each act maps to (a plain assertion has none)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: characters ``start`` to ``end``, the end not included."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand at this span of ``text``."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of an article, and how: ``value`` is None when it is not known.

    ``how`` names the evidence ("metadata file", "JSON-LD", "dateline", "byline", "file name" ...).
    A date is ISO 8601 cut to its ``precision``: "2024-06-15" (day), "2024-06" (month), "2024" (year); with the
    precision "week" it is that week's Monday. From one date to another is "2024-06-15/2024-06-18".
    """

    value: str | None = None
    how: str = "unknown"
    precision: str | None = None


UNKNOWN = Fact()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One text as a source hands it over, before anything is read into it.

    ``content`` is bytes as found, or text where the container (JSON, CSV) has already decoded it.
    ``form`` is "text", "markdown" or "html". ``facts`` holds what the source says of it, under the keys
    title, date, updated, outlet, author, url, language.
    """

    name: str
    place: str
    content: bytes | str
    form: str = "text"
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skipped:
    """One input that was not taken in, where it lies, and why, in one line."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that was taken in, but not as its giver may have meant it: where or what, and a line on it."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of clean text and the stretch of raw text it came from.

    Of equal lengths they correspond character by character; otherwise only as wholes
    ("&amp;" and "&"), and an empty raw stretch marks clean text that was put in (a paragraph break).
    """

    clean: Span
    raw: Span


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the clean text by what it is: "headline", "body" or "quote" (a block quotation)."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of the raw text that is not the article's own prose, and of what kind it is."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """One published text: as received, cleaned, and mapped back.

    ``key`` is a digest of the name, the form and the raw text; ``name`` is the file name without its ending. ``runs``
    cover the clean text in order. ``unread`` says why an article is kept but not read ("language: es"), or is None.
    """

    key: str
    name: str
    raw: str
    clean: str
    runs: tuple[Run, ...]
    parts: tuple[Part, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    form: str = "text"
    encoding: str = "utf-8"
    place: str = ""
    title: Fact = UNKNOWN
    outlet: Fact = UNKNOWN
    author: Fact = UNKNOWN
    url: Fact = UNKNOWN
    language: Fact = UNKNOWN
    published: Fact = UNKNOWN
    updated: Fact = UNKNOWN
    unread: str | None = None

    def raw_span(self, clean: Span) -> Span:
        """The raw span that a non-empty span of the clean text came from."""
        return Span(self._raw(clean.start, first=True), self._raw(clean.end - 1, first=False))

    def _raw(self, at: int, *, first: bool) -> int:
        run = self.runs[bisect_right(self.runs, at, key=lambda run: run.clean.start) - 1]
        if run.clean.end - run.clean.start == run.raw.end - run.raw.start:
            return run.raw.start + at - run.clean.start + (0 if first else 1)
        return run.raw.start if first else run.raw.end

    def clean_span(self, raw: Span) -> Span | None:
        """The span of the clean text that covers what is kept of a raw span; None when nothing is."""
        first = bisect_right(self.runs, raw.start, key=lambda run: run.raw.end)  # runs follow the raw text too
        last = bisect_left(self.runs, raw.end, key=lambda run: run.raw.start)
        kept = [run for run in self.runs[first:last] if run.raw.overlap(raw)]
        if not kept:
            return None
        return Span(_clean(kept[0], raw.start, first=True), _clean(kept[-1], raw.end, first=False))


def _clean(run: Run, at: int, *, first: bool) -> int:
    if run.clean.end - run.clean.start == run.raw.end - run.raw.start:
        return run.clean.start + min(max(at, run.raw.start), run.raw.end) - run.raw.start
    return run.clean.start if first else run.clean.end


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a statement is ascribed to or aimed at, as its article has it.

    ``words`` as written at the statement ("he", "the minister"); ``name`` the fullest proper name that the article
    gives ("Joren Halk"), None for those only described; ``described`` the fullest description ("Arvesian Foreign
    Minister", "three informed sources"); ``party`` the words that tell whom a person speaks for ("Arvesian",
    "central bank"); ``kind`` "person", "party" (a state, body, company, a place for its government, a group) or
    "unknown"; ``anonymous`` whether a speaker is described without being named.
    """

    words: str
    span: Span | None = None
    name: str | None = None
    described: str | None = None
    party: str | None = None
    kind: str = "unknown"
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a say-so chain: through whom the article has it, in its own words.

    ``role``: "outlet", "agency", "document", "broadcast", "post", "spokesman", "source" or "party" (a party that
    tells it of another).
    """

    role: str
    holder: Holder


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content, as stretches of the raw text; the content may be in several pieces.

    ``kind``: "direct", "indirect", "mixed" or "nominal".
    """

    cue: Span
    content: tuple[Span, ...]
    source: Holder | None = None
    kind: str = "indirect"


@dataclass(frozen=True, slots=True)
class Statement:
    """One act by one holder in one article, grounded in a span of the raw text.

    ``quote`` equals ``raw[span]``. ``content`` is what is demanded, offered ... (the proposition), as clean words.
    ``via`` lists the relays that the text names, the one nearest the holder first. ``part`` is where it stands
    ("body", "headline"). ``said`` is when it was uttered or done, as far as the text tells; ``due`` is when what it
    asks for, offers or threatens with is to happen ("by May 1").
    ``confidence`` is a calibrated probability or None.
    """

    id: str
    article: str
    span: Span
    quote: str
    act: str
    holder: Holder
    cue: str
    cue_span: Span
    content: str = ""
    addressee: Holder | None = None
    via: tuple[Link, ...] = ()
    part: str = "body"
    said: Fact = UNKNOWN
    due: Fact = UNKNOWN
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What a reader said without its words being found in the article: kept apart, never shown as located."""

    article: str
    words: str
    act: str | None
    holder: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found in one article. ``reader`` is its name and version ("rules 1")."""

    article: str
    reader: str
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that holds positions. ``kind``: "state", "bloc", "institution", "group", "person" or "unknown".

    ``aliases`` are the words under which it, and those who speak for it, appear in the book.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """Whose a statement is, once all articles are known: its actor, speaker and addressee under their own names.

    ``how`` tells on what evidence the actor rests; ``claimed`` is true when another party tells it of the actor.
    """

    statement: str
    actor: str
    how: str
    speaker: str | None = None
    addressee: str | None = None
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """The matter that parties take sides on. ``label`` is made from the statements' own words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Position:
    """A row of the ledger: one actor, one act, one proposition, with the statements that say so.

    ``title`` is one of its own statements' words. ``origins`` counts the independent chains of reporting.
    """

    id: str
    actor: str
    act: str
    title: str
    issue: str
    statements: tuple[str, ...]
    addressee: str | None = None
    origins: int = 1


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that are one text: ``kind`` "identical" or "near" copies, by article key."""

    id: str
    kind: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All that is worked out across articles, anew each time from articles and statements."""

    actors: tuple[Actor, ...] = ()
    holdings: tuple[Holding, ...] = ()
    positions: tuple[Position, ...] = ()
    issues: tuple[Issue, ...] = ()
    families: tuple[Family, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """A whole book at one moment, as records: what views and exports are made from.

    Articles, statements and unplaced are in canonical order, whatever the order in which they were added.
    """

    articles: tuple[Article, ...] = ()
    statements: tuple[Statement, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    reconciled: Reconciled = field(default_factory=Reconciled)
