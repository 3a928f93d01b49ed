"""What an import says of the lines it read, and how much it read altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.cli.output import Output
    from roundtable_tui.importers import Imported


class Count(NamedTuple):
    """What the summary counts."""

    pieces: int = 0
    sections: int = 0
    turns: int = 0
    speakers: int = 0
    set_aside: int = 0
    doubts: int = 0


def report(imported: Imported, source: str, out: Output) -> None:
    """Name on stderr every line of `source` that was set aside or is doubtful."""
    for one in imported.set_aside:
        out.note(f"{source}:{one.line}: " + _("set aside") + f": {one.text} — {one.reason}")
    for doubt in imported.doubts:
        out.note(f"{source}:{doubt.line}: " + _("doubtful") + f": {doubt.text} — {doubt.reason}")


def count(imported: Imported) -> Count:
    """Return how much `imported` holds."""
    transcript = imported.transcript
    return Count(
        1,
        len(transcript.all_sections),
        len(transcript.turns),
        len({turn.label for turn in transcript.turns if turn.kind == "speech"}),
        len(imported.set_aside),
        len(imported.doubts),
    )


def summarise(counts: Sequence[Count], out: Output) -> None:
    """Say on stderr how much was read altogether."""
    total = Count(*map(sum, zip(*counts, strict=True))) if counts else Count()
    message = _(
        "pieces: {pieces}, sections: {sections}, turns: {turns}, speakers: {speakers}, "
        "lines set aside: {set_aside}, doubts: {doubts}"
    )
    out.note(message.format(**total._asdict()))
