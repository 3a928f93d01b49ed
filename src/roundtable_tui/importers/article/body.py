"""The talk: which lines are headings, which begin a turn, and which go on with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.article.agenda import agenda_in
from roundtable_tui.importers.article.furniture import is_furniture, take_furniture
from roundtable_tui.importers.article.headings import heads, mark_of
from roundtable_tui.importers.article.hits import looks_like_turn
from roundtable_tui.importers.article.notes import is_note, take_note
from roundtable_tui.importers.article.pictures import is_caption
from roundtable_tui.importers.article.talk import Part, is_bracketed, told
from roundtable_tui.importers.lines import blocks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.article.hits import Hit
    from roundtable_tui.importers.article.talk import Talk
    from roundtable_tui.importers.lines import Line


def _opens(line: Line) -> bool:
    """Return whether `line` can open a talk besides a heading: it narrates, or stands for or below a picture."""
    return told(line) is not None or line.marks.figure is not None or is_caption(line.text)


class Body:
    """The lines from `start` to the end of the last turn's block; `hits` are the lines that begin a turn.

    In most articles a turn is one block, so that a block without a label is not somebody speaking on. `compact`
    says whether this article is printed so.
    """

    def __init__(self, lines: Sequence[Line], hits: Mapping[int, Hit]) -> None:
        self._lines = lines
        self._hits = {lines[place].number: hit for place, hit in hits.items()}
        self._blocks = list(blocks(lines))
        self.first = min(hits)
        self.last = max(hits)
        self._inline = any(hit.text for hit in hits.values())
        self.compact = self._is_compact()

    def start(self, after: int | None) -> int:
        """Return the place of the first line of the talk: the headings and narration above the first turn.

        `after` is the place where the cast was, if that stood above the talk; else nothing but headings and narration
        may stand between the talk and its first turn.
        """
        above = list(blocks(self._lines[after or 0 : self.first]))
        agenda = agenda_in(above)
        places = {line.number: place for place, line in enumerate(self._lines)}
        if after is not None:
            rest = (block for block in above if block[0].number not in agenda)
            begins = (block[0].number for block in rest if self._heads(block) or _opens(block[0]))
            return places[next(begins, self._lines[self.first].number)]
        start = self.first
        for block in reversed(above):
            if not (self._heads(block) or _opens(block[0])) or places[block[0].number] == 0:
                break
            if block[0].number in agenda or block[0].marks.depth == 1:
                break
            start = places[block[0].number]
        return start

    def read(self, start: int, talk: Talk, draft: Draft) -> int:
        """Read from place `start` into `talk`; return the place behind the last turn's block."""
        end = self.last + 1
        while end < len(self._lines) and not self._lines[end].first:
            end += 1
        if end == self.last + 1 and end < len(self._lines) and not self._hit(self._lines[self.last]).text:
            # The last label stands in a block of its own, and what it labels in the next.
            end += 1
            while end < len(self._lines) and not self._lines[end].first:
                end += 1
        found = list(blocks(self._lines[start:end]))
        for place, block in enumerate(found):
            self._read_block(block, found[place + 1] if place + 1 < len(found) else (), talk, draft)
        return end

    def is_compact_after(self, talk: Talk) -> bool:
        """Return whether a block below the last turn cannot belong to it: none does here, or narration came between."""
        return self.compact or (talk.current is not None and talk.current.voice is None)

    def _hit(self, line: Line) -> Hit:
        return self._hits[line.number]

    def _is_compact(self) -> bool:
        """Return whether turns are printed as one block each: few blocks between them are text without a label."""
        between = [block for block in self._blocks if self._inside(block[0])]
        loose = 0
        for block in between:
            labelled = any(line.number in self._hits for line in block)
            extra = is_note(block[0].text) or is_furniture(block[0].text) or _opens(block[0])
            loose += not labelled and not extra and not self._heads(block)
        alone = sum(self._lines[place].alone and not self._hit(self._lines[place]).text for place in self._places())
        return loose * 8 <= len(self._hits) and alone * 2 <= len(self._hits)

    def _places(self) -> list[int]:
        return [place for place, line in enumerate(self._lines) if line.number in self._hits]

    def _inside(self, line: Line) -> bool:
        return self._lines[self.first].number <= line.number <= self._lines[self.last].number

    def _heads(self, block: Sequence[Line]) -> bool:
        """Return whether every line of `block` is like a heading."""
        return all(line.number not in self._hits and heads(line, strict=True) for line in block)

    def _read_block(self, block: Sequence[Line], following: Sequence[Line], talk: Talk, draft: Draft) -> None:
        headed = self._leading_headings(block, following, talk)
        for line in block[:headed]:
            talk.head(line)
            if line.marks.depth:
                continue
            spoken = talk.runs[-1] is not talk.runs[0] and not self.compact and mark_of(line.text) is None
            if spoken or not heads(line, strict=True):
                draft.report.doubt(line, "read as a heading; it may be a short paragraph of the turn before")
        for line in block[headed:]:
            hit = self._hits.get(line.number)
            if hit is not None:
                talk.begin(Part(line, hit.voice, hit.printed, [hit.text] if hit.text else []))
            else:
                self._read_line(line, talk, draft)

    def _leading_headings(self, block: Sequence[Line], following: Sequence[Line], talk: Talk) -> int:
        """Return how many lines at the start of `block` are headings."""
        waits = talk.current is not None and talk.current.voice is not None and not talk.current.paragraphs
        if waits and not block[0].marks.depth:
            return 0  # the label stands alone, and this is what it labels
        strict = not self.compact
        count = 0
        while count < len(block) and block[count].number not in self._hits:
            if not heads(block[count], strict=strict):
                break
            count += 1
        if count == 0 or all(line.marks.depth or mark_of(line.text) is not None for line in block[:count]):
            return count
        if count < len(block):
            return count if block[count].number in self._hits else 0
        labelled = not following or following[0].number in self._hits
        headed = bool(following) and heads(following[0], strict=strict)
        narrated = bool(following) and _opens(following[0])
        return count if labelled or headed or narrated or talk.current is None else 0

    def _read_line(self, line: Line, talk: Talk, draft: Draft) -> None:
        current = talk.current
        said = told(line)
        if line.marks.figure is not None:
            talk.show(line, line.marks.figure)
        elif said is not None and (line.first or not line.text.startswith(("-", "－", "–"))):
            talk.narrate(line, said)
        elif line.alone and is_caption(line.text):
            talk.narrate(line, line.text)
            draft.report.doubt(line, "seems to stand below a picture; read as narration")
        elif is_note(line.text):
            if not take_note(line, draft):
                talk.narrate(line, line.text)
        elif line.alone and (is_furniture(line.text) and take_furniture(line, draft)):
            pass
        elif (line.alone and is_bracketed(line.text)) or current is None:
            talk.narrate(line, line.text)
        elif self._inline and looks_like_turn(line.text):
            talk.narrate(line, line.text)
            draft.report.doubt(line, "begins as a turn does, but with no participant's name; read as narration")
        else:
            self._go_on(line, current, talk, draft)

    def _go_on(self, line: Line, current: Part, talk: Talk, draft: Draft) -> None:
        """Add `line` to the turn above it, or, where that would put words into a mouth, to a narration."""
        spoken = talk.before_figures
        if current.figure is not None and spoken is not None and spoken.voice is not None:
            # The picture stood amid what somebody says.
            talk.begin(Part(line, spoken.voice, spoken.printed, [line.text]))
            return
        if current.figure is not None:
            talk.narrate(line, line.text)
            draft.report.doubt(line, "has no label; read as narration")
            return
        if not line.first or not current.paragraphs:
            current.paragraphs.append(line.text)
            if current.voice is None and not current.line.first:
                draft.report.doubt(line, "stands below a narration within a turn; read as narration too")
            return
        if heads(line, strict=True):
            talk.narrate(line, line.text)
            draft.report.doubt(
                line, "stands where a label or a heading does, but is neither for sure; read as narration"
            )
            return
        current.paragraphs.append(line.text)
        if current.voice is None:
            draft.report.doubt(line, "has no label; read as narration")
        elif self.compact:
            draft.report.doubt(line, f"has no label; read as the next paragraph of {current.voice.name}")
