"""Residue of scraped pages is told by its kind, and prose that looks a little like it is left alone."""

import pytest

from sayso.articles.boilerplate import kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read more: Norland shuts its border", "read more"),
        ("Lire aussi", "read more"),
        ("Lee también: El río", "read more"),
        ("Mehr zum Thema", "read more"),
        ("Leggi anche", "read more"),
        ("Leia também", "read more"),
        ("Читайте также:", "read more"),
        ("Lees ook: De rivier", "read more"),
        ("Czytaj także", "read more"),
        ("Related:", "read more"),
        ("関連記事", "read more"),
        ("Follow us on Twitter and Facebook", "follow line"),
        ("Síguenos en Instagram", "follow line"),
        ("Follow Ada Brook on Twitter @adabrook", "follow line"),
        ("Watch the full interview here.", "watch line"),
        ("VIDEO: The weir at night", "caption"),
        ("Click here to see the map", "watch line"),
        ("Cliquez ici", "watch line"),
        ("Share on Facebook", "share line"),
        ("Share Tweet Email", "share line"),
        ("Teilen", "share line"),
        ("Sign up for our newsletter", "subscribe line"),
        ("The Lantern welcomes letters of up to 300 words.", "house notice"),
        ("To report a correction, write to the night desk.", "house notice"),
        ("Suscríbete a nuestro boletín", "subscribe line"),
        ("We use cookies to make this site work for you.", "cookie notice"),
        ("Privacy policy", "cookie notice"),
        ("Advertisement", "page element"),
        ("12 comments", "page element"),
        ("5 min read", "page element"),
        ("© 2031 The Quay Ledger. All rights reserved.", "copyright"),
        ("Copyright 2031 The Quay Ledger", "copyright"),
        ("Tags: rivers, Norland, dams", "tags"),
        ("#river #norland", "tags"),
        ("Filed under: Water", "tags"),
        ("Published: [#item_date]", "placeholder"),
        ("Hello {{ user.name }}", "placeholder"),
        ("By %s", "placeholder"),
        ("Published on ${date}", "placeholder"),
        ("FULL TEXT.", "field label"),
        ("LENGTH: 512 words", "field label"),
        ("Reuter", "sign-off"),
        ("(AFP)", "sign-off"),
        ("-30-", "sign-off"),
        ("(Reporting by Jon Reed; Editing by Mira Holt)", "sign-off"),
        ("Contributing: Jon Reed", "sign-off"),
        ("Jon Reed contributed.", "sign-off"),
        ("Ada Brook and Jon Reed contributed reporting from Eastport.", "sign-off"),
        ("h/t The Quay", "sign-off"),
        ("***", "rule"),
        ("Watch the clip above.", "watch line"),
        ("Yesterday 11:34", "date line"),
        ("Updated 3 March 2031, 10:15 GMT", "date line"),
        ("Hace 2 horas", "date line"),
        ("Published: June 15, 2031 (1 month ago)", "date line"),
        ("Photo: Jon Reed", "caption"),
        ("Getty Images", "caption"),
        ("EPAThe minister at the weir[/caption]", "caption"),
        ("AFPHe wants the dam shut[/caption]", "caption"),
        ("The weir at Eastport on Monday. (Jon Reed/Getty Images)", "caption"),
        ("Image source, Reuters", "caption"),
    ],
)
def test_residue_is_named(text: str, expected: str) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Read more than one line of the treaty and you will find the sluices.",
        "“Follow us on the river,” the captain said to them.",
        "Watch out, the minister told Sutland.",
        "Norland shared the plan on Monday.",
        "More than 40 people signed the letter.",
        "Related talks on the harbour failed.",
        "Reuters reported that the dam was shut.",
        "AP workers struck.",
        "APEC ministers met in Eastport and agreed to lower tariffs",
        "EPA officials rejected the plan",
        "PA leaders said no",
        "Copyright law must change, Norland demanded.",
        "The regulator said sites use cookies without asking.",
        "Today the war was won.",
        "Norland contributed troops.",
        "Norland and Sutland contributed to the fund.",
        "June was a bad month for the talks.",
        "On Monday the minister said no.",
        "Sign here, the minister told the mayor.",
        "Comment was refused by the ministry.",
        "Topics such as water were avoided.",
        "Image is everything, the mayor said.",
        "Ends do not justify means, he said.",
        "The council voted 5/12 against it.",
        "Tweet storms by the mayor did not help.",
        "Donate blood, the ministry urged citizens on Monday.",
        "'We reject it' - Norland's minister",
        "“Norland has hardened its line” – The Quay Ledger.",
        "Sources said the plan, first reported by Reuters, would be dropped.",
    ],
)
def test_prose_is_left_alone(text: str) -> None:
    assert kind(text) is None


def test_a_long_block_is_prose_whatever_it_begins_with() -> None:
    assert kind("Read more " + "about the river " * 100) is None
