"""Looking at one speaker: the lens, and the way from turn to turn of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.page.lens import NO_FOLDS, folds_of, others
from roundtable_tui.tui.screens.finding import FindingScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.model import Anchor, Person
    from roundtable_tui.tui.reading import Reading
    from roundtable_tui.tui.session import Session
    from roundtable_tui.tui.widgets.cast_pane import CastPane


class LensScreen(FindingScreen):
    """A reader that can look at one person only: `lens` is who that is, `lens_hides` whether the others go away.

    The lens stays from piece to piece, as long as the person speaks there.
    """

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self.lens: Person | None = None
        self.lens_hides = False

    # Whose turn it is

    def speaker_read(self) -> Person | None:
        """Return who speaks in the turn that is being read.

        Where that is nobody's, whoever speaks next on the screen, or else before; None where nobody does.
        """
        if self.reading is None:
            return None
        block = self.view.reading_place().block
        last = max((row.block for row in self.view.visible_rows()), default=block)
        nearest = (*range(block, last + 1), *range(block - 1, -1, -1))
        return next((who for each in nearest if (who := self._voice_of(each)) is not None), None)

    def _voice_of(self, block: int) -> Person | None:
        each = self.view.blocks[block]
        return each.person if each.kind == "speech" else None

    def turns_of(self, person: Person | None) -> list[int]:
        """Return the numbers of the blocks of the turns of `person`, in reading order."""
        return [block for block in self._turns if person is not None and self._voice_of(block) == person]

    @property
    def _turns(self) -> Iterable[int]:
        return self.reading.stops.turns if self.reading is not None else ()

    def name_of(self, person: Person) -> str:
        """Return the name of `person` as the open piece has it."""
        shares = self.reading.shares if self.reading is not None else ()
        return next((share.participant.full_name for share in shares if share.person == person), person.name)

    # From turn to turn

    def can_speaker_next(self) -> bool:
        """Return whether anybody speaks in the piece."""
        return self.reading is not None and any(self._voice_of(block) for block in self._turns)

    can_speaker_previous = can_speaker_next
    can_lens_toggle = can_speaker_next
    can_lens_mode = can_speaker_next

    def do_speaker_next(self) -> None:
        """Go to this speaker's next turn."""
        person = self.lens or self.speaker_read()
        self._go_to_turn(person, [block for block in self.turns_of(person) if block > self._block_read], 0)

    def do_speaker_previous(self) -> None:
        """Go to this speaker's turn before; from within a turn, to the one before it."""
        person = self.lens or self.speaker_read()
        self._go_to_turn(person, [block for block in self.turns_of(person) if block < self._block_read], -1)

    @property
    def _block_read(self) -> int:
        return self.view.reading_place().block

    def _go_to_turn(self, person: Person | None, turns: list[int], which: int) -> None:
        if turns:
            self.view.go(self.view.page.start(turns[which]))
        elif person is not None:
            words = _("{name} says nothing before this.") if which else _("{name} says nothing after this.")
            self.status.say(words.format(name=plain(self.name_of(person))))

    # The lens

    def do_lens_toggle(self) -> None:
        """Look only at the speaker of this turn, or at everybody again."""
        self.look_at(None if self.lens is not None else self.speaker_read())

    def do_lens_mode(self) -> None:
        """Hide the others, or dim them; without a lens, look at the speaker of this turn and hide the others."""
        self.lens_hides = self.lens is None or not self.lens_hides
        self.look_at(self.lens or self.speaker_read())

    def look_at(self, person: Person | None) -> None:
        """Look only at `person`, or at everybody for None."""
        self.lens = person
        self._look_through(person)
        if person is not None and not self.turns_of(person):
            self.status.say(_("{name} says nothing here.").format(name=plain(self.name_of(person))))

    def _look_through(self, person: Person | None) -> None:
        blocks = self.view.blocks
        if person is None:
            self.view.look_through()
        elif self.lens_hides:
            self.view.look_through(folds=folds_of(blocks, person))
        else:
            self.view.look_through(others(blocks, person), NO_FOLDS)

    def leave_lens(self) -> bool:
        """Look at everybody again; return whether there was a lens."""
        was = self.lens is not None
        if was:
            self.look_at(None)
        return was

    def can_lens_open(self) -> bool:
        """Return whether turns are hidden on the screen."""
        return self.lens is not None and self.lens_hides and self.view.has_focus and self.view.trace is not None

    def do_lens_open(self) -> None:
        """Show the turns that are hidden where reading is, or else first on the screen."""
        trace = self.view.trace
        if trace is not None:
            self.view.unfold(trace)

    def hit_words(self) -> str:
        """Return who is looked at and which hit of how many is shown."""
        words = super().hit_words()
        if self.lens is None:
            return words
        name = plain(self.name_of(self.lens))
        lens = _("only {name}").format(name=name) if self.lens_hides else _("lens: {name}").format(name=name)
        return "  ".join(filter(None, (lens, words)))

    # Other pieces

    def open_piece(self, piece: str, anchor: Anchor | None = None) -> bool:
        """Open a piece; a turn that was asked for is never hidden."""
        opened = super().open_piece(piece, anchor)
        if opened and anchor is not None and anchor.turn:
            self.view.unfold(self.view.top.block)
        return opened

    def _show_around(self, reading: Reading) -> None:
        """Let the panes show what is open, and look at the same person there."""
        super()._show_around(reading)
        if self.lens is not None:
            self.look_at(self.lens if self.turns_of(self.lens) else None)

    # From the list of speakers

    def on_cast_pane_lens_asked(self, event: CastPane.LensAsked) -> None:
        """Look only at somebody in the list, or at everybody again; read on in the text."""
        self.look_at(None if self.lens == event.person else event.person)
        self.view.focus()
