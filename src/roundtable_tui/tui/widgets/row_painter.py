"""How one row of a page looks: margin, label, bar and text, with its marks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from roundtable_tui.text import cells, safe
from roundtable_tui.text.graphemes import cluster_at
from roundtable_tui.text.wrap import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from roundtable_tui.model import Person
    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.page import Page, Row
    from roundtable_tui.tui.pictures.drawing import Drawing

Span = tuple[int, int]

Looks = tuple[tuple[str, tuple[Span, ...]], ...]
"""Styles of marks by name, each with its spans in a block's text; a later one lies over an earlier one."""

SIGNS = {"narration": "―", "figure": "▣", "item": "・", "cast": "●", "link": "→"}
"""What stands in the gutter before the first row of a block that has no label."""

OUTDENTED = frozenset({"series", "title", "subtitle", "date", "caption", "heading"})
"""Blocks that begin at the margin rather than in the text column."""

BARS = "▎┃┆║"
"""The bars of speakers, by colour, where colours alone may not be told apart."""

HEADING_SIGNS = ("■ ", "── ", "・ ")
"""What stands before a heading, by depth; the last serves every deeper one."""


class RowPainter:
    """Paints rows of `page`; `look` gives the style of a component, `base` that of empty cells.

    Blocks whose numbers are among the `receding` are dimmed. Where `shaped`, speakers' bars differ in shape, too.
    `drawings` are the pictures on the page, by block.
    """

    def __init__(
        self,
        page: Page,
        look: Callable[[str], Style],
        base: Style,
        colours: Mapping[Person, int],
        receding: Container[int] = frozenset(),
        *,
        shaped: bool = False,
        drawings: Mapping[int, Drawing] | None = None,
    ) -> None:
        self._page = page
        self._drawings = drawings or {}
        self._look = look
        self._base = base
        self._colours = colours
        self._receding = receding
        self._shaped = shaped

    def strip(self, row: Row, marks: Looks, selected: Span | None, *, first: bool = False, sign: str = "") -> Strip:
        """Return `row` as one line; `marks` are those in the block's text.

        The `first` row on the screen says who speaks even when the turn began above it. `sign` is one cell that stands
        in the margin.
        """
        segments = [*self._gutter(row, named=row.first or first, beside=sign)]
        if row.role == "text":
            if row.indent:
                segments.append(Segment(" " * row.indent, self._base))
            segments.extend(self._runs(row, marks, selected))
        used = sum(cells.width(segment.text) for segment in segments)
        if row.role == "picture":
            drawing = self._drawings[row.block]
            drawn = drawing.row(self._page.picture_row(row))
            segments.extend(each if each.style or each.control else Segment(each.text, self._base) for each in drawn)
            used += drawing.columns
        width = self._page.geometry.width
        if used < width:
            segments.append(Segment(" " * (width - used), self._base))
        line = Strip(segments, max(used, width))
        return line.crop(0, width) if used > width else line

    def touched(self, row: Row, x: int) -> Span:
        """Return the code points of the character that cell `x` of `row` shows, whichever half of it that is.

        Left of the text it is nothing, [n, n), where the row begins, and right of it nothing where the row ends.
        """
        text = self._page.blocks[row.block].text
        start, end = max(0, row.start), max(0, row.end)
        used = sum(cells.width(run.text) for run in self._gutter(row, named=row.first)) + row.indent
        if row.role != "text" or x < used:
            return start, start
        while start < end:
            after = cluster_at(text, start)[1]
            used += cells.width(safe.display(text[start:after]))
            if x < used:
                return start, after
            start = after
        return end, end

    def _gutter(self, row: Row, *, named: bool, beside: str = "") -> Iterator[Segment]:
        """Yield what stands left of the text, with the speaker's name or without, and `beside` it in the margin."""
        if row.role == "gap":
            return
        block, columns = self._page.blocks[row.block], self._page.geometry
        if beside and columns.left:
            yield Segment(" " * (columns.left - 1), self._base)
            yield Segment(beside, self._look("view--bookmark"))
        elif columns.left:
            yield Segment(" " * columns.left, self._base)
        if row.role == "trace":
            words = cells.fit(self._page.folds.words[row.block], columns.measure)
            yield Segment(" " * columns.gutter, self._base)
            yield Segment(safe.display(words), self._look("view--trace"))
        elif block.kind == "heading":
            sign = HEADING_SIGNS[min(len(block.section), len(HEADING_SIGNS)) - 1]
            yield Segment(sign if row.first else " " * cells.width(sign), self._text_style(row.block))
        elif block.kind == "speech":
            yield from self._speaker(row, block, named)
        elif block.kind not in OUTDENTED:
            sign = (block.label or SIGNS.get(block.kind, "")) if row.first else ""
            space = max(0, columns.gutter - 1 - cells.width(sign))
            yield Segment(cells.pad(f"{' ' * space}{sign}", columns.gutter), self._sign_style(row.block))

    def _speaker(self, row: Row, block: Block, named: bool) -> Iterator[Segment]:
        """Yield the label and the bar of a speech."""
        style = self._speaker_style(row.block)
        strong = style + Style(bold=True)
        if row.role == "label":
            yield Segment(cells.fit(block.label, self._page.geometry.width - self._page.geometry.left), strong)
            return
        room = self._page.geometry.label
        if room:
            beside = named and not self._page.stands_above(block)
            yield Segment(cells.pad(block.label if beside else "", room) + " ", strong if row.first else style)
        yield Segment(cells.pad(self._bar(block), 2), style)

    def _bar(self, block: Block) -> str:
        colour = self._colours.get(block.person, 1) if block.person and self._shaped else 1
        return BARS[(colour - 1) % len(BARS)]

    def _speaker_style(self, index: int) -> Style:
        if index in self._receding:
            return self._look("view--dimmed")
        person = self._page.blocks[index].person
        colour = self._colours.get(person) if person else None
        return self._look(f"view--speaker-{colour}") if colour else self._look("view--label")

    def _sign_style(self, index: int) -> Style:
        return self._speaker_style(index) if self._page.blocks[index].person else self._text_style(index)

    def _text_style(self, index: int) -> Style:
        if index in self._receding:
            return self._look("view--dimmed")
        block = self._page.blocks[index]
        if block.kind == "heading" and len(block.section) > 1:
            return self._look("view--subheading")
        return self._look(f"view--{block.kind}")

    def _runs(self, row: Row, marks: Looks, selected: Span | None) -> Iterator[Segment]:
        """Yield the text of `row` cut where its look changes."""
        block = self._page.blocks[row.block]
        first, last = trimmed(block.text, row.start, row.end)
        base = self._text_style(row.block)
        layers = [((0, block.lead_in), Style(bold=True))] if block.lead_in else []
        layers += [
            (span, self._look(look)) for look, spans in marks for span in spans if span[0] < last and span[1] > first
        ]
        if selected is not None:
            layers.append((selected, self._look("view--selected")))
        cuts = {first, last}
        for span, _style in layers:
            cuts.update(offset for offset in span if first < offset < last)
        for start, end in pairwise(sorted(cuts)):
            style = base
            for span, layer in layers:
                if span[0] <= start and end <= span[1]:
                    style += layer
            if shown := safe.display(block.text[start:end]):
                yield Segment(shown, style)
