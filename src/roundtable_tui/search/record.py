"""What the library knows of one speaker: every piece they take part in, in what role, and how much they say there."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.hit import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from roundtable_tui.model.participant import Participant
    from roundtable_tui.model.person import Person
    from roundtable_tui.search.hit import PieceLabel
    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.index.records import StoredPiece
    from roundtable_tui.search.known import Known

_TEXT = FIELDS.index("text")

_EVERY = 20
"""Pieces between two reports of progress."""


class Appearance(NamedTuple):
    """One piece that a speaker takes part in, dated `date` (held, or published where that is not known).

    `participants` are the entries that the piece has for them; none for a label that names no participant. They say so
    many `turns` and `characters` (code points) there, of the `total` that is spoken in the piece.
    """

    piece: PieceLabel
    date: str
    participants: tuple[Participant, ...]
    turns: int
    characters: int
    total: int

    @property
    def part(self) -> float:
        """The share of all that is spoken in the piece, 0 to 1."""
        return self.characters / self.total if self.total else 0.0

    @property
    def positions(self) -> tuple[str, ...]:
        """Organisation and role as one phrase, for each entry that has either."""
        return tuple(dict.fromkeys(person.position for person in self.participants if person.position))


class Tenure(NamedTuple):
    """A position that was held from the piece dated `first` to the one dated `last`, in so many `pieces` on end."""

    position: str
    first: str
    last: str
    pieces: int


class Record(NamedTuple):
    """The appearances of `person`, newest first."""

    person: Person
    appearances: tuple[Appearance, ...] = ()

    @property
    def name(self) -> str:
        """The full name as the newest piece has it."""
        return self._newest("full_name") or self.person.name

    @property
    def kana(self) -> str:
        """How the name is read, as the newest piece that says so has it."""
        return self._newest("kana")

    def _newest(self, field: str) -> str:
        people = (person for each in self.appearances for person in each.participants)
        return next((value for person in people if (value := getattr(person, field))), "")

    @property
    def speaking(self) -> tuple[Appearance, ...]:
        """The appearances in which something is said."""
        return tuple(each for each in self.appearances if each.turns)

    @property
    def turns(self) -> int:
        """All turns together."""
        return sum(each.turns for each in self.appearances)

    @property
    def characters(self) -> int:
        """All that is said, in code points."""
        return sum(each.characters for each in self.appearances)

    @property
    def total(self) -> int:
        """All that anybody says in the pieces taken part in, in code points."""
        return sum(each.total for each in self.appearances)

    @property
    def part(self) -> float:
        """The share of all that is spoken in the pieces taken part in, 0 to 1."""
        return self.characters / self.total if self.total else 0.0

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        """The positions, oldest first; one that is come back to is there twice. Pieces that name none are left out."""
        held = [(" ・ ".join(each.positions), each.date) for each in reversed(self.appearances) if each.positions]
        found = []
        for position, pieces in groupby(held, key=lambda each: each[0]):
            dates = [date for _position, date in pieces]
            known = [date for date in dates if date]
            found.append(Tenure(position, known[0] if known else "", known[-1] if known else "", len(dates)))
        return tuple(found)


def record_of(
    reader: Reader,
    known: Known,
    person: Person,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Record:
    """Return what the index knows of `person`, also where they never speak.

    `progress` is told how many of how many pieces are looked through; after `cancelled` only those are there.
    """
    voices = known.voices_of(person)
    pieces: dict[int, list[int]] = {}
    for number, voice in reader.database.execute("SELECT piece, voice FROM heard"):
        if voice in voices:
            pieces.setdefault(number, []).append(voice)
    ages = known.ages(pieces)
    ordered = sorted(pieces, key=ages.__getitem__, reverse=True)
    found: list[Appearance] = []
    for done, number in enumerate(ordered):
        if not done % _EVERY:
            progress(done, len(ordered))
        if cancelled():
            break
        piece = known.piece(number)
        if piece is not None and is_of(person, piece):
            found.append(_appearance(reader, known, piece, pieces[number]))
    return Record(person, tuple(found))


def is_of(person: Person, piece: StoredPiece) -> bool:
    """Return whether `piece` may be one of those in which `person` is known."""
    return piece.series == person.series and person.piece in ("", piece.label.id)


def _appearance(reader: Reader, known: Known, piece: StoredPiece, voices: Sequence[int]) -> Appearance:
    people = _people(known, voices)
    spoken = [
        (row.voice, len(row.text)) for row in reader.rows_of(piece) if row.field == _TEXT and row.voice is not None
    ]
    own = [size for voice, size in spoken if voice in voices]
    return Appearance(piece.label, piece.date, people, len(own), sum(own), sum(size for _voice, size in spoken))


def _people(known: Known, voices: Iterable[int]) -> tuple[Participant, ...]:
    stored = (known.voice(number) for number in voices)
    people = (each.person() for each in stored if each is not None)
    return tuple(person for person in people if person is not None)
