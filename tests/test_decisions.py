"""What a coder decides on who is who stays: parties renamed, merged and split, then every article read again.

Such a decision is made in the file of actors, which the book keeps; here each is also put into the book's log, with the
file as it stood before and after. Invented parties quarrel over a river, in articles that both readers read.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso import flow
from sayso.book import Book, Decision
from sayso.evidence import Evidence
from sayso.reports import AddOptions
from tests.runs import exported

ARTICLES = {
    "fees": "Arvesia demanded on Monday that Kelmora drop the river fees, its minister said.\n\n"
    "Kelmora's foreign minister, Oda Lunt, rejected the demand. “We will never accept it,” she said.\n",
    "lunt": "Lunt threatened on Friday to close the lock unless Arvesia withdrew its barges.\n\n"
    "Veyland offered to send pumps to Kelmora.\n",
    "union": "The Harbour Workers' Union threatened to strike over the river fees. A spokesman for the "
    "Harbour Workers' Union said it would accept a cap. The union rejected a delay.\n",
    "treaty": "Morland accused Arvesia of breaking the treaty, officials said.\n\n"
    "Kelmoran officials rejected the plan.\n",
    "told": "Veyland said that Morland had threatened to close the lock at Vey. Arvesian officials rejected the "
    "offer of the Harbour Workers' Union.\n",
}
WORDS = {
    "Arvesia": ("state", "Arvesian"),
    "Kelmora": ("state", "Kelmoran"),
    "Veyland": ("state", "Veylander"),
    "Morland": ("state", "Morlander"),
    "Harbour Workers' Union": ("institution", "dockers"),
}
"""Each party of the articles: its kind, and a word for its people."""

LABELS = ("River Compact", "Republic of Vey", "Upper States", *WORDS)
"""What a party may be called after a decision: by a new name, or by one that another party went by before."""

READERS = ("rules", "small")

Cast = dict[str, str]
"""For each party of the articles the name under which it is to stand: what all decisions so far come to."""

Told = dict[str, tuple[str, str | None]]
"""For each statement, by its id, whose it is and toward whom."""

Step = tuple[str, int, int]
"""A decision or a re-reading: what is done, to which party, and with which other party or name."""

CHOICES = (st.integers(0, len(WORDS) - 1), st.integers(0, len(LABELS) - 1))
STEPS = st.builds(
    lambda first, others: [first, *others],
    st.tuples(st.just("merged"), *CHOICES),  # without it there is mostly nothing to split
    st.lists(
        st.tuples(st.sampled_from(("renamed", "split", "merged", "split", "read again")), *CHOICES),
        min_size=2,
        max_size=5,
    ),
)
ALONE: Cast = {name: name for name in WORDS}


@dataclass(frozen=True)
class Shelf:
    """A folder with the articles, and for each reader a book with them in which every party stands alone."""

    folder: Path

    @property
    def articles(self) -> Path:
        return self.folder / "articles"

    def book(self, reader: str) -> Path:
        return self.folder / f"{reader}.sayso"


def text_of(cast: Cast) -> str:
    """The file of actors that a coder writes for a cast: a party for each name in it, with all that means it."""
    tables = []
    for label in dict.fromkeys(cast.values()):
        held = [name for name in cast if cast[name] == label]
        names, demonyms = [name for name in held if name != label], [WORDS[name][1] for name in held]
        tables.append(f'[{WORDS[held[0]][0]}."{label}"]\nnames = {names}\ndemonyms = {demonyms}\n')
    return "\n".join(tables)


def decided(cast: Cast, step: Step) -> Cast:
    """The cast after a decision, its choices taken among what can be chosen; the same where there is nothing."""
    kind, at, to = step
    parties = list(dict.fromkeys(cast.values()))
    free = [label for label in LABELS if label not in parties]
    if kind == "split":
        shared = [name for name in cast if list(cast.values()).count(cast[name]) > 1]
        return {**cast, shared[at % len(shared)]: free[to % len(free)]} if shared else cast
    old = parties[at % len(parties)]
    others = free if kind == "renamed" else [party for party in parties if party != old]
    return {name: others[to % len(others)] if cast[name] == old else cast[name] for name in cast} if others else cast


def apply(book: Path, shelf: Shelf, text: str | None, reader: str) -> None:
    """Add the articles again as a coder would: with a changed file of actors, or by another reader, or both."""
    written = book.with_suffix(".toml")
    if text is not None:
        written.write_text(text)
    options = AddOptions(reader=reader, actors=None if text is None else str(written))
    flow.add(str(book), [str(shelf.articles)], options=options)


def told(book: Path) -> Told:
    """For each statement of a book whose it is, and toward whom."""
    held = flow.contents(str(book))
    evidence = Evidence(held)
    return {each.id: (evidence.actor(each), evidence.addressee(each)) for each in held.statements}


def expected(actor: str, to: str | None, cast: Cast) -> tuple[str, str | None]:
    """Whose a statement is by the decisions, and toward whom: toward nobody where that is the same party now."""
    aimed = to and cast.get(to, to)
    return cast[actor], None if aimed == cast[actor] else aimed


def assert_kept(book: Path, cast: Cast, log: Sequence[Decision], alone: Told) -> None:
    """Every decision is in the book, and every statement stands as the decisions say."""
    with Book.open(book) as opened:
        assert opened.setting(flow.ACTORS) == text_of(cast)
        assert opened.decisions() == tuple(log)
    found = told(book)
    assert found.keys() == alone.keys()
    settled = {id: expected(actor, to, cast) for id, (actor, to) in alone.items() if actor in cast}
    assert {id: found[id] for id in settled} == settled


def log(book: Path, kind: str, before: Cast, after: Cast) -> Decision:
    """Put a decision in the book's log, with the file of actors before and after it."""
    changed = ", ".join(name for name in after if after[name] != before[name])
    one = Decision("2031-05-02T10:00:00Z", "ada", kind, changed, "as agreed", text_of(before), text_of(after))
    with Book.open(book) as opened:
        return opened.log(one)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    made = Shelf(tmp_path_factory.mktemp("shelf"))
    made.articles.mkdir()
    for name, text in ARTICLES.items():
        (made.articles / f"{name}.txt").write_text(text)
    for reader in READERS:
        apply(made.book(reader), made, text_of(ALONE), reader)
    return made


