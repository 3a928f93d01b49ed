"""The talk of a Markdown text: turns, narration, pictures and the headings between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.markdown.inline import words_of
from roundtable_tui.importers.markdown.labels import Labelled, headed, labelled
from roundtable_tui.importers.markdown.pictured import exported_figure
from roundtable_tui.importers.markdown.words import in_bold, in_italics, picture
from roundtable_tui.importers.stamps import leading_stamp, trailing_stamp
from roundtable_tui.model import Note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roundtable_tui.importers.gathering import Gathering
    from roundtable_tui.importers.markdown.blocks import Block, Row
    from roundtable_tui.importers.markdown.labels import Labels
    from roundtable_tui.importers.markdown.words import Speech

_SHOWN = 40
"""How much of a paragraph a doubt shows, in code points."""


class Talk:
    """Reads the blocks of a talk in order. `who` says whom a label means that says more."""

    def __init__(
        self,
        gathering: Gathering,
        speech: Speech,
        labels: Labels,
        who: Mapping[str, str],
        *,
        exported: bool,
    ) -> None:
        self.notes: dict[str, Note] = {}
        self._gathering = gathering
        self._speech = speech
        self._labels = labels
        self._who = who
        self._exported = exported
        self._doubted: set[str] = set()
        self._speaker: str | None = None
        self._loose = ""
        self._parts: list[str] = []
        self._at = ""
        self._line = 0
        self._silent = False

    def read(self, blocks: Sequence[Block]) -> None:
        """Read `blocks`."""
        levels = [block.level for block in blocks if block.kind == "heading" and self._label_in(block) is None]
        outermost = min(levels, default=1)
        for block in blocks:
            if block.kind == "heading":
                self._heading(block, block.level - outermost + 1)
            elif block.kind == "definition":
                self._definition(block)
            elif block.kind in ("text", "item"):
                self._text(block)
            elif block.kind == "quote":
                self._quote(block)
            elif block.kind == "code":
                self._code(block)
            elif block.kind == "rule":
                self._gathering.report.leave(block.number, block.rows[0].text, "a rule")
                self._close("no label below a rule")
        self._flush()

    def _label_in(self, block: Block) -> Labelled | None:
        found = headed(block)
        return found if found is not None and self._labels.is_speaker(found) else None

    def _heading(self, block: Block, depth: int) -> None:
        found = self._label_in(block)
        if found is not None:
            self._begin(found, block.number)
            self._loose = ""
            return
        self._close("no label below a heading")
        self._gathering.head(self._speech.line(block.rows), depth, line=block.number)

    def _definition(self, block: Block) -> None:
        term = words_of(block.rows[0].text).text.strip()
        label, at = trailing_stamp(term.rstrip(":： "))
        found = Labelled("definition", label, at, "", term)
        if self._labels.is_speaker(found):
            self._begin(found, block.number)
            self._add(self._speech.paragraphs(block.rows[1:]), block.number)
        else:
            add_note(self.notes, term, self._speech.text(block.rows[1:]), block, self._gathering)

    def _text(self, block: Block) -> None:
        """Read a paragraph or an item, in which each line may begin a turn."""
        rows: list[Row] = []
        first = True
        for row in block.rows:
            found = labelled(row.text, listed=block.kind == "item")
            if found is not None and self._labels.is_speaker(found, first=first):
                self._paragraph(rows, block, first=rows[:1] == block.rows[:1])
                rows = []
                self._begin(found, row.number)
                if found.rest.strip():
                    rest = row._replace(text=found.rest)
                    if self._labels.is_sound(found, words_of(found.rest).text.strip()):
                        self._sound(found, rest)
                    else:
                        rows = [rest]
                elif self._labels.is_sound(found, ""):
                    self._sound(found, None)
            else:
                rows.append(row)
            first = False
        self._paragraph(rows, block, first=rows[:1] == block.rows[:1])

    def _paragraph(self, rows: Sequence[Row], block: Block, *, first: bool) -> None:
        if not any(row.text.strip() for row in rows):
            return
        raw = " ".join(row.text.strip() for row in rows)
        figure = picture(raw) if len(raw) < 2000 else None
        number = rows[0].number
        if figure is not None:
            self._flush()
            self._gathering.show(figure)
            self._interrupted()
            return
        paragraphs = self._speech.paragraphs(rows)
        if not paragraphs:
            return
        if first and block.kind == "item":
            paragraphs[0] = f"{block.mark} {paragraphs[0]}"
        elif first and (in_italics(raw) or (in_bold(raw) and not self._waits)):
            self._narrate(paragraphs, number)
            return
        self._add(paragraphs, number)

    @property
    def _waits(self) -> bool:
        """Whether a label stands above with nothing said yet."""
        return self._speaker is not None and not self._parts and not self._loose

    def _begin(self, found: Labelled, number: int) -> None:
        """Begin a turn."""
        self._flush()
        label = found.label
        if label not in self._doubted:
            if self._labels.is_doubtful(found) and not self._labels.is_sound(found, ""):
                self._gathering.report.wonder(number, label, "stands before a single turn; read as a speaker")
            self._doubted.add(label)
        for aside in words_of(found.whole).asides:
            self._gathering.report.leave(number, aside.text, aside.reason)
        if found.again:
            self._gathering.report.leave(number, found.again, "a second time beside the label")
        self._speaker, self._at, self._line, self._loose = label, found.at, number, ""
        self._parts = []
        self._silent = True

    def _sound(self, found: Labelled, rest: Row | None) -> None:
        """Narrate what names no speaker: a break, a jingle."""
        said = self._speech.text([rest]) if rest is not None else ""
        at, after = leading_stamp(said)
        at, said = (found.at or at), (said if after else "")
        self._gathering.narrate(f"{found.label}: {said}" if said else found.label, at=at, line=self._line)
        self._speaker, self._silent = None, False
        self._loose = "no label below a break"

    def _add(self, paragraphs: Sequence[str], number: int) -> None:
        """Add to the turn that goes on, or narrate where none does."""
        if self._speaker is None:
            if self._loose and not self._exported:
                self._gathering.report.wonder(number, paragraphs[0][:_SHOWN], f"{self._loose}; read as narration")
            self._loose = ""
            self._gathering.narrate("\n".join(paragraphs), line=number)
            return
        if self._loose:
            reason = f"{self._loose}; read as said by {self._speaker}"
            self._gathering.report.wonder(number, paragraphs[0][:_SHOWN], reason)
            self._loose = ""
        if not self._parts:
            self._line = self._line or number
            at, rest = leading_stamp(paragraphs[0])
            if at and not self._at and not self._exported:
                self._at = at
                paragraphs = [rest, *paragraphs[1:]] if rest else paragraphs[1:]
        self._parts += paragraphs
        self._silent = self._silent and not paragraphs

    def _narrate(self, paragraphs: Sequence[str], number: int) -> None:
        self._flush()
        self._gathering.narrate("\n".join(paragraphs), line=number)
        self._interrupted()

    def _interrupted(self) -> None:
        """Remember that what has no label now may be the speaker's, who was interrupted by something else."""
        self._silent = False
        if self._speaker is not None and not self._labels.by_heading:
            self._loose = "no label behind a narration or picture"

    def _quote(self, block: Block) -> None:
        if self._exported and (figure := exported_figure(block, self._speech)) is not None:
            self._flush()
            self._gathering.show(figure)
            return
        paragraphs = self._speech.paragraphs(block.rows)
        if paragraphs:
            self._narrate(paragraphs, block.number)

    def _code(self, block: Block) -> None:
        if block.mark:
            self._gathering.report.leave(block.level, block.mark, "the word behind a fence")
        rows = [row.text for row in block.rows if row.text.strip()]
        if rows:
            self._add(rows, block.number)

    def _close(self, reason: str) -> None:
        self._flush()
        self._speaker, self._loose = None, reason

    def _flush(self) -> None:
        """Put an end to the turn that goes on."""
        if self._speaker is not None and (self._parts or self._silent):
            if self._parts:
                text = "\n".join(self._parts)
                who = self._who.get(self._speaker, "")
                self._gathering.speak(self._speaker, text, who=who, at=self._at, line=self._line)
            else:
                self._gathering.report.wonder(self._line, self._speaker, "a label with nothing said; read as narration")
                self._gathering.narrate(self._speaker, at=self._at, line=self._line)
        self._parts, self._at, self._line, self._silent = [], "", 0, False


def add_note(notes: dict[str, Note], term: str, text: str, block: Block, gathering: Gathering) -> None:
    """Add a note, or set it aside where there is one of that term or it says nothing."""
    if not text or not term or term in notes or re.search(r"\n", term):
        gathering.report.leave(block.number, f"{term}: {text}", "a second note of that name, or one that says nothing")
    else:
        notes[term] = Note(term, text)
