"""Transcripts in which `<cite>` says who speaks: podcasts by the Podcast Namespace, minutes of the W3C."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.lines import COLONS
from roundtable_tui.importers.utterances import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.html.rows import Row

_COLON = re.compile("[:：]")
_LONGEST = 60
"""The longest label in code points; a longer citation names a work."""


def has_cited(rows: Sequence[Row]) -> bool:
    """Return whether any line begins with `<cite>` as turns may."""
    return any(0 < row.cited <= _LONGEST for row in rows)


def are_cited(rows: Sequence[Row]) -> bool:
    """Return whether turns begin with `<cite>` here, and not the names of books: at least two do.

    They have a colon or a time, or are more than a few of the lines.
    """
    cited = [row for row in rows if 0 < row.cited <= _LONGEST]
    sure = sum(bool(row.clock) or bool(_COLON.search(row.text, row.cited - 1, row.cited + 1)) for row in cited)
    return sure > 1 or (len(cited) > 1 and 5 * len(cited) >= len(rows))


def gather(rows: Sequence[Row], title: Row | None) -> Gathering:
    """Return the talk of `rows`, of which `title` heads the whole.

    Where a label has its words beside it, as minutes print them, the next paragraph is nobody's unless it has a label;
    below a label alone all paragraphs are of one speaker, as podcasts have them.
    """
    gathering = Gathering()
    label, at, line, block = "", "", 0, -1
    said: list[str] = []

    def end() -> None:
        if label:
            gathering.speak(label, "\n".join(said), at=at, line=line)
        elif said:
            gathering.narrate("\n".join(said), line=line)
        said.clear()

    for row in rows:
        if row.aside or row is title:
            continue
        if row.level:
            end()
            label, at, block = "", "", -1
            gathering.head(row.text, max(1, row.level - 1))
        elif row.figure is not None and row.figure.src:
            end()
            gathering.show(row.figure)
        elif 0 < row.cited <= _LONGEST:
            end()
            label, at, line = row.text[: row.cited].rstrip(f"{COLONS} \t\u3000"), _at(row.clock), row.line
            rest = row.text[row.cited :].lstrip(f"{COLONS} \t\u3000")
            said.extend([rest] if rest else [])
            block = row.block if rest else -1
            if row.clock and not at:
                gathering.report.leave(row.line, row.clock, "a time that no recording has")
        else:
            if block >= 0 and row.block != block:
                end()
                label, at, block = "", "", -1
            line = line if said or label else row.line
            said.append(row.text)
    end()
    return gathering


def _at(written: str) -> str:
    """Return a time such as 1:02:03 or 12:34.5 as `Turn.at`, empty where it is none."""
    found = re.fullmatch(r"(?:(\d+):)?(\d+):([0-5]\d)(?:[.,](\d{1,3}))?", written)
    if found is None or (found[1] and int(found[2]) > 59):
        return ""
    seconds = (int(found[1] or 0) * 60 + int(found[2])) * 60 + int(found[3])
    return clock(seconds * 1000 + int((found[4] or "0").ljust(3, "0")))
