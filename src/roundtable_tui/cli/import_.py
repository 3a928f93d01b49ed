"""`roundtable import`: articles and exports into transcript files, and a report of every line that found no field."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.cli.errors import USAGE, CommandError
from roundtable_tui.cli.parser import one_of
from roundtable_tui.config.language import _
from roundtable_tui.importers import IMPORTERS, NotImportedError, SetAside, decode, importer_named, recognise
from roundtable_tui.source.file import MAX_BYTES, UnreadableError, read_bytes
from roundtable_tui.source.write import SCHEMA, dump

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from roundtable_tui.cli.output import Output
    from roundtable_tui.importers import Imported
    from roundtable_tui.importers.naming import Names

STDIN = "-"
STDOUT = "-"


class _Count(NamedTuple):
    """What the summary counts."""

    pieces: int = 0
    sections: int = 0
    turns: int = 0
    speakers: int = 0
    set_aside: int = 0
    doubts: int = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options and operands of `import`."""
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help=_("an article, captions, recognised speech, exported JSON; - is stdin"),
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
    parser.add_argument("--force", action="store_true", help=_("replace transcripts that exist"))


def run(args: argparse.Namespace, out: Output) -> int:
    """Import each source; print the paths of the transcripts, or the one transcript where no folder is named.

    What was set aside or is doubtful goes to stderr, line by line, and then a summary. A source that cannot be
    imported is named there and does not stop the others; the exit code is then 2.
    """
    sources: list[str] = args.sources
    if len(sources) > 1 and args.output in ("", STDOUT):
        raise CommandError(
            _("several sources need a folder to write to"), hint=_("Name one with -o, or import them one by one.")
        )
    if sources.count(STDIN) > 1:
        raise CommandError(_("- can be given only once: stdin can be read only once"))
    names = _names(args.speakers) if args.speakers else None
    folder = None if args.output in ("", STDOUT) else _folder(args.output)
    written: dict[Path, str] = {}
    counts: list[_Count] = []
    for source in sources:
        try:
            imported = _imported(source, args.format, out)
            if names is not None:
                imported = names.apply(imported)
            text = _text(imported, source, folder)
            if folder is None:
                (out.text if out.stdout.isatty() else out.raw)(text)
            else:
                path = folder / _name(imported, source)
                _write(path, text, source, written, force=args.force)
                out.line(str(path))
        except (NotImportedError, UnreadableError, OSError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            out.error(f"{_shown(source)}: {error}")
            continue
        _report(imported, source, out)
        counts.append(_count(imported))
    _summarise(counts, out)
    return 0 if len(counts) == len(sources) else USAGE


def _folder(output: str) -> Path:
    folder = Path(output).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = _("it is no folder") if isinstance(error, FileExistsError) else error.strerror
        raise CommandError(f"{output}: {reason}") from None
    return folder


def _names(path: str) -> Names:
    """Return who is who by the file at `path`. Raises CommandError where it cannot be understood."""
    from roundtable_tui.importers.naming import Names

    try:
        return Names.parse(decode(read_bytes(Path(path))).text)
    except (NotImportedError, UnreadableError, OSError) as error:
        raise CommandError(f"{path}: {error}") from None


def _imported(source: str, chosen: str | None, out: Output) -> Imported:
    """Return the source read. Raises NotImportedError and UnreadableError, which say why not."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1) if source == STDIN else read_bytes(Path(source))
    text, encoding = decode(data)
    if encoding != "UTF-8":
        out.note(f"{_shown(source)}: " + _("read as {encoding}").format(encoding=encoding))
    importer = importer_named(chosen) if chosen else recognise(text)
    return _titled(importer.read(text), source)


def _titled(imported: Imported, source: str) -> Imported:
    """Return `imported` with the name of the source for a title where it has none: captions seldom do."""
    if imported.transcript.title or source == STDIN:
        return imported
    title = Path(source).stem
    said = SetAside(1, title, "the name of the source, taken for the title")
    return replace(
        imported, transcript=replace(imported.transcript, title=title), set_aside=(said, *imported.set_aside)
    )


def _text(imported: Imported, source: str, folder: Path | None) -> str:
    """Return the file: the transcript, and as comments what is not in it and what is doubtful."""
    from roundtable_tui.cli.schema import schema_for

    comments = [f"line {one.line}: {one.text} — {one.reason}" for one in imported.set_aside]
    if comments:
        comments.insert(0, f"Lines of {Path(_shown(source)).name} that stand in no field as printed:")
    if imported.doubts:
        comments.append("Doubtful:")
        comments += [f"line {one.line}: {one.text} — {one.reason}" for one in imported.doubts]
    schema = SCHEMA if folder is None else schema_for(folder)
    try:
        return dump(imported.transcript, schema=schema, comments=comments)
    except ValueError as error:
        raise NotImportedError(str(error)) from None


def _name(imported: Imported, source: str) -> str:
    """Return the name of the file: `014-2.yaml`, or what the title or else the source is called."""
    from roundtable_tui.export.names import safe_file_name

    transcript = imported.transcript
    title = transcript.id or transcript.title
    return safe_file_name(title, ".yaml", fallback=Path(_shown(source)).stem)


def _write(path: Path, text: str, source: str, written: dict[Path, str], *, force: bool) -> None:
    """Write the file; of two sources with one name the second is refused, even by `--force`."""
    from roundtable_tui.export.file import AlreadyThereError, write_atomically

    if path in written:
        message = _("{path} has just been written from {source}, and is not replaced")
        raise NotImportedError(message.format(path=path, source=written[path]))
    try:
        write_atomically(path, text, overwrite=force)
    except AlreadyThereError as error:
        raise NotImportedError(f"{error}; " + _("--force replaces it")) from None
    written[path] = _shown(source)


def _shown(source: str) -> str:
    return "stdin" if source == STDIN else source


def _report(imported: Imported, source: str, out: Output) -> None:
    for one in imported.set_aside:
        out.note(f"{_shown(source)}:{one.line}: " + _("set aside") + f": {one.text} — {one.reason}")
    for doubt in imported.doubts:
        out.note(f"{_shown(source)}:{doubt.line}: " + _("doubtful") + f": {doubt.text} — {doubt.reason}")


def _count(imported: Imported) -> _Count:
    transcript = imported.transcript
    return _Count(
        1,
        len(transcript.all_sections),
        len(transcript.turns),
        len({turn.label for turn in transcript.turns if turn.kind == "speech"}),
        len(imported.set_aside),
        len(imported.doubts),
    )


def _summarise(counts: Sequence[_Count], out: Output) -> None:
    total = _Count(*map(sum, zip(*counts, strict=True))) if counts else _Count()
    message = _(
        "pieces: {pieces}, sections: {sections}, turns: {turns}, speakers: {speakers}, "
        "lines set aside: {set_aside}, doubts: {doubts}"
    )
    out.note(message.format(**total._asdict()))
