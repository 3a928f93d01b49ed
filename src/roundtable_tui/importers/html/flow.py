"""From the tokens of a page to the lines that it shows, with what is marked in them and what is not of the article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.html.elements import (
    BLOCKS,
    CLOSED_BY,
    CLOSES_P,
    HEADINGS,
    HELD,
    VOID,
    held_reason,
    may_be_all,
    page_reason,
)
from roundtable_tui.importers.html.pictures import Picture, is_sign
from roundtable_tui.importers.html.rows import Growing, Row, squeezed
from roundtable_tui.importers.html.tokens import RAW, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

_BOLD = frozenset({"b", "strong"})
_WEB = re.compile(r"https?://[^\s]+")


@dataclass(slots=True)
class Head:
    """What a page says of itself: its title, its `meta`, `link` and `html` elements, and data in JSON-LD."""

    title: str = ""
    title_line: int = 0
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    name: str
    aside: str
    held: bool
    region: int
    bold: int
    level: int
    item: bool


class Flow:
    """Reads `source`, whose lines end with LF: `rows` are what it shows, `parents` the part around each part of it."""

    def __init__(self, source: str) -> None:
        self.head = Head()
        self.rows: list[Row] = []
        self.parents = [0]
        self._open = [_Open("", "", held=False, region=0, bold=0, level=0, item=False)]
        self._names: Counter[str] = Counter()
        self._block = 0
        self._bold = self._cited = self._silent = self._rt = 0
        self._url = ""
        self._growing = Growing()
        self._beside = Growing()
        self._pictures: list[Picture] = []
        self._figure: Picture | None = None
        self._figure_from = 0
        self._data = False
        self._note = -1
        self._read(tokens(source))

    def _read(self, found: Iterable[Token]) -> None:
        raw = ""
        for token in found:
            if token.kind == "text":
                self._text(token, raw)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token.name)
            elif token.kind == "broken":
                self._break(block=True)
                self.rows.append(
                    Row(token.line, squeezed(token.text), aside="a tag or a comment with no end", held=True)
                )
            raw = token.name if token.kind == "start" and token.name in RAW else ""
            self._data = raw == "script" and "json" in token.attributes.get("type", "").lower()
        while len(self._open) > 1:
            self._pop()
        self._break(block=True)

    # Text ------------------------------------------------------------------------------------------------------------

    def _text(self, token: Token, raw: str) -> None:
        if raw == "title" and not self.head.title and "svg" not in self._names:
            self.head.title, self.head.title_line = squeezed(token.text), token.line
        elif raw in {"script", "style"}:
            if self._data:
                self.head.data.append(token.text)
            if token.text.strip():
                self.rows.append(Row(token.line, f"<{raw}>", aside="no words, but what the page does", held=True))
        elif raw:
            self.rows.append(
                Row(token.line, squeezed(token.text), aside=f"inside of <{raw}>, not of the text", held=True)
            )
        elif not self._silent:
            self._add(token.text, token.line)

    def _add(self, text: str, line: int) -> None:
        if self._open[-1].aside:
            self._beside.add(text, line, bold=False, cited=False, url="")
            return
        rows = text.split("\n") if self._names["pre"] else [text]
        for place, row in enumerate(rows):
            if place:
                self._break()
            self._growing.add(
                row,
                line + (place if self._names["pre"] else 0),
                bold=self._bold > 0,
                cited=self._cited > 0,
                url=self._url,
            )

    def _break(self, *, block: bool = False) -> None:
        """End the line; a block ends with it if `block` says so."""
        for growing in (self._growing, self._beside):
            if growing.is_blank:
                continue
            row = growing.row()
            top = self._open[-1]
            row.block, row.region, row.level, row.item = self._block, top.region, top.level, top.item
            if growing is self._beside:
                row.aside, row.held = top.aside, top.held
            if top.name == "dt":
                row.bold = len(row.text)  # a term that what stands below it is said to
            if row.text:
                self.rows.append(row)
        self._growing, self._beside = Growing(), Growing()
        if block:
            self._block += 1
            for picture in self._pictures:
                self.rows.append(picture.row(self._block, self._open[-1].region))
                self._block += 1
            self._pictures = []

    # Tags ------------------------------------------------------------------------------------------------------------

    def _start(self, token: Token) -> None:
        name = token.name
        if name in {"meta", "link", "html", "base", "time"}:
            self.head.elements.append((name, token.attributes))
        if name == "br":
            self._break_line()
        elif name == "img":
            self._picture(token)
        elif name == "hr":
            self._close_p()
            self._break(block=True)
        elif name in BLOCKS:
            self._start_block(token)
        elif name in HELD or held_reason(name, token.attributes) or page_reason(name, token.attributes):
            if name not in VOID and name not in RAW:
                self._push(token)
        elif name not in VOID:
            self._start_inline(token)

    def _break_line(self) -> None:
        if self._growing.is_blank and not self._open[-1].aside:
            self._block += 1  # two of them are a blank line
        self._break()

    def _start_block(self, token: Token) -> None:
        name = token.name
        if name in CLOSES_P:
            self._close_p()
        while self._open[-1].name in CLOSED_BY.get(name, ()):
            self._pop()
        # What belongs together stands in one block: the points of a list, a term and what is said to it.
        together = name == "li" or name == "tr" or name == "dd" or (name in CLOSES_P and self._is_first_in_item())
        self._break(block=not together)
        self._push(token)
        if name == "figure":
            self._figure, self._figure_from = Picture(token.line), len(self.rows)

    def _is_first_in_item(self) -> bool:
        """Return whether nothing stands yet in the point of a list or the definition that is open."""
        top = self._open[-1]
        return top.name in {"li", "dd", "td", "th"} and self._growing.is_blank and top.item

    def _start_inline(self, token: Token) -> None:
        name = token.name
        if name in _BOLD:
            self._bold += 1
        elif name == "cite":
            self._cited += 1
        elif name == "time":
            self._growing.dated = self._growing.dated or token.attributes.get("datetime", "").strip()
        elif name == "a":
            href = token.attributes.get("href", "").strip()
            self._url = href if _WEB.fullmatch(href) or href.startswith("/") else ""
            if self._note >= 0 and href.startswith("#"):
                self._note |= 1
        elif name == "rt":
            self._end_reading()
            self._rt = 1
            self._add("（", token.line)
        elif name == "rp":
            self._end_reading()
            self._silent = 1
        elif name in {"td", "th"}:
            self._growing.divide()
            self._add("\u3000", token.line)
        elif name == "sup":
            self._note = self._growing.mark() * 2

    def _end(self, name: str) -> None:
        if name in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif name == "cite":
            self._cited = max(0, self._cited - 1)
        elif name == "a":
            self._url = ""
        elif name in {"rt", "ruby"}:
            self._end_reading()
        elif name == "rp":
            self._silent = 0
        elif name == "sup" and self._note >= 0:
            if self._note % 2:
                self._growing.bracket(self._note // 2)
            self._note = -1
        elif self._names[name]:
            while self._open[-1].name != name:
                self._pop()
            self._pop()

    def _end_reading(self) -> None:
        self._silent = 0
        if self._rt:
            self._rt = 0
            self._add("）", 0)

    def _close_p(self) -> None:
        if self._open[-1].name == "p":
            self._pop()

    def _push(self, token: Token) -> None:
        around = self._open[-1]
        never = held_reason(token.name, token.attributes)
        aside = around.aside or never or page_reason(token.name, token.attributes)
        if around.name == "blockquote" and token.name == "footer":
            aside = around.aside
        if aside and not around.aside and not self._beside.is_blank:
            self._break()
        region = around.region
        if may_be_all(token.name, token.attributes):
            region = len(self.parents)
            self.parents.append(around.region)
        level = HEADINGS.get(token.name, around.level)
        item = token.name == "li" or (around.item and token.name not in {"ul", "ol", "dl", "table"})
        self._open.append(_Open(token.name, aside, around.held or bool(never), region, self._bold, level, item))
        self._names[token.name] += 1

    def _pop(self) -> None:
        top = self._open[-1]
        if top.name == "figure" and self._figure is not None:
            self._end_figure(self._figure)
        together = top.name in {"li", "dt", "tr"} or top.name not in BLOCKS
        if top.name in BLOCKS:
            self._end_reading()
            self._break(block=not together)
        elif top.aside and not self._open[-2].aside:
            growing, self._growing = self._growing, Growing()
            self._break()
            self._growing = growing
        self._bold = min(self._bold, top.bold)
        self._open.pop()
        self._names[top.name] -= 1

    # Pictures --------------------------------------------------------------------------------------------------------

    def _picture(self, token: Token) -> None:
        alt = squeezed(token.attributes.get("alt", ""))
        if self._open[-1].aside:
            return
        if is_sign(alt):
            self._add(alt, token.line)
        elif self._figure is not None and not self._figure.line_of_picture:
            self._figure.take(token)
        else:
            picture = Picture(token.line)
            picture.take(token)
            self._pictures.append(picture)

    def _end_figure(self, figure: Picture) -> None:
        self._figure = None
        if not figure.line_of_picture:
            return
        self._break()
        inside = self.rows[self._figure_from :]
        self.rows[self._figure_from :] = [row for row in inside if row.aside or row.figure is not None]
        figure.caption = " ".join(row.text for row in inside if not row.aside and row.figure is None)
        self._pictures.insert(0, figure)
