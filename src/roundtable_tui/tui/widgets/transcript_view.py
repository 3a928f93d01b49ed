"""The transcript on the screen: one widget that draws the rows of a page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.strip import Strip

from roundtable_tui.text import cells
from roundtable_tui.tui.page.geometry import geometry, label_cells
from roundtable_tui.tui.page.lens import NO_FOLDS
from roundtable_tui.tui.page.page import Page, Place
from roundtable_tui.tui.theme import SPEAKER_COLOURS, has_shapes, speaker_css
from roundtable_tui.tui.widgets.dragging import Dragging
from roundtable_tui.tui.widgets.drawn import DrawnWidget
from roundtable_tui.tui.widgets.row_painter import Looks, RowPainter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from textual import events
    from textual.geometry import Region

    from roundtable_tui.model import Person
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.lens import Folds
    from roundtable_tui.tui.page.page import Row
    from roundtable_tui.tui.page.selected import Selected
    from roundtable_tui.tui.pictures.drawing import Drawing
    from roundtable_tui.tui.pictures.means import Means
    from roundtable_tui.tui.pictures.picture import Shown

Spans = tuple[tuple[int, int], ...]

Marks = tuple["Mapping[int, Spans]", "int | None", "tuple[int, int] | None"]
"""What is marked, the block that stands out, and the span in it that alone does."""

BOOKMARK = ("★", "*")
"""The sign of a bookmark, which every Japanese font has, and what stands for it where it would take two cells."""


class TranscriptView(Dragging, DrawnWidget, can_focus=True):
    """Shows a page and keeps a place in it.

    `top` is the place in the first line. It is kept when the width changes and is only turned into rows to draw them.
    `leaving` is called before a jump, and not before scrolling, goes somewhere else.
    `covered` is whether another part of the same screen lies over this one.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"view--{name}" for name in (
            "series", "title", "subtitle", "date", "lead", "note", "caption", "cast", "item", "heading", "subheading",
            "speech", "narration", "figure", "detail", "closing", "credit", "link", "strong", "bar", "label",
            "mark", "mark-other", "selected", "dimmed", "trace", "bookmark",
        )),
        *(f"view--speaker-{colour}" for colour in range(1, SPEAKER_COLOURS + 1)),
    }  # fmt: skip

    DEFAULT_CSS = """
    TranscriptView {
        width: 1fr; height: 1fr; background: $background; color: $foreground;
        & > .view--series, & > .view--date, & > .view--detail, & > .view--caption { color: $quiet; }
        & > .view--title { color: $foreground; text-style: bold; }
        & > .view--subtitle { color: $foreground; text-style: bold; }
        & > .view--note, & > .view--credit { color: $quiet; }
        & > .view--heading { color: $accent; text-style: bold; }
        & > .view--subheading { color: $primary; text-style: bold; }
        & > .view--narration { color: $quiet; text-style: italic; }
        & > .view--figure { color: $secondary; }
        & > .view--closing { color: $foreground; }
        & > .view--link { color: $primary; }
        & > .view--strong { text-style: bold; }
        & > .view--bar { color: $quiet; }
        & > .view--label { color: $foreground; text-style: bold; }
        & > .view--mark { background: $mark; color: $mark-text; text-style: bold; }
        & > .view--mark-other { background: $mark-other; color: $foreground; }
        & > .view--selected { background: $input-selection-background; }
        & > .view--dimmed { color: $dimmed; }
        & > .view--trace { color: $quiet; text-style: italic; }
        & > .view--bookmark { color: $accent; text-style: bold; }
    }
    TranscriptView:nocolor > .view--dimmed, TranscriptView:ansi > .view--dimmed { text-style: dim; }
    /* Where bold is bright, bold black is a grey. */
    TranscriptView:ansi > .view--mark { text-style: none; }
    TranscriptView:nocolor > .view--mark { text-style: reverse bold; }
    TranscriptView:nocolor > .view--mark-other, TranscriptView:ansi > .view--mark-other { text-style: underline; }
    TranscriptView:nocolor > .view--selected, TranscriptView:ansi > .view--selected { text-style: reverse; }
    """ + speaker_css("TranscriptView", "view--speaker")

    class Moved(Message):
        """The place in the first line changed."""

    class Followed(Message):
        """A link to the piece `target` was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, measure: int, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.measure = measure
        self.top = Place(0)
        self.colours: Mapping[Person, int] = {}
        self._blocks: tuple[Block, ...] = ()
        self._label = 4
        self._page: Page | None = None
        self._marks: Mapping[int, Spans] = {}
        self._current: int | None = None
        self._spot: tuple[int, int] | None = None
        self._marked_shares: tuple[float, ...] | None = None
        self._signs: dict[int, tuple[int, ...]] = {}
        self._selected: Selected | None = None
        self._gone_to: Place | None = None
        self._receding: frozenset[int] = frozenset()
        self._folds = NO_FOLDS
        self._above = 0
        self.leaving: Callable[[], None] = lambda: None
        self._pictures: dict[int, Shown] = {}
        self.means: Means | None = None
        self.covered = False
        self._frame_key: tuple[Page, Place, int] | None = None
        self._frame_rows: list[Row] = []
        self._at_hand: tuple[RowPainter, list[Row]] | None = None

    # What is shown

    def show(self, blocks: Sequence[Block], colours: Mapping[Person, int], top: Place) -> None:
        """Show other blocks from `top` on; `colours` gives each speaker a colour, from 1."""
        self._blocks = tuple(blocks)
        self._label = label_cells(self._blocks)
        self.colours = colours
        self.top = top
        self._page = None
        self._pictures = {}
        self._marks, self._current, self._spot, self._marked_shares = {}, None, None, None
        self._receding, self._folds = frozenset(), NO_FOLDS
        self._signs = {}
        self._selected = None
        self._changed()

    @property
    def page(self) -> Page:
        """The page under the present width; made anew when the width, the measure or a picture changed."""
        wanted = geometry(max(1, self.size.width), self._label, self.measure)
        heights = {block: drawing.rows for block, drawing in self._drawings.items()}
        if self._page is None or self._page.geometry != wanted or self._page.heights != heights:
            self._page = Page(self._blocks, wanted, self._folds, heights)
            self._hold()
        return self._page

    def _hold(self) -> None:
        """Keep what was jumped to as far from the first line as it was, and on the screen, where the rows changed."""
        if self._gone_to is not None and self._above and self._page is not None:
            above = min(self._above, self.size.height // 3)
            self.top = self._page.moved(self._page.clamp(self._gone_to), -above)

    @property
    def picture_room(self) -> tuple[int, int]:
        """The columns and rows that a picture may take: half the screen, so that there are words beside it."""
        columns = geometry(max(1, self.size.width), self._label, self.measure).measure
        return columns, max(3, self.size.height // 2)

    @property
    def _drawings(self) -> dict[int, Drawing]:
        """The pictures as they are drawn now, by block."""
        means = self.means
        if not self._pictures or means is None:
            return {}
        # What is drawn past the cells knows nothing of what lies over them, nor of what dims them.
        if self.covered or self.app.screen is not self.screen:
            means = means._replace(way="cells")
        room = self.picture_room
        return {block: shown.drawing(room, means) for block, shown in self._pictures.items()}

    def set_picture(self, block: int, shown: Shown) -> None:
        """Show a picture above the text of block number `block`; the place stays.

        Who is at the very beginning of the block came to see the picture.
        """
        at_start = bool(self._blocks) and self.place == self.page.start(block)
        self._pictures[block] = shown
        if at_start:
            self.top = self.page.start(block)
            self._gone_to = None if self._gone_to is None else self.top
        self.refresh()
        self.post_message(self.Moved())

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the page."""
        return self._blocks

    def replace(self, blocks: Sequence[Block]) -> None:
        """Show the same blocks with other words in some of them; place and marks stay."""
        self._blocks = tuple(blocks)
        self._page = self._marked_shares = None
        self.refresh()

    def mark(self, spans: Mapping[int, Spans], current: int | None = None, spot: tuple[int, int] | None = None) -> None:
        """Mark code-point spans in blocks, given by block number; those in block `current` stand out most.

        With `spot`, one of the spans of that block, it alone stands out.
        """
        if spans is not self._marks:
            self._marks, self._marked_shares = spans, None
        self._current, self._spot = current, spot
        self.refresh()

    @property
    def marks(self) -> Marks:
        """What is marked now, as `mark` takes it."""
        return self._marks, self._current, self._spot

    @property
    def marked(self) -> bool:
        """Whether anything is marked."""
        return bool(self._marks)

    def marked_shares(self) -> tuple[float, ...]:
        """Return how much of the page lies above each marked block, 0 to 1, and above marks far down in a long one."""
        if self._marked_shares is None:
            places = (place for block in sorted(self._marks) for place in _apart(block, self._marks[block]))
            self._marked_shares = tuple(map(self.page.share, places)) if self._blocks else ()
        return self._marked_shares

    # The lens

    def look_through(self, receding: frozenset[int] = frozenset(), folds: Folds = NO_FOLDS) -> None:
        """Dim the blocks with the numbers `receding`, and fold away what is in `folds`; what is read stays in its line.

        That is what was jumped to, if it is on the screen, or else the first text there that is not folded away.
        """
        line = self._line_to_keep(folds)
        self._receding, self._folds, self._page = receding, folds, None
        if self._gone_to is not None and self._gone_to.block in folds.heads:
            self._gone_to = None
        if line is not None:
            self.top = self.page.moved(self.page.clamp(line[0]), -line[1])
        self.refresh()
        self.post_message(self.Moved())

    def _line_to_keep(self, folds: Folds) -> tuple[Place, int] | None:
        """Return a place on the screen that `folds` leave in view, and its line."""
        if self._page is None:
            return None
        lines = {
            Place(row.block, row.start): y
            for y, row in enumerate(self.visible_rows())
            if row.role == "text" and row.block not in folds.heads
        }
        if self._gone_to in lines:
            return self._gone_to, lines[self._gone_to]
        return next(iter(lines.items()), None)

    @property
    def trace(self) -> int | None:
        """The block that stands for folded ones where reading is, or else first on the screen."""
        traces = [row.block for row in self.visible_rows() if row.role == "trace"]
        place = self.reading_place().block
        return place if place in traces else next(iter(traces), None)

    @property
    def folded(self) -> bool:
        """Whether anything is folded away."""
        return bool(self._folds.heads)

    def unfold(self, block: int) -> None:
        """Show what is folded away together with block number `block`."""
        if block in self._folds.heads:
            self._folds, self._page = self._folds.without(block), None
            self._changed()

    def sign(self, offsets: Mapping[int, Sequence[int]]) -> None:
        """Set a sign in the margin beside each of the `offsets` into the text of blocks, given by block number."""
        self._signs = {block: tuple(places) for block, places in offsets.items()}
        self.refresh()

    def signed(self, row: Row) -> bool:
        """Return whether there is a sign beside `row`."""
        if row.role != "text" or row.block not in self._signs:
            return False
        end = row.end if row != self.page.rows(row.block)[-1] else row.end + 1
        return any(row.start <= max(0, offset) < end for offset in self._signs[row.block])

    def set_measure(self, measure: int) -> None:
        """Set the asked width of the text in cells; the place stays."""
        self.measure = measure
        self.refresh()
        self.post_message(self.Moved())

    # Moving

    @property
    def place(self) -> Place:
        """The place in the first line, where its row begins."""
        return self.page.clamp(self.top) if self._blocks else self.top

    def _changed(self) -> None:
        self._gone_to = None
        self.refresh()
        self.post_message(self.Moved())

    def go(self, place: Place, *, above: int = 0) -> None:
        """Bring `place` to the first line, or `above` rows below it; that is what is being read then.

        Words that are folded away are unfolded first.
        """
        if self._blocks:
            if place.offset >= 0:
                self.unfold(place.block)
            place = self.page.clamp(place)
            self._jump(self.page.moved(place, -above) if above else place)
            self._gone_to, self._above = place, above

    def _jump(self, top: Place) -> None:
        if top != self.place:
            self.leaving()
        self.top = top
        self._changed()

    def move(self, rows: int) -> None:
        """Scroll down by `rows` (up when negative); the last row stops at the bottom of the screen."""
        if not self._blocks:
            return
        target = self.page.moved(self.top, rows)
        if rows > 0:
            target = max(min(target, self.page.bottom(self.size.height)), self.page.clamp(self.top))
        self.top = target
        self._changed()

    def go_to_end(self) -> None:
        """Show the end of the page in the last row."""
        if self._blocks:
            self._jump(self.page.bottom(self.size.height))

    def go_to_share(self, share: float) -> None:
        """Go to where `share` (0 to 1) of the page lies above."""
        if self._blocks:
            self._jump(min(self.page.at_share(share), self.page.bottom(self.size.height)))

    def visible_rows(self) -> list[Row]:
        """Return the rows on the screen."""
        return list(islice(self.page.forward(self.top), max(0, self.size.height))) if self._blocks else []

    def reading_place(self) -> Place:
        """Return the place that was jumped to, or else of the first line of text on the screen."""
        if self._gone_to is not None:
            return self._gone_to
        for row in self.page.forward(self.top) if self._blocks else ():
            if row.role == "text":
                return Place(row.block, row.start)
        return self.top

    # Drawing

    @property
    def _frame(self) -> list[Row]:
        """The rows on the screen, found once for each frame."""
        page = self.page
        key = (page, self.top, self.size.height)
        if self._frame_key != key:
            self._frame_key = key
            self._frame_rows = self.visible_rows()
        return self._frame_rows

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips inside `crop`, for the screen; what holds for all of them is found once."""
        self._at_hand = self._found()
        return super().render_lines(crop)

    def _found(self) -> tuple[RowPainter, list[Row]]:
        """Return what draws the rows on the screen, and those rows."""
        shaped = self.app.no_color or has_shapes(self.app.theme)
        look = self.get_component_rich_style
        painter = RowPainter(
            self.page, look, self.rich_style, self.colours, self._receding, shaped=shaped, drawings=self._drawings
        )
        return painter, self._frame if self._blocks and self.size.width else []

    def render_line(self, y: int) -> Strip:
        """Return screen line `y`."""
        painter, rows = self._at_hand if self.drawing and self._at_hand else self._found()
        if y >= len(rows):
            return Strip.blank(self.size.width, self.rich_style)
        block = rows[y].block
        sign = cells.sign(*BOOKMARK) if self._signs and self.signed(rows[y]) else ""
        selected = self._selected.span(block, len(self._blocks[block].text)) if self._selected else None
        return painter.strip(rows[y], self._spans(block), selected, first=not y, sign=sign)

    def _spans(self, block: int) -> Looks:
        """Return how the marks in `block` look, and where they are."""
        spans = self._marks.get(block, ())
        if block != self._current:
            return (("view--mark-other", spans),)
        if self._spot is None:
            return (("view--mark", spans),)
        return (("view--mark-other", spans), ("view--mark", (self._spot,)))

    # Selecting

    @property
    def selected(self) -> Selected | None:
        """What is selected."""
        return self._selected

    @property
    def hidden(self) -> Mapping[int, int]:
        """The blocks that are folded away, by number."""
        return self._folds.heads

    def select(self, selected: Selected | None) -> None:
        """Select, or nothing with None; the words are marked and do not move."""
        if selected != self._selected:
            self._selected = selected
            self.refresh()
            self.post_message(self.Moved())

    def reveal(self, place: Place) -> None:
        """Scroll no further than it takes to have the row of `place` on the screen."""
        place = self.page.clamp(place)
        rows = max(1, self.size.height) - 1
        if place < self.page.clamp(self.top):
            self.top = place
            self._changed()
        elif place > self.page.moved(self.top, rows):
            self.top = self.page.moved(place, -rows)
            self._changed()

    def touched(self, x: int, y: int) -> tuple[Place, Place]:
        """Return the start and end of the character at cell `x` of line `y`; nothing, where there is none, is there.

        Above the view it is the character in its first line, below it the end of its last.
        """
        painter, rows = self._found()
        if not rows:
            return self.top, self.top
        row = rows[min(max(y, 0), len(rows) - 1)]
        start, end = painter.touched(row, x)
        if y >= len(rows):
            start = end = max(0, row.end)
        return Place(row.block, start), Place(row.block, end)

    # Input

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three rows."""
        event.stop()
        self.move(3)
        self.drag_on()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three rows back."""
        event.stop()
        self.move(-3)
        self.drag_on()

    def follow_link(self, y: int) -> None:
        """Follow the link on line `y`, or unfold what is folded away there."""
        row = self._frame[y] if 0 <= y < len(self._frame) else None
        if row is not None and row.role == "trace":
            self.unfold(row.block)
        elif row is not None and (target := self._blocks[row.block].target):
            self.post_message(self.Followed(target))

    def on_resize(self) -> None:
        """Tell that other rows are on the screen; the place stays."""
        self._hold()
        self.post_message(self.Moved())


FAR = 400
"""Code points between two marks of one block that are shown apart: a screen or so of a narrow page."""


def _apart(block: int, spans: Spans) -> Iterator[Place]:
    """Yield the place of block number `block`, and of each of its `spans` that lies far below the one before."""
    last = 0
    yield Place(block)
    for start, _end in spans:
        if start - last >= FAR:
            last = start
            yield Place(block, start)
