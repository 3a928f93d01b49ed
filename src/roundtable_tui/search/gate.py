"""Which rows the filters of a query let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.filters import in_period
from roundtable_tui.search.grams import PIECE, VOICE
from roundtable_tui.search.index.records import packed_name
from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    from roundtable_tui.model.person import Person
    from roundtable_tui.search.filters import Filters
    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.known import Known

_MOST_ASKED = 64
"""So many pieces or voices are asked for by number; of more, rows are looked at one by one."""


class Gate:
    """`filters` made ready for the index that `reader` reads; `closed` where no row can pass."""

    def __init__(self, filters: Filters, reader: Reader, known: Known) -> None:
        self._known = known
        self._section = fold_text(filters.section)
        self._headings: dict[int, set[int | None]] = {}
        self._voices = _voices(filters, known) if filters.narrow_voices else None
        self._pieces = _pieces(filters, reader)
        self.closed = self._voices == frozenset() or self._pieces == frozenset()

    def ask(self) -> list[str]:
        """Return FTS5 expressions that every row which passes answers to."""
        asked = []
        for numbers, mark in ((self._voices, VOICE), (self._pieces, PIECE)):
            if numbers is not None and len(numbers) <= _MOST_ASKED:
                asked.append("(" + " OR ".join(f'"{mark}{number}"' for number in sorted(numbers)) + ")")
        return asked

    def passes(self, piece: int, voice: int | None, section: int | None) -> bool:
        """Return whether a row of that piece, voice and section passes."""
        if self._pieces is not None and piece not in self._pieces:
            return False
        if self._voices is not None and voice not in self._voices:
            return False
        return not self._section or section in self._inside(piece)

    def _inside(self, piece: int) -> set[int | None]:
        """The sections of a piece over which a heading holds what is looked for."""
        if piece not in self._headings:
            stored = self._known.piece(piece)
            sections = stored.section_list() if stored else []
            self._headings[piece] = {
                number
                for number, (_, headings) in enumerate(sections)
                if any(self._section in fold_text(heading) for heading in headings)
            }
        return self._headings[piece]


def _voices(filters: Filters, known: Known) -> frozenset[int]:
    from roundtable_tui.search.voice import heard

    voices = known.voices()
    passing = heard(voices.values(), filters)
    found = frozenset(number for number, voice in voices.items() if voice in passing)
    return found if filters.person is None else found & known.voices_of(filters.person)


def _pieces(filters: Filters, reader: Reader) -> frozenset[int] | None:
    """The numbers of the pieces that pass; None where every piece does."""
    if filters.issue is None and not (filters.since or filters.until or filters.title or filters.person):
        return None
    title = fold_text(filters.title)
    query = "SELECT id, piece, series, issue, held, published, title, subtitle FROM piece"
    return frozenset(
        number
        for number, own, series, issue, *texts in reader.database.execute(query)
        if all(type(text) is str for text in texts)  # nobody has looked at the checksum
        and (filters.person is None or _is_of(filters.person, own, series))
        and _passes(filters, title, issue, *texts)
    )


def _is_of(person: Person, piece: object, series: object) -> bool:
    return series == person.series and (not person.piece or piece == packed_name(person.piece))


def _passes(
    filters: Filters, folded_title: str, issue: object, held: str, published: str, title: str, subtitle: str
) -> bool:
    return (
        (filters.issue is None or str(issue) == str(filters.issue))
        and in_period(held or published, filters.since, filters.until)
        and folded_title in fold_text(f"{title} {subtitle}")
    )
