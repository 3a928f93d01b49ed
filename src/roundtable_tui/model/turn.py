"""One turn: what one speaker says without being interrupted, a narration, or a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from roundtable_tui.model.figure import Figure
    from roundtable_tui.model.participant import Participant

NARRATION = "―"
"""The label of narration in a file, U+2015 HORIZONTAL BAR."""


def paragraphs_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs of `text` as [start, end) code-point offsets: every line that is not empty."""
    found = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            found.append((start, end))
        start = end + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Turn:
    """One entry of a section's `turns`.

    `number` counts all entries of the piece from 1, narration and figures included, in the order of the file.
    `text` is exactly what the file holds, without line breaks at its end; each non-empty line of it is a paragraph.
    For a figure it is the caption. `label` is the key in the file and `printed` the label as printed, where it
    differs (`as`). `speaker` is None for narration, for figures and for a label that names no participant.
    `line` is the 1-based line of the label in the file. `at` is when in a recording the turn begins, as `0:12:03` or
    `00:12:03.400`, empty where nothing is known of it.
    """

    number: int
    kind: Literal["speech", "narration", "figure"]
    label: str
    text: str
    speaker: Participant | None = None
    printed: str = ""
    figure: Figure | None = None
    line: int = 0
    at: str = ""

    @property
    def shown_label(self) -> str:
        """The label as printed."""
        return self.printed or self.label

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs in order, each without its line break."""
        return tuple(self.text[start:end] for start, end in paragraphs_of(self.text))
