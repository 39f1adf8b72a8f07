"""Where a setting's value comes from, and what is refused."""

from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.settings import FILE, TABLE, Settings, load


def test_the_defaults_are_those_of_the_table() -> None:
    assert load() == Settings()
    assert {line.name: line.default for line in TABLE} == {name: getattr(load(), name) for name in Settings.__slots__}


def test_every_setting_says_what_it_does() -> None:
    assert all(line.help.endswith(".") for line in TABLE)


def test_a_flag_wins_over_the_environment_that_over_the_file_that_over_the_default(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("width = 90\nmax_file_mb = 5\n")
    environment = {"SAYSO_WIDTH": "100", "HOME": "elsewhere"}
    assert load(tmp_path).width == 90
    assert load(tmp_path, environment=environment).width == 100
    settings = load(tmp_path, environment=environment, flags={"width": 110, "reader": None})
    assert (settings.width, settings.max_file_mb, settings.reader) == (110, 5, "small")


def test_a_named_file_takes_the_place_of_the_one_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("width = 90\n")
    other = tmp_path / "other.toml"
    other.write_text("progress = false\n")
    assert load(tmp_path, config=other) == Settings(progress=False)


@pytest.mark.parametrize(("text", "value"), [("0", False), ("no", False), ("TRUE", True), ("yes", True)])
def test_a_yes_or_no_in_the_environment_may_be_said_in_several_ways(text: str, value: bool) -> None:
    assert load(environment={"SAYSO_PROGRESS": text}).progress is value


def test_the_traceback_switch_is_no_setting() -> None:
    assert load(environment={"SAYSO_TRACEBACK": "1"}) == Settings()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("widht = 90", r"no setting named 'widht' \(.*sayso.toml\); did you mean width\?"),
        ("colour = 1", "the settings are max_file_mb, width"),
        ("width = 'wide'", "width must be a whole number, not 'wide'"),
        ("width = true", "width must be a whole number, not True"),
        ("width = -1", "width must be at least 0, not -1"),
        ("max_file_mb = 0", "max_file_mb must be at least 1, not 0"),
        ("reader = 'oracle'", "reader must be one of small, rules, not 'oracle'"),
        ("progress = 1", "progress must be true or false, not 1"),
        ("width = = 1", "is not TOML"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(UsageError, match=complaint):
        load(tmp_path)


@pytest.mark.parametrize(
    ("variable", "text", "complaint"),
    [
        ("SAYSO_WITDH", "90", "no setting named 'witdh' .*SAYSO_WITDH.*did you mean width"),
        ("SAYSO_WIDTH", "wide", "width must be a whole number"),
        ("SAYSO_PROGRESS", "maybe", "progress must be true or false"),
    ],
)
def test_the_environment_is_checked_as_well(variable: str, text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        load(environment={variable: text})


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read the settings file .*none\.toml"):
        load(config=tmp_path / "none.toml")
