"""Who holds what, when the words are given: ``python -m benchmarks.holders FILE.jsonl.gz [--show] [--json]``.

FILE holds whole coded articles as for ``benchmarks.statements``. The reader is given each coded quote with its cue and
its act, and tells the holders; a joint act, coded once for each party in the same words, is asked about once. All
holders of an article are identified together.

Each coded statement is "right" when one of the holders is the coded one, "left" when the reader leaves open who it is
(nobody, a pronoun or a description that nothing resolves; of parties also a person of no known party), and "wrong"
when all holders are others. "party" compares the actor, "speaker" the person or the people who speak for it, of the
statements that have one.

Names are the same when the gazetteer knows them as one party, or when nothing but case, stops, hyphens, legal endings,
middle names, a leading article or state ("US Congress") tells them apart, or one is the other's initials. A described
group ("rebel factions") is the coded one when the words of the shorter description all stand in the longer one ("Syrian
rebel factions").

"pronouns" and "descriptions" are the figures of mentions that name nobody.

"via" compares the relays through whom the article has a statement, link by link in any order: those told, those coded,
those of the same name. The chain is that of the statement whose holder is the coded actor. What tells only how it was
said ("a statement", "an interview") is left out on both sides: the coders seldom have it, the reader always. So is who
is coded as the actor or its speaker: "its spokesman said that the union rejects it" has the spokesman as a link of its
chain, and in the coding as the speaker.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.statements import Row, articles, plain
from benchmarks.statements import figures as scores
from sayso.articles import prepare
from sayso.gazetteer import Gazetteer
from sayso.gazetteer.wording import fold
from sayso.reading.given import Asked
from sayso.reading.mentions import low
from sayso.reading.people import people
from sayso.reading.small import SmallReader
from sayso.reconcile.identities import identify
from sayso.records import Holding, Incoming, Link, Span, Statement
from sayso.weights import find_small, load_english

OUTCOMES = ("right", "left", "wrong")
SMALL = frozenset("of the for and a an in at to from by on with de".split())
PRONOUNS = frozenset(
    "i me my mine we us our ours you he him his she her hers it its they them their theirs who whom whose which that "
    "this these those one ones both all some others each another many most neither either".split()
)
Answer = tuple[Statement, Holding]


@dataclass(frozen=True, slots=True)
class Case:
    """One coded statement with what the reader makes of its holder."""

    row: Row
    answers: tuple[Answer, ...]
    party: str
    speaker: str | None
    mention: str
    via: tuple[str, ...] = ()

    def via_told(self, names: Names) -> tuple[Link, ...]:
        """The chain of the statement whose holder is the coded actor and speaker, else the actor; else of the first."""
        same = [(each, held) for each, held in self.answers if names.same(held.actor, self.party)]
        own = [each for each, held in same if self.speaker and held.speaker and names.same(held.speaker, self.speaker)]
        found = [*own, *(each for each, _ in same), *(each for each, _ in self.answers)]
        return found[0].via if found else ()

    def is_own(self, name: str, names: Names) -> bool:
        """Whether a name is coded as the actor or the one who speaks for it."""
        return any(names.same(name, own) for own in (self.party, self.speaker) if own)


class Names:
    """Whether two names mean the same one."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def same(self, one: str, other: str) -> bool:
        """Whether they do, by the rules in the head of this file."""
        first, second = self.canonical(one), self.canonical(other)
        if first == second or not (first and second):
            return first == second
        if self._shortened(one, other) or self._shortened(other, one) or _initials(one, other) or _initials(other, one):
            return True
        words = [_words(each) for each in (first, second)]
        if set(words[0]) == set(words[1]) or _is_person(words):
            return True
        described = not any(_is_name(each) for each in (bare(one), bare(other)))
        return described and _described(words)

    def _shortened(self, short: str, full: str) -> bool:
        """Whether a name is a fuller one without its state ("US Congress") or without what a company leaves out."""
        state, _, rest = bare(full).partition(" ")
        of_state = bool(rest) and self._gazetteer.demonym(state) is not None
        bodies = self._gazetteer.bodies
        named = self._gazetteer.party(bare(short)) is None
        company = named and bodies.shortens(bare(short), bare(full), company=bodies.is_company(bare(full)))
        return company or (of_state and self.canonical(rest) == self.canonical(short))

    def is_occasion(self, words: str) -> bool:
        """Whether words are how something was said, not through whom: "a statement", "a news conference"."""
        return self._gazetteer.is_relay(words) is not None and words == words.lower()

    def canonical(self, name: str) -> str:
        """A name under which a party is compared."""
        words = bare(name)
        known = self._gazetteer.party(words)
        found = plain(fold((known.name if known else self._gazetteer.bodies.without_legal(words)).replace("-", " ")))
        return found or plain(name)


