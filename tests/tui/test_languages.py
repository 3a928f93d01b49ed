"""Every screen speaks the language of the interface, and no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.config.themes import THEME_NAMES
from roundtable_tui.tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

SCREENS = ("", "i", "o", "w", "slash", "n", "s", "e", "E", "X", "question_mark", "ctrl+p", "v", "m", "M", "h", "p", "T",
           "exclamation_mark", "x", "f", "F", "y", "Y", "t", "plus", "f3", "r", "z")  # fmt: skip
"""The keys that open a screen or say something."""

PIECE = """\
roundtable: 1
title: {title}
series: {series}
issue: 3
titel: 0
participants:
  {one}: {{name: {one}, org: {two}, role: {one}}}
  {two}: {{name: {two}}}
sections:
  - heading: {title}
    turns:
      - {one}: {title} {two}
      - {two}: {title} {one}
"""

WORDS = {
    "en": {"title": "Boats", "series": "River talks", "one": "Ann", "two": "Bob"},
    "ja": {"title": "舟の話", "series": "川べり座談会", "one": "水野", "two": "金子"},
}
"""What a piece is made of in each language."""

FOREIGN = {"en": "[\u3040-\u30ff\u4e00-\u9fff]+", "ja": "[A-Za-z]{3,}"}
"""What belongs to another language than the one of the interface."""

IN_EVERY_LANGUAGE = {"Esc", "Enter", "Space", "PgDn", "PgUp", "Home", "End", "Tab", "Shift", "Alt", "Ctrl", "Markdown",
                     "JSON", "OSC", "titel", "title", "csv", "json", "txt",
                     *re.split("-", "-".join(THEME_NAMES))}  # fmt: skip
"""Names of keys, of formats, of fields of a file, and of themes, which are what the settings call them."""


@pytest.mark.parametrize("lang", ["en", "ja"])
async def test_no_screen_speaks_another_language(
    lang: str, reader: Reader, look: Look, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "1"
    folder.mkdir()
    (folder / "1.yaml").write_text(PIECE.format(**WORDS[lang]), encoding="utf-8")
    monkeypatch.chdir(folder)
    app = reader("1", lang=lang, root=folder)
    said: dict[str, set[str]] = {}
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        for key in SCREENS:
            if key:
                await pilot.press(key)
                await settle(pilot)
            # Paths, and the ids of commands, are the same in every language.
            shown = re.sub(r"\S*/\S*|[a-z]+\.[a-z-]+", " ", "\n".join(look(app)))
            foreign = set(re.findall(FOREIGN[lang], shown)) - IN_EVERY_LANGUAGE
            # What is wrong with a file is said in English, as `roundtable check` says it.
            if foreign and (lang, key) != ("ja", "exclamation_mark"):
                said[key] = foreign
            for _escape in range(3):
                if not isinstance(app.screen, ReaderScreen) or app.screen.can_pane_text():
                    await pilot.press("escape")
    assert said == {}
