"""What the tests of reading share: the English pipeline, loaded once, and a way to read an invented text with it."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from sayso.gazetteer import Gazetteer
from sayso.reading.parse import Parsed, parse
from sayso.reading.rules import RulesReader
from sayso.reading.small import SmallReader
from sayso.records import Reading
from sayso.weights import find_small, load_english
from tests.reading.readings import plain


@pytest.fixture(scope="session")
def english() -> Language:
    """The pipeline that reading rests on."""
    return load_english()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """What is known of states and bodies, without a user's own."""
    return Gazetteer.load()


@pytest.fixture(scope="session")
def reader(english: Language, gazetteer: Gazetteer) -> RulesReader:
    """The reader by rules."""
    return RulesReader(english, gazetteer)


@pytest.fixture(scope="session")
def small(english: Language, gazetteer: Gazetteer) -> SmallReader:
    """The reader that has learned, with the network that Sayso brings along."""
    return SmallReader.load(find_small(), english, gazetteer)


@pytest.fixture(scope="session")
def read(reader: RulesReader) -> Callable[..., Reading]:
    """Read an invented text: ``read("Norway demanded ...", published="2031-05-02")``."""

    def reading(text: str, **facts: str) -> Reading:
        return reader.read(plain(text, **facts))

    return reading


@pytest.fixture(scope="session")
def parsed(english: Language) -> Callable[..., Parsed]:
    """Parse an invented text that has words."""

    def parsing(text: str, **facts: str) -> Parsed:
        found = parse(plain(text, **facts), english)
        assert found is not None
        return found

    return parsing
