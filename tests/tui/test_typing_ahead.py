"""Keys are carried out one after the other, whatever becomes of the widget that they go to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.events import Key, Paste
from textual.screen import Screen
from textual.widgets import Input

from roundtable_tui.tui.typing_ahead import TypingAhead

if TYPE_CHECKING:
    import pytest
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Event


class Box(Screen[str]):
    """Asks for a word."""

    def compose(self) -> ComposeResult:
        yield Input()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)


class Asking(App[int]):
    """Opens a box with `s` and writes down what is typed into it, and every `x` that comes to the app itself."""

    BINDINGS: ClassVar[list[BindingType]] = [("s", "ask"), ("x", "note")]

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.typed = TypingAhead(self, super().on_event)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self.typed.take(event)
        else:
            await super().on_event(event)

    def action_ask(self) -> None:
        self.push_screen(Box(), lambda word: self.words.append(word or ""))

    def action_note(self) -> None:
        self.words.append("x")


def burst(app: Asking, keys: str) -> None:
    """Let `keys` arrive before the first of them is handled; `/` is Enter."""
    for key in keys:
        app.post_message(Key("enter", "\r") if key == "/" else Key(key, key))


async def settled(app: Asking, words: list[str]) -> None:
    """Wait until `app` has written down `words`, a minute at most."""
    for _try in range(3000):
        if app.words == words:
            break
        await asyncio.sleep(0.02)
    assert app.words == words


async def test_keys_go_where_the_keys_before_them_lead() -> None:
    app = Asking()
    async with app.run_test():
        burst(app, "ssix/xssax/xx")
        await settled(app, ["six", "x", "sax", "x", "x"])


async def test_a_key_whose_widget_is_gone_does_not_hold_up_the_next_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roundtable_tui.tui.typing_ahead.LONGEST", 0.1)
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("s")
        box = app.screen.query_one(Input)
        # What follows the key is lost like this when a widget closes with messages in its queue.
        monkeypatch.setattr(box, "call_later", lambda *_args: True)
        burst(app, "ab/")
        await settled(app, ["ab"])
