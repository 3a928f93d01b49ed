"""What the search keeps of a piece: its folded words in one string, and whose and where they are."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, get_args

from roundtable_tui.search.altered import Altered, altered
from roundtable_tui.search.hit import Field, PieceLabel
from roundtable_tui.search.rows import rows_of
from roundtable_tui.search.voice import Voice
from roundtable_tui.text.fold import fold, fold_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.model import Participant, Transcript
    from roundtable_tui.search.rows import Row

BREAK = "\n"
"""Stands between two rows in `IndexedPiece.text`."""

FIELDS: tuple[Field, ...] = get_args(Field)
NOWHERE = -1
"""The place of a row that nobody speaks, or that stands in no section."""
_TURN = FIELDS.index("text")

_WORD = re.compile(r"[ァ-ヺーヽヾｦ-ﾟ]{3,}|[A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ]{3,}")


@dataclass(frozen=True, slots=True)
class IndexedPiece:
    """One piece, ready to be searched; the original words stay in its file.

    `text` holds the folded text of every row, in the order of `rows_of`, a BREAK between two. For each row `starts`
    has its first code point in `text` (and one entry more, past the end), `fields` an index into FIELDS, `speakers`
    one into `voices` or -1, and `sections` one into `headings`, the folded headings over it. `date` is when the talk
    was held, or else published. `bits` say which code points of `text` are literally what the file has. `words` are
    its katakana and Latin words of three letters and more, folded, each once.
    """

    label: PieceLabel
    path: str
    date: str
    title: str
    text: str
    starts: array[int]
    fields: bytes
    speakers: array[int]
    sections: array[int]
    voices: tuple[Voice, ...]
    headings: tuple[str, ...]
    bits: Altered
    words: tuple[str, ...]

    def turn_rows(self) -> list[int]:
        """Return the rows that are turns."""
        return [row for row, field in enumerate(self.fields) if field == _TURN]


class Indexer:
    """Makes indexed pieces; names, headings and words that many pieces share are kept once."""

    def __init__(self) -> None:
        self._voices: dict[Voice, Voice] = {}
        self._strings: dict[str, str] = {}
        self._folded: dict[str, str] = {}

    def index(self, transcript: Transcript, path: str) -> IndexedPiece:
        """Return `transcript`, read from the file at `path`, ready to be searched."""
        rows = tuple(rows_of(transcript))
        texts = [fold(row.text) for row in rows]
        starts = array("I", accumulate((len(text.text) + len(BREAK) for text in texts), initial=0))
        voices, speakers = self._speakers(rows)
        headings, sections = self._sections(transcript, rows)
        return IndexedPiece(
            label=label_of(transcript),
            path=path,
            date=transcript.held or transcript.published,
            title=fold_text(f"{transcript.title} {transcript.subtitle}"),
            text=BREAK.join(text.text for text in texts),
            starts=starts,
            fields=bytes(FIELDS.index(row.field) for row in rows),
            speakers=speakers,
            sections=sections,
            voices=voices,
            headings=headings,
            bits=altered(texts, BREAK),
            words=self._words(rows),
        )

    def _speakers(self, rows: Iterable[Row]) -> tuple[tuple[Voice, ...], array[int]]:
        """Every voice of `rows` and, for each row, which of them it is."""
        places: dict[Participant | str, int] = {}
        voices: list[Voice] = []
        speakers = array("i")
        for row in rows:
            who = row.speaker or (row.turn.label if row.turn and row.turn.kind == "speech" else "")
            if who and who not in places:
                places[who] = len(voices)
                voice = Voice.labelled(who) if isinstance(who, str) else Voice.of(who)
                voices.append(self._voices.setdefault(voice, voice))
            speakers.append(places.get(who, NOWHERE))
        return tuple(voices), speakers

    def _sections(self, transcript: Transcript, rows: Iterable[Row]) -> tuple[tuple[str, ...], array[int]]:
        """The folded headings over every section and, for each row, which of them it is."""
        places = {section.path: at for at, section in enumerate(transcript.all_sections)}
        headings = (fold_text(BREAK.join(transcript.headings(path))) for path in places)
        sections = array("i", (places.get(row.section_path, NOWHERE) for row in rows))
        return tuple(self._strings.setdefault(heading, heading) for heading in headings), sections

    def _words(self, rows: Iterable[Row]) -> tuple[str, ...]:
        """The words of `rows` that stand apart from their neighbours, folded."""
        written = {word for row in rows for word in _WORD.findall(row.text)}
        for word in written - self._folded.keys():
            self._folded[word] = fold_text(word)
        return tuple({self._folded[word] for word in written})


def label_of(transcript: Transcript) -> PieceLabel:
    """Return what a hit says of `transcript`."""
    return PieceLabel(
        id=transcript.id,
        title=transcript.title,
        series=transcript.series,
        issue=transcript.issue,
        part=transcript.part,
        held=transcript.held,
    )
