"""The documents say what the program does, and every link in them leads somewhere."""

import re
import runpy
from pathlib import Path

import pytest

import sayso
from sayso import settings
from sayso.gazetteer import Gazetteer

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


def test_every_command_of_the_readme_exists() -> None:
    commands = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    named = re.findall(r"(?<![.\w])sayso ([a-z]+)\b", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert [name for name in named if f"## sayso {name}\n" not in commands] == []


def test_the_changelog_starts_with_what_is_unreleased() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert headings[0] == "Unreleased"
