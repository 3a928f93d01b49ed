"""Where reading stopped, and finding it again after the file was edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript, Turn


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the piece with the id `piece`: a turn, or a section, or (neither) its beginning.

    `turn` counts from 1, `section` is 1-based positions from the outermost section inwards, and `offset` is in code
    points of the turn's text. `turn_hash` is the turn's `turn_hash`, empty where it is not known.
    """

    piece: str
    turn: int | None = None
    section: tuple[int, ...] = ()
    offset: int = 0
    turn_hash: str = ""


def turn_hash(turn: Turn) -> str:
    """Return 16 hexadecimal digits that tell the content of `turn` from any other: BLAKE2b of its label and text."""
    from hashlib import blake2b

    content = f"{turn.label}\0{turn.text}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=8).hexdigest()


def place_of(transcript: Transcript, number: int, offset: int = 0) -> Place:
    """Return the place `offset` code points into the turn with that number (from 1) of `transcript`."""
    turn = transcript.turn(number)
    return Place(transcript.id, number, (), offset, turn_hash(turn) if turn else "")


def restore(transcript: Transcript, place: Place) -> tuple[int, int]:
    """Return where `place` is in `transcript` now: the turn's number from 1, and the offset in code points.

    A turn that says what it said is found wherever it has moved, the nearest if it stands in several places. Where it
    says so nowhere the number counts, or the last turn if there are fewer now. A section begins at its first turn.
    A piece without turns answers (1, 0).
    """
    turns = transcript.turns
    if place.turn is None:
        return _beginning(transcript, place.section), 0
    if not turns:
        return 1, 0
    wanted = place.turn
    number = min(max(wanted, 1), len(turns))
    if place.turn_hash and (number != wanted or turn_hash(turns[number - 1]) != place.turn_hash):
        same = [turn.number for turn in turns if turn_hash(turn) == place.turn_hash]
        number = min(same, key=lambda other: abs(other - wanted), default=number)
    return number, min(max(place.offset, 0), len(turns[number - 1].text))


def _beginning(transcript: Transcript, path: tuple[int, ...]) -> int:
    """Return the number of the first turn of the section at `path`, or of the piece."""
    section = transcript.section(path) if path else None
    first = next(section.all_turns(), None) if section else None
    return first.number if first else 1
