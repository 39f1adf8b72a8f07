"""Which language a text is in: a model for texts, stop words for lines too short for it."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

from sayso.records import UNKNOWN, Fact

SAMPLE = 3000
"""Characters that are looked at: beyond it the answer no longer changes."""

SHORTEST = 60
"""Letters below which the model is not asked."""

SURE = 0.7
"""The model's probability below which another language than English is not believed."""

_ENGLISH = 0.12
"""Share of English stop words from which on a text is English, whatever the model says (names mislead it)."""

_LITTLE_WORDS = {
    "en": "the of and to in is are was were for on with that this it has have had be by from at as not said "
    "will would who which he she they their his her an or but",
    "fr": "le la les des et est dans une un du au aux pour que qui sur pas plus avec par ce cette il elle "
    "sont ont été aussi nous vous lire leur",
    "es": "el los las una y es en que por con para del se su al lo más como pero sus le ya este está "
    "también ha fue son leer",
    "de": "der die das und ist nicht ein eine mit für auf dem den des von zu sich im auch es an als wird "
    "aus bei nach wie mehr zum zur sie",
    "it": "il di che è per una un con del della dei le gli non sono alla nel anche più come si da al ha leggi",
    "pt": "o os as e de que em um uma para com não por mais do da dos das no na ao se foi são também leia",
    "nl": "de het een en van is dat niet op te met voor zijn aan er ook als door maar bij naar lees meer",
    "pl": "i w na z że do się nie jest to jak o od po za przez dla ma są tym",
    "sv": "och att det som en på är av för med den till inte om ett har de var men",
    "tr": "ve bir bu da de için ile olarak çok daha gibi ne en olan",
    "ru": "и в не на что с как по это он к но из у за от для о же также",
    "uk": "і в не на що з як та до це у за від для про але також",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _LITTLE_WORDS.items()}
"""Frequent little words of the main languages that use letters."""

_NAMES = {
    "english": "en",
    "eng": "en",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "russian": "ru",
}


class _Model(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _model() -> _Model:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    model: _Model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return model


def code(name: str) -> str | None:
    """The two-letter code of a language as a source names it ("en-US", "English")."""
    plain = re.split(r"[-_\s,;]", name.strip().lower())[0]
    found = _NAMES.get(plain, plain)
    return found if re.fullmatch(r"[a-z]{2,3}", found) else None


def detect(text: str) -> Fact:
    """The language of a text; unknown when it is too short or too unclear to tell."""
    sample = text[:SAMPLE]
    letters = sum(letter.isalpha() for letter in sample)
    shares = _shares(sample)
    if letters < SHORTEST:
        best = _by_stop_words(shares)
        return Fact(best, "stop words") if best else UNKNOWN
    if shares["en"] >= _ENGLISH and shares["en"] >= max(shares.values()):
        return Fact("en", "detected")
    upper = sum(letter.isupper() for letter in sample)
    found, sure = _model().classify(sample.lower() if upper > letters / 2 else sample)
    return Fact(found, "detected") if found == "en" or sure >= SURE else UNKNOWN


def differs(text: str, main: str) -> bool:
    """Whether a block is plainly in another language than the article around it."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < 2:
        return bool(words) and main == "en" and _other_script(text)
    shares = _shares(text)
    if main == "en" and _other_script(text):
        return True
    best = _by_stop_words(shares)
    if best in (None, main) or shares.get(main, 0.0) > 0:
        return False
    if sum(letter.isalpha() for letter in text) < SHORTEST:
        lower = set(re.findall(r"(?<!\w)[^\W\d_A-Z][^\W\d_]*", text))
        return shares[best or main] * len(words) >= 2 and not lower <= STOP_WORDS[best or main]
    found, sure = _model().classify(text)
    return found == best and sure >= SURE


def _shares(text: str) -> dict[str, float]:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {
        language: sum(word in stops for word in words) / max(1, len(words)) for language, stops in STOP_WORDS.items()
    }


def _by_stop_words(shares: dict[str, float]) -> str | None:
    (best, share), (_, second) = sorted(shares.items(), key=lambda item: -item[1])[:2]
    return best if share > second and share >= _ENGLISH else None


def _other_script(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 2 and sum(letter > "\u024f" for letter in letters) > len(letters) / 2
