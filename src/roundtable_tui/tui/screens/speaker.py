"""A speaker's page: every piece they take part in, what they were over time, how much they say, and all their turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.model.anchor import Anchor
from roundtable_tui.search.hit import Hit
from roundtable_tui.tui.command_target import bindings, is_open
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.screens.asking import AskingScreen
from roundtable_tui.tui.searching.found import Group, hits_counted
from roundtable_tui.tui.searching.typed import Typed, parse_typed
from roundtable_tui.tui.widgets.hit_list import More
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.status_line import StatusLine
from roundtable_tui.tui.widgets.turn_list import TurnList

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from roundtable_tui.model import Person
    from roundtable_tui.search.record import Record
    from roundtable_tui.tui.app import RoundtableApp
    from roundtable_tui.tui.searching.found import Found
    from roundtable_tui.tui.session import Session
    from roundtable_tui.tui.widgets.hit_list import Item

FULL_BELOW = 100
"""A screen narrower than this is the page's alone, without a frame."""


class SpeakerScreen(AskingScreen):
    """Shows what the library has of `person`, called `name`; returns the turn that was chosen, or None.

    What is typed is looked for in this person's turns alone, in every way that the search knows.
    """

    app: RoundtableApp

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    DEFAULT_CSS = """
    SpeakerScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 94%; max-width: 130; height: 90%; background: $background; border: round $primary;
            border-title-color: $primary; padding: 0 1; }
        & TurnList { height: 1fr; }
    }
    SpeakerScreen.-narrow > Vertical { width: 100%; height: 100%; border: none; }
    """

    def __init__(self, session: Session, person: Person, name: str) -> None:
        super().__init__(session)
        self.order = "date"
        self.person = person
        self.record: Record | None = None
        self._called = name
        self._first: Item | None = None
        self._wanted = False

    def compose(self) -> ComposeResult:
        """Compose who it is, the sums, the box, the pieces with their turns, and the keys."""
        with Vertical():
            yield StatusLine(self._who(), id="who")
            yield StatusLine("", id="sums")
            yield QueryInput(placeholder=_("words that this speaker says"), id="query")
            yield StatusLine("", id="count")
            yield TurnList(id="turns")
            yield KeyBar()

    @property
    def turns(self) -> TurnList:
        """The pieces with their turns."""
        return self.query_one(TurnList)

    def on_mount(self) -> None:
        """Look the person up in what has been read of the library, and bring that up to date."""
        self.set_class(self.app.size.width < FULL_BELOW, "-narrow")
        self.query_one(Vertical).border_title = _("Speaker")
        self._heard_before = self.session.indexing.listener
        self.session.indexing.listener = self._indexed
        self.session.indexing.start_once(self.app)
        self.box.passes = lambda action: action == "cursor_right" and self.box.at_end
        self.box.focus()
        self.call_after_refresh(self.ask, "")
        self._look_up()

    def on_unmount(self) -> None:
        """Let whoever heard of the indexing before hear of it again."""
        if self.session.indexing.listener == self._indexed:
            self.session.indexing.listener = self._heard_before

    def on_resize(self, event: events.Resize) -> None:
        """Use the room that there is."""
        self.set_class(event.size.width < FULL_BELOW, "-narrow")

    def on_input_changed(self, event: QueryInput.Changed) -> None:
        """Look for what stands in the box now."""
        if self.is_mounted and event.value != self.asked:
            self._wanted = False
            self.ask(event.value)

    def meant(self, text: str) -> Typed:
        """Return what `text` means, said by this person."""
        typed = parse_typed(text, self.box.cursor_position)
        if typed.query is None:
            return typed
        words = f"{self._called}: {text.strip()}" if text.strip() else self._called
        filters = typed.query.filters._replace(person=self.person)
        return typed._replace(query=typed.query._replace(text=words, filters=filters))

    # The record

    def _look_up(self) -> None:
        self.run_worker(self._read_record, thread=True, exclusive=True, group="record")

    def _read_record(self) -> None:
        """Look through every piece in a thread."""
        worker = get_current_worker()

        def progress(done: int, total: int) -> None:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show_progress, done, total)

        record = self.session.engine.record(self.person, lambda: worker.is_cancelled, progress)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._recorded, record)

    def _show_progress(self, done: int, total: int) -> None:
        if is_open(self) and self.record is None and done:
            words = _("looking through {done} of {total} pieces").format(done=done, total=total)
            self.query_one("#sums", StatusLine).show(words)

    def _recorded(self, record: Record) -> None:
        if is_open(self):
            self.record = record
            self._called = record.name
            self.query_one("#who", StatusLine).show(self._who())
            self.query_one("#sums", StatusLine).show(self._sums(record))
            self._show()

    def _who(self) -> str:
        kana = self.record.kana if self.record is not None else ""
        name = f"{self._called}（{kana}）" if kana else self._called
        return "  ".join(filter(None, (plain(name), plain(self.person.series))))

    def _sums(self, record: Record) -> str:
        if not record.appearances:
            return _("No piece that was read so far has this speaker.")
        return _("{pieces} pieces, speaks in {speaking} · {turns} turns · {own} of {total} characters ({part})").format(
            pieces=len(record.appearances),
            speaking=len(record.speaking),
            turns=f"{record.turns:,}",
            own=f"{record.characters:,}",
            total=f"{record.total:,}",
            part=f"{record.part:.1%}",
        )

    def _indexed(self) -> None:
        """Look again once more has been read."""
        if is_open(self) and not self.session.indexing.running:
            self._look_up()
            self.ask_again()

    # The turns

    def show_found(self, found: Found, *, same: bool) -> None:
        """Show the turns; the cursor stays where it was moved to for this query. Open the turn that is waited for."""
        self._show(keep=same)
        if self._wanted and found.results.complete:
            self._wanted = False
            self._choose()
            self.app.release_keys()

    def _show(self, *, keep: bool = True) -> None:
        before = self.turns.item
        moved = keep and before is not None and before != self._first
        self.turns.show_turns(self.found, self.record, before if moved else None)
        if not moved:  # the cursor goes with the first turn until it is moved
            self._first = self.turns.item
        self._say()
        self.query_one(KeyBar).look_again()

    def show_nothing(self) -> None:
        """Show no turns; the person is always asked for, so that this never happens."""
        self._show(keep=False)

    def show_error(self) -> None:
        """Say why what was typed cannot be understood; the turns stay."""
        self._say()

    def settled(self) -> None:
        """Fetch what the cursor is at the end of."""
        self._say()

    def _say(self) -> None:
        """Say how many turns there are, and which one the cursor is on."""
        line = self.query_one("#count", StatusLine)
        if self.problem or self.found is None:
            line.show(self.problem)
            return
        results = self.found.results
        words = _("{hits} hits in {pieces} pieces").format(hits=results.total, pieces=len(self.found.groups))
        if len(self.found.groups) == 1:
            words = _("{hits} in one piece").format(hits=hits_counted(results.total))
        if not results.complete:
            words = _("{hits} hits or more").format(hits=results.total)
        elif not results.total:
            words = _("Nothing found for {query}").format(query=plain(results.query.text))
        number = self.found.number_of(self.turns.hit) if self.turns.hit is not None else None
        order = _("by date") if self.order == "date" else _("by relevance")
        line.show(words, order if number is None else f"{number + 1}/{results.total}  {order}")

    def on_row_list_highlighted(self) -> None:
        """Say which turn the cursor is on, and fetch more at the end of those that are there."""
        self._say()
        self.query_one(KeyBar).look_again()
        if self.turns.cursor >= len(self.turns.items) - 1:
            self.fetch_more()

    def on_row_list_chosen(self) -> None:
        """Open what was clicked."""
        self.do_search_choose()

    # Commands

    def do_search_down(self) -> None:
        """Go to the next turn."""
        self.turns.move_cursor(1)

    def do_search_up(self) -> None:
        """Go to the turn before; from the first one, up to the positions."""
        if self.turns.at_first():
            self.turns.scroll_rows(-self.turns.room)
        else:
            self.turns.move_cursor(-1)

    def do_search_page_down(self) -> None:
        """Go a screen of turns down."""
        self.turns.do_list_page_down()

    def do_search_page_up(self) -> None:
        """Go a screen of turns up."""
        self.turns.do_list_page_up()

    def do_search_order(self) -> None:
        """Change between date and relevance."""
        self.order = "date" if self.order == "relevance" else "relevance"
        self.ask(self.box.value)

    def _folded(self) -> str | None:
        """The piece under the cursor, if not all of its turns are listed."""
        item = self.turns.item
        piece = item.piece if isinstance(item, More) else item.piece.id if isinstance(item, Hit) else None
        listed = any(isinstance(each, More) and each.piece == piece for each in self.turns.items)
        return piece if listed else None

    def can_search_unfold(self) -> bool:
        """Return whether the piece under the cursor has turns that are not listed."""
        return self._folded() is not None

    def do_search_unfold(self) -> None:
        """List every turn in the piece under the cursor."""
        piece = self._folded()
        if piece is None or self.found is None:
            return
        hidden = next(each.hidden for each in self.turns.items if isinstance(each, More) and each.piece == piece)
        hit = self.turns.hit or self.found.in_piece(piece)[-hidden]
        self.found.unfolded.add(piece)
        self.turns.show_turns(self.found, self.record, hit)
        self._say()

    def do_search_choose(self) -> None:
        """Open what is under the cursor; where that is no answer yet to what was typed, as soon as there is one."""
        if self.query_now and not self.up_to_date:
            self._wanted = True
            self.app.hold_keys()
            self.hurry()
        else:
            self._choose()

    def _choose(self) -> None:
        """Open the turn under the cursor, or the piece in which nothing is said, at the list of participants."""
        item = self.turns.item
        if isinstance(item, More):
            self.do_search_unfold()
        elif isinstance(item, Group):
            self._open_silent(item)
        elif isinstance(item, Hit) and self.found is not None:
            self.session.found = self.found
            self.session.hit_number = self.found.number_of(item) or 0
            self.dismiss(item)

    def _open_silent(self, group: Group) -> None:
        appearances = self.record.appearances if self.record is not None else ()
        people = next((each.participants for each in appearances if each.piece.id == group.piece.id), ())
        if people:
            name = people[0].full_name
            self.session.found = None
            anchor = Anchor(group.piece.id)
            self.dismiss(
                Hit(group.piece, anchor, "speaker", "exact", 100.0, name, ((0, len(name)),), speaker=people[0])
            )

    def do_search_close(self) -> None:
        """Go back without opening anything."""
        self.dismiss(None)
