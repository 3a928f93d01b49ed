"""Filters in the text of a query: found, put in, replaced and taken out, so that the query can still be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import language
from roundtable_tui.search.query import FIELD_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELD_OF = {spelling: name for name, spellings in FIELD_NAMES.items() for spelling in spellings}
_QUOTES = '"“”„＂'
_TOKEN = re.compile(
    rf"[-－−]?(?:(?P<field>{'|'.join(_FIELD_OF)})[:：])?"
    rf"(?:(?P<open>[{_QUOTES}])(?P<phrase>[^{_QUOTES}]*)(?P<close>[{_QUOTES}])?|(?P<word>\S*))",
    re.IGNORECASE,
)
"""One word, phrase or filter, cut as `search.query` cuts them."""

_JAPANESE = {"issue": "回"}
"""The Japanese name that is written where it is not the first one."""


class Written(NamedTuple):
    """A filter as a query writes it: `spelling` is the field's name as typed, [start, end) code points of the query."""

    field: str
    spelling: str
    value: str
    start: int
    end: int


def filters_in(text: str) -> tuple[Written, ...]:
    """Return the filters of the query `text`, in order; one that has no value yet among them."""
    return tuple(_filters(text))


def _filters(text: str) -> Iterator[Written]:
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        token = _TOKEN.match(text, position)
        assert token is not None  # every part of the pattern may be empty
        if token["field"]:
            value = (token["phrase"] if token["open"] else token["word"]).strip()
            yield Written(_FIELD_OF[token["field"].lower()], token["field"], value, token.start(), token.end())
        position = token.end()


def half_typed(text: str, caret: int) -> Written | None:
    """Return the filter that is being typed where the caret stands (code points), or None."""
    return next((each for each in filters_in(text) if each.end == caret and text[caret - 1] not in _QUOTES), None)


def without(text: str, *gone: Written) -> str:
    """Return `text` without those filters, with one space where they stood between words."""
    for each in sorted(gone, key=lambda each: each.start, reverse=True):
        text = " ".join(filter(None, (text[: each.start].rstrip(), text[each.end :].lstrip())))
    return text


def with_filter(text: str, field: str, value: str) -> str:
    """Return `text` narrowed to `value` in `field`, instead of what it said of that field before.

    The field `year` becomes `since:` and `until:`. The name of the field is that of the interface's language, or the
    one that stands there already. The words come first.
    """
    for name in ("since", "until") if field == "year" else (field,):
        before = [each for each in filters_in(text) if each.field == name]
        spelling = before[0].spelling if before else field_name(name)
        text = " ".join(filter(None, (without(text, *before).rstrip(), f"{spelling}:{quoted(value)}")))
    return text


def without_field(text: str, field: str) -> str:
    """Return `text` without its filters of that field; `year` stands for `since` and `until`."""
    names = ("since", "until") if field == "year" else (field,)
    return without(text, *(each for each in filters_in(text) if each.field in names))


def quoted(value: str) -> str:
    """Return `value` as a query writes it: in quotes where it holds white space."""
    plain = re.sub(f"[{_QUOTES}]", " ", value).strip() if value[:1] in tuple(_QUOTES) else value
    if not re.search(r"\s", plain):
        return plain
    inner = re.sub(f"[{_QUOTES}]", " ", plain)
    return f'"{inner}"'


def field_name(field: str) -> str:
    """Return the name of `field` in the language of the interface, as a query writes it."""
    spellings = FIELD_NAMES[field]
    if language() != "ja" or len(spellings) == 1:
        return spellings[0]
    return _JAPANESE.get(field, spellings[1])
