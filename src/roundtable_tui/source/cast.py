"""Reads the participants of a piece and says who is meant by a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.model import NARRATION, Participant
from roundtable_tui.source.fields import Fields, item_text, wrong_kind
from roundtable_tui.source.nodes import Mapping, Sequence, is_empty
from roundtable_tui.source.phrases import or_nearest, quoted

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Mark, Node, Pair, Scalar
    from roundtable_tui.source.report import Report

FIGURE = "figure"
RESERVED = (NARRATION, "narration", FIGURE)
"""The labels of turns that nobody speaks."""
PARTICIPANT_KEYS = ("name", "kana", "org", "role", "side", "aliases", "collective")
_DASHES = frozenset("-‐‑‒–—―─━ー－ｰ⸺⸻〜～")


class Cast:
    """The participants in the order of the file; `speakers` has one under each label and alias that is theirs alone."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.participants: list[Participant] = []
        self.speakers: dict[str, Participant] = {}
        self.shared: set[str] = set()
        self._messages: dict[str, str] = {}

    def read(self, node: Node) -> None:
        """Take the participants written in `node`."""
        aliases: list[tuple[Scalar, Participant]] = []
        for key, value in self._pairs(node):
            participant = self._participant(key, value, aliases)
            self.participants.append(participant)
            if self._may_take(key, "label"):
                self._give(key.value, participant)
        for alias, participant in aliases:
            self._take_alias(alias, participant)

    def _give(self, name: str, participant: Participant) -> None:
        """Let `name` be the label or alias of `participant`; what two have a claim to is nobody's."""
        if name in self.shared or self.speakers.get(name, participant) != participant:
            self.shared.add(name)
            self.speakers.pop(name, None)
        else:
            self.speakers[name] = participant

    def report_unknown(self, mark: Mark, label: str) -> None:
        """Report that `label` is no participant's, and whose it may be."""
        if label in self.shared:
            message = f"{quoted(label)} is the label or alias of more than one participant"
            self.report.error(mark, "ambiguous-label", message)
            return
        message = self._messages.get(label, "")
        if not message and not self.report.is_full:
            message = self._messages[label] = self._unknown(label)
        self.report.error(mark, "unknown-label", message)

    def _unknown(self, label: str) -> str:
        if label and _DASHES.issuperset(label):
            return f"the label {quoted(label)} is no participant; narration is ― (U+2015) or `narration`"
        return f"the label {quoted(label)} is no participant and no alias; {or_nearest(label, tuple(self.speakers))}"

    def _pairs(self, node: Node) -> list[Pair]:
        if isinstance(node, Mapping):
            return node.pairs
        wrong_kind(node, self.report, "`participants`", "a mapping of labels")
        pairs: list[Pair] = []
        for item in node.items if isinstance(node, Sequence) else ():
            if isinstance(item, Mapping):
                pairs += [(key, value) for key, value in item.pairs if isinstance(value, Mapping) or is_empty(value)]
            elif not isinstance(item, Sequence):
                pairs.append((item, Mapping([], item.start_mark, item.end_mark, flow=True)))
        return pairs

    def _participant(self, key: Scalar, value: Node, aliases: list[tuple[Scalar, Participant]]) -> Participant:
        label, line = key.value, key.start_mark.line + 1
        if not isinstance(value, Mapping):
            if not is_empty(value):
                wrong_kind(value, self.report, f"participant {quoted(label)}", "a mapping such as {name: …, org: …}")
            return Participant(label, line=line)
        fields = Fields(value, PARTICIPANT_KEYS, self.report)
        names = fields.items("aliases")
        participant = Participant(
            label,
            name=fields.text("name"),
            kana=fields.text("kana"),
            org=fields.text("org"),
            role=fields.text("role"),
            side=fields.text("side"),
            aliases=tuple(text for alias in names if (text := item_text(alias, self.report, "`aliases`"))),
            collective=fields.truth("collective"),
            line=line,
        )
        aliases.extend(
            (alias, participant)
            for alias in names
            if not isinstance(alias, (Mapping, Sequence)) and alias.value.strip()
        )
        return participant

    def _may_take(self, node: Scalar, kind: str) -> bool:
        if not node.value.strip():
            self.report.error(node.start_mark, "empty-value", f"a participant's {kind} must not be empty")
            return False
        if node.value in RESERVED:
            message = f"the {kind} {quoted(node.value)} is reserved for turns that nobody speaks; choose another"
            self.report.error(node.start_mark, "reserved-label", message)
            return False
        if node.value != node.value.strip():
            message = f"the {kind} {quoted(node.value)} has a space around it, which every turn would need too"
            self.report.warn(node.start_mark, "space-around-label", f"{message}; remove it")
        return True

    def _take_alias(self, node: Scalar, participant: Participant) -> None:
        alias = node.value.rstrip("\n")
        if not self._may_take(node, "alias"):
            return
        other = self.speakers.get(alias)
        if other is None and alias not in self.shared:
            self.speakers[alias] = participant
            return
        whose = f" of {quoted(other.label)}" if other and other != participant else " already"
        message = f"the alias {quoted(alias)} is a label or alias{whose}; choose another"
        self.report.error(node.start_mark, "alias-taken", message)
        if other and other.label != alias:
            self._give(alias, participant)
