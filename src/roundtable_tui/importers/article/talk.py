"""The talk itself as it is read: headings with the turns below them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.headings import depths, without_gaps
from roundtable_tui.importers.section_tree import SectionTree
from roundtable_tui.model import NARRATION, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from roundtable_tui.importers.lines import Line
    from roundtable_tui.importers.report import Report
    from roundtable_tui.importers.speakers.voices import Voice
    from roundtable_tui.model import Figure, Participant, Section

_BRACKETED = re.compile(r"[(（〔［\[][^()（）]+[)）〕］\]]")
_DEEPEST = 9
"""Deeper than any heading that markup has."""

_QUESTION = re.compile(
    r"[?？][」』)）]?$|(?:です|ます|でした|ました|でしょう|ません)か[。．]?$|^[QＱ][.．:：\s0-9０-９]"
)
_DASH = re.compile(r"(?:[―─—–━]+|[-－]{2,}|ーー+|[-－](?=[^\s\d-]))\s*")


@dataclass(slots=True)
class Part:
    """A turn: what `voice` says, or narration where it is None, or a picture. `line` is the one that begins it."""

    line: Line
    voice: Voice | None = None
    printed: str = ""
    paragraphs: list[str] = field(default_factory=list)
    figure: Figure | None = None


@dataclass(slots=True)
class Run:
    """Headings that stand together, and the turns below the last of them."""

    headings: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


class Talk:
    """Headings and turns in the order they are added."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    @property
    def current(self) -> Part | None:
        """The turn that goes on, None below a heading."""
        return self.runs[-1].parts[-1] if self.runs and self.runs[-1].parts else None

    @property
    def before_figures(self) -> Part | None:
        """The turn that goes on when the pictures below it are left out, None below a heading."""
        parts = self.runs[-1].parts if self.runs else []
        return next((part for part in reversed(parts) if part.figure is None), None)

    def head(self, line: Line) -> None:
        """Add a heading."""
        if not self.runs or self.runs[-1].parts:
            self.runs.append(Run())
        self.runs[-1].headings.append(line)

    def begin(self, part: Part) -> None:
        """Begin a turn."""
        if not self.runs:
            self.runs.append(Run())
        self.runs[-1].parts.append(part)

    def narrate(self, line: Line, text: str) -> None:
        """Begin a narration that says `text`."""
        self.begin(Part(line, paragraphs=[text]))

    def show(self, line: Line, figure: Figure) -> None:
        """Add a picture; of one that no file can name the caption is narrated."""
        self.begin(Part(line, paragraphs=[figure.caption], figure=figure))

    def sections(self, participants: Mapping[int, Participant], report: Report) -> tuple[Section, ...]:
        """Return the sections; a heading that is alone after pairs of them is reported as doubtful."""
        runs = [run for run in self.runs if run.headings]
        levels, doubtful = _marked_depths(runs) or depths([[line.text for line in run.headings] for run in runs])
        for run, doubt in zip(runs, doubtful, strict=True):
            if doubt:
                report.doubt(run.headings[0], "a heading alone, where others stand in pairs; read as the lower of two")
        tree = SectionTree()
        numbers = iter(range(1, sum(len(run.parts) for run in self.runs) + 1))
        found = dict(zip(map(id, runs), levels, strict=True))
        for run in self.runs:
            for line, depth in zip(run.headings, found.get(id(run), []), strict=True):
                tree.add(line.text, depth)
            if not run.headings:
                tree.add("", 1)
            tree.turns([_turn(part, numbers, participants) for part in run.parts])
        return tree.sections()


def _marked_depths(runs: Sequence[Run]) -> tuple[list[list[int]], list[bool]] | None:
    """Return what `depths` does where headings are marked as such, else None; one in bold print lies deepest."""
    order = sorted({line.marks.depth or _DEEPEST for run in runs for line in run.headings})
    if not order or order == [_DEEPEST]:
        return None
    levels = without_gaps([[order.index(line.marks.depth or _DEEPEST) + 1 for line in run.headings] for run in runs])
    return levels, [False] * len(runs)


def told(line: Line) -> str | None:
    """Return what `line` narrates: what stands behind a dash, or a question in bold print; else None."""
    behind = narration(line.text)
    if behind is not None:
        return behind
    if line.marks.figure or line.marks.depth:
        return None
    bold = line.first and line.marks.bold == len(line.text) and _QUESTION.search(line.text)
    return line.text if bold else None


def narration(text: str) -> str | None:
    """Return what `text` narrates where it begins with a dash, None where it does not; a rule of dashes is none."""
    dash = _DASH.match(text)
    return text[dash.end() :] if dash and text[dash.end() :] else None


def is_bracketed(text: str) -> bool:
    """Return whether all of `text` stands in brackets, as stage directions do: (一同笑う)."""
    return bool(_BRACKETED.fullmatch(text))


def _turn(part: Part, numbers: Iterator[int], participants: Mapping[int, Participant]) -> Turn:
    if part.figure is not None and not part.figure.src:
        return Turn(next(numbers), "narration", NARRATION, part.figure.caption, line=part.line.number)
    if part.figure is not None:
        return Turn(next(numbers), "figure", "figure", part.figure.caption, figure=part.figure)
    text = "\n".join(part.paragraphs)
    if part.voice is None:
        return Turn(next(numbers), "narration", NARRATION, text, line=part.line.number)
    speaker = participants[id(part.voice)]
    if part.printed in speaker.aliases:
        return Turn(next(numbers), "speech", part.printed, text, speaker)
    printed = part.printed if part.printed != speaker.label else ""
    return Turn(next(numbers), "speech", speaker.label, text, speaker, printed, line=part.line.number)
