"""Where a word occurs: a strip over the length of the piece, and how often in each section."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.page.axis import Axis
from roundtable_tui.tui.page.bars import along, eighths, upright
from roundtable_tui.tui.page.occurrences import SectionCount, by_column, by_section
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.widgets.chart import Chart, Goal, headings, lit, ticks

if TYPE_CHECKING:
    from roundtable_tui.tui.display import Part
    from roundtable_tui.tui.reading import Reading
    from roundtable_tui.tui.searching.in_piece import FoundInPiece

HIGHEST = 8
"""Rows of the strip."""

_BEFORE, _BEHIND = 12, 40
"""Code points that are shown of the words around a hit."""


class WhereChart(Chart):
    """Shows what was `found` in `reading`; the cursor goes from one column with a hit to the next."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"where--quiet", "where--bar", "where--cursor", "where--now"}
    DEFAULT_CSS = """
    WhereChart {
        & > .where--quiet { color: $quiet; }
        & > .where--bar { color: $primary; }
        & > .where--now { color: $mark; text-style: bold; }
        & > .where--cursor { background: $cursor; text-style: bold; }
    }
    WhereChart:ansi > .where--now { color: ansi_magenta; }
    """

    def __init__(self, reading: Reading, place: Place) -> None:
        super().__init__()
        self._reading = reading
        self._read = place
        self._found: FoundInPiece | None = None
        self._sections: tuple[SectionCount, ...] = ()
        self._begins: list[int] = []
        self._axis: tuple[int, Axis] | None = None
        self._counts: tuple[Axis, FoundInPiece | None, tuple[int, ...]] | None = None

    def show(self, found: FoundInPiece | None) -> None:
        """Show other hits, the cursor at the first from the place of reading on."""
        self._found = found
        spots = found.spots if found is not None else ()
        self._sections = by_section(spots, self._reading.blocks)
        self._begins = [section.block for section in self._sections]
        if found is not None and spots:
            found.go_from(self._read)
        self.changed()

    def _left(self, most: int) -> int:
        return min(len(str(most)) + 1, max(0, self.content_size.width - 1))

    def _now(self) -> tuple[Axis, tuple[int, ...], int]:
        """Return the axis, the counts of its columns, and the cells left of it."""
        spots = self._found.spots if self._found is not None else ()
        # The widest number is that of all hits in one column.
        left = self._left(len(spots))
        room = max(1, self.content_size.width - left)
        if self._axis is None or self._axis[0] != room:
            self._axis = room, Axis(self._reading.blocks, room)
        axis = self._axis[1]
        # Asked for several times with every key, of ten thousand hits perhaps.
        if self._counts is None or self._counts[:2] != (axis, self._found):
            self._counts = axis, self._found, by_column(spots, axis)
        return axis, self._counts[2], left

    def _high(self, height: int) -> int:
        """The rows of the strip."""
        return max(1, min(HIGHEST, (height - 2) // 2))

    def _above(self, height: int) -> int:
        """The rows above the list: the strip, the line under it, its headings, and a blank one where there is room."""
        high = self._high(height)
        return high + 2 + (height > high + 8)

    @property
    def _column(self) -> int:
        """The column of the cursor, or -1."""
        if self._found is None or not self._found.spots:
            return -1
        spot = self._found.spot
        return self._now()[0].column(Place(spot.block, spot.start))

    @property
    def _section(self) -> int:
        """The number of the section of the cursor, or -1."""
        if self._found is None or not self._found.spots:
            return -1
        return bisect_right(self._begins, self._found.spot.block) - 1

    # Drawing

    def draw(self, width: int, height: int) -> list[list[Part]]:
        """Return the strip, its sections, and the sections once more with their numbers."""
        axis, counts, left = self._now()
        quiet, column = self.look("where--quiet"), self._column
        bounds = axis.sections()
        high = self._high(height)
        lines = self._strip(counts, high, left, column)
        lines.append([(" " * left, quiet), (ticks(bounds, axis.columns, column), quiet)])
        lines.append([(" " * left, quiet), (headings(bounds, axis.columns), quiet)])
        lines += [[] for _row in range(self._above(height) - len(lines))]
        room = max(0, height - len(lines))
        first = self._first_shown(room)
        shown = range(first, min(first + room, len(self._sections)))
        lines += [self._section_line(number, width) for number in shown]
        return lines[:height]

    def _strip(self, counts: tuple[int, ...], high: int, left: int, at: int) -> list[list[Part]]:
        """Return the rows of the strip, the column `at` as that of the cursor."""
        most = max(counts)
        bars = [upright(eighths(count, most, high), high) for count in counts]
        bar, now, quiet = self.look("where--bar"), self.look("where--now"), self.look("where--quiet")
        lines: list[list[Part]] = []
        for row in range(high):
            number = f"{most:>{max(0, left - 1)}}" if row == 0 and most and left > 1 else ""
            line: list[Part] = [(cells.pad(number, left), quiet)]
            for column, cells_of in enumerate(bars):
                line.append((cells_of[row], lit(bar, column == at, now)))
            lines.append(_joined(line))
        return lines

    def _first_shown(self, room: int) -> int:
        """The first section that is listed, so that the one of the cursor is."""
        return max(0, min(self._section - room // 2, len(self._sections) - room))

    def _section_line(self, number: int, width: int) -> list[Part]:
        section = self._sections[number]
        here = number == self._section
        digits = len(f"{max((each.hits for each in self._sections), default=0):,}")
        widest = max((cells.width(each.heading) + 2 * max(0, each.depth - 1) for each in self._sections), default=0)
        name = max(2, min(widest, (width - digits - 4) * 2 // 3))
        room = max(0, width - 2 - name - 1 - digits - 1)
        most = max(each.hits for each in self._sections)
        heading = "  " * max(0, section.depth - 1) + plain(section.heading)
        sign = cells.sign("▸", ">") if here else " "
        base = self.rich_style if section.hits else self.look("where--quiet")
        text = f"{sign} {cells.pad(heading, name)} {section.hits:>{digits},} "
        bar = along(eighths(section.hits, most, room))
        return [(text, lit(base, here, self.look("where--cursor"))), (bar, self.look("where--bar"))]

    # The cursor

    def words(self) -> str:
        """Return the number of the hit, how many lie in the column and in the section, and the words there."""
        found = self._found
        if found is None or not found.spots:
            return ""
        axis, counts, _left = self._now()
        spot, section = found.spot, self._sections[self._section]
        column = axis.column(Place(spot.block, spot.start))
        words = _("{number} of {total}; {here} here, {section} in § {heading}").format(
            number=f"{found.number:,}",
            total=f"{found.total:,}",
            here=counts[column],
            section=section.hits,
            heading=plain(section.heading),
        )
        block = self._reading.blocks[spot.block]
        around = block.text[max(0, spot.start - _BEFORE) : spot.start + _BEHIND].replace("\n", " ")
        speaker = f"{plain(block.label)}: " if block.label else ""
        return f"{words}  {speaker}…{plain(around)}…"

    def goal(self) -> Goal | None:
        """Return the first hit of the column."""
        return Goal(spot=self._found.spot) if self._found is not None and self._found.spots else None

    def move(self, across: int, down: int) -> None:
        """Move to the next column with a hit, or to the next section with one."""
        found = self._found
        if found is None or not found.spots:
            return
        axis = self._now()[0]
        keys = [axis.column(Place(spot.block, spot.start)) for spot in found.spots] if across else None
        if keys is None:
            keys = [bisect_right(self._begins, spot.block) for spot in found.spots]
        step = across or down
        now = keys[found.at]
        for _step in range(abs(step)):
            beyond = [key for key in keys if (key > now if step > 0 else key < now)]
            now = (min(beyond) if step > 0 else max(beyond)) if beyond else now
        found.go_to(found.spots[keys.index(now)])
        self.changed()

    def move_to_end(self, step: int) -> None:
        """Move to the last or the first hit."""
        found = self._found
        if found is not None and found.spots:
            found.go_to(found.spots[-1 if step > 0 else 0])
            self.changed()

    def point(self, x: int, y: int) -> bool:
        """Move to the hit nearest to a cell of the strip, or to the first of a section of the list."""
        found = self._found
        if found is None or not found.spots:
            return False
        axis, _counts, left = self._now()
        height = self.content_size.height
        above = self._above(height)
        if y < above:
            columns = [axis.column(Place(spot.block, spot.start)) for spot in found.spots]
            nearest = min(columns, key=lambda column: abs(column - (x - left)))
            found.go_to(found.spots[columns.index(nearest)])
            return True
        number = self._first_shown(height - above) + y - above
        if number >= len(self._sections) or not self._sections[number].hits:
            return False
        found.go_to(next(spot for spot in found.spots if spot.block >= self._sections[number].block))
        return True


def _joined(line: list[Part]) -> list[Part]:
    """Return `line` with neighbours that look alike as one."""
    found: list[Part] = []
    for text, style in line:
        if found and found[-1][1] == style:
            found[-1] = found[-1][0] + text, style
        else:
            found.append((text, style))
    return found
