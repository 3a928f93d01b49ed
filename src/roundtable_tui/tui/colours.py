"""Which colour each speaker has."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from roundtable_tui.tui.theme import SPEAKER_COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def assign(names: Sequence[str], known: Mapping[str, int]) -> dict[str, int]:
    """Return a colour, from 1 to `SPEAKER_COLOURS`, for each of `names`.

    Somebody in `known` keeps the colour they have there. Others get the colour that their name leads to, or the next
    one that nobody else in `names` has, so that the speakers of a piece differ as long as there are colours.
    """
    colours = {name: known[name] for name in names if name in known}
    for name in names:
        if name not in colours:
            first = crc32(name.encode("utf-8", "surrogatepass"))
            wanted = [(first + step) % SPEAKER_COLOURS + 1 for step in range(SPEAKER_COLOURS)]
            taken = set(colours.values())
            colours[name] = next((colour for colour in wanted if colour not in taken), wanted[0])
    return colours
