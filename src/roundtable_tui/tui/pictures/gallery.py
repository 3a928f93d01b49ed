"""The pictures of the open piece, each read when its figure first comes into view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.pictures.decode import decode
from roundtable_tui.tui.pictures.file import read_picture
from roundtable_tui.tui.pictures.picture import Picture, Remark
from roundtable_tui.tui.pictures.problem import NoPictureError, PictureError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.tui.pictures.means import Means
    from roundtable_tui.tui.pictures.picture import Shown
    from roundtable_tui.tui.widgets.transcript_view import TranscriptView


class Gallery:
    """Brings pictures into `view`, which shows blocks of a piece in `folder`."""

    def __init__(self, view: TranscriptView, folder: Path, means: Callable[[], Means]) -> None:
        self._view = view
        self._means = means
        self._blocks = view.blocks
        self._folder = folder
        self._asked: set[int] = set()
        self._pictures: list[Picture] = []
        self._closed = False

    def look(self) -> None:
        """Read the pictures whose figures are on the screen now, beside everything else."""
        for block in dict.fromkeys(row.block for row in self._view.visible_rows()):
            if self._blocks[block].src and block not in self._asked:
                self._asked.add(block)
                self._view.run_worker(partial(self._read, block), thread=True, group="pictures")

    def _read(self, block: int) -> None:
        """Read the picture of block number `block`, in a thread, and hand it to the view."""
        shown = self._shown(self._blocks[block].src)
        if shown is None or get_current_worker().is_cancelled:
            return
        # Drawn here for the first time: a large one would hold up a key.
        drawing = shown.drawing(self._view.picture_room, self._means())
        for number in range(drawing.rows):
            drawing.row(number)
        self._view.app.call_from_thread(self._show, block, shown)

    def _shown(self, src: str) -> Shown | None:
        """Return the picture of `src`, why there is none, or None where there is no file."""
        try:
            picture = Picture(decode(read_picture(self._folder, src)), self._send)
        except NoPictureError:
            return None
        except PictureError as error:
            words = _("The picture {src} is not shown: {reason}").format(src=plain(src), reason=error)
            return Remark(words, lambda: self._view.get_component_rich_style("view--detail"))
        self._pictures.append(picture)
        return picture

    def _show(self, block: int, shown: Shown) -> None:
        if self._closed:  # read meanwhile, and perhaps handed to the terminal already
            self.close()
        elif self._view.is_attached:
            self._view.means = self._means()
            self._view.set_picture(block, shown)

    def _send(self, data: str) -> None:
        driver = self._view.app._driver
        if driver is not None:
            driver.write(data)

    def close(self) -> None:
        """Bring nothing more, and let go of what the terminal holds."""
        self._closed = True
        for picture in self._pictures:
            picture.forget()
        self._pictures.clear()
