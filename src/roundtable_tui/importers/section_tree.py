"""The sections of a transcript that is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.model import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.model import Turn


@dataclass(slots=True)
class _Node:
    heading: str
    turns: list[Turn] = field(default_factory=list)
    inner: list[_Node] = field(default_factory=list)


class SectionTree:
    """Sections as they open and close while a source is read."""

    def __init__(self) -> None:
        self._root = _Node("")
        self._open = [self._root]

    def add(self, heading: str, depth: int) -> None:
        """Open a section at `depth`, closing those that are as deep."""
        del self._open[depth:]
        node = _Node(heading)
        self._open[-1].inner.append(node)
        self._open.append(node)

    def turns(self, turns: Sequence[Turn]) -> None:
        """Add `turns` to the innermost open section."""
        self._open[-1].turns.extend(turns)

    def sections(self) -> tuple[Section, ...]:
        """Return the sections with their paths."""
        return _sections(self._root, ())


def _sections(node: _Node, path: tuple[int, ...]) -> tuple[Section, ...]:
    return tuple(
        Section((*path, place), inner.heading, tuple(inner.turns), _sections(inner, (*path, place)))
        for place, inner in enumerate(node.inner, 1)
    )
