"""The importer of TEI: drama (`sp`) and parliamentary debates (`u`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.markup.element import Element
from roundtable_tui.importers.markup.xml import parse_xml
from roundtable_tui.importers.tei.header import read_fields, read_people
from roundtable_tui.model import Figure, Participant
from roundtable_tui.source.references import src_fault

if TYPE_CHECKING:
    from roundtable_tui.importers.imported import Imported

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:TEI|teiCorpus)[\s>]")
_DIVISIONS = frozenset({"div", "div1", "div2", "div3", "div4", "div5", "body", "group", "text", "TEI"})
_ASIDES = frozenset({"stage", "note", "kinesic", "incident", "vocal", "gap", "move", "sound", "tech", "writing"})
_BLOCKS = frozenset({"p", "l", "ab", "seg", "lg", "quote", "list", "item", "table", "row", "floatingText", "said"})
_LINES = frozenset({"p", "l", "ab", "seg", "item", "row"})


class TeiImporter:
    """Reads plays and debates in TEI; see `Importer` for what each member does."""

    name = "tei"
    summary = "a play or a debate in TEI XML (DraCor, ParlaMint)"

    def likeness(self, text: str) -> int:
        """Return 98 for a document whose root is `TEI`, else 0."""
        return 98 if _ROOT.search(text[:3000]) else 0

    def read(self, text: str) -> Imported:
        """Return the transcript of the play or debate; raises NotImportedError where nobody speaks in it."""
        root = parse_xml(text)
        reading = _Reading(root)
        for one in root.all("text"):
            for part in one.elements:
                if part.name == "body":
                    reading.divide(part, 0)
                elif part.name in ("front", "back"):
                    reading.leave(part)
        if not reading.gathering.has_turns:
            raise NotImportedError("nobody speaks in its text; a TEI transcript has speeches (sp) or utterances (u)")
        return reading.gathering.imported(**read_fields(root))


class _Reading:
    def __init__(self, root: Element) -> None:
        self.gathering = Gathering()
        self._people = read_people(root)
        self._announced = ""

    def leave(self, part: Element) -> None:
        """Set aside what stands before or behind the body, block by block."""
        for one in part.elements:
            if one.elements and not any(isinstance(text, str) and text.strip() for text in one.inside):
                self.leave(one)
            elif one.text():
                self.gathering.report.leave(one.line, one.text(), f"in the <{part.name}>, outside of the body")

    def divide(self, element: Element, depth: int) -> None:
        """Read a division, `depth` divisions deep."""
        heads = [one.text(without={"note"}) for one in element.elements if one.name == "head"]
        if any(heads):
            self.gathering.head(" ".join(filter(None, heads)), max(1, depth), line=element.line)
        for one in element.inside:
            if isinstance(one, str):
                self._narrate(one, element.line)
            elif one.name == "sp":
                self._speech(one, next((s.text() for s in one.elements if s.name == "speaker"), ""))
            elif one.name == "u":
                self._speech(one, self._announced)
                self._announced = ""
            elif one.name == "note" and one.get("type") == "speaker":
                self._announce(one)
            elif one.name == "head":
                for note in one.all("note"):
                    self._narrate(note.text(), note.line)
            elif one.name == "figure":
                self._figure(one)
            elif one.name in _DIVISIONS:
                self.divide(one, depth + 1)
            else:
                self._narrate(one.text(), one.line)

    def _announce(self, note: Element) -> None:
        """Keep how the minutes announce the next speaker; it is the label as printed."""
        if self._announced:
            self.gathering.report.leave(note.line, self._announced, "announces a speaker who says nothing")
        self._announced = note.text().rstrip(" :：")

    def _narrate(self, text: str, line: int) -> None:
        if text := " ".join(text.split()):
            self.gathering.narrate(text, line=line)

    def _figure(self, figure: Element) -> None:
        graphic, head, description = (figure.first(name) for name in ("graphic", "head", "figDesc"))
        src = graphic.get("url") if graphic is not None else ""
        caption = head.text() if head is not None else ""
        alt = description.text() if description is not None else ""
        if src and not src_fault(src):
            self.gathering.show(Figure(src, alt, caption))
        else:
            self._narrate(" ".join(filter(None, (caption, alt, src))), figure.line)

    def _speech(self, element: Element, label: str) -> None:
        """Read a speech; stage directions between its blocks divide it, those inside a sentence stay in it."""
        whos = element.get("who").split()
        people = [self._people[who] for one in whos if (who := one.removeprefix("#")) in self._people]
        for person in people:
            self.gathering.declare(person)
        who = "・".join(person.label for person in people)
        if len(people) > 1:
            self.gathering.declare(Participant(who, collective=True))
        shown = label.rstrip(" .:：") or who or " ".join(whos)
        spoken: list[str] = []

        def flush() -> None:
            if spoken:
                self.gathering.speak(shown, "\n".join(spoken), who=who, line=element.line)
                spoken.clear()

        for one in _flattened(element):
            if isinstance(one, str):
                spoken.extend(filter(None, [" ".join(one.split())]))
            elif one.name in _ASIDES:
                flush()
                self._narrate(one.text(), one.line)
            elif one.name != "speaker":
                spoken.extend(filter(None, [one.text(asides=_ASIDES)]))
        flush()


def _flattened(element: Element) -> list[Element | str]:
    """Return what lies in a speech with groups of lines opened, so that each line or paragraph stands for itself."""
    found: list[Element | str] = []
    for one in element.inside:
        if isinstance(one, Element) and _holds_lines(one):
            found.extend(_flattened(one))
        else:
            found.append(one)
    return found


def _holds_lines(element: Element) -> bool:
    """Return whether `element` is made of lines or paragraphs, rather than being one."""
    if element.name not in _BLOCKS:
        return False
    return element.name not in _LINES or any(one.name in _LINES for one in element.elements)
