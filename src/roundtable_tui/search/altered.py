"""Which letters of a folded text stand literally in the original: two bits each.

Keeping the original beside the folded text would double the memory of a large library. These bits take an eighth of
it and tell whether a word stands there as typed: a letter is either as it was, or altered from the one form that is
usual in print (テ for て, A for a, ー for -), which is as good as knowing it, or altered from something else. Only in
the last case, rare in print, the original has to be looked at, and that is done when the hit is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.text.fold import Folded

_SAME, _USUAL, _ODD = "012"


def _usual() -> dict[int, str]:
    """The form in print that each folded letter most often comes from."""
    pairs = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}  # full-width punctuation
    pairs |= {code: chr(code + 0x60) for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}  # katakana
    pairs |= {code: chr(code - 0x20) for code in range(ord("a"), ord("z") + 1)}
    return pairs | {ord("-"): "ー", ord(" "): "\u3000"}


_USUAL_FORM = _usual()


class _Kinds(dict[int, str]):
    """How folding alters each code point on which nothing leans, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold_text(character)
        kind = _SAME if folded == character else _USUAL if folded.translate(_USUAL_FORM) == character else _ODD
        self[code] = kind
        return kind


_KINDS = _Kinds(dict.fromkeys(map(ord, "々〻ゝゞヽヾ"), _ODD))  # what they fold to depends on what they repeat


@dataclass(frozen=True, slots=True)
class Altered:
    """How a folded text differs from its original.

    Bit n of `altered` says that the original does not have code point n of the folded text in its place, the same bit
    of `odd` that it does not have its usual form either.
    """

    altered: int = 0
    odd: int = 0

    def holds(self, start: int, part: Altered, mask: int) -> bool:
        """Say whether the stretch from `start` under `mask` was altered just as `part` was."""
        return self.altered >> start & mask == part.altered and (
            not part.altered or self.odd >> start & mask == part.odd
        )


UNALTERED = Altered()


def altered(texts: Iterable[Folded], gap: str = "") -> Altered:
    """Return how `texts` differ from their originals, set one after another with `gap` between two."""
    kinds = (_SAME * len(gap)).join(map(_kinds, texts))[::-1]
    return Altered(
        int(kinds.replace(_ODD, _USUAL) or _SAME, 2),
        int(kinds.replace(_USUAL, _SAME).replace(_ODD, _USUAL), 2) if _ODD in kinds else 0,
    )


def _kind_of_cluster(folded: str, original: str) -> str:
    """How the letters of a cluster were altered; what draws nothing after a letter alters it no further."""
    if folded == original:
        return _SAME
    return _KINDS[ord(original[0])] if len(folded) == 1 and fold_text(original[0]) == folded else _ODD


def _kinds(folded: Folded) -> str:
    """How each code point of the folded text was altered, a digit for each."""
    text, original = folded.text, folded.original
    if not folded.pieces:
        return original.translate(_KINDS)
    parts = []
    done = 0
    for start, end, original_start, original_end in folded.pieces:
        parts.append(original[done:original_start].translate(_KINDS))
        parts.append(_kind_of_cluster(text[start:end], original[original_start:original_end]) * (end - start))
        done = original_end
    parts.append(original[done:].translate(_KINDS))
    return "".join(parts)
