"""Which commands are heard together: where the focus is, its keys come before those of what lies around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.tui.commands.command import N_

if TYPE_CHECKING:
    from roundtable_tui.tui.commands.command import Scope


class Context(NamedTuple):
    """A place where the focus can be, which is what `scope` is about.

    `heard` are the scopes whose keys work there, the nearest first; `typing` is whether text is typed there.
    """

    scope: Scope
    name: str
    heard: tuple[Scope, ...]
    typing: bool = False


CONTEXTS: tuple[Context, ...] = (
    Context("reader", N_("the text"), ("reader", "app")),
    Context("list", N_("a list"), ("list", "reader", "app")),
    Context("cast", N_("the list of speakers"), ("cast", "list", "reader", "app")),
    Context("library", N_("the back issues"), ("library", "list", "reader", "app")),
    Context("find", N_("finding in the piece"), ("find", "reader", "app"), typing=True),
    Context("charts", N_("the charts"), ("charts", "app")),
    Context("search", N_("the search"), ("search", "app"), typing=True),
    Context("counts", N_("the counts"), ("list", "counts", "app")),
    Context("dialog", N_("a dialog"), ("dialog", "app"), typing=True),
    Context("dialog", N_("a sheet"), ("list", "dialog", "app")),
    Context("export", N_("the export"), ("export", "dialog", "app"), typing=True),
    Context("filter", N_("a list that is filtered"), ("filter", "reader", "app"), typing=True),
    Context("bookmarks", N_("the bookmarks"), ("bookmarks", "filter", "app"), typing=True),
    Context("note", N_("a bookmark's note"), ("note", "app"), typing=True),
    Context("help", N_("the help"), ("list", "help", "dialog", "app")),
    Context("palette", N_("the palette"), ("palette", "app"), typing=True),
)
"""Every place, in the order of help. A new scope has a line here: so clashes of keys are found, and help names it."""


def place_name(scope: str) -> str:
    """Return the name, in English, of the place that `scope` is about."""
    return next(context.name for context in CONTEXTS if context.scope == scope)


BOX_KEYS = frozenset({
    "left", "right", "home", "end", "backspace", "delete", "enter", "ctrl+left", "ctrl+right", "shift+left",
    "shift+right", "ctrl+shift+left", "ctrl+shift+right", "shift+home", "shift+end", "ctrl+a", "ctrl+e", "ctrl+d",
    "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+x", "ctrl+c", "ctrl+v",
})  # fmt: skip
"""The keys that a box in which text is typed keeps for itself."""
