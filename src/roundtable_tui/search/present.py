"""From a place in the index to a hit: the original words, the marks on them, and what is said of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from roundtable_tui.model import Anchor
from roundtable_tui.search.form import TIERS
from roundtable_tui.search.hit import Hit
from roundtable_tui.search.indexed import label_of
from roundtable_tui.search.marks import marks
from roundtable_tui.search.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.model import Transcript
    from roundtable_tui.search.form import Fit
    from roundtable_tui.search.matching import Word
    from roundtable_tui.search.query import Query
    from roundtable_tui.search.rows import Row


def present(transcript: Transcript, row_number: int, query: Query, words: Sequence[Word], fit: Fit) -> Hit | None:
    """Return the hit on one row of `transcript`, or None where the words are no longer there.

    `words` are the spellings of `query` that were looked for. What fits as if exact is `folded` all the same where the
    words do not stand in the text as they were typed.
    """
    row = next(islice(rows_of(transcript), row_number, None), None)
    spans = marks(row.text, words) if row else None
    if row is None or spans is None:
        return None
    literal = all(term.text in row.text for term in query.wanted)
    tier = TIERS[fit.tier if literal else max(fit.tier, 1)]
    turn = row.turn
    return Hit(
        piece=label_of(transcript),
        anchor=_anchor(transcript.id, row),
        field=row.field,
        match=tier,
        score=_score(query, fit),
        text=row.text,
        spans=spans,
        turn=turn.number if turn else None,
        section=transcript.headings(row.section_path),
        section_path=row.section_path,
        label=_label(row),
        speaker=row.speaker,
    )


def _label(row: Row) -> str:
    if row.turn:
        return "" if row.turn.kind == "figure" else row.turn.shown_label
    return row.speaker.label if row.speaker else ""


def _anchor(piece: str, row: Row) -> Anchor:
    return Anchor(piece, turn=row.turn.number) if row.turn else Anchor(piece, row.section_path)


def _score(query: Query, fit: Fit) -> float:
    """100, less a letter's share for every error, less 10 for a word found inside another."""
    letters = sum(len(term.folded) for term in query.wanted) or 1
    return round(max(0.0, 100 * (1 - fit.errors / letters) - 10 * fit.part), 1)
