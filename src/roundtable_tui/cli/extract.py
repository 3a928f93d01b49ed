"""`--turns`, `--speaker`, `--query` and `--question`: which turns of a place a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import NOTHING_FOUND, CommandError
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from roundtable_tui.cli.output import Output
    from roundtable_tui.cli.place import Place
    from roundtable_tui.export.extract import Extract
    from roundtable_tui.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; a turn has to pass each that is given."""
    parser.add_argument("--turns", metavar="N-M", help=_("only these turns of the piece: 7, 12-18, 12- or 3,5-7"))
    parser.add_argument("--speaker", metavar="NAME", help=_("only the turns of that speaker: a label, alias or name"))
    parser.add_argument("--query", metavar="QUERY", help=_("only the turns that `roundtable search QUERY` finds"))
    parser.add_argument(
        "--question",
        action="store_true",
        help=_("the question that the turn ID:TURN asks or answers, and all answers to it"),
    )


def extract_of(args: argparse.Namespace, library: Library, place: Place, out: Output) -> Extract | None:
    """Return the turns that the options keep, None where none of them was given.

    Raises CommandError where an option means nothing, and with the code for nothing found where it keeps no turn.
    """
    from roundtable_tui.export.extract import all_of

    extract = all_of(place.transcript, _extracts(args, library, place, out))
    if extract is not None and not extract.numbers:
        message = _("no turn of {id} is left: {words}")
        raise CommandError(message.format(id=place.transcript.id, words=extract.words), code=NOTHING_FOUND)
    return extract


def _extracts(args: argparse.Namespace, library: Library, place: Place, out: Output) -> Iterator[Extract]:
    if args.question:
        yield _question(place)
    if args.turns is not None:
        yield _turns(place, args.turns)
    if args.speaker is not None:
        yield _speaker(place, args.speaker, names=not args.no_names)
    if args.query is not None:
        yield _found(args, library, place, out)


def _question(place: Place) -> Extract:
    from roundtable_tui.export.extract import of_exchange
    from roundtable_tui.export.question import exchange_from, exchanges_at

    number = place.anchor.turn
    if number is None or place.transcript.turn(number) is None:
        message = _("--question is about a turn; write {place}")
        raise CommandError(message.format(place=f"{place.transcript.id}:{number or 7}"))
    exchange = exchange_from(place.transcript, number) or next(iter(exchanges_at(place.transcript, number)), None)
    if exchange is None:
        message = _("nobody asks anything in {id} up to turn {number}")
        raise CommandError(message.format(id=place.transcript.id, number=number), code=NOTHING_FOUND)
    return of_exchange(place.transcript, exchange)


def _turns(place: Place, text: str) -> Extract:
    from roundtable_tui.export.extract import of_numbers
    from roundtable_tui.export.numbers import NumbersError

    try:
        return of_numbers(place.transcript, text)
    except NumbersError as error:
        raise CommandError(f"--turns: {error}") from None


def _speaker(place: Place, name: str, *, names: bool) -> Extract:
    from roundtable_tui.export.extract import of_speaker
    from roundtable_tui.export.speaker import AmbiguousSpeakerError, UnknownSpeakerError

    try:
        return of_speaker(place.transcript, name, names=names)
    except UnknownSpeakerError as error:
        raise CommandError(str(error), code=NOTHING_FOUND) from None
    except AmbiguousSpeakerError as error:
        raise CommandError(str(error)) from None


def _found(args: argparse.Namespace, library: Library, place: Place, out: Output) -> Extract:
    from roundtable_tui.cli.updating import update_index
    from roundtable_tui.export.extract import of_query
    from roundtable_tui.search.index_engine import IndexEngine
    from roundtable_tui.search.query import QueryError, parse_query

    try:
        query = parse_query(args.query)
    except QueryError as error:
        message = _("in {query}, column {column}: ").format(query=repr(args.query), column=error.column)
        raise CommandError(f"--query: {message}{error.message}") from None
    if not query:
        raise CommandError(_("there is nothing to search for"))
    engine = IndexEngine(library, warn=args.warn, brief=True)
    update_index(library, engine.cache, out)
    hits = engine.search_piece(query, place.transcript.id)
    numbers = [hit.turn for hit in hits if hit.turn is not None]
    return of_query(place.transcript, args.query.strip(), numbers)
