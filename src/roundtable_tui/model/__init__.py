"""What a transcript is: frozen, without input or output. A name is looked up where it is defined when it is needed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.model.anchor import Anchor
    from roundtable_tui.model.figure import Figure
    from roundtable_tui.model.participant import Participant
    from roundtable_tui.model.person import Person
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
    "Person",
    "Section",
    "Transcript",
    "Turn",
    "paragraphs_of",
]

_MODULES = {
    "Credit": "transcript",
    "Link": "transcript",
    "Note": "transcript",
    "NARRATION": "turn",
    "paragraphs_of": "turn",
}
"""Where a name is defined that has no module called like it."""


def __getattr__(name: str) -> object:
    # The dataclasses of a whole transcript cost more than a bare Python start, and a search shows only parts of one.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{_MODULES.get(name, name.lower())}"), name)
    globals()[name] = found
    return found
