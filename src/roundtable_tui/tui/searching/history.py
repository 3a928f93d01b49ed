"""Earlier searches, gone through like those of a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from roundtable_tui.state.queries import Queries


class History:
    """The queries kept of one library, and where in them the reader is."""

    def __init__(self, kept: Queries, library: Path) -> None:
        self._kept = kept
        self._library = library
        self._newest: tuple[str, ...] = ()
        self._draft = ""
        self._at: int | None = None

    @property
    def queries(self) -> tuple[str, ...]:
        """The earlier queries, newest first, as they were when they were last looked up."""
        return self._newest

    @property
    def place(self) -> tuple[int, int] | None:
        """Which earlier query stands in the box, from 1, of how many; None where none was called back."""
        return None if self._at is None else (self._at + 1, len(self._newest))

    def look_up(self) -> None:
        """Read what is kept now: other readers may be open. Without a file, what was asked in this one stays."""
        self._newest = self._kept.newest(self._library) or self._newest

    def keep(self, text: str) -> None:
        """Keep `text` as the newest query, unless it is that already or says nothing."""
        text = text.strip()
        if text and self._newest[:1] != (text,):
            self._newest = (text, *(each for each in self._newest if each != text))
            self._kept.keep(self._library, text)

    def leave(self) -> None:
        """Take what stands in the box for a query of its own."""
        self._at = None

    def older(self, text: str) -> str | None:
        """Return the query before that in the box, which holds `text`, or None where there is no older one."""
        if self._at is None:
            self._draft = text
        start = 0 if self._at is None else self._at + 1
        for number in range(start, len(self._newest)):
            if self._newest[number] != text.strip():
                self._at = number
                return self._newest[number]
        return None

    def newer(self) -> str | None:
        """Return the query after that in the box, at last what was being typed; None where there is nothing newer."""
        if self._at is None:
            return None
        for number in range(self._at - 1, -1, -1):
            if self._newest[number] != self._draft.strip():
                self._at = number
                return self._newest[number]
        if not self._draft:
            return None
        self._at = None
        return self._draft
