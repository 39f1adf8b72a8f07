"""Through whom an article has a statement: the links of its say-so chain, the one nearest the holder first."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import by_act, called, only, roles, through


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Norway rejected the map.", []),
        ("Norway said it rejected the map.", []),
        ("“We reject the map,” Norway said.", []),
        ("Norway has rejected the map, Reuters reported.", [("agency", "Reuters")]),
        ("According to Reuters, Norway has rejected the map.", [("agency", "Reuters")]),
        ("Norway has rejected the map, according to three sources.", [("source", "three sources")]),
        ("Norway has rejected the map, sources told Reuters.", [("source", "sources"), ("agency", "Reuters")]),
        ("“We reject the map,” Norway told Reuters.", [("agency", "Reuters")]),
        ("In an interview with Reuters, Norway rejected the map.", [("agency", "Reuters")]),
        ("Norway rejected the map in a statement.", [("document", "a statement")]),
        ("Denmark said Norway had rejected the map.", [("party", "Denmark")]),
        ("A spokesman said Norway had rejected the map.", [("spokesman", "A spokesman")]),
        (
            "Reuters quoted Anna Berg as saying that Norway had rejected the map.",
            [("party", "Anna Berg"), ("agency", "Reuters")],
        ),
        (
            "Anna Berg was quoted by Reuters as saying that Norway had rejected the map.",
            [("party", "Anna Berg"), ("agency", "Reuters")],
        ),
    ],
)
def test_the_links_are_named_in_their_order(
    text: str, links: list[tuple[str, str]], read: Callable[..., Reading]
) -> None:
    found = only(read(text))
    assert called(found.holder) == "Norway"
    assert list(zip(roles(found), through(found), strict=True)) == links


def test_an_anonymous_link_says_so(read: Callable[..., Reading]) -> None:
    found = only(read("Three informed sources said Norway had rejected the map."))
    assert [link.holder.anonymous for link in found.via] == [True]


def test_speeches_within_speeches_are_followed_outward(read: Callable[..., Reading]) -> None:
    found = only(read("A source said that Denmark had said that Norway had rejected the map."))
    assert through(found) == ["Denmark", "A source"]


def test_a_holder_is_no_link_of_its_own_chain(read: Callable[..., Reading]) -> None:
    text = "Anna Berg said she rejected the map. Berg said that she opposed the fee, too."
    assert [through(statement) for statement in read(text).statements] == [[], []]


def test_the_same_link_stands_once(read: Callable[..., Reading]) -> None:
    found = only(read("Norway has rejected the map, sources told Reuters, according to Reuters."))
    assert through(found).count("Reuters") == 1


def test_an_outlet_goes_by_its_full_name_and_the_articles_own_is_none(read: Callable[..., Reading]) -> None:
    text = "The Tarn Post was first. “We reject the map,” Anna Berg told the Post."
    assert [called(link.holder) for link in by_act(read(text), "reject")[0].via] == ["Tarn Post"]
