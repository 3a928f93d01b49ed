from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.state.place import turn_again, turn_hash

AOKI = Participant("青木")


def piece(*texts: str) -> Transcript:
    """Return a piece with one turn for each of `texts`."""
    turns = tuple(Turn(number, "speech", "青木", text, AOKI) for number, text in enumerate(texts, 1))
    return Transcript("014", "題", participants=(AOKI,), sections=(Section((1,), "題", turns),))


def again(before: Transcript, number: int, after: Transcript) -> int | None:
    """Return the number in `after` of the turn that has `number` in `before`."""
    return turn_again(after, number, turn_hash(before.turns[number - 1]))


@given(st.lists(st.text(min_size=1, max_size=3), unique=True, min_size=1), st.data())
def test_a_turn_is_found_wherever_an_edit_moved_it(texts: list[str], data: st.DataObject) -> None:
    talk = piece(*texts)
    number = data.draw(st.integers(1, len(texts)))
    moved = data.draw(st.permutations(texts))
    found = again(talk, number, piece(*moved))
    assert found is not None
    assert moved[found - 1] == texts[number - 1]


def test_of_several_turns_alike_the_nearest_is_meant() -> None:
    talk = piece("はい", "あ", "い", "う", "はい")
    assert again(talk, 5, piece("はい", "あ", "い", "う", "え", "はい", "お")) == 6
    assert again(talk, 5, piece("はい", "あ", "はい", "う", "え")) == 3


def test_a_turn_that_was_edited_or_is_gone_is_not_found_again() -> None:
    talk = piece("一つ目", "とても長い二つ目の話", "三つ目")
    assert again(talk, 2, piece("一つ目", "短い", "三つ目")) is None
    assert again(talk, 3, piece()) is None


@pytest.mark.parametrize(("number", "found"), [(2, 2), (3, None), (0, None), (-3, None), (10**30, None)])
def test_without_a_hash_the_number_counts_if_there_is_such_a_turn(number: int, found: int | None) -> None:
    assert turn_again(piece("あい", "う"), number, "") == found


def test_the_hash_tells_labels_and_texts_apart() -> None:
    turns = [
        Turn(1, "speech", label, text) for label, text in (("あ", "いう"), ("あい", "う"), ("あ", "い"), ("", "あいう"))
    ]
    assert len({turn_hash(turn) for turn in turns}) == len(turns)
    assert turn_hash(Turn(1, "speech", "a", "b")) == turn_hash(Turn(9, "speech", "a", "b", line=7))
    assert len(turn_hash(Turn(1, "speech", "a", "\ud800"))) == 16
