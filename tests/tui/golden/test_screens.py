"""Every screen is, cell by cell, what its golden file in tests/golden/screens shows.

A walk goes from one state of the reader to the next and compares each with the file of its name, which holds the text
at every size in both languages and, at one size, the styles in two themes. After a change that is wanted:

    python -m pytest tests/tui/golden --golden write -m "slow or not slow"

and then look at what git says has changed. A new screen is a new `State` in one of the walks, or in a walk of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.pilot import Pilot
    from textual.strip import Strip

    from roundtable_tui.tui.app import RoundtableApp

    Settle = Callable[[Pilot[int]], Awaitable[None]]

PATIENCE = 40
"""How often a screen that is not the golden one is looked at again: something may still be on its way."""


class Golden(Protocol):
    """The golden files, as conftest.py gives them."""

    writing: bool
    differences: list[str]

    def same(self, state: str, lang: str, strips: Sequence[Strip], styles: str) -> bool: ...
    def compare(self, state: str, lang: str, strips: Sequence[Strip], styles: str) -> None: ...
    def names(self) -> set[str]: ...


class State(NamedTuple):
    """A screen: the name of its file, and what is typed to come there from the state before.

    Each text in `press` is one key, or `text:…` for words that take the place of what is in the box.
    """

    name: str
    press: tuple[str, ...] = ()


class Walk(NamedTuple):
    """A reader that opens at `place`, and the states it goes through."""

    name: str
    place: str
    states: tuple[State, ...]
    hints: bool = False


WALKS = (
    Walk(
        "piece",
        "012-1",
        (
            State("reader-top", ("g",)),
            State("reader-zen", ("z",)),
            State("reader-end", ("z", "G")),
        ),
    ),
    Walk("first time", "012-2", (State("reader-first-hints"),), hints=True),
    Walk(
        "sidebar",
        "012-1:9",
        (
            State("reader-middle"),
            State("reader-sidebar-toggled", ("backslash",)),
            State("reader-contents", ("backslash", "o")),
            State("reader-back-issues", ("escape", "i")),
            State("reader-back-issues-filtered", ("slash", "text:潮")),
            State("reader-cast", ("escape", "escape", "escape", "w")),
        ),
    ),
    Walk("other language", "quay-3:1", (State("reader-english-piece"),)),
    Walk(
        "file with problems",
        "011:1",
        (
            State("reader-piece-with-problems"),
            State("problems", ("exclamation_mark",)),
        ),
    ),
    Walk(
        "lens",
        "012-1:9",
        (
            State("lens-dims", ("f",)),
            State("lens-hides", ("F",)),
        ),
    ),
    Walk(
        "find",
        "012-1:2",
        (
            State("find-empty", ("slash",)),
            State("find-hits", ("text:段", "down", "down")),
            State("find-accepted", ("enter",)),
            State("find-nothing", ("slash", "text:灯台守")),
        ),
    ),
    Walk(
        "selection",
        "012-1:9",
        (
            State("selection", ("x", *("right",) * 6, "right_curly_bracket")),
            State("selection-copied", ("y",)),
        ),
    ),
    Walk(
        "bookmarks",
        "012-1:4",
        (
            State("bookmark-in-text"),
            State("bookmark-note", ("m",)),
            State("bookmark-asked-to-remove", ("ctrl+r",)),
            State("bookmarks", ("escape", "M")),
            State("bookmarks-filtered", ("text:凪",)),
            State("bookmarks-export", ("escape", "ctrl+s")),
        ),
    ),
    Walk("new bookmark", "012-1:9", (State("bookmark-new", ("m",)),)),
    Walk("history", "012-1:9", (State("history", ("h",)),)),
    Walk(
        "search",
        "012-1:9",
        (
            State("search-empty", ("s",)),
            State("search-hits", ("text:起重機",)),
            State("search-hit-chosen", ("down", "down")),
            State("search-filters", ("tab",)),
            State("search-counts", ("escape", "ctrl+t")),
            State("search-export", ("escape", "ctrl+s")),
            State("search-nothing", ("escape", "text:灯台守の犬小屋")),
            State("search-mistake", ("text:issue: since:いつか",)),
            State("search-hit-opened", ("text:起重機", "enter")),
        ),
    ),
    Walk(
        "exports",
        "012-1:9",
        (
            State("export-section", ("e",)),
            State("export-more", ("escape", "X")),
            State("export-piece", ("escape", "E")),
        ),
    ),
    Walk(
        "help and commands",
        "012-1:9",
        (
            State("help", ("question_mark",)),
            State("help-end", ("G",)),
            State("commands", ("escape", "f2")),
            State("commands-found", ("text:export",)),
            State("commands-not-found", ("text:zzz",)),
        ),
    ),
    Walk("themes", "012-1:9", (State("themes", ("T",)),)),
    Walk(
        "speaker",
        "012-1:4",
        (
            State("speaker", ("p",)),
            State("speaker-words", ("text:段",)),
        ),
    ),
    Walk(
        "charts",
        "012-1:9",
        (
            State("chart-speakers", ("v",)),
            State("chart-words-empty", ("2",)),
            State("chart-words", ("text:起重機", "enter")),
            State("chart-issues", ("3",)),
        ),
    ),
)

SIZES = ((40, 10), (80, 24), (120, 40), (200, 60))
STYLES_AT = (80, 24)
"""The size at which styles are compared, in one language: they follow the text at the others."""


class Variant(NamedTuple):
    """How the screens are looked at: the size in cells, the language of the interface, the theme."""

    size: tuple[int, int]
    lang: str
    theme: str = "dark"

    @property
    def styles(self) -> str:
        """The theme whose styles are compared, too; else nothing."""
        return self.theme if (self.size, self.lang) == STYLES_AT else ""

    @property
    def name(self) -> str:
        width, height = self.size
        return f"{width}x{height}-{self.lang}-{self.theme}"


SIZES = ((40, 10), (80, 24), (120, 40), (200, 60))
STYLES_AT = ((80, 24), "ja")
"""Where styles are compared: they go with the words, which every variant compares."""

VARIANTS = (*(Variant(size, lang) for size in SIZES for lang in ("ja", "en")), Variant(*STYLES_AT, "paper"))
OFTEN = (Variant((40, 10), "ja"), Variant((80, 24), "ja"), Variant((120, 40), "en"))
"""What is compared at every run; the others are slow."""

HOW = "if that is wanted: python -m pytest tests/tui/golden --golden write -m 'slow or not slow'"


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name.replace(" ", "-"))
@pytest.mark.parametrize(
    "variant", [pytest.param(each, id=each.name, marks=() if each in OFTEN else pytest.mark.slow) for each in VARIANTS]
)
async def test_each_screen_is_the_golden_one(
    walk: Walk, variant: Variant, frozen_reader: Callable[..., RoundtableApp], golden: Golden, settle: Settle
) -> None:
    app = frozen_reader(walk.place, lang=variant.lang, theme=variant.theme, hints=walk.hints)
    async with app.run_test(size=variant.size) as pilot:
        await settle(pilot)
        for state in walk.states:
            await go(state, pilot, settle)
            await compare(state, variant, pilot, golden, settle)
    if golden.differences:
        pytest.fail("\n\n".join([*golden.differences, HOW]), pytrace=False)


async def go(state: State, pilot: Pilot[int], settle: Settle) -> None:
    """Type what leads to `state`."""
    for step in state.press:
        if step.startswith("text:"):
            box = pilot.app.focused
            assert isinstance(box, QueryInput), f"{state.name}: nothing can be typed here"
            box.replace_value(step.removeprefix("text:"))
            await settle(pilot)
        else:
            await pilot.press(step)
    await settle(pilot)


async def compare(state: State, variant: Variant, pilot: Pilot[int], golden: Golden, settle: Settle) -> None:
    """Compare the screen, which may not be whole yet on a busy machine, with the golden one."""
    for _again in range(PATIENCE):
        strips = pilot.app.screen._compositor.render_strips()
        if golden.same(state.name, variant.lang, strips, variant.styles):
            return
        await settle(pilot)
        if golden.writing and strips == pilot.app.screen._compositor.render_strips():
            break
    golden.compare(state.name, variant.lang, strips, variant.styles)


def test_each_state_has_a_file_and_each_file_a_state(golden: Golden) -> None:
    states = [state.name for walk in WALKS for state in walk.states]
    assert len(states) == len(set(states))
    assert golden.names() == set(states)
