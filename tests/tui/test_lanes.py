"""The charts of a piece: what they are made of adds up, at every size."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Person
from roundtable_tui.text import cells
from roundtable_tui.tui.page.axis import Axis
from roundtable_tui.tui.page.bars import along, eighths, upright
from roundtable_tui.tui.page.block import Block
from roundtable_tui.tui.page.columns import Columns
from roundtable_tui.tui.page.lanes import lanes_of
from roundtable_tui.tui.page.occurrences import by_column, by_section
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.page.spots import Spot
from roundtable_tui.tui.widgets.issues_chart import Issue, IssuesChart

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = Callable[[Callable[[], object], int], int]

WHO = {"甲": Person("円卓", "甲野一"), "乙": Person("円卓", "甲野一"), "丙": Person("円卓", "丙", "001")}
SILENT = Person("円卓", "丁田四")
WORDS = st.text("舟あa、\n", max_size=30)
BLOCKS = st.lists(
    st.one_of(
        st.builds(lambda text: Block("lead", text), WORDS),
        st.builds(
            lambda text, path: Block("heading", text, section=path), WORDS, st.sampled_from([(1,), (1, 1), (2,)])
        ),
        st.builds(
            lambda text, label: Block("speech", text, label, section=(1,), person=WHO[label]),
            WORDS,
            st.sampled_from("甲乙丙"),
        ),
        st.builds(lambda text: Block("narration", text, section=(1,)), WORDS),
    ),
    max_size=25,
)
ROOM = st.integers(0, 300)


@dataclass
class Piece:
    blocks: list[Block]
    spots: tuple[Spot, ...]


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    blocks = draw(BLOCKS)
    places = [(number, at) for number, block in enumerate(blocks) for at in range(len(block.text))]
    chosen = draw(st.sets(st.sampled_from(places), max_size=20)) if places else set()
    return Piece(blocks, tuple(sorted(Spot(number, at, at + 1) for number, at in chosen)))


@given(BLOCKS, ROOM)
def test_every_code_point_lies_in_one_column_and_every_column_has_one(blocks: list[Block], room: int) -> None:
    axis = Axis(blocks, room)
    assert 1 <= axis.columns <= max(1, room)
    edges = [axis.bounds(column) for column in range(axis.columns)]
    assert edges[0][0] == 0
    assert edges[-1][1] == axis.total
    assert all(before[1] == after[0] for before, after in pairwise(edges))
    for number, block in enumerate(blocks):
        for at in range(len(block.text)):
            place = Place(number, at)
            start, end = axis.bounds(axis.column(place))
            assert start <= axis.position(place) < end
    if axis.total:
        for column, (start, _end) in enumerate(edges):
            place = axis.place(column)
            assert axis.column(place) == column
            assert axis.position(place) == start


@given(BLOCKS, ROOM)
def test_what_all_lanes_show_is_what_is_said(blocks: list[Block], room: int) -> None:
    axis = Axis(blocks, room)
    lanes = lanes_of(blocks, axis, {WHO["甲"]: "甲", SILENT: "丁"})
    assert [lane.label for lane in lanes[:2]] == ["甲", "丁"]
    for lane in lanes:
        own = [block for block in blocks if block.kind == "speech" and block.person == lane.person and block.text]
        assert lane.characters == sum(lane.amounts) == sum(len(block.text) for block in own)
        assert lane.turns == len(own)
        for column, (amount, place) in enumerate(zip(lane.amounts, lane.places, strict=True)):
            assert (amount > 0) == (place is not None)
            if place is not None:
                assert axis.column(place) == column
                assert blocks[place.block].kind == "speech"
    for column in range(axis.columns):
        start, end = axis.bounds(column)
        assert 0 <= sum(lane.amounts[column] for lane in lanes) <= end - start


@given(pieces(), ROOM)
def test_every_hit_lies_in_its_column_and_in_its_section(piece: Piece, room: int) -> None:
    axis = Axis(piece.blocks, room)
    counts = by_column(piece.spots, axis)
    assert len(counts) == axis.columns
    assert sum(counts) == len(piece.spots)
    for spot in piece.spots:
        assert counts[axis.column(Place(spot.block, spot.start))]
    sections = by_section(piece.spots, piece.blocks)
    assert sum(each.hits for each in sections) == len(piece.spots)
    begins = [each.block for each in sections]
    assert begins == sorted(begins)
    assert [each.block for each in sections if each.depth] == [
        number for number, block in enumerate(piece.blocks) if block.kind == "heading"
    ]


@given(BLOCKS, ROOM)
def test_sections_stand_along_the_axis_in_their_order(blocks: list[Block], room: int) -> None:
    axis = Axis(blocks, room)
    bounds = axis.sections()
    assert [bound.heading for bound in bounds] == [block.text for block in blocks if block.kind == "heading"]
    columns = [bound.column for bound in bounds]
    assert columns == sorted(columns)
    assert all(0 <= column < axis.columns for column in columns)


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.integers(0, 40))
def test_a_bar_fills_its_cells_and_no_more_and_something_always_shows(amount: float, most: float, size: int) -> None:
    filled = eighths(amount, most, size)
    assert 0 <= filled <= 8 * size
    assert (filled > 0) == (amount > 0 and most > 0 and size > 0)
    if amount >= most > 0:
        assert filled == 8 * size
    column = upright(filled, size)
    assert len(column) == size
    assert all(cells.width(cell) == 1 for cell in column)
    assert sum(" ▁▂▃▄▅▆▇█".index(cell) for cell in column) == filled
    assert cells.width(along(filled)) == -(-filled // 8)
    assert column == sorted(column, key=" ▁▂▃▄▅▆▇█".index)


def test_bars_stay_one_cell_wide_where_a_terminal_draws_blocks_over_two() -> None:
    cells.set_ambiguous_wide(True)
    try:
        for filled in range(25):
            assert [cells.width(cell) for cell in upright(filled, 3)] == [1, 1, 1]
            assert cells.width(along(filled)) == -(-filled // 8)
    finally:
        cells.set_ambiguous_wide(False)


@given(st.integers(0, 400), ROOM)
def test_things_in_columns_are_each_in_one_and_no_column_is_empty(things: int, room: int) -> None:
    columns = Columns(things, room)
    own = [columns.items(column) for column in range(columns.columns)]
    assert [item for items in own for item in items] == list(range(max(1, things)))
    assert all(own)
    assert all(columns.column(item) == column for column, items in enumerate(own) for item in items)
    assert columns.columns * columns.wide <= max(1, room)
    assert 1 <= columns.thick <= columns.wide


def test_every_issue_is_measured_once_however_many_lines_and_keys(steps: Steps) -> None:
    issues = tuple(
        Issue(f"{number:05}", "円卓", str(number), "2021-11-10", f"題{number}", number % 7, 3, 9000)
        for number in range(2000)
    )
    chart = IssuesChart("00001")
    chart.issues = issues
    first = chart._measured()
    assert first.times == 1
    assert first.name == max(map(cells.width, first.names))
    assert len(first.names) == len(issues)
    assert first.most == max(issue.rate for issue in issues)
    steps(lambda: [chart._measured() for _line in range(30)], 500)
    cells.set_ambiguous_wide(True)
    try:
        assert chart._measured().wide
    finally:
        cells.set_ambiguous_wide(False)
