"""Loads a transcript file: what can be read of it, and every problem with its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.source.problem import Problem

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript
    from roundtable_tui.source.nodes import Node
    from roundtable_tui.source.report import Report


class Loaded(NamedTuple):
    """What came of loading a file: the transcript, or None where it could not be opened, and its problems.

    The problems are in the order of their places. Without a transcript there is at least one error among them.
    """

    transcript: Transcript | None
    problems: tuple[Problem, ...]


def load(path: str | os.PathLike[str], *, warnings: bool = True, pure: bool = False) -> Loaded:
    """Load the file at `path`; its stem is the id of the piece. Nothing in or about the file makes this raise.

    Without `warnings` only errors are looked for: text that may have been lost and control characters are not, which
    spares who wants the transcript alone a part of the time; the transcript is the same. `pure` asks for the slower
    YAML parser that needs no libyaml; what it finds is the same.
    """
    from roundtable_tui.source.encoding import ForeignEncoding, decode
    from roundtable_tui.source.file import UnreadableError, read_bytes

    name = os.fspath(path)
    try:
        text = decode(read_bytes(path))
    except UnreadableError as error:
        return Loaded(None, (Problem(name, 0, 0, "error", error.code, str(error)),))
    except ForeignEncoding as error:
        return Loaded(None, (Problem(name, error.line, error.column, "error", "not-utf-8", str(error)),))
    stem, _ = os.path.splitext(os.path.basename(name))  # noqa: PTH119, PTH122  (pathlib costs half a bare start)
    return load_text(text, id=stem, path=name, warnings=warnings, pure=pure)


def load_text(
    text: str,
    *,
    id: str,  # noqa: A002  (the field's name)
    path: str,
    warnings: bool = True,
    pure: bool = False,
) -> Loaded:
    """Load the transcript written in `text`; `id` is the piece's, and `path` what the problems name.

    `warnings` and `pure` are as for `load`.
    """
    from roundtable_tui.source.report import Report
    from roundtable_tui.source.transcript import read_transcript
    from roundtable_tui.text.ordinary import is_ordinary

    text = text.removeprefix("\ufeff")
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if not text.endswith("\n"):
        text += "\n"  # the two parsers differ on what a bracket at the very end lacks
    if is_ordinary(text):
        report = Report(path, text, warnings=warnings)
    else:
        from roundtable_tui.source.controls import check_file
        from roundtable_tui.source.standins import with_stand_ins

        report = Report(path, *with_stand_ins(text), warnings=warnings)
        if warnings:
            check_file(text, report)
    root = _parse(report, pure)
    transcript = None if root is None or report.refused else read_transcript(root, id, report)
    return Loaded(transcript, report.finish())


def _parse(report: Report, pure: bool) -> Node | None:
    import yaml

    from roundtable_tui.source.events import event_source
    from roundtable_tui.source.nodes import is_empty
    from roundtable_tui.source.tree import build

    try:
        root = build(event_source(report.text, pure=pure), report)
    except yaml.YAMLError as error:
        from roundtable_tui.source.syntax import explain

        report.refuse_at(*explain(error, report.text))
        return None
    if (root is None or is_empty(root)) and not report.refused:
        report.refuse_at(0, 0, "empty-file", "the file is empty; a transcript begins with `roundtable: 1`")
    return root
