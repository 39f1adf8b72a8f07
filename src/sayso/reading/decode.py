"""From the network's shares to stretches of text: cues with their spans and mentions, and whole attributions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.network import ACTS, PARTS, POINTERS, REACH, Impression, Network, Shares, View, Weights
from sayso.records import Span

OUTSIDE, BEGIN, WITHIN = range(3)
LEAST = 0.12
"""The share of "begins here" from which on a subword may be the cue of an act."""
SIDE, BESIDE = 0.35, 0.6
"""The share of the best span that a further one needs (items of a list), and of the best mention (joint holders)."""
CLEAR = 0.15
"""The share that the best mention must have for others to stand beside it: below, they are guesses."""
ELSEWHERE = 0.02
"""How much less likely a span is in which its own cue does not stand, or a mention in which it does.

But for the items of lists, at most one in fifty of those coded in training articles is such.
"""
NEXT = 4
"""How many subwords after a span the next item of a list may begin."""
LONGEST_SPAN, LONGEST_MENTION = 150, 24
MOST_SPANS, MOST_MENTIONS = 6, 4
LIKELY = 8
"""How many starts and ends of a span are tried."""
TIED = 0.02
"""The share a cue must give to a piece of content, or to a source, for the two to belong together."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the clean text that a cue points at, and the share of it.

    ``told`` is how surely the token layer of spans tells of one there: its mean over the stretch.
    """

    span: Span
    share: float
    told: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """An act that may have been made: where its cue stands and how surely, which act, where it is said and by whom.

    ``mentions`` are those of its holders, ``names`` the places that name them, ``nobody`` how likely there is none.
    """

    cue: Span
    sure: float
    acts: Mapping[str, float]
    spans: tuple[Stretch, ...]
    mentions: tuple[Stretch, ...]
    names: tuple[Stretch, ...]
    nobody: float

    @property
    def act(self) -> str:
        """The likeliest act."""
        return max(self.acts, key=lambda act: self.acts[act])


@dataclass(frozen=True, slots=True)
class Quoted:
    """An attribution in clean spans; the source and the content may be in several pieces, or missing."""

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]


def candidates(network: Network, seen: Impression) -> list[Candidate]:
    """All acts that a text may tell of, in its order, each with the stretches that hang on its cue."""
    sure = dict(_cues(seen.layers["act"]))
    found = []
    for view in network.views(seen, list(sure)):
        spans = _stretches(view, "span", LONGEST_SPAN, MOST_SPANS, seen)
        if spans:
            acts = {act: float(share) for act, share in zip(ACTS, view.acts, strict=True)}
            found.append(Candidate(seen.subwords.span(*view.cue), sure[view.cue], acts, spans, *_whose(view, seen)))
    return found


def given(network: Network, seen: Impression, words: Span, act: str, cue: Span) -> Candidate | None:
    """An act that somebody else found, in clean spans, with its holders by the network; None without a cue."""
    place = seen.subwords.covering(cue.start, cue.end)
    view = next(network.views(seen, [place]), None) if place is not None else None
    if view is None:
        return None
    return Candidate(cue, 1.0, {act: 1.0}, (Stretch(words, 1.0, 1.0),), *_whose(view, seen))


def _whose(view: View, seen: Impression) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...], float]:
    """The mentions of a cue's holders, the places that name them, and how likely there is none."""
    nobody = float(view.points[POINTERS.index("mention_start"), -1])
    return _holders(view, "mention", seen), _holders(view, "name", seen), nobody


def _holders(view: View, what: str, seen: Impression) -> tuple[Stretch, ...]:
    found = _stretches(view, what, LONGEST_MENTION, MOST_MENTIONS, seen)
    return tuple(each for each in found if _joint(each, found[0]))


def _joint(mention: Stretch, best: Stretch) -> bool:
    """Whether a mention is the best one, or stands beside it."""
    return mention is best or (best.share >= CLEAR and mention.share >= BESIDE * best.share)


def _cues(shares: Shares) -> Iterator[tuple[Place, float]]:
    at = 0
    while at < len(shares):
        if shares[at, BEGIN] >= LEAST:
            end = at
            while end + 1 < len(shares) and shares[end + 1].argmax() == WITHIN:
                end += 1
            yield (at, end), float(shares[at, BEGIN])
            at = end
        at += 1


