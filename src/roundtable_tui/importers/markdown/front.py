"""What stands in a Markdown text before the talk: title, lead, and lines that say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.article.draft import Draft
from roundtable_tui.importers.article.takers import take
from roundtable_tui.importers.lines import Line
from roundtable_tui.importers.markdown.pictured import exported_figure
from roundtable_tui.importers.markdown.talk import add_note
from roundtable_tui.importers.markdown.words import picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.gathering import Gathering
    from roundtable_tui.importers.markdown.blocks import Block
    from roundtable_tui.importers.markdown.front_matter import FrontMatter
    from roundtable_tui.importers.markdown.words import Speech
    from roundtable_tui.model import Figure, Note

_LONGEST_LINE = 200
"""The longest paragraph, in code points, that may be a line which says what it is (a date, a credit)."""


class Front:
    """Reads what stands before the talk; what is read lies in `title`, `lead`, `image`, `notes` and `draft`."""

    def __init__(self, gathering: Gathering, speech: Speech, matter: FrontMatter) -> None:
        self.title = ""
        self.lead: list[str] = []
        self.image: Figure | None = None
        self.notes: dict[str, Note] = {}
        self.draft = Draft(report=gathering.report)
        self._gathering = gathering
        self._speech = speech
        self._matter = matter
        self._about = not matter.exported

    def read(self, blocks: Sequence[Block]) -> None:
        """Read `blocks`, from which lists with a title were taken out."""
        for block in blocks:
            if block.kind == "heading":
                self._heading(block)
            elif block.kind == "quote":
                self._quote(block)
            elif block.kind == "definition":
                term = self._speech.line(block.rows[:1])
                add_note(self.notes, term, self._speech.text(block.rows[1:]), block, self._gathering)
            elif block.kind == "rule":
                self._gathering.report.leave(block.number, block.rows[0].text, "a rule")
            elif block.kind == "code":
                if block.mark:
                    self._gathering.report.leave(block.level, block.mark, "the word behind a fence")
                self.lead += [row.text for row in block.rows if row.text.strip()]
            elif block.kind in ("text", "item"):
                self._text(block)

    def _heading(self, block: Block) -> None:
        """Read the title; the front matter says the same, or has said it better."""
        text = self._speech.line(block.rows)
        title = self._matter.text("title")
        if not text:
            return
        if text == title:
            self._aside(block, text, "the title again")
        elif title or self.title:
            self.lead.append(text)
            self._gathering.report.wonder(block.number, text, "a second title; kept in the lead")
        else:
            self.title = text

    def _quote(self, block: Block) -> None:
        figure = exported_figure(block, self._speech) if self._matter.exported and self.image is None else None
        if figure is not None:
            self.image = figure
        else:
            self.lead += self._speech.paragraphs(block.rows)

    def _text(self, block: Block) -> None:
        raw = " ".join(row.text.strip() for row in block.rows)
        figure = picture(raw) if len(raw) < 2000 else None
        if figure is not None and self.image is None:
            self.image = figure
            return
        paragraphs = self._speech.paragraphs(block.rows)
        if block.kind == "item" and paragraphs:
            paragraphs[0] = f"{block.mark} {paragraphs[0]}"
        for text in paragraphs:
            if self._again(text, block):
                continue
            line = Line(block.number, text, True, True)
            if len(text) > _LONGEST_LINE or not take(line, self.draft):
                self.lead.append(text)

    def _again(self, text: str, block: Block) -> bool:
        """Set aside what an export repeats of its front matter: the subtitle, and series, number and date in a line."""
        if text == self._matter.text("subtitle"):
            self._aside(block, text, "the subtitle again")
            return True
        if self._about:
            return False
        self._about = True
        facts = [self._matter.text(name) for name in ("series", "publication", "held_label", "held")]
        issue = self._matter.fields.get("issue")
        if any(fact and (fact in text or fact[:4] in text) for fact in facts) or (
            isinstance(issue, int) and text.startswith((f"第{issue}回", f"no. {issue}"))
        ):
            self._aside(block, text, "what the front matter says, again")
            return True
        return False

    def _aside(self, block: Block, text: str, reason: str) -> None:
        self._gathering.report.leave(block.number, text, reason)
