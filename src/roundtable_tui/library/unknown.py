"""Asking for a piece that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable


class UnknownPiece(LookupError):  # noqa: N818
    """There is no piece with that id; `nearest` are at most three ids that it may be a slip for."""

    def __init__(self, piece: str, known: Iterable[str]) -> None:
        from roundtable_tui.config.nearest import nearest

        super().__init__(piece)
        ids = sorted(known)
        numbers = _numbers(piece)
        alike = [other for other in ids if _numbers(other) == numbers]
        self.piece = piece
        self.nearest = tuple(dict.fromkeys([*alike, *nearest(piece, ids, 3)]))[:3]

    def __str__(self) -> str:
        message = _("there is no piece {id}").format(id=self.piece)
        if not self.nearest:
            return message
        return message + _("; the nearest: {ids}").format(ids=", ".join(self.nearest))


def _numbers(piece: str) -> str:
    """Return `piece` with its numbers as the reader shows them: 014-2 is 14-2 there, and ０１４ is typed for 014."""
    import re
    from unicodedata import normalize

    return re.sub("(?<![0-9])0+(?=[0-9])", "", normalize("NFKC", piece))


def spelt(piece: str, known: Iterable[str]) -> str | None:
    """Return the id among `known` that `piece` means: itself, or the same text in another normal form (UAX #15).

    File names typed on one system and copied from another differ in that: が is one code point or two.
    """
    ids = list(known)
    if piece in ids:
        return piece
    if piece.isascii():
        return None
    from unicodedata import normalize

    wanted = normalize("NFC", piece)
    return next((other for other in ids if normalize("NFC", other) == wanted), None)
