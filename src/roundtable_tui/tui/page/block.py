"""One stretch of the page that is laid out as a unit: a heading, a paragraph of the lead, a turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from roundtable_tui.model import Participant, Person

Kind = Literal[
    "series",
    "title",
    "subtitle",
    "date",
    "lead",
    "note",
    "caption",
    "cast",
    "item",
    "heading",
    "speech",
    "narration",
    "figure",
    "detail",
    "closing",
    "credit",
    "link",
]


NOTE_SPACE = "　"
"""What stands between the term of a note and its text, one code point."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the page.

    `text` is what stands in the text column, unchanged from the piece for everything that was said or printed; its
    non-empty lines are paragraphs. `label` stands in the gutter. `turn` is the number of the turn shown (0 for none),
    `section` the path of the section the block belongs to (empty before the first). `gap` counts the blank rows
    above. `target` is the id of a piece that the block leads to. `lead_in` is the length in code points of a prefix
    of `text` set in the strong style, such as a note's term.
    `src` is the path of the picture that a figure has, from the file of the piece.
    `person` is who speaks in a speech, or whom an entry of the cast is about.
    """

    kind: Kind
    text: str
    label: str = ""
    speaker: Participant | None = None
    turn: int = 0
    section: tuple[int, ...] = ()
    gap: int = 0
    target: str = ""
    lead_in: int = 0
    person: Person | None = None
    src: str = ""
