"""From a row of the index to a hit: the words as printed, the marks on them, and what is said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.model.anchor import Anchor
from roundtable_tui.search.hit import FIELDS, Hit
from roundtable_tui.search.patterns.fit import FOLDED, TIERS, Fit, joined
from roundtable_tui.search.patterns.row_text import RowText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.search.index.records import StoredRow
    from roundtable_tui.search.known import Known
    from roundtable_tui.search.patterns.fit import Pattern, Span
    from roundtable_tui.search.query import Query


def present(row: StoredRow, fit: Fit, query: Query, words: Sequence[Sequence[Pattern]], known: Known) -> Hit | None:
    """Return the hit on `row`, or None where what is known of its piece or speaker is in doubt.

    `words` are the patterns that were looked for.
    """
    piece = known.piece(row.piece)
    voice = None if row.voice is None else known.voice(row.voice)
    if piece is None or (voice is None and row.voice is not None):
        return None
    spans = marks(RowText(row.text, row.words), words)
    path, headings = known.sections(piece)[row.section] if row.section is not None else ((), ())
    person = voice.person() if voice else None
    field = FIELDS[row.field]
    label = piece.label
    turn = row.turn
    return Hit(
        piece=label,
        anchor=Anchor(label.id, turn=turn) if turn else Anchor(label.id, path),
        field=field,
        match=TIERS[fit.tier],
        score=_score(query, fit),
        text=row.text,
        spans=spans,
        turn=turn,
        section=headings,
        section_path=path,
        label=row.label or (person.label if person and field == "speaker" else ""),
        speaker=person,
    )


def marks(row: RowText, words: Iterable[Sequence[Pattern]]) -> tuple[Span, ...]:
    """Return the places of all words in the original, in order; those of different words that overlap become one.

    A word that stands there spelt in one of its ways is marked only so, else as it sounds, else as what it may mean.
    """
    row.unfold()
    found: list[Span] = []
    for wanted in words:
        kind = None
        for pattern in wanted:
            best = max(pattern.best, FOLDED)
            if kind is not None and best > kind:
                break
            spans = pattern.spans(row)
            if spans:
                kind = best
                found += spans
    return tuple(joined(found))


def _score(query: Query, fit: Fit) -> float:
    """100, less a letter's share for every error, less 10 for a word found inside another."""
    letters = sum(len(term.folded) for term in query.wanted) or 1
    return round(max(0.0, 100 * (1 - fit.errors / letters) - 10 * min(fit.part, 1)), 1)
