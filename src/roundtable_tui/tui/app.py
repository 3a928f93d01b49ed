"""The application: themes, signals and what works on every screen."""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual._compositor import CompositorUpdate
from textual.keys import _character_to_key
from textual.widgets import Input
from textual.worker import WorkerFailed

from roundtable_tui.text.safe import display
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.ime_keys import key_meant
from roundtable_tui.tui.taking.app import CopyingApp
from roundtable_tui.tui.terminal.ambiguous import draw_wide
from roundtable_tui.tui.terminal.colour import NoColour
from roundtable_tui.tui.terminal.screenful import Frame, Screenful
from roundtable_tui.tui.theme import BY_NAME, THEMES, first_theme
from roundtable_tui.tui.typing_ahead import TypingAhead
from roundtable_tui.tui.widgets.row_list import RowList
from roundtable_tui.tui.widgets.transcript_view import TranscriptView
from roundtable_tui.tui.wrapping import install

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from textual.binding import BindingType
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen

    from roundtable_tui.model import Anchor
    from roundtable_tui.tui.focus_chain import Able
    from roundtable_tui.tui.pictures.means import Means
    from roundtable_tui.tui.screens.reader import ReaderScreen
    from roundtable_tui.tui.session import Session
    from roundtable_tui.tui.terminal.answers import Told


