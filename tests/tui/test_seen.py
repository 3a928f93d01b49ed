"""Which turns count as read: those that rested on the screen to their end, or were scrolled past."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.tui.page.blocks import blocks_of
from roundtable_tui.tui.page.geometry import geometry
from roundtable_tui.tui.page.page import Page, Place
from roundtable_tui.tui.page.seen import Ended, Seen, ended
from roundtable_tui.tui.page.stops import Stops

AOKI = Participant("青木")


def page_of(lengths: list[int], width: int) -> tuple[Page, Stops]:
    turns = tuple(
        Turn(number, "speech" if number % 4 else "narration", "青木", "話" * length, AOKI if number % 4 else None)
        for number, length in enumerate(lengths, 1)
    )
    half = len(turns) // 2
    sections = (Section((1,), "題", turns[:half]), Section((2,), "題", turns[half:]))
    blocks = blocks_of(Transcript("014", "題", participants=(AOKI,), sections=sections, closing="おわり"), {})
    return Page(blocks, geometry(width, 4, 80)), Stops(blocks)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 200), min_size=1, max_size=10), st.integers(20, 120), st.integers(1, 30), st.data())
def test_exactly_the_turns_whose_last_row_is_on_the_screen_end_there(
    lengths: list[int], width: int, height: int, data: st.DataObject
) -> None:
    page, stops = page_of(lengths, width)
    every = list(page.forward(Place(0, -9)))
    top = data.draw(st.integers(0, len(every) - 1))
    rows = every[top : top + height]
    last_rows = {page.blocks[row.block].turn: index for index, row in enumerate(every) if page.blocks[row.block].turn}
    on_screen = {turn for turn, index in last_rows.items() if top <= index < top + height}
    above = {turn for turn, index in last_rows.items() if index < top}
    found = ended(page, rows, stops)
    assert set(range(found.first, found.last + 1)) == on_screen
    assert found.first == len(above) + 1


def test_what_is_scrolled_past_is_read_and_what_is_jumped_over_is_not() -> None:
    seen = Seen()
    assert not seen.scrolled(Ended(1, 3))
    assert seen.scrolled(Ended(3, 5))
    assert seen.spans == ((1, 2),)
    seen.jumped()
    assert not seen.scrolled(Ended(20, 22))
    assert seen.scrolled(Ended(22, 24))
    assert seen.spans == ((1, 2), (20, 21))
    assert not seen.scrolled(Ended(20, 22))  # back up


def test_what_rests_is_read_and_is_to_be_kept_once() -> None:
    seen = Seen(((1, 4),))
    assert seen.rested(Ended(3, 6))
    assert (seen.spans, seen.fresh) == (((1, 6),), ((3, 6),))
    seen.kept()
    assert not seen.rested(Ended(3, 6))
    assert not seen.rested(Ended(5, 4))  # no turn ends on the screen
    assert seen.fresh == ()
