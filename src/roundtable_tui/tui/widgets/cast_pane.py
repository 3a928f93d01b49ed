"""The speakers of the open piece, each with a colour and a share of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import bindings
from roundtable_tui.tui.theme import SPEAKER_COLOURS, speaker_css
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.binding import BindingType

    from roundtable_tui.model import Person
    from roundtable_tui.model.share import Share
    from roundtable_tui.tui.display import Part

BAR = 8
"""Cells of the bar of whoever speaks most."""


class CastPane(RowList["Share"]):
    """Participants with the share of the words that each speaks."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("cast")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"cast--speaker-{colour}" for colour in range(1, SPEAKER_COLOURS + 1)}
    DEFAULT_CSS = speaker_css("CastPane", "cast--speaker")

    class LensAsked(Message):
        """The reader wants to look only at `person`."""

        def __init__(self, person: Person) -> None:
            super().__init__()
            self.person = person

    class PageAsked(LensAsked):
        """The reader wants to see the page of `person`."""

    def __init__(self, caption: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(caption, id=id)
        self._colours: Mapping[Person, int] = {}
        self._label = 0
        self._most = 1.0

    def show_cast(self, shares: Sequence[Share], colours: Mapping[Person, int]) -> None:
        """Show who takes part and how much each says; `colours` gives each a colour, from 1."""
        self._colours = colours
        self._most = max((share.part for share in shares), default=0.0) or 1.0
        self._label = max((cells.width(share.participant.label) for share in shares), default=0)
        self.show(shares)

    def item_parts(self, item: Share, row: int, width: int) -> Iterable[Part]:
        """Return the name, a bar and a percentage."""
        label, part = item.participant.label, item.part
        colour = self._colours.get(item.person)
        style = self.look(f"cast--speaker-{colour}") if colour else self.rich_style
        name = min(self._label, max(4, width - BAR - 9))
        yield cells.pad("●", 2), style
        yield cells.pad(label, name) + " ", style
        if part:
            yield cells.pad(cells.sign("█", "=") * max(1, round(part / self._most * BAR)), BAR), style
            yield f" {part:4.0%}", self.look("list--quiet")

    # Commands

    def can_cast_lens(self) -> bool:
        """Return whether somebody is under the cursor."""
        return bool(self.items)

    can_cast_page = can_cast_lens

    def do_cast_lens(self) -> None:
        """Look only at whoever is under the cursor."""
        self.post_message(self.LensAsked(self.items[self.cursor].person))

    def do_cast_page(self) -> None:
        """Show the page of whoever is under the cursor."""
        self.post_message(self.PageAsked(self.items[self.cursor].person))