def bare(name: str) -> str:
    """A name without the article that an unnamed actor is kept apart by ("rebels (an article)")."""
    return re.sub(r"\s*\([^()]*\)$", "", name).strip()


def _initials(short: str, full: str) -> bool:
    """Whether a name is the acronym of another: in brackets behind it, or its first letters ("NBC")."""
    if not (short.isupper() and short.isalpha() and len(short) > 2):
        return False
    told = re.search(r"\(([^()]*)\)$", full)
    letters = "".join(word[0] for word in bare(full).split() if word.lower() not in SMALL)
    return (told is not None and told[1] == short) or short in (letters, f"{letters}C")  # a company without its "Co"


def _words(name: str) -> list[str]:
    return [word.removesuffix("s") for word in name.split() if word not in SMALL]


def _is_person(words: Sequence[Sequence[str]]) -> bool:
    """Whether two names differ in middle names and initials alone."""
    short, long = sorted(words, key=len)
    ends = (short[0], short[-1]) == (long[0], long[-1]) if short else False
    given = bool(short) and people().woman([short[0].title()]) is not None
    return (
        ends and 2 <= len(short) < len(long) <= len(short) + 2 and (given or all(len(word) == 1 for word in long[1:-1]))
    )


def _is_name(words: str) -> bool:
    """Whether words are a name as a whole, and no description with a name in it."""
    return all(word[:1].isupper() for word in words.split() if word not in SMALL)


def _described(words: Sequence[Sequence[str]]) -> bool:
    """Whether one description is the other with words more, of the same people."""
    short, long = sorted(words, key=len)
    return bool(short) and set(short) <= set(long)


def is_left(answer: Answer) -> bool:
    """Whether the reader says of a holder only how the article describes it, or nothing."""
    holding = answer[1]
    described = holding.how == "as described" and not _is_name(bare(holding.actor))
    return described or holding.how in ("not resolved", "a person of no known party")


def outcome(case: Case, names: Names, what: str) -> str | None:
    """How a case came out; None when there is nothing to be right about."""
    wanted = case.party if what == "party" else case.speaker
    if wanted is None:
        return None
    told = [(each, each[1].actor if what == "party" else each[1].speaker or each[1].actor) for each in case.answers]
    if any(names.same(name, wanted) for _, name in told):
        return "right"
    return "left" if all(is_left(each) for each, _ in told) else "wrong"


def kind(mention: str) -> str:
    """Whether a mention is a pronoun, a description or a name; "none" when nothing is coded."""
    words = mention.split()
    if not words:
        return "none"
    if low(words[0]) in PRONOUNS and len(words) == 1:
        return "pronouns"
    named = any(word[:1].isupper() for word in words[1:]) or (words[0][:1].isupper() and words[0].lower() not in SMALL)
    return "names" if named else "descriptions"


