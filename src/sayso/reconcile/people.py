"""Persons across the articles of a book: which names are one person's, and under which name the person is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.gazetteer.wording import fold, tidy

_HONORIFICS = frozenset(
    """mr mrs ms miss dr sir lord lady dame sen senator rep gov gen col lt maj capt sgt cmdr brig adm prof rev hon
    sheikh shaikh king queen prince princess president judge justice ayatollah imam mayor congressman congresswoman
    secretary minister chancellor premier candidate nominee""".split()
) | {"president elect", "prime minister", "vice president"}
_REGNAL = frozenset("king queen prince princess sheikh shaikh".split())
"""Titles that stay with a single name: nobody calls King Edric just Edric."""
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "esq", "phd", "mp"))
_NEAR = ((8, 2), (6, 1))
"""From so many letters on, words that differ in so many are held to be spellings of one name."""


@lru_cache(maxsize=20_000)
def bare_name(name: str) -> str:
    """A person's name without honorifics and suffixes ("Sen. Ann Lee Jr." is "Ann Lee", "King Edric" stays)."""
    parts = tidy(name).replace(",", " ").split()
    while len(parts) > 1 and fold(parts[0]) in _HONORIFICS and not (len(parts) == 2 and fold(parts[0]) in _REGNAL):
        parts = parts[1:]
    while len(parts) > 1 and fold(parts[-1]) in _SUFFIXES:
        parts = parts[:-1]
    return " ".join(parts)


@lru_cache(maxsize=20_000)
def _key(name: str) -> tuple[str, ...]:
    """The folded words of a name without middle initials."""
    words = fold(bare_name(name)).split()
    return tuple(word for at, word in enumerate(words) if len(word) > 1 or at in (0, len(words) - 1))


def near(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name ("Zelensky", "Zelenskyy")."""
    if one == other:
        return True
    if not one or not other or one[0] != other[0]:
        return False
    shorter = min(len(one), len(other))
    most = next((most for letters, most in _NEAR if shorter >= letters), 0)
    return most > 0 and abs(len(one) - len(other)) <= most and _distance(one, other) <= most


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


class People:
    """The persons of a book.

    ``seen`` gives each mention's article and name; ``parties`` what is told of a bare name's party, so that
    like-spelled names of different parties stay apart. The order of mentions does not matter.
    """

    def __init__(self, seen: Iterable[tuple[str, str]], parties: Mapping[str, str]) -> None:
        self._forms: Counter[str] = Counter()
        self._articles: dict[str, set[str]] = defaultdict(set)
        for article, name in seen:
            self._forms[bare_name(name)] += 1
            self._articles[bare_name(name)].add(article)
        self._parties = parties
        self._near: dict[str, set[int]] = {}
        self._person: dict[str, int] = {}
        self._members: list[list[str]] = []
        self._by_letter: dict[str, list[int]] = defaultdict(list)
        full = [form for form in self._forms if len(_key(form)) > 1]
        for form in sorted(full, key=lambda form: (-len(_key(form)), _key(form), form)):
            self._place(form)
        self._surnames: dict[str, set[int]] = defaultdict(set)
        self._firsts: dict[str, set[int]] = defaultdict(set)
        for person, forms in enumerate(self._members):
            for form in forms:
                self._surnames[_key(form)[-1]].add(person)
                self._firsts[_key(form)[0]].add(person)
        self._lone: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for form in sorted(form for form in self._forms if len(_key(form)) == 1):
            self._lone[_key(form)].append(form)
        self._shown = [self._best(forms) for forms in self._members]

    def _place(self, form: str) -> None:
        letters = {_key(form)[0][0], _key(form)[-1][0]}
        near_by = {person for letter in letters for person in self._by_letter[letter]}
        same = {person for person in near_by if self._is_same(form, self._members[person])}
        if len(same) == 1:
            person = same.pop()
            self._members[person].append(form)
        else:
            person = len(self._members)
            self._members.append([form])
            for letter in letters:
                self._by_letter[letter].append(person)
        self._person[form] = person

    def _is_same(self, form: str, forms: list[str]) -> bool:
        mine, theirs = _key(form), _key(forms[0])
        if mine == theirs or mine in (theirs[-len(mine) :], theirs[: len(mine)]):
            return True
        if (mine[0], mine[-1]) == (theirs[0], theirs[-1]):
            return True
        if not (near(mine[0], theirs[0]) and near(mine[-1], theirs[-1])):
            return False
        told = {self._parties[known] for known in (form, *forms) if known in self._parties}
        return len(told) <= 1

    def _best(self, forms: list[str]) -> str:
        return min(forms, key=lambda form: (form.isupper(), -self._forms[form], -len(form), form))

    def shown(self, article: str, name: str) -> str:
        """The name under which the person is shown that an article calls by this name."""
        person = self._find(article, bare_name(name))
        if person is not None:
            return self._shown[person]
        return self._best(self._lone.get(_key(bare_name(name)), [bare_name(name)]))

    def knows(self, article: str, name: str) -> bool:
        """Whether the name is, or shortens, the name of exactly one person."""
        return self._find(article, bare_name(name)) is not None or _key(bare_name(name)) in self._lone

    def _find(self, article: str, form: str) -> int | None:
        if form in self._person:
            return self._person[form]
        key = _key(form)
        if not key:
            return None
        called = self._surnames.get(key[-1], set()) or self._spelled(key[-1])
        here = {person for person in called if self._is_in(person, article)}
        if len(here) == 1 or len(called) == 1:
            return next(iter(here if len(here) == 1 else called)) if len(key) == 1 else None
        first = {person for person in self._firsts.get(key[0], set()) if self._is_in(person, article)}
        return next(iter(first)) if len(first) == 1 and len(key) == 1 and not called else None

    def _spelled(self, surname: str) -> set[int]:
        if len(surname) < _NEAR[-1][0]:
            return set()
        if surname not in self._near:
            alike = (found for known, found in self._surnames.items() if near(surname, known))
            self._near[surname] = set().union(*alike)
        return self._near[surname]

    def _is_in(self, person: int, article: str) -> bool:
        return any(article in self._articles[form] for form in self._members[person])
