"""`roundtable search`: every place in the library where the words of a query stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roundtable_tui.cli.errors import NOTHING_FOUND, USAGE, CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.parser import one_of
from roundtable_tui.config.language import _
from roundtable_tui.search.filters import Filters
from roundtable_tui.search.query import QueryError, parse_query, read_date, read_issue

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from roundtable_tui.cli.output import Output
    from roundtable_tui.search.engine import Results
    from roundtable_tui.search.index_engine import IndexEngine

_HELP = "roundtable search --help"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `search`."""
    parser.add_argument("query", metavar="QUERY", nargs="*", help=_('words, "a phrase", -without (after --)'))
    parser.add_argument("--speaker", metavar="NAME", default="", help=_("only what that speaker says"))
    parser.add_argument("--role", metavar="TEXT", default="", help=_("only what speakers with that role say"))
    parser.add_argument("--org", metavar="TEXT", default="", help=_("only what speakers of that organisation say"))
    parser.add_argument("--issue", metavar="N", type=_read(read_issue), help=_("only that issue"))
    parser.add_argument("--section", metavar="TEXT", default="", help=_("only under headings with that text"))
    parser.add_argument("--title", metavar="TEXT", default="", help=_("only in pieces with that text in their titles"))
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
    parser.add_argument("--cite", action="store_true", help=_("print a list of citations in Markdown"))
    parser.add_argument("--json", action="store_true", help=_("print JSON Lines, one object for each hit"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Print the hits; returns 1 where there are none, and stderr says what would be found with less asked for."""
    from roundtable_tui.cli.updating import update_index
    from roundtable_tui.search.index_engine import IndexEngine

    if args.cite and args.json:
        raise CommandError(_("--cite gives Markdown and --json JSON; ask for one of them"))
    text = " ".join(args.query)
    try:
        query = parse_query(text, _filters(args))
    except QueryError as error:
        _say_where(text, error, out)
        return USAGE
    if not query:
        raise CommandError(_("there is nothing to search for"), hint=_("See `{command}`.").format(command=_HELP))
    library = open_library(args)
    engine = IndexEngine(library, warn=args.warn, brief=True)
    update_index(library, engine.cache, out)
    results = engine.search(query, limit=args.limit, order=args.sort)
    if results.unreadable:
        message = _("files that cannot be opened and were not searched: {count}")
        out.error(message.format(count=results.unreadable))
        out.note(_("See `{command}`.").format(command="roundtable check"))
    if not results.total:
        from roundtable_tui.cli.relaxing import say_what_less_finds

        say_what_less_finds(engine, query, out)
        return NOTHING_FOUND
    if args.cite:
        from roundtable_tui.cli.citing import cite

        cite(results, args.sort, library, out)
    else:
        _print(results, args, out, engine)
    if results.total > len(results.hits):
        message = _("{shown} of {total} hits; a higher --limit shows more")
        out.note(message.format(shown=len(results.hits), total=results.total))
    return 0


def _filters(args: argparse.Namespace) -> Filters:
    return Filters(
        speaker=args.speaker,
        role=args.role,
        org=args.org,
        section=args.section,
        title=args.title,
        issue=args.issue,
        since=args.since or "",
        until=args.until or "",
    )


def _print(results: Results, args: argparse.Namespace, out: Output, engine: IndexEngine) -> None:
    from roundtable_tui.cli.hits import HitPrinter, as_object

    if args.json:
        for hit in results.hits:
            out.json(as_object(hit))
    else:
        HitPrinter(out, lambda hit: engine.around(hit, args.context)).print(results.hits)


def _say_where(text: str, error: QueryError, out: Output) -> None:
    """Say what is wrong with the query `text`, and point at it."""
    from roundtable_tui.text.cells import width
    from roundtable_tui.text.safe import display

    place = _("in {query}, column {column}: ").format(query=repr(text), column=error.column)
    out.error(place + error.message)
    if "\n" not in text:
        out.note(f"  {text}")
        out.note(f"  {' ' * width(display(text[: error.column - 1]))}^")
    out.note(_("See `{command}`.").format(command=_HELP))


def _read(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return `reader`, which raises QueryError, as an argparse `type`."""

    def read(text: str) -> Any:
        try:
            return reader(text)
        except QueryError as error:
            from argparse import ArgumentTypeError

            raise ArgumentTypeError(error.message) from None

    return read


def _at_least(least: int) -> Callable[[str], int]:
    """Return an argparse `type` for whole numbers from `least`."""

    def read(text: str) -> int:
        if text.isdecimal() and int(text) >= least:
            return int(text)
        from argparse import ArgumentTypeError

        message = _("{value} is no whole number from {least}").format(value=repr(text), least=least)
        raise ArgumentTypeError(message)

    return read