def _stretches(view: View, what: str, longest: int, most: int, seen: Impression) -> tuple[Stretch, ...]:
    """The likeliest stretches, the best first: no two overlap, and none is much less likely than the first.

    A span without its own cue counts little, but for one that goes on where the last one ended: an item of a list. So
    does a mention with the cue in it.
    """
    start = view.points[POINTERS.index(f"{what}_start"), :-1]
    end = view.points[POINTERS.index(f"{what}_end"), :-1]
    at = view.cue[0] - view.base
    starts, ends = (np.argsort(-shares, kind="stable")[:LIKELY] for shares in (start, end))
    pairs = sorted(
        (-float(start[a] * end[b]) * (1.0 if (a <= at <= b) == (what == "span") else ELSEWHERE), int(a), int(b))
        for a in starts
        for b in ends
        if a <= b < a + longest
    )
    kept: list[tuple[float, int, int]] = []
    for minus, a, b in pairs:
        if len(kept) == most or (kept and -minus < SIDE * kept[0][0]):
            break
        if all(b < first or a > last for _, first, last in kept):
            kept.append((-minus, a, b))
    if what == "span" and len(kept) == 1:
        kept.extend(_items(pairs, *kept[0]))
    told = 1 - seen.layers["span"][view.base :, OUTSIDE]
    return tuple(
        Stretch(seen.subwords.span(view.base + a, view.base + b), share, float(told[a : b + 1].mean()))
        for share, a, b in kept
    )


def _items(
    pairs: Sequence[tuple[float, int, int]], best: float, first: int, last: int
) -> Iterator[tuple[float, int, int]]:
    """The spans that follow the best one directly, each the likeliest of its place and likely enough beside it."""
    while near := [(minus / ELSEWHERE, a, b) for minus, a, b in pairs if last < a <= last + NEXT]:
        minus, first, last = min(near)
        if -minus < SIDE * best:
            return
        yield best, first, last


def fragments(shares: Shares, transitions: Weights) -> list[list[Place]]:
    """The stretches of each kind on the likeliest path through the labels of a layer."""
    found: list[list[Place]] = [[] for _ in range(shares.shape[1] // 2)]
    for kind, piece in _runs(path(shares, transitions)):
        found[kind].append(piece)
    return found


def path(shares: Shares, transitions: Weights) -> list[int]:
    """The labels of the likeliest path (Viterbi) through shares (n, 1 + 2 kinds) of O and of B and I of each kind.

    ``transitions``: (from, to), what a path gains by each step. None begins with an I.
    """
    if not len(shares):
        return []
    scores = np.log(shares.astype(np.float64) + 1e-9)
    best = scores[0].copy()
    best[WITHIN::2] = -np.inf
    back = np.zeros(scores.shape, np.int64)
    for i in range(1, len(scores)):
        ways = best[:, None] + transitions
        back[i] = ways.argmax(axis=0)
        best = scores[i] + ways.max(axis=0)
    labels = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        labels.append(int(back[i, labels[-1]]))
    return labels[::-1]


def _runs(labels: Sequence[int]) -> Iterator[tuple[int, Place]]:
    first = kind = 0
    for i, label in enumerate([*labels, OUTSIDE]):
        if kind and label != 2 * kind:
            yield kind - 1, (first, i - 1)
            kind = 0
        if label % 2 == BEGIN:
            first, kind = i, (label + 1) // 2


def attributions(network: Network, seen: Impression) -> list[Quoted]:
    """All attributions of a text, in the order of their cues.

    Each piece of content goes to the cue that points at it most; a cue has the source that it points at most.
    """
    pieces = dict(zip(PARTS, fragments(seen.layers["attribution"], network.transitions), strict=True))
    views = list(network.views(seen, pieces["cue"]))
    owned: dict[int, list[Place]] = {}
    for piece in pieces["content"]:
        owner = _owner(piece, views, POINTERS.index("content"))
        if owner is not None:
            owned.setdefault(owner, []).append(piece)
    words = seen.subwords
    found = []
    for number, view in enumerate(views):
        content = tuple(words.span(*piece) for piece in owned.get(number, ()))
        source = _pointed(view, pieces["source"], POINTERS.index("source"))
        if content:
            found.append(Quoted((words.span(*view.cue),), tuple(words.span(*piece) for piece in source), content))
    return found


def _share(view: View, piece: Place, pointer: int) -> float:
    """The share that a cue gives to any subword of a piece."""
    inside = view.points[pointer, :-1][max(0, piece[0] - view.base) : max(0, piece[1] + 1 - view.base)]
    return float(inside.max()) if len(inside) else 0.0


def _owner(piece: Place, views: Sequence[View], pointer: int) -> int | None:
    first = bisect_left(views, piece[0] - REACH, key=lambda view: view.cue[1])
    last = bisect_right(views, piece[1] + REACH, key=lambda view: view.cue[0])
    shares = [(_share(views[number], piece, pointer), -number) for number in range(first, last)]
    best, number = max(shares, default=(0.0, 0))
    return -number if best >= TIED else None


def _pointed(view: View, pieces: Sequence[Place], pointer: int) -> list[Place]:
    first = bisect_left(pieces, view.cue[0] - REACH, key=lambda piece: piece[1])
    last = bisect_right(pieces, view.cue[1] + REACH, key=lambda piece: piece[0])
    shares = [(_share(view, piece, pointer), piece) for piece in pieces[first:last]]
    best, piece = max(shares, default=(0.0, (0, 0)))
    return [piece] if best >= TIED and best > view.points[pointer, -1] * TIED else []
