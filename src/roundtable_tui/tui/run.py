"""Opening the reader on a terminal."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.config.settings import Settings
    from roundtable_tui.library.library import Library
    from roundtable_tui.model import Anchor
    from roundtable_tui.state.places import Places


def run(library: Library, settings: Settings, places: Places, anchor: Anchor | None = None) -> int:
    """Open the reader on `library` at `anchor`, or where it was left; return the exit code once it is closed.

    Needs a terminal on stdin and stdout. 0 is a reader who left; a signal gives 128 and its number.
    """
    # Garbage is not looked for until the first frame stands: a tenth of the start.
    gc.disable()
    # Rich would follow it to an older table of widths than the one that the text is laid out by.
    os.environ.pop("UNICODE_VERSION", None)
    from roundtable_tui.tui.app import RoundtableApp
    from roundtable_tui.tui.session import Session

    driver = None
    if sys.platform != "win32":
        from roundtable_tui.tui.terminal.driver import ReaderDriver

        driver = ReaderDriver
    session = Session(library, settings, places)
    app = RoundtableApp(session, anchor, driver)
    try:
        code = app.run(mouse=settings.mouse)
    finally:
        gc.enable()
        session.close()
    return code or app.return_code or 0
