"""Finding in the open piece: the box, the hits, and the ways on and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.screens.search import SearchScreen
from roundtable_tui.tui.widgets.find_bar import FindBar, FindWords
from roundtable_tui.tui.widgets.position_bar import PositionBar
from roundtable_tui.tui.widgets.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

LONG = "roundtable: 1\ntitle: 長い話\nparticipants: {水野: {name: 水野 汐}}\nsections:\n  - turns:\n"


@pytest.fixture
def long(folder: Path) -> Path:
    """Return the folder with a piece of 60 turns; 舟 is said twice in turns 20, 40 and 60, 岸 in turn 30."""
    turns = []
    for number in range(1, 61):
        words = (
            "舟を出すと、舟が揺れました。" if number % 20 == 0 else "岸の道です。" if number == 30 else "川の水です。"
        )
        turns.append(f"      - 水野: {number}番目、{words}\n")
    (folder / "100.yaml").write_text(LONG + "".join(turns), encoding="utf-8")
    return folder


def view_of(pilot: Pilot[Any]) -> TranscriptView:
    return pilot.app.screen_stack[0].query_one(TranscriptView)


def turn_marked(pilot: Pilot[Any]) -> int:
    """The turn whose mark stands out."""
    view = view_of(pilot)
    current = view.marks[1]
    return view.blocks[current].turn if current is not None else 0


def words(pilot: Pilot[Any]) -> str:
    return pilot.app.screen.query_one(FindWords).words


async def find(pilot: Pilot[Any], settle: Settle, query: str) -> None:
    await settle(pilot)
    await pilot.press("slash")
    await settle(pilot)
    pilot.app.screen.query_one(FindBar).box.replace_value(query)
    await settle(pilot)


async def test_every_key_brings_the_next_hit_to_a_third_of_the_height(
    reader: Reader, look: Look, settle: Settle, long: Path
) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        assert turn_marked(pilot) == 20
        height = view_of(pilot).size.height
        assert "20番目" in look(app)[1 + height // 3]
        assert words(pilot) == "1/6"
        await pilot.press(*"を出すと、")  # typed, not pasted
        await settle(pilot)
        assert (turn_marked(pilot), words(pilot)) == (20, "1/3")


async def test_down_and_up_go_from_hit_to_hit_while_the_box_is_open(
    reader: Reader, settle: Settle, look: Look, long: Path
) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        spots = []
        for _press in range(6):
            spots.append((turn_marked(pilot), view_of(pilot).marks[2], words(pilot).split()[0]))
            await pilot.press("down")
            await settle(pilot)
        assert [turn for turn, _spot, _words in spots] == [20, 20, 40, 40, 60, 60]
        assert len(set(spots)) == 6
        assert [number for _turn, _spot, number in spots] == [f"{number}/6" for number in range(1, 7)]
        assert words(pilot) == "1/6 from the beginning again"
        assert look(app)[-2].endswith(words(pilot))
        await pilot.press("up")
        await settle(pilot)
        assert words(pilot) == "6/6 from the end"
        await pilot.press("up")
        await settle(pilot)
        assert words(pilot) == "5/6"


async def test_what_is_found_first_is_the_hit_after_the_place_of_reading(
    reader: Reader, settle: Settle, long: Path
) -> None:
    app = reader("100:30")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        assert (turn_marked(pilot), words(pilot)) == (40, "3/6")
        await pilot.press("escape")
        view_of(pilot).go_to_end()
        await settle(pilot)
        place = view_of(pilot).page.start(view_of(pilot).blocks.index(view_of(pilot).blocks[-1]))
        view_of(pilot).go(place)
        await find(pilot, settle, "岸")
        assert (turn_marked(pilot), words(pilot)) == (30, "1/1 from the beginning again")


@pytest.mark.parametrize("typed", ["舟", "舟 zzz", "", "-", "岸"])
async def test_escape_in_the_box_restores_the_place_and_the_marks(
    reader: Reader, look: Look, settle: Settle, long: Path, typed: str
) -> None:
    app = reader("100:10")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        await settle(pilot)
        top, shown = view_of(pilot).top, look(app)
        await find(pilot, settle, typed)
        await pilot.press("escape")
        await settle(pilot)
        assert view_of(pilot).top == top
        assert look(app) == shown
        assert not view_of(pilot).marked
        assert view_of(pilot).has_focus
        assert not app.screen.query(FindBar)


async def test_after_enter_n_goes_on_and_the_first_escape_takes_the_marks_the_second_goes_back(
    reader: Reader, look: Look, settle: Settle, long: Path
) -> None:
    app = reader("100:5")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        top = view_of(pilot).top
        await find(pilot, settle, "舟")
        await pilot.press("enter")
        await settle(pilot)
        assert "舟: 1/6" in look(app)[-2]
        await pilot.press("n", "n")
        await settle(pilot)
        assert "舟: 3/6" in look(app)[-2]
        await pilot.press("N", "N", "N")
        await settle(pilot)
        assert "6/6 from the end" in look(app)[-2]
        hit = view_of(pilot).top
        await pilot.press("escape")
        await settle(pilot)
        assert not view_of(pilot).marked
        assert view_of(pilot).top == hit
        assert "Esc once more" in look(app)[-2]
        await pilot.press("escape")
        await settle(pilot)
        assert view_of(pilot).top == top


async def test_the_way_back_is_no_longer_offered_once_reading_goes_on(
    reader: Reader, settle: Settle, long: Path
) -> None:
    app = reader("100:5")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        await pilot.press("enter", "escape", "j")
        await settle(pilot)
        top = view_of(pilot).top
        await pilot.press("escape")
        await settle(pilot)
        assert view_of(pilot).top == top


async def test_n_finds_again_once_the_marks_are_gone_and_in_another_piece(
    reader: Reader, settle: Settle, long: Path
) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        await pilot.press("enter", "escape", "n")
        await settle(pilot)
        assert turn_marked(pilot) == 20
        assert view_of(pilot).marks[2] == (11, 12)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        screen.open_piece("003-1")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert view_of(pilot).marked
        assert screen.hit_words().startswith("舟: ")


async def test_n_goes_on_with_whichever_search_was_used_last(
    reader: Reader, look: Look, settle: Settle, long: Path
) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "岸")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen)
        app.screen.box.replace_value("学校")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "学校: hit 1 of 2" in look(app)[-2]
        await pilot.press("n")
        await settle(pilot)
        assert "学校: hit 2 of 2" in look(app)[-2]
        await find(pilot, settle, "橋")
        await pilot.press("escape")
        await settle(pilot)
        assert "学校: hit 2 of 2" in look(app)[-2]
        await find(pilot, settle, "堤防")
        await pilot.press("enter")
        await settle(pilot)
        assert "堤防: 2/2" in look(app)[-2]
        await pilot.press("n")
        await settle(pilot)
        assert "1/2 from the beginning again" in look(app)[-2]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("ﾁｬｯﾄ", "チャット"),
        ("ちゃっと", "チャット"),
        ("chatto", "チャット"),
        ('"三億円"', "三億円"),
        ("億", "億"),
        ("話者:金子 学校", ""),
        ("話者:水野 学校", "学校"),
        ("検分", "検分"),
        ("TIMES", "times"),
    ],
)
async def test_a_query_means_here_what_it_means_in_the_search(
    reader: Reader, settle: Settle, typed: str, marked: str
) -> None:
    app = reader("003-1")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, typed)
        marks, current, spot = view_of(pilot).marks
        if marked:
            assert current is not None
            assert spot is not None
            assert view_of(pilot).blocks[current].text[slice(*spot)] == marked
        else:
            assert not marks
            assert words(pilot) == "not found"


async def test_a_query_that_cannot_be_understood_says_where_and_why(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "橋 -")
        assert "column 3: a word follows - at once" in look(app)[-2]
        await pilot.press("backspace", "backspace")
        await settle(pilot)
        assert "1/" in words(pilot)


async def test_a_piece_that_no_index_knows_is_looked_through_itself(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(IndexEngine, "fill", lambda *_args, **_more: False)
    app = reader("003-1")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "祖父が")
        assert turn_marked(pilot) == 2
        await pilot.press("enter")
        await settle(pilot)


async def test_earlier_searches_are_called_back_with_up_from_the_empty_box(
    reader: Reader, settle: Settle, long: Path
) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        for query in ("舟", "岸"):
            await find(pilot, settle, query)
            await pilot.press("enter")
        await find(pilot, settle, "")
        box = app.screen.query_one(FindBar).box
        shown = []
        for key in ("up", "up", "down", "down"):
            await pilot.press(key)
            await settle(pilot)
            shown.append((box.value, turn_marked(pilot)))
        assert shown == [("岸", 30), ("舟", 40), ("岸", 30), ("", 30)]
        await pilot.press("ctrl+p", "ctrl+p", "ctrl+n")
        await settle(pilot)
        assert box.value == "岸"


async def test_enter_in_the_empty_box_goes_on_with_the_last_find(reader: Reader, settle: Settle, long: Path) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        await pilot.press("enter", "escape", "slash", "enter")
        await settle(pilot)
        assert (turn_marked(pilot), view_of(pilot).marks[2]) == (20, (11, 12))


async def test_the_same_query_can_be_widened_to_every_back_issue(reader: Reader, settle: Settle, long: Path) -> None:
    app = reader("100:5")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        top = view_of(pilot).top
        await find(pilot, settle, "舟")
        await pilot.press("ctrl+f")
        await settle(pilot)
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.box.value == "舟"
        assert len({hit.piece.id for hit in app.screen.found.hits}) == 2  # type: ignore[union-attr]
        await pilot.press("escape")
        await settle(pilot)
        assert view_of(pilot).top == top


async def test_what_is_typed_right_after_the_key_goes_into_the_box(reader: Reader, settle: Settle, long: Path) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"岸の", "enter")
        await settle(pilot)
        assert turn_marked(pilot) == 30


async def test_a_click_into_the_text_reads_on_at_the_hit(reader: Reader, settle: Settle, long: Path) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        await pilot.click(TranscriptView, offset=(20, 20))
        await settle(pilot)
        assert not app.screen.query(FindBar)
        assert turn_marked(pilot) == 20


async def test_the_bar_marks_every_hit_and_a_click_on_a_mark_goes_to_it(
    reader: Reader, look: Look, settle: Settle, long: Path
) -> None:
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "舟")
        await pilot.press("enter")
        await settle(pilot)
        marked = [y for y, line in enumerate(look(app)) if line.endswith("◆")]
        assert len(marked) == 3
        bar = app.screen.query_one(PositionBar)
        await pilot.click(PositionBar, offset=(0, marked[1] - bar.region.y))
        await settle(pilot)
        assert turn_marked(pilot) == 40
        assert "舟: 3/6" in look(app)[-2]


async def test_an_answer_to_an_earlier_query_is_dropped(
    reader: Reader, settle: Settle, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    free, real = Event(), IndexEngine.search_piece

    def slow(self: IndexEngine, query: Any, *args: Any, **more: Any) -> Any:
        hits = real(self, query, *args, **more)
        if query.text == "舟":
            assert free.wait(60)
        return hits

    monkeypatch.setattr(IndexEngine, "search_piece", slow)
    app = reader("100")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("slash", "舟")
        box = app.screen.query_one(FindBar).box
        box.replace_value("岸")
        for _try in range(1500):
            if words(pilot) == "1/1":
                break
            await pilot.pause(0.01)
        free.set()
        await settle(pilot)
        assert (turn_marked(pilot), words(pilot)) == (30, "1/1")


async def test_many_hits_show_some_at_once_and_then_all(
    reader: Reader, settle: Settle, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from roundtable_tui.search import first_hits

    some = partial(first_hits.FirstHits, most=5)
    monkeypatch.setattr(first_hits, "FirstHits", some)
    seen: list[tuple[bool, int, int]] = []
    show = ReaderScreen._show_live

    def spy(self: ReaderScreen, found: Any) -> None:
        show(self, found)
        seen.append((found.complete, found.number, found.total))

    monkeypatch.setattr(ReaderScreen, "_show_live", spy)
    app = reader("100:30")
    async with app.run_test(size=(100, 30)) as pilot:
        await find(pilot, settle, "番目")
        assert seen == [(False, 30, 60), (True, 30, 60)]
        assert view_of(pilot).place <= Place(view_of(pilot).marks[1] or 0)


async def test_a_hit_in_a_turn_that_the_lens_hides_is_shown(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("F")
        await settle(pilot)
        assert not any("祖父が" in line for line in look(app))
        await find(pilot, settle, "祖父が")
        assert any("祖父が" in line for line in look(app))
