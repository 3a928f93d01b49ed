"""The commands that move through a transcript."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_GROUP = N_("Moving")
_JUMPS = N_("Jumps")

READING = (
    Command("line.down", ("j", "down"), N_("down"), N_("Scroll one line down"), _GROUP, "reader"),
    Command("line.up", ("k", "up"), N_("up"), N_("Scroll one line up"), _GROUP, "reader"),
    Command("page.down", ("space", "pagedown"), N_("page"), N_("Scroll one screen down"), _GROUP, "reader", 10),
    Command("page.up", ("b", "pageup"), N_("page back"), N_("Scroll one screen up"), _GROUP, "reader"),
    Command("half.down", ("d", "ctrl+d"), N_("half down"), N_("Scroll half a screen down"), _GROUP, "reader"),
    Command("half.up", ("u", "ctrl+u"), N_("half up"), N_("Scroll half a screen up"), _GROUP, "reader"),
    Command("piece.top", ("g", "home"), N_("top"), N_("Go to the top of the piece"), _GROUP, "reader"),
    Command("piece.end", ("G", "end"), N_("end"), N_("Go to the end of the piece"), _GROUP, "reader"),
    Command(
        "section.next",
        ("right_square_bracket",),
        N_("section"),
        N_("Go to the next section"),
        _JUMPS,
        "reader",
        1,
    ),
    Command(
        "section.previous",
        ("left_square_bracket",),
        N_("section back"),
        N_("Go to the start of this section, or to the one before"),
        _JUMPS,
        "reader",
    ),
    Command("turn.next", ("right_curly_bracket",), N_("turn"), N_("Go to the next turn"), _JUMPS, "reader", 5),
    Command(
        "turn.previous",
        ("left_curly_bracket",),
        N_("turn back"),
        N_("Go to the start of this turn, or to the one before"),
        _JUMPS,
        "reader",
    ),
    Command("part.next", ("right_parenthesis",), N_("next part"), N_("Open the next part"), _JUMPS, "reader"),
    Command(
        "part.previous", ("left_parenthesis",), N_("previous part"), N_("Open the previous part"), _JUMPS, "reader"
    ),
    Command(
        "issue.next",
        ("greater_than_sign",),
        N_("newer issue"),
        N_("Open the next issue of the series"),
        _JUMPS,
        "reader",
    ),
    Command(
        "issue.previous",
        ("less_than_sign",),
        N_("older issue"),
        N_("Open the issue before in the series"),
        _JUMPS,
        "reader",
    ),
)
