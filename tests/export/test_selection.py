from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.selection import UnknownPlaceError, select
from roundtable_tui.model import Note

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript


def test_a_piece_is_all_of_it(piece: Transcript) -> None:
    selection = select(piece)
    assert selection.whole
    assert selection.turns == piece.turns
    assert [block.path for block in selection.blocks] == [section.path for section in piece.all_sections]
    assert selection.cast == piece.participants
    assert selection.notes == piece.notes
    assert selection.headings == ()
    assert str(selection.anchor) == "014-2"


def test_a_section_comes_with_those_inside_and_the_headings_around_it_but_not_their_turns(piece: Transcript) -> None:
    inner = select(piece, (1, 1))
    assert [(block.heading, [turn.number for turn in block.turns]) for block in inner.blocks] == [
        ("紙をやめてみた", []),
        ("会議から", [2, 3]),
    ]
    assert inner.headings == ("紙をやめてみた", "会議から")
    assert not inner.whole
    assert [turn.number for turn in select(piece, (1,)).turns] == [1, 2, 3, 4]


def test_the_cast_of_a_section_is_who_speaks_in_it_in_the_order_of_the_file(piece: Transcript) -> None:
    assert [person.label for person in select(piece, (1, 1)).cast] == ["青木", "長谷"]
    assert [person.label for person in select(piece, (1, 2)).cast] == []


def test_the_notes_of_a_section_are_those_whose_term_occurs_in_it(piece: Transcript) -> None:
    assert [note.term for note in select(piece, (1, 2)).notes] == ["端末"]
    assert select(piece, (2,)).notes == ()
    bracketed = replace(
        piece, notes=(Note("端末(パソコン)", "機械。"), Note("(端末)", "機械。"), Note("窓口（県）", "場所。"))
    )
    assert [note.term for note in select(bracketed, (1, 2)).notes] == ["端末(パソコン)"]
    assert [note.term for note in select(bracketed, (2,)).notes] == ["窓口（県）"]


def test_a_turn_comes_alone_under_its_headings(piece: Transcript) -> None:
    selection = select(piece, turn=3)
    assert [turn.number for turn in selection.turns] == [3]
    assert selection.headings == ("紙をやめてみた", "会議から")
    assert [block.path for block in selection.blocks] == [(1,), (1, 1)]
    assert str(selection.anchor) == "014-2:3"


def test_a_condition_leaves_out_other_turns_and_the_sections_without_any(piece: Transcript) -> None:
    selection = select(piece, keep=lambda turn: turn.label == "青木")
    assert [block.path for block in selection.blocks] == [(1,), (1, 1)]
    assert [turn.number for turn in selection.turns] == [3]
    assert not selection.whole
    assert [person.label for person in selection.cast] == ["青木"]


@pytest.mark.parametrize(("section", "turn"), [((3,), None), ((1, 3), None), ((1, 1, 1), None), ((), 7), ((), 0)])
def test_a_place_that_is_not_there_is_named(piece: Transcript, section: tuple[int, ...], turn: int | None) -> None:
    wanted = "turn" if turn is not None else ".".join(map(str, section))
    with pytest.raises(UnknownPlaceError, match=f"014-2 has no .*{wanted}"):
        select(piece, section, turn=turn)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_outermost_sections_together_are_the_piece(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    turns = [turn for section in piece.sections for turn in select(piece, section.path).turns]
    assert tuple(turns) == select(piece).turns == piece.turns
    for turn in piece.turns:
        assert select(piece, turn=turn.number).turns == (turn,)
