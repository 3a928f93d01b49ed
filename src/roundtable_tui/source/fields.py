"""Reads mappings of known keys and the plain values in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.source.lints import check_text
from roundtable_tui.source.nodes import Mapping, Sequence, kind_of
from roundtable_tui.source.phrases import or_nearest, quoted

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Mark, Node
    from roundtable_tui.source.report import Report

_MOST_DIGITS = 9
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class Fields:
    """The values of one mapping under its known keys; what is written as empty counts as absent."""

    def __init__(self, node: Mapping, known: tuple[str, ...], report: Report) -> None:
        self.start_mark = node.start_mark
        self.report = report
        self.nodes: dict[str, Node] = {}
        self.marks: dict[str, Mark] = {}
        for key, value in node.pairs:
            name = key.value
            if name not in known:
                remedy = "" if report.is_full else or_nearest(name, known)
                report.error(key.start_mark, "unknown-key", f"unknown key {quoted(name)}; {remedy}")
                continue
            self.marks[name] = key.start_mark
            if isinstance(value, (Mapping, Sequence)) or value.value or value.style:
                self.nodes[name] = value
            else:
                check_text(value, report)

    def get(self, name: str) -> Node | None:
        """Return the value of `name`, or None."""
        return self.nodes.get(name)

    def has(self, name: str) -> bool:
        """Return whether `name` has a value that is not blank."""
        node = self.nodes.get(name)
        return node is not None and (isinstance(node, (Mapping, Sequence)) or bool(node.value.strip()))

    def require(self, *names: str) -> None:
        """Report each of `names` that is missing or blank."""
        for name in names:
            if not self.has(name):
                mark = self.marks.get(name, self.start_mark)
                state = "has no value" if name in self.marks else "is missing"
                self.report.error(mark, "missing-key", f"the required key `{name}` {state}")

    def text(self, name: str) -> str:
        """Return free text, without line breaks at its end; empty where it is absent."""
        node = self.nodes.get(name)
        return "" if node is None else free_text(node, self.report, f"`{name}`")

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of short texts."""
        return tuple(text for node in self.items(name) if (text := item_text(node, self.report, f"`{name}`")))

    def items(self, name: str) -> list[Node]:
        """Return the items of a list; what is no list is reported and counts as its only item."""
        node = self.nodes.get(name)
        if node is None:
            return []
        if isinstance(node, Sequence):
            return node.items
        wrong_kind(node, self.report, f"`{name}`", "a list")
        return [node]

    def mapping(self, name: str) -> Mapping | None:
        """Return a mapping; what is none is reported and left out."""
        node = self.nodes.get(name)
        if node is None or isinstance(node, Mapping):
            return node
        wrong_kind(node, self.report, f"`{name}`", "a mapping")
        return None

    def number(self, name: str, least: int = 0) -> int | None:
        """Return a whole number of at most nine digits, or None where there is none or it is no such number."""
        written = self.plain(name)
        if written is None:
            return None
        if written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS and int(written) >= least:
            return int(written)
        message = f"`{name}` must be a number from {least} up, but is {quoted(written)}"
        self.report.error(self.nodes[name].start_mark, "not-a-number", message)
        return None

    def truth(self, name: str) -> bool:
        """Return true or false, false where it is absent or neither."""
        written = self.plain(name)
        if written is not None and written not in _TRUTH:
            message = f"`{name}` must be true or false, but is {quoted(written)}"
            self.report.error(self.nodes[name].start_mark, "not-true-or-false", message)
        return _TRUTH.get(written or "", False)

    def plain(self, name: str) -> str | None:
        """Return what is written for a number, a date or an id; None where it is absent or reported to be no text."""
        node = self.nodes.get(name)
        return None if node is None else plain_text(node, self.report, f"`{name}`")


def free_text(node: Node, report: Report, what: str) -> str:
    """Return the text of `node` without line breaks at its end; of what is no text, what is written there."""
    if isinstance(node, (Mapping, Sequence)):
        wrong_kind(node, report, what, "text")
        return report.as_written(node)
    if node.style != "|":
        check_text(node, report)
    return node.value.rstrip("\n")


def item_text(node: Node, report: Report, what: str) -> str:
    """Return the free text of an item of a list; one without text is reported."""
    text = free_text(node, report, f"an item of {what}")
    if not text.strip():
        report.error(node.start_mark, "empty-value", f"an item of {what} has no text")
    return text


def plain_text(node: Node, report: Report, what: str) -> str | None:
    """Return the text of a number, a date or an id; None where it is reported to be no text."""
    if isinstance(node, (Mapping, Sequence)):
        wrong_kind(node, report, what, "text")
        return None
    return node.value.rstrip("\n")


def wrong_kind(node: Node, report: Report, what: str, wanted: str) -> None:
    """Report that `node`, which is `what`, is not `wanted`."""
    report.error(node.start_mark, "wrong-kind", f"{what} must be {wanted}, but is {kind_of(node)}")
