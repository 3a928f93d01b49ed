"""Whose turns a filter by speaker, role or organisation lets through."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.model import Participant
    from roundtable_tui.search.filters import Filters


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks, as a filter sees them: every spelling of the name, and role and organisation folded.

    Equal voices of different pieces compare equal. Strings are shared among voices, of which a library has thousands.
    """

    names: tuple[str, ...]
    folded: tuple[str, ...]
    role: str = ""
    org: str = ""

    @classmethod
    def of(cls, participant: Participant) -> Voice:
        """Return the voice of `participant`."""
        spellings = {participant.label, participant.given, *participant.aliases}
        for name in (participant.full_name, participant.kana):
            spellings.update((name, "".join(name.split()), *name.split()))
        return cls._named(spellings, participant.role, participant.org)

    @classmethod
    def labelled(cls, label: str) -> Voice:
        """Return the voice of a label that names no participant."""
        return cls._named({label})

    @classmethod
    def _named(cls, spellings: set[str], role: str = "", org: str = "") -> Voice:
        names = tuple(intern(name) for name in sorted(spellings) if name)
        folded = tuple(intern(fold_text(name)) for name in names)
        return cls(names, folded, intern(fold_text(role)), intern(fold_text(org)))


def heard(voices: Iterable[Voice], filters: Filters) -> frozenset[Voice]:
    """Return those of all the library's `voices` that `filters` let through.

    A role or an organisation need only hold the words. A name is compared as it is written, and only where nobody is
    called so, folded, and only where nobody is called that either, by its beginning: 高橋 never brings a 髙橋 into a
    library that has both, and 渡 brings every 渡邊.
    """
    role, org = fold_text(filters.role), fold_text(filters.org)
    called = _called(frozenset(voices), filters.speaker) if filters.speaker else voices
    return frozenset(voice for voice in called if role in voice.role and org in voice.org)


def _called(voices: frozenset[Voice], name: str) -> frozenset[Voice]:
    """Those of `voices` who are called `name`, by the strictest comparison that anybody passes."""
    folded = {fold_text(name), fold_text("".join(name.split()))} - {""}
    return (
        frozenset(voice for voice in voices if name in voice.names)
        or frozenset(voice for voice in voices if not folded.isdisjoint(voice.folded))
        or frozenset(voice for voice in voices if any(own.startswith(tuple(folded)) for own in voice.folded))
    )
