"""The front matter of a Markdown file: YAML between two lines of `---`, as site generators and our export have it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import Line
from roundtable_tui.importers.speakers.listed import described, participant_of
from roundtable_tui.source.nodes import Mapping, Sequence
from roundtable_tui.text.dates import parse_date

if TYPE_CHECKING:
    from roundtable_tui.importers.report import Report
    from roundtable_tui.model import Participant
    from roundtable_tui.source.nodes import Node

_FENCED = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\r|\n)")
_TEXTS = {
    "title": "title",
    "subtitle": "subtitle",
    "series": "series",
    "publication": "publication",
    "held": "held",
    "held_label": "held_label",
    "published": "published",
    "lang": "lang",
    "language": "lang",
    "source": "source",
    "url": "source",
    "link": "source",
    "canonical_url": "source",
    "licence": "licence",
    "license": "licence",
    "lead": "lead",
    "タイトル": "title",
    "シリーズ": "series",
    "開催日": "held",
    "公開日": "published",
}
_NUMBERS = {"issue": "issue", "episode": "issue", "part": "part", "parts": "parts", "回": "issue"}
_LISTS = {"tags": "tags", "agenda": "agenda", "タグ": "tags", "議題": "agenda"}
_PEOPLE = frozenset(
    {"participants", "speakers", "guests", "hosts", "host", "guest", "panel", "people", "moderator", "参加者"}
    | {"出席者", "登壇者", "話者", "司会"}
)
_DATES = frozenset({"held", "published"})


@dataclass(slots=True)
class FrontMatter:
    """What the front matter says: `fields` of the transcript, and who takes part. `end` is its last line, 0 for none.

    `exported` says that `roundtable export` wrote it.
    """

    fields: dict[str, object] = field(default_factory=dict)
    people: list[Participant] = field(default_factory=list)
    end: int = 0
    exported: bool = False

    def text(self, name: str) -> str:
        """Return the text of the field `name`, empty where there is none."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""


def read_front_matter(text: str, report: Report) -> tuple[FrontMatter, str]:
    """Return the front matter of `text`, and the text behind it; what has no field goes to `report` line by line."""
    opened = _FENCED.match(text)
    closed = (
        re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE).search(_unified(text), opened.end()) if opened else None
    )
    if opened is None or closed is None:
        return FrontMatter(), text.removeprefix("\ufeff")
    text = _unified(text)
    inner = text[opened.end() : closed.start()]
    if not re.match(r"\s*(?:[\w-]+[ \t]*:|#)", inner):
        return FrontMatter(), text.removeprefix("\ufeff")
    found = FrontMatter(end=inner.count("\n") + 2)
    rows = inner.split("\n")
    root = _parsed(inner)
    if root is None:
        report.wonder(1, "---", "the front matter is no YAML that can be read; its lines are set aside")
        for number, row in enumerate(rows, 2):
            if row.strip():
                report.leave(number, row.strip(), "in the front matter")
        return found, text[closed.end() :]
    found.exported = any(key.value == "anchor" for key, _value in root.pairs)
    ends = [key.start_mark.line for key, _value in root.pairs[1:]] + [len(rows)]
    for (key, value), end in zip(root.pairs, ends, strict=True):
        if not _take(key.value, value, found, report):
            for number in range(key.start_mark.line, end):
                if rows[number].strip():
                    report.leave(number + 2, rows[number].strip(), "in the front matter, and no field of a transcript")
    return found, text[closed.end() :]


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _parsed(inner: str) -> Mapping | None:
    import yaml

    from roundtable_tui.source.events import event_source
    from roundtable_tui.source.report import Report
    from roundtable_tui.source.tree import build

    problems = Report("", inner)
    try:
        root = build(event_source(inner), problems)
    except (yaml.YAMLError, ValueError):
        return None
    return root if isinstance(root, Mapping) and not problems.refused else None


def _take(key: str, value: Node, found: FrontMatter, report: Report) -> bool:
    """Put what `key` says into its field; return whether all of it is in the transcript."""
    name = key.strip().lower()
    line = value.start_mark.line + 2
    if name in _PEOPLE:
        return _take_people(value, found, line)
    if name in _LISTS and (items := _texts_in(value)) is not None and _LISTS[name] not in found.fields:
        found.fields[_LISTS[name]] = tuple(items)
        return True
    if isinstance(value, (Mapping, Sequence)) or not value.value.strip():
        return False
    text = value.value.strip()
    if name in _NUMBERS:
        if not re.fullmatch("[0-9]{1,6}", text) or _NUMBERS[name] in found.fields:
            return False
        found.fields[_NUMBERS[name]] = int(text)
        return len(str(int(text))) == len(text)
    if name in ("date", "日付", "日時"):
        return _take_date(text, found, report, line)
    target = _TEXTS.get(name)
    if target is None or target in found.fields:
        return False
    if target in _DATES:
        return _date(target, text, found)
    found.fields[target] = text
    return True


def _take_date(text: str, found: FrontMatter, report: Report, line: int) -> bool:
    """Read a date that does not say of what as the day of the talk."""
    if "held" in found.fields or not _date("held", text, found):
        return False
    report.wonder(line, text, "a date that does not say of what; read as the day of the talk")
    return True


def _date(name: str, text: str, found: FrontMatter) -> bool:
    day = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[T ])", text)
    iso = day[0] if day else parse_date(text)
    if not iso or name in found.fields:
        return False
    found.fields[name] = iso
    if name == "held" and iso != text and "held_label" not in found.fields:
        found.fields["held_label"] = text
        return True
    return iso == text


def _texts_in(node: Node) -> list[str] | None:
    """Return the texts of a list, or of a line divided by commas; None where `node` is neither."""
    if isinstance(node, Mapping):
        return None
    if not isinstance(node, Sequence):
        return [part.strip() for part in re.split("[,、，]", node.value) if part.strip()]
    items = [item.value for item in node.items if not isinstance(item, (Mapping, Sequence))]
    return items if len(items) == len(node.items) else None


def _take_people(node: Node, found: FrontMatter, line: int) -> bool:
    """Add those whom a list names, or a mapping of labels; return whether all that it says was taken."""
    if isinstance(node, Mapping):
        pairs = [(key.value, value) for key, value in node.pairs]
        if any(isinstance(value, (Mapping, Sequence)) for _label, value in pairs):
            return False
        for label, value in pairs:
            found.people.append(described(label, value.value))  # type: ignore[union-attr]
        return True
    texts = _texts_in(node)
    if texts is None:
        return _take_described(node, found)
    for text in texts:
        if text.strip():
            found.people.append(participant_of(Line(line, text.strip(), True, True)))
    return True


def _take_described(node: Node, found: FrontMatter) -> bool:
    """Add those whom a list of mappings describes: `- {name: 青木 千尋, role: 課長}`."""
    from roundtable_tui.model import Participant

    people: list[Participant] = []
    for item in node.items if isinstance(node, Sequence) else ():
        if not isinstance(item, Mapping) or any(isinstance(value, (Mapping, Sequence)) for _key, value in item.pairs):
            return False
        texts = {key.value: value.value for key, value in item.pairs}  # type: ignore[union-attr]
        if not set(texts) <= {"name", "label", "role", "org", "kana", "side"} or not (
            texts.get("label") or texts.get("name")
        ):
            return False
        name, kana, org, role, side = (texts.get(key, "") for key in ("name", "kana", "org", "role", "side"))
        people.append(Participant(texts.get("label") or name, name, kana, org, role, side))
    found.people += people
    return bool(people)
