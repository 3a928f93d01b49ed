"""A folder of transcript files: what it holds, in which order, and what has changed on disk."""

from typing import TYPE_CHECKING

from roundtable_tui.library.library import Library

if TYPE_CHECKING:
    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.unknown import UnknownPiece

__all__ = ["Entry", "Library", "UnknownPiece"]


def __getattr__(name: str) -> object:
    # Looked up when it is needed: a search asks a library for nothing but its folder.
    if name == "Entry":
        from roundtable_tui.library.entry import Entry

        return Entry
    if name == "UnknownPiece":
        from roundtable_tui.library.unknown import UnknownPiece

        return UnknownPiece
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
