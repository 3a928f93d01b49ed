#!/usr/bin/env python3
"""Make the pictures of the documents by running the reader on the bundled transcripts.

    python tools/pictures.py [-o FOLDER] [NAME…]

Without names all of `shots.py`, into docs/images. Settings, kept places and the clock are those of nobody: the same
machine makes the same bytes. The fonts are the system's; a message names the package where one is missing.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from drawing.fonts import NoFontError
from shots import READ_BEFORE, SHOTS, Shot, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images"
FIRST_DAY = 1_793_062_800.0
"""10:00 on 27 October 2026 in Japan, when the first of the pieces was read."""
DAY = 86_400
FOLDER = "/home/aoki/円卓"
"""The folder that whoever reads in the pictures is in."""
SETTINGS = {
    "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "truecolor",
}  # fmt: skip
"""The environment of the reader: a terminal of all colours in Japan."""
LARGEST = 80_000
"""Bytes of a picture that nobody waits for."""

now = FIRST_DAY
"""What the clock shows, in seconds."""


def main() -> int:
    """Make the pictures and return the exit code."""
    parser = argparse.ArgumentParser(description="Make the pictures of the documents by running the reader.")
    parser.add_argument("names", metavar="NAME", nargs="*", help="the pictures, as in guide/find.ja; else all")
    parser.add_argument("-o", metavar="FOLDER", dest="folder", type=Path, default=PICTURES, help="else docs/images")
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - {shot.name for shot in SHOTS}:
        parser.error(f"there is no picture {', '.join(sorted(unknown))}; see tools/shots.py")
    shots = [shot for shot in SHOTS if not wanted.names or shot.name in wanted.names]
    with tempfile.TemporaryDirectory() as home:
        _move_into(Path(home))
        try:
            for lang in dict.fromkeys(shot.lang for shot in shots):
                asyncio.run(_make(lang, [shot for shot in shots if shot.lang == lang], wanted.folder.resolve()))
        except NoFontError as error:
            print(f"pictures.py: {error}", file=sys.stderr)
            return 2
    return 0


def _move_into(home: Path) -> None:
    """Let everything that is kept be kept in `home`, and the clock be ours, before anything of the reader is read."""
    for name in list(os.environ):
        if name.startswith(("XDG_", "ROUNDTABLE_", "TEXTUAL_")) or name in ("NO_COLOR", "SSH_TTY", "TMUX", "LANGUAGE"):
            del os.environ[name]
    os.environ.update(SETTINGS, HOME=str(home))
    time.tzset()
    time.time = lambda: now  # before anything takes the function by its name
    os.chdir(home)
    os.getcwd = lambda: FOLDER  # where an export is offered to go


async def _make(lang: str, shots: Sequence[Shot], folder: Path) -> None:
    """Read what was read before, then draw each of `shots` from there."""
    global now
    now = FIRST_DAY
    state = Path(os.environ["HOME"]) / f"{lang}.sqlite3"
    for way in READ_BEFORE[lang]:
        await _read(way, lang, (100, 30), "dark", state)
        now += DAY + 2_520
    for shot in shots:
        fresh = state.with_name("shot.sqlite3")
        shutil.copy(state, fresh)
        path = folder / f"{shot.name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        await _read(shot.way, lang, shot.size, shot.theme, fresh, path)
        print(f"{os.path.relpath(path, ROOT)}  {path.stat().st_size:,} bytes")
        if path.stat().st_size > LARGEST:
            print(f"pictures.py: {shot.name} has more than {LARGEST:,} bytes", file=sys.stderr)


async def _read(
    way: Way, lang: str, size: tuple[int, int], theme: str, state: Path, picture: Path | None = None
) -> None:
    """Open the reader on `way`, with what is kept in `state`; draw `picture`, and leave."""
    from roundtable_tui.config.language import set_language
    from roundtable_tui.config.settings import Settings
    from roundtable_tui.library.library import Library
    from roundtable_tui.model import Anchor
    from roundtable_tui.state.places import Places
    from roundtable_tui.tui import indexing
    from roundtable_tui.tui.app import RoundtableApp
    from roundtable_tui.tui.session import Session

    indexing.BESIDE = False
    set_language(lang)
    settings = Settings(theme=theme, lang=lang, pictures="cells", ambiguous="narrow", hints=False)
    session = Session(Library(ROOT / "transcripts"), settings, Places(state))
    app = RoundtableApp(session, Anchor.parse(way.place))
    try:
        async with app.run_test(size=size) as pilot:
            await _settle(pilot)
            while not session.indexing.finished:
                await pilot.pause(0.05)
            for step in way.press:
                await pilot.press(*(step.removeprefix("text:") if step.startswith("text:") else (step,)))
                await _settle(pilot)
            if picture is not None:
                _draw(app, picture)
            app.exit(0)
    finally:
        session.close()


async def _settle(pilot: Pilot[int]) -> None:
    """Wait until threads and pauses in the typing are over and everything is drawn."""
    from textual.worker import WorkerCancelled

    idle = 0
    while idle < 8:
        idle = 0 if any(not worker.is_finished for worker in pilot.app.workers) else idle + 1
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05)


def _draw(app: RoundtableApp, picture: Path) -> None:
    """Draw the screen to the file `picture`."""
    from drawing.screen import save
    from textual._compositor import visible_screen_stack

    visible_screen_stack.set(app._background_screens)
    em = 18 if app.size.width <= 120 else 14
    ground = app.screen.background_colors[1].rgb
    save(app.screen._compositor.render_strips(), picture, em=em, leading=em // 6, ground=ground)


if __name__ == "__main__":
    sys.exit(main())
