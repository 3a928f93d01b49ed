"""The commands about whoever speaks."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_GROUP = N_("Speakers")

SPEAKERS = (
    Command("speaker.next", ("full_stop",), N_("same speaker"), N_("Go to this speaker's next turn"), _GROUP, "reader"),
    Command(
        "speaker.previous",
        ("comma",),
        N_("same speaker back"),
        N_("Go to this speaker's turn before"),
        _GROUP,
        "reader",
    ),
    Command(
        "lens.toggle",
        ("f",),
        N_("lens"),
        N_("Look only at the speaker of this turn; again, at everybody"),
        _GROUP,
        "reader",
    ),
    Command("lens.mode", ("F",), N_("dim or hide"), N_("Hide the others, or only dim them"), _GROUP, "reader"),
    Command("lens.open", ("enter",), N_("unfold"), N_("Show the turns that are hidden here"), _GROUP, "reader", 1),
    Command(
        "speaker.page",
        ("p",),
        N_("speaker"),
        N_("Show this speaker's page: every piece, roles, shares and turns"),
        _GROUP,
        "reader",
    ),
)

CAST = (
    Command("cast.lens", ("f",), N_("lens"), N_("Look only at this speaker; again, at everybody"), _GROUP, "cast", 2),
    Command("cast.page", ("p",), N_("speaker"), N_("Show this speaker's page"), _GROUP, "cast", 2),
)
