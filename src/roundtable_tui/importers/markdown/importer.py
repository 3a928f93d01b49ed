"""The importer of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.markdown.blocks import Block, blocks_of
from roundtable_tui.importers.markdown.front import Front
from roundtable_tui.importers.markdown.front_matter import read_front_matter
from roundtable_tui.importers.markdown.inline import reference_name, words_of
from roundtable_tui.importers.markdown.labels import Labels, candidates, headed, labelled
from roundtable_tui.importers.markdown.tail import read_tail
from roundtable_tui.importers.markdown.talk import Talk, add_note
from roundtable_tui.importers.markdown.titled import Titled, find_titled, people_of, term_of
from roundtable_tui.importers.markdown.words import Speech
from roundtable_tui.importers.speakers.calling import Calling, shortened
from roundtable_tui.importers.speakers.listed import distinct
from roundtable_tui.model import Note, Participant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.imported import Imported

_LABELLED = re.compile(
    r"^(?:[-*+][ \t]|\\?[\[(][0-9:.,]{3,12}\\?[\])])?[ \t]*(?:\*\*|__)[^*_\n]{1,80}(?:\*\*|__)[ \t]*(?:[:：]|\S|$)"
    r"|^\#{1,6}[ \t]+[^\#\n]{1,80}[:：][ \t]*$",
    re.MULTILINE,
)
_EXPORTED = re.compile(r"---\n(?:[a-z_]+:.*\n|  - .*\n){1,200}anchor: \"")
_LOOKED_AT = 100_000
"""How much of a text, in code points, tells what it is."""

_FRONT = re.compile(r"---[ \t]*\n(?:[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*\n")
_MARKED = re.compile(r"^(?:\#{1,6}[ \t]+\S|[:：][ \t]+\S|>[ \t]|---[ \t]*$|\[\^[^\]\n]{1,40}\]:)", re.MULTILINE)
_KANA = re.compile("[ぁ-ゖァ-ヺ]")


class MarkdownImporter:
    """Reads Markdown; see `Importer` for what each member does.

    Lines are read by the rules of CommonMark 0.31 that matter to a talk, and not by a parser of all of it: labels such
    as `**名前：**テキスト` are no bold text to one, and the report needs the line of each word.
    """

    name = "markdown"
    summary = "Markdown in which speakers are bold (**Name:** …), headings or terms of a definition list"

    def likeness(self, text: str) -> int:
        """Return 94 for an export of ours, 93 for bold labels, 92 with front matter, 45 with other marks, else 0."""
        text = re.sub(r"\r\n?", "\n", text[:_LOOKED_AT])
        if _EXPORTED.match(text):
            return 94
        lines = text.count("\n") + 1
        labels = sum(1 for _found in _LABELLED.finditer(text))
        if labels > 1 and labels * 60 >= lines:
            return 93
        if _FRONT.match(text) and _Document(text).labels.any:
            return 92
        return 45 if _MARKED.search(text) and _Document(text).labels.any else 0

    def read(self, text: str) -> Imported:
        """Return the transcript that `text` is; raises NotImportedError where nobody speaks in it."""
        return _Document(text).read()


class _Document:
    def __init__(self, text: str) -> None:
        self._gathering = Gathering()
        self._matter, rest = read_front_matter(text, self._gathering.report)
        self._kana = bool(_KANA.search(text))
        self._blocks: list[Block] = []
        self._references: dict[str, str] = {}
        footnotes: list[Block] = []
        for block in blocks_of(rest, self._matter.end or 1):
            if block.kind == "reference":
                self._references.setdefault(reference_name(block.mark), block.rows[0].text)
                self._gathering.report.leave(block.number, block.rows[0].text, "the address of a link")
            elif block.kind == "comment":
                for row in block.rows:
                    self._gathering.report.leave(row.number, row.text.strip(), "a comment")
            elif block.kind == "footnote":
                footnotes.append(block)
            else:
                self._blocks.append(block)
        self._speech = Speech(self._gathering.report, self._references)
        self._notes: dict[str, Note] = {}
        for block in footnotes:
            add_note(self._notes, f"[{block.mark}]", self._speech.text(block.rows), block, self._gathering)
        self._titled = find_titled(self._blocks)
        listed = [
            person for titled in self._titled if titled.kind == "cast" for person in people_of(titled, self._blocks)
        ]
        self._leave_repeated([*self._matter.people, *listed])
        self._calling = Calling(distinct([*self._matter.people, *listed]))
        self._talked = self._without_lists()
        found = list(candidates(self._talked))
        self.labels = Labels(found, self._calling, exported=self._matter.exported)
        self._labels_said = [one.label for one in found if self.labels.is_speaker(one)]

    def _leave_repeated(self, people: Sequence[Participant]) -> None:
        """Set aside what is said of somebody who is listed again."""
        known: set[tuple[str, str]] = set()
        for one in people:
            if (one.label, one.name) in known:
                words = "　".join(filter(None, (one.full_name, one.kana, one.position)))
                self._gathering.report.leave(one.line, words, "names somebody again who takes part")
            known.add((one.label, one.name))

    def _without_lists(self) -> list[Block]:
        taken = {place for titled in self._titled for place in range(titled.start, titled.end)}
        return [block for place, block in enumerate(self._blocks) if place not in taken]

    def read(self) -> Imported:
        """Return the transcript; raises NotImportedError where there is none."""
        speaking = [place for place, block in enumerate(self._talked) if self._speaks(block)]
        if not speaking and not self._matter.exported:
            raise NotImportedError(
                "no line names a speaker; in Markdown one is **Name:** before the words, or a heading such as ### Name:"
            )
        for person in self._calling.people:
            self._gathering.declare(person)
        who = shortened(self._labels_said)
        for label in who.values():
            self._gathering.declare(Participant(label))
        exported = self._matter.exported
        start = self._start(speaking[0] if speaking else len(self._talked))
        end = self._end(max(start, speaking[-1] if speaking else start))
        front = Front(self._gathering, self._speech, self._matter)
        front.read(self._talked[:start])
        agenda, honorifics = self._lists()
        talk = Talk(self._gathering, self._speech, self.labels, who, exported=exported)
        talk.read(self._talked[start:end])
        closing = read_tail(self._talked[end:], self._gathering, self._speech, front.draft, exported=exported)
        if not self._gathering.has_turns:
            raise NotImportedError("nobody says anything in it")
        return self._gathering.imported(**self._fields(front, talk, agenda, honorifics, closing))

    def _speaks(self, block: Block) -> bool:
        if block.kind == "heading":
            found = headed(block)
            return found is not None and self.labels.is_speaker(found)
        if block.kind == "definition":
            return any(self.labels.is_speaker(one) for one in candidates([block]))
        if block.kind not in ("text", "item"):
            return False
        found_in = (labelled(row.text, listed=block.kind == "item") for row in block.rows)
        return any(
            one is not None and self.labels.is_speaker(one, first=place == 0) for place, one in enumerate(found_in)
        )

    def _start(self, first: int) -> int:
        """Return the place where the talk begins: the first heading but the title, or else the first label."""
        titled = False
        for place, block in enumerate(self._talked[:first]):
            if block.kind == "heading":
                if block.level > 1 or titled:
                    return place
                titled = True
        return first

    def _end(self, last: int) -> int:
        """Return the place of the rule that ends the talk, below the last label and the last heading."""
        for place in range(len(self._talked) - 1, last, -1):
            if self._talked[place].kind == "heading":
                last = place
                break
        rules = (place for place in range(last, len(self._talked)) if self._talked[place].kind == "rule")
        return next(rules, len(self._talked))

    def _lists(self) -> tuple[list[str], str]:
        """Read the agenda, the notes and the word on honorifics in the lists that have a title."""
        agenda: list[str] = []
        honorifics = ""
        for titled in self._titled:
            header = self._blocks[titled.start]
            title = words_of(header.rows[0].text).text.strip()
            if titled.end > titled.start + 1:
                self._gathering.report.leave(header.number, title, "the title of a list")
            elif titled.kind == "cast":
                self._gathering.report.leave(header.number, title, "names who takes part")
            honorifics = honorifics or titled.honorifics
            for block in self._blocks[titled.start + 1 : titled.end]:
                self._item(titled, block, agenda)
        return agenda, honorifics

    def _item(self, titled: Titled, block: Block, agenda: list[str]) -> None:
        if titled.kind == "agenda":
            agenda.append(self._speech.line(block.rows))
        elif titled.kind == "notes":
            term, text = term_of(block.rows[0].text)
            more = self._speech.text(block.rows[1:])
            add_note(self._notes, term or block.mark, "\n".join(filter(None, (text, more))), block, self._gathering)
        else:
            self._speech.paragraphs(block.rows)  # for the addresses in it

    def _fields(
        self, front: Front, talk: Talk, agenda: Sequence[str], honorifics: str, closing: Sequence[str]
    ) -> dict[str, Any]:
        draft, fields = front.draft, dict(self._matter.fields)
        notes = [*front.notes.values(), *talk.notes.values(), *(Note(*one) for one in draft.notes.items())]
        every = {**self._notes, **{note.term: note for note in notes if note.term not in self._notes}}
        found: dict[str, Any] = {
            "title": front.title,
            "held": draft.held,
            "held_label": draft.held_label,
            "published": draft.published,
            "parts": draft.parts,
            "honorifics": honorifics or draft.honorifics,
            "agenda": tuple(agenda),
            "image": front.image,
            "lang": "ja" if self._kana else "",
        }
        fields = {**{name: value for name, value in found.items() if value}, **fields}
        fields.setdefault("title", "")
        lead = [str(fields.get("lead", "")), *front.lead]
        issue, part = fields.get("issue"), fields.get("part")
        return {
            **fields,
            "id": "" if issue is None else f"{issue:03d}" + (f"-{part}" if part is not None else ""),
            "lead": "\n".join(filter(None, lead)),
            "notes": tuple(every.values()),
            "closing": "\n".join(closing),
            "credits": tuple(draft.credits),
            "previous": draft.previous,
            "next": draft.next,
            "back_numbers": tuple(draft.back_numbers),
        }
