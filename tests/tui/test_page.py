from __future__ import annotations

from itertools import islice, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Person, paragraphs_of
from roundtable_tui.text.cells import width as width_of
from roundtable_tui.tui.page.block import Block
from roundtable_tui.tui.page.geometry import geometry
from roundtable_tui.tui.page.lens import folds_of, others
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


PEOPLE = [Person("", "青木千尋"), Person("", "岸実")]


@st.composite
def talks(draw: st.DrawFn) -> list[Block]:
    kinds = draw(
        st.lists(st.sampled_from(["heading", "speech", "speech", "narration", "figure"]), min_size=1, max_size=12)
    )
    made = [Block("lead", "前書き")] if draw(st.booleans()) else []
    for number, kind in enumerate(kinds, 1):
        if kind == "heading":
            made.append(Block("heading", "節", gap=1))
        else:
            person = draw(st.sampled_from(PEOPLE)) if kind == "speech" else None
            made.append(Block(kind, draw(texts), "名", turn=number, gap=1, person=person))  # type: ignore[arg-type]
    return made


@given(talks(), widths)
def test_a_lens_hides_no_word_of_the_one_it_is_on_and_none_that_nobody_else_says(
    blocks: list[Block], width: int
) -> None:
    page = Page(blocks, geometry(width, 4, 80), folds_of(blocks, PEOPLE[0]))
    away = others(blocks, PEOPLE[0])
    assert page.folds.heads.keys() == away
    for index, block in enumerate(blocks):
        rows = page.rows(index)
        if index in away:
            assert block.turn
            assert block.person != PEOPLE[0]
            assert [row.role for row in rows] == (["gap", "trace"] if index in page.folds.words else [])
        else:
            assert block.person != PEOPLE[1]
            assert rows == Page(blocks, geometry(width, 4, 80)).rows(index)


@given(talks())
def test_what_nobody_says_goes_with_the_turn_after_it_or_at_a_sections_end_before_it(blocks: list[Block]) -> None:
    away = others(blocks, PEOPLE[0])
    for index, block in enumerate(blocks):
        if block.kind not in ("narration", "figure"):
            continue
        after = _first_speech(blocks[index:])
        before = _first_speech(blocks[index::-1])
        owner = after or before
        assert (index in away) == (owner is not None and owner.person != PEOPLE[0])


def _first_speech(blocks: list[Block]) -> Block | None:
    """The first speech before the next block that is no turn."""
    return next((block for block in takewhile(lambda block: block.turn, blocks) if block.kind == "speech"), None)


@given(talks(), widths, st.integers(-2, 14), st.integers(-3, 40), st.integers(0, 30))
def test_every_place_is_a_place_on_a_page_with_folds(
    blocks: list[Block], width: int, block: int, offset: int, rows: int
) -> None:
    page = Page(blocks, geometry(width, 4, 80), folds_of(blocks, PEOPLE[0]))
    every = [row for index in range(len(blocks)) for row in page.rows(index)]
    place = page.clamp(Place(block, offset))
    assert any((row.block, row.start) == place for row in every)
    assert page.clamp(place) == place
    assert [*reversed([*page.backward(place)]), *page.forward(place)] == every
    assert page.moved(page.moved(place, rows), -len(every)) == page.clamp(Place(0, -9))
    assert page.last_row == every[-1]
    assert page.bottom(1) == Place(every[-1].block, every[-1].start)
    assert page.at_share(page.share(place)) <= place or page.at_share(page.share(place)).block == place.block


@given(talks(), st.integers(0, 12))
def test_unfolding_a_run_shows_it_and_no_other(blocks: list[Block], number: int) -> None:
    folds = folds_of(blocks, PEOPLE[0])
    block = min(number, len(blocks) - 1)
    opened = folds.without(block)
    gone = {each for each, head in folds.heads.items() if head == folds.heads.get(block)}
    assert opened.heads.keys() == folds.heads.keys() - gone
    assert opened.words.keys() == folds.words.keys() - gone
