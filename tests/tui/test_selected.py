"""Where the moving end of a selection goes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.text.graphemes import is_boundary
from roundtable_tui.tui.page.block import Block
from roundtable_tui.tui.page.geometry import geometry
from roundtable_tui.tui.page.page import Page, Place
from roundtable_tui.tui.page.selected import (
    Selected,
    by_block,
    by_character,
    by_rows,
    by_section,
    by_word,
    column_of,
    row_of,
    word_at,
)

BLOCKS = (
    Block("title", "橋の話"),
    Block("heading", "橋をかける", section=(1,), gap=2),
    Block("speech", "橋ができる前は、渡し舟でした。\n朝の一便です。", "水野", turn=1, section=(1,), gap=1),
    Block("speech", "祖父がcafe\u0301を。", "金子", turn=2, section=(1,), gap=1),
    Block("heading", "橋のあと", section=(2,), gap=2),
    Block("narration", "川の音。", turn=3, section=(2,), gap=1),
)
PAGE = Page(BLOCKS, geometry(40, 4, 20))


def test_a_word_is_selected_where_reading_is_and_behind_white_space() -> None:
    assert word_at(BLOCKS, Place(2, 8)) == Selected(Place(2, 8), Place(2, 9))
    assert word_at((Block("speech", "　　朝市です。"),), Place(0, 0)) == Selected(Place(0, 2), Place(0, 4))
    assert word_at((Block("figure", ""),), Place(0, -1)) == Selected(Place(0, 0), Place(0, 0))


def test_a_selection_has_its_code_points_in_each_block() -> None:
    selected = Selected(Place(3, 2), Place(2, 5))
    assert [selected.span(block, len(BLOCKS[block].text)) for block in range(5)] == [
        None, None, (5, len(BLOCKS[2].text)), (0, 2), None,
    ]  # fmt: skip
    assert selected.turned.head == Place(3, 2)


def test_characters_are_whole_and_go_over_the_ends_of_blocks() -> None:
    cafe = Place(3, len("祖父がcaf"))
    assert by_character(BLOCKS, cafe, 1) == Place(3, len("祖父がcafe\u0301"))
    assert by_character(BLOCKS, Place(3, len("祖父がcafe\u0301")), -1) == cafe
    assert by_character(BLOCKS, Place(1, 5), 1) == Place(2, 0)
    assert by_character(BLOCKS, Place(2, 0), -1) == Place(1, 5)
    assert by_character(BLOCKS, Place(0, 0), -1) == Place(0, 0)
    assert by_character(BLOCKS, Place(5, 4), 1) == Place(5, 4)


def test_words_are_passed_whole() -> None:
    assert by_word(BLOCKS, Place(2, 0), 1) == Place(2, 1)
    assert by_word(BLOCKS, Place(2, 8), -1) == Place(2, 7)
    assert by_word(BLOCKS, Place(2, len(BLOCKS[2].text)), 1) == Place(3, len("祖父"))
    assert by_word(BLOCKS, Place(5, 4), 1) == Place(5, 4)
    assert by_word(BLOCKS, Place(0, 0), -1) == Place(0, 0)


def test_turns_and_sections_are_passed_to_their_edges() -> None:
    assert by_block(BLOCKS, Place(2, 3), 1) == Place(2, len(BLOCKS[2].text))
    assert by_block(BLOCKS, Place(2, len(BLOCKS[2].text)), 1) == Place(3, len(BLOCKS[3].text))
    assert by_block(BLOCKS, Place(3, 0), -1) == Place(2, 0)
    assert by_block(BLOCKS, Place(1, 0), -1) == Place(0, 0)
    assert by_section(BLOCKS, Place(2, 0), 1) == Place(3, len(BLOCKS[3].text))
    assert by_section(BLOCKS, Place(5, 2), 1) == Place(5, 4)
    assert by_section(BLOCKS, Place(5, 2), -1) == Place(4, 0)
    assert by_section(BLOCKS, Place(4, 0), -1) == Place(1, 0)


def test_rows_keep_the_column_and_pass_what_is_no_text() -> None:
    down = by_rows(PAGE, Place(1, 2), 1, 4, ending=True)
    assert down == (Place(2, 2), True)
    assert by_rows(PAGE, down[0], -1, 4, ending=True) == (Place(1, 2), True)
    assert by_rows(PAGE, Place(0, 1), -1, 2, ending=True) == (Place(0, 0), False)
    assert by_rows(PAGE, Place(5, 1), 1, 2, ending=True) == (Place(5, 4), True)


def test_rows_are_passed_one_by_one_also_at_their_very_beginning() -> None:
    place, ending = Place(0, 0), False
    found = [place]
    while (moved := by_rows(PAGE, place, 1, 0, ending=ending))[0] != place:
        place, ending = moved
        found.append(place)
    rows = [Place(row.block, row.start) for row in PAGE.forward(Place(0)) if row.role == "text"]
    assert found[:-1] == rows
    assert found[-1] == Place(5, 4)


WORDS = st.lists(st.text("橋のｱcafe\u0301 。\n", max_size=30), min_size=1, max_size=4)


@settings(max_examples=80, deadline=None)
@given(WORDS, st.integers(8, 40), st.data())
def test_the_end_of_a_selection_never_parts_a_character_and_there_is_a_way_back(
    texts: list[str], width: int, data: st.DataObject
) -> None:
    blocks = tuple(Block("speech", text, turn=number) for number, text in enumerate(texts, start=1))
    page = Page(blocks, geometry(width, 4, width))
    place = Place(0, 0)
    for _ in range(8):
        step = data.draw(st.sampled_from([1, -1, 3]))
        move = data.draw(st.sampled_from([by_character, by_word, by_block]))
        if data.draw(st.booleans()):
            row = row_of(page, place, ending=True)
            moved, _ending = by_rows(page, place, step, column_of(page, place, row), ending=True)
        else:
            moved = move(blocks, place, step)
        text = blocks[moved.block].text
        assert 0 <= moved.offset <= len(text)
        assert is_boundary(text, moved.offset)
        place = moved
    ends = [Place(0, 0)]
    while (following := by_character(blocks, ends[-1], 1)) != ends[-1]:
        ends.append(following)
    assert ends[-1] == Place(len(blocks) - 1, len(blocks[-1].text))
    backwards = [ends[-1]]
    while (before := by_character(blocks, backwards[-1], -1)) != backwards[-1]:
        backwards.append(before)
    assert backwards[::-1] == ends
