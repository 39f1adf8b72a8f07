"""The documents say what the program does, and every link in them leads somewhere."""

import re
import runpy
from functools import cache
from pathlib import Path

import pytest

import sayso
from sayso import settings
from sayso.cli.acts import MEANINGS
from sayso.gazetteer import Gazetteer, entries
from sayso.records import ACTS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_generated_pages_are_up_to_date() -> None:
    assert runpy.run_path(str(ROOT / "docs" / "generate.py"))["stale"]() == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [line.name for line in settings.TABLE if f"`{line.name}`" not in text] == []


def test_every_public_name_is_documented() -> None:
    text = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert [name for name in sayso.__all__ if f"`{name}" not in text] == []


def test_every_module_of_the_flow_stands_in_its_page() -> None:
    text = (ROOT / "docs" / "flow.md").read_text(encoding="utf-8")
    modules = {path.stem for path in (ROOT / "src" / "sayso").iterdir() if path.suffix == ".py" or path.is_dir()}
    missing = {name for name in modules if not name.startswith(("_", "data", "demo", "py")) and f"`{name}" not in text}
    assert missing == set()


def test_the_readme_shows_an_actors_file_that_can_be_used() -> None:
    shown = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [Gazetteer.load(example) is not None for example in shown] == [True]


def actors_page() -> str:
    return (ROOT / "docs" / "actors-file.md").read_text(encoding="utf-8")


def test_every_table_and_field_of_the_actors_file_is_documented() -> None:
    words = (*entries.KINDS, *entries.WORD_LISTS, *entries.LISTS, *entries.TEXTS)
    assert [word for word in words if f"`{word}`" not in actors_page()] == []
    lists = {name for lists in entries.bundled().words.values() for name in lists if name.isidentifier()}
    assert [name for name in sorted(lists) if f"`{name}`" not in actors_page()] == []


@cache
def documented() -> Gazetteer:
    examples = re.findall(r"```toml\n(.*?)```", actors_page(), flags=re.DOTALL)
    assert len(examples) == 3
    return Gazetteer.load("\n".join(examples))


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("NL", "Norland"),
        ("Veld", "Norland"),
        ("Tern House", "Norland"),
        ("Edda Marn", "Norland"),
        ("Norlandic officials", "Norland"),
        ("Norlandic lock keepers", "Norland"),
        ("Norland's river warden", "Norland"),
        ("the Compact", "River Compact"),
        ("the dockers", "Harbour Workers' Union"),
        ("Mayor Brandt", "Ola Brandt"),
        ("Nino Example", "Georgia"),
        ("Georgian officials", "Georgia"),
        ("Tbilisi", None),
    ],
)
def test_the_examples_of_the_actors_file_do_what_the_page_says(words: str, party: str | None) -> None:
    found = documented().stands_for(words)
    assert (found and found.name) == party


def test_the_other_examples_of_the_actors_file_are_taken_in_too() -> None:
    gazetteer = documented()
    assert gazetteer.members_of("River Compact") == ("Norland", "Sudmark")
    assert gazetteer.earlier("Norland") == (("Old Norland", "1994-06"),)
    assert gazetteer.office_of("river warden") == "Norland"
    assert gazetteer.is_relay("Tarn News Agency") == "agency"
    assert gazetteer.bodies.shortens("Tarn", "Tarn Dredging", company=False)


def test_every_act_is_explained_with_an_example() -> None:
    assert list(MEANINGS) == list(ACTS)
    assert all(known.meaning and known.example.endswith(".") for known in MEANINGS.values())
    page = (ROOT / "docs" / "acts.md").read_text(encoding="utf-8")
    assert [act for act in ACTS if f"| `{act}` | {MEANINGS[act].meaning} |" not in page] == []


def test_the_screen_of_the_readme_says_where_it_is_cut() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.search(r"(\d+) statements in \d+ articles, at most", text)
    assert told is not None
    assert f"\n... {int(told[1]) - 3} more\n```" in text


def test_every_command_of_the_readme_exists() -> None:
    commands = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    named = re.findall(r"(?<![.\w])sayso ([a-z]+)\b", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert [name for name in named if f"## sayso {name}\n" not in commands] == []


def test_the_changelog_starts_with_what_is_unreleased() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert headings[0] == "Unreleased"
