"""The sentence that shows a hit, cut to the room there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.text.cells import width
from roundtable_tui.text.graphemes import boundaries
from roundtable_tui.text.safe import TAB_CELLS

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS = "…"
_WIDEST = TAB_CELLS
"""Cells of the widest code point."""

_SENTENCE_END = r"[。！？!?]+[」』）)\]】”\"’]*|\.(?=\s)|\n+"
_LETTER = r"[A-Za-z0-9À-ɏ]"


class Snippet(NamedTuple):
    """A cut of a text: `spans` are [start, end) code-point offsets into this `text`, in order, without overlap."""

    text: str
    spans: tuple[tuple[int, int], ...]


def snippet(text: str, spans: Sequence[tuple[int, int]], cells: int) -> Snippet:
    """Return the sentence of `text` around the first of `spans`, in at most `cells` cells.

    A sentence ends at 。！？!? with the brackets closing after them, at a full stop before white space, and at a line
    break. One that is too wide is cut, with … at each cut end, between graphemes, and between Latin words unless a
    word alone is too wide. Line breaks inside a mark become spaces, one for one; nothing else is altered, so the
    text between the … is a part of `text` so read. `spans` are in order without overlap; the marks are those parts of
    them that are shown. Without `spans` the text's beginning is shown.
    """
    first_word = len(text) - len(text.lstrip())
    marked = spans[0] if spans else (first_word, first_word)
    start, end = _sentence(text, *marked)
    if (end - start) * _WIDEST > cells and width(text[start:end]) > cells:
        return _cut(text, spans, marked, (start, end), cells)
    return _made(text, spans, (start, end), (start, end))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or sentences, that [start, end) lies in, without white space at either end."""
    first = 0
    for found in re.finditer(_SENTENCE_END, text):
        if found.end() <= start:
            first = found.end()
        elif found.end() >= end:
            last = found.end()
            break
    else:
        last = len(text)
    while last > end and text[last - 1].isspace():
        last -= 1
    while first < start and text[first].isspace():
        first += 1
    return first, last


def _cut(
    text: str, spans: Sequence[tuple[int, int]], mark: tuple[int, int], sentence: tuple[int, int], cells: int
) -> Snippet:
    """The part of `sentence` around `mark` that fits into `cells` together with the … at its cut ends."""
    dots = width(ELLIPSIS)
    if cells < dots:
        return Snippet("", ())
    graphemes = [offset for offset in boundaries(text) if sentence[0] <= offset <= sentence[1]]
    places = sorted({*sentence, *graphemes})
    for stops in ([place for place in places if not _in_word(text, place)], places):
        start = _start(text, mark, sentence, stops, cells, dots)
        left = dots if start > sentence[0] else 0
        end = _end(text, start, sentence, stops, cells - left, dots)
        if end > mark[0]:
            return _made(text, spans, (start, end), sentence)
    return Snippet(ELLIPSIS, ())


def _start(
    text: str, mark: tuple[int, int], sentence: tuple[int, int], stops: Sequence[int], cells: int, dots: int
) -> int:
    """Where the cut begins: a third of the room before the mark, more where little follows it, less for a wide mark."""
    third = min(cells // 3, cells - dots - width(text[slice(*mark)]))
    spare = max(third, cells - width(text[mark[0] : sentence[1]]))
    if width(text[sentence[0] : mark[0]]) <= spare:
        return sentence[0]
    before = [stop for stop in stops if stop <= mark[0]]
    room = 0
    at = mark[0]
    for stop in reversed(before):
        room += width(text[stop:at])
        if room + dots > spare and stop < mark[0]:
            break
        at = stop
    return at


def _end(text: str, start: int, sentence: tuple[int, int], stops: Sequence[int], cells: int, dots: int) -> int:
    """Where a cut that begins at `start` ends, `cells` being the room that is left for text and a … at its end."""
    if width(text[start : sentence[1]]) <= cells:
        return sentence[1]
    at = start
    room = 0
    for stop in stops:
        if stop > start:
            room += width(text[at:stop])
            if room + dots > cells:
                break
            at = stop
    return at


def _in_word(text: str, offset: int) -> bool:
    """Whether a Latin word or a number goes on across `offset`."""
    return 0 < offset < len(text) and re.match(_LETTER * 2, text[offset - 1 : offset + 1]) is not None


def _made(text: str, spans: Sequence[tuple[int, int]], cut: tuple[int, int], sentence: tuple[int, int]) -> Snippet:
    start, end = cut
    left = ELLIPSIS if start > sentence[0] else ""
    right = ELLIPSIS if end < sentence[1] else ""
    shift = len(left) - start
    kept = ((max(first, start), min(last, end)) for first, last in spans if first < end and last > start)
    shown = text[start:end].replace("\n", " ")
    return Snippet(left + shown + right, tuple((first + shift, last + shift) for first, last in kept))
