"""How often something is said, issue by issue in the order of time, and for how much that is said there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.search.frequency import Frequency, by_issue, rate
from roundtable_tui.text import cells
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.page.bars import along, eighths, upright
from roundtable_tui.tui.page.columns import Columns
from roundtable_tui.tui.page.words import number_words
from roundtable_tui.tui.widgets.chart import Chart, Goal, labels, lit, ticks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.tui.display import Part

HIGHEST = 8
"""Rows of the upright bars."""

CHARACTERS_FROM = 72
"""A chart at least this many cells wide has room for the characters of each issue."""


class Issue(NamedTuple):
    """The parts of an issue, counted together; `piece` is the first part in which something is found, or the first."""

    piece: str
    series: str
    number: str
    date: str
    title: str
    times: int
    turns: int
    characters: int

    @classmethod
    def of(cls, parts: Sequence[Frequency]) -> Issue:
        """Return the issue of these parts."""
        first = parts[0].piece
        return cls(
            next((part.piece.id for part in parts if part.times), first.id),
            first.series,
            "" if first.issue is None else str(first.issue),
            parts[0].date,
            first.title or first.id,
            sum(part.times for part in parts),
            sum(part.turns for part in parts),
            sum(part.characters for part in parts),
        )

    @property
    def rate(self) -> float:
        """How often something is said for 10,000 characters."""
        return rate(self.times, self.characters)

    @property
    def shown_number(self) -> str:
        """The number in words; nothing where there is none."""
        return number_words(int(self.number), None) if self.number else ""

    @property
    def name(self) -> str:
        """The number, the date and the title."""
        return "  ".join(filter(None, (self.shown_number, self.date, plain(self.title))))


def _in_columns(issues: Sequence[Issue]) -> list[str]:
    """Return number, date and title of each issue, one under the other in columns."""
    fields = [(issue.shown_number, issue.date, plain(issue.title)) for issue in issues]
    widths = [max(map(cells.width, column)) for column in zip(*fields, strict=True)][:2]
    return [
        "".join(f"{cells.pad(text, width)}  " for text, width in zip(each[:2], widths, strict=True) if width) + each[2]
        for each in fields
    ]


class Sizes(NamedTuple):
    """The names of all issues in columns, the cells of the widest and of the longest numbers, and the highest rate.

    `wide` is whether the terminal set ambiguous characters wide when the names were measured.
    """

    names: list[str]
    name: int
    times: int
    characters: int
    rate: int
    most: float
    wide: bool

    @classmethod
    def of(cls, issues: Sequence[Issue]) -> Sizes:
        """Return the sizes of `issues`, of which there is one at least."""
        names = _in_columns(issues)
        return cls(
            names,
            max(map(cells.width, names)),
            max(len(f"{each.times:,}") for each in issues),
            max(len(f"{each.characters:,}") for each in issues),
            max(len(f"{each.rate:.2f}") for each in issues),
            max(each.rate for each in issues),
            cells.ambiguous_wide(),
        )


class IssuesChart(Chart):
    """Shows issues from the oldest to the newest; the cursor is on one of them, in the bars and in the list."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"issues--quiet", "issues--bar", "issues--cursor", "issues--now"}
    DEFAULT_CSS = """
    IssuesChart {
        & > .issues--quiet { color: $quiet; }
        & > .issues--bar { color: $primary; }
        & > .issues--now { color: $mark; text-style: bold; }
        & > .issues--cursor { background: $cursor; text-style: bold; }
    }
    IssuesChart:ansi > .issues--now { color: ansi_magenta; }
    """

    def __init__(self, piece: str) -> None:
        super().__init__()
        self._piece = piece
        self.issues: tuple[Issue, ...] = ()
        self._sizes: Sizes | None = None
        self._at = 0

    def show(self, frequencies: Sequence[Frequency]) -> None:
        """Show other counts; the cursor stays on its issue, at first on the one that is read."""
        before = self.issues[self._at].piece if self.issues else self._piece
        parts = by_issue(frequencies)
        self.issues = tuple(map(Issue.of, parts))
        self._sizes = None
        ids = [{part.piece.id for part in each} for each in parts]
        self._at = next((number for number, own in enumerate(ids) if before in own), max(0, len(ids) - 1))
        self.changed()

    @property
    def total(self) -> int:
        """How often it is said in all."""
        return sum(issue.times for issue in self.issues)

    def _columns(self, width: int) -> tuple[Columns, int]:
        """Return which issues share a column, and the cells left of them."""
        most = self._measured().most if self.issues else 0.0
        left = min(len(f"{most:.1f}") + 1, max(0, width - 1))
        return Columns(len(self.issues), max(1, width - left)), left

    def _high(self, height: int) -> int:
        return max(1, min(HIGHEST, (height - 2) // 2))

    def _above(self, height: int) -> int:
        """The rows above the list: bars, the line under them, its labels, and a blank one where there is room."""
        high = self._high(height)
        return high + 2 + (height > high + 8)

    # Drawing

    def draw(self, width: int, height: int) -> list[list[Part]]:
        """Return the upright bars, the years or numbers under them, and the list."""
        if not self.issues:
            return []
        columns, left = self._columns(width)
        lines = self._bars(columns, left, self._high(height))
        quiet = self.look("issues--quiet")
        line = ticks([], columns.columns * columns.wide, columns.column(self._at) * columns.wide + columns.thick // 2)
        lines.append([(" " * left, quiet), (line, quiet)])
        lines.append([(" " * left, quiet), (self._axis(columns), quiet)])
        lines += [[] for _row in range(self._above(height) - len(lines))]
        room = height - len(lines)
        first = self._first_shown(room)
        shown = range(first, min(first + max(0, room), len(self.issues)))
        lines += [self._issue_line(number, width) for number in shown]
        return lines[:height]

    def _bars(self, columns: Columns, left: int, high: int) -> list[list[Part]]:
        rates = []
        for column in range(columns.columns):
            issues = [self.issues[number] for number in columns.items(column)]
            rates.append(rate(sum(issue.times for issue in issues), sum(issue.characters for issue in issues)))
        most, now = max(rates), columns.column(self._at)
        bars = [upright(eighths(each, most, high), high) for each in rates]
        lines: list[list[Part]] = []
        for row in range(high):
            number = f"{most:.1f}" if row == 0 and most else ""
            line: list[Part] = [(cells.pad(number, left), self.look("issues--quiet"))]
            for column, bar in enumerate(bars):
                style = lit(self.look("issues--bar"), column == now, self.look("issues--now"))
                line.append((bar[row] * columns.thick + " " * (columns.wide - columns.thick), style))
            lines.append(line)
        return lines

    def _axis(self, columns: Columns) -> str:
        """Return the line under the bars: numbers of issues of one series where there is room, else years."""
        numbered = columns.wide > 3 and len({issue.series for issue in self.issues}) == 1
        places, before = [], ""
        for column in range(columns.columns):
            issue = self.issues[columns.items(column)[0]]
            label = issue.number if numbered else issue.date[:4]
            if label and label != before:
                places.append((column * columns.wide, label))
            before = label
        return labels(places, columns.columns * columns.wide, cut=False)

    def _first_shown(self, room: int) -> int:
        """The first issue that is listed, so that the one of the cursor is."""
        return max(0, min(self._at - room // 2, len(self.issues) - room))

    def _measured(self) -> Sizes:
        """Return the sizes, measured once: there may be ten thousand issues, and every key draws the lines again."""
        if self._sizes is None or self._sizes.wide != cells.ambiguous_wide():
            self._sizes = Sizes.of(self.issues)
        return self._sizes

    def _issue_line(self, number: int, width: int) -> list[Part]:
        issue = self.issues[number]
        here = number == self._at
        sizes = self._measured()
        figures = f"{issue.times:>{sizes.times},}"
        if width >= CHARACTERS_FROM:
            figures = _("{times} in {characters} characters").format(
                times=figures, characters=f"{issue.characters:>{sizes.characters},}"
            )
        figures += f"  {issue.rate:>{sizes.rate}.2f} "
        used = 2 + cells.width(figures) + 1
        name = max(2, min(sizes.name, (width - used) * 3 // 4))
        sign = cells.sign("▸", ">") if here else " "
        base = self.rich_style if issue.times else self.look("issues--quiet")
        bar = along(eighths(issue.rate, sizes.most, max(0, width - used - name)))
        text = f"{sign} {cells.pad(sizes.names[number], name)} {figures}"
        return [(text, lit(base, here, self.look("issues--cursor"))), (bar, self.look("issues--bar"))]

    # The cursor

    def words(self) -> str:
        """Return the exact figures of the issue."""
        if not self.issues:
            return ""
        issue = self.issues[self._at]
        return _("{times} times in {turns} turns, {rate} for 10,000 of {characters} characters  {name}").format(
            name="  ".join(filter(None, (plain(issue.series), issue.name))),
            times=f"{issue.times:,}",
            turns=f"{issue.turns:,}",
            rate=f"{issue.rate:.2f}",
            characters=f"{issue.characters:,}",
        )

    def goal(self) -> Goal | None:
        """Return the piece in which it is first said, if it is."""
        return Goal(piece=self.issues[self._at].piece) if self.issues and self.issues[self._at].times else None

    @property
    def empty(self) -> bool:
        """Whether it is said nowhere."""
        return not self.total

    def move(self, across: int, down: int) -> None:
        """Move by issues, either way."""
        self._at = max(0, min(len(self.issues) - 1, self._at + across + down))
        self.changed()

    def move_to_end(self, step: int) -> None:
        """Move to the newest or the oldest issue."""
        self.move(step * len(self.issues), 0)

    def point(self, x: int, y: int) -> bool:
        """Move to the issue at a cell of the bars, or of the list."""
        if not self.issues:
            return False
        width, height = self.content_size
        columns, left = self._columns(width)
        above = self._above(height)
        if y < above:
            column = (x - left) // columns.wide
            if not 0 <= column < columns.columns:
                return False
            self._at = columns.items(column)[0]
            return True
        number = self._first_shown(height - above) + y - above
        if number >= len(self.issues):
            return False
        self._at = number
        return True
