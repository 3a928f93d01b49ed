"""The search is brought up to date beside the reading, by a process that ends with the reader."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.search.query import parse_query
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.screens.search import SearchScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roundtable_tui.tui.indexing.BESIDE", True)


async def until(found: Callable[[], object]) -> None:
    """Wait until `found` says so, a minute at most."""
    for _try in range(3000):
        if found():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came")


def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    """Let `text`, a shell script, stand for the interpreter; return the file where it writes its number."""
    script = tmp_path / "program"
    script.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/number\n{text}\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    return tmp_path / "number"


def alive(number: Path) -> bool:
    try:
        os.kill(int(number.read_text(encoding="utf-8")), 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_process_of_its_own_reads_the_library_after_the_first_screen(
    reader: Reader, beside: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader()
    fill = app.session.engine.fill
    read_here: list[bool] = []

    def noted(cancelled: Callable[[], bool]) -> bool:
        done = fill(cancelled)
        read_here.append(done)
        return done

    monkeypatch.setattr(app.session.engine, "fill", noted)
    async with app.run_test(size=(80, 24)):
        assert read_here == [], "nothing is read before the first screen"
        await until(lambda: app.session.indexing.finished)
        # It was asked whether there is anything to do, and, once the process had done it, again.
        assert read_here == [False, True]
        assert app.session.engine.search(parse_query("チャット")).total == 3
    assert app.session.indexing.failure == ""


async def test_a_changed_file_is_found_without_the_reader_being_opened_again(
    reader: Reader, settle: Settle, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.tui.screens.opening.LOOK_EVERY", 0.05)
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        screen.box.replace_value("新しい吊り橋")
        await settle(pilot)
        assert screen.listed.hit is None
        file = folder / "002.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("堤防は、", "新しい吊り橋は、"), encoding="utf-8")
        await until(lambda: screen.listed.hit is not None)


async def test_enter_waits_for_a_hit_that_is_still_being_read(
    reader: Reader, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader("002")
    fill = app.session.engine.fill
    go_on = threading.Event()

    def slowly(**options: Any) -> bool:
        return go_on.wait(60) and fill(**options)

    monkeypatch.setattr(app.session.engine, "fill", slowly)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("s", *"eleven", "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, SearchScreen)
        go_on.set()
        await until(lambda: isinstance(app.screen, ReaderScreen))
        assert app.session.found is not None
        assert app.session.found.hits[0].turn == 5


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
async def test_the_search_says_how_far_it_is(
    reader: Reader, look: Look, beside: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch, "echo '3 400 text'; echo nonsense; exec sleep 60")
    app = reader()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("s")
        await until(lambda: any("3/400" in line for line in look(app)))
        assert app.session.indexing.progress == (3, 400, "text")
        app.exit()


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
@pytest.mark.parametrize("end", ["quit", "exit", "crash"])
async def test_the_process_ends_with_the_reader(
    reader: Reader, beside: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    number = program(tmp_path, monkeypatch, "exec sleep 60")
    app = reader()

    async def open_and_end() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(lambda: number.exists() and number.read_text(encoding="utf-8").strip())
            assert alive(number)
            if end == "quit":
                await pilot.press("q")
            elif end == "exit":
                app.exit(143)
            else:
                app.call_later(lambda: 1 / 0)
                await pilot.pause()

    if end == "crash":
        with pytest.raises(ZeroDivisionError):
            await open_and_end()
    else:
        await open_and_end()
    await until(lambda: not alive(number))


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
async def test_what_the_process_cannot_do_is_done_here(
    reader: Reader, beside: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = program(tmp_path, monkeypatch, "exit 2")
    app = reader()
    async with app.run_test(size=(80, 24)):
        await until(lambda: app.session.indexing.finished)
        assert number.exists()
        assert app.session.engine.search(parse_query("チャット")).total == 3


async def test_a_library_that_cannot_be_read_is_said(
    reader: Reader, look: Look, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader()

    def fill(**_options: Any) -> bool:
        raise OSError(5, "the folder is gone")

    monkeypatch.setattr(app.session.engine, "fill", fill)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert any("The library cannot be read: the folder is gone" in line for line in look(app))
