"""Every command of the reader, declared once. Knows no Textual: the command line lists the keys from here."""

from roundtable_tui.tui.commands.charts import CHARTS
from roundtable_tui.tui.commands.command import Command, Scope
from roundtable_tui.tui.commands.find_in_piece import FIND_IN_PIECE
from roundtable_tui.tui.commands.finding import COUNTING, FINDING, SEARCHING
from roundtable_tui.tui.commands.keeping import BOOKMARKS, FILTERS, KEEPING, NOTES
from roundtable_tui.tui.commands.keys import key_label
from roundtable_tui.tui.commands.looking import DIALOGS, EVERYWHERE, HELP, LISTS, LOOKING, PALETTE
from roundtable_tui.tui.commands.reading import READING
from roundtable_tui.tui.commands.speakers import CAST, SPEAKERS
from roundtable_tui.tui.commands.taking import TAKING

COMMANDS: tuple[Command, ...] = (
    *READING,
    *SPEAKERS,
    *CAST,
    *FIND_IN_PIECE,
    *FINDING,
    *KEEPING,
    *TAKING,
    *CHARTS,
    *LOOKING,
    *EVERYWHERE,
    *LISTS,
    *SEARCHING,
    *COUNTING,
    *FILTERS,
    *BOOKMARKS,
    *NOTES,
    *DIALOGS,
    *HELP,
    *PALETTE,
)
"""All commands, in the order of help."""

__all__ = ["COMMANDS", "Command", "Scope", "key_label"]
