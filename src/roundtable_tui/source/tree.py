"""Builds the tree of nodes from YAML events, without recursion, and refuses what a transcript must not use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from roundtable_tui.source.nodes import Mapping, Sequence, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.source.nodes import Mark, Node
    from roundtable_tui.source.report import Report

MAX_DEPTH = 16
"""How many mappings and lists may lie inside one another."""
MAX_VALUES = 200_000
"""How many scalars, mappings and lists a file may hold, keys counted."""


def build(get_event: Callable[[], Any], report: Report) -> Node | None:
    """Return the root node of the only document that `get_event` yields, or None where it yields none.

    What a transcript must not use (anchors, tags, a second document …) is refused in `report`; past a limit, or
    behind the first document, nothing more is read. Raises what `get_event` raises.
    """
    builder = _Builder(report)
    take, look_at, look_at_all = builder.take, builder.look_at, bool(report.stand_ins)
    scalar_event = yaml.ScalarEvent
    items = builder.items
    values = 0
    while not builder.done:
        event = get_event()
        if event.__class__ is scalar_event:
            items.append(event)
            if look_at_all or event.anchor is not None or event.tag is not None:
                look_at(event)
        else:
            items = take(event)
        values += 1
        if values - builder.ends > MAX_VALUES:
            report.refuse(event.start_mark, "too-many-values", f"more than {MAX_VALUES:,} values; split the piece")
            return None
    return builder.root


class _Builder:
    """What has been read: `items` is the flat list of nodes of the innermost collection that is open."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.items: list[Any] = []
        self.outer: list[tuple[Any, list[Any]]] = []
        self.documents = 0
        self.ends = 0  # events that are no value
        self.done = False
        self.root: Node | None = None
        self._take: dict[type, Callable[[Any], None]] = {
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close_mapping,
            yaml.SequenceEndEvent: self._close_sequence,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.StreamEndEvent: self._end,
        }

    def take(self, event: Any) -> list[Any]:
        """Take an event that is no scalar; return the list that the next node belongs to."""
        handler = self._take.get(event.__class__)
        if handler is None:
            self.ends += 1
        else:
            handler(event)
        return self.items

    def look_at(self, event: Any) -> None:
        """Look at a scalar that has an anchor or a tag, or that may hold stand-ins."""
        event.value = event.value.translate(self.report.stand_ins)
        self._refuse_extras(event)

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"an anchor (&{event.anchor}) cannot be used in a transcript; write the value out"
            self.report.refuse(event.start_mark, "anchor", message + ", or put text that begins with & in quotes")
        if event.tag is not None:
            message = f"a tag ({event.tag}) cannot be used in a transcript; leave it out"
            self.report.refuse(event.start_mark, "tag", message + ", or put text that begins with ! in quotes")

    def _open(self, event: Any) -> None:
        self._refuse_extras(event)
        if len(self.outer) == MAX_DEPTH:
            message = f"more than {MAX_DEPTH} mappings and lists inside one another"
            self.report.refuse(event.start_mark, "too-deep", message)
            self.done = True
        self.outer.append((event, self.items))
        self.items = []

    def _close_mapping(self, event: Any) -> None:
        self.ends += 1
        start, outer = self.outer.pop()
        pairs = list(zip(self.items[::2], self.items[1::2], strict=True))
        self._check_keys(pairs)
        outer.append(Mapping(pairs, start.start_mark, event.end_mark, start.flow_style))
        self.items = outer

    def _close_sequence(self, event: Any) -> None:
        self.ends += 1
        start, outer = self.outer.pop()
        outer.append(Sequence(self.items, start.start_mark, event.end_mark, start.flow_style))
        self.items = outer

    def _check_keys(self, pairs: list[Any]) -> None:
        lines: dict[str, Mark] = {}
        for place, (key, value) in enumerate(pairs):
            if key.__class__ is not yaml.ScalarEvent:
                key = self._key_from(key)
                pairs[place] = (key, value)
            name = key.value
            if name == "<<" and not key.style:
                message = "a merge key (<<) cannot be used in a transcript; write the values out"
                self.report.refuse(key.start_mark, "merge-key", message)
            elif name in lines:
                message = f"the key {name!r} is here twice, first in line {lines[name].line + 1}; only one can stay"
                self.report.refuse(key.start_mark, "duplicate-key", message)
            else:
                lines[name] = key.start_mark

    def _key_from(self, node: Any) -> Any:
        message = f"a key or label must be text, but this is {kind_of(node)}; put it in quotes"
        self.report.error(node.start_mark, "key-not-text", message)
        written = self.report.as_written(node)
        return yaml.ScalarEvent(None, None, (False, True), written, node.start_mark, node.end_mark, '"')

    def _alias(self, event: Any) -> None:
        message = f"an alias (*{event.anchor}) cannot be used in a transcript; write the value out"
        self.report.refuse(event.start_mark, "alias", message + ", or put text that begins with * in quotes")
        self.items.append(yaml.ScalarEvent(None, None, (True, False), "", event.start_mark, event.end_mark))

    def _document(self, event: Any) -> None:
        self.ends += 1
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here (---); a file holds one piece"
            self.report.refuse(event.start_mark, "several-documents", message)
            self.done = True
        elif event.explicit:
            before = self.report.text[: event.start_mark.index].split("\n")
            for line, text in enumerate(before, start=1):
                if text.startswith("%"):
                    message = f"a directive ({text.split()[0]}) cannot be used in a transcript; remove this line"
                    self.report.refuse_at(line, 1, "directive", message)

    def _end(self, _event: Any) -> None:
        self.ends += 1
        self.done = True
        self.root = self.items[0] if self.items else None
