"""The box at the bottom of the reader in which words of the open piece are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widget import Widget

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.widgets.line_widget import LineWidget
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from roundtable_tui.tui.display import Part
    from roundtable_tui.tui.searching.history import History

_LEFT_TO_KEYS = frozenset({"submit", "delete_right_word"})
"""What the box would do itself with Enter and ^F."""


class FindBar(CommandTarget, Widget):
    """A sign, the box, and a few words; ↑ in the empty box goes to the queries of `history`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("find")]
    DEFAULT_CSS = """
    FindBar { layout: horizontal; height: 1; background: $panel; padding: 0 1;
        & > StatusLine { width: 2; color: $accent; text-style: bold; }
        & > QueryInput { width: 1fr; }
        & > FindWords { width: 34; max-width: 70%; display: none; }
    }
    FindBar.-saying > FindWords { display: block; }
    FindBar.-problem > FindWords { width: 65%; }
    """

    class Asked(Message):
        """Something else stands in the box: `text`, with the caret behind `caret` of its code points."""

        def __init__(self, text: str, caret: int) -> None:
            super().__init__()
            self.text = text
            self.caret = caret

    class Stepped(Message):
        """The reader goes `step` hits on."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Accepted(Message):
        """The reader goes on at the hit."""

    class Left(Message):
        """The reader goes back to where reading was."""

    class Widened(Message):
        """The reader wants the same of every back issue."""

    def __init__(self, history: History) -> None:
        super().__init__()
        self._history = history
        self._recalled = False

    def compose(self) -> ComposeResult:
        """Compose the line."""
        yield StatusLine("/")
        box = QueryInput(placeholder=_("words in this piece"), id="find")
        box.passes = _LEFT_TO_KEYS.__contains__
        yield box
        yield FindWords()

    @property
    def box(self) -> QueryInput:
        """The box."""
        return self.query_one(QueryInput)

    def say(self, words: str, *, problem: bool = False) -> None:
        """Show `words` behind the box; a `problem` gets more room."""
        self.set_class(bool(words), "-saying")
        self.set_class(problem, "-problem")
        self.query_one(FindWords).show(words, problem=problem)

    def on_input_changed(self, event: QueryInput.Changed) -> None:
        """Ask for what stands in the box."""
        event.stop()
        if not self._recalled:
            self._history.leave()
        self._recalled = False
        self.post_message(self.Asked(event.value, self.box.cursor_position))

    def _recall(self, text: str | None) -> None:
        """Put an earlier query into the box, if there is one."""
        if text is not None and text != self.box.value:
            self._recalled = True
            self.box.replace_value(text)

    # Commands

    def do_find_accept(self) -> None:
        """Read on at the hit."""
        self.post_message(self.Accepted())

    def do_find_next(self) -> None:
        """Go to the next hit; among earlier searches to the newer one."""
        if self._history.place is None:
            self.post_message(self.Stepped(1))
        else:
            self.do_find_newer()

    def do_find_previous(self) -> None:
        """Go to the hit before; in the empty box, and on from there, to earlier searches."""
        if self._history.place is None and self.box.value.strip():
            self.post_message(self.Stepped(-1))
        else:
            self.do_find_older()

    def do_find_older(self) -> None:
        """Go to an earlier search."""
        self._recall(self._history.older(self.box.value))

    def do_find_newer(self) -> None:
        """Go to a later search, at last to what was being typed."""
        newer = self._history.newer()
        if newer is None and self._history.place is not None:
            self._history.leave()
            newer = ""
        self._recall(newer)

    def do_find_close(self) -> None:
        """Go back to where reading was."""
        self.post_message(self.Left())

    def do_find_widen(self) -> None:
        """Search every back issue for the same."""
        self.post_message(self.Widened())


class FindWords(LineWidget):
    """Which hit of how many, or what is wrong with the query; at the right end of its room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"words--problem"}
    DEFAULT_CSS = """
    FindWords { height: 1; color: $accent; & > .words--problem { color: $warning; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._problem = False

    def show(self, words: str, *, problem: bool) -> None:
        """Show other words."""
        self.words, self._problem = words, problem
        self.refresh()

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the runs of the line."""
        words = cells.fit(self.words, max(0, width - 1))
        yield " " * (width - cells.width(words)), self.rich_style
        yield words, self.look("words--problem") if self._problem else self.rich_style
