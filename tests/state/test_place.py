from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.state.place import Place, place_of, restore, turn_hash

AOKI = Participant("青木")


def piece(*texts: str, headings: int = 1) -> Transcript:
    """Return a piece with one turn for each of `texts`, spread over `headings` sections."""
    turns = [Turn(number, "speech", "青木", text, AOKI) for number, text in enumerate(texts, 1)]
    each = -(-len(turns) // headings) if turns else 1
    sections = [
        Section((index + 1,), "題", tuple(turns[index * each : (index + 1) * each])) for index in range(headings)
    ]
    return Transcript("014", "題", participants=(AOKI,), sections=tuple(sections))


def test_an_unchanged_piece_opens_at_the_very_word() -> None:
    talk = piece("一つ目", "二つ目の話", "三つ目")
    assert restore(talk, place_of(talk, 2, 3)) == (2, 3)


@given(st.lists(st.text(min_size=1, max_size=3), unique=True, min_size=1), st.data())
def test_a_turn_is_found_wherever_an_edit_moved_it(texts: list[str], data: st.DataObject) -> None:
    talk = piece(*texts)
    number = data.draw(st.integers(1, len(texts)))
    moved = data.draw(st.permutations(texts))
    found, _ = restore(piece(*moved), place_of(talk, number))
    assert moved[found - 1] == texts[number - 1]


def test_of_several_turns_alike_the_nearest_is_meant() -> None:
    place = place_of(piece("はい", "あ", "い", "う", "はい"), 5, 1)
    assert restore(piece("はい", "あ", "い", "う", "え", "はい", "お"), place) == (6, 1)
    assert restore(piece("はい", "あ", "はい", "う", "え"), place) == (3, 1)


def test_a_turn_that_was_edited_keeps_its_number_and_the_offset_stays_inside_it() -> None:
    place = place_of(piece("一つ目", "とても長い二つ目の話", "三つ目"), 2, 8)
    assert restore(piece("一つ目", "短い", "三つ目"), place) == (2, 2)


def test_a_piece_that_became_shorter_opens_at_its_end() -> None:
    place = place_of(piece("あ", "い", "う"), 3)
    assert restore(piece("か"), place) == (1, 0)
    assert restore(piece(), place) == (1, 0)


def test_a_section_opens_at_its_first_turn() -> None:
    talk = piece("あ", "い", "う", "え", headings=2)
    assert restore(talk, Place("014", section=(2,))) == (3, 0)
    assert restore(talk, Place("014", section=(9,))) == (1, 0)
    assert restore(talk, Place("014")) == (1, 0)


def test_the_hash_tells_labels_and_texts_apart() -> None:
    turns = [
        Turn(1, "speech", label, text) for label, text in (("あ", "いう"), ("あい", "う"), ("あ", "い"), ("", "あいう"))
    ]
    assert len({turn_hash(turn) for turn in turns}) == len(turns)
    assert turn_hash(Turn(1, "speech", "a", "b")) == turn_hash(Turn(9, "speech", "a", "b", line=7))
    assert len(turn_hash(Turn(1, "speech", "a", "\ud800"))) == 16


@pytest.mark.parametrize(("turn", "offset"), [(0, 0), (-3, -1), (10**30, 10**30)])
def test_a_place_out_of_every_range_still_opens(turn: int, offset: int) -> None:
    number, inside = restore(piece("あい", "う"), Place("014", turn, offset=offset))
    assert (number, inside) in {(1, 0), (1, -1), (2, 1)}
