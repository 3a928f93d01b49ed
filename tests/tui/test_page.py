from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import paragraphs_of
from roundtable_tui.text.cells import width as width_of
from roundtable_tui.tui.page.block import Block
from roundtable_tui.tui.page.geometry import geometry
from roundtable_tui.tui.page.page import Page, Place

LONG = "窓口の待ち時間は平均で47分でした。数えてみると、行列は別のところで生まれていました。"

texts = st.text(st.sampled_from("あいうえ、。「」abc 12ー\n　"), max_size=120)
blocks = st.lists(
    st.builds(
        Block,
        st.sampled_from(["speech", "narration", "heading", "lead"]),
        texts,
        label=st.sampled_from(["", "青木", "とても長い名前の人"]),
        gap=st.integers(0, 2),
    ),
    min_size=1,
    max_size=8,
)
widths = st.integers(1, 130)


def page_of(*texts: str, width: int = 80) -> Page:
    return Page([Block("speech", text, "青木", gap=1) for text in texts], geometry(width, 4, 80))


@given(blocks, widths)
def test_every_paragraph_is_on_the_page_once_and_unchanged(blocks: list[Block], width: int) -> None:
    page = Page(blocks, geometry(width, 4, 80))
    for index, block in enumerate(blocks):
        rows = [row for row in page.rows(index) if row.role == "text"]
        shown = "".join(block.text[row.start : row.end] for row in rows)
        assert shown == "".join(block.text[start:end] for start, end in paragraphs_of(block.text))


@given(blocks, widths, st.integers(0, 60))
def test_scrolling_back_undoes_scrolling_forward(blocks: list[Block], width: int, rows: int) -> None:
    page = Page(blocks, geometry(width, 4, 80))
    top = page.clamp(Place(0, -9))
    every = sum(len(page.rows(index)) for index in range(len(blocks)))
    down = page.moved(top, min(rows, every - 1))
    assert page.moved(down, -min(rows, every - 1)) == top


@given(blocks, widths)
def test_forward_from_the_top_meets_backward_from_the_end(blocks: list[Block], width: int) -> None:
    page = Page(blocks, geometry(width, 4, 80))
    forward = list(page.forward(page.clamp(Place(0, -9))))
    last = Place(forward[-1].block, forward[-1].start)
    assert [forward[-1], *page.backward(last)] == forward[::-1]


@given(blocks, widths, widths, st.data())
def test_a_place_keeps_its_words_through_any_change_of_width(
    blocks: list[Block], before: int, after: int, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(blocks) - 1))
    offset = data.draw(st.integers(0, len(blocks[index].text)))
    place = Page(blocks, geometry(before, 4, 80)).clamp(Place(index, offset))
    row = next(Page(blocks, geometry(after, 4, 80)).forward(place))
    assert row.block == place.block
    if place.offset >= 0:
        assert row.start <= place.offset


def test_only_what_is_looked_at_is_wrapped() -> None:
    page = page_of(*[LONG] * 10_000)
    list(islice(page.forward(Place(5_000)), 40))
    page.moved(Place(5_000), -40)
    page.at_share(0.9)
    assert page.wrapped < 60


def test_the_bottom_shows_the_last_row_last() -> None:
    page = page_of(LONG, LONG, LONG)
    rows = list(page.forward(page.bottom(5)))
    assert len(rows) == 5
    assert rows[-1].end == len(LONG)


def test_a_page_that_fits_on_the_screen_begins_at_its_first_row() -> None:
    assert page_of("短い。").bottom(50) == Place(0, -2)


def test_shares_run_from_0_to_1_in_reading_order() -> None:
    page = page_of(LONG, "", LONG * 5)
    shares = [page.share(Place(row.block, row.start)) for row in page.forward(Place(0, -2))]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] < 1


def test_a_place_at_a_share_lies_near_it() -> None:
    page = page_of(*[LONG] * 1_000)
    for share in (0.0, 0.25, 0.5, 0.99):
        assert page.share(page.at_share(share)) == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(("width", "stacked"), [(40, True), (71, True), (72, False), (120, False)])
def test_a_narrow_page_sets_names_above_the_text(width: int, stacked: bool) -> None:
    rows = page_of(LONG, width=width).rows(0)
    assert ("label" in [row.role for row in rows]) is stacked


@given(widths, st.integers(0, 12), st.integers(1, 200))
def test_the_columns_of_a_page_fit_into_it(width: int, label: int, measure: int) -> None:
    columns = geometry(width, label, measure)
    assert columns.measure >= 2
    assert columns.measure % 2 == 0
    if width >= 20:
        assert columns.left + columns.gutter + columns.measure + 2 <= width


def test_every_paragraph_of_a_turn_but_the_first_is_indented_by_one_full_width_cell() -> None:
    page = page_of(f"{LONG}\n{LONG}\n　{LONG}", width=60)
    rows = [row for row in page.rows(0) if row.role == "text"]
    begins = {start for start, _end in paragraphs_of(page.blocks[0].text)}
    assert [row.indent for row in rows if row.start in begins] == [0, 2, 0], "the third brings its own"
    assert not any(row.indent for row in rows if row.start not in begins)
    for row in rows:
        shown = page.blocks[0].text[row.start : row.end].rstrip("、。")
        assert width_of(shown) + row.indent <= page.geometry.measure


def test_in_a_very_narrow_column_nothing_is_indented() -> None:
    page = page_of(f"{LONG}\n{LONG}", width=14)
    assert not any(row.indent for row in page.rows(0))


def test_a_heading_breaks_between_phrases() -> None:
    text = "家で働いてみたら、はんこだけが役場に残っていた"
    for kind in ("title", "heading", "subtitle"):
        page = Page([Block(kind, text)], geometry(40, 4, 80))
        lines = [text[row.start : row.end] for row in page.rows(0)]
        assert lines == ["家で働いてみたら、", "はんこだけが役場に残っていた"]
