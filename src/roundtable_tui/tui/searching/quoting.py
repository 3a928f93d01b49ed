"""From hits to quotations: each place once, read again from its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.export.citations import Quotation
from roundtable_tui.search.hit import field_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library.library import Library
    from roundtable_tui.model import Transcript
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.tui.searching.found import Found


class Quoted(NamedTuple):
    """What can be quoted of a search, and how many hits cannot, because their files say something else by now."""

    quotations: tuple[Quotation, ...]
    changed: int


def quoted(
    found: Found,
    library: Library,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> Quoted:
    """Return a quotation for each hit of `found`, in the order of the list; a turn with several hits is there once.

    `progress` is told how many hits are done after each piece; where `cancelled` says so, the
    answer means nothing.
    """
    quotations: dict[tuple[object, ...], Quotation] = {}
    changed = done = 0
    for group in found.groups:
        if cancelled():
            break
        try:
            transcript = library.load(group.piece.id, warnings=False).transcript
        except (LookupError, OSError):
            transcript = None
        for hit in group.hits:
            if transcript is None or not _stands(hit, transcript):
                changed += 1
            else:
                key = (hit.anchor, "" if hit.field == "text" else (hit.field, hit.text))
                quotations.setdefault(key, Quotation(transcript, hit.anchor, hit.text, field_words(hit.field)))
        done += len(group.hits)
        progress(done)
    return Quoted(tuple(quotations.values()), changed)


def _stands(hit: Hit, transcript: Transcript) -> bool:
    """Whether `transcript` still says what `hit` says it does."""
    from roundtable_tui.search.rows import rows_of

    if hit.field == "text" and hit.turn is not None:
        turn = transcript.turn(hit.turn)
        return turn is not None and turn.text == hit.text
    return any(row.field == hit.field and row.text == hit.text for row in rows_of(transcript))
