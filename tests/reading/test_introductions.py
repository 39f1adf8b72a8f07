"""What the words beside a name tell of whom a person speaks for."""

from collections.abc import Callable

import pytest

from sayso.records import Reading
from tests.reading.readings import only


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("“We reject the plan,” said Mara Quill of the Harbour Bank.", "Harbour Bank"),
        ("Mara Quill from Harbour Bank rejected the plan.", "Harbour Bank"),
        ("Mara Quill, who heads the Fishers' League, rejected the plan.", "Fishers' League"),
        ("Mara Quill, speaking for the Fishers' League, rejected the plan.", "Fishers' League"),
        ("Mara Quill, acting director of the Fishers' League, rejected the plan.", "Fishers' League"),
        ("Mara Quill, the Fishers' League's first vice president, rejected the plan.", "Fishers' League"),
        ("Mara Quill, who serves as chairman of the Fishers' League, rejected the plan.", "Fishers' League"),
        ("Mara Quill, co-chair of a local group, the Fishers' League, rejected the plan.", "Fishers' League"),
        ("The head of the Fishers' League, Mara Quill, rejected the plan.", "Fishers' League"),
        ("The head of the Fishers' League, Mara Quill, and her deputy, Tom Ekdal, spoke. Ekdal rejected the plan.",
         "Mara Quill"),
        ("Mara Quill, of Harbour Rights Watch, rejected the plan.", "Harbour Rights Watch"),
        ("Fishers' League (FL) president-elect Mara Quill rejected the plan.", "Fishers' League"),
        ("Mara Quill, director of planning at the Fishers' League, rejected the plan.", "Fishers' League"),
        ("Mara Quill, who likes the Fishers' League, rejected the plan.", None),
        ("Mara Quill, tired of the Fishers' League, rejected the plan.", None),
        ("Mara Quill of Tarnby rejected the plan.", None),
        ("Mara Quill, who leads a full life, rejected the plan.", None),
        ("Mara Quill, who runs a bakery in Norway, rejected the plan.", None),
        ("Mara Quill, who heads a charity that helps Syrian refugees, rejected the plan.", None),
        ("Reporters saw Mara Quill at Harvard on Monday. Quill rejected the plan.", None),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_tells_the_party(text: str, party: str | None, read: Callable[..., Reading]) -> None:
    assert only(read(text)).holder.party == party


def test_what_follows_with_and_describes_the_next_one(read: Callable[..., Reading]) -> None:
    found = read("Mara Quill, and her deputy, rejected the plan.").statements
    assert [each.holder.described for each in found if each.holder.name] == [None]


def test_whose_campaign_somebody_chairs(read: Callable[..., Reading]) -> None:
    found = only(read("Ada Brenn stayed. Brenn campaign chairman Tom Ekdal rejected the plan.")).holder
    assert (found.name, found.described) == ("Tom Ekdal", "Brenn campaign chairman")


def test_somebodys_envoy_is_told_by_whose(read: Callable[..., Reading]) -> None:
    found = [
        only(read(f"Ada Brenn stayed. {text} rejected the plan.")).holder
        for text in (
            "Tom Ekdal, Ada Brenn's envoy,",
            "Tom Ekdal, an aide to Ada Brenn,",
            "Ada Brenn's spokesman Tom Ekdal",
        )
    ]
    assert {each.name for each in found} == {"Tom Ekdal"}
    assert [each.described for each in found] == ["Ada Brenn's envoy", "an aide to Ada Brenn", "Ada Brenn's spokesman"]


def test_the_subject_after_a_name_does_not_describe_it(read: Callable[..., Reading]) -> None:
    found = read("In a letter to Tom Ekdal, the chairman rejected the plan. Ekdal demanded a vote.")
    assert [each.holder.described for each in found.statements if each.holder.name == "Tom Ekdal"] == [None]


def test_the_description_that_tells_for_whom_somebody_speaks_is_kept(read: Callable[..., Reading]) -> None:
    text = "Peruvian minister Tom Ekdal, a writer who grew up in the mountains, came. Ekdal rejected the plan."
    assert only(read(text)).holder.described == "Peruvian minister"


def test_an_office_alone_is_nobodys_name(read: Callable[..., Reading]) -> None:
    found = only(read("Mara Quill, Chairwoman of the Fishers' League, rejected the plan.")).holder
    assert (found.name, found.party) == ("Mara Quill", "Fishers' League")
