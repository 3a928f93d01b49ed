"""What is written instead of a whole frame leaves the same cells on the terminal, and is less."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, InlineUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from roundtable_tui.tui.terminal.screenful import Frame, Screenful

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual._compositor import CompositorUpdate

WIDTH, HEIGHT = 40, 12
CUTS = (0, 9, 39, 40)
"""Where the columns of the screen begin and end: a list, the text, a bar."""

STYLES: tuple[dict[str, Any], ...] = (
    {"color": "#8899aa", "bgcolor": "#101010"},
    {"color": "#ffffff", "bgcolor": "#101010"},
    {"color": "#ffffff", "bgcolor": "#101010", "bold": True},
    {"color": "#ff0000", "bgcolor": "#303030", "italic": True, "underline": True},
    {"bgcolor": "#101010"},
    {},
)
LINES = ("", "円卓の話", "水野: 橋の袂で待つ", "ends early", "ﾊﾝｶｸと全角", "か\u3099ぎ", "――", "a", "が")


def line(width: int, *runs: tuple[str, int]) -> Strip:
    strip = Strip([Segment(text, Style(**STYLES[style])) for text, style in runs])
    return strip.adjust_cell_length(width, Style(**STYLES[4]))


def text(number: int) -> Strip:
    """Return line `number` of a long text, with empty lines among them as between paragraphs."""
    words = LINES[number * 7 % len(LINES)]
    return line(30, ("  ", 4), (f"{number} " if words else "", 0), (words, 1 + number % 3), (words[:2], 0))


def cells(screen: pyte.Screen) -> list[list[pyte.screens.Char]]:
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


class Both:
    """Two terminals: one gets what Textual writes, the other what the reader writes."""

    def __init__(self, system: Literal["truecolor", "256", "standard"] | None = "truecolor") -> None:
        self.console = Console(force_terminal=True, color_system=system)
        self.screens = [pyte.Screen(WIDTH, HEIGHT) for _ in range(2)]
        self.streams = [pyte.Stream(screen) for screen in self.screens]
        self.screenful = Screenful()
        self.written = (0, 0)

    def show(self, update: CompositorUpdate) -> None:
        theirs, ours = (each.render_segments(self.console) for each in (update, Frame(self.screenful, update)))
        for stream, data in zip(self.streams, (theirs, ours), strict=True):
            stream.feed(data)
        self.written = len(theirs), len(ours)
        assert cells(self.screens[0]) == cells(self.screens[1])


def whole(rows: Sequence[Sequence[Strip]]) -> LayoutUpdate:
    return LayoutUpdate(list(rows), Region(0, 0, WIDTH, HEIGHT))


def part(rows: Sequence[Sequence[Strip]], spans: Iterable[tuple[int, int, int]]) -> ChopsUpdate:
    chops = [dict(zip(CUTS, row, strict=False)) for row in rows]
    return ChopsUpdate(chops, list(spans), [list(CUTS[1:])] * HEIGHT)


def rows(top: int, chosen: int = 0) -> list[tuple[Strip, Strip, Strip]]:
    """Return a screen of a list, the text from line `top` on, and a bar."""
    return [
        (line(9, (f"§{y}", 3 if y == chosen else 0)), text(top + y), line(1, ("┃" if y == top % HEIGHT else " ", 0)))
        for y in range(HEIGHT)
    ]


def right_of_the_list(lines: Iterable[int] = range(HEIGHT)) -> list[tuple[int, int, int]]:
    return [(y, 9, 40) for y in lines]


steps = st.one_of(
    st.tuples(st.just("scroll"), st.integers(-HEIGHT - 2, HEIGHT + 2)),
    st.tuples(st.just("choose"), st.integers(0, HEIGHT - 1)),
    st.tuples(st.just("whole"), st.just(0)),
    st.tuples(st.just("some"), st.integers(0, HEIGHT - 1)),
    st.tuples(st.just("cut"), st.integers(10, 38)),
)


@given(st.lists(steps, max_size=12))
@settings(max_examples=60, deadline=None)
def test_the_cells_are_those_of_the_whole_frames(actions: list[tuple[str, int]]) -> None:
    both, top, chosen = Both(), 100, 0
    both.show(whole(rows(top)))
    for what, number in actions:
        if what == "scroll":
            top += number
            both.show(part(rows(top, chosen), right_of_the_list()))
        elif what == "choose":
            chosen = number
            both.show(part(rows(top, chosen), [(y, 0, 9) for y in range(HEIGHT)]))
        elif what == "whole":
            both.show(whole(rows(top, chosen)))
        elif what == "some":
            # Only some lines follow: the rest stays as it was.
            both.show(part(rows(top + 1, chosen), right_of_the_list(range(number, HEIGHT))))
        else:
            # A region that ends in the middle of the text, and perhaps of a character.
            both.show(part(rows(top + 2, chosen), [(y, 9, number) for y in range(3, HEIGHT)]))


@pytest.mark.parametrize("step", [1, -1, 3])
def test_lines_that_stand_elsewhere_are_moved_and_not_written(step: int) -> None:
    both = Both()
    both.show(whole(rows(100)))
    both.show(part(rows(100 + step), right_of_the_list()))
    theirs, ours = both.written
    assert ours < theirs / 3


def test_what_stands_there_is_not_written_again() -> None:
    both = Both()
    both.show(whole(rows(100)))
    both.show(part(rows(100, 4), [(y, 0, 9) for y in range(HEIGHT)]))
    theirs, ours = both.written
    assert ours < theirs / 4  # two lines of the list: the one that was chosen, and the one that is


def test_a_frame_for_the_whole_screen_is_written_whole() -> None:
    both = Both()
    both.show(whole(rows(100)))
    first = both.written[1]
    both.show(whole(rows(100)))
    assert both.written[1] == first


def test_what_is_known_does_not_grow_with_the_frames() -> None:
    both = Both()
    both.show(whole(rows(100)))
    for top in range(101, 130):
        both.show(part(rows(top), sorted([*right_of_the_list(), (3, 39, 39), (4, 0, 9)])))
    assert sum(map(len, both.screenful.lines.values())) == 3 * HEIGHT


def test_after_others_wrote_on_the_terminal_everything_is_written() -> None:
    both = Both()
    both.show(whole(rows(100)))
    for screen in both.screens:
        screen.reset()
    both.screenful.forget()
    both.show(part(rows(101), right_of_the_list()))


def test_lines_with_a_picture_are_never_moved_and_the_picture_is_sent_each_time() -> None:
    screenful, console = Screenful(), Console(force_terminal=True, color_system="truecolor")
    before, after = rows(100), rows(101)
    drawing = Strip([Segment("\x1b_Ga=p\x1b\\", None, [(0,)])], 30)
    before[5] = after[4] = (before[5][0], drawing, before[5][2])
    screenful.written(whole(before), console)
    written = screenful.written(part(after, right_of_the_list()), console)
    assert not re.search(r"\x1b\[\d+[LM]", written)
    assert "\x1b_Ga=p\x1b\\" in written
    assert "\x1b_Ga=p\x1b\\" in screenful.written(part(after, right_of_the_list()), console)


@pytest.mark.parametrize("system", ["truecolor", "256", "standard", None])
def test_a_terminal_with_fewer_colours_gets_those(system: Literal["truecolor", "256", "standard"] | None) -> None:
    both = Both(system)
    both.show(whole(rows(100)))
    both.show(part(rows(102, 3), [(y, 0, 40) for y in range(HEIGHT)]))


def test_another_kind_of_frame_is_refused() -> None:
    with pytest.raises(TypeError):
        Screenful().written(InlineUpdate([]), Console())
