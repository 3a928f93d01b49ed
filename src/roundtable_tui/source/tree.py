"""Builds the tree of nodes from YAML events, without recursion, and refuses what a transcript must not use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from roundtable_tui.source.nodes import Mapping, Sequence, kind_of
from roundtable_tui.source.phrases import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.source.nodes import Mark, Node
    from roundtable_tui.source.report import Report

MAX_DEPTH = 16
"""How many mappings and lists may lie inside one another."""
TOO_DEEP = f"more than {MAX_DEPTH} mappings and lists lie inside one another"
"""What is said of a file in which more do."""
MAX_VALUES = 200_000
"""How many scalars, mappings and lists a file may hold, keys counted."""


def build(get_event: Callable[[], Any], report: Report) -> Node | None:
    """Return the root node of the only document that `get_event` yields, or None where it yields none.

    What a transcript must not use (anchors, tags, a second document …) is refused in `report`; past a limit, or
    behind the first document, nothing more is read. Raises what `get_event` raises.
    """
    scalar, mapping_end = yaml.ScalarEvent, yaml.MappingEndEvent
    mapping_start, sequence_start = yaml.MappingStartEvent, yaml.SequenceStartEvent
    rules = _Rules(report)
    look_at_all = bool(report.stand_ins) or report.may_have_escapes
    items: list[Any] = []  # of the innermost collection that is open; of a mapping, keys and values in turn
    around: list[tuple[Any, list[Any]]] = []  # for each open collection its start, and the items it is one of
    values = 0
    while True:
        event = get_event()
        kind = event.__class__
        if kind is scalar:
            values += 1
            items.append(event)
            if look_at_all:
                rules.look_at(event)
            if event.anchor is not None or event.tag is not None:
                rules.refuse_extras(event)
        elif kind is mapping_end:
            start, outer = around.pop()
            pairs = list(zip(items[::2], items[1::2], strict=True))
            if len(pairs) != 1 or items[0].__class__ is not scalar or items[0].value == "<<":
                rules.check_keys(pairs)
            outer.append(Mapping(pairs, start.start_mark, event.end_mark, start.flow_style))
            items = outer
        elif kind is mapping_start or kind is sequence_start:
            values += 1
            if event.anchor is not None or event.tag is not None:
                rules.refuse_extras(event)
            around.append((event, items))
            items = []
            if len(around) > MAX_DEPTH:
                rules.refuse_depth(event)
                return None
        elif kind is yaml.SequenceEndEvent:
            start, outer = around.pop()
            outer.append(Sequence(items, start.start_mark, event.end_mark, start.flow_style))
            items = outer
        elif kind is yaml.AliasEvent:
            values += 1
            items.append(rules.refuse_alias(event))
        elif kind is yaml.StreamEndEvent or (kind is yaml.DocumentStartEvent and rules.refuse_document(event)):
            return items[0] if items else None
        if values > MAX_VALUES:
            rules.refuse_size(event)
            return None


class _Rules:
    """What a transcript must not use, and how each is reported."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.documents = 0

    def look_at(self, event: Any) -> None:
        """Put the original in the place of stand-ins, and warn of control characters that are written as escapes."""
        event.value = event.value.translate(self.report.stand_ins)
        if event.style == '"' and self.report.may_have_escapes:
            from roundtable_tui.source.controls import check_escapes

            check_escapes(event, self.report)

    def refuse_extras(self, event: Any) -> None:
        """Refuse the anchor and the tag of an event."""
        if event.anchor is not None:
            message = f"an anchor (&{event.anchor}) cannot be used in a transcript; write the value out"
            self.report.refuse(event.start_mark, "anchor", message + ", or put text that begins with & in quotes")
        if event.tag is not None:
            message = f"a tag ({event.tag}) cannot be used in a transcript; leave it out"
            self.report.refuse(event.start_mark, "tag", message + ", or put text that begins with ! in quotes")

    def refuse_alias(self, event: Any) -> Any:
        """Refuse an alias; return an empty scalar for its place."""
        message = f"an alias (*{event.anchor}) cannot be used in a transcript; write the value out"
        self.report.refuse(event.start_mark, "alias", message + ", or put text that begins with * in quotes")
        return yaml.ScalarEvent(None, None, (True, False), f"*{event.anchor}", event.start_mark, event.end_mark)

    def refuse_depth(self, event: Any) -> None:
        """Refuse a collection that lies too deep."""
        self.report.refuse(event.start_mark, "too-deep", TOO_DEEP)

    def refuse_size(self, event: Any) -> None:
        """Refuse the value that is one too many."""
        message = f"the file holds more than {MAX_VALUES:,} values; split the piece"
        self.report.refuse(event.start_mark, "too-many-values", message)

    def refuse_document(self, event: Any) -> bool:
        """Refuse the directives before a document, and the second document; return whether it is the second."""
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here (---); a file holds one piece"
            self.report.refuse(event.start_mark, "several-documents", message)
            return True
        if event.explicit:
            from roundtable_tui.source.slips import directive_found

            before = self.report.text[: event.end_mark.index].split("\n")
            for line, text in enumerate(before, start=1):
                if text.startswith("%"):
                    self.report.refuse_at(line, 1, *directive_found(text))
        return False

    def check_keys(self, pairs: list[Any]) -> None:
        """Refuse merge keys and duplicate keys; put text in the place of keys that are lists or mappings."""
        marks: dict[str, Mark] = {}
        for place, (key, value) in enumerate(pairs):
            if key.__class__ is not yaml.ScalarEvent:
                key = self._key_from(key)
                pairs[place] = (key, value)
            name = key.value
            if name == "<<" and not key.style:
                message = "a merge key (<<) cannot be used in a transcript; write the values out"
                self.report.refuse(key.start_mark, "merge-key", message)
            elif name in marks:
                message = f"the key {quoted(name)} is here twice, first in line {marks[name].line + 1}"
                self.report.refuse(key.start_mark, "duplicate-key", f"{message}; only one can stay")
            else:
                marks[name] = key.start_mark

    def _key_from(self, node: Any) -> Any:
        message = f"a key or label must be text, but this is {kind_of(node)}; put it in quotes"
        self.report.error(node.start_mark, "key-not-text", message)
        written = self.report.as_written(node)
        return yaml.ScalarEvent(None, None, (False, True), written, node.start_mark, node.end_mark, '"')
