"""The importer of plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.cast import find_cast
from roundtable_tui.importers.article.credits import is_credit, take_credit
from roundtable_tui.importers.article.draft import Draft
from roundtable_tui.importers.article.front import read_front
from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.lines import Line, split_lines
from roundtable_tui.importers.plain.labels import Labels
from roundtable_tui.importers.plain.talk import Talk, begins_talk
from roundtable_tui.importers.speakers.calling import Calling, shortened
from roundtable_tui.importers.speakers.listed import distinct, named_in_line, participant_of
from roundtable_tui.model import Note, Participant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.cast import Cast
    from roundtable_tui.importers.imported import Imported

_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_FRONT = re.compile(r"\ufeff?---[ \t]*[\r\n]")
_MARKED = re.compile(
    r"^(?:\#{1,6}[ \t]+\S|>[ \t]|[:：][ \t]+\S|\[\^[^\]\n]{1,40}\]:|\*\*\S|<[a-zA-Z!?/])",
    re.MULTILINE,
)
_SURE = {"asked": 70, "colon": 70, "quote": 70, "timed": 70, "headed": 60, "wide": 60, "alone": 40}
_LOOKED_AT = 100_000
"""How much of a text, in code points, tells what it is."""

_SHARE = 3
"""Of so many lines at least one has to begin a turn."""


class PlainImporter:
    """Reads plain text; see `Importer` for what each member does."""

    name = "text"
    summary = "plain text in which each turn begins with a name (Name: …, 名前「…」, 名前　…) or with Q and A"

    def likeness(self, text: str) -> int:
        """Return 70 where most lines begin with a name and a colon or the like, 40 where it may be so, else 0."""
        text = text[:_LOOKED_AT]
        lines = split_lines(text.removeprefix("\ufeff"))
        if len(lines) < 2 or _FRONT.match(text):
            return 0
        document = _Document(lines)
        turns = [one for one in document.found if one is not None]
        if len({one.label for one in turns}) < 2:
            return 0
        if _MARKED.search(text) or len(turns) * _SHARE < len(lines):
            return 40
        return _SURE.get(document.labels.style, 40)

    def read(self, text: str) -> Imported:
        """Return the transcript that `text` is; raises NotImportedError where nobody speaks in it."""
        document = _Document(split_lines(text.removeprefix("\ufeff")))
        return document.read("ja" if _KANA.search(text) else "")


class _Document:
    """The lines of a text, without those that list who takes part; `found` are the beginnings of turns among them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._cast = find_cast(lines)
        people = [participant_of(person.line) for person in self._cast.people] if self._cast else []
        self._named = [line for line in lines if named_in_line(line.text)]
        for line in self._named:
            people += [participant_of(Line(line.number, name, True, True)) for name in named_in_line(line.text)]
        self._calling = Calling(distinct(people))
        taken = {line.number for line in self._named} | _numbers(self._cast, lines)
        self._lines = [line for line in lines if line.number not in taken]
        self.labels = Labels(self._lines, self._calling)
        following = [*self._lines[1:], None]
        self.found = [self.labels.find(line, below) for line, below in zip(self._lines, following, strict=True)]

    def read(self, lang: str) -> Imported:
        """Return the transcript in the language `lang`; raises NotImportedError where nobody speaks."""
        first = next((place for place, one in enumerate(self.found) if one is not None), None)
        if first is None:
            raise NotImportedError(
                "no line names a speaker; in plain text one is a name before a colon or above the words, that recurs "
                "or stands in a list such as 参加者"
            )
        gathering = Gathering()
        draft = Draft(report=gathering.report)
        for person in self._calling.people:
            gathering.declare(person)
        who = shortened(one.label for one in self.found if one is not None)
        for label in who.values():
            gathering.declare(Participant(label))
        self._account(gathering)
        while first and begins_talk(self._lines[first - 1], first - 1):
            first -= 1
        read_front(self._lines[:first], frozenset(line.text for line in self._lines[first:]), draft)
        end = self._end(draft)
        talk = Talk(gathering, self.labels, who, draft)
        talk.read(self._lines[first:end], self.found[first:end])
        if not gathering.has_turns:
            raise NotImportedError("nobody says anything in it")
        return gathering.imported(
            id="" if draft.issue is None else f"{draft.issue:03d}" + (f"-{draft.part}" if draft.part else ""),
            title=draft.title,
            subtitle=draft.subtitle,
            series=draft.series,
            publication=draft.publication,
            issue=draft.issue,
            part=draft.part,
            parts=draft.parts,
            previous=draft.previous,
            next=draft.next,
            held=draft.held,
            held_label=draft.held_label,
            published=draft.published,
            lang=lang,
            lead="\n".join(draft.lead),
            notes=tuple(Note(term, meaning) for term, meaning in draft.notes.items()),
            agenda=tuple(draft.agenda),
            honorifics=draft.honorifics or (self._cast.honorifics if self._cast else ""),
            credits=tuple(draft.credits),
            back_numbers=tuple(draft.back_numbers),
        )

    def _account(self, gathering: Gathering) -> None:
        """Report the lines of the list of participants that are in no field as printed."""
        for line in self._named:
            gathering.report.set_aside(line, "names who takes part")
        if self._cast is not None:
            if self._cast.header is not None:
                gathering.report.set_aside(self._cast.header, "the heading of the participants")
            kept: set[tuple[str, str]] = set()
            for person in self._cast.people:
                one = participant_of(person.line)
                if (one.label, one.name) in kept:
                    gathering.report.set_aside(person.line, "names somebody of the list again")
                kept.add((one.label, one.name))
            for line in self._cast.unread:
                gathering.report.set_aside(line, "stands among the participants but names nobody else")
            for line in self._cast.groups:
                gathering.report.set_aside(line, "where the participants below it belong")

    def _end(self, draft: Draft) -> int:
        """Return the place behind the talk: credits at the very end are no part of it."""
        end = len(self._lines)
        while end > 1 and self.found[end - 1] is None and is_credit(self._lines[end - 1].text):
            end -= 1
        for line in self._lines[end:]:
            take_credit(line, draft)
        return end


def _numbers(cast: Cast | None, lines: Sequence[Line]) -> set[int]:
    return {line.number for line in lines[cast.start : cast.end]} if cast else set()
