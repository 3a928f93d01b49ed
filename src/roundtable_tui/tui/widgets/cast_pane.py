"""The speakers of the open piece, each with a colour and a share of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.text import cells
from roundtable_tui.tui.theme import SPEAKER_COLOURS, speaker_css
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from roundtable_tui.model import Participant
    from roundtable_tui.tui.display import Part

BAR = 8
"""Cells of the bar of whoever speaks most."""


class CastPane(RowList["tuple[Participant, float]"]):
    """Participants with the share of the words that each speaks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"cast--speaker-{colour}" for colour in range(1, SPEAKER_COLOURS + 1)}
    DEFAULT_CSS = speaker_css("CastPane", "cast--speaker")

    def __init__(self, caption: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(caption, id=id)
        self._colours: Mapping[str, int] = {}
        self._label = 0
        self._most = 1.0

    def show_cast(self, shares: Sequence[tuple[Participant, float]], colours: Mapping[str, int]) -> None:
        """Show participants with their shares, 0 to 1; `colours` gives each label its colour, from 1."""
        self._colours = colours
        self._most = max((share for _person, share in shares), default=0.0) or 1.0
        self._label = max((cells.width(person.label) for person, _share in shares), default=0)
        self.show(shares)

    def item_parts(self, item: tuple[Participant, float], row: int, width: int) -> Iterable[Part]:
        """Return the name, a bar and a percentage."""
        person, share = item
        colour = self._colours.get(person.label)
        style = self.look(f"cast--speaker-{colour}") if colour else self.rich_style
        name = min(self._label, max(4, width - BAR - 9))
        yield cells.pad("●", 2), style
        yield cells.pad(person.label, name) + " ", style
        if share:
            yield cells.pad(cells.sign("█", "=") * max(1, round(share / self._most * BAR)), BAR), style
            yield f" {share:4.0%}", self.look("list--quiet")
