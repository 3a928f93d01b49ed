"""The id of a file: its stem, and what happens when two files have one stem."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIXES = (".yaml", ".yml")
"""What the name of a transcript file ends with, in upper or lower case."""

_BACKUPS = (".", "~", "#")


def is_transcript_name(name: str) -> bool:
    """Return whether a file of that name is a transcript: a YAML file, not hidden and no editor's backup."""
    return name.lower().endswith(SUFFIXES) and not name.startswith(_BACKUPS)


def stem(name: str) -> str:
    """Return the file name without its suffix."""
    return name[: name.rindex(".")]


def identities(names: Iterable[str]) -> dict[str, str]:
    """Return the id of each of `names`, by name; no two are alike.

    A stem belongs to the first name that has it, `.yaml` before anything else; the next ones are known by their
    whole name, so that they can be opened too.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    later = []
    for name in sorted(names, key=lambda name: (not name.endswith(".yaml"), name)):
        own = stem(name)
        if own in taken:
            later.append(name)
        else:
            taken.add(own)
            found[name] = own
    for name in later:
        own = name
        while own in taken:
            own += "~"
        taken.add(own)
        found[name] = own
    return found
