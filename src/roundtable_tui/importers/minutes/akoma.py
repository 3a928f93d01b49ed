"""The importer of debates in Akoma Ntoso (OASIS LegalDocML 1.0, `debate` and `debateReport`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.markup.xml import parse_xml
from roundtable_tui.model import Participant

if TYPE_CHECKING:
    from roundtable_tui.importers.imported import Imported
    from roundtable_tui.importers.markup.element import Element

_ROOT = re.compile(r"<(?:[\w.-]+:)?akomaNtoso[\s>]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPEECHES = frozenset({"speech", "question", "answer"})
_ASIDES = frozenset({"remark", "authorialNote"})
_HEADINGS = frozenset({"num", "heading", "subheading"})
_NARRATED = frozenset({"narrative", "scene", "summary", "other", "recordedTime", "p", "adjournment", "rollCall"})


class AkomaImporter:
    """Reads a debate in Akoma Ntoso; see `Importer` for what each member does."""

    name = "akoma"
    summary = "a debate in Akoma Ntoso XML"

    def likeness(self, text: str) -> int:
        """Return 98 for a document whose root is `akomaNtoso`, else 0."""
        return 98 if _ROOT.search(text[:3000]) else 0

    def read(self, text: str) -> Imported:
        """Return the transcript of the debate; raises NotImportedError where there is none in it."""
        root = parse_xml(text)
        body = root.first("debateBody")
        if body is None:
            raise NotImportedError("it has no debateBody; of Akoma Ntoso only debates are read")
        debate = _Debate(root)
        debate.read(body, 0)
        if not debate.gathering.has_turns:
            raise NotImportedError("nobody says anything in its debateBody")
        return debate.imported(body)


class _Debate:
    """A debate as it is read; who speaks is looked up among the people and roles that the head declares."""

    def __init__(self, root: Element) -> None:
        self.gathering = Gathering()
        self._root = root
        self._named = {
            one.get("eId") or one.get("id"): one for one in root.all("TLCPerson", "TLCRole", "TLCOrganization")
        }

    def read(self, element: Element, depth: int) -> None:
        """Read what lies in `element`, `depth` sections deep."""
        heading = " ".join(one.text() for one in element.elements if one.name in _HEADINGS and one.text())
        if heading:
            self.gathering.head(heading, max(1, depth), line=element.line)
        for one in element.inside:
            if isinstance(one, str):
                if one.strip():
                    self.gathering.narrate(" ".join(one.split()), line=element.line)
            elif one.name in _SPEECHES:
                self._speech(one)
            elif one.name in _NARRATED:
                self._narrate(one)
            elif one.name not in _HEADINGS:
                self.read(one, depth + 1)

    def _narrate(self, element: Element) -> None:
        paragraphs = [one.text() for one in element.elements if one.name == "p"]
        text = "\n".join(filter(None, paragraphs)) if paragraphs else ""
        if "".join(text.split()) != "".join(element.text().split()):
            text = element.text()
        if text:
            self.gathering.narrate(text, line=element.line)

    def _speech(self, element: Element) -> None:
        """Read a speech; what is narrated inside it divides it."""
        label = next((one.text() for one in element.elements if one.name == "from"), "")
        who = self._declare(element, label)
        spoken: list[str] = []

        def flush() -> None:
            if spoken:
                self.gathering.speak(label or who, "\n".join(spoken), who=who, line=element.line)
                spoken.clear()

        for one in element.inside:
            if isinstance(one, str):
                spoken.extend(filter(None, [" ".join(one.split())]))
            elif one.name in _NARRATED - {"p"}:
                flush()
                self._narrate(one)
            elif one.name in _HEADINGS:
                flush()
                self.gathering.narrate(one.text(), line=one.line)
            elif one.name != "from":
                spoken.extend(filter(None, [one.text(asides=_ASIDES)]))
        flush()

    def _declare(self, element: Element, label: str) -> str:
        """Declare who speaks, by `by` and `as`; return the participant's label, empty where the head names nobody."""
        person = self._named.get(element.get("by").removeprefix("#"))
        if person is None:
            return ""
        role = self._named.get(element.get("as").removeprefix("#"))
        name = person.get("showAs") or label
        if not name:
            return ""
        position = role.get("showAs") if role is not None else ""
        self.gathering.declare(Participant(name, name, role=position))
        return name

    def imported(self, body: Element) -> Imported:
        """Return what was read, with the title and the date of the head."""
        root = self._root
        title = root.first("docTitle")
        name = title.text() if title is not None else ""
        if not name:
            alias = next((one for one in root.all("FRBRalias", "FRBRname", "FRBRnumber") if one.get("value")), None)
            name = alias.get("value") if alias is not None else ""
        days = [one.get("date") for one in root.all("FRBRdate") if _DAY.fullmatch(one.get("date"))]
        languages = [one.get("language") for one in root.all("FRBRlanguage")]
        lang = {"jpn": "ja", "eng": "en"}.get(languages[0], languages[0]) if languages else ""
        for one in root.walk():
            if one.name in ("preface", "coverPage", "conclusions", "components", "attachments"):
                for part in one.elements:
                    text = part.text()
                    if text and text != name:
                        self.gathering.report.leave(part.line, text, f"in <{one.name}>, outside of the debate")
        return self.gathering.imported(id="", title=name, held=days[0] if days else "", lang=lang)
