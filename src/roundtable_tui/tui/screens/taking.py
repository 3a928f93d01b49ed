"""Taking words away from the reader: copies, citations and files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.page.selected import Selected, all_of
from roundtable_tui.tui.page.stops import SPOKEN
from roundtable_tui.tui.screens.selecting import SelectingScreen
from roundtable_tui.tui.taking.app import CopyingApp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from roundtable_tui.model import Person
    from roundtable_tui.tui.screens.export import Extent
    from roundtable_tui.tui.screens.saving import SavingScreen


class TakingScreen(SelectingScreen):
    """A reader from which words are copied and exported."""

    # What it is about

    def _read_block(self) -> int:
        """Return the number of the block that is being read: that of a turn, where there is one from there on."""
        first = self.view.reading_place().block
        blocks = self.view.blocks
        if blocks[first].kind in SPOKEN or not blocks[first].section:
            return first
        return next((number for number in range(first, len(blocks)) if blocks[number].kind in SPOKEN), first)

    def _wanted(self) -> Selected:
        """Return what is selected, else all of the turn that is being read."""
        selected = self.view.selected
        if selected is not None and selected.start < selected.end:
            return selected
        first = self._read_block()
        turn = self.view.blocks[first].turn
        last = first
        while turn and last + 1 < len(self.view.blocks) and self.view.blocks[last + 1].turn == turn:
            last += 1
        return Selected(all_of(self.view.blocks, first).start, all_of(self.view.blocks, last).end)

    # Copies

    def can_copy_turn(self) -> bool:
        """Return whether anything is open."""
        return self.reading is not None

    can_copy_citation = can_copy_turn

    def can_copy_selection(self) -> bool:
        """Return whether anything is selected."""
        return self.view.selected is not None

    def do_copy_turn(self) -> None:
        """Copy the selection and end it, or the turn being read."""
        self._copy(self._excerpt())
        self.end_selection()

    def do_copy_selection(self) -> None:
        """Copy the selection; it stays."""
        self._copy(self._excerpt())

    def do_copy_citation(self) -> None:
        """Copy the selection, or the turn being read, as a citation."""
        from roundtable_tui.export.citations import citation
        from roundtable_tui.tui.page.passages import quotations

        if self.reading is not None:
            quoted = tuple(quotations(self.reading.transcript, self.view.blocks, self._wanted(), self.view.hidden))
            self._copy(citation(quoted) if quoted else "")
            self.end_selection()

    def _excerpt(self) -> str:
        from roundtable_tui.export.excerpt import excerpt
        from roundtable_tui.export.words import words_for
        from roundtable_tui.tui.page.passages import passages

        if self.reading is None:
            return ""
        return excerpt(passages(self.view.blocks, self._wanted(), self.view.hidden), words_for(self.reading.transcript))

    def _copy(self, text: str) -> None:
        if not text:
            self.status.say(_("There are no words to copy here."))
            return
        app = self.app
        if isinstance(app, CopyingApp):
            app.copy(text, self._tell)

    def _tell(self, sentence: str) -> None:
        if is_open(self):
            self.status.say(sentence)

    # Files

    def can_export_section(self) -> bool:
        """Return whether something is open."""
        return self.reading is not None

    can_export_piece = can_export_more = can_export_section

    def do_export_section(self) -> None:
        """Export the section being read."""
        self._export(list(self._parts_around()))

    def do_export_piece(self) -> None:
        """Export the whole piece."""
        extents = list(self._parts_around())
        self._export(extents, len(extents) - 1)

    def do_export_more(self) -> None:
        """Choose from all that can be exported here."""
        self._export([*self._about(), *self._parts_around(), *self.other_extents()])

    def person_in_view(self) -> Person | None:
        """Return the person to whom the view is narrowed, or None."""
        return None

    def _parts_around(self) -> Iterator[Extent]:
        from roundtable_tui.tui.screens.export import around

        if self.reading is not None:
            path = self.reading.stops.section_at(self.view.reading_place().block)
            yield from around(self.reading.transcript, path)

    def _about(self) -> Iterator[Extent]:
        from roundtable_tui.tui.screens.export import about

        if self.reading is not None:
            number = self.view.blocks[self._read_block()].turn
            yield from about(self.reading.transcript, number, self.person_in_view())

    def other_extents(self) -> Iterator[Extent]:
        """Yield what can be exported beside parts of the piece: the hits of the last search."""
        from roundtable_tui.tui.screens.citing import CitingScreen
        from roundtable_tui.tui.screens.export import Extent

        found = self.session.found
        if found is not None and found.hits:
            query, order = found.results.query, found.order
            yield Extent(
                _("the hits of {query} as a list of citations").format(query=query.text.strip()),
                opens=partial(self._open_export, CitingScreen(self.session, query, order)),
            )

    def _open_export(self, screen: SavingScreen) -> None:
        self.app.push_screen(screen, self._exported)

    def _export(self, extents: Sequence[Extent], start: int = 0) -> None:
        from roundtable_tui.tui.screens.export import ExportScreen

        if self.reading is not None:
            self._open_export(ExportScreen(extents, start))

    def _exported(self, path: Path | None) -> None:
        if path is not None:
            self.status.say(_("Exported to {path}").format(path=plain(str(path))))
