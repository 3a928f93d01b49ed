"""A folder of transcript files: what it holds, in which order, and what has changed on disk."""

from roundtable_tui.library.entry import Entry
from roundtable_tui.library.library import Library
from roundtable_tui.library.unknown import UnknownPiece

__all__ = ["Entry", "Library", "UnknownPiece"]
