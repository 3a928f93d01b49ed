"""A section: a heading with turns, sections, or turns and then sections under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.model.turn import Turn


@dataclass(frozen=True, slots=True)
class Section:
    """One section; `path` is its place, 1-based positions from the outermost section inwards."""

    path: tuple[int, ...]
    heading: str
    turns: tuple[Turn, ...] = ()
    sections: tuple[Section, ...] = ()
    line: int = 0

    @property
    def depth(self) -> int:
        """How deep the section lies; 1 is outermost."""
        return len(self.path)

    def walk(self) -> Iterator[Section]:
        """Yield this section and all inside it in reading order."""
        waiting = [self]
        while waiting:
            section = waiting.pop()
            yield section
            waiting.extend(reversed(section.sections))

    def all_turns(self) -> Iterator[Turn]:
        """Yield the turns of this section and of all inside it in reading order."""
        for section in self.walk():
            yield from section.turns
