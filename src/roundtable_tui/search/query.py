"""What a reader types into the search box, taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.search.filters import NO_FILTERS, Filters
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
_MINUS = "-－−"
_COLONS = ":："


class QueryError(ValueError):
    """A query that cannot be understood; `column` counts code points from 1, `message` says what would be right."""

    def __init__(self, column: int, message: str) -> None:
        super().__init__(f"column {column}: {message}")
        self.column = column
        self.message = message


class Term(NamedTuple):
    """One word or phrase of a query.

    `text` is as typed, without quotes; `folded` is what is compared. An `unwanted` one must not occur. A `phrase` was
    put in quotes and is never matched with errors. `column` counts code points from 1.
    """

    text: str
    folded: str
    phrase: bool = False
    unwanted: bool = False
    column: int = 1


class Query(NamedTuple):
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
        token = _token(text, position)
        if token.field:
            filters = _narrowed(filters, token)
        elif term := _term(token):
            terms.append(term)
        position = _after_space(text, token.end)
    query = Query(text, tuple(terms), filters)
    if terms and not filters and not query.wanted:
        raise QueryError(terms[0].column, _("add a word that is to be found; -word only leaves hits out"))
    return query


class _Token(NamedTuple):
    """What stands between spaces, or quotes: `field` as typed, "" for none; `closed` says whether a quote ends it."""

    column: int
    end: int
    minus: bool
    field: str
    quoted: bool
    closed: bool
    value: str


# By hand, since a pattern of all this takes 5 ms to compile, half of a bare Python start.
def _token(text: str, start: int) -> _Token:
    """Return what stands at `start`, where there is no space."""
    at = start
    minus = text[at] in _MINUS
    at += minus
    field = _field(text, at)
    at += len(field) + bool(field)
    quoted = at < len(text) and text[at] in _QUOTES
    at += quoted
    end = at
    while end < len(text) and not (text[end] in _QUOTES if quoted else text[end].isspace()):
        end += 1
    closed = quoted and end < len(text)
    return _Token(start + 1, end + closed, minus, field, quoted, closed, text[at:end].strip())


def _field(text: str, start: int) -> str:
    """The name of a filter that stands at `start` with a colon after it, as typed; else nothing."""
    end = min((at for at in (text.find(colon, start) for colon in _COLONS) if at >= 0), default=start)
    name = text[start:end]
    return name if name.lower() in _FIELD_OF else ""


def _after_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _term(token: _Token) -> Term | None:
    """The word or phrase of `token`; None for a quote at the very end, after which nothing is typed yet."""
    column, value = token.column, token.value
    if not value:
        if not token.quoted:
            raise QueryError(column, _("a word follows - at once, as in -研修"))
        if token.closed:
            raise QueryError(column, _('a phrase stands between the quotes, as in "働き方 改革"'))
        return None
    folded = fold_text(value).strip()
    if not folded or any("\ud800" <= sign <= "\udfff" for sign in folded):
        message = _("{word} holds no letter, digit or sign that could be found").format(word=repr(value))
        raise QueryError(column, message)
    return Term(value, folded, token.quoted, token.minus, column)


def _narrowed(filters: Filters, token: _Token) -> Filters:
    """`filters` with the one that `token` writes."""
    column, value = token.column, token.value
    name = _FIELD_OF[token.field.lower()]
    shown = {"field": token.field}
    if token.minus:
        raise QueryError(column, _("{field}: cannot be turned round; write it without -").format(**shown))
    if filters.named()[name] not in ("", None):
        raise QueryError(column, _("{field}: is given twice; leave one of them out").format(**shown))
    if not value:
        raise QueryError(column, _("what {field}: looks for follows it at once, without a space").format(**shown))
    reader = _READERS.get(name)
    change: dict[str, Any] = {name: reader(value, column) if reader else value}
    return filters._replace(**change)


def read_issue(text: str, column: int = 1) -> int:
    """Return the number of an issue, written in digits of any width.

    Raises QueryError, at `column`, for anything else.
    """
    if text.isdecimal() and len(text) < 10:
        return int(text)
    raise QueryError(column, _("{word} is no number of an issue; write digits, as in 14").format(word=repr(text)))


def read_date(text: str, column: int = 1) -> str:
    """Return the ISO 8601 date, perhaps of reduced precision, that `text` writes in any way `parse_date` knows.

    Raises QueryError, at `column`, for anything else.
    """
    from roundtable_tui.text.dates import parse_date

    date = parse_date(text)
    if date is None:
        message = _("{word} is no date; write 2021, 2021-10, 2021-10-05 or 令和3年10月").format(word=repr(text))
        raise QueryError(column, message)
    return date


_READERS: dict[str, Callable[[str, int], int | str]] = {"issue": read_issue, "since": read_date, "until": read_date}
