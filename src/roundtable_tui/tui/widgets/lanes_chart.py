"""Who speaks how much, and where: a lane for every speaker over the length of the piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.page.axis import Axis
from roundtable_tui.tui.page.bars import eighths, upright
from roundtable_tui.tui.page.lanes import Lane, lanes_of
from roundtable_tui.tui.theme import SPEAKER_COLOURS, speaker_css
from roundtable_tui.tui.widgets.chart import Chart, Goal, headings, lit, ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.style import Style

    from roundtable_tui.tui.display import Part
    from roundtable_tui.tui.page.axis import Bound
    from roundtable_tui.tui.page.page import Place
    from roundtable_tui.tui.reading import Reading

LONGEST_NAME = 10
"""Cells of a name, where there is room for it."""

HIGHEST = 4
"""Rows of a lane."""

FIGURES_FROM = 64
"""A chart at least this many cells wide has room for the numbers of characters."""

_AROUND = 3
"""Rows beside the lanes: where reading is, the line of sections, and their headings."""


class Layout(NamedTuple):
    """How the room is shared out.

    In cells: what is `left` of the lanes, and the `name` there. In rows: a lane, and the `step` from one to the next.
    Of the lanes, so many are `shown` from the `first` on.
    """

    left: int
    name: int
    rows: int
    step: int
    first: int
    shown: int


class LanesChart(Chart):
    """Shows the lanes of `reading`; the cursor is on a lane, and stays at its place in the piece at every width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lanes--quiet",
        "lanes--strong",
        "lanes--cursor",
        *(f"lanes--speaker-{colour}" for colour in range(1, SPEAKER_COLOURS + 1)),
    }
    DEFAULT_CSS = """
    LanesChart {
        & > .lanes--quiet { color: $quiet; }
        & > .lanes--strong { color: $accent; text-style: bold; }
        & > .lanes--cursor { background: $cursor; text-style: bold; }
    }
    """ + speaker_css("LanesChart", "lanes--speaker")

    def __init__(self, reading: Reading, place: Place) -> None:
        super().__init__()
        self._reading = reading
        self._read = place
        self._place = place
        self._lane = 0
        self._names = {share.person: share.participant.label for share in reading.shares}
        self._made: tuple[int, Axis, tuple[Lane, ...], list[Bound]] | None = None
        speaking = reading.blocks[place.block].person if reading.blocks else None
        if speaking in self._names:
            self._lane = list(self._names).index(speaking)

    def _lanes(self, room: int) -> tuple[Axis, tuple[Lane, ...], list[Bound]]:
        """Return what is drawn in `room` cells."""
        if self._made is None or self._made[0] != room:
            axis = Axis(self._reading.blocks, room)
            self._made = room, axis, lanes_of(self._reading.blocks, axis, self._names), axis.sections()
        return self._made[1:]

    def _layout(self, width: int, height: int, lanes: Sequence[Lane]) -> Layout:
        longest = max((cells.width(lane.label) for lane in lanes), default=0)
        name = min(longest, LONGEST_NAME, max(2, width // 5))
        figures = 4 + (1 + max(len(f"{lane.characters:,}") for lane in lanes) if width >= FIGURES_FROM and lanes else 0)
        left = min(2 + name + 1 + figures + 1, max(0, width - 1))
        room = max(1, height - _AROUND)
        each = room // max(1, len(lanes))
        rows = max(1, min(HIGHEST, each - 1 if each > 1 else 1))
        step = rows + 1 if each > 1 else 1
        shown = max(1, min(len(lanes), room // step))
        first = max(0, min(self._lane - shown // 2, len(lanes) - shown))
        return Layout(left, name, rows, step, first, shown)

    def _now(self) -> tuple[Axis, tuple[Lane, ...], list[Bound], Layout]:
        width, height = self.content_size
        some = self._lanes(1) if self._made is None else self._made[1:]
        layout = self._layout(width, height, some[1])
        axis, lanes, bounds = self._lanes(max(1, width - layout.left))
        return axis, lanes, bounds, layout

    # Drawing

    def draw(self, width: int, height: int) -> list[list[Part]]:
        """Return the lanes with the sections under them."""
        axis, lanes, bounds, layout = self._now()
        quiet, cursor = self.look("lanes--quiet"), axis.column(self._place)
        lines = [self._where_reading_is(axis, layout)]
        starts = {bound.column for bound in bounds if len(bound.path) == 1}
        for number in range(layout.first, min(layout.first + layout.shown, len(lanes))):
            lines += self._lane_lines(lanes[number], number, axis, layout, starts)
        lines.append([(" " * layout.left, quiet), (ticks(bounds, axis.columns, cursor), quiet)])
        lines.append([(" " * layout.left, quiet), (headings(bounds, axis.columns), quiet)])
        return lines[:height] if height >= len(lines) else [*lines[1 : height - 1], lines[-2]][:height]

    def _where_reading_is(self, axis: Axis, layout: Layout) -> list[Part]:
        column = axis.column(self._read)
        words = f"{cells.sign('▼', 'v')} {_('reading is here')}"
        if column + cells.width(words) > axis.columns:
            words = f"{_('reading is here')} {cells.sign('▼', 'v')}"
            column -= cells.width(words) - 1
        if column < 0:
            words, column = cells.sign("▼", "v"), axis.column(self._read)
        return [(" " * (layout.left + column) + words, self.look("lanes--strong"))]

    def _lane_lines(self, lane: Lane, number: int, axis: Axis, layout: Layout, starts: set[int]) -> list[list[Part]]:
        """Return the rows of one lane, the name beside the lowest, and a blank one where there is room."""
        style, quiet = self._style_of(lane), self.look("lanes--quiet")
        here = number == self._lane
        cursor = axis.column(self._place) if here else -1
        bars = []
        for column, amount in enumerate(lane.amounts):
            start, end = axis.bounds(column)
            bars.append(upright(eighths(amount, end - start, layout.rows), layout.rows))
        lines: list[list[Part]] = []
        section = cells.sign("┊", ":")
        for row in range(layout.rows):
            line = self._title(lane, here, layout) if row == layout.rows - 1 else [(" " * layout.left, quiet)]
            for column, bar in enumerate(bars):
                blank = bar[row] == " "
                shown = section if blank and column in starts else bar[row]
                look = lit(quiet if blank else style, column == cursor, self.look("lanes--cursor"))
                if line[-1][1] == look:
                    line[-1] = line[-1][0] + shown, look
                else:
                    line.append((shown, look))
            lines.append(line)
        return lines + [[] for _row in range(layout.step - layout.rows)]

    def _title(self, lane: Lane, here: bool, layout: Layout) -> list[Part]:
        """Return what stands before a lane: the name, the share, and how many characters that is."""
        total = sum(each.characters for each in self._lanes_now()) or 1
        name = cells.pad(plain(lane.label), layout.name)
        figures = f"{lane.characters / total:4.0%}"
        room = layout.left - 2 - layout.name - 1 - len(figures) - 1
        if room > 0:
            figures += f"{lane.characters:>{room},}"
        sign = cells.sign("▸", ">") if here else " "
        text = cells.pad(f"{sign} {name} {figures}", layout.left)
        style = self._style_of(lane)
        return [(text, lit(style, here, self.look("lanes--cursor")))]

    def _lanes_now(self) -> tuple[Lane, ...]:
        return self._made[2] if self._made is not None else ()

    def _style_of(self, lane: Lane) -> Style:
        colour = self._reading.colours.get(lane.person)
        return self.look(f"lanes--speaker-{colour}") if colour else self.rich_style

    # The cursor

    def words(self) -> str:
        """Return how much the speaker says in all, and of what the column stands for."""
        axis, lanes, bounds, _layout = self._now()
        if not lanes:
            return _("Nobody speaks in this piece")
        lane, column = lanes[self._lane], axis.column(self._place)
        total = sum(each.characters for each in lanes) or 1
        start, end = axis.bounds(column)
        whole = _("{name}: {turns} turns, {characters} characters, {share} of all").format(
            name=plain(lane.label),
            turns=f"{lane.turns:,}",
            characters=f"{lane.characters:,}",
            share=f"{lane.characters / total:.1%}",
        )
        here = _("{amount} of the {size} characters here").format(amount=lane.amounts[column], size=end - start)
        heading = next((bound.heading for bound in reversed(bounds) if bound.column <= column), "")
        return "  ".join(filter(None, (whole, here, f"§ {plain(heading)}" if heading else "")))

    def goal(self) -> Goal | None:
        """Return where the speaker begins to speak in the column, or next after it, or before it."""
        axis, lanes, _bounds, _layout = self._now()
        column = axis.column(self._place)
        places = lanes[self._lane].places if lanes else ()
        found = next(filter(None, (*places[column:], *reversed(places[:column]))), None)
        return Goal(place=axis.place(column) if found is None else found)

    def move(self, across: int, down: int) -> None:
        """Move by columns and by lanes."""
        axis, lanes, _bounds, _layout = self._now()
        if across:
            self._place = axis.place(max(0, min(axis.columns - 1, axis.column(self._place) + across)))
        self._lane = max(0, min(len(lanes) - 1, self._lane + down))
        self.changed()

    def move_to_end(self, step: int) -> None:
        """Move to the end or the beginning of the piece."""
        self.move(step * self._now()[0].columns, 0)

    def point(self, x: int, y: int) -> bool:
        """Move to the lane and the column at a cell."""
        axis, lanes, _bounds, layout = self._now()
        top = 1 if self.content_size.height >= _AROUND + layout.shown * layout.step else 0
        lane = layout.first + max(0, y - top) // layout.step
        if lane >= min(layout.first + layout.shown, len(lanes)) or y < top:
            return False
        self._lane = lane
        if x >= layout.left:
            self._place = axis.place(max(0, min(axis.columns - 1, x - layout.left)))
        return True
