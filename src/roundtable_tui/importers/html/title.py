"""The title of a page: which of its headings it is, told by what the head of the page says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.speakers.names import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.html.rows import Row

_DIVIDED = re.compile(r"\s*(?:[|｜]|\s[-–—:：»]\s)\s*")
_HIGHEST = 2


def title_row(rows: Sequence[Row], said: str) -> Row | None:
    """Return the heading that is the title: the one that the head of the page names, else the first of level 1."""
    heads = [row for row in rows if 0 < row.level <= _HIGHEST and not row.held]
    wanted = same(said)
    for row in heads:
        spelt = same(row.text)
        if spelt and wanted and (spelt == wanted or (wanted.startswith(spelt) and len(spelt) > 3)):
            return row
    inside = [row for row in heads if not row.aside]
    return next((row for row in (*inside, *heads) if row.level == 1), None)


def without_site(title: str, publication: str) -> str:
    """Return the title of a window without the name of the site at its end: 紙の話｜県の広報."""
    parts = _DIVIDED.split(title)
    if len(parts) < 2:
        return title
    last = same(parts[-1])
    if publication and last not in same(publication) and same(publication) not in last:
        return title
    return title[: title.rindex(parts[-1])].rstrip(" |｜-–—:：»\u3000") or title
