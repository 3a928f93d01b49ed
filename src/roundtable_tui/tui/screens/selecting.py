"""Selecting with the keyboard: the keys that move move the end of the selection instead of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.page.selected import (
    Selected,
    by_block,
    by_character,
    by_rows,
    by_section,
    by_word,
    column_of,
    row_of,
    word_at,
)
from roundtable_tui.tui.screens.finding import FindingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.model import Anchor
    from roundtable_tui.tui.page.page import Page
    from roundtable_tui.tui.session import Session

_SCREEN = 1_000_000
"""Rows that stand for a screen, as many as it has; half of it for half a screen."""

_ROWS = {
    "line.down": 1,
    "line.up": -1,
    "page.down": _SCREEN,
    "page.up": -_SCREEN,
    "half.down": _SCREEN // 2,
    "half.up": -_SCREEN // 2,
}
"""The commands that move the end by rows."""

_STEPS: dict[str, Callable[[Page, Place], Place]] = {
    "select.right": lambda page, place: by_character(page.blocks, place, 1),
    "select.left": lambda page, place: by_character(page.blocks, place, -1),
    "select.word-right": lambda page, place: by_word(page.blocks, place, 1),
    "select.word-left": lambda page, place: by_word(page.blocks, place, -1),
    "turn.next": lambda page, place: by_block(page.blocks, place, 1),
    "turn.previous": lambda page, place: by_block(page.blocks, place, -1),
    "section.next": lambda page, place: by_section(page.blocks, place, 1),
    "section.previous": lambda page, place: by_section(page.blocks, place, -1),
    "piece.top": lambda page, place: Place(0, 0),
    "piece.end": lambda page, place: Place(len(page.blocks) - 1, len(page.blocks[-1].text)),
}
"""The commands that move the end, and where to."""


class SelectingScreen(FindingScreen):
    """A reader in which words are selected from the one being read on."""

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self._extending = False
        self._column: int | None = None
        self._ending = True

    @property
    def extending(self) -> bool:
        """Whether the keys that move move the end of the selection."""
        return self._extending and self.view.selected is not None

    def can_select_start(self) -> bool:
        """Return whether there is anything to select."""
        return self.reading is not None

    def do_select_start(self) -> None:
        """Begin with the word being read, or go on with what the mouse selected; again, move the other end."""
        view = self.view
        selected = view.selected
        if selected is None:
            selected = word_at(view.blocks, view.reading_place())
        elif self._extending:
            selected = selected.turned
        self._extending, self._column, self._ending = True, None, selected.head > selected.anchor
        view.focus()
        view.select(selected)
        self._show_head(selected)
        self.status.say(_("Selecting: ← → j k { } move its end, x the other one, y copies, Esc ends it"))

    def end_selection(self) -> bool:
        """Select nothing; return whether anything was selected."""
        selected, self._extending = self.view.selected, False
        self.view.select(None)
        return selected is not None

    async def action_do(self, command: str) -> None:
        """Carry out the command with that id, which may move the end of the selection."""
        if self.extending and (command in _ROWS or command in _STEPS):
            self._extend(command)
        else:
            await super().action_do(command)

    def _extend(self, command: str) -> None:
        view = self.view
        selected = view.selected
        if selected is None:
            return
        if command in _STEPS:
            head = self._out_of_folds(_STEPS[command](view.page, selected.head), selected.head)
            self._column, self._ending = None, head > selected.anchor
        else:
            if self._column is None:
                row = row_of(view.page, selected.head, ending=self._ending)
                self._column = column_of(view.page, selected.head, row)
            rows = self._rows_of(command)
            head, self._ending = by_rows(view.page, selected.head, rows, self._column, ending=self._ending)
        selected = Selected(selected.anchor, head)
        view.select(selected)
        self._show_head(selected)

    def _out_of_folds(self, place: Place, before: Place) -> Place:
        """Return `place`, or where the page goes on behind what is folded away there."""
        blocks, hidden = self.view.blocks, self.view.hidden
        numbers = range(place.block, len(blocks)) if place > before else range(place.block, -1, -1)
        shown = next((number for number in numbers if number not in hidden), before.block)
        if shown == place.block:
            return place
        if shown == before.block:
            return before
        return Place(shown, 0 if place > before else len(blocks[shown].text))

    def _rows_of(self, command: str) -> int:
        """Return how many rows `command` moves the end by."""
        rows = _ROWS[command]
        height = max(2, self.view.size.height - 2)
        return rows if abs(rows) == 1 else rows * height // _SCREEN

    def _show_head(self, selected: Selected) -> None:
        row = row_of(self.view.page, selected.head, ending=self._ending)
        self.view.reveal(Place(row.block, row.start))

    def _only_extending(self) -> bool:
        return self.extending

    def do_select_right(self) -> None:
        """Move the end of the selection on by a character."""
        self._extend("select.right")

    def do_select_left(self) -> None:
        """Move it back by a character."""
        self._extend("select.left")

    def do_select_word_right(self) -> None:
        """Move the end of the selection on by a word."""
        self._extend("select.word-right")

    def do_select_word_left(self) -> None:
        """Move it back by a word."""
        self._extend("select.word-left")

    can_select_right = can_select_left = can_select_word_right = can_select_word_left = _only_extending
