"""Says in plain words what is wrong where a file is no YAML.

The two parsers word their errors differently but agree on the places, so what is said here rests on the place and on
the lines around it, and on a parser's words only as far as they tell one kind of error from another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.source import slips
from roundtable_tui.source.slips import Slip, Stumble

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import YAMLError

_KINDS: tuple[tuple[str, Callable[[Stumble], Slip]], ...] = (
    ("maximum nesting depth", slips.depth),
    ("tab character", slips.tab),
    ("cannot start any token", slips.reserved_character),
    ("mapping values", slips.second_colon),
    ("could not find expected ':'", slips.no_colon),
    ("unexpected ':'", slips.colon_without_space),
    ("end of stream|document (indicator|separator)", slips.open_quote),
    ("scanning (a|an) (directive|.*version)|incompatible|expected .?<document start|%", slips.directive),
    ("(an anchor|an alias|a tag)|tag handle", slips.property_character),
    ("escape|invalid Unicode|hexdecimal", slips.escape),
    ("scanning a block scalar", slips.behind_block_mark),
    ("expected ',' or", slips.open_bracket),
    ("parsing a block (mapping|collection)", slips.block),
)
"""The first whose pattern is found in the words of a parser explains the error."""


class Explanation(NamedTuple):
    """What is wrong and where, line and column counted from 1."""

    line: int
    column: int
    code: str
    message: str


def explain(error: YAMLError, text: str) -> Explanation:
    """Return what is wrong with `text`, for which a parser has raised `error`."""
    at = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if at is None:
        return Explanation(0, 0, "yaml-syntax", f"this is no YAML: {error}")
    begun = getattr(error, "context_mark", None) or at
    words = f"{getattr(error, 'context', '') or ''}: {getattr(error, 'problem', '') or ''}"
    stumble = Stumble(text.split("\n"), (at.line, at.column), (begun.line, begun.column))
    for pattern, kind in _KINDS:
        if re.search(pattern, words):
            return Explanation(*kind(stumble))
    return Explanation(*slips.unexpected(stumble))
