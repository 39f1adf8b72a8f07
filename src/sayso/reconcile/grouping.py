"""Join things into groups from the links between pairs of them, bottom up, the strongest link first."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Pair = tuple[int, int]
"""Two things by number, the smaller number first."""


@dataclass(slots=True)
class _Clusters:
    """Clusters that are still apart: their members, their own weights, and the summed links between them."""

    members: dict[int, list[int]]
    weight: dict[int, float]
    links: dict[int, dict[int, float]]
    centroid: bool
    queue: list[tuple[float, int, int]] = field(default_factory=list)

    def score(self, one: int, other: int) -> float:
        scale = self.weight[one] * self.weight[other]
        if scale <= 0:
            return 0.0
        return round(self.links[one][other] / (math.sqrt(scale) if self.centroid else scale), 9)

    def push(self, one: int, other: int, threshold: float) -> None:
        score = self.score(one, other)
        if score >= threshold:
            heapq.heappush(self.queue, (-score, min(one, other), max(one, other)))

    def join(self, one: int, other: int, new: int) -> None:
        link = self.links[one][other]
        grown = self.weight.pop(one) + self.weight.pop(other)
        self.weight[new] = grown + 2 * link if self.centroid else grown
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        summed: dict[int, float] = {}
        for old in (one, other):
            for neighbour, strength in self.links.pop(old).items():
                if neighbour not in (one, other):
                    summed[neighbour] = summed.get(neighbour, 0.0) + strength
                    del self.links[neighbour][old]
        self.links[new] = summed
        for neighbour, strength in summed.items():
            self.links[neighbour][new] = strength


def average_linkage(count: int, links: Mapping[Pair, float], *, threshold: float) -> list[list[int]]:
    """Groups of the numbers 0 to ``count``, joined while the mean link between two groups reaches the threshold.

    Pairs without a link count as 0. Groups and their members come in ascending order.
    """
    return _join(count, links, [1.0] * count, threshold=threshold, centroid=False)


def centroid_linkage(links: Mapping[Pair, float], squares: Sequence[float], *, threshold: float) -> list[list[int]]:
    """Groups of vectors, joined while the cosine between two groups' summed vectors reaches the threshold.

    ``links`` are the dot products of pairs (none: 0), ``squares`` each vector's product with itself.
    """
    return _join(len(squares), links, list(squares), threshold=threshold, centroid=True)


def _join(
    count: int, links: Mapping[Pair, float], weights: list[float], *, threshold: float, centroid: bool
) -> list[list[int]]:
    neighbours: dict[int, dict[int, float]] = {number: {} for number in range(count)}
    for (one, other), strength in links.items():
        neighbours[one][other] = neighbours[other][one] = strength
    clusters = _Clusters({number: [number] for number in range(count)}, dict(enumerate(weights)), neighbours, centroid)
    for one, other in links:
        clusters.push(one, other, threshold)
    new = count
    while clusters.queue:
        _, one, other = heapq.heappop(clusters.queue)
        if one in clusters.members and other in clusters.members:
            clusters.join(one, other, new)
            for neighbour in clusters.links[new]:
                clusters.push(new, neighbour, threshold)
            new += 1
    return sorted(sorted(group) for group in clusters.members.values())


def components(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Groups of the numbers 0 to ``count`` that the pairs connect, in ascending order."""
    root = list(range(count))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for one, other in pairs:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    groups: dict[int, list[int]] = {}
    for number in range(count):
        groups.setdefault(find(number), []).append(number)
    return list(groups.values())
