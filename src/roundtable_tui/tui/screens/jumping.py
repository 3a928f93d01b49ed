"""Jumping back to where a jump began, and forward again, from piece to piece and from run to run."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from roundtable_tui.tui.kept import found_again, kept_place
from roundtable_tui.tui.screens.find_in_piece import FindInPiece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.model import Anchor
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.state.jumps import JumpList
    from roundtable_tui.state.place import Place
    from roundtable_tui.tui.session import Session


class JumpingScreen(FindInPiece):
    """A reader that remembers where every jump began: whatever goes elsewhere in the text or opens another piece."""

    def __init__(self, session: Session, anchor: Anchor | None) -> None:
        super().__init__(session, anchor)
        self._jumps: JumpList | None = None
        self._jumped = False
        self._under_way = False
        self._typing_from: Place | None = None

    def on_mount(self) -> None:
        """Hear of every jump."""
        self.view.leaving = self.leaving

    @property
    def jumps(self) -> JumpList:
        """The jump list, as it was kept when this reader jumped for the first time."""
        if self._jumps is None:
            from roundtable_tui.state.jumps import Jumps

            self._jumps = Jumps(self.session.store).load(self.session.library.root)
        return self._jumps

    def here(self) -> Place | None:
        """Return where reading is, to come back to; None where nothing is open."""
        return None if self.reading is None or not self.reading.blocks else kept_place(self.reading, self.view.top)

    def leaving(self) -> None:
        """Remember where a jump begins, unless it is part of one that is under way."""
        if self._under_way or (here := self.here()) is None:
            return
        if self._find_bar is None:
            self._remember(here)
        elif self._typing_from is None:
            self._typing_from = here

    def _remember(self, here: Place) -> None:
        self.jumps.jump(here)
        self._jumped = True

    @contextmanager
    def one_jump(self, *, remembered: bool = True) -> Iterator[None]:
        """Take everything that happens inside for one jump, or for none where it is not to be `remembered`."""
        if self._under_way:
            yield
            return
        here = self.here()
        self._under_way = True
        try:
            yield
        finally:
            self._under_way = False
        if remembered and here is not None and here != self.here():
            self._remember(here)

    # What jumps in several steps

    def open_piece(self, piece: str, anchor: Anchor | None = None) -> bool:
        """Open the piece with that id; that is one jump, wherever in it reading goes on."""
        with self.one_jump():
            return super().open_piece(piece, anchor)

    def _open_hit(self, hit: Hit | None) -> None:
        """Open `hit`; that is one jump, even into another piece."""
        with self.one_jump():
            super()._open_hit(hit)

    def _close_box(self) -> None:
        """Close the box that finds in the piece; what was gone through while typing is one jump, or none."""
        super()._close_box()
        here, self._typing_from = self._typing_from, None
        if here is not None and here != self.here():
            self._remember(here)

    def leave_hits(self) -> None:
        """Go back to where reading was before the hits; that is one jump, too."""
        with self.one_jump():
            super().leave_hits()

    # Going back and forward

    def can_jump_back(self) -> bool:
        """Return whether there is somewhere to go back to."""
        return self.jumps.behind > 0

    def can_jump_forward(self) -> bool:
        """Return whether a jump back can be taken back."""
        return self.jumps.ahead > 0

    def do_jump_back(self) -> None:
        """Go back to where the last jump began."""
        self._step(-1)

    def do_jump_forward(self) -> None:
        """Go to where the last jump back came from."""
        self._step(1)

    def _step(self, step: int) -> None:
        here = self.here()
        if here is None:
            return
        place = self.jumps.back(here) if step < 0 else self.jumps.forward(here)
        self._jumped = True
        if place is not None and not self.go_to(place, remembered=False):
            self.jumps.drop(step)

    def go_to(self, place: Place, *, remembered: bool = True) -> bool:
        """Go to `place`, in whichever piece it is; return False, with a message, where that cannot be opened."""
        with self.one_jump(remembered=remembered):
            if place.piece != self._open_id and not self.open_piece(place.piece):
                return False
            if self.reading is not None:
                self.view.go(found_again(self.reading, place))
        self.view.focus()
        return True

    def keep_place(self) -> None:
        """Keep the place in the open piece, and the jumps that led to it."""
        super().keep_place()
        if self._jumped and self._jumps is not None:
            from roundtable_tui.state.jumps import Jumps

            self._jumped = not Jumps(self.session.store).keep(self.session.library.root, self._jumps)
