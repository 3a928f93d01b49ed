"""Reads the dates of a piece: `held`, `held_label` and `published`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.source.nodes import Mapping, Sequence
from roundtable_tui.source.phrases import quoted
from roundtable_tui.text.dates import english_label, is_iso_date, japanese_label, parse_date

if TYPE_CHECKING:
    from roundtable_tui.source.fields import Fields


def _is_japanese(character: str) -> bool:
    return "\u3041" <= character <= "\u30ff" or "\u4e00" <= character <= "\u9fff"


def read_date(fields: Fields, name: str) -> str:
    """Return the date `name`; of what is not written as one, the date that is meant, or nothing."""
    written = fields.plain(name)
    if written is None or is_iso_date(written):
        return written or ""
    meant = parse_date(written)
    remedy = f"write {meant}" if meant else "write a date that exists as YYYY-MM-DD, YYYY-MM or YYYY"
    fields.report.error(
        fields.nodes[name].start_mark, "bad-date", f"`{name}` is {quoted(written)}, which is no date; {remedy}"
    )
    return meant or ""


def read_held(fields: Fields, lang: str, title: str) -> tuple[str, str]:
    """Return `held` and `held_label`; where one is absent it is made from the other.

    What is written for `held` and is no date is the label where there is none: words that a reader understands.
    A label is made in Japanese, unless `lang` says English or, where `lang` is empty, `title` holds no Japanese.
    """
    held, label = read_date(fields, "held"), fields.text("held_label")
    node = fields.nodes.get("held")
    if node is not None and not label and not isinstance(node, (Mapping, Sequence)):
        written = node.value.strip()
        if written not in ("", held):
            return held, written  # no date as it is, and yet what is printed
    if held and not label:
        japanese = any(map(_is_japanese, title)) if not lang else not lang.lower().startswith("en")
        return held, japanese_label(held) if japanese else english_label(held)
    if not label or (held and not fields.report.warnings):
        return held, label
    if held and label in (japanese_label(held), english_label(held)):
        return held, label
    printed, mark = parse_date(label) or "", fields.nodes["held_label"].start_mark
    if not held and "held" not in fields.nodes:
        if not printed:
            message = f"no date can be read from {quoted(label)}; add `held: YYYY-MM-DD`"
            fields.report.warn(mark, "no-date-in-label", message)
        return printed, label
    if held and printed and not (held.startswith(printed) or printed.startswith(held)):
        message = f"`held_label` reads {printed}, but `held` is {held}; one of them must be wrong"
        fields.report.warn(mark, "dates-disagree", message)
    return held, label
