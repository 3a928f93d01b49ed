"""Whose turns a filter by speaker, role or organisation lets through."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.text.fold import fold_strictly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.model import Participant
    from roundtable_tui.search.filters import Filters


class Voice(NamedTuple):
    """Somebody who speaks, as a filter sees them: every spelling of the name, and role and organisation folded.

    Folded is strictly folded: to the words of a query 髙橋 and 高橋 are one, but they are two people.
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
        folded = tuple(intern(fold_strictly(name)) for name in names)
        return cls(names, folded, intern(fold_strictly(role)), intern(fold_strictly(org)))


def heard(voices: Iterable[Voice], filters: Filters) -> frozenset[Voice]:
    """Return those of all the library's `voices` that `filters` let through.

    A role or an organisation need only hold the words. A name is compared as it is written, and only where nobody is
    called so, folded strictly, and only where nobody is called that either, by its beginning: 高橋 never brings a 髙橋,
    also where there is no 高橋, and 渡 brings every 渡邊. Where nobody's name begins so either, romaji are compared
    with the kana of names.
    """
    role, org = fold_strictly(filters.role), fold_strictly(filters.org)
    called = _called(frozenset(voices), filters.speaker) if filters.speaker else voices
    return frozenset(voice for voice in called if role in voice.role and org in voice.org)


def _called(voices: frozenset[Voice], name: str) -> frozenset[Voice]:
    """Those of `voices` who are called `name`, by the strictest comparison that anybody passes."""
    folded = {fold_strictly(name), fold_strictly("".join(name.split()))} - {""}
    return (
        frozenset(voice for voice in voices if name in voice.names)
        or frozenset(voice for voice in voices if not folded.isdisjoint(voice.folded))
        or frozenset(voice for voice in voices if any(own.startswith(tuple(folded)) for own in voice.folded))
        or _sounding(voices, name)
    )


def _sounding(voices: frozenset[Voice], name: str) -> frozenset[Voice]:
    """Those of `voices` whose kana begin like `name` in romaji, long vowels aside: umehara for うめはら."""
    if not name.isascii() and not any(letter.isalpha() and letter < "\u0250" for letter in name):
        return frozenset()
    from roundtable_tui.text.kana import collapse, from_romaji, hiragana

    ways = from_romaji("".join(name.split()))
    said = tuple({*filter(None, (collapse(way.kana + tail) for way in ways for tail in way.tails or ("",)))})
    if not said:
        return frozenset()
    return frozenset(voice for voice in voices if any(collapse(hiragana(own)).startswith(said) for own in voice.folded))
