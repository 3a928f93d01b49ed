"""The commands that search every back issue and take something away."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_FIND = N_("Search")

FINDING = (
    Command("search.open", ("s", "ctrl+f"), N_("search"), N_("Search every back issue"), _FIND, "reader", 2),
    Command("hit.next", ("n",), N_("next hit"), N_("Go to the next hit of the last search"), _FIND, "reader", 6),
    Command("hit.previous", ("N",), N_("hit back"), N_("Go to the hit before"), _FIND, "reader"),
)

SEARCHING = (
    Command("search.down", ("down", "ctrl+n"), N_("choose"), N_("Go to the next hit"), _FIND, "search", 1),
    Command(
        "search.up",
        ("up", "ctrl+p"),
        N_("choose up"),
        N_("Go to the hit before; from the first one, to earlier searches"),
        _FIND,
        "search",
    ),
    Command("search.page-down", ("pagedown",), N_("page"), N_("Go a screen of hits down"), _FIND, "search"),
    Command("search.page-up", ("pageup",), N_("page back"), N_("Go a screen of hits up"), _FIND, "search"),
    Command("search.choose", ("enter",), N_("open"), N_("Open the turn with the match marked"), _FIND, "search", 2),
    Command(
        "search.unfold", ("right",), N_("more"), N_("List every hit in the piece under the cursor"), _FIND, "search", 8
    ),
    Command(
        "search.offer", ("tab",), N_("narrow"), N_("Go to the filters on offer; Enter applies one"), _FIND, "search", 4
    ),
    Command(
        "search.offer-back", ("shift+tab", "left"), N_("filter back"), N_("Go to the filter before"), _FIND, "search"
    ),
    Command("search.order", ("ctrl+o",), N_("order"), N_("Sort by relevance or by date"), _FIND, "search", 5),
    Command(
        "search.count", ("ctrl+t",), N_("count"), N_("Show who says it most, and where, in numbers"), _FIND, "search", 6
    ),
    Command(
        "search.export", ("ctrl+s",), N_("export"), N_("Export the hits as a list of citations"), _FIND, "search", 7
    ),
    Command("search.close", ("escape",), N_("back"), N_("Go back to where reading was"), _FIND, "search", 3),
)

COUNTING = (
    Command("counts.choose", ("enter",), N_("narrow"), N_("Narrow the search to the row"), _FIND, "counts", 1),
    Command("counts.close", ("escape", "q", "ctrl+t"), N_("back"), N_("Go back to the hits"), _FIND, "counts", 2),
)