def cases(row: Row, reader: SmallReader, gazetteer: Gazetteer) -> Iterator[Case]:
    """The coded statements of an article with the holders that the reader gives them."""
    facts = {"date": row["date"], "outlet": row["publisher"]}
    article = prepare(Incoming(row["id"], row["id"], row["text"], facts=facts))
    asked = Asked(reader, article)
    together: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for each in row["statements"]:
        together[tuple(each[part] for part in ("start", "end", "act", "cue_start", "cue_end"))].append(each)
    told: dict[tuple[object, ...], list[Statement]] = {}
    for key, (each, *_) in together.items():
        cue = Span(each["cue_start"], each["cue_end"]) if each["cue_start"] is not None else None
        told[key] = asked.statements(Span(each["start"], each["end"]), each["act"], cue)
    every = {each.id: each for found in told.values() for each in found}
    held = {holding.statement: holding for holding in identify((article,), list(every.values()), gazetteer)[1]}
    for key, rows in together.items():
        answers = tuple((each, held[each.id]) for each in told[key])
        for each in rows:
            yield Case(each, answers, each["actor"], each["speaker"], each["mention"] or "", tuple(each["via"] or ()))


def relays(found: Iterable[Case], names: Names) -> dict[str, float]:
    """Precision, recall and F1 of the links of say-so chains, occasions left out."""
    hits = told = wanted = 0
    for case in found:
        links = {
            called(link)
            for link in case.via_told(names)
            if not names.is_occasion(called(link)) and not case.is_own(called(link), names)
        }
        left = [name for name in case.via if not names.is_occasion(name)]
        told, wanted = told + len(links), wanted + len(left)
        for link in sorted(links):
            same = next((name for name in left if names.same(link, name)), None)
            if same is not None:
                left.remove(same)
                hits += 1
    return scores(hits, told, wanted)


def called(link: Link) -> str:
    """The fullest name or description of a relay."""
    return link.holder.name or link.holder.described or link.holder.words


def figures(found: Iterable[Case], names: Names) -> dict[str, dict[str, dict[str, float]]]:
    """The shares of outcomes by what is asked for, over all and by kind of mention."""
    counted: dict[str, dict[str, Counter[str]]] = {what: defaultdict(Counter) for what in ("party", "speaker")}
    for case in found:
        for what, table in counted.items():
            result = outcome(case, names, what)
            if result is not None:
                table["all"][result] += 1
                table[kind(case.mention)][result] += 1
    return {
        what: {
            group: {name: round(count[name] / count.total(), 3) for name in OUTCOMES} | {"cases": count.total()}
            for group, count in sorted(table.items())
        }
        for what, table in counted.items()
    }


def shown(case: Case) -> str:
    """One case as a line: what was coded, what was told and why."""
    told = [f"{each.holder.words} -> {held.actor} / {held.speaker} ({held.how})" for each, held in case.answers]
    return f"[{case.mention}] {case.party} / {case.speaker}: {'; '.join(told) or 'nobody'}"


def main() -> None:
    """Ask for the holders of a file's statements and print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("file")
    cli.add_argument("--model", type=Path, help="read with the network of this folder, as training.release writes it")
    cli.add_argument("--show", action="store_true", help="print what is not right")
    cli.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = cli.parse_args()
    gazetteer = Gazetteer.load()
    reader, names = SmallReader.load(given.model or find_small(), load_english(), gazetteer), Names(gazetteer)
    found = [case for row in articles(given.file) for case in cases(row, reader, gazetteer)]
    report = figures(found, names)
    if given.show:
        for case in found:
            result = outcome(case, names, "party")
            if result != "right":
                print(f"{result:5}", shown(case))
            links = sorted({called(link) for link in case.via_told(names)})
            missed = [name for name in case.via if not any(names.same(link, name) for link in links)]
            if missed or len(links) != len(case.via):
                print(f"via   [{case.mention}] {list(case.via)}: {links}")
    via = relays(found, names)
    if given.json:
        print(json.dumps(report | {"via": via}, indent=1))
        return
    for what, table in report.items():
        for group, row in table.items():
            print(f"{what:8} {group:13}", *(f"{name} {row[name]:.3f} " for name in OUTCOMES), f"({row['cases']:.0f})")
    print(f"via      P {via['precision']:.3f}  R {via['recall']:.3f}  F1 {via['f1']:.3f}  ({via['wanted']:.0f} wanted)")


if __name__ == "__main__":
    sys.exit(main())
