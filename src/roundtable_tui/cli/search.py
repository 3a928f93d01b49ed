"""`roundtable search`: every place in the library where the words of a query stand."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from roundtable_tui.cli.errors import NOTHING_FOUND, CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.parser import one_of
from roundtable_tui.config.language import _
from roundtable_tui.search.filters import Filters
from roundtable_tui.search.query import QueryError, parse_query, read_date, read_issue

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.cli.output import Output
    from roundtable_tui.library import Library
    from roundtable_tui.search.engine import Engine, Results
    from roundtable_tui.search.query import Query

_HELP = "roundtable search --help"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `search`."""
    parser.add_argument("query", metavar="QUERY", nargs="*", help=_('words, "a phrase", -without (after --)'))
    parser.add_argument("--speaker", metavar="NAME", default="", help=_("only what that speaker says"))
    parser.add_argument("--issue", metavar="N", type=_read(read_issue), help=_("only that issue"))
    parser.add_argument("--section", metavar="TEXT", default="", help=_("only under headings with that text"))
    parser.add_argument("--since", metavar="DATE", type=_read(read_date), help=_("not before that date"))
    parser.add_argument("--until", metavar="DATE", type=_read(read_date), help=_("not after that date"))
    parser.add_argument("-C", metavar="N", dest="context", type=_at_least(0), default=0, help=_("N turns around each"))
    parser.add_argument("--limit", metavar="N", type=_at_least(1), help=_("at most N hits"))
    parser.add_argument(
        "--sort",
        metavar="ORDER",
        type=one_of("relevance", "date"),
        default="relevance",
        help=_("best first (relevance) or newest first (date)"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON Lines, one object for each hit"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the hits; returns 1 where there are none, and stderr says what would be found with less asked for."""
    from roundtable_tui.search.index_engine import IndexEngine

    query = _query(args)
    library = open_library(args)
    engine = IndexEngine(library, warn=args.warn)
    engine.fill()
    results = engine.search(query, limit=args.limit, order=args.sort)
    if results.unreadable:
        message = _("files that cannot be opened and were not searched: {count}")
        out.error(message.format(count=results.unreadable))
        out.note(_("See `{command}`.").format(command="roundtable check"))
    if not results.total:
        _say_what_relaxing_gives(engine, query, out)
        return NOTHING_FOUND
    _print(results, args, out, library)
    return 0


def _print(results: Results, args: argparse.Namespace, out: Output, library: Library) -> None:
    from roundtable_tui.cli.hits import HitPrinter, as_object

    if args.json:
        for hit in results.hits:
            out.json(as_object(hit))
    else:
        HitPrinter(out, args.context, lambda piece: library.load(piece, warnings=False).transcript).print(results.hits)
    if results.total > len(results.hits):
        message = _("{shown} of {total} hits; a higher --limit shows more")
        out.note(message.format(shown=len(results.hits), total=results.total))


def _query(args: argparse.Namespace) -> Query:
    """Return the query of the operands, narrowed by the options. Raises CommandError where there is none."""
    filters = Filters(
        speaker=args.speaker, section=args.section, issue=args.issue, since=args.since or "", until=args.until or ""
    )
    text = " ".join(args.query)
    try:
        query = parse_query(text, filters)
    except QueryError as error:
        place = _("in {query}, column {column}: ").format(query=repr(text), column=error.column)
        raise CommandError(place + error.message, hint=_("See `{command}`.").format(command=_HELP)) from None
    if not query:
        raise CommandError(_("there is nothing to search for"), hint=_("See `{command}`.").format(command=_HELP))
    return query


def _say_what_relaxing_gives(engine: Engine, query: Query, out: Output) -> None:
    """Say that nothing was found, and how much there is for the words without the filters and for each word alone."""
    from roundtable_tui.search.relax import single_words, without_filters

    out.note(_("nothing found for {query}").format(query=query.text) if query.text else _("nothing found"))
    wider = without_filters(query)
    if wider and (total := engine.search(wider, limit=0).total):
        out.note(_("{count} hits without the filters").format(count=total))
    for term, alone in single_words(query):
        out.note(_("{count} hits for {word} alone").format(count=engine.search(alone, limit=0).total, word=term.text))


def _read(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return `reader`, which raises QueryError, as an argparse `type`."""

    def read(text: str) -> Any:
        try:
            return reader(text)
        except QueryError as error:
            raise argparse.ArgumentTypeError(error.message) from None

    return read


def _at_least(least: int) -> Callable[[str], int]:
    """Return an argparse `type` for whole numbers from `least`."""

    def read(text: str) -> int:
        if text.isdecimal() and int(text) >= least:
            return int(text)
        message = _("{value} is no whole number from {least}").format(value=repr(text), least=least)
        raise argparse.ArgumentTypeError(message)

    return read
