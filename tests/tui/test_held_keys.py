"""What is typed while Enter waits for its hit goes to what Enter opens; no answer comes behind the typing."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Key

from roundtable_tui.search.query import parse_query
from roundtable_tui.tui.screens.asking import QUICK_HITS, QUICK_SECONDS, WHOLE
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.screens.search import SearchScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.pilot import Pilot

    from roundtable_tui.search.engine import Engine, Results
    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


class Gate:
    """Lets an engine's searches through only while it is open; counts those that wait."""

    def __init__(self, engine: Engine) -> None:
        self.search = engine.search
        self.opened = threading.Event()
        self.opened.set()
        self.asked: list[str] = []

    def __call__(self, query: Any, **options: Any) -> Results:
        self.asked.append(query.text)
        while not self.opened.wait(0.01):
            if options["cancelled"]():
                break
        return self.search(query, **options)


@pytest.fixture
def gated(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[RoundtableApp], Gate]]:
    gates = []

    def gate(app: RoundtableApp) -> Gate:
        made = Gate(app.session.engine)
        monkeypatch.setattr(app.session.engine, "search", made)
        gates.append(made)
        return made

    yield gate
    for each in gates:
        each.opened.set()


def burst(app: RoundtableApp, keys: str) -> None:
    """Let `keys` arrive at once; `/` is Enter, `<` is Esc."""
    names = {"/": ("enter", "\r"), "<": ("escape", "\x1b")}
    for key in keys:
        app.post_message(Key(*names.get(key, (key, key))))


async def until(found: Callable[[], object]) -> None:
    """Wait until `found` says so, a minute at most."""
    for _try in range(3000):
        if found():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came")


async def opened(app: RoundtableApp, pilot: Pilot[Any], settle: Settle, gated: Callable[[RoundtableApp], Gate]) -> Gate:
    await settle(pilot)
    await pilot.press("s")
    await settle(pilot)
    return gated(app)


async def test_keys_behind_enter_wait_for_what_it_opens(
    reader: Reader, settle: Settle, gated: Callable[[RoundtableApp], Gate]
) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        gate = await opened(app, pilot, settle, gated)
        gate.opened.clear()
        burst(app, "橋/nn")
        await until(lambda: gate.asked)
        await asyncio.sleep(0.1)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.box.value == "橋"
        gate.opened.set()
        await until(lambda: isinstance(app.screen, ReaderScreen))
        await until(lambda: app.session.hit_number == 2)
        assert app.session.query == "橋"


async def test_escape_does_not_wait(reader: Reader, settle: Settle, gated: Callable[[RoundtableApp], Gate]) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        gate = await opened(app, pilot, settle, gated)
        gate.opened.clear()
        burst(app, "橋/<")
        await until(lambda: isinstance(app.screen, ReaderScreen))
        assert isinstance(app.screen, ReaderScreen)
        assert not app.screen.view.marked
        gate.opened.set()


async def test_keys_are_not_held_for_ever(
    reader: Reader, settle: Settle, gated: Callable[[RoundtableApp], Gate], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.tui.typing_ahead.LONGEST", 0.1)
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        gate = await opened(app, pilot, settle, gated)
        gate.opened.clear()
        burst(app, "橋/の")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await until(lambda: screen.box.value == "橋の")
        gate.opened.set()
        await settle(pilot)
        assert app.screen is screen, "another query than Enter was meant for is typed now"


async def test_where_nothing_is_found_what_was_held_is_typed(
    reader: Reader, settle: Settle, gated: Callable[[RoundtableApp], Gate]
) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        gate = await opened(app, pilot, settle, gated)
        gate.opened.clear()
        burst(app, "zq/x")
        await until(lambda: "zq" in gate.asked)
        gate.opened.set()
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await until(lambda: screen.box.value == "zqx")


async def test_a_letter_is_painted_while_the_engine_is_busy_and_stale_answers_are_dropped(
    reader: Reader, settle: Settle, gated: Callable[[RoundtableApp], Gate], look: Callable[[RoundtableApp], list[str]]
) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        gate = await opened(app, pilot, settle, gated)
        gate.opened.clear()
        burst(app, "橋")
        await until(lambda: any(line.strip() == "橋" for line in look(app)))
        burst(app, "の")
        await until(lambda: any(line.strip() == "橋の" for line in look(app)))
        gate.opened.set()
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await settle(pilot)
        assert screen.found is not None
        assert screen.found.results.query.text == "橋の"


async def test_a_quick_answer_comes_before_the_whole_one(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        search = app.session.engine.search
        asked: list[tuple[int | None, float | None]] = []

        def noted(query: Any, **options: Any) -> Results:
            asked.append((options.get("limit"), options.get("within")))
            return search(query, **{**options, "limit": min(options["limit"], len(asked))})

        monkeypatch.setattr(app.session.engine, "search", noted)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.box.replace_value("橋")
        await settle(pilot)
        assert asked[0] == (QUICK_HITS, QUICK_SECONDS)
        assert asked[1] == (WHOLE, None)
        assert screen.found is not None
        assert len(screen.found.hits) == 2, "the whole answer is the one that is shown"


async def test_enter_opens_the_best_hit_though_the_quick_answer_had_another(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.tui.screens.asking.PAUSE", 60)
    app = reader("002")
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        search = app.session.engine.search
        best = search(parse_query("橋")).hits[0]

        def hasty(query: Any, **options: Any) -> Results:
            results = search(query, **options)
            return results if options["within"] is None else results._replace(hits=results.hits[3:5], complete=False)

        monkeypatch.setattr(app.session.engine, "search", hasty)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.box.replace_value("橋")
        await settle(pilot)
        assert screen.listed.hit != best
        await pilot.press("enter")
        await settle(pilot)
        assert app.session.found is not None
        assert app.session.found.hits[app.session.hit_number] == best


async def test_the_cursor_goes_with_the_best_hit_until_it_is_moved(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        search = app.session.engine.search
        hits = search(parse_query("橋")).hits
        shown = [hits[2:4]]

        def some(query: Any, **options: Any) -> Results:
            return search(query, **options)._replace(hits=shown[-1], total=len(shown[-1]))

        monkeypatch.setattr(app.session.engine, "search", some)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.box.replace_value("橋")
        await settle(pilot)
        assert screen.listed.hit == hits[2]
        shown.append(hits[1:4])
        screen.ask_again()
        await settle(pilot)
        assert screen.listed.hit == hits[1]
        await pilot.press("down")
        moved = screen.listed.hit
        shown.append(hits)
        screen.ask_again()
        await settle(pilot)
        assert screen.listed.hit == moved != hits[0]


async def test_the_hits_stay_until_there_is_an_answer(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader("002")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.box.replace_value("橋")
        await settle(pilot)
        before = screen.listed.items
        search = app.session.engine.search
        go_on = threading.Event()

        def late(query: Any, **options: Any) -> Results:
            if options["within"] is None:
                go_on.wait(60)
                return search(query, **options)
            return search(query, **options)._replace(hits=(), total=0, complete=False)

        monkeypatch.setattr(app.session.engine, "search", late)
        screen.box.replace_value("橋の")
        await pilot.pause(0.2)
        assert screen.listed.items == before
        assert not screen.up_to_date, "Enter opens none of them"
        go_on.set()
        await settle(pilot)
        assert screen.up_to_date
        assert screen.found is not None
        assert screen.found.results.query.text == "橋の"
