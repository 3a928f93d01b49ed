"""A line of text as a page shows it, and the line that is being put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.model import Figure

_WIDE = "\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_BROKEN = re.compile(rf"(?<=[{_WIDE}])[ \t\f]*\n[ \t\f\n]*(?=[{_WIDE}])")
_WHITE = re.compile(r"[ \t\f\n]+")
_CLOCK = re.compile(r"\s*[\[(]?((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)[\])]?\s*(?=\D|$)")


@dataclass(slots=True)
class Row:
    """A line that the page shows.

    `line` is where it begins in the source, from 1; `block` is one number for the lines between two blank ones.
    `level` is that of a heading. `bold` and `cited` say how many code points at its start are so marked; the first cell
    of a table counts as bold. `clock` is a time that stands behind what is cited, `dated` the day of a `time` element.
    `url` is its address if all of it is a link. `region` is the innermost part of the page that may be the whole
    article. `aside` says why it is none of the article; `held` that it never can be.
    """

    line: int
    text: str
    block: int = 0
    region: int = 0
    level: int = 0
    bold: int = 0
    cited: int = 0
    clock: str = ""
    dated: str = ""
    item: bool = False
    url: str = ""
    figure: Figure | None = None
    aside: str = ""
    held: bool = False


def squeezed(text: str) -> str:
    """Return `text` as a page shows it: white space is one space, and none where a line of Japanese is broken."""
    return _WHITE.sub(" ", _BROKEN.sub("", text)).strip()


@dataclass(slots=True)
class Growing:
    """A line to which text is added; how much of its start is bold or cited, and how much of it is a link."""

    line: int = 0
    _parts: list[str] = field(default_factory=list)
    _ends: dict[str, int] = field(default_factory=lambda: {"bold": 0, "cited": 0})
    _open: set[str] = field(default_factory=lambda: {"bold", "cited"})
    _length: int = 0
    url: str = ""
    _linked: bool = True
    dated: str = ""

    def add(self, text: str, line: int, *, bold: bool, cited: bool, url: str) -> None:
        """Add `text`, which begins in `line` of the source."""
        blank = not text.strip(" \t\n\f")
        if not self.line and not blank:
            self.line = line + text[: len(text) - len(text.lstrip(" \t\n\f"))].count("\n")
        self._parts.append(text)
        self._length += len(text)
        for name, marked in (("bold", bold), ("cited", cited)):
            if name in self._open and marked:
                self._ends[name] = self._length
            elif not blank and not marked:
                self._open.discard(name)
        if not blank:
            self._linked = self._linked and bool(url) and self.url in ("", url)
            self.url = self.url or url

    def divide(self) -> None:
        """Say that a cell of a table ends here: the first stands apart from the others as words in bold print do."""
        if not self.is_blank and self._ends["cited"] < self._length and "cells" not in self._open:
            self._open.add("cells")
            self._open.discard("bold")
            self._ends["bold"] = self._length

    def mark(self) -> int:
        """Return a place to which `bracket` may go back."""
        return len(self._parts)

    def bracket(self, place: int) -> None:
        """Put what was added since `place` in brackets, if it is the number of a note."""
        inside = "".join(self._parts[place:]).strip()
        if re.fullmatch(r"[0-9]{1,3}|[*†‡]{1,3}", inside):
            self._length += len(inside) + 2 - sum(map(len, self._parts[place:]))
            self._parts[place:] = [f"[{inside}]"]

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space was added."""
        return not self.line

    def row(self) -> Row:
        """Return the line as far as it goes."""
        raw = "".join(self._parts)
        text = squeezed(raw)
        row = Row(self.line, text, url=self.url if self._linked else "", dated=self.dated)
        row.bold = len(squeezed(raw[: self._ends["bold"]]))
        row.cited = len(squeezed(raw[: self._ends["cited"]]))
        clock = _CLOCK.match(text, row.cited) if row.cited else None
        if clock:
            row.clock = clock[1]
            row.text = text[: row.cited] + " " + text[clock.end() :]
        return row
