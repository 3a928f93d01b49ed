"""The turns of one speaker under the pieces they are in, with how much of each piece is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.page.words import number_words
from roundtable_tui.tui.searching.found import Group
from roundtable_tui.tui.widgets.hit_list import EXCERPTS, HitList, More, is_same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.record import Appearance, Record, Tenure
    from roundtable_tui.tui.display import Part
    from roundtable_tui.tui.searching.found import Found
    from roundtable_tui.tui.widgets.hit_list import Item


def share_words(appearance: Appearance) -> str:
    """Return how much of a piece is somebody's, in exact numbers."""
    if not appearance.turns:
        return _("says nothing")
    turns = _("1 turn") if appearance.turns == 1 else _("{count} turns").format(count=appearance.turns)
    return turns + _("  {own} of {total} characters ({part})").format(
        own=f"{appearance.characters:,}",
        total=f"{appearance.total:,}",
        part=f"{appearance.part:.1%}",
    )


def tenure_words(tenures: Sequence[Tenure]) -> Iterator[str]:
    """Yield for each position from when to when it was held, the position, and in how many pieces on end."""
    dates = [each.first if each.first == each.last else f"{each.first} – {each.last}" for each in tenures]
    widest = max(map(cells.width, dates), default=0)
    for tenure, when in zip(tenures, dates, strict=True):
        pieces = _("{count} pieces").format(count=tenure.pieces) if tenure.pieces > 1 else ""
        yield "  ".join(filter(None, (cells.pad(when, widest), tenure.position, pieces)))


class TurnList(HitList):
    """Positions over time, then every piece, also those where nothing is said, each with its turns."""

    def _has_room(self, items: Sequence[Item]) -> bool:
        """Return False: what others said before is not what is looked for here."""
        return False

    def show_turns(self, found: Found | None, record: Record | None, chosen: Item | None = None) -> None:
        """Show the turns in `found` under the pieces of `record`, with the cursor on `chosen`, else on the first turn.

        Where everything is asked for, pieces in which nothing is said are there as well.
        """
        self._appearances = {each.piece.id: each for each in record.appearances} if record is not None else {}
        whole = found is None or not found.results.query.terms
        items: list[Item] = [*tenure_words(record.tenures)] if record is not None and whole else []
        head = len(items)
        for group in self._groups(found, record, whole=whole):
            items.append(group)
            every = found is not None and group.piece.id in found.unfolded
            hits = group.hits if every else group.hits[:EXCERPTS]
            items.extend(hits)
            if len(group.hits) > len(hits):
                items.append(More(group.piece.id, len(group.hits) - len(hits)))
        same = (index for index, item in enumerate(items) if chosen is not None and is_same(item, chosen))
        self._show_hits(items, next(same, head))

    def _groups(self, found: Found | None, record: Record | None, *, whole: bool) -> Iterator[Group]:
        """Yield the groups of `found`; among them, in the order of `record`, the pieces where nothing is said."""
        groups = list(found.groups) if found is not None else []
        if record is None or not whole or (found is not None and found.order != "date"):
            yield from groups
            return
        silent = [each for each in record.appearances if not each.turns]
        place = {each.piece.id: number for number, each in enumerate(record.appearances)}
        for group in groups:
            while silent and place[silent[0].piece.id] < place.get(group.piece.id, 0):
                yield Group(silent.pop(0).piece, ())
            yield group
        if found is None or found.all_here:
            yield from (Group(each.piece, ()) for each in silent)

    def can_choose(self, item: Item) -> bool:
        """Return whether `item` leads anywhere: turns do, and pieces in which nothing is said."""
        return not item.hits if isinstance(item, Group) else super().can_choose(item)

    def _where(self, hit: Hit) -> Iterator[Part]:
        """Yield the label as printed and the section; what the speaker was at that time stands above."""
        yield from super()._where(hit._replace(speaker=None))

    def _piece(self, group: Group, width: int) -> Iterator[Part]:
        """Yield number, date and title of a piece, and how much of it is the speaker's."""
        piece = group.piece
        appearance = self._appearances.get(piece.id)
        words = "  ".join(filter(None, (number_words(piece.issue, piece.part), piece.held, piece.title or piece.id)))
        share = share_words(appearance) if appearance is not None else ""
        if share and cells.width(share) > width // 2 and appearance is not None and appearance.turns:
            share = f"{appearance.part:.1%}"
        room = max(0, width - cells.width(share) - 2) if share else width
        yield cells.pad(cells.fit(words, room), room), self.look("hits--piece")
        if share:
            yield f"  {share}", self.look("list--quiet")
