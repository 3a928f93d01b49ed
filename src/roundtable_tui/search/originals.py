"""The pieces as their files have them, read when they are needed and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript

ROOM = 512
"""How many transcripts are kept; one of 40 turns takes about 26 KiB."""


class Originals:
    """Reads transcripts and keeps those used last. Methods may be called from any thread."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[str, Transcript] = OrderedDict()
        self._lock = Lock()

    def read(self, piece: str, path: str) -> Transcript | None:
        """Return the transcript in the file at `path` with `piece` as its id, read now; None where it cannot be read.

        It is kept only where there is still room: reading a whole library through throws nothing out.
        """
        transcript = _read(piece, path)
        with self._lock:
            self._kept.pop(piece, None)
            if transcript and len(self._kept) < self._room:
                self._kept[piece] = transcript
        return transcript

    def get(self, piece: str, path: str) -> Transcript | None:
        """Return the same as it was read last, or read now; the one not asked for longest makes room for it."""
        with self._lock:
            kept = self._kept.get(piece)
            if kept:
                self._kept.move_to_end(piece)
                return kept
        transcript = _read(piece, path)
        if transcript:
            with self._lock:
                self._kept[piece] = transcript
                while len(self._kept) > self._room:
                    self._kept.popitem(last=False)
        return transcript


def _read(piece: str, path: str) -> Transcript | None:
    from roundtable_tui.source.load import load

    transcript = load(path, warnings=False).transcript
    return replace(transcript, id=piece) if transcript and transcript.id != piece else transcript
