"""A transcript that is put together turn by turn, from a source that says itself who speaks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roundtable_tui.importers.imported import Imported
from roundtable_tui.importers.report import Report
from roundtable_tui.importers.section_tree import SectionTree
from roundtable_tui.importers.speakers.resolving import resolve
from roundtable_tui.model import NARRATION, Transcript, Turn

if TYPE_CHECKING:
    from roundtable_tui.importers.speakers.resolving import Resolved
    from roundtable_tui.model import Figure, Participant


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    depth: int
    line: int


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody says (`label` as printed), or narration where the label is None.

    `who` is the label of the declared participant who speaks, empty where only the printed one tells.
    """

    label: str | None
    who: str
    text: str
    at: str
    line: int


class Gathering:
    """Collects headings, turns and figures in the order of the source; `report` says what is not among them.

    Who is meant by a label is decided at the end, when all are known. The `line` of a turn is that of the source.
    """

    def __init__(self) -> None:
        self.report = Report()
        self._declared: dict[str, Participant] = {}
        self._found: list[_Heading | _Said | Figure] = []

    def declare(self, participant: Participant) -> None:
        """Let `participant`, whom the source names as taking part, be there whether they speak or not.

        Of one label only the first counts; what it lacks is taken from the later ones.
        """
        before = self._declared.get(participant.label, participant)
        lacking = {name: text for name, text in participant._asdict().items() if not getattr(before, name)}
        self._declared[participant.label] = before._replace(**lacking)

    def head(self, text: str, depth: int = 1, *, line: int = 0) -> None:
        """Begin a section; 1 is the outermost depth."""
        self._found.append(_Heading(text, depth, line))

    def speak(self, label: str, text: str, *, who: str = "", at: str = "", line: int = 0) -> None:
        """Add a turn: `label` as printed, `text` with a paragraph a line, `at` as `Turn.at`, `line` in the source.

        `who` is the label of a declared participant where the source says who speaks, whatever is printed.
        """
        self._found.append(_Said(label.strip(), who, text, at, line))

    def narrate(self, text: str, *, at: str = "", line: int = 0) -> None:
        """Add what nobody of the participants says."""
        self._found.append(_Said(None, "", text, at, line))

    def show(self, figure: Figure) -> None:
        """Add a picture."""
        self._found.append(figure)

    @property
    def has_turns(self) -> bool:
        """Whether anything was said or narrated."""
        return any(isinstance(found, _Said) for found in self._found)

    def imported(self, **fields: Any) -> Imported:
        """Return what was gathered; `fields` are those of the transcript but for participants and sections."""
        spoken = [found for found in self._found if isinstance(found, _Said) and found.label is not None]
        voices = Counter((str(said.label), said.who) for said in spoken)
        resolved = resolve(voices, tuple(self._declared.values()))
        for said in spoken:
            if (reason := resolved.doubts.pop(str(said.label), None)) is not None:
                self.report.wonder(said.line, str(said.label), reason)
        self._found = self._without_empty_sections()
        tree = SectionTree()
        if self._found and not isinstance(self._found[0], _Heading):
            tree.add("", 1)
        for number, found in self._numbered():
            if isinstance(found, _Heading):
                tree.add(found.text, found.depth)
            else:
                tree.turns([_turn(number, found, resolved)])
        transcript = Transcript(**fields, participants=resolved.participants, sections=tree.sections())
        return Imported(transcript, self.report.all_set_aside, self.report.all_doubts)

    def _without_empty_sections(self) -> list[_Heading | _Said | Figure]:
        """Return everything, a heading with nothing under it as narration: no file holds a section without turns."""
        kept: list[_Heading | _Said | Figure] = []
        for place, found in enumerate(self._found, start=1):
            following = self._found[place] if place < len(self._found) else None
            if not isinstance(found, _Heading) or _has_something(found, following):
                kept.append(found)
            elif found.text:
                kept.append(_Heading("", found.depth, found.line))
                kept.append(_Said(None, "", found.text, "", found.line))
                self.report.wonder(found.line, found.text, "a heading with nothing under it; read as narration")
        return kept

    def _numbered(self) -> list[tuple[int, _Heading | _Said | Figure]]:
        """Return everything with the number of its turn, which means nothing for headings."""
        numbered = []
        number = 0
        for found in self._found:
            number += not isinstance(found, _Heading)
            numbered.append((number, found))
        return numbered


def _has_something(heading: _Heading, following: _Heading | _Said | Figure | None) -> bool:
    """Return whether what follows `heading` lies under it."""
    return following is not None and (not isinstance(following, _Heading) or following.depth > heading.depth)


def _turn(number: int, found: _Said | Figure, resolved: Resolved) -> Turn:
    if not isinstance(found, _Said):
        return Turn(number, "figure", "figure", found.caption, figure=found)
    if found.label is None:
        return Turn(number, "narration", NARRATION, found.text, line=found.line, at=found.at)
    label, printed, speaker = resolved.named(found.label, found.who)
    return Turn(number, "speech", label, found.text, speaker, printed, line=found.line, at=found.at)
