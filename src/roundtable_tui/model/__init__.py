"""What a transcript is: frozen dataclasses without input or output."""

from roundtable_tui.model.anchor import Anchor
from roundtable_tui.model.figure import Figure
from roundtable_tui.model.participant import Participant
from roundtable_tui.model.section import Section
from roundtable_tui.model.transcript import Credit, Link, Note, Transcript
from roundtable_tui.model.turn import NARRATION, Turn, paragraphs_of

__all__ = [
    "NARRATION",
    "Anchor",
    "Credit",
    "Figure",
    "Link",
    "Note",
    "Participant",
    "Section",
    "Transcript",
    "Turn",
    "paragraphs_of",
]
