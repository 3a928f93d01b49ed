"""The importer of HTML: what a page shows becomes lines with what is marked in them, and those an article."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.draft import Draft
from roundtable_tui.importers.article.headings import looks_like_heading
from roundtable_tui.importers.article.importer import read_article
from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.html.cited import are_cited, gather, has_cited
from roundtable_tui.importers.html.facts import Facts, read_facts
from roundtable_tui.importers.html.flow import Flow
from roundtable_tui.importers.html.numbering import in_lines
from roundtable_tui.importers.html.page import settle
from roundtable_tui.importers.html.rows import Row
from roundtable_tui.importers.html.title import title_row, without_site
from roundtable_tui.importers.imported import SetAside
from roundtable_tui.importers.lines import Line, Marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.imported import Imported

_DOCUMENT = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|meta\s|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\ufeff?\s*(?:<!--.*?-->\s*){0,5}"
    r"<(?:p|div|h[1-6]|article|section|main|cite|ul|ol|dl|dt|table|figure|blockquote|strong|b|header|span|ruby|br)\b",
    re.IGNORECASE | re.DOTALL,
)
_END_TAG = re.compile(r"</(?:p|div|h[1-6]|article|section|li|dd|tr|cite|strong|b)>", re.IGNORECASE)
_LOOKED_AT = 4096
_FEWEST = 3
_BYLINES = 8
"""How many of the first lines may say when the page was published."""


class HtmlImporter:
    """Reads a page in HTML; see `Importer` for what each member does."""

    name = "html"
    summary = "a page in HTML with a round table, or the transcript of a podcast in HTML"

    def likeness(self, text: str) -> int:
        """Return 96 for a document, 92 for a piece of one that begins with an element and has more of them, else 0."""
        start = text[:_LOOKED_AT]
        if _DOCUMENT.match(start):
            return 96
        return 92 if _FRAGMENT.match(start) and len(_END_TAG.findall(start)) >= _FEWEST else 0

    def read(self, text: str) -> Imported:
        """Return the transcript of the page `text`; raises NotImportedError where nobody speaks in it."""
        flow = Flow(re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff")).replace("\0", "\ufffd"))
        facts = read_facts(flow.head)
        settle(flow.rows, flow.parents)
        title = title_row(flow.rows, facts.title)
        apart = [SetAside(row.line, row.text, row.aside) for row in flow.rows if row.aside and row is not title]
        shown = flow.head.title
        name = title.text if title else without_site(facts.title, facts.publication)
        if shown and name != shown:
            apart.append(SetAside(flow.head.title_line, shown, "the title of the window"))
        rows = [row for row in flow.rows if not row.aside or row is title]
        for row in rows[:_BYLINES]:
            known = facts.with_byline(row.text, row.dated) if row is not title else None
            if known is not None:
                facts = known
                apart.append(SetAside(row.line, row.text, "who published the page, and when"))
                rows.remove(row)
        if are_cited(rows):
            imported = _gathered(rows, title, name, facts)
        else:
            try:
                imported = _article(rows, title, name, flow.head.title_line or 1, facts)
            except NotImportedError:
                if not has_cited(rows):
                    raise
                imported = _gathered(rows, title, name, facts)
        return replace(imported, set_aside=tuple(sorted((*apart, *imported.set_aside), key=lambda one: one.line)))


def _gathered(rows: Sequence[Row], title: Row | None, name: str, facts: Facts) -> Imported:
    gathering = gather(rows, title)
    return gathering.imported(
        id="",
        title=name,
        publication=facts.publication,
        published=facts.published,
        source=facts.source,
        lang=facts.lang,
    )


def _article(rows: list[Row], title: Row | None, name: str, line: int, facts: Facts) -> Imported:
    """Return what the rules of articles make of `rows`, below the title."""
    if title is None and name:
        title = Row(line, name, block=-1)
        rows.insert(0, title)
    elif title is not None and (not rows or title is not rows[0]):
        # What stands above the title in the page is below it in the article; each says what it is.
        rows.remove(title)
        rows.insert(0, title)
    if not rows:
        raise NotImportedError("the page shows no text")
    if title is not None and len({row.block for row in rows[1:]}) == 1:
        title.block = rows[1].block  # all is one block: it is for the article to say where others were
    draft = Draft(publication=facts.publication, published=facts.published)
    imported = in_lines(read_article(_lines(rows, title, facts), draft), [row.line for row in rows])
    lang = facts.lang or imported.transcript.lang
    return replace(imported, transcript=replace(imported.transcript, source=facts.source, lang=lang))


def _lines(rows: Sequence[Row], title: Row | None, facts: Facts) -> list[Line]:
    """Return `rows`, numbered from 1, as the lines of an article, with what is certain of them."""
    first = [True, *(before.block != row.block for before, row in pairwise(rows))]
    headed = any(row.level for row in rows if row is not title)
    return [
        Line(number, row.text, starts, last, _marks(row, title, facts, headed=headed, alone=starts and last))
        for number, (row, starts, last) in enumerate(zip(rows, first, [*first[1:], True], strict=True), 1)
    ]


def _marks(row: Row, title: Row | None, facts: Facts, *, headed: bool, alone: bool) -> Marked:
    depth = 1 if row is title else row.level + 1 if row.level else 0
    bold = row.bold == len(row.text)
    heading_like = bold and alone and looks_like_heading(row.text, strict=True)
    return Marked(
        depth=depth,
        bold=0 if depth else row.bold,
        plain=not depth and headed and not heading_like,
        item=row.item,
        url=facts.address(row.url) if row.url else "",
        figure=row.figure,
    )
