"""The commands of the charts: lanes of speakers, where a word occurs, and how often issue by issue."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_LOOK = N_("Charts")

CHARTS = (
    Command(
        "charts.open",
        ("v",),
        N_("charts"),
        N_("Look at speakers, words and issues in charts"),
        _LOOK,
        "reader",
        9,
    ),
    Command("chart.choose", ("enter",), N_("go there"), N_("Go to what the cursor is on"), _LOOK, "charts", 1),
    Command("chart.next", ("tab",), N_("next chart"), N_("Go to the next chart"), _LOOK, "charts", 2),
    Command("chart.query", ("slash", "s"), N_("words"), N_("Type the words to look for"), _LOOK, "charts", 3),
    Command("chart.close", ("escape", "q", "v"), N_("back"), N_("Go back to the text"), _LOOK, "charts", 4),
    Command("chart.lanes", ("1",), N_("speakers"), N_("See who speaks how much, and where"), _LOOK, "charts", 5),
    Command("chart.where", ("2",), N_("occurrences"), N_("See where a word occurs in this piece"), _LOOK, "charts", 6),
    Command(
        "chart.issues",
        ("3",),
        N_("issue by issue"),
        N_("See how often a word is said issue by issue"),
        _LOOK,
        "charts",
        7,
    ),
    Command("chart.previous", ("shift+tab",), N_("chart before"), N_("Go to the chart before"), _LOOK, "charts"),
    Command("chart.left", ("left", "h"), N_("left"), N_("Move the cursor left"), _LOOK, "charts"),
    Command("chart.right", ("right", "l"), N_("right"), N_("Move the cursor right"), _LOOK, "charts"),
    Command("chart.up", ("up", "k"), N_("up"), N_("Move the cursor up"), _LOOK, "charts"),
    Command("chart.down", ("down", "j"), N_("down"), N_("Move the cursor down"), _LOOK, "charts"),
    Command("chart.first", ("home", "g"), N_("first"), N_("Move the cursor to the beginning"), _LOOK, "charts"),
    Command("chart.last", ("end", "G"), N_("last"), N_("Move the cursor to the end"), _LOOK, "charts"),
)