class RoundtableApp(CommandTarget, CopyingApp, inherit_bindings=False):
    """The reader of round-table transcripts. Textual's own keys, which nobody could change, are left out."""

    TITLE = "roundtable"
    ENABLE_COMMAND_PALETTE = False  # Textual's own blocks on a slow matcher and draws markup; the reader has one
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    def __init__(self, session: Session, anchor: Anchor | None = None, driver: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver)
        install()
        self._means: Means | None = None
        self.ask_width = session.settings.ambiguous == "auto"
        draw_wide(session.settings.ambiguous == "wide")
        self.session = session
        self._anchor = anchor
        self.mouse_on = session.mouse
        self._typed = TypingAhead(self, self._hand_out)
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        few_colours = self.console.color_system in (None, "standard")
        name = first_theme(session.settings.theme, session.kept_theme, few_colours=few_colours)
        self.theme = BY_NAME[name].name
        self._no_colour = [NoColour()]
        self._screenful = Screenful()

    def get_default_screen(self) -> ReaderScreen:
        """Return the reader, which is the only screen that lies under the others."""
        from roundtable_tui.tui.screens.reader import ReaderScreen

        return ReaderScreen(self.session, self._anchor)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line passes through; with NO_COLOR, no colour is left, not even grey."""
        return self._no_colour if self.no_color else super().get_line_filters()

    def on_mount(self) -> None:
        """Come back whole from the shell; look for garbage only once the first frame stands."""
        self.app_resume_signal.subscribe(self, self._draw_again)
        self.call_after_refresh(_look_for_garbage)

    def on_resize(self) -> None:
        """Draw everything: many terminals break their lines anew for another width."""
        self._screenful.forget()

    def _draw_again(self, _app: object) -> None:
        """Draw everything: somebody else wrote on the terminal."""
        self._screenful.forget()
        self.refresh(layout=True)

    def picture_means(self) -> Means:
        """Return what the terminal can draw pictures with, and ask it the first time."""
        if self._means is None:
            from roundtable_tui.tui.pictures.means import means_of

            wanted = self.session.settings.pictures
            self._means = means_of(
                self.console.color_system, wanted=wanted, plain=self.no_color, far="SSH_TTY" in os.environ
            )
            pixels = getattr(self._driver, "cell_pixels", lambda: None)()
            if pixels is not None:
                self._means = self._means.cells_of(pixels)
            # tmux answers for the terminal around it, and keeps no picture in its place.
            ask = None if "TMUX" in os.environ else getattr(self._driver, "ask_pictures", None)
            if ask is not None and wanted == "auto" and self._means.way != "none":
                ask()
        return self._means

    def on_told(self, event: Told) -> None:
        """Draw anew for a terminal that sets ambiguous characters wide, or that can draw pictures."""
        if event.subject != "width" and self._means is not None:
            self._means = self._means.told(event)
            for view in self.screen_stack[0].query(TranscriptView):
                view.means = self._means
                view.refresh()
        if event.subject == "width" and event.answer == "3":
            draw_wide(True)
            for screen in self.screen_stack:
                for rows in screen.query(RowList):
                    rows.show(rows.items, rows.cursor)
                screen.refresh(layout=True)
                for widget in screen.query("*"):
                    widget.refresh(layout=True)

    # Ending

    def keep_place(self) -> None:
        """Keep the place of reading, if reading has begun."""
        from roundtable_tui.tui.screens.opening import OpeningScreen

        if self.screen_stack and isinstance(reader := self.screen_stack[0], OpeningScreen):
            reader.keep_place()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app, from wherever it is told to; the place is kept."""
        self.keep_place()
        self._close_pictures()
        self.session.indexing.stop()
        super().exit(result, return_code, message)

    def _close_pictures(self) -> None:
        """Let the terminal forget what it was shown."""
        from roundtable_tui.tui.screens.reader import ReaderScreen

        if self.screen_stack and isinstance(reader := self.screen_stack[0], ReaderScreen):
            reader.close_pictures()

    def _handle_exception(self, error: Exception) -> None:
        """End the app with code 1, and leave it to `failure` to tell why.

        Textual would print a picture of the call stack with the values of all variables in it.
        """
        self._return_code = 1
        self.session.indexing.stop()
        if self._exception is None:
            with suppress(Exception):  # what failed may be the very thing that is needed
                self.keep_place()
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    @property
    def failure(self) -> BaseException | None:
        """The unexpected error that ended the app, or None."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer as it is: Textual would not give it back, and some terminals print the request."""

    # Keys and the caret

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Draw a frame, and put the terminal's own cursor where the next character goes: input methods draw there.

        Textual moves it when the text changes, but not when the box gets the focus before it has a place, when its
        text is scrolled, or when the screen gets another size. Of the frame, what stands there already is not written.
        """
        if isinstance(box := self.focused, Input):
            self.cursor_position = box.cursor_screen_offset
        if isinstance(renderable, CompositorUpdate):
            renderable = Frame(self._screenful, renderable)
        super()._display(screen, renderable)

    async def on_event(self, event: events.Event) -> None:
        """Let keys and pastes come one after the other."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def hold_keys(self) -> None:
        """Keep what is typed from now on, a second at most, for what the last key is about to open."""
        self._typed.hold()

    def release_keys(self) -> None:
        """Hand out what was kept, once the messages that are on their way have arrived."""
        self.call_later(self._typed.release)

    async def _hand_out(self, event: events.Event) -> None:
        """Hand `event` to where it belongs.

        A full-width key, which an input method left on sends, is the key it looks like, unless text is typed. A paste
        is made visible first: Textual's own boxes would draw it as it is.
        """
        if isinstance(event, events.Paste):
            event = events.Paste("\n".join(map(display, event.text.splitlines())))
        elif isinstance(event, events.Key) and not isinstance(self.focused, Input):
            event = _narrow(event)
        await super().on_event(event)

    def can_app_help(self) -> bool:
        """Return whether the help is not open yet."""
        return self.screen.name != "help"

    def do_app_help(self) -> None:
        """Show every key, those that work where the focus is first."""
        from roundtable_tui.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def note_use(self, command: str) -> None:
        """Show other hints where one was taken."""
        from roundtable_tui.tui.screens.comfort import ComfortScreen

        if self.session.hints.use(command) and isinstance(reader := self.screen_stack[0], ComfortScreen):
            reader.show_hints()

    def do_mouse_toggle(self) -> None:
        """Leave the mouse to the terminal, which selects and copies in its own way, or listen to it again."""
        from roundtable_tui.config.language import _
        from roundtable_tui.tui.screens.comfort import ComfortScreen

        self.mouse_on = not self.mouse_on
        driver: Any = self._driver
        if hasattr(driver, "_enable_mouse_support"):
            # Off, the driver would refuse to give the mouse back as well as to take it.
            driver._mouse = True
            (driver._enable_mouse_support if self.mouse_on else driver._disable_mouse_support)()
            driver._mouse = self.mouse_on
        self.session.keep_mouse(on=self.mouse_on)
        words = _("The reader listens to the mouse.") if self.mouse_on else _("The mouse is left to the terminal.")
        if isinstance(reader := self.screen_stack[0], ComfortScreen):
            reader.status.say(words)

    def can_app_palette(self) -> bool:
        """Return whether the palette is not open yet."""
        return self.screen.name != "palette"

    def do_app_palette(self) -> None:
        """Find a command by its name, of those that can run on the screen that is open."""
        from roundtable_tui.tui.screens.palette import PaletteScreen

        self.push_screen(PaletteScreen(self.screen), self._carry_out)

    async def _carry_out(self, chosen: Able | None) -> None:
        if chosen is not None and chosen.target.can_do(chosen.command):
            await chosen.target.action_do(chosen.command.id)

    def do_app_quit(self) -> None:
        """Leave the reader; the place is kept."""
        self.exit(0)

    def do_app_redraw(self) -> None:
        """Draw the whole screen again: another program may have written on it."""
        self._draw_again(self)

    def do_app_suspend(self) -> None:
        """Go back to the shell for a while."""
        self.action_suspend_process()


def _look_for_garbage() -> None:
    """Look for garbage, but only in what comes to be from now on.

    What is there by now, the modules and the piece, stays. Looking through all of it takes as long as drawing a frame
    (6 ms for Textual alone) and would come at any key.
    """
    gc.freeze()
    gc.enable()


def _narrow(event: events.Key) -> events.Key:
    """Return the key that was pressed where an input method made `event` of it, or `event` itself."""
    character = event.character or ""
    if character.isascii() or any(event.key in command.keys for command in COMMANDS):
        return event
    meant = key_meant(character)
    return event if meant == character else events.Key(_character_to_key(meant), meant)
