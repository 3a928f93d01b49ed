"""Reads the dates of a piece: `held`, `held_label` and `published`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.source.fields import id_text
from roundtable_tui.source.phrases import quoted

if TYPE_CHECKING:
    from roundtable_tui.source.fields import Fields

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")


def is_date(text: str) -> bool:
    """Return whether `text` is a day, month or year that exists, as ISO 8601 writes it (2021-11-10, 2021-11, 2021)."""
    found = _ISO.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    if not year or not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, day) != (2, 29)


def read_date(fields: Fields, name: str) -> str:
    """Return the date `name` as it is written, or nothing where it is absent or no date."""
    node = fields.get(name)
    if node is None:
        return ""
    written = id_text(node, fields.report, f"`{name}`")
    if is_date(written):
        return written
    meant = None
    if _have_dates():
        from roundtable_tui.text.dates import parse_date

        meant = parse_date(written)
    remedy = f"write {meant}" if meant else "write a date that exists as YYYY-MM-DD, YYYY-MM or YYYY"
    fields.report.error(node.start_mark, "bad-date", f"`{name}` is {quoted(written)}, which is no date; {remedy}")
    return ""


def _have_dates() -> bool:
    from importlib.util import find_spec

    return find_spec("roundtable_tui.text.dates") is not None


def read_held(fields: Fields, lang: str, title: str) -> tuple[str, str]:
    """Return `held` and `held_label`; where one is absent it is made from the other.

    A label is made in Japanese, unless `lang` says English or, where `lang` is empty, `title` holds no Japanese.
    """
    held, label = read_date(fields, "held"), fields.text("held_label")
    if not _have_dates():  # until the reading of printed dates is there
        return held, label
    if held and not label:
        from roundtable_tui.text.dates import english_label, japanese_label

        japanese = bool(_JAPANESE.search(title)) if not lang else not lang.lower().startswith("en")
        return held, japanese_label(held) if japanese else english_label(held)
    if not label:
        return held, label
    from roundtable_tui.text.dates import parse_date

    printed, node = parse_date(label) or "", fields.nodes["held_label"]
    if not held and "held" not in fields.nodes:
        if not printed:
            message = f"no date can be read from {quoted(label)}; add `held: YYYY-MM-DD`"
            fields.report.warn(node.start_mark, "no-date-in-label", message)
        return printed, label
    if held and printed and not (held.startswith(printed) or printed.startswith(held)):
        message = f"`held_label` reads {printed}, but `held` is {held}; one of them must be wrong"
        fields.report.warn(node.start_mark, "dates-disagree", message)
    return held, label
