"""Breaking a paragraph into lines: UAX #14 with the strict Japanese rules of JIS X 4051, and hanging punctuation.

A line takes as much as fits and ends at the last place where it may (`breaks.may_break`); what may not start a line
takes the character before it down with it (oidashi). One 、 or 。 that does not fit may hang into the margin
(burasage). A word longer than a line is split where that is sensible (`breaks.may_split`), else at the last grapheme
that fits. Nothing is ever left out: the lines follow each other without a gap and cover the text.

White space at a line end belongs to that line and hangs there invisibly: it is not counted, and `trimmed` gives the
part of a line that is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.text.break_classes import BLANKS, CLASSES
from roundtable_tui.text.break_rules import BEHIND
from roundtable_tui.text.breaks import look_around, may_break, may_split
from roundtable_tui.text.reach import reach

if TYPE_CHECKING:
    from collections.abc import Collection

HANGING = frozenset("、。，．｡､")
"""What may stand in the margin behind a full line, one of them and at most two cells."""


def wrap(text: str, cells: int, *, hang: bool = True, indent: int = 0) -> list[tuple[int, int]]:
    """Return the lines of one paragraph as [start, end) offsets (code points) into `text`, at least one.

    The first starts at 0, each starts where the one before it ends, the last ends at the end of the text; an empty
    text is one empty line. The first line leaves `indent` cells free, to be filled when it is drawn. Without the white
    space at its end no line is wider than `cells` (less than 1 counts as 1), except by one of `HANGING` when `hang`,
    and by a single grapheme that is wider than `cells`. A line break in `text` is not obeyed: it is drawn as a picture
    like any control character.
    """
    cells = max(cells, 1)
    length = len(text)
    full, cuts = reach(text)
    lines = []
    start = 0
    end = full(0, max(cells - indent, 1))
    while end < length:
        end = _line_end(text, start, end, cuts, hang)
        lines.append((start, end))
        start = end
        if start == length:
            return lines
        end = full(start, cells)
    lines.append((start, length))
    return lines


def _line_end(text: str, start: int, full: int, cuts: Collection[int], hang: bool) -> int:
    """Return where the line from `start` ends, when what stands behind `full` does not fit into it."""
    margin = full
    if hang and text[full] in HANGING and full > start:
        margin += 1
    margin = _skip_blanks(text, margin)
    if margin > full and (margin == len(text) or (margin in cuts and may_break(text, margin))):
        return margin
    for offset in range(full, start, -1):
        answer = BEHIND[text[offset - 1]][CLASSES[text[offset]]]
        if answer is not False and offset in cuts and (answer or look_around(text, offset)):
            return offset
    for offset in range(full, start, -1):
        if may_split(text, offset) and offset in cuts:
            return offset
    return _emergency(text, start, full, cuts)


def _emergency(text: str, start: int, full: int, cuts: Collection[int]) -> int:
    """Return where a line without any place to break ends: behind the last grapheme that fits, but at least one."""
    offset = full
    while offset > start and offset not in cuts:
        offset -= 1
    if offset == start:
        offset += 1
        while offset not in cuts:
            offset += 1
    behind = _skip_blanks(text, offset)
    return behind if behind in cuts else offset


def _skip_blanks(text: str, offset: int) -> int:
    while offset < len(text) and CLASSES[text[offset]] in BLANKS:
        offset += 1
    return offset


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the [start, end) of a line of `wrap` without the white space at its end: what is drawn and measured."""
    while end > start and CLASSES[text[end - 1]] in BLANKS:
        end -= 1
    return start, end
