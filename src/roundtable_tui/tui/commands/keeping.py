"""The commands that keep places and come back to them: jumps, bookmarks, what was read."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_JUMPS = N_("Jumps")
_KEEP = N_("Keep")

KEEPING = (
    Command("jump.back", ("H", "alt+left"), N_("back"), N_("Go back to where the last jump began"), _JUMPS, "reader"),
    Command(
        "jump.forward",
        ("L", "alt+right"),
        N_("forward"),
        N_("Go forward to where the last jump back came from"),
        _JUMPS,
        "reader",
    ),
    Command("bookmark.set", ("m",), N_("bookmark"), N_("Set a bookmark with a note, or change it"), _KEEP, "reader"),
    Command("bookmark.list", ("M",), N_("bookmarks"), N_("List the bookmarks of every issue"), _KEEP, "reader"),
    Command("history.open", ("h",), N_("history"), N_("Go on reading something that was read before"), _KEEP, "reader"),
    Command(
        "library.filter", ("slash",), N_("filter"), N_("Filter the list of back issues by typing"), _KEEP, "library", 2
    ),
    Command("library.read", ("r",), N_("read"), N_("Mark the piece as read, or as unread"), _KEEP, "library", 3),
)

FILTERS = (
    Command("filter.down", ("down", "ctrl+n"), N_("choose"), N_("Go to the next item"), _KEEP, "filter", 1),
    Command("filter.up", ("up", "ctrl+p"), N_("choose up"), N_("Go to the item before"), _KEEP, "filter"),
    Command("filter.page-down", ("pagedown",), N_("page"), N_("Go a screen of items down"), _KEEP, "filter"),
    Command("filter.page-up", ("pageup",), N_("page back"), N_("Go a screen of items up"), _KEEP, "filter"),
    Command("filter.choose", ("enter",), N_("open"), N_("Go to the item"), _KEEP, "filter", 2),
    Command("filter.close", ("escape",), N_("back"), N_("Empty the filter, or go back"), _KEEP, "filter", 3),
)

BOOKMARKS = (
    Command(
        "mark.note", ("ctrl+t", "f4"), N_("edit note"), N_("Change the note of the bookmark"), _KEEP, "bookmarks", 4
    ),
    Command("mark.remove", ("ctrl+r",), N_("remove"), N_("Remove the bookmark"), _KEEP, "bookmarks", 5),
    Command(
        "mark.export", ("ctrl+s",), N_("export"), N_("Export the listed bookmarks as citations"), _KEEP, "bookmarks", 6
    ),
)

NOTES = (
    Command("note.keep", ("enter",), N_("keep"), N_("Keep the bookmark with its note"), _KEEP, "note", 1),
    Command("note.leave", ("escape",), N_("back"), N_("Leave everything as it was"), _KEEP, "note", 2),
    Command("note.remove", ("ctrl+r",), N_("remove"), N_("Remove the bookmark"), _KEEP, "note", 3),
)
