"""Short ids for what is worked out across articles: the same from the same facts, in any order."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence

SHORTEST = 6


def short_ids(facts: Sequence[tuple[str, ...]]) -> list[str]:
    """An id for each tuple of facts: six characters of base32, more for those that would be the same otherwise."""
    digests = [_digest(fact) for fact in facts]
    lengths = [SHORTEST] * len(digests)
    while True:
        counted = Counter(digest[:size] for digest, size in zip(digests, lengths, strict=True))
        twice = [at for at, digest in enumerate(digests) if counted[digest[: lengths[at]]] > 1 and lengths[at] < 32]
        if not twice:
            return [digest[:size] for digest, size in zip(digests, lengths, strict=True)]
        for at in twice:
            lengths[at] += 1


def _digest(fact: tuple[str, ...]) -> str:
    hashed = hashlib.sha256("\x1f".join(fact).encode()).digest()
    return base64.b32encode(hashed).decode().lower()[:32]
