"""Whose an act is that somebody else found: a person or a file of codings gives the words, the holder is asked for."""

from __future__ import annotations

from sayso.reading.decode import given
from sayso.reading.small import HALF, SmallReader, shared
from sayso.records import Article, Span, Statement


class Asked:
    """One article of which single places are asked about."""

    def __init__(self, reader: SmallReader, article: Article) -> None:
        self.article = article
        self._network = reader.network
        self._sight = reader.sight(article)
        self._seen = list(reader.network.impressions(article.clean))

    def statements(self, words: Span, act: str, cue: Span | None = None) -> list[Statement]:
        """The statement of an act in some words, one for each who holds it; none when the reader cannot tell.

        Spans are of the raw text. Without a cue it is the reader's own in these words, else all of them.
        """
        sight, span = self._sight, self.article.clean_span(words)
        place = self.article.clean_span(cue) if cue is not None else self._cue_in(words, act)
        if span is None:
            return []
        parts = (given(self._network, seen, span, act, place or span) for seen in self._seen)
        found = next((part for part in parts if part is not None), None)
        if sight is None or found is None:
            return []
        return sight.given(found, [each for each in sight.by_rules.statements if shared(each.span, words) >= HALF])

    def _cue_in(self, words: Span, act: str) -> Span | None:
        """The cue in some words that the reader is surest of, those of the act first."""
        if self._sight is None:
            return None
        inside = [each for each in self._sight.seen.candidates if self.article.raw_span(each.cue).overlap(words)]
        best = max(inside, key=lambda each: (each.act == act, each.sure, -each.cue.start), default=None)
        return best.cue if best is not None else None
