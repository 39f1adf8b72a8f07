"""The flow from files to the export, with the real reader: what is added, kept, told, and worked out anew."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sayso import articles, flow
from sayso.book import Book
from sayso.errors import BookError, UsageError
from sayso.records import Contents, Fact, Incoming, Noted
from sayso.reports import AddOptions, Event, SourceReport
from tests.runs import exported, statements

FEES = "Arvesia demanded on Monday that Kelmora drop the river fees, its minister said.\n"
LOCK = "Kelmora rejected a cap on the lock fees, its spokesman said. The talks go on.\n"
VEY = "Veyland demanded that Kelmora open the lock at once, its minister said.\n"
FOREIGN = "El gobierno de Arvesia dijo el lunes que no va a aceptar la propuesta de los otros países.\n"
ACTORS = '[state]\n"{}" = ["Veyland"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "fees.txt").write_text(FEES)
    (folder / "lock.txt").write_text(LOCK)
    return folder


@pytest.fixture
def book(tmp_path: Path) -> str:
    return str(tmp_path / "talks.sayso")


def add(book: str, *sources: Path, **options: Any) -> SourceReport:
    """Add sources, and give the report of the first."""
    return flow.add(book, list(map(str, sources)), options=AddOptions(**options)).sources[0]


def figures(report: SourceReport) -> tuple[int, int, int, int]:
    return report.added, report.already, report.updated, len(report.skipped)


def facts(path: Path, *rows: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_folder_becomes_a_ledger(book: str, folder: Path, tmp_path: Path) -> None:
    (folder / "foreign.txt").write_text(FOREIGN)
    events: list[Event] = []
    report = flow.add(book, [str(folder)], on_event=events.append)
    assert report.sources == (SourceReport(str(folder), found=3, added=3, unread=1, undated=3),)
    assert [(event.done, event.total, event.name) for event in events] == [
        (1, 3, "fees"), (2, 3, "foreign"), (3, 3, "lock"),
    ]  # fmt: skip
    rows = statements(book, tmp_path / "export")
    assert {(row["document"], row["actor"], row["act"]) for row in rows} >= {
        ("fees", "Arvesia", "demand"), ("lock", "Kelmora", "reject"),
    }  # fmt: skip
    assert report.statements == len(rows)
    assert report.positions == len(flow.contents(book).reconciled.positions)
    assert all(
        (folder / f"{row['document']}.txt").read_text()[row["start"] : row["end"]] == row["quote"] for row in rows
    )


def test_adding_again_changes_nothing(book: str, folder: Path, tmp_path: Path) -> None:
    add(book, folder)
    before = (Path(book).read_bytes(), exported(book, tmp_path / "before"))
    assert figures(add(book, folder)) == (0, 2, 0, 0)
    assert (Path(book).read_bytes(), exported(book, tmp_path / "after")) == before


def test_what_is_there_already_costs_no_model(book: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(book, folder)

    def loaded(kind: str) -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(flow, "open_reader", loaded)
    assert figures(add(book, folder)) == (0, 2, 0, 0)
    (folder / "foreign.txt").write_text(FOREIGN)
    assert figures(add(book, folder)) == (1, 2, 0, 0)


def test_new_facts_are_taken_and_the_article_is_read_with_them(book: str, folder: Path, tmp_path: Path) -> None:
    add(book, folder)
    assert statements(book, tmp_path / "export")[0]["date_kind"] == "unknown"
    told = facts(tmp_path / "facts.jsonl", {"id": "fees", "date": "2031-03-05", "publisher": "The Herald"})
    assert figures(add(book, folder, metadata=str(told))) == (0, 1, 1, 0)
    row = statements(book, tmp_path / "export")[0]
    assert (row["outlet"], row["published"], row["date"], row["date_kind"]) == (
        "The Herald", "2031-03-05", "2031-03-03", "said",
    )  # fmt: skip
    assert figures(add(book, folder)) == (0, 2, 0, 0)
    assert flow.contents(book).articles[0].outlet == Fact("The Herald", "metadata file")


def test_a_corrected_fact_replaces_the_one_before(book: str, folder: Path, tmp_path: Path) -> None:
    for outlet in ("The Herald", "Gazette"):
        told = facts(tmp_path / "facts.jsonl", {"id": "fees", "publisher": outlet})
        add(book, folder, metadata=str(told))
    assert flow.contents(book).articles[0].outlet.value == "Gazette"


def test_a_language_that_is_told_later_makes_an_article_read(book: str, tmp_path: Path) -> None:
    (tmp_path / "fees.txt").write_text(FEES)
    wrong = facts(tmp_path / "wrong.jsonl", {"id": "fees", "language": "es"})
    assert add(book, tmp_path / "fees.txt", metadata=str(wrong)).unread == 1
    assert flow.contents(book).statements == ()
    right = facts(tmp_path / "right.jsonl", {"id": "fees", "language": "en"})
    assert add(book, tmp_path / "fees.txt", metadata=str(right)).updated == 1
    assert flow.contents(book).statements != ()


def test_one_bad_input_never_stops_the_rest(book: str, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "image.png").write_bytes(b"\x89PNG")
    report = add(book, folder)
    assert figures(report) == (2, 0, 0, 2)
    assert [(Path(each.place).name, each.reason) for each in report.skipped] == [
        ("empty.txt", "is empty"), ("image.png", ".png is an image, not text"),
    ]  # fmt: skip


@pytest.mark.parametrize("step", ["prepare", "read"])
def test_nor_does_a_fault_of_ours(book: str, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    room = articles if step == "prepare" else type(flow.open_reader("small"))
    working = getattr(room, step)

    def broken(*given: Incoming) -> object:
        if given[-1].name == "fees":
            raise RecursionError("too\ndeep")
        return working(*given)

    monkeypatch.setattr(room, step, broken)
    report = add(book, folder)
    assert figures(report) == (1, 0, 0, 1)
    assert report.skipped[0].place == str(folder / "fees.txt")
    assert report.skipped[0].reason.startswith("cannot be read: RecursionError: too deep; this is a fault in Sayso")
    monkeypatch.undo()
    assert figures(add(book, folder)) == (1, 1, 0, 0)


def test_a_broken_line_of_a_metadata_file_is_told_once(book: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text('{"id": "fees", "publisher": "The Herald"}\n{"id": \n')
    options = AddOptions(metadata=str(tmp_path / "facts.jsonl"))
    report = flow.add(book, [str(folder / "fees.txt"), str(folder / "lock.txt")], options=options)
    assert [figures(source) for source in report.sources] == [(1, 0, 0, 1), (1, 0, 0, 0)]


def test_a_book_among_its_articles_is_no_bad_input(folder: Path) -> None:
    book = str(folder / "talks.sayso")
    assert figures(add(book, folder)) == (2, 0, 0, 0)
    with Book.open(book):
        assert figures(add(book, folder)) == (0, 2, 0, 0)


@pytest.mark.parametrize(
    ("sources", "options"),
    [
        (["nowhere"], AddOptions()),
        (["."], AddOptions(actors="nowhere.toml")),
        (["."], AddOptions(metadata="nowhere.jsonl")),
        (["."], AddOptions(columns={"txet": "body"})),
        (["."], AddOptions(reader="oracle")),
    ],
)
def test_what_cannot_be_meant_is_refused_before_a_book_is_made(
    book: str, sources: Sequence[str], options: AddOptions
) -> None:
    with pytest.raises(UsageError):
        flow.add(book, sources, options=options)
    assert not Path(book).exists()


def test_positions_are_worked_out_anew_when_the_book_is_stale(book: str, folder: Path) -> None:
    add(book, folder)
    article = articles.prepare(Incoming("vey", "vey.txt", VEY))
    with Book.open(book) as opened:
        opened.keep(article, flow.open_reader("rules").read(article))
        assert opened.stale
        assert len(opened.contents().reconciled.holdings) < len(opened.statements())
    found = flow.contents(book)
    assert {each.statement for each in found.reconciled.holdings} == {each.id for each in found.statements}
    with Book.open(book) as opened:
        assert not opened.stale
        assert opened.contents() == found


@pytest.mark.parametrize(("room", "step"), [(Book, "contents"), (flow, "reconcile")], ids=["reading", "working out"])
def test_articles_that_come_in_meanwhile_leave_the_book_stale(
    book: str, folder: Path, monkeypatch: pytest.MonkeyPatch, room: object, step: str
) -> None:
    """The positions that one run writes rest on what it saw; what another adds meanwhile is not passed over."""
    late = articles.prepare(Incoming("vey", "vey.txt", VEY))
    working, times = getattr(room, step), []

    def slow(*given: object) -> object:
        done = working(*given)
        with Book.open(book) as other:
            other.keep(late, flow.open_reader("rules").read(late))
        times.append(step)
        return done

    monkeypatch.setattr(room, step, slow)
    add(book, folder)
    assert times == [step]
    with Book.open(book) as opened:
        assert opened.stale
    monkeypatch.undo()
    assert "vey" in {article.name for article in flow.contents(book).articles}
    with Book.open(book) as opened:
        assert not opened.stale


def actors_of(contents: Contents) -> set[str]:
    return {actor.name for actor in contents.reconciled.actors}


def test_the_file_of_actors_is_kept_and_may_be_changed(book: str, folder: Path, tmp_path: Path) -> None:
    (folder / "vey.txt").write_text(VEY)
    listing = tmp_path / "actors.toml"
    listing.write_text(ACTORS.format("Republic of Vey"))
    add(book, folder, actors=str(listing))
    assert "Republic of Vey" in actors_of(flow.contents(book))
    (folder / "more.txt").write_text(LOCK.replace("Kelmora", "Veyland"))
    add(book, folder)
    assert "Republic of Vey" in actors_of(flow.contents(book))
    listing.write_text(ACTORS.format("Kingdom of Vey"))
    assert figures(add(book, folder, actors=str(listing))) == (0, 4, 0, 0)
    assert actors_of(flow.contents(book)) >= {"Kingdom of Vey"}
    assert "Republic of Vey" not in actors_of(flow.contents(book))


def test_the_file_of_actors_is_told_of_with_the_positions(book: str, folder: Path, tmp_path: Path) -> None:
    (folder / "vey.txt").write_text(VEY)
    (folder / "mor.txt").write_text(VEY.replace("Veyland", "Morland"))
    listing = tmp_path / "actors.toml"
    listing.write_text('[state]\n"Republic of Vey" = ["Veyland", "Morland"]\n')
    before = flow.add(book, [str(folder)]).positions

    def notes() -> tuple[Noted, ...]:
        return flow.add(book, [str(folder)], options=AddOptions(actors=str(listing))).notes

    after = f"{before} -> {before - 1}"
    assert notes() == (Noted(str(listing), f"was applied, and is kept in the book; positions {after}"),)
    now = f"{before - 1} -> {before - 1}"
    assert notes() == (Noted(str(listing), f"is the file that the book has; positions {now}"),)
    (folder / "more.txt").write_text(FEES.replace("fees", "dues"))
    assert notes()[0].words.endswith(", with the articles added")


def test_a_mistake_in_the_file_of_actors_leaves_the_book_as_it_is(book: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_text("[[actor]\n")
    with pytest.raises(UsageError):
        add(book, folder, actors=str(tmp_path / "actors.toml"))
    assert not Path(book).exists()


def test_a_mistake_in_the_file_of_actors_is_told_with_its_name(book: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[group.X]\nholds = 3\n")
    with pytest.raises(UsageError, match=r"mine\.toml, line 1"):
        add(book, folder, actors=str(tmp_path / "mine.toml"))


def test_a_source_without_articles_is_told(book: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    report = add(book, tmp_path / "none")
    assert (report.found, [note.words for note in report.notes]) == (0, [flow.EMPTY])
    assert add(book, folder).notes == []


def test_search_finds_statements_then_articles(book: str, folder: Path) -> None:
    add(book, folder)
    hits = flow.search(book, "river fees")
    assert {hit.name for hit in hits} == {"fees"}
    assert [hit.statement is not None for hit in hits] == [True] * (len(hits) - 1) + [False]
    assert "[river] [fees]" in hits[0].snippet
    assert flow.search(book, "nobody") == ()


def test_info_tells_who_read_what_and_checks(book: str, folder: Path) -> None:
    (folder / "foreign.txt").write_text(FOREIGN)
    add(book, folder)
    told = flow.info(book)
    assert (len(told.contents.articles), told.readers) == (3, {flow.READERS["small"]: 3})
    assert (told.decisions, told.problems) == (0, None)
    assert flow.info(book, check=True).problems == ()


def test_the_export_is_the_same_bytes_each_time(book: str, folder: Path, tmp_path: Path) -> None:
    add(book, folder)
    for form in ("jsonl", "csv"):
        once, again = (flow.export(book, form, tmp_path / name) for name in ("once", "again"))
        assert [path.name for path in once] == [path.name for path in again]
        assert [path.read_bytes() for path in once] == [path.read_bytes() for path in again]


def test_one_text_in_two_forms_is_two_articles(book: str, folder: Path) -> None:
    for name in ("twin.txt", "twin.md"):
        (folder / name).write_text(f"*{FEES.strip()}*\n")
    assert figures(add(book, folder)) == (4, 0, 0, 0)
    twins = [article for article in flow.contents(book).articles if article.name == "twin"]
    assert {article.form for article in twins} == {"text", "markdown"}
    assert len({article.clean for article in twins}) == 2


def test_another_text_of_a_name_is_kept_and_told(book: str, folder: Path, tmp_path: Path) -> None:
    (later := tmp_path / "later").mkdir()
    (later / "fees.txt").write_text(FEES.replace("Monday", "Tuesday"))
    assert add(book, folder).notes == []
    report = add(book, later)
    assert (figures(report), report.skipped) == ((1, 0, 0, 0), [])
    names = {row["document"] for row in statements(book, tmp_path / "export")} - {"lock"}
    (note,) = report.notes
    assert note.place == "fees"
    assert note.words.startswith("another text of this name is there already; both are kept (fees~")
    assert set(note.words.split("(")[1].rstrip(")").split(", ")) == names
    assert add(book, later).notes == []
    (later / "fees.txt").write_text(FEES.replace("Monday", "Friday"))
    assert "all are kept" in add(book, later).notes[0].words


def test_what_of_metadata_and_tables_is_not_used_is_told(book: str, folder: Path, tmp_path: Path) -> None:
    told = facts(tmp_path / "facts.jsonl", {"id": "fees", "tittle": "x"}, {"id": "lock"}, {"id": "sluice"})
    (tmp_path / "rows.csv").write_text(f'text,day\n"{VEY.strip()}",2031-03-05\n')
    wanted = [str(folder / "fees.txt"), str(folder / "lock.txt"), str(tmp_path / "rows.csv")]
    report = flow.add(book, wanted, options=AddOptions(metadata=str(told)))
    assert [[note.words for note in source.notes] for source in report.sources] == [
        ["keys not used: tittle (did you mean title?)"],
        [],
        ["columns not used: day; to use one, say what it holds: --column date=day"],
    ]
    assert report.notes == (Noted(str(told), "1 of its 3 ids matched no article: sluice"),)
    assert [source.found for source in report.sources] == [1, 1, 1]


def test_no_book_is_no_ledger(book: str) -> None:
    for step in (flow.contents, flow.info, lambda path: flow.search(path, "fees")):
        with pytest.raises(BookError, match="no book at"):
            step(book)


def test_the_demo_reads_into_a_sound_book(book: str) -> None:
    report = flow.demo(book)
    assert report.sources[0].found == report.sources[0].added >= 20
    assert report.sources[0].skipped == []
    assert flow.info(book, check=True).problems == ()


def test_the_least_confidence_is_part_of_who_read_it(book: str, folder: Path) -> None:
    add(book, folder, min_confidence=0.99)
    assert flow.info(book).readers == {f"{flow.READERS['small']} from 0.99": 2}
    some = len(flow.contents(book).statements)
    assert figures(add(book, folder)) == (0, 0, 2, 0)
    assert flow.info(book).readers == {flow.READERS["small"]: 2}
    assert len(flow.contents(book).statements) > some


def test_the_rules_have_no_confidence_to_choose_by(book: str, folder: Path) -> None:
    with pytest.raises(UsageError, match="leave --min-confidence out, or read with --reader small"):
        add(book, folder, reader="rules", min_confidence=0.5)
    assert not Path(book).exists()
