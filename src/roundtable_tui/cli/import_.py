"""`roundtable import`: sources of many formats into transcript files, and a report of every line that has no field."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import USAGE, CommandError
from roundtable_tui.cli.import_file import Folder, file_name, file_text
from roundtable_tui.cli.import_report import Count, count, report, summarise
from roundtable_tui.cli.import_source import STDIN, read_names, read_source, shown
from roundtable_tui.cli.parser import one_of
from roundtable_tui.cli.reviewing import asking
from roundtable_tui.config.language import _
from roundtable_tui.importers import IMPORTERS, NotImportedError
from roundtable_tui.source.file import UnreadableError

if TYPE_CHECKING:
    import argparse

    from roundtable_tui.cli.output import Output
    from roundtable_tui.importers import Imported

STDOUT = "-"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `import`."""
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help=_("an article, Markdown, text, captions, recognised speech, exported JSON; - is stdin"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        default="",
        help=_("the folder for the transcripts, made if need be; without it, or with -, one transcript goes to stdout"),
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of(*(importer.name for importer in IMPORTERS)),
        help=_("what the sources are; else it is recognised ({formats})").format(
            formats=", ".join(importer.name for importer in IMPORTERS)
        ),
    )
    parser.add_argument(
        "--speakers",
        metavar="FILE",
        help=_('a TOML file that names the speakers: SPEAKER_00 = "Aoki Chihiro", or a table with name, org and role'),
    )
    parser.add_argument("--review", action="store_true", help=_("ask about each label of which it is not sure"))
    parser.add_argument("--strict", action="store_true", help=_("write nothing of which anything is doubtful"))
    parser.add_argument("--force", action="store_true", help=_("replace transcripts that exist"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Import each source; print the paths of the transcripts, or the one transcript where no folder is named.

    What was set aside or is doubtful goes to stderr, line by line, and then a summary. A source that cannot be
    imported, or by `--strict` is not to be, is named there and does not stop the others; the exit code is then 2.
    """
    sources: list[str] = args.sources
    if len(sources) > 1 and args.output in ("", STDOUT):
        raise CommandError(
            _("several sources need a folder to write to"), hint=_("Name one with -o, or import them one by one.")
        )
    if sources.count(STDIN) > 1:
        raise CommandError(_("- can be given only once: stdin can be read only once"))
    names = read_names(args.speakers) if args.speakers else None
    answers = asking() if args.review else None
    folder = None if args.output in ("", STDOUT) else Folder(_folder(args.output), out, force=args.force)
    counts: list[Count] = []
    for done, source in enumerate(sources):
        out.progress(_("importing: {done}/{total}").format(done=done, total=len(sources)) if len(sources) > 1 else "")
        try:
            imported = read_source(source, args.format, names, answers, out)
            if args.strict and imported.doubts:
                report(imported, shown(source), out)
                raise NotImportedError(_("not written, because of --strict and what is doubtful in it"))
            _put_out(imported, source, folder, out)
        except (NotImportedError, UnreadableError, OSError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            out.error(f"{shown(source)}: {error}")
            continue
        report(imported, shown(source), out)
        counts.append(count(imported))
    out.progress("")
    summarise(counts, out)
    return 0 if len(counts) == len(sources) else USAGE


def _put_out(imported: Imported, source: str, folder: Folder | None, out: Output) -> None:
    """Write the transcript into the folder and print its path, or print the transcript where there is none."""
    text = file_text(imported, source, folder.path if folder else None)
    if folder is None:
        (out.text if out.stdout.isatty() else out.raw)(text)
    else:
        out.line(str(folder.write(file_name(imported, source), text, source)))


def _folder(output: str) -> Path:
    folder = Path(output).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = _("it is no folder") if isinstance(error, FileExistsError) else error.strerror
        raise CommandError(f"{output}: {reason}") from None
    return folder
