"""Names for what the gazetteer does not know: companies, organisations and described groups, one name for each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.wording import fold, own_name, tidy

_IN_BRACKETS = re.compile(r"\s*\(([^()]{1,40})(?:\)|$)")


def without_brackets(words: str) -> str:
    """The words without an acronym or other insertion in brackets, one left open at the end too."""
    return _IN_BRACKETS.sub("", words)


COMMON = ("community", "public", "opposition", "industry", "parliament", "world")
"""What there is but one of at hand, so that many articles mean the same by it."""

COUNTS = frozenset("one two three four five six seven eight nine ten both several".split())
"""Words that count: "two lawmakers" are certain ones, told by that, where "lawmakers" are the group as such."""

PLURAL = ("s", "men", "women", "people", "police")


def is_generic(name: str) -> bool:
    """Whether a name only tells a kind ("banker", "advisory committee"), other than a told group ("small farmers").

    Another article's banker is another banker.
    """
    parts = name.split()
    if not name.islower() or parts[-1] in COMMON:
        return False
    return len(parts) == 1 or not parts[-1].endswith(PLURAL)


class Naming:
    """Chooses the name of each unknown party from all the words that the book has for it, in whatever order."""

    def __init__(self, words: Iterable[str], gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        companies: set[str] = set()
        for each in words:
            form = self._form(each)
            self._forms[fold(form)][form] += 1
            if gazetteer.bodies.is_company(without_brackets(each)):
                companies.add(fold(form))
        self._full = self._joined(companies)

    def _form(self, words: str) -> str:
        reduced = own_name(self._gazetteer.reduced(without_brackets(words)))
        return self._gazetteer.bodies.without_legal(reduced) or tidy(words)

    def _joined(self, companies: set[str]) -> dict[str, str]:
        """For each short key the full one that it shortens, where there is just one line of them."""
        by_first: dict[str, list[str]] = defaultdict(list)
        for key in self._forms:
            by_first[key.split(" ")[0]].append(key)
        full: dict[str, str] = {}
        for key in self._forms:
            longer = [
                other
                for other in by_first[key.split(" ")[0]]
                if self._is_proper(other) and self._gazetteer.bodies.shortens(key, other, company=other in companies)
            ]
            longest = max(longer, key=lambda other: (len(other), other), default=None)
            if longest and self._is_proper(key) and all(f"{longest} ".startswith(f"{other} ") for other in longer):
                full[key] = longest
        return full

    def _is_proper(self, key: str) -> bool:
        return all(form[0].isupper() and form.split()[-1][0].isupper() for form in self._forms[key] if form)

    def shown(self, words: str) -> tuple[str, str]:
        """The name and the kind ("institution" or "group") of the party that the words mean."""
        form = self._form(words)
        key = self._full.get(fold(form), fold(form))
        forms = self._forms.get(key) or Counter([form])
        best = min(forms, key=lambda each: (_shouted(each), -forms[each], each[:1].isupper(), each))
        return best, "institution" if all(self._is_proper_form(each) for each in forms) else "group"

    def _is_proper_form(self, form: str) -> bool:
        """Whether a name's last word is written as a name ("Farmers' Union"), other than "Turkish-backed rebels"."""
        last = without_brackets(form).split()[-1:] or [form]
        return not last[0][:1].islower()


def _shouted(form: str) -> bool:
    """Whether a name is in capitals as headlines are ("HARBOUR WORKERS"), other than an acronym."""
    return form.isupper() and " " in form
