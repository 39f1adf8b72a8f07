"""What is bundled under the names that a user gives: a party renamed or merged takes along all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.gazetteer.entries import Entry, Listing

OF_STATES = ("offices", "homes")
"""Sections whose lists stand under a party's name."""


def renames(base: Listing, user: Iterable[Entry]) -> dict[str, Entry]:
    """For each bundled party that a user's file has under another name, the entry that it now belongs to.

    A party that the file also has under its bundled name stays itself: only that name is given away.
    """
    listed = list(user)
    known, own = {entry.name for entry in base.entries}, {entry.name for entry in listed}
    return {name: entry for entry in listed for name in entry.names if name in known and name not in own}


def renamed(base: Listing, new: Mapping[str, Entry]) -> Listing:
    """The bundled knowledge under the new names: parties, members, what became of what, offices, armed groups."""
    if not new:
        return base
    names = {old: entry.name for old, entry in new.items()}
    words = {section: dict(lists) for section, lists in base.words.items()}
    for section in OF_STATES:
        found: dict[str, tuple[str, ...]] = {}
        for name, listed in words.get(section, {}).items():
            shown = names.get(name, name)
            found[shown] = found.get(shown, ()) + listed
        words[section] = found
    groups = words.get("groups", {})
    groups["armed"] = (*groups.get("armed", ()), *(names[name] for name in groups.get("armed", ()) if name in names))
    return replace(base, entries=tuple(_renamed(entry, new, names) for entry in base.entries), words=words)


def _renamed(entry: Entry, new: Mapping[str, Entry], names: Mapping[str, str]) -> Entry:
    members = tuple(dict.fromkeys(names.get(member, member) for member in entry.members))
    later = names.get(entry.later or "", entry.later)
    if entry.name not in new:
        return replace(entry, members=members, later=later)
    to = new[entry.name]
    return replace(
        entry, name=to.name, kind=to.kind, names=(entry.name, *entry.names), members=members or to.members, later=later
    )
