"""Languages are told by a model for texts, by stop words for lines, and not at all when unclear."""

import pytest

from sayso.articles.language import code, detect, differs

ENGLISH = "The river council of Norland said on Monday that it would sign the treaty if the dam stays shut all year."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        ("It said that it would not.", "en"),
        ("", None),
        ("Norland", None),
        ("El consejo del río dijo el lunes que firmaría el tratado si la presa permanece cerrada todo el año.", "es"),
        (
            (
                "Der Flussrat von Norland sagte am Montag, er werde den Vertrag unterzeichnen, wenn der Damm "
                "geschlossen bleibt."
            ),
            "de",
        ),
        ("Совет реки заявил в понедельник, что подпишет договор, если плотина останется закрытой весь год.", "ru"),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert detect(text).value == language


@pytest.mark.parametrize(
    "text",
    [
        "Más noticias de la región y el mundo",
        "Читайте также",
        "これも読む",
        "Plus d'articles sur le sujet et les villes",
    ],
)
def test_lines_in_another_language(text: str) -> None:
    assert differs(text, "en")


@pytest.mark.parametrize(
    "text", [ENGLISH, "Norland", "Angela von der Heide", "El Niño returns", "Quid pro quo", "De facto ban on lorries"]
)
def test_lines_that_may_be_english(text: str) -> None:
    assert not differs(text, "en")


def test_codes_as_sources_write_them() -> None:
    assert [code(name) for name in ("en-US", "English", "EN", "de_DE", "eng", "")] == [
        "en",
        "en",
        "en",
        "de",
        "en",
        None,
    ]
