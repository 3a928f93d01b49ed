"""The place that a command is given: ID, ID#SECTION or ID:TURN."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.config.language import _
from roundtable_tui.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.cli.output import Output
    from roundtable_tui.export.selection import Selection
    from roundtable_tui.library import Library
    from roundtable_tui.model import Transcript, Turn

METAVAR = "ID[#SECTION|:TURN]"


class Place(NamedTuple):
    """A piece that could be opened, and what of it is asked for."""

    transcript: Transcript
    anchor: Anchor


def open_place(library: Library, text: str, out: Output) -> Place:
    """Return the place that `text` names; a piece with problems is opened, and stderr says that it has them.

    Raises CommandError where the piece is unknown (its message names the nearest ids) or cannot be opened.
    """
    anchor = anchor_in(library, text)
    try:
        loaded = library.load(anchor.piece, warnings=False)
    except LookupError as unknown:
        raise CommandError(str(unknown), hint=_("See `{command}`.").format(command="roundtable list")) from None
    transcript = loaded.transcript
    if transcript is None or any(problem.level == "error" for problem in loaded.problems):
        hint = _("See `{command}`.").format(command=f"roundtable check {library.path(anchor.piece)}")
        if transcript is None:
            error = next(problem for problem in loaded.problems if problem.level == "error")
            raise CommandError(str(error), hint=hint)
        out.error(_("{id} has errors; what could be read of it is here").format(id=anchor.piece))
        out.note(hint)
    return Place(transcript, anchor)


def select_place(
    place: Place,
    out: Output,
    *,
    keep: Callable[[Turn], bool] | None = None,
    names: bool = True,
    only: str = "",
) -> Selection | None:
    """Return the selection that `place` means; None, and stderr says what there is, where the piece has no such place.

    `keep`, `names` and `only` are as in `export.selection.select`.
    """
    from roundtable_tui.export.selection import UnknownPlaceError, select

    transcript, anchor = place
    try:
        return select(transcript, anchor.section, turn=anchor.turn, keep=keep, names=names, only=only)
    except UnknownPlaceError as error:
        out.error(str(error))
    if anchor.section:
        for section in transcript.all_sections:
            out.note(f"{'  ' * section.depth}{Anchor(transcript.id, section.path)} {section.heading}")
    return None


def anchor_in(library: Library, text: str) -> Anchor:
    """Return what `text` names: an id as it is, even one that ends like a place, before a place in a piece.

    Raises CommandError where it can name nothing; whether there is such a piece is not asked.
    """
    try:
        anchor = Anchor.parse(text)
    except ValueError:
        if library.path(text):
            return Anchor(text)
        raise _no_place(text) from None
    if anchor.piece != text:
        return Anchor(text) if library.path(text) else anchor
    piece = min(text.partition("#")[0], text.partition(":")[0], key=len)
    if piece != text and library.path(text) is None and library.path(piece) is not None:
        raise _no_place(text)  # 014-2#研修: the piece is there, and a section is not named by its heading
    return anchor


def _no_place(text: str) -> CommandError:
    right = _("write 014-2, 014-2#1.1 or 014-2:7, with sections and turns counted from 1")
    return CommandError(_("{text} is no place: ").format(text=repr(text)) + right)
