"""The page of a speaker: pieces, positions, shares, and all turns, searched like everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.model import Person
from roundtable_tui.search.hit import Hit
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.screens.search import SearchScreen
from roundtable_tui.tui.screens.speaker import SpeakerScreen
from roundtable_tui.tui.searching.found import Group
from roundtable_tui.tui.widgets.cast_pane import CastPane

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

SERIES = "三つ橋座談会"
AOKI = Person(SERIES, "青木千尋")


def page_of(pilot: Pilot[Any]) -> SpeakerScreen:
    assert isinstance(pilot.app.screen, SpeakerScreen)
    return pilot.app.screen


def turns_on(page: SpeakerScreen) -> list[tuple[str, int | None]]:
    """The turns that are listed."""
    return [(item.piece.id, item.turn) for item in page.turns.items if isinstance(item, Hit)]


def turn_read(pilot: Pilot[Any]) -> int:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    assert screen.reading is not None
    return screen.reading.stops.turn_at(screen.view.reading_place().block)


async def test_the_page_shows_every_piece_position_and_share_under_whatever_label(
    reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        page = page_of(pilot)
        assert page.person == AOKI
        shown = "\n".join(look(app))
        for words in (
            "青木千尋（あおき ちひろ）  三つ橋座談会",
            "3 pieces, speaks in 2 · 3 turns · 46 of 160 characters (28.7%)",
            "2021-04  三つ橋市 係長",
            "2022-04  三つ橋市 部長",
            "2023-04  三つ橋市 副市長",
            "says nothing",
            "2 turns  31 of 107 characters (29.0%)",
            "1 turn  15 of 40 characters (37.5%)",
        ):
            assert words in shown
        assert turns_on(page) == [("002", 2), ("001", 2), ("001", 9)]
        assert [item.piece.id for item in page.turns.items if isinstance(item, Group)] == ["003", "002", "001"]
        assert "山には" not in shown
        assert "わたしの工房" not in shown


async def test_what_is_typed_is_looked_for_in_this_speakers_turns_and_enter_opens_one(
    reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    app = reader("002:1", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("<", "}", "}", "p", *"魚")
        await settle(pilot)
        page = page_of(pilot)
        assert turns_on(page) == [("001", 2)]
        await pilot.press("ctrl+u", *"夜")
        await settle(pilot)
        assert turns_on(page) == [("001", 9)]
        await pilot.press("enter")
        await settle(pilot)
        assert turn_read(pilot) == 9
        assert "青木千尋: 夜: hit 1 of 1" in look(app)[-2]
        await pilot.press("escape")
        await settle(pilot)
        assert turn_read(pilot) == 2


async def test_enter_right_after_the_words_waits_for_what_they_find(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("002:1", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("<", "}", "}", "p")
        await settle(pilot)
        page_of(pilot)
        await pilot.press(*"夜", "enter")
        await settle(pilot)
        assert turn_read(pilot) == 9


async def test_the_next_hit_is_the_speakers_next_turn_through_all_pieces(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        page_of(pilot).turns.set_cursor(0)
        while page_of(pilot).turns.hit is None:
            await pilot.press("down")
        await pilot.press("enter")
        await settle(pilot)
        read = [turn_read(pilot)]
        for _step in range(2):
            await pilot.press("n")
            await settle(pilot)
            read.append(turn_read(pilot))
        assert read == [2, 2, 9]


async def test_a_piece_in_which_nothing_is_said_opens_at_the_list_of_participants(
    reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        page = page_of(pilot)
        assert isinstance(page.turns.item, Group)
        await pilot.press("enter")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen._open_id == "003"
        assert screen.view.blocks[screen.view.reading_place().block].kind == "cast"


@pytest.mark.parametrize(
    ("label", "person"), [("高橋", Person(SERIES, "高橋湊")), ("司会", Person(SERIES, "司会", "001"))]
)
async def test_the_list_of_speakers_leads_to_the_page_of_one_of_two_of_a_surname(
    label: str, person: Person, reader: Reader, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("w")
        cast = app.screen.query_one(CastPane)
        cast.set_cursor([share.participant.label for share in cast.items].index(label))
        await pilot.press("p")
        await settle(pilot)
        page = page_of(pilot)
        assert page.person == person
        assert page.record is not None
        pieces = {each.piece.id for each in page.record.appearances}
        assert pieces == ({"001", "003"} if label == "高橋" else {"001"})


async def test_a_name_that_several_have_offers_each_ones_page(
    reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("s", *"青木千尋")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        offered = {each.person: each.finds for each in screen.about.speakers}
        assert offered == {AOKI: 3, Person("山の座談会", "青木千尋"): 1}
        await pilot.press("up", "up", "enter")
        await settle(pilot)
        assert page_of(pilot).person == next(iter(offered))
        while page_of(pilot).turns.hit is None:
            await pilot.press("down")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.session.found is not None


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60), (8, 3)])
async def test_the_page_fits_every_screen_and_esc_leaves_it(
    size: tuple[int, int], reader: Reader, look: Look, settle: Settle, talks: Path
) -> None:
    app = reader("001:2", root=talks)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        assert turns_on(page_of(pilot)) == [("002", 2), ("001", 2), ("001", 9)]
        await pilot.press("down", "down", "up", "up", "up", "pagedown", "pageup", "ctrl+o", "right")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert turn_read(pilot) == 2


async def test_many_turns_of_a_piece_are_unfolded(reader: Reader, settle: Settle, talks: Path) -> None:
    said = "\n".join(f"      - 青木: 第{number}の話です。" for number in range(1, 9))
    text = (
        (talks / "002.yaml")
        .read_text(encoding="utf-8")
        .replace("  青木部長: {name: 青木　千尋", "  青木千: {name: 岸 実")
    )
    (talks / "004.yaml").write_text(text.rstrip() + "\n" + said + "\n", encoding="utf-8")
    app = reader("004:3", root=talks)
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        page = page_of(pilot)
        assert page.person == Person(SERIES, "青木弦")
        assert len(turns_on(page)) == 4
        await pilot.press("right")
        await settle(pilot)
        assert len(turns_on(page)) == 10
