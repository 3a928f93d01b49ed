"""What a case accepts, computed from the words of the pieces and from nothing that searches them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.model.anchor import Anchor
from roundtable_tui.search.rows import rows_of
from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.relevance.cases import Case
    from roundtable_tui.model import Transcript
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.rows import Row


class Line(NamedTuple):
    """A row of a piece as a case sees it.

    `key` is the place a hit is known by: `001:7` a turn, `001#1.2` a heading, `001 @三枝` a participant, and everything
    else with its words, as `001 title …`. `text` is what is compared: for a participant every spelling of the name.
    """

    key: str
    text: str
    piece: str
    name: str
    role: str
    org: str
    headings: tuple[str, ...]
    original: str


def key_of(piece: str, field: str, text: str, turn: int | None, path: Sequence[int], label: str) -> str:
    """Return the key of a row; see `Line`."""
    if turn is not None:
        return str(Anchor(piece, turn=turn))
    if field == "heading":
        return str(Anchor(piece, section=tuple(path)))
    if field == "speaker":
        return f"{piece} @{label}"
    return f"{piece} {field} {' '.join(text.split())}"


def key_of_hit(hit: Hit) -> str:
    """Return the key of what `hit` shows."""
    label = hit.speaker.label if hit.speaker else hit.label
    return key_of(hit.piece.id, hit.field, hit.text, hit.turn, hit.section_path, label)


@dataclass(frozen=True)
class Pieces:
    """Every line of the pieces in a folder, in the order of the files."""

    folder: Path

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines. Raises ValueError where a file cannot be read."""
        found: list[Line] = []
        for path in sorted(self.folder.glob("*.yaml")):
            transcript = load(path).transcript
            if transcript is None:
                raise ValueError(f"{path} cannot be read")
            found += (_line(transcript, row) for row in rows_of(transcript))
        return tuple(found)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key that there is."""
        return frozenset(line.key for line in self.lines)

    def accepted(self, case: Case) -> frozenset[str]:
        """Return the keys that `case` accepts, none for one that is to find nothing."""
        if case.none:
            return frozenset()
        ruled = (line.key for line in self.lines if case.asks_for(line.text) and self.allowed(case, line))
        return frozenset(case.at) | (frozenset(ruled) if case.words else frozenset())

    def allowed(self, case: Case, line: Line) -> bool:
        """Say whether the filters and the unwanted words of `case` let `line` through."""
        voice = case.by or case.role or case.org
        return (
            not any(word in line.text for word in case.lacks)
            and (not case.pieces or line.piece.startswith(case.pieces))
            and (not voice or bool(line.name))
            and case.by in line.name
            and case.role in line.role
            and case.org in line.org
            and (not case.under or any(case.under in heading for heading in line.headings))
        )

    @cached_property
    def by_key(self) -> Mapping[str, Line]:
        """The lines by key; of several lines with one key, the last."""
        return {line.key: line for line in self.lines}


def _line(transcript: Transcript, row: Row) -> Line:
    who = row.speaker
    text = row.text
    if row.field == "speaker" and who:
        text = "\n".join((row.text, who.full_name, who.label, who.kana))
    return Line(
        key_of(
            transcript.id,
            row.field,
            row.text,
            row.turn.number if row.turn else None,
            row.section_path,
            who.label if who else "",
        ),
        text,
        transcript.id,
        "".join(who.full_name.split()) + "\n" + who.full_name if who else "",
        who.role if who else "",
        who.org if who else "",
        transcript.headings(row.section_path),
        row.text,
    )
