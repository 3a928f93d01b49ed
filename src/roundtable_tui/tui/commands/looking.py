"""The commands that arrange the screen, and those that work everywhere."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_PANES = N_("Screen")
_LISTS = N_("Lists")

LOOKING = (
    Command("pane.library", ("i",), N_("issues"), N_("Go to the list of back issues"), _PANES, "reader", 8),
    Command("pane.contents", ("o",), N_("contents"), N_("Go to the table of contents"), _PANES, "reader", 9),
    Command("pane.cast", ("w",), N_("cast"), N_("Go to the list of speakers"), _PANES, "reader"),
    Command("pane.toggle", ("backslash",), N_("sidebar"), N_("Show or hide the sidebar"), _PANES, "reader"),
    Command(
        "pane.text",
        ("escape",),
        N_("text"),
        N_("Go back to the text or to where reading was; end a selection"),
        _PANES,
        "reader",
        2,
    ),
    Command("zen.toggle", ("z",), N_("text alone"), N_("Show the text alone, or everything again"), _PANES, "reader"),
    Command("measure.wider", ("plus", "equals_sign"), N_("wider"), N_("Set longer lines"), _PANES, "reader"),
    Command("measure.narrower", ("minus",), N_("narrower"), N_("Set shorter lines"), _PANES, "reader"),
    Command(
        "problems.show",
        ("exclamation_mark",),
        N_("problems"),
        N_("Show what is wrong with the file of this piece"),
        _PANES,
        "reader",
    ),
)

EVERYWHERE = (
    Command("app.theme", ("t",), N_("theme"), N_("Go on to the next theme"), _PANES, "reader"),
    Command("theme.choose", ("T",), N_("themes"), N_("Choose a theme from a list that shows each"), _PANES, "reader"),
    Command("app.help", ("question_mark", "f1"), N_("help"), N_("Show every key"), _PANES, "app", 3),
    Command(
        "mouse.toggle", ("f3",), N_("mouse"), N_("Leave the mouse to the terminal, or listen to it"), _PANES, "app"
    ),
    Command("app.palette", ("ctrl+p", "f2"), N_("commands"), N_("Find a command by its name"), _PANES, "app"),
    Command(
        "app.suspend", ("ctrl+z",), N_("suspend"), N_("Go back to the shell for a while"), _PANES, "app", always=True
    ),
    Command("app.redraw", ("ctrl+l",), N_("redraw"), N_("Draw the whole screen again"), _PANES, "app", always=True),
    Command("app.quit", ("q", "ctrl+q"), N_("quit"), N_("Leave the reader; the place is kept"), _PANES, "app", 4),
)

LISTS = (
    Command("list.down", ("j", "down"), N_("down"), N_("Go to the next item"), _LISTS, "list"),
    Command("list.up", ("k", "up"), N_("up"), N_("Go to the item before"), _LISTS, "list"),
    Command("list.page-down", ("space", "pagedown"), N_("page"), N_("Go a screen of items down"), _LISTS, "list"),
    Command("list.page-up", ("b", "pageup"), N_("page back"), N_("Go a screen of items up"), _LISTS, "list"),
    Command("list.first", ("g", "home"), N_("first"), N_("Go to the first item"), _LISTS, "list"),
    Command("list.last", ("G", "end"), N_("last"), N_("Go to the last item"), _LISTS, "list"),
    Command("list.choose", ("enter",), N_("open"), N_("Open the item"), _LISTS, "list", 1),
)

HELP = (Command("help.find", ("slash",), N_("look up"), N_("Find a word or a key in the help"), _LISTS, "help", 1),)

PALETTE = (
    Command("palette.choose", ("enter",), N_("do it"), N_("Carry out the command"), _LISTS, "palette", 1),
    Command("palette.close", ("escape",), N_("back"), N_("Go back without doing anything"), _LISTS, "palette", 2),
    Command("palette.down", ("down", "ctrl+n", "tab"), N_("down"), N_("Go to the next command"), _LISTS, "palette"),
    Command("palette.up", ("up", "ctrl+p", "shift+tab"), N_("up"), N_("Go to the command before"), _LISTS, "palette"),
    Command("palette.page-down", ("pagedown",), N_("page"), N_("Go a screen of commands down"), _LISTS, "palette"),
    Command("palette.page-up", ("pageup",), N_("page back"), N_("Go a screen of commands up"), _LISTS, "palette"),
)

DIALOGS = (
    Command("dialog.accept", ("enter",), N_("do it"), N_("Carry it out"), _PANES, "dialog", 1),
    Command("dialog.close", ("escape", "q"), N_("back"), N_("Close without doing anything"), _PANES, "dialog", 2),
    Command("export.up", ("up",), N_("less"), N_("Export less"), _PANES, "export"),
    Command("export.down", ("down",), N_("more"), N_("Export the section around it, or the piece"), _PANES, "export"),
)
