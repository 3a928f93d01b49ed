"""The dialog that exports a part of a piece, from a turn to the whole, to a file of any format."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.export.extract import name_in, of_exchange, of_person
from roundtable_tui.export.question import exchanges_at
from roundtable_tui.export.selection import select
from roundtable_tui.model.person import speaker_of
from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import bindings
from roundtable_tui.tui.screens.saving import SavingScreen
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.binding import BindingType

    from roundtable_tui.export.extract import Extract
    from roundtable_tui.export.selection import Selection
    from roundtable_tui.model import Person, Transcript
    from roundtable_tui.tui.display import Part


class Extent(NamedTuple):
    """Something to export and how that is called: `selection`, or what has a dialog of its own that `opens` it."""

    words: str
    selection: Selection | None = None
    opens: Callable[[], None] | None = None


def around(transcript: Transcript, path: tuple[int, ...]) -> Iterator[Extent]:
    """Yield what can be exported around the section at `path`: it, the sections around it, and the piece."""
    for depth in range(len(path), 0, -1):
        yield Extent(" › ".join(transcript.headings(path[:depth])), select(transcript, path[:depth]))
    yield Extent(_("the whole piece"), select(transcript))


def about(transcript: Transcript, number: int, looked_at: Person | None = None) -> Iterator[Extent]:
    """Yield what can be exported about the turn of that number: it, its question with answers, all its speaker says.

    All that the one says who is `looked_at` comes before that.
    """
    turn = transcript.turn(number)
    if looked_at is not None:
        yield _all_of(transcript, looked_at)
    if turn is None:
        return
    named = _("the turn of {name}").format(name=turn.shown_label) if turn.kind == "speech" else _("the turn")
    yield Extent(f"{named}: {_beginning(turn.text)}", select(transcript, turn=number))
    for exchange in exchanges_at(transcript, number):
        asked = _beginning(transcript.turns[exchange.first - 1].text)
        words = _("the question “{asked}” with its answers").format(asked=asked)
        yield _extent(transcript, of_exchange(transcript, exchange), words)
    speaker = speaker_of(turn, transcript)
    if speaker is not None and speaker != looked_at:
        yield _all_of(transcript, speaker)


def _all_of(transcript: Transcript, person: Person) -> Extent:
    extract = of_person(transcript, person)
    return _extent(transcript, extract, _("all that {name} says").format(name=name_in(transcript, person)))


def _extent(transcript: Transcript, extract: Extract, words: str) -> Extent:
    counted = _("{what} (turns: {count})").format(what=words, count=len(extract.numbers))
    return Extent(counted, select(transcript, keep=extract.keeps, only=extract.words))


def _beginning(text: str) -> str:
    return cells.fit(text.split("\n")[0], 40)


class ExtentList(RowList[Extent]):
    """What can be exported."""

    def item_parts(self, item: Extent, row: int, width: int) -> Iterable[Part]:
        """Return the words of the extent, with a sign before the chosen one."""
        chosen = item is self.items[self.cursor]
        yield cells.pad("▶" if chosen else "", 2), self.look("list--current")
        yield item.words, self.look("list--strong") if chosen else self.rich_style


class ExportScreen(SavingScreen):
    """Asks what to export and where to; returns the path written, or None.

    The ending of the file's name is its format. An extent with a dialog of its own opens that.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog", "export")]
    DEFAULT_CSS = """
    ExportScreen ExtentList { height: auto; max-height: 40vh; }
    """

    def __init__(self, extents: Sequence[Extent], start: int = 0) -> None:
        super().__init__()
        self._extents = list(extents)
        self._start = start

    def above(self) -> ExtentList:
        """Return the choice of what is exported."""
        return ExtentList(_("Export (↑ ↓ chooses; .md .txt .json .csv)"), id="extents")

    def on_mount(self) -> None:
        """Offer what was asked for, under a name made from its heading."""
        self.query_one(ExtentList).show(self._extents, self._start)
        self.offer()

    @property
    def _extent(self) -> Extent:
        rows = self.query_one(ExtentList)
        return self._extents[rows.cursor if rows.items else self._start]

    def name_offered(self) -> str:
        """Return a name made from the heading, the title or the words for what it is."""
        from roundtable_tui.export.names import export_name

        selection = self._extent.selection
        if selection is None:
            return ""
        anchor = selection.anchor
        return export_name(selection.transcript, anchor.section, ".md", turn=anchor.turn, only=selection.only)

    def text(self) -> str:
        """Return what was chosen, in the format that the name of the file says."""
        from roundtable_tui.export.formats import document, format_of

        selection = self._extent.selection
        assert selection is not None
        return document(selection, format_of(self.path_typed))

    def do_dialog_accept(self) -> None:
        """Write the file, or go on to the dialog that what was chosen has."""
        if (opens := self._extent.opens) is not None:
            self.dismiss(None)
            opens()
        else:
            super().do_dialog_accept()

    def do_export_up(self) -> None:
        """Choose the one above."""
        self._choose(-1)

    def do_export_down(self) -> None:
        """Choose the one below."""
        self._choose(1)

    def _choose(self, step: int) -> None:
        self.query_one(ExtentList).move_cursor(step)
        self.offer()
        self.say(_("Enter goes on to where that is asked for.") if self._extent.opens else "")
