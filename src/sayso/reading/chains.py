"""The say-so chain of a statement by the network's attributions, beside what the rules make of the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.reading.decode import Quoted
from sayso.reading.lexicon import lexicon
from sayso.reading.mentions import PRONOUNS, low
from sayso.reading.relays import Relays, who
from sayso.reading.whose import Whose
from sayso.records import Article, Holder, Link, Span


class Chains:
    """Tells in whose words a place of an article stands, by the attributions that the network finds in it."""

    def __init__(self, article: Article, quoted: Sequence[Quoted], whose: Whose, relays: Relays) -> None:
        self.article = article
        self.whose = whose
        self.relays = relays
        words = lexicon()
        plain = {
            lemma
            for (part, lemma), frames in words.frames.items()
            if part == "VERB"
            and any(frame.act != "accuse" and not (frame.needs or frame.companions) for frame in frames)
        }
        self.say = (words.say - plain) | words.classes["telling"]
        self.quoted = [each for each in quoted if each.source and self._says(each)]

    def of(self, cue: Span, holder: Holder, known: tuple[Link, ...]) -> tuple[Link, ...]:
        """The links of a chain, the one nearest the holder first: those ``known``, and who else is said to tell it.

        ``cue`` is the clean place of the act's cue.
        """
        links = list(known)
        for source in self._tellers(cue, holder):
            place = self.article.raw_span(source)
            taken = [holder.span, *(link.holder.span for link in links)]
            if any(span is not None and span.overlap(place) for span in taken):
                continue
            teller = self.whose.source(source)
            if teller.name is None and low(teller.words) in PRONOUNS:
                continue
            if who(teller) not in {who(holder), *(who(link.holder) for link in links)}:
                links.append(Link(self.relays.role(teller), teller))
        return tuple(links)

    def _says(self, quoted: Quoted) -> bool:
        """Whether an attribution is a saying: what somebody fears, hopes or welcomes is not told by it."""
        parsed = self.relays.parsed
        tokens = (parsed.doc[i] for piece in quoted.cue for i in parsed.at(piece))
        return any(token.lemma_.lower() in self.say for token in tokens)

    def _tellers(self, cue: Span, holder: Holder) -> Iterator[Span]:
        """The sources of the attributions that an act stands in with its holder, the innermost first.

        Where the holder stands outside of what is told, the words are its own, whoever else seems to tell them.
        """
        around = [
            (sum(piece.end - piece.start for piece in quoted.content), quoted.source[0])
            for quoted in self.quoted
            if any(piece.start <= cue.start < piece.end for piece in quoted.content)
            and (holder.span is None or any(self.article.raw_span(p).overlap(holder.span) for p in quoted.content))
        ]
        yield from (source for _, source in sorted(around))
