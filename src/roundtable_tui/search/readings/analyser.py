"""Who reads kanji: the analysers that may be installed, and what is asked of one.

Only indexing asks for one, as loading its dictionary costs more than a whole search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from roundtable_tui.search.readings.words import Word


class Analyser(Protocol):
    """Finds the words of Japanese text and how they are read."""

    @property
    def name(self) -> str:
        """Its name with versions: texts read by an analyser of another name are to be read anew."""
        ...

    def words(self, text: str) -> list[Word]:
        """Return the words of `text` that hold a kanji and whose reading it knows, in order, none over another."""
        ...


def find_analyser() -> Analyser | None:
    """Load and return the analyser that is installed; None where there is none, or none that loads.

    Sudachi is not installed unless somebody wants it, so it goes before Lindera where both are there.
    """
    try:
        from roundtable_tui.search.readings.sudachi import SudachiAnalyser

        return SudachiAnalyser()
    except (ImportError, OSError):
        pass
    try:
        from roundtable_tui.search.readings.ipadic import LinderaAnalyser

        return LinderaAnalyser()
    except (ImportError, OSError):
        return None
