"""The commands that find words in the open piece."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_FIND = N_("Search")

FIND_IN_PIECE = (
    Command("find.open", ("slash",), N_("find"), N_("Find words in this piece"), _FIND, "reader", 3),
    Command(
        "find.accept", ("enter",), N_("read on"), N_("Read on at the hit; n and N go on from it"), _FIND, "find", 1
    ),
    Command("find.next", ("down",), N_("next"), N_("Go to the next hit in this piece"), _FIND, "find", 2),
    Command(
        "find.previous",
        ("up",),
        N_("previous"),
        N_("Go to the hit before; in the empty box, to earlier searches"),
        _FIND,
        "find",
        3,
    ),
    Command("find.close", ("escape",), N_("back"), N_("Go back to where reading was"), _FIND, "find", 4),
    Command("find.widen", ("ctrl+f",), N_("every issue"), N_("Search every back issue for the same"), _FIND, "find", 5),
    Command("find.older", ("ctrl+p",), N_("earlier"), N_("Go to an earlier search"), _FIND, "find"),
    Command("find.newer", ("ctrl+n",), N_("later"), N_("Go to a later search"), _FIND, "find"),
)
