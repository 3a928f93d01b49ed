"""Reads when in a recording a turn begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.source.phrases import quoted

if TYPE_CHECKING:
    from roundtable_tui.source.fields import Fields

_TIME = re.compile(r"[0-9]{1,4}:[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,3})?")
"""A time from the beginning of a recording, as WebVTT writes it but that the hours are always there."""


def read_time(fields: Fields, name: str) -> str:
    """Return the time `name` as it is written, or nothing where it is no time: it is never guessed."""
    written = fields.plain(name)
    if written is None or _TIME.fullmatch(written):
        return written or ""
    message = f"`{name}` is {quoted(written)}, which is no time; write hours, minutes and seconds as 0:12:03"
    fields.report.error(fields.nodes[name].start_mark, "bad-time", message)
    return ""
