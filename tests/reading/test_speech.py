"""Who is speaking where: reporting verbs, quotation marks over sentences and paragraphs, "according to"."""

from collections.abc import Callable

import pytest

from sayso.records import Attribution, Reading
from tests.reading.readings import bare, called, only, plain


@pytest.fixture
def spoken(read: Callable[..., Reading]) -> Callable[[str], list[tuple[str, str, str, str]]]:
    """Source, cue, first piece of content and kind of each attribution of a text."""

    def found(text: str) -> list[tuple[str, str, str, str]]:
        raw = plain(text).raw
        return [shown(raw, each) for each in read(text).attributions]

    return found


def shown(raw: str, each: Attribution) -> tuple[str, str, str, str]:
    source = called(each.source) if each.source is not None else ""
    return source, each.cue.of(raw), each.content[0].of(raw), each.kind


Spoken = Callable[[str], list[tuple[str, str, str, str]]]


def test_words_reported_have_source_cue_and_content(spoken: Spoken) -> None:
    assert spoken("Norway said that the port was full.") == [
        ("Norway", "said", "that the port was full", "indirect"),
    ]


def test_words_quoted_are_direct(spoken: Spoken) -> None:
    ((source, cue, content, kind),) = spoken("“The old port is full,” Norway said.")
    assert (source, cue, kind) == ("Norway", "said", "direct")
    assert "The old port is full" in content


def test_words_partly_quoted_are_mixed(spoken: Spoken) -> None:
    ((_, _, _, kind),) = spoken("Norway said that the old port near the bridge was “full to the last berth” on Monday.")
    assert kind == "mixed"


def test_what_somebody_thinks_is_ascribed_too(spoken: Spoken) -> None:
    assert spoken("Norway believes that the port is full.")[0][:2] == ("Norway", "believes")


def test_according_to_gives_the_rest_of_its_sentence(spoken: Spoken) -> None:
    ((source, cue, content, _),) = spoken("The port is full, according to Norway.")
    assert (source, cue) == ("Norway", "according")
    assert content.startswith("The port is full")


def test_content_around_its_speaker_is_in_pieces(read: Callable[..., Reading]) -> None:
    text = "“The port is full,” Norway said, “and the rail yard is closed.”"
    pieces = [piece.of(text) for each in read(text).attributions for piece in each.content]
    assert any("The port is full" in piece for piece in pieces)
    assert not any("Norway" in piece for piece in pieces)


@pytest.mark.parametrize(
    "text",
    [
        "“We met on Monday,” said the union of dockers. “It was late. We demand a new vote.”",
        "The union of dockers said: “We met on Monday. It was late. We demand a new vote.”",
        "“We met on Monday,” said the union of dockers.\n\n“We demand a new vote.”",
        "“We met on Monday,” said the union of dockers.\n\n“It was late. It rained.\n\n“We demand a new vote.”",
    ],
    ids=["after", "before", "next paragraph", "third paragraph"],
)
def test_a_quotation_of_several_sentences_keeps_its_speaker(text: str, read: Callable[..., Reading]) -> None:
    found = only(read(text))
    assert (found.act, bare(called(found.holder))) == ("demand", "union of dockers")
    assert "demand a new vote" in found.quote


def test_a_quotation_left_open_at_the_end_of_a_paragraph_goes_on(read: Callable[..., Reading]) -> None:
    text = "“We met on Monday,” said Norway. “It was late.\n\n“We reject the map,” it added."
    assert called(only(read(text)).holder) == "Norway"


def test_a_quoted_term_is_nobodys_speech(read: Callable[..., Reading]) -> None:
    assert read("The “peace bridge” is old.").attributions == ()


def test_each_speaker_keeps_the_quotation_beside_it(read: Callable[..., Reading]) -> None:
    text = "“We reject the map,” Norway said.\n\n“We accept the map,” Denmark said."
    found = [(each.act, called(each.holder)) for each in read(text).statements]
    assert found == [("reject", "Norway"), ("accept", "Denmark")]


def test_a_narrators_own_we_is_nobody(read: Callable[..., Reading]) -> None:
    assert read("We reject the map.").statements == ()


def test_a_quotation_is_of_the_reporting_verb_beside_it(read: Callable[..., Reading]) -> None:
    text = "In a letter read out in Rome, Norway wrote: “The map is old. It was drawn in haste. We reject the map.”"
    assert called(only(read(text)).holder) == "Norway"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("Dockers' union: we reject the map", "Dockers' union"), ("Ostrel: “We reject the map”", "Ostrel")],
)
def test_who_stands_before_a_colon_says_what_is_said_of_us(
    text: str, speaker: str, read: Callable[..., Reading]
) -> None:
    assert called(only(read(text)).holder) == speaker
