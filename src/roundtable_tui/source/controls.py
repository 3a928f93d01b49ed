"""Finds control characters and the like in a file; they are kept, and made visible wherever they are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.text.ordinary import extraordinary
from roundtable_tui.text.safe import unsafe_code_points

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Scalar
    from roundtable_tui.source.report import Report

_WINDOW = 4096
"""How many code points are looked at before it is asked again whether the report is full."""
_ESCAPE = r"(?s)\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))"
_NAMED = dict(zip("0abvfreNLP", (0, 7, 8, 0x0B, 0x0C, 0x0D, 0x1B, 0x85, 0x2028, 0x2029), strict=True))
"""The escapes of YAML 1.1 (c-ns-esc-char) that have a letter and may write a control character."""


def check_file(text: str, report: Report) -> None:
    """Warn of every control character that stands in the `text` of a file as itself, until `report` is full."""
    odd = set(extraordinary().findall(text)) - {"\r"}
    if "\r" not in text.replace("\r\n", "") and not unsafe_code_points("".join(odd)):
        return
    line, seen = 1, 0
    for start in range(0, len(text), _WINDOW):
        for offset, name in unsafe_code_points(text[start : start + _WINDOW]):
            place = start + offset
            if text[place : place + 2] != "\r\n":
                line, seen = line + text.count("\n", seen, place), place
                _warn(report, line, place - text.rfind("\n", 0, place), name)
        if report.is_full:
            return


def check_escapes(node: Scalar, report: Report) -> None:
    """Warn of every control character that is written as an escape in the double-quoted `node`."""
    text, line, seen = report.text, node.start_mark.line + 1, node.start_mark.index
    for found in re.compile(_ESCAPE).finditer(text, seen, node.end_mark.index):
        *digits, letter = found.groups()
        code = next((int(number, 16) for number in digits if number), None) if not letter else _NAMED.get(letter)
        for _, name in unsafe_code_points("" if code is None else chr(code)):
            line, seen = line + text.count("\n", seen, found.start()), found.start()
            _warn(report, line, seen - text.rfind("\n", 0, seen), name)
        if report.is_full:
            return


def _warn(report: Report, line: int, column: int, name: str) -> None:
    message = f"the text holds {name}, which is kept but made visible where it is shown; remove it unless it is meant"
    report.add(line, column, "control-character", message, warning=True)
