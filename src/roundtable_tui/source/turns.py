"""Reads the turns of a section: speech, narration and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from roundtable_tui.model import NARRATION, Turn
from roundtable_tui.source.cast import FIGURE, RESERVED
from roundtable_tui.source.fields import Fields, free_text
from roundtable_tui.source.nodes import Mapping, Sequence, kind_of
from roundtable_tui.source.phrases import quoted
from roundtable_tui.source.references import read_figure

if TYPE_CHECKING:
    from roundtable_tui.source.cast import Cast
    from roundtable_tui.source.nodes import Node, Scalar
    from roundtable_tui.source.report import Report

LONG_KEYS = ("as", "at", "text")


class TurnReader:
    """Reads turns in reading order and numbers them from 1 throughout the piece."""

    def __init__(self, cast: Cast, report: Report) -> None:
        self.cast = cast
        self.report = report
        self.number = 0

    def read(self, node: Node) -> tuple[Turn, ...]:
        """Return the turns listed in `node`; whatever has no label is kept as speech of nobody."""
        turns: list[Turn] = []
        if not isinstance(node, Sequence):
            message = f"`turns` must be a list, each item beginning with `- `, but is {kind_of(node)}"
            self.report.error(node.start_mark, "wrong-kind", message)
        for item in node.items if isinstance(node, Sequence) else [node]:
            if not isinstance(item, Mapping) or not item.pairs:
                turns.append(self._unlabelled(item))
                continue
            if len(item.pairs) > 1:
                self._report_several(item)
            for key, value in item.pairs:
                turns.append(self._turn(key, value))
        return tuple(turns)

    def _turn(self, key: Scalar, value: Node) -> Turn:
        label, printed, at = key.value, "", ""
        if label == FIGURE:
            return self._figure(key, value)
        if isinstance(value, Mapping):
            printed, at, text = self._long_form(value)
        else:
            text = free_text(value, self.report, "the text of a turn")
        if not text or text.isspace():
            self.report.error(key.start_mark, "empty-turn", f"the turn of {quoted(label)} has no text")
        speaker = self.cast.speakers.get(label)
        kind: Literal["speech", "narration"] = "speech"
        if speaker is None:
            if label in RESERVED:
                kind = "narration"
            else:
                self.cast.report_unknown(key.start_mark, label)
        self.number += 1
        return Turn(self.number, kind, label, text, speaker, printed, None, key.start_mark.line + 1, at)

    def _long_form(self, node: Mapping) -> tuple[str, str, str]:
        unknown = sum(key.value not in LONG_KEYS for key, _ in node.pairs)
        if unknown and unknown == len(node.pairs):
            message = "a colon made a mapping of this text; write it below `|` (a mapping has `as`, `at` and `text`)"
            self.report.error(node.start_mark, "text-read-as-mapping", message)
            return "", "", self.report.as_written(node)
        fields = Fields(node, LONG_KEYS, self.report)
        if "text" not in fields.marks:
            fields.require("text")
        text = fields.text("text")
        text = self.report.as_written(node) if unknown and not text else text
        return fields.text("as"), self._time(fields), text

    def _time(self, fields: Fields) -> str:
        if "at" not in fields.nodes:
            return ""
        from roundtable_tui.source.times import read_time

        return read_time(fields, "at")

    def _figure(self, key: Scalar, value: Node) -> Turn:
        figure = read_figure(value, self.report, "`figure`")
        self.number += 1
        return Turn(self.number, "figure", FIGURE, figure.caption, None, "", figure, key.start_mark.line + 1)

    def _unlabelled(self, node: Node) -> Turn:
        text = "" if isinstance(node, Mapping) else self._text_of(node)
        message = "a turn must be `label: text`"
        if "：" in text:
            message += ", with an ASCII colon and a space in place of ："
        elif ":" in text:
            message += ", with a space after the colon"
        else:
            message += f", but has no label ({NARRATION} is narration)"
        self.report.error(node.start_mark, "no-label", message)
        self.number += 1
        return Turn(self.number, "speech", "", text, line=node.start_mark.line + 1)

    def _text_of(self, node: Scalar | Sequence) -> str:
        return self.report.as_written(node) if isinstance(node, Sequence) else free_text(node, self.report, "a turn")

    def _report_several(self, node: Mapping) -> None:
        second = node.pairs[1][0]
        if all(key.value in LONG_KEYS for key, _ in node.pairs[1:]):
            message = "`as`, `at` and `text` belong below the label, indented more than it"
        else:
            message = f"a turn has one label; begin the turn of {quoted(second.value)} with `- `"
        self.report.error(second.start_mark, "several-labels", message)
