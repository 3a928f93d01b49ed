"""The talk of a plain text: turns, narration and headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.furniture import is_rule
from roundtable_tui.importers.article.headings import mark_of
from roundtable_tui.importers.article.notes import is_note, take_note
from roundtable_tui.importers.article.talk import is_bracketed, narration
from roundtable_tui.importers.speakers.labelling import is_sound
from roundtable_tui.importers.stamps import leading_stamp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.gathering import Gathering
    from roundtable_tui.importers.lines import Line
    from roundtable_tui.importers.plain.labels import Beginning, Labels

_STARRED = re.compile(r"\*[^*]{1,200}\*")
_SHOWN = 40
"""How much of a line a doubt shows, in code points."""


def begins_talk(line: Line, place: int) -> bool:
    """Return whether `line`, the one above the talk so far and at `place` of the text, belongs to the talk."""
    return place > 0 and ((line.alone and mark_of(line.text) is not None) or narration(line.text) is not None)


class Talk:
    """Reads the lines of a talk in order; `who` says whom a label means that says more."""

    def __init__(self, gathering: Gathering, labels: Labels, who: Mapping[str, str], draft: Draft) -> None:
        self._gathering = gathering
        self._labels = labels
        self._who = who
        self._draft = draft
        self._compact = False
        self._speaker: Beginning | None = None
        self._line = 0
        self._parts: list[str] = []
        self._loose = ""
        self._doubted: set[str] = set()

    def read(self, lines: Sequence[Line], found: Sequence[Beginning | None]) -> None:
        """Read `lines`; `found` are the beginnings of turns, None for a line that is none."""
        turns = sum(one is not None for one in found)
        loose = sum(one is None and line.first for line, one in zip(lines, found, strict=True))
        self._compact = loose * 8 <= turns
        for line, one in zip(lines, found, strict=True):
            if one is not None:
                self._begin(line, one)
            else:
                self._go_on(line)
        self._flush()

    def _begin(self, line: Line, one: Beginning) -> None:
        self._flush()
        if one.again:
            self._gathering.report.leave(line.number, one.again, "a second time beside the label")
        if is_sound(one.label) and not leading_stamp(one.text)[1]:
            at = one.at or leading_stamp(one.text)[0]
            self._gathering.narrate(one.label, at=at, line=line.number)
            self._speaker, self._loose = None, "has no label below a break"
            return
        if one.label not in self._doubted and self._labels.is_doubtful(one):
            self._gathering.report.wonder(line.number, one.label, "stands before a single turn; read as a speaker")
        self._doubted.add(one.label)
        at, text = leading_stamp(one.text) if not one.at else ("", one.text)
        self._speaker, self._line, self._loose = one._replace(at=one.at or at), line.number, ""
        self._parts = [text] if text else []

    def _go_on(self, line: Line) -> None:
        """Read a line that begins no turn."""
        told = narration(line.text)
        if is_rule(line.text):
            self._gathering.report.set_aside(line, "a rule")
        elif told is not None:
            self._flush()
            self._gathering.narrate(told, line=line.number)
            self._speaker, self._loose = None, "has no label below a narration"
        elif line.alone and mark_of(line.text) is not None and not self._waits:
            self._flush()
            self._gathering.head(line.text, line=line.number)
            self._speaker, self._loose = None, "has no label below a heading"
        elif line.alone and _STARRED.fullmatch(line.text):
            self._interrupt(line)
        elif is_note(line.text) and take_note(line, self._draft):
            pass
        elif line.alone and is_bracketed(line.text) and not self._waits:
            self._interrupt(line)
        else:
            self._add(line)

    def _interrupt(self, line: Line) -> None:
        """Narrate what interrupts a turn: (一同笑う), *Intro music*."""
        self._flush()
        self._gathering.narrate(line.text, line=line.number)
        self._loose = "has no label below a narration"

    @property
    def _waits(self) -> bool:
        """Whether a label stands above with nothing said yet."""
        return self._speaker is not None and not self._parts and not self._loose

    def _add(self, line: Line) -> None:
        """Add `line` to the turn that goes on, or narrate it where none does."""
        if self._speaker is None:
            reason = self._loose or "has no label"
            self._gathering.report.wonder(line.number, line.text[:_SHOWN], f"{reason}; read as narration")
            self._gathering.narrate(line.text, line=line.number)
            return
        if self._parts and line.first and (self._compact or self._loose):
            reason = f"{self._loose or 'has no label'}; read as the next paragraph of {self._speaker.label}"
            self._gathering.report.wonder(line.number, line.text[:_SHOWN], reason)
        elif self._labels.begins_with_name(line.text):
            reason = f"begins with a speaker's name, but no colon; read as said by {self._speaker.label}"
            self._gathering.report.wonder(line.number, line.text[:_SHOWN], reason)
        elif self._loose:
            reason = f"{self._loose}; read as said by {self._speaker.label}"
            self._gathering.report.wonder(line.number, line.text[:_SHOWN], reason)
        self._loose = ""
        self._parts.append(line.text)

    def _flush(self) -> None:
        """Put an end to the turn that goes on."""
        one = self._speaker
        if one is not None and self._parts:
            who = self._who.get(one.label, "")
            self._gathering.speak(one.label, "\n".join(self._parts), who=who, at=one.at, line=self._line)
            self._speaker = one._replace(at="")
        elif one is not None and self._waits:
            self._gathering.report.wonder(self._line, one.label, "a label with nothing said; read as narration")
            self._gathering.narrate(one.label, at=one.at, line=self._line)
        self._parts = []
