"""Which letters of a folded text stand literally in the original: two bits each.

Keeping the original beside the folded text would double the memory of a large library. These bits take an eighth of
it and tell whether a word stands there as typed: a letter is either as it was, or altered from the one form that is
usual in print (テ for て, A for a, ー for -), which is as good as knowing it, or altered from something else. Only in
the last case, rare in print, the original has to be looked at, and that is done when the hit is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import ne
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.text.fold import Folded

_DIGITS = bytes.maketrans(b"\0\1", b"01")


def _usual() -> dict[int, str]:
    """The form in print that each folded letter most often comes from."""
    pairs = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}  # full-width punctuation
    pairs |= {code: chr(code + 0x60) for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}  # katakana
    pairs |= {code: chr(code - 0x20) for code in range(ord("a"), ord("z") + 1)}
    return pairs | {ord("-"): "ー", ord(" "): "\u3000"}


_USUAL = _usual()


@dataclass(frozen=True, slots=True)
class Altered:
    """Bit n of `altered`: code point n of the folded text is not what the original has; of `odd`: nor is it from the
    usual form. A bit of `odd` is one of `altered` too."""

    altered: int = 0
    odd: int = 0

    def holds(self, start: int, part: Altered, mask: int) -> bool:
        """Say whether the stretch from `start` under `mask` was altered just as `part` was."""
        return self.altered >> start & mask == part.altered and (
            not part.altered or self.odd >> start & mask == part.odd
        )


UNALTERED = Altered()


def altered(texts: Iterable[Folded], gap: int = 0) -> Altered:
    """Return the bits of `texts` set one after another with `gap` code points, unaltered, between two."""
    changed: list[bytes] = []
    unusual: list[bytes] = []
    for folded in texts:
        changed.append(_differs(folded.text, folded))
        unusual.append(_differs(folded.text.translate(_USUAL), folded) if 1 in changed[-1] else changed[-1])
    between = bytes(gap)
    bits = _bits(between.join(changed))
    return Altered(bits, bits & _bits(between.join(unusual)))


def _differs(text: str, folded: Folded) -> bytes:
    """A 1 for each code point of `text`, as long as `folded.text`, that the original does not have in its place."""
    original = folded.original
    parts = []
    done = at = 0
    for start, end, original_start, original_end in folded.pieces:
        parts.append(bytes(map(ne, text[done:start], original[at:original_start])))
        same = text[start:end] == original[original_start:original_end]
        parts.append(bytes(end - start) if same else b"\1" * (end - start))
        done, at = end, original_end
    parts.append(bytes(map(ne, text[done:], original[at:])))
    return b"".join(parts)


def _bits(flags: bytes) -> int:
    """`flags`, each 0 or 1, as a number whose bit n is the flag at n."""
    return int(flags[::-1].translate(_DIGITS) or b"0", 2)
