"""The cases: what is typed, and what a reader would accept as found."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
LEAST = 12
"""How many cases a class has at least."""


@dataclass(frozen=True, slots=True)
class Case:
    """One query with what it is to find.

    A row is accepted where it holds, letter for letter, one of the strings of each group of `words`, none of `lacks`,
    and comes from where the filters say: `by` (in the speaker's full name, with or without its space), `role`, `org`,
    `under` (in a heading it stands under), `pieces` (beginnings of ids). `at` names further rows by their keys.
    `none`: nothing is to be found.
    """

    kind: str
    query: str
    words: tuple[tuple[str, ...], ...] = ()
    lacks: tuple[str, ...] = ()
    by: str = ""
    role: str = ""
    org: str = ""
    under: str = ""
    pieces: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    none: bool = False

    def asks_for(self, text: str) -> bool:
        """Say whether `text` holds the words."""
        return all(any(word in text for word in group) for group in self.words)

    @property
    def narrows(self) -> bool:
        """Whether some rows may not be shown at all, whatever they hold."""
        return bool(self.lacks or self.by or self.role or self.org or self.under or self.pieces)


def read_cases(path: Path) -> tuple[Case, ...]:
    """Return the cases of the folder `path`, a file for each class, or of the file `path`, which maps classes to cases.

    A case is a mapping: `query`; `holds` (a string, or several of which any will do) or `all` (a list of those);
    `lacks`, `by`, `role`, `org`, `under`, `in`, `at`, `none`. Raises ValueError for anything else.
    """
    files = sorted(path.glob("*.yaml"))
    classes = {file.stem: _read(file) for file in files} if files else _read(path)
    return tuple(_case(kind, entry) for kind, entries in classes.items() for entry in entries)


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _case(kind: str, entry: dict[str, Any]) -> Case:
    values = {key: value for key, value in entry.items() if key not in ("holds", "all", "in")}
    known = {field.name for field in fields(Case)} - {"kind", "words", "pieces"}
    if unknown := values.keys() - known:
        raise ValueError(f"{kind}, {entry.get('query')}: {', '.join(sorted(unknown))} is unknown")
    groups = entry.get("all", [entry["holds"]] if "holds" in entry else [])
    values["words"] = tuple((group,) if isinstance(group, str) else tuple(group) for group in groups)
    if not values["words"] and ("by" in entry or "role" in entry):
        values["words"] = (("",),)
    for name, key in (("pieces", "in"), ("lacks", "lacks"), ("at", "at")):
        values[name] = tuple(entry.get(key, ()))
    return Case(kind=kind, **values)
