"""The hits of a search, under the pieces they lie in, each with the sentence around its match."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.search.hit import Hit, PieceLabel
from roundtable_tui.search.snippet import snippet
from roundtable_tui.tui.page.words import number_words
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.tui.display import Part

INDENT = "  "


def tier_words(tier: str) -> str:
    """Return how a tier below exact is named for readers; nothing for exact."""
    return {"folded": _("spelt differently"), "reading": _("by reading"), "fuzzy": _("similar")}.get(tier, "")


def field_words(field: str) -> str:
    """Return how a hit outside the turns is named."""
    return {
        "title": _("title"),
        "heading": _("heading"),
        "lead": _("lead"),
        "note": _("note"),
        "speaker": _("participant"),
        "closing": _("closing"),
    }.get(field, "")


class HitList(RowList["Hit | PieceLabel"]):
    """Hits of two rows, with a row for each piece above its own."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--piece", "hits--speaker", "hits--mark", "hits--tier"}
    DEFAULT_CSS = """
    HitList { background: $background;
        & > .hits--piece { color: $primary; text-style: bold; }
        & > .hits--speaker { color: $foreground; text-style: bold; }
        & > .hits--mark { background: $mark; color: $mark-text; text-style: bold; }
        & > .hits--tier { color: $accent; }
    }
    HitList:nocolor > .hits--mark { text-style: underline bold; }
    HitList:nocolor > .list--cursor, HitList:ansi > .list--cursor { text-style: reverse; }
    """

    def show_hits(self, hits: Iterable[Hit], chosen: int = 0) -> None:
        """Show `hits` in order, with the cursor on number `chosen`, counted from 0."""
        items: list[Hit | PieceLabel] = []
        piece = ""
        cursor = 0
        for number, hit in enumerate(hits):
            if hit.piece.id != piece:
                piece = hit.piece.id
                items.append(hit.piece)
            if number == chosen:
                cursor = len(items)
            items.append(hit)
        self.show(items, cursor)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        item = self.items[self.cursor] if self.items else None
        return item if isinstance(item, Hit) else None

    def rows_of(self, item: Hit | PieceLabel) -> int:
        """Return 2 rows for a hit and 1 for a piece."""
        return 2 if isinstance(item, Hit) else 1

    def can_choose(self, item: Hit | PieceLabel) -> bool:
        """Return whether `item` is a hit."""
        return isinstance(item, Hit)

    def item_parts(self, item: Hit | PieceLabel, row: int, width: int) -> Iterable[Part]:
        """Return who says it and where in the first row, the words in the second."""
        if isinstance(item, PieceLabel):
            number = number_words(item.issue, item.part)
            yield "  ".join(filter(None, (number, item.held, item.title))), self.look("hits--piece")
        elif row == 0:
            yield from self._where(item)
        else:
            yield from self._words(item, width)

    def _where(self, hit: Hit) -> Iterable[Part]:
        yield INDENT, self.rich_style
        yield hit.label or field_words(hit.field), self.look("hits--speaker")
        quiet = self.look("list--quiet")
        if hit.speaker is not None and hit.speaker.position:
            yield f"  {hit.speaker.position}", quiet
        if hit.section:
            yield f"  § {' › '.join(hit.section)}", quiet
        if tier := tier_words(hit.match):
            yield f"  {tier}", self.look("hits--tier")

    def _words(self, hit: Hit, width: int) -> Iterable[Part]:
        shown = snippet(hit.text, hit.spans, max(8, width - len(INDENT) * 2))
        yield INDENT * 2, self.rich_style
        done = 0
        for start, end in shown.spans:
            yield shown.text[done:start], self.rich_style
            yield shown.text[start:end], self.look("hits--mark")
            done = end
        yield shown.text[done:], self.rich_style
