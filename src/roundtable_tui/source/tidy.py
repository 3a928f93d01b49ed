"""A file set out as the program writes files itself: no character of a text is touched, and every comment is kept."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from roundtable_tui.source.comments import comments_of, lines_of, open_lines
from roundtable_tui.source.events import event_source
from roundtable_tui.source.load import load_text
from roundtable_tui.source.nodes import Mapping
from roundtable_tui.source.report import Report
from roundtable_tui.source.tree import build
from roundtable_tui.source.write import SCHEMA, dump

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript
    from roundtable_tui.source.comments import Comment, Path
    from roundtable_tui.source.nodes import Node
    from roundtable_tui.source.problem import Problem

_MODELINE = "# yaml-language-server: $schema="


class UntidyError(ValueError):
    """A file cannot be tidied, because something in it would be lost; `problems` say what is to be mended first."""

    def __init__(self, problems: tuple[Problem, ...], message: str = "") -> None:
        super().__init__(message or str(problems[0]))
        self.problems = problems


def tidy(text: str, *, path: str) -> str:
    """Return the file `text` set out anew; `path` is what problems name.

    A comment on a line of its own goes before the key or item that it stood before, one behind a value stays behind it,
    one at the end stays at the end. The result is read again: it gives the same transcript and has the same comments.

    Raises UntidyError where the file has errors, or where the result would not be the same.
    """
    loaded = load_text(text, id="tidy", path=path)
    errors = tuple(problem for problem in loaded.problems if problem.level == "error")
    if loaded.transcript is None or errors:
        raise UntidyError(errors)
    root = _tree(text, path)
    comments = comments_of(text, root)
    schema = next((one.text.removeprefix(_MODELINE) for one in comments if one.text.startswith(_MODELINE)), SCHEMA)
    rest = [one for one in comments if not one.text.startswith(_MODELINE)]
    bare = dump(_as_written(loaded.transcript, root), schema=schema)
    tidied = _with_comments(bare, rest, root, _tree(bare, path))
    again = load_text(tidied, id="tidy", path=path)
    kept = _texts(comments_of(tidied, _tree(tidied, path)))
    if _said(again.transcript) != _said(loaded.transcript) or kept != _texts(rest):
        raise UntidyError((), "it cannot be set out anew without a change in its text or its comments")
    return tidied


def _tree(text: str, path: str) -> Node:
    root = build(event_source(text, pure=False), Report(path, text))
    assert root is not None
    return root


def _as_written(transcript: Transcript, root: Node) -> Transcript:
    """Return `transcript` without the dates that were derived: the file is to have what it had."""
    keys = {key.value for key, _value in root.pairs} if isinstance(root, Mapping) else set()
    held = transcript.held if "held" in keys else ""
    return replace(transcript, held=held, held_label=transcript.held_label if "held_label" in keys else "")


def _said(transcript: Transcript | None) -> str:
    """Return what a transcript says, without the lines of its file."""
    return dump(transcript) if transcript is not None else ""


def _texts(comments: list[Comment]) -> list[str]:
    return sorted(one.text for one in comments if one.text and not one.text.startswith(_MODELINE))


def _with_comments(bare: str, comments: list[Comment], old: Node, new: Node) -> str:
    """Return the file `bare`, whose tree is `new`, with `comments` where they stood in the tree `old`."""
    lines = bare.splitlines()
    before, behind = _places(comments, lines_of(old), lines_of(new), len(lines))
    for number in open_lines(new):  # what stood behind a value that is now in quotes over several lines goes before it
        before[number] += behind.pop(number, [])
    written: list[str] = []
    for number, line in enumerate(lines):
        margin = line[: len(line) - len(line.lstrip())]
        for text in before[number]:
            if text or (written and written[-1]):
                written.append(margin + text if text else "")
        written.append(" ".join([line, *(f" {text}" for text in behind[number])]).rstrip())
    for text in before[len(lines)]:
        if text or written[-1]:
            written.append(text)
    return "\n".join(written).rstrip() + "\n"


def _places(
    comments: list[Comment], old: dict[Path, int], new: dict[Path, int], end: int
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Return the comments that go before each new line, and behind it; those at the `end` go before that."""
    ordered = sorted(old, key=lambda path: (old[path], len(path)))
    begin = [old[path] for path in ordered]
    before: dict[int, list[str]] = defaultdict(list)
    behind: dict[int, list[str]] = defaultdict(list)
    for comment in comments:
        if comment.alone:
            following = bisect_right(begin, comment.line)
            place = _line(ordered[following], new) if following < len(ordered) else end
            before[place].append(comment.text)
        else:
            following = bisect_right(begin, comment.line)
            behind[_line(ordered[following - 1], new) if following else 0].append(comment.text)
    return before, behind


def _line(path: Path, new: dict[Path, int]) -> int:
    """Return the line of `path`, or of the nearest around it: the long form of a turn may have become the short one."""
    while path and path not in new:
        path = path[:-1]
    return new.get(path, 0)
