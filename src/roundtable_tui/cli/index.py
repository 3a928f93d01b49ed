"""`roundtable index`: the search index of a library, brought up to date, looked at or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import NOTHING_FOUND, USAGE, CommandError
from roundtable_tui.cli.library import open_library
from roundtable_tui.cli.updating import run_update, update_index
from roundtable_tui.config.language import _

if TYPE_CHECKING:
    import argparse

    from roundtable_tui.cli.output import Output
    from roundtable_tui.library import Library
    from roundtable_tui.search.index.cache import Cache
    from roundtable_tui.search.index.status import Status

_NICE = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `index`."""
    parser.add_argument("--status", action="store_true", help=_("say how far the index is, and how large"))
    parser.add_argument("--rebuild", action="store_true", help=_("delete the index and make it anew"))
    parser.add_argument("--clear", action="store_true", help=_("delete the index"))
    parser.add_argument(
        "--background",
        action="store_true",
        help=_("give way to other programs, and print progress as `done total pass`"),
    )


def run(args: argparse.Namespace, out: Output) -> int:
    """Bring the index up to date, or do what the options ask; returns 1 where the library has no transcripts."""
    from roundtable_tui.search.index.cache import Cache

    if args.status + args.rebuild + args.clear > 1:
        raise CommandError(_("only one of --status, --rebuild and --clear can be done at a time"))
    library = open_library(args)
    with Cache(str(library.root), warn=args.warn) as cache:
        if args.status:
            return _tell(cache, out)
        if args.rebuild or args.clear:
            _clear(cache, out, quiet=args.background)
        if args.clear:
            return 0
        if args.background:
            return _in_background(library, cache, out)
        return _build(library, cache, out)


def _clear(cache: Cache, out: Output, *, quiet: bool) -> None:
    from roundtable_tui.search.index.clear import clear

    freed = clear(cache)
    if not quiet:
        out.note(_("deleted: {path}, {size}").format(path=cache.path, size=megabytes(freed)))


def _build(library: Library, cache: Cache, out: Output) -> int:
    """Bring the index up to date and say what there is now; on a terminal stderr says how far it is."""
    from roundtable_tui.search.index.status import status

    whole = update_index(library, cache, out)
    now = status(cache)
    out.line(_summary(now))
    if now.unreadable:
        out.error(_("files that cannot be opened and were not searched: {count}").format(count=now.unreadable))
        out.note(_("See `{command}`.").format(command="roundtable check"))
    if cache.where == "memory" or not whole:
        return USAGE
    return 0 if now.pieces else NOTHING_FOUND


def _in_background(library: Library, cache: Cache, out: Output) -> int:
    """Do the same at low priority for another process, which reads how far it is from stdout."""
    import os

    if hasattr(os, "nice"):
        os.nice(_NICE)

    def show(done: int, total: int, stage: str) -> None:
        out.stdout.write(f"{done} {total} {stage}\n")
        out.stdout.flush()

    # In memory the work would be lost with this process.
    whole, _unread = run_update(library, cache, show, lambda: cache.where == "memory")
    return 0 if whole and cache.where == "disk" else USAGE


def _tell(cache: Cache, out: Output) -> int:
    from roundtable_tui.search.index.status import status

    now = status(cache)
    out.line(_summary(now))
    out.line(_("readings: {count} of {pieces} pieces, by {analyser}").format(
        count=now.readings, pieces=now.pieces - now.unreadable,
        analyser=", ".join(name or _("no analyser") for name in now.analysers) or _("no analyser"),
    ))  # fmt: skip
    out.line(_("new, changed, gone or unfinished: {count}").format(count=now.stale))
    if now.unreadable:
        out.line(_("files that cannot be opened: {count}").format(count=now.unreadable))
    out.line(now.path if now.where == "disk" else _("in memory"))
    return 0 if now.pieces else NOTHING_FOUND


def _summary(now: Status) -> str:
    message = _("{pieces} pieces, {rows} places to find; {size} for {text_size} of text")
    return message.format(
        pieces=now.pieces, rows=now.rows, size=megabytes(now.size), text_size=megabytes(now.text_size)
    )


def megabytes(size: int) -> str:
    """Return a size in bytes as people read it, in units of 1000: `17.4 MB`."""
    if size < 1_000_000:
        return f"{size / 1000:.1f} kB"
    return f"{size / 1_000_000:.1f} MB" if size < 1_000_000_000 else f"{size / 1_000_000_000:.2f} GB"
