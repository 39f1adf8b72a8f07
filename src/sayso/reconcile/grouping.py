"""Join things into groups from the links between pairs of them, bottom up, the strongest link first."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[int, int]
"""Two things by number, the smaller number first."""


@dataclass(slots=True)
class _Clusters:
    """Clusters that are still apart: their members, the summed links between them, and the queue of joins to come."""

    members: dict[int, list[int]]
    links: dict[int, dict[int, float]]
    queue: list[tuple[float, int, int]] = field(default_factory=list)

    def push(self, one: int, threshold: float) -> None:
        """Queue the joins of a cluster with each neighbour that it is near enough to."""
        size = len(self.members[one])
        for other, link in self.links[one].items():
            mean = link / (size * len(self.members[other]))
            if mean >= threshold:
                heapq.heappush(self.queue, (-round(mean, 9), min(one, other), max(one, other)))

    def join(self, one: int, other: int, new: int) -> None:
        """Make one cluster of two; its links are their sums."""
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        few, summed = sorted((self.links.pop(one), self.links.pop(other)), key=len)
        for neighbour, link in few.items():
            summed[neighbour] = summed.get(neighbour, 0.0) + link
        for gone in (one, other):
            summed.pop(gone, None)
        self.links[new] = summed
        for neighbour, link in summed.items():
            known = self.links[neighbour]
            known.pop(one, None)
            known.pop(other, None)
            known[new] = link


def average_linkage(count: int, links: Mapping[Pair, float], *, threshold: float) -> list[list[int]]:
    """Groups of the numbers 0 to ``count``, joined while the mean link between two groups reaches the threshold.

    Pairs without a link count as 0. Groups and their members come in ascending order.
    """
    neighbours: dict[int, dict[int, float]] = {number: {} for number in range(count)}
    for (one, other), strength in links.items():
        neighbours[one][other] = neighbours[other][one] = strength
    clusters = _Clusters({number: [number] for number in range(count)}, neighbours)
    for number in range(count):
        clusters.push(number, threshold)
    new = count
    while clusters.queue:
        _, one, other = heapq.heappop(clusters.queue)
        if one in clusters.members and other in clusters.members:
            clusters.join(one, other, new)
            clusters.push(new, threshold)
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
