"""The hits of a search, under the pieces they lie in, each with the sentence around its match."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.search.hit import Hit, field_words, tier_words
from roundtable_tui.search.snippet import snippet
from roundtable_tui.text import cells
from roundtable_tui.tui.page.words import number_words
from roundtable_tui.tui.searching.found import Group, hits_counted, place_of
from roundtable_tui.tui.searching.suggestions import Suggestion
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from roundtable_tui.search.engine import Spoken
    from roundtable_tui.tui.display import Part
    from roundtable_tui.tui.searching.found import Found

INDENT = "  "

EXCERPTS = 3
"""Hits of one piece that are listed before it is unfolded."""

CONTEXT_FROM = 24
"""A list at least this many rows high has room for the turn before each hit, as has one that stays in view with it."""


class More(NamedTuple):
    """The row that unfolds those hits of `piece` that are `hidden`."""

    piece: str
    hidden: int


Item = Hit | Group | More | Suggestion | str


class HitList(RowList[Item]):
    """Hits of two or three rows, with a row for each piece above its own.

    `before` gives the turn before a hit, None where there is none or it is not known yet.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--piece", "hits--speaker", "hits--mark", "hits--tier", "hits--more"}
    DEFAULT_CSS = """
    HitList { background: $background;
        & > .hits--piece { color: $primary; text-style: bold; }
        & > .hits--speaker { color: $foreground; text-style: bold; }
        & > .hits--mark { background: $mark; color: $mark-text; text-style: bold; }
        & > .hits--tier { color: $accent; }
        & > .hits--more { color: $secondary; }
    }
    /* Where bold is bright, bold black is a grey. */
    HitList:ansi > .hits--mark { text-style: none; }
    HitList:nocolor > .hits--mark { text-style: underline bold; }
    HitList:nocolor > .list--cursor, HitList:ansi > .list--cursor { text-style: reverse; }
    """

    def __init__(self, before: Callable[[Hit], Spoken | None] = lambda hit: None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._before = before
        self._roomy = False

    # What is listed

    def show_found(self, found: Found, chosen: Item | None = None, *, above: Sequence[Item] = ()) -> None:
        """Show what was found, under the items `above`, with the cursor on `chosen`, else on the first hit."""
        items: list[Item] = [*above]
        for group in found.groups:
            items.append(group)
            hits = group.hits if group.piece.id in found.unfolded else group.hits[:EXCERPTS]
            items.extend(hits)
            if len(group.hits) > len(hits):
                items.append(More(group.piece.id, len(group.hits) - len(hits)))
        same = (index for index, item in enumerate(items) if chosen is not None and is_same(item, chosen))
        self._show_hits(items, next(same, len(above)))

    def show_others(self, caption: str, suggestions: Iterable[Suggestion], chosen: Item | None = None) -> None:
        """Show other queries to choose from, under `caption`, with the cursor on `chosen`, else on the first one."""
        listed: list[Item] = [*suggestions]
        self._show_hits([caption, *listed] if listed else [], listed.index(chosen) + 1 if chosen in listed else 0)

    def _show_hits(self, items: list[Item], cursor: int) -> None:
        self._roomy = self._has_room(items)
        first, last = self._first, self.items[self.cursor] if self.items else None
        self.show(items, cursor)
        # The same list with a little more in it stays where it is under the eye.
        if last is not None and items and items[self.cursor] == last:
            self._first = min(first, max(0, self._ends[-1] - self.room))
            self.reveal()

    def _has_room(self, items: Sequence[Item]) -> bool:
        if self.room >= CONTEXT_FROM:
            return True
        return len(items) <= self.room and sum(3 if isinstance(item, Hit) else 1 for item in items) <= self.room

    @property
    def item(self) -> Item | None:
        """What is under the cursor."""
        return self.items[self.cursor] if self.items else None

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        item = self.item
        return item if isinstance(item, Hit) else None

    def at_first(self) -> bool:
        """Whether nothing above the cursor can be chosen."""
        return not any(self.can_choose(item) for item in self.items[: self.cursor])

    def hits_in_view(self) -> Iterator[Hit]:
        """Yield the hits on the screen, and those that a page key would bring, while turns before them are shown."""
        if self._roomy:
            first, last = self.item_at(self.head), self.item_at(self.head + 2 * self.room)
            start, end = first[0] if first else 0, last[0] + 1 if last else len(self.items)
            yield from (item for item in self.items[start:end] if isinstance(item, Hit))

    def _follows(self, item: Hit) -> bool:
        """Whether a turn comes before that of `item`."""
        return item.turn is not None and item.turn > 1

    def rows_of(self, item: Item) -> int:
        """Return 2 rows for a hit, 3 where the turn before is shown, and 1 for everything else."""
        return 2 + (self._roomy and self._follows(item)) if isinstance(item, Hit) else 1

    def can_choose(self, item: Item) -> bool:
        """Return whether `item` leads anywhere: all but pieces and captions do."""
        return not isinstance(item, (Group, str))

    def on_resize(self) -> None:
        """Keep the cursor in view, and show the turns before the hits if there is room for them now.

        They stay when a line is taken away for a moment, so that nothing jumps about.
        """
        if not self._roomy and self._has_room(self.items):
            self._show_hits([*self.items], self.cursor)

    # Drawing

    def item_parts(self, item: Item, row: int, width: int) -> Iterable[Part]:
        """Return who says it and where in the first row, the turn before it, and the words in the last."""
        if isinstance(item, Group):
            return self._piece(item, width)
        if isinstance(item, More):
            words = _("… {count} more in this piece").format(count=item.hidden)
            return [(INDENT + words, self.look("hits--more"))]
        if isinstance(item, Suggestion):
            return self._suggestion(item)
        if isinstance(item, str):
            return [(item, self.look("list--quiet"))]
        if row == 0:
            return self._where(item)
        return self._words(item, width) if row == self.rows_of(item) - 1 else self._said_before(item, width)

    def _piece(self, group: Group, width: int) -> Iterator[Part]:
        piece = group.piece
        number = number_words(piece.issue, piece.part)
        words = "  ".join(filter(None, (number, piece.held, piece.title or piece.id)))
        count = hits_counted(len(group.hits)) if len(group.hits) > 1 else ""
        room = width - cells.width(count) - 2 if count else width
        yield cells.pad(cells.fit(words, max(0, room)), max(0, room)), self.look("hits--piece")
        if count:
            yield f"  {count}", self.look("list--quiet")

    def _suggestion(self, item: Suggestion) -> Iterator[Part]:
        yield INDENT, self.rich_style
        yield item.words, self.look("list--strong") if item.finds is not None else self.rich_style
        if item.finds is not None:
            yield "  " + hits_counted(item.finds), self.look("hits--tier")
        if item.text != item.words:
            yield f"  {item.text}", self.look("list--quiet")

    def _where(self, hit: Hit) -> Iterator[Part]:
        yield INDENT, self.rich_style
        field = field_words(hit.field)
        yield hit.label or field, self.look("hits--speaker")
        quiet = self.look("list--quiet")
        if tier := tier_words(hit.match):
            yield f"  {tier}", self.look("hits--tier")
        if hit.label and field:
            yield f"  {field}", self.look("hits--tier")
        if hit.speaker is not None and hit.speaker.position:
            yield f"  {hit.speaker.position}", quiet
        if hit.section:
            yield f"  § {' › '.join(hit.section)}", quiet

    def _said_before(self, hit: Hit, width: int) -> Iterator[Part]:
        spoken = self._before(hit)
        if spoken is not None:
            room = max(4, width - len(INDENT) * 2)
            label = f"{spoken.label}: " if spoken.label else ""
            # What is said last leads to the hit.
            words = _end_of(spoken.text, room - cells.width(label))
            yield f"{INDENT * 2}{label}{words}", self.look("list--quiet")

    def _words(self, hit: Hit, width: int) -> Iterator[Part]:
        shown = snippet(hit.text, hit.spans, max(8, width - len(INDENT) * 2))
        yield INDENT * 2, self.rich_style
        done = 0
        for start, end in shown.spans:
            yield shown.text[done:start], self.rich_style
            yield shown.text[start:end], self.look("hits--mark")
            done = end
        yield shown.text[done:], self.rich_style


def is_same(item: Item, other: Item) -> bool:
    """Whether both are the same place, though found again, or lead to the same."""
    if isinstance(item, Hit) and isinstance(other, Hit):
        return place_of(item) == place_of(other)
    if isinstance(item, More) and isinstance(other, More):
        return item.piece == other.piece
    return item == other


def _end_of(text: str, room: int) -> str:
    """Return the last words of `text` in at most `room` cells, with … where its beginning is left out."""
    last = text.rstrip()[-max(room, 0) :].replace("\n", " ") if room > 0 else ""
    if len(last) == len(text.rstrip()) and cells.width(last) <= room:
        return last
    while last and cells.width(last) > room - 1:
        last = last[max(1, (cells.width(last) - room) // 2) :]
    return f"…{last}"
