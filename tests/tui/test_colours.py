from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.tui.colours import assign
from roundtable_tui.tui.theme import SPEAKER_COLOURS

names = st.lists(st.text(max_size=4), unique=True, max_size=SPEAKER_COLOURS)


@given(names)
def test_the_speakers_of_a_piece_differ_while_there_are_colours(names: list[str]) -> None:
    colours = assign(names, {})
    assert len(set(colours.values())) == len(names)
    assert all(1 <= colour <= SPEAKER_COLOURS for colour in colours.values())


@given(names, st.data())
def test_a_known_speaker_keeps_the_colour_and_newcomers_avoid_it(names: list[str], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(names), unique=True) if names else st.just([]))
    known = {name: index % SPEAKER_COLOURS + 1 for index, name in enumerate(chosen)}
    colours = assign(names, known)
    assert known.items() <= colours.items()
    assert len(set(colours.values())) == len(names)


def test_more_speakers_than_colours_still_have_one_each() -> None:
    assert len(assign([f"話者{number}" for number in range(40)], {})) == 40
