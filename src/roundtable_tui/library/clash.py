"""Two files with one stem: both stay, and the second says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.library.identity import identities, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.source.load import Loaded

CODE = "duplicate-id"
"""The code of the problem."""


def told_apart(entries: Mapping[str, Entry]) -> Iterable[Entry]:
    """Return the entries, given by file name with stems for ids, so that no two have one id."""
    if len({entry.id for entry in entries.values()}) == len(entries):
        return entries.values()
    ids = identities(entries)
    return [_with_clash(entry, name, ids) for name, entry in entries.items()]


def as_piece(loaded: Loaded, path: Path, ids: Mapping[str, str]) -> Loaded:
    """Return what was loaded from `path` under its id in `ids` (by file name), with the clash if that is no stem."""
    if ids[path.name] == stem(path.name):
        return loaded
    from dataclasses import replace

    from roundtable_tui.source.problem import Problem

    problem = Problem(str(path), 0, 0, "error", CODE, _message(path.name, ids))
    transcript = loaded.transcript and replace(loaded.transcript, id=ids[path.name])
    return loaded._replace(transcript=transcript, problems=(problem, *loaded.problems))


def _with_clash(entry: Entry, name: str, ids: Mapping[str, str]) -> Entry:
    if ids[name] == entry.id:
        return entry
    return entry._replace(id=ids[name], errors=entry.errors + 1, first_problem=f"error: {_message(name, ids)}")


def _message(name: str, ids: Mapping[str, str]) -> str:
    own = stem(name)
    first = next(other for other, taken in ids.items() if taken == own)
    message = _("{second} would have the id {id}, which {first} has already; give one of them another name")
    return message.format(second=name, id=own, first=first)
