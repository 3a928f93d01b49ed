"""Folding: the text in which searching and matching compare, with the way back to the original.

`fold_rules` says what is ignored, and `repeats` writes out iteration marks. Here a whole text is folded fast, and every
offset of the folded text keeps its place in the original, so that a mark lies on exactly the code points that were
printed. Where people are told apart, `fold_strictly` goes before: 髙橋 is not 高橋.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.text.fold_rules import fold_cluster, fold_cluster_strictly, joins, leans
from roundtable_tui.text.graphemes import widen
from roundtable_tui.text.old_kanji import USUAL
from roundtable_tui.text.ordinary import extraordinary
from roundtable_tui.text.repeats import written_out

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Folding(dict[int, str]):
    """What each code point folds to when nothing stands with it, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        # Kanji of the main block have no other form than a usual one, and a large library meets thousands of them.
        main = "\u4e00" <= character <= "\u9fff"
        folded = self[code] = USUAL.get(character, character) if main else fold_cluster(character)
        return folded


class _StrictFolding(dict[int, str]):
    """The same by the strict rules."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_cluster_strictly(chr(code))
        return folded


class _Uneven(dict[str, bool]):
    """Whether a code point may fold to more or less than one: alone, or together with another."""

    def __missing__(self, character: str) -> bool:
        found = len(_FOLDING[ord(character)]) != 1 or leans(character) or character in "ヴゔ"
        self[character] = found
        return found


def _kana() -> dict[int, str]:
    """Return what plain kana and the commonest signs fold to: most of a text, and slow to work out one by one."""
    large = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
    found = {ord(sign): sign for sign in "、。「」"}
    for code in range(0x3041, 0x3097):
        hiragana = large.get(chr(code), chr(code))
        found[code] = found[code + 0x60] = hiragana
    # Kept, to be seen: what they fold to hangs on what follows.
    return found | dict.fromkeys(map(ord, "ヴゔ"), "ゔ") | {ord("ー"): "-"}


_FOLDING = _Folding(_kana())
_STRICT_FOLDING = _StrictFolding()
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


def _cluster_end(text: str, start: int) -> int:
    """Return the end of the code point at `start` and all that lean on it, or `start` at the end of `text`."""
    end = min(start + 1, len(text))
    while end < len(text) and leans(text[end]):
        end += 1
    return end


def _uneven_clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) of every cluster of `text` that may not fold to one code point."""
    done = 0
    for offset in compress(range(len(text)), map(_UNEVEN.__getitem__, text)):
        if offset < done:
            continue
        start = offset - 1 if offset > done and leans(text[offset]) else offset
        done = _cluster_end(text, offset)
        after = _cluster_end(text, done)
        if joins(text[start:done], text[done:after]):
            done = after
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
    return Folded(written_out("".join(parts)), text, tuple(pieces))


def _fold_evenly(text: str) -> str:
    """Return `text` folded one code point after the other, or "" where some are folded together with others."""
    if extraordinary().search(text):
        return ""
    folded = text.translate(_FOLDING)
    if "々" in folded or "ゝ" in folded or "ゞ" in folded or "ゔ" in folded:
        return "" if "ゔ" in folded else written_out(folded)
    return folded


def fold(text: str) -> Folded:
    """Return `text` folded, with the map back to it; `fold(fold(text).text)` has the same text again."""
    if text.isascii():
        return Folded(text.lower(), text)
    folded = _fold_evenly(text)
    # An ordinary code point never folds to nothing, so with equal lengths it is one for one.
    return Folded(folded, text) if len(folded) == len(text) else _fold_in_pieces(text)


def fold_text(text: str) -> str:
    """Return the folded text alone, where no map is needed (the words of a query)."""
    return text.lower() if text.isascii() else _fold_evenly(text) or _fold_in_pieces(text).text


def fold_strictly(text: str) -> str:
    """Return `text` folded by the strict rules alone: scripts, width and case, no spelling (a name, a date).

    Folding twice changes nothing, and what is one strictly is one to `fold_text`.
    """
    if text.isascii():
        return text.lower()
    if extraordinary().search(text) is None:
        return text.translate(_STRICT_FOLDING)
    parts: list[str] = []
    start = 0
    while start < len(text):
        end = _cluster_end(text, start)
        parts.append(fold_cluster_strictly(text[start:end]))
        start = end
    return "".join(parts)
