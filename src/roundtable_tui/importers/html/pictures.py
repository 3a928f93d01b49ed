"""Pictures of a page: a file can name those that lie beside it; of the others it keeps the caption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.importers.html.rows import Row, squeezed
from roundtable_tui.model import Figure
from roundtable_tui.source.references import src_fault

if TYPE_CHECKING:
    from roundtable_tui.importers.html.tokens import Token


@dataclass(slots=True)
class Picture:
    """A picture with what the page says of it; `line` is where it, or the figure around it, begins."""

    line: int
    src: str = ""
    alt: str = ""
    caption: str = ""
    line_of_picture: int = 0

    def take(self, token: Token) -> None:
        """Read the `img` element that `token` starts."""
        self.line_of_picture = token.line
        written = token.attributes.get("data-src") or token.attributes.get("src", "")
        self.src = written.strip() if not written.startswith("data:") else ""
        self.alt = squeezed(token.attributes.get("alt", ""))

    def row(self, block: int, region: int) -> Row:
        """Return the line that stands for the picture.

        It has a figure where there is a path that a file can name, or a caption; else it is no line of the article.
        """
        named = "" if not self.src or src_fault(self.src) else self.src
        text = self.caption or self.alt or self.src or "<img>"
        row = Row(self.line, text, block, region)
        if named or self.caption:
            row.figure = Figure(named, self.alt if named else "", self.caption)
        else:
            row.aside = "a picture that lies elsewhere" + (f": {self.src}" if self.src and text != self.src else "")
            row.held = True
        return row


def is_sign(alt: str) -> bool:
    """Return whether a picture stands for one sign, as pictures of emoji do."""
    return 0 < len(alt) <= 2 and not re.search(r"\w", alt)
