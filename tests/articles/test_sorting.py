"""Which blocks are the article's own, where the neighbours decide."""

from sayso.articles import plain
from sayso.articles.sorting import KEPT, sort

BODY = "The river council of Norland said on Monday that it would sign the treaty if the dam stays shut all year."


def kinds(*texts: str, title: str | None = None) -> list[str]:
    """The kinds of an article's blocks in order."""
    return [item.kind for item in sort(plain.blocks("\n\n".join(texts)), title=title)[0]]


def test_a_label_above_the_headline_is_set_aside() -> None:
    assert kinds("World", "Norland shuts its border", BODY, BODY) == ["page element", "headline", "body", "body"]


def test_a_short_headline_is_no_label() -> None:
    assert kinds("Talks collapse", "The council of Norland broke off the talks on Monday.", BODY)[0] == "headline"


def test_a_byline_and_a_role_follow_the_headline() -> None:
    lines = ("Norland shuts its border", "By Ada Brook", "Staff writer", "2 April 2031", BODY)
    assert kinds(*lines) == ["headline", "byline", "byline", "date line", "body"]
    assert sort(plain.blocks("\n\n".join(lines)))[1].author == "Ada Brook"


def test_the_headline_again_is_set_aside() -> None:
    again = ("Norland shuts its border", BODY, "Norland shuts its border", BODY)
    assert kinds(*again) == ["headline", "body", "repeated headline", "body"]


def test_the_title_finds_a_headline_that_ends_in_a_stop() -> None:
    assert kinds("Norland shut its border.", BODY, title="Norland shut its border") == ["headline", "body"]
    assert kinds("Norland shut its border.", BODY) == ["body", "body"]


def test_section_headings_stay_and_are_marked() -> None:
    assert kinds("Norland shuts its border", BODY, "Strike looms", BODY, BODY)[2] == "headline"


def test_a_closing_box_is_set_aside_with_its_byline() -> None:
    box = ("What is the River Council?", "By Jon Reed", "The River Council is a body of nine towns on the river.")
    assert kinds(BODY, BODY, BODY, *box)[3:] == ["explainer", "byline", "explainer"]


def test_stray_words_hang_on_at_the_end_alone() -> None:
    assert kinds(BODY, BODY, "Page tutorial") == ["body", "body", "page element"]
    assert kinds(BODY, BODY, "It said no.") == ["body", "body", "body"]


def test_a_block_in_another_language_is_set_aside() -> None:
    foreign = "Le conseil du fleuve a déclaré lundi que les villes sont prêtes à signer un nouveau traité."
    assert kinds(BODY, BODY, foreign, BODY)[2] == "other language"


def test_a_dateline_is_cut_off_its_sentence() -> None:
    blocks = sort(plain.blocks(f"EASTPORT, March 2 - {BODY}"))[0]
    assert [(item.kind, item.block.text) for item in blocks] == [("dateline", "EASTPORT, March 2 -"), ("body", BODY)]


def test_something_is_always_kept() -> None:
    assert set(kinds("Lire aussi", "Getty Images")) <= set(KEPT)