@pytest.fixture(scope="module")
def alone(shelf: Shelf) -> dict[str, Told]:
    """For each reader the statements as they stand when nothing is renamed or merged."""
    return {reader: told(shelf.book(reader)) for reader in READERS}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    return lambda: tmp_path_factory.mktemp("decided")


def test_every_party_has_statements_to_be_kept(alone: dict[str, Told]) -> None:
    for reader in READERS:
        assert {actor for actor, _ in alone[reader].values()} >= set(WORDS)
        assert {to for _, to in alone[reader].values()} >= {"Arvesia", "Kelmora"}
    assert alone["rules"].keys() != alone["small"].keys()


@settings(max_examples=12)
@given(STEPS, st.sampled_from(READERS))
@example([("merged", 0, 0), ("split", 0, 0), ("read again", 0, 1), ("split", 1, 3)], "rules")
@example([("renamed", 0, 0), ("renamed", 1, 3), ("merged", 2, 1)], "small")  # one takes the name that another had
def test_decisions_outlive_reading_again(
    shelf: Shelf,
    alone: dict[str, Told],
    place: Callable[[], Path],
    steps: list[Step],
    reader: str,
) -> None:
    book = Path(shutil.copy(shelf.book(reader), place() / "talks.sayso"))
    cast, logged = ALONE, list[Decision]()
    for step in steps:
        if step[0] == "read again":
            reader = READERS[step[2] % 2]
            apply(book, shelf, None, reader)
        elif (after := decided(cast, step)) != cast:
            logged.append(log(book, step[0], cast, after))
            apply(book, shelf, text_of(after), reader)
            cast = after
        assert_kept(book, cast, logged, alone[reader])
    before = exported(book, book.parent / "before")
    # By the other reader, and back: each time all statements are replaced, and the second time by those from before.
    for again in (*(other for other in READERS if other != reader), reader):
        apply(book, shelf, None, again)
        assert_kept(book, cast, logged, alone[again])
    assert exported(book, book.parent / "after") == before
    assert_replayed(book, shelf, reader, before)


def assert_replayed(book: Path, shelf: Shelf, reader: str, before: dict[str, bytes]) -> None:
    """The decisions applied again, in their order, come to the same book: in this one, and in one that has none yet."""
    with Book.open(book) as opened:
        texts = [decision.after for decision in opened.decisions()]
    other = Path(shutil.copy(shelf.book(reader), book.parent / "replayed.sayso"))
    for each in (other, book):
        for text in texts:
            apply(each, shelf, text, reader)
        assert exported(each, book.parent / "replayed") == before
    once = book.read_bytes()  # the last decision once more: not a byte of the book may change
    apply(book, shelf, texts[-1] if texts else None, reader)
    assert book.read_bytes() == once
