"""What stands on the terminal, so that no more is written than it takes to change it.

A line scrolled by is most of a screen that stands somewhere else afterwards. All terminals can move lines by themselves
(DECSTBM with IL and DL, as in a VT102): then only what comes into view is written, and what stood beside the text and
moved with it. What Textual would have written for a line of a wide window was 12 kB.

Textual's own frames are obeyed to the cell. A frame for the whole screen is written whole, whatever stood there: it
comes after a new size, and when the reader comes back from the shell.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from textual._compositor import CompositorUpdate, LayoutUpdate

from roundtable_tui.tui.terminal.looks import PLAIN, RESET, change, look_of
from roundtable_tui.tui.terminal.pieces import Piece, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import Console

Line = tuple[Piece, ...]
"""The pieces of one line that are known to stand there."""

Lines = dict[int, Line]

FEWEST = 4
"""Lines that must stand somewhere else before any are moved."""


class Frame(CompositorUpdate):
    """A frame as it is written; `screenful` learns from it what stands on the terminal."""

    def __init__(self, screenful: Screenful, update: CompositorUpdate) -> None:
        self._screenful = screenful
        self._update = update

    def render_segments(self, console: Console) -> str:
        """Return what is to be written."""
        return self._screenful.written(self._update, console)


class Screenful:
    """What stands on the `lines` of the terminal, as far as it is known; at first, and after `forget`, nothing is."""

    def __init__(self) -> None:
        self.lines: Lines = {}

    def forget(self) -> None:
        """Know nothing any more: somebody else wrote on the terminal."""
        self.lines = {}

    def written(self, update: CompositorUpdate, console: Console) -> str:
        """Return what brings `update` on the terminal, and take note of it."""
        if isinstance(update, LayoutUpdate):
            self.forget()
        wanted = dict(self.lines)
        for y, piece in pieces_of(update, console):
            if piece.start < piece.end:  # of a region that is cut off, Textual writes nothing in a place of its own
                wanted[y] = _over(wanted.get(y, ()), piece)
        moving, moved = "", self.lines
        if (move := _move(self.lines, wanted)) is not None:
            moving, moved = _moving(*move), _moved(self.lines, *move)
        self.lines = wanted
        return moving + _written(_missing(moved, wanted), console)


def _over(line: Line, piece: Piece) -> Line:
    """Return `line` with `piece` on it; of what it covers a part of, nothing is known."""
    return (*(each for each in line if each.end <= piece.start or each.start >= piece.end), piece)


def _missing(lines: Lines, wanted: Lines) -> Iterator[tuple[int, Piece]]:
    """Yield what is `wanted` and does not stand in `lines`; what is drawn past the cells is drawn again each time."""
    for y, line in wanted.items():
        there = lines.get(y, ())
        if line is not there:
            yield from ((y, piece) for piece in line if piece.drawn or piece not in there)


def _written(pieces: Iterable[tuple[int, Piece]], console: Console) -> str:
    """Return what writes `pieces`; each says where it begins, so that no error of a terminal's goes on to the next."""
    system = console._color_system or ColorSystem.TRUECOLOR  # as Textual: without colours there still is bold
    out: list[str] = []
    now = PLAIN
    for y, piece in pieces:
        out.append(f"\x1b[{y + 1};{piece.start + 1}H")
        for text, style, control in piece.strip:
            look = PLAIN if control or style is None else look_of(style, system)
            out += (change(now, look), text)
            now = look
    if now != PLAIN:
        out.append(RESET)
    return "".join(out)


# Moving lines


def _move(lines: Lines, wanted: Lines) -> tuple[int, int, int] | None:
    """Return the first and last line to be moved, and by how many up (negative: down); None where it saves nothing."""
    changed = sorted(y for y, line in wanted.items() if line is not lines.get(y))
    if len(changed) < FEWEST:
        return None
    first, last = changed[0], changed[-1]
    step = _step(lines, wanted, changed)
    region = range(first, last + 1)
    if not step or any(not _movable(each.get(y, ())) for y in region for each in (lines, wanted)):
        return None
    before, after = (
        sum(len(piece.shown) for _y, piece in _missing(each, wanted))
        for each in (lines, _moved(lines, first, last, step))
    )
    return (first, last, step) if after < before else None


def _movable(line: Line) -> bool:
    """Return whether all of `line` is known, without a hole, and is text."""
    ends = sorted((piece.start, piece.end) for piece in line)
    whole = bool(ends) and ends[0][0] == 0 and all(here[1] == there[0] for here, there in pairwise(ends))
    return whole and not any(piece.drawn for piece in line)


def _step(lines: Lines, wanted: Lines, changed: Sequence[int]) -> int:
    """Return by how many lines up most of what is wanted stands elsewhere in `lines`; 0 for nothing."""
    stood: dict[Piece, list[int]] = {}
    for y in changed:
        for piece in _text(lines.get(y, ())):
            stood.setdefault(piece, []).append(y)
    votes: Counter[int] = Counter()
    for y in changed:
        for piece in _text(wanted[y]):
            places = stood.get(piece, ())
            if len(places) == 1:  # an empty line stands everywhere and tells nothing
                votes[places[0] - y] += len(piece.shown)
    return max(votes, key=votes.__getitem__, default=0)


def _text(line: Line) -> list[Piece]:
    return [piece for piece in line if not piece.drawn]


def _moved(lines: Mapping[int, Line], first: int, last: int, step: int) -> Lines:
    """Return `lines` once those from `first` to `last` were moved up by `step`; lines that came free are unknown."""
    kept = {y: line for y, line in lines.items() if not first <= y <= last}
    return kept | {y: lines[y + step] for y in range(first, last + 1) if first <= y + step <= last}


def _moving(first: int, last: int, step: int) -> str:
    """Return what moves the lines: margins around them, lines deleted at one end or put in at the other."""
    how = f"{step}M" if step > 0 else f"{-step}L"
    return f"\x1b[{first + 1};{last + 1}r\x1b[{first + 1};1H\x1b[{how}\x1b[r"
