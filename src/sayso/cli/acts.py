"""The fifteen acts as people are told of them: what each means, with an example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.records import DEEDS, WORDS


@dataclass(frozen=True, slots=True)
class Act:
    """What an act means in one line, and an invented sentence that does it."""

    meaning: str
    example: str


MEANINGS: Mapping[str, Act] = {
    "demand": Act("asks that another do, give or stop something", "Norland called on Sudmark to drop the river fees."),
    "offer": Act("proposes, or says what it will or would do for another", "Norland is ready to pay for the dredging."),
    "accept": Act("agrees to what another proposes or asks, or backs it", "Sudmark agreed to the envoy's timetable."),
    "reject": Act("refuses or opposes what another proposes or asks", "Sudmark ruled out a cap on the fees."),
    "threaten": Act("warns of harm to come, whoever would do it", "Norland warned that it would close the lock."),
    "accuse": Act(
        "blames, criticises or condemns what another did", "Sudmark said that Norland had broken the treaty."
    ),
    "state": Act("says something else about the matter; not read so far", "Norland said that the talks were long."),
    "consult": Act("meets, visits, talks or negotiates with another", "The two ministers met in Vey on Tuesday."),
    "yield": Act("gives way: withdraws, releases, eases, stops", "Sudmark released the seized barge."),
    "aid": Act("gives money, goods, arms or protection", "Norland sent two pumps to the flooded town."),
    "sanction": Act("cuts back: suspends, expels, cancels, boycotts", "Sudmark suspended the ferry agreement."),
    "protest": Act("demonstrates, strikes, blocks", "Dockers in Vey walked out over the fees."),
    "coerce": Act("arrests, seizes, bans, cracks down", "Norland's police seized a barge."),
    "assault": Act("attacks, kills, wounds, destroys", "Gunmen shot at the lock keeper's house."),
    "mobilize": Act("readies or moves forces", "Sudmark moved patrol boats to the river mouth."),
}
"""Each act in the order of the records, words before deeds."""

WORDS_ARE, DEEDS_ARE = "Words, told as said", "Deeds, told as done"
EXAMPLES = "An example of each: docs/acts.md"


def act_lines() -> str:
    """The acts and their meanings as a command's help shows them."""
    return "\n".join(("\b", f"{WORDS_ARE}:", *_lines(WORDS), f"{DEEDS_ARE}:", *_lines(DEEDS), EXAMPLES))


def _lines(acts: Iterable[str]) -> Iterable[str]:
    return (f"  {act:<9} {MEANINGS[act].meaning}" for act in acts)
