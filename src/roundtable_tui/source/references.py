"""Reads what points to elsewhere: other pieces, web addresses and pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.model import Figure, Link
from roundtable_tui.source.fields import Fields, plain_text, wrong_kind
from roundtable_tui.source.nodes import Mapping, Sequence
from roundtable_tui.source.phrases import quoted

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Node
    from roundtable_tui.source.report import Report

_WEB = r"(?i)https?://[^\s/][^\s]*"
_SCHEME = "[A-Za-z][A-Za-z0-9+.-]*:"
FIGURE_KEYS = ("src", "alt", "caption", "credit")
LINK_KEYS = ("id", "title", "url")


def read_link(node: Node, report: Report, what: str) -> Link | None:
    """Return the piece that `node` names, by its id or by `title` and `url`; None where it names none."""
    if isinstance(node, Sequence):
        wrong_kind(node, report, what, "an id or {title: …, url: …}")
        return None
    if not isinstance(node, Mapping):
        written = read_id(node, report, what)
        return Link(id=written) if written else None
    fields = Fields(node, LINK_KEYS, report)
    target = fields.get("id")
    piece = read_id(target, report, f"`id` of {what}") if target else ""
    link = Link(piece, fields.text("title"), read_url(fields, "url"))
    if not target and not fields.has("title"):
        report.error(
            node.start_mark, "missing-key", f"{what} names no piece; give an id, or a `title` and perhaps a `url`"
        )
    return link if link.id or link.title or link.url else None


def read_id(node: Node, report: Report, what: str) -> str:
    """Return the id of a piece, the stem of its file's name, or nothing where it cannot be one."""
    written = plain_text(node, report, what)
    if written is None:
        return ""
    if not written.strip() or "/" in written or "\\" in written:
        message = f"{what} is {quoted(written)}; write the name of a file without .yaml, or {{title: …, url: …}}"
        report.error(node.start_mark, "bad-id", message)
        return ""
    return written


def read_url(fields: Fields, name: str) -> str:
    """Return the web address `name`, or nothing where it is absent or none."""
    written = fields.plain(name)
    if written is None or re.fullmatch(_WEB, written):
        return written or ""
    message = f"`{name}` is {quoted(written)}; a web address begins with https:// or http://"
    fields.report.error(fields.nodes[name].start_mark, "bad-url", message)
    return ""


def read_figure(node: Node, report: Report, what: str) -> Figure:
    """Return the picture that `node` describes; its `src` is empty where it may not be used."""
    if not isinstance(node, Mapping):
        wrong_kind(node, report, what, "a mapping such as {src: images/a.png, alt: …}")
        return Figure(caption=report.as_written(node))
    fields = Fields(node, FIGURE_KEYS, report)
    fields.require("src")
    return Figure(_read_src(fields), fields.text("alt"), fields.text("caption"), fields.text("credit"))


def _read_src(fields: Fields) -> str:
    written = fields.plain("src")
    if written is None or not fields.has("src"):
        return ""
    fault = src_fault(written)
    if fault:
        message = f"`src` is {quoted(written)}, {fault}; write a path from this file's folder, such as images/a.png"
        fields.report.error(fields.nodes["src"].start_mark, "bad-src", message)
        return ""
    return written


def src_fault(src: str) -> str:
    """Return why `src` may not be the path of a picture, or nothing where it may."""
    if "\\" in src:
        return "which has a backslash"
    if re.match(_SCHEME, src):
        return "which is an address, not a path"
    if src.startswith(("/", "~")):
        return "which is not relative"
    if ".." in src.split("/"):
        return "which leaves the folder (..)"
    if any(char < " " or char == "\x7f" for char in src):
        return "which has a control character"
    return ""
