"""Folding: the text in which searching and matching compare, with the way back to the original.

`fold_rules` says what is ignored. Here a whole text is folded fast, and every offset of the folded text keeps its
place in the original, so that a mark lies on exactly the code points that were printed.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.text.fold_rules import fold_cluster, leans
from roundtable_tui.text.graphemes import widen
from roundtable_tui.text.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Folding(dict[int, str]):
    """What each code point folds to when nothing leans on it, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        # Kanji of the main block have no other form, and a large library meets thousands of them.
        folded = self[code] = character if "\u4e00" <= character <= "\u9fff" else fold_cluster(character)
        return folded


class _Uneven(dict[str, bool]):
    """Whether a code point may fold to more or less than one: alone, or by leaning on another."""

    def __missing__(self, character: str) -> bool:
        found = self[character] = len(_FOLDING[ord(character)]) != 1 or leans(character)
        return found


_FOLDING = _Folding()
_UNEVEN = _Uneven()

_first = itemgetter(0)


class Folded(NamedTuple):
    """A folded text and its exact map to the original.

    `pieces` are the places that do not fold one code point to one, as (start, end) in `text` and (start, end) in
    `original`, in order; between them both run side by side.
    """

    text: str
    original: str
    pieces: tuple[tuple[int, int, int, int], ...] = ()

    def _origin(self, offset: int) -> tuple[int, int]:
        """Return the [start, end) of the original that the folded code point at `offset` comes from."""
        at = bisect_right(self.pieces, offset, key=_first) - 1
        if at < 0:
            return offset, offset + 1
        _, folded_end, start, end = self.pieces[at]
        if offset < folded_end:
            return start, end
        return end + offset - folded_end, end + offset - folded_end + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points [start, end) of the original behind [start, end) of the folded text.

        Both ends move outwards to grapheme boundaries: a match inside ㌔ marks all of it. Raises ValueError when
        the span is empty or outside the folded text, as then there is nothing to mark.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no span in a folded text of {len(self.text)} code points")
        return widen(self.original, self._origin(start)[0], self._origin(end - 1)[1])


def _uneven_clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of every cluster of `text` that may not fold to one code point."""
    done = 0
    for offset in compress(range(len(text)), map(_UNEVEN.__getitem__, text)):
        if offset < done:
            continue
        start = offset - 1 if offset > done and leans(text[offset]) else offset
        done = offset + 1
        while done < len(text) and leans(text[done]):
            done += 1
        yield start, done


def _fold_in_pieces(text: str) -> Folded:
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end in _uneven_clusters(text):
        even = text[done:start].translate(_FOLDING)
        folded = fold_cluster(text[start:end])
        parts += even, folded
        length += len(even)
        pieces.append((length, length + len(folded), start, end))
        length += len(folded)
        done = end
    parts.append(text[done:].translate(_FOLDING))
    return Folded("".join(parts), text, tuple(pieces))


def fold(text: str) -> Folded:
    """Return `text` folded, with the map back to it; `fold(fold(text).text)` has the same text again."""
    if text.isascii():
        return Folded(text.lower(), text)
    if is_ordinary(text):
        folded = text.translate(_FOLDING)
        if len(folded) == len(text):  # an ordinary code point never folds to nothing, so this is one for one
            return Folded(folded, text)
    return _fold_in_pieces(text)


def fold_text(text: str) -> str:
    """Return the folded text alone, where no map is needed (a query, a name to compare)."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDING) if is_ordinary(text) else _fold_in_pieces(text).text
