"""The written name of a place: `014-2`, `014-2#1.1`, `014-2:7`."""

from __future__ import annotations

import re
from typing import NamedTuple

_ANCHOR = r"(?s)(?P<piece>.+?)(?:#(?P<section>[0-9]+(?:\.[0-9]+)*)|:(?P<turn>[0-9]+))?"


class _Place(NamedTuple):
    piece: str
    section: tuple[int, ...] = ()
    turn: int | None = None


class Anchor(_Place):
    """A place in the library that survives a change of width and of the text before it.

    `piece` is a piece's id. At most one of `section` (1-based positions from the outermost section inwards)
    and `turn` (1-based position in the piece, narration and figures counted) narrows it.
    """

    __slots__ = ()

    def __new__(cls, piece: str, section: tuple[int, ...] = (), turn: int | None = None) -> Anchor:
        """Make an anchor. Raises ValueError for a section and a turn at once."""
        if section and turn is not None:
            raise ValueError("an anchor names a section or a turn, not both")
        return super().__new__(cls, piece, section, turn)

    @classmethod
    def parse(cls, text: str) -> Anchor:
        """Return the anchor that `text` writes; what is no section or turn belongs to the piece's id.

        Raises ValueError when `text` is empty or counts from 0.
        """
        found = re.fullmatch(_ANCHOR, text)
        if found is None:
            raise ValueError("an anchor begins with the id of a piece, as in 014-2, 014-2#1.1 or 014-2:7")
        section = tuple(int(step) for step in (found["section"] or "").split(".") if step)
        turn = int(found["turn"]) if found["turn"] else None
        if 0 in section or turn == 0:
            raise ValueError(f"sections and turns are counted from 1, but {text!r} asks for 0")
        return cls(found["piece"], section, turn)

    def __str__(self) -> str:
        if self.turn is not None:
            return f"{self.piece}:{self.turn}"
        if self.section:
            return f"{self.piece}#{'.'.join(map(str, self.section))}"
        return self.piece
