"""Captions that roll: each cue shows again the line before, and adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.captions.cues import Cue, Rest
from roundtable_tui.importers.captions.markup import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOSTLY = 0.4
"""The part of all cues that repeat the one before, from which on a file is taken to roll."""


def without_repeats(cues: list[Cue]) -> list[Rest]:
    """Take, in place, the lines out of `cues` that only show again what was shown before; return those lines.

    That is done only in a file that rolls throughout: elsewhere somebody may well say the same twice.
    """
    repeating = [(place, repeated) for place, repeated in _repeats(cues) if repeated]
    if len(repeating) < 3 or len(repeating) < _MOSTLY * len(cues):
        return []
    taken = []
    for place, repeated in repeating:
        cue = cues[place]
        taken += [Rest(line.number, line.text, "shows the line before again") for line in cue.texts[:repeated]]
        cues[place] = Cue(cue.line, cue.begin, cue.end, cue.texts[repeated:])
    return taken


def _repeats(cues: list[Cue]) -> Iterator[tuple[int, int]]:
    """Yield the place of each cue and how many lines at its beginning end the cue before."""
    before: list[str] = []
    for place, cue in enumerate(cues):
        lines = [" ".join(piece.text for piece in pieces_of(line.text)) for line in cue.texts]
        most = min(len(before), len(lines))
        yield place, next((count for count in range(most, 0, -1) if before[-count:] == lines[:count]), 0)
        before = lines or before
