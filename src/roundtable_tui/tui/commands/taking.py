"""The commands that take something away: a selection, a copy, a file."""

from __future__ import annotations

from roundtable_tui.tui.commands.command import N_, Command

_TAKE = N_("Take away")

TAKING = (
    Command(
        "select.start",
        ("x",),
        N_("select"),
        N_("Select from here with the keys that move; again: the other end"),
        _TAKE,
        "reader",
    ),
    Command("select.right", ("right",), N_("character"), N_("Move the end of the selection on"), _TAKE, "reader"),
    Command("select.left", ("left",), N_("character back"), N_("Move it back"), _TAKE, "reader"),
    Command(
        "select.word-right",
        ("shift+right", "ctrl+right"),
        N_("word"),
        N_("Move the end of the selection on by a word"),
        _TAKE,
        "reader",
    ),
    Command(
        "select.word-left", ("shift+left", "ctrl+left"), N_("word back"), N_("Move it back by a word"), _TAKE, "reader"
    ),
    Command("copy.turn", ("y",), N_("copy"), N_("Copy the selection, or the turn being read"), _TAKE, "reader", 7),
    Command(
        "copy.citation",
        ("Y",),
        N_("cite"),
        N_("Copy it as a citation: who says it, when and where"),
        _TAKE,
        "reader",
    ),
    Command("copy.selection", ("ctrl+c",), N_("copy"), N_("Copy the selection, and keep it"), _TAKE, "reader"),
    Command("export.section", ("e",), N_("export"), N_("Export the section being read to a file"), _TAKE, "reader", 8),
    Command("export.piece", ("E",), N_("export all"), N_("Export the whole piece to a file"), _TAKE, "reader"),
    Command(
        "export.more",
        ("X",),
        N_("export more"),
        N_("Export a turn, a question with its answers, one speaker, hits"),
        _TAKE,
        "reader",
    ),
)
