"""Opening the reader on a terminal."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.config.settings import Settings
    from roundtable_tui.library.library import Library
    from roundtable_tui.model import Anchor
    from roundtable_tui.state.places import Places


def run(
    library: Library,
    settings: Settings,
    places: Places,
    anchor: Anchor | None = None,
    notices: Sequence[str] = (),
) -> int:
    """Open the reader on `library` at `anchor`, or where it was left; return the exit code once it is closed.

    `notices` are what was wrong with the settings, to be said once the reader is open.
    Needs a terminal on stdin and stdout. 0 is a reader who left; a signal gives 128 and its number; an error of the
    program itself 1, with a traceback on stderr.
    """
    # Garbage is not looked for until the first frame stands: a tenth of the start.
    gc.disable()
    # Rich would follow the first to an older table of widths than the one that the text is laid out by, and the others
    # to the size that the terminal had when a shell exported them. Where there is no terminal, they are the size.
    foreign = bool(os.environ.get("TEXTUAL_DRIVER"))
    for name in ("UNICODE_VERSION",) if foreign else ("UNICODE_VERSION", "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    from roundtable_tui.tui.app import RoundtableApp
    from roundtable_tui.tui.session import Session

    driver = None
    if sys.platform != "win32" and not foreign:
        from roundtable_tui.tui.terminal.driver import ReaderDriver

        driver = ReaderDriver
    session = Session(library, settings, places, notices)
    app = RoundtableApp(session, anchor, driver)
    try:
        code = app.run(mouse=session.mouse)
    finally:
        gc.enable()
        session.close()
    if app.failure is not None:
        _report(app.failure)
    return code or app.return_code or 0


def _report(error: BaseException) -> None:
    """Print, on the terminal that was given back, where the program failed."""
    from traceback import format_exception

    from roundtable_tui.config.language import _
    from roundtable_tui.text.safe import display

    lines = "".join(format_exception(error)).splitlines()
    lines.append("roundtable: " + _("the reader failed, and where you were is kept; please report it with these lines"))
    sys.stderr.write("".join(f"{display(line)}\n" for line in lines))
