"""Where reading stopped, and finding it again after the file was edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.state.words import NO_WORDS, Words, around, find_words

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


def place_of(transcript: Transcript, number: int, offset: int = 0) -> Place:
    """Return the place `offset` code points into the turn with that number (from 1) of `transcript`."""
    turn = transcript.turn(number)
    if turn is None:
        return Place(transcript.id, number, (), offset)
    return Place(transcript.id, number, (), offset, turn_hash(turn), words=around(turn.text, offset))


def restore(transcript: Transcript, place: Place) -> tuple[int, int]:
    """Return where `place` is in `transcript` now: the turn's number from 1, and the offset in code points.

    A turn that says what it said is found wherever it has moved, the nearest if it stands in several places. One that
    was edited is found by the words around the place, and so is the offset in it. Where nothing of them is left the
    number counts, or the last turn if there are fewer now. A section begins at its first turn. A piece without turns
    answers (1, 0).
    """
    turns = transcript.turns
    if place.turn is None:
        return _beginning(transcript, place.section), 0
    if not turns:
        return 1, 0
    number = turn_again(transcript, place.turn, place.turn_hash)
    if number is not None:
        return number, min(place.offset, len(turns[number - 1].text))
    number = min(max(place.turn, 1), len(turns))
    found = find_words((turn.text for turn in turns), place.words, number - 1, place.offset)
    if found is not None:
        return found.number + 1, place.offset if place.offset < 0 and not found.offset else found.offset
    return number, min(place.offset, len(turns[number - 1].text))


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


def _beginning(transcript: Transcript, path: tuple[int, ...]) -> int:
    """Return the number of the first turn of the section at `path`, or of the piece."""
    section = transcript.section(path) if path else None
    first = next(section.all_turns(), None) if section else None
    return first.number if first else 1
