"""`roundtable search --cite`: the hits as a list of citations, each turn whole and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.export.citations import citations
from roundtable_tui.tui.searching.found import Found
from roundtable_tui.tui.searching.quoting import quoted

if TYPE_CHECKING:
    from roundtable_tui.cli.output import Output
    from roundtable_tui.library import Library
    from roundtable_tui.search.engine import Order, Results


def cite(results: Results, order: Order, library: Library, out: Output) -> None:
    """Print the hits as the reader exports them; stderr says how many are left out because their files changed."""
    made = quoted(Found(results, order), library, lambda done: None, lambda: False)
    title = _("{query}: {count} citations").format(
        query=results.query.text.strip() or _("search"), count=len(made.quotations)
    )
    (out.text if out.stdout.isatty() else out.raw)(citations(title, made.quotations))
    if made.changed:
        out.note(_("{count} hits are left out: their files changed").format(count=made.changed))
