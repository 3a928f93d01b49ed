"""What a reader types into the search box, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from roundtable_tui.config.language import _
from roundtable_tui.search.filters import NO_FILTERS, Filters
from roundtable_tui.text.dates import parse_date
from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    from collections.abc import Callable

FIELD_NAMES = {
    "speaker": ("speaker", "話者", "発言者"),
    "role": ("role", "役職"),
    "org": ("org", "所属"),
    "issue": ("issue", "号", "回"),
    "section": ("section", "節"),
    "title": ("title", "題名"),
    "since": ("since",),
    "until": ("until",),
}
"""Every filter of `Filters` with the spellings a query knows it by."""

_FIELD_OF = {spelling: name for name, spellings in FIELD_NAMES.items() for spelling in spellings}
_QUOTES = '"“”„＂'
_TOKEN = re.compile(
    rf"(?P<minus>[-－−])?(?:(?P<field>{'|'.join(_FIELD_OF)})[:：])?"
    rf"(?:(?P<open>[{_QUOTES}])(?P<phrase>[^{_QUOTES}]*)(?P<close>[{_QUOTES}])?|(?P<word>\S*))",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s*")


class QueryError(ValueError):
    """A query that cannot be understood; `column` counts code points from 1, `message` says what would be right."""

    def __init__(self, column: int, message: str) -> None:
        super().__init__(f"column {column}: {message}")
        self.column = column
        self.message = message


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a query.

    `text` is as typed, without quotes; `folded` is what is compared. An `unwanted` one must not occur. A `phrase` was
    put in quotes and is never matched with errors. `column` counts code points from 1.
    """

    text: str
    folded: str
    phrase: bool = False
    unwanted: bool = False
    column: int = 1


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its `text` as typed, its `terms`, all of which must hold in one turn, and its `filters`."""

    text: str
    terms: tuple[Term, ...] = ()
    filters: Filters = NO_FILTERS

    def __bool__(self) -> bool:
        return bool(self.terms or self.filters)

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms a hit must hold, each folded form once."""
        first: dict[str, Term] = {}
        for term in self.terms:
            if not term.unwanted:
                first.setdefault(term.folded, term)
        return tuple(first.values())

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """The terms a hit must not hold."""
        return tuple(term for term in self.terms if term.unwanted)


def parse_query(text: str, filters: Filters = NO_FILTERS) -> Query:
    """Return the query that `text` writes, narrowed by `filters` as well (those of the command line).

    White space of any width separates words, which must all occur. `"…"` with straight or curly double quotes is a
    phrase, open to the end where the second quote is missing. `-word` must not occur. `speaker:宮坂`, `role:`, `org:`,
    `issue:`, `section:`, `title:`, `since:` and `until:` are filters; so are 話者: 発言者: 役職: 所属: 号: 回: 節:
    題名:, and the colon may be full-width. A word with any other colon is a word.

    Raises QueryError for `-` alone, an empty phrase or filter, a filter that is negated or given twice, a word of which
    nothing can be compared, an issue that is no number, a date that is none, and unwanted words with nothing wanted.
    """
    terms: list[Term] = []
    position = _after_space(text, 0)
    while position < len(text):
        token = _TOKEN.match(text, position)
        assert token is not None  # every part of the pattern may be empty
        if token["field"]:
            filters = _narrowed(filters, token)
        elif term := _term(token):
            terms.append(term)
        position = _after_space(text, token.end())
    query = Query(text, tuple(terms), filters)
    if terms and not filters and not query.wanted:
        raise QueryError(terms[0].column, _("add a word that is to be found; -word only leaves hits out"))
    return query


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _value(token: re.Match[str]) -> str:
    return (token["phrase"] if token["open"] else token["word"]).strip()


def _term(token: re.Match[str]) -> Term | None:
    """The word or phrase of `token`; None for a quote at the very end, after which nothing is typed yet."""
    column = token.start() + 1
    value = _value(token)
    if not value:
        if not token["open"]:
            raise QueryError(column, _("a word follows - at once, as in -研修"))
        if token["close"]:
            raise QueryError(column, _('a phrase stands between the quotes, as in "働き方 改革"'))
        return None
    folded = fold_text(value).strip()
    if not folded:
        message = _("{word} holds no letter, digit or sign that could be found").format(word=repr(value))
        raise QueryError(column, message)
    return Term(value, folded, bool(token["open"]), bool(token["minus"]), column)


def _narrowed(filters: Filters, token: re.Match[str]) -> Filters:
    """`filters` with the one that `token` writes."""
    column = token.start() + 1
    name = _FIELD_OF[token["field"].lower()]
    value = _value(token)
    shown = {"field": token["field"]}
    if token["minus"]:
        raise QueryError(column, _("{field}: cannot be turned round; write it without -").format(**shown))
    if filters.named()[name] not in ("", None):
        raise QueryError(column, _("{field}: is given twice; leave one of them out").format(**shown))
    if not value:
        raise QueryError(column, _("what {field}: looks for follows it at once, without a space").format(**shown))
    reader = _READERS.get(name)
    change: dict[str, Any] = {name: reader(value, column) if reader else value}
    return replace(filters, **change)


def read_issue(text: str, column: int = 1) -> int:
    """Return the number of an issue, written in digits of any width.

    Raises QueryError, at `column`, for anything else.
    """
    if re.fullmatch(r"\d{1,9}", text):
        return int(text)
    raise QueryError(column, _("{word} is no number of an issue; write digits, as in 14").format(word=repr(text)))


def read_date(text: str, column: int = 1) -> str:
    """Return the ISO 8601 date, perhaps of reduced precision, that `text` writes in any way `parse_date` knows.

    Raises QueryError, at `column`, for anything else.
    """
    date = parse_date(text)
    if date is None:
        message = _("{word} is no date; write 2021, 2021-10, 2021-10-05 or 令和3年10月").format(word=repr(text))
        raise QueryError(column, message)
    return date


_READERS: dict[str, Callable[[str, int], int | str]] = {"issue": read_issue, "since": read_date, "until": read_date}
