"""The lines of an article, and the blocks that blank lines make of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roundtable_tui.model import Figure

COLONS = ":："
OPENING = "(（〔［["
CLOSING = ")）〕］]"
_PROSE_ENDS = frozenset("。．.！!？?」』)）…")


@dataclass(frozen=True, slots=True)
class Marked:
    """What markup says of a line: `depth` of a heading (1 is the title's, 0 is none), its address if it is a link.

    `bold` is how many code points at its start are bold. `plain` says that it is no heading, because headings are
    marked in this source. `item` is one of a list. `figure` is the picture for which the line stands.
    """

    depth: int = 0
    bold: int = 0
    plain: bool = False
    item: bool = False
    url: str = ""
    figure: Figure | None = None


_UNMARKED = Marked()


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    `number` counts all lines of the source from 1. `first` and `last` say whether it begins or ends its block:
    the lines between two blank ones. `marked` is what a source with markup says of it for certain.
    """

    number: int
    text: str
    first: bool
    last: bool
    marked: Marked | None = None

    @property
    def marks(self) -> Marked:
        """What markup says of the line; of one without markup it says nothing."""
        return self.marked or _UNMARKED

    @property
    def alone(self) -> bool:
        """Whether the line is a block of its own."""
        return self.first and self.last


def composed(text: str) -> str:
    """Return `text` as words are compared: か and a voiced mark are one letter (Unicode's NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of `text` that are not blank; a line ends with `\n`, `\r\n` or `\r` and nothing else."""
    rows = [row.strip() for row in re.split(r"\r\n|\r|\n", text)]
    return tuple(
        Line(number, row, first=number == 1 or not rows[number - 2], last=number == len(rows) or not rows[number])
        for number, row in enumerate(rows, 1)
        if row
    )


def blocks(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the blocks of `lines` in order."""
    block: list[Line] = []
    for line in lines:
        if line.first and block:
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)


def ends_as_prose(text: str) -> bool:
    """Return whether `text` ends as a sentence, a quotation or brackets do."""
    return text[-1:] in _PROSE_ENDS


def colons(text: str) -> Iterator[int]:
    """Yield where colons divide `text`: outside brackets, not in an address (`https://`) or a time (`12:30`)."""
    if ":" not in text and "：" not in text:
        return  # most lines have none, and each is asked more than once
    depth = 0
    for place, character in enumerate(text):
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif character in COLONS and not depth:
            before, after = text[max(0, place - 1) : place], text[place + 1 : place + 3]
            if not after.startswith("//") and not (before.isdigit() and after[:1].isdigit()):
                yield place


def trailing_bracket(text: str) -> tuple[str, str]:
    """Return `text` without the brackets at its end, and what stands in them; an empty string where there are none."""
    if not text or text[-1] not in CLOSING:
        return text, ""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in CLOSING) - (text[place] in OPENING)
        if not depth:
            return text[:place].rstrip(), text[place + 1 : -1].strip()
    return text, ""
