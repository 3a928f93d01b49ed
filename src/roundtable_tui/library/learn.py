"""From a file to what the library knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.library.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from roundtable_tui.library.scan import Stamp
    from roundtable_tui.model import Transcript
    from roundtable_tui.source.problem import Problem


def learn(path: Path, stamp: Stamp) -> Entry:
    """Return the entry of the file at `path`, read now; its id is the stem. Never raises for a broken file."""
    from roundtable_tui.source.load import load

    loaded = load(path)
    errors = sum(problem.level == "error" for problem in loaded.problems)
    return _entry(path, loaded.transcript, stamp, errors, len(loaded.problems) - errors, first_problem(loaded.problems))


def first_problem(problems: Sequence[Problem]) -> str:
    """Return the first error of `problems`, else the first warning, as `line:column: level: message`, or nothing."""
    worst = min(problems, key=lambda problem: problem.level != "error", default=None)
    if worst is None:
        return ""
    place = f"{worst.line}:{worst.column}: " if worst.line else ""
    return f"{place}{worst.level}: {worst.message}"


def _entry(path: Path, transcript: Transcript | None, stamp: Stamp, errors: int, warnings: int, problem: str) -> Entry:
    from roundtable_tui.model import Transcript

    piece = transcript or Transcript(id=path.stem, title="")
    return Entry(
        id=path.stem,
        path=str(path),
        title=piece.title,
        subtitle=piece.subtitle,
        series=piece.series,
        issue=piece.issue,
        part=piece.part,
        parts=piece.parts,
        held=piece.held,
        held_label=piece.held_label,
        published=piece.published,
        lang=piece.lang,
        previous=piece.previous.id if piece.previous else "",
        next=piece.next.id if piece.next else "",
        turns=len(piece.turns),
        sections=len(piece.all_sections),
        participants=tuple(participant.full_name for participant in piece.participants),
        characters=sum(len(turn.text) for turn in piece.turns),
        errors=errors,
        warnings=warnings,
        first_problem=problem,
        size=stamp.size,
        mtime_ns=stamp.mtime_ns,
    )
