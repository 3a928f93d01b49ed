"""Widths in cells agree with what is drawn, and a cut never breaks a grapheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from roundtable_tui.text.cells import char_width, fit, pad, set_ambiguous_wide, width
from roundtable_tui.text.graphemes import boundaries
from roundtable_tui.text.safe import display

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Steps = Callable[[Callable[[], object], int], int]

TEXT = st.text(
    st.one_of(
        st.sampled_from("研修のﾊﾞカか\u3099e\u0301👩\u200d💻🇯🇵❤\ufe0f🏽…―①\x1b\t\u202e\uac00\u1100\u1161abc 　、"),
        st.characters(exclude_categories=[]),
    ),
    max_size=40,
)
CELLS = st.integers(min_value=-1, max_value=30)
PLANES = [range(0x20000), range(0x2FF00, 0x30100), range(0x3FF00, 0x40000), range(0xE0000, 0xE1000)]


@pytest.fixture
def wide_terminal() -> Iterator[None]:
    set_ambiguous_wide(True)
    yield
    set_ambiguous_wide(False)


def test_every_code_point_is_as_wide_as_it_is_drawn() -> None:
    codes = [code for plane in PLANES for code in plane]
    assert [hex(code) for code in codes if char_width(chr(code)) != cell_len(display(chr(code)))] == []


@given(TEXT)
def test_a_text_is_as_wide_as_it_is_drawn(text: str) -> None:
    assert width(text) == cell_len(display(text))


@given(TEXT)
def test_a_text_is_as_wide_as_its_code_points(text: str) -> None:
    assert width(text) == sum(map(char_width, text))


@pytest.mark.parametrize(
    ("character", "cells"),
    [
        ("a", 1),
        ("研", 2),
        ("ｱ", 1),
        ("…", 1),
        ("　", 2),
        ("\t", 4),
        ("\x1b", 1),
        ("\u3099", 0),
        ("\u200d", 0),
        ("👍", 2),
    ],
)
def test_a_code_point_has_the_width_of_its_displayed_form(character: str, cells: int) -> None:
    assert char_width(character) == cells


@given(TEXT, CELLS)
def test_what_fits_is_whole_and_what_does_not_is_cut(text: str, cells: int) -> None:
    fitted = fit(text, cells)
    assert width(fitted) <= max(cells, 0)
    if width(text) <= cells:
        assert fitted == display(text)


@given(TEXT, CELLS)
@example("\u3099", -1)
def test_a_cut_falls_between_graphemes_and_takes_all_that_fits(text: str, cells: int) -> None:
    fitted = fit(text, cells, "")
    starts = [end for end in boundaries(text) if display(text[:end]) == fitted]
    assert starts
    longer = [end for end in boundaries(text) if end > starts[-1]]
    if longer:
        assert width(text[: longer[0]]) > max(cells, 0)


@given(TEXT, CELLS)
def test_padding_fills_to_the_cell(text: str, cells: int) -> None:
    assert width(pad(text, cells)) == max(cells, 0)


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("研修の話です", 12, "研修の話です"),
        ("研修の話です", 11, "研修の話で…"),
        ("研修の話です", 10, "研修の話…"),
        ("研修の話です", 1, "…"),
        ("研修の話です", 0, ""),
        ("研修", -3, ""),
        ("か\u3099か\u3099か\u3099", 5, "か\u3099か\u3099…"),
        ("a\x1b[31m赤", 5, "a␛[3…"),
        ("👩\u200d💻👩\u200d💻", 7, "👩💻…"),
    ],
)
def test_a_cut_text_ends_in_an_ellipsis(text: str, cells: int, fitted: str) -> None:
    assert fit(text, cells) == fitted


def test_an_ellipsis_that_does_not_fit_is_left_out() -> None:
    assert fit("abcdef", 2, "...") == "ab"


@pytest.mark.usefixtures("wide_terminal")
def test_ambiguous_characters_take_two_cells_where_the_terminal_says_so() -> None:
    assert [width(text) for text in ("…", "―①※×", "a", "研", "é", "か\u3099")] == [2, 8, 1, 2, 2, 2]
    assert fit("研修の話です", 10) == "研修の話…"
    assert fit("研修の話です", 9) == "研修の…"


def test_ambiguous_characters_take_one_cell_otherwise() -> None:
    set_ambiguous_wide(True)
    set_ambiguous_wide(False)
    assert [width(text) for text in ("…", "―①※×", "é")] == [1, 4, 1]


def test_the_width_of_ordinary_japanese_is_found_without_a_step_for_each_character(steps: Steps) -> None:
    text = "やはりコロナ禍の出勤抑制ということで、テレワークができないかという検討からスタートしました。" * 200
    assert width(text) == cell_len(text)
    assert steps(lambda: width(text), 50) > 0
