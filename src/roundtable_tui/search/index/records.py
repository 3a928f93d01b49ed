"""What is kept of a piece, of a voice and of a row, and the checksums without which none of it is shown."""

import os
from binascii import crc32
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.library.scan import Stamp
from roundtable_tui.search.hit import PieceLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.model.participant import Participant

Name = str | bytes
"""A file name or an id as SQLite can keep it: its bytes where it is no Unicode text."""

_MOST = 1 << 63


class StoredPiece(NamedTuple):
    """A file of the library as the table `piece` has it, without its checksum; see `schema.PIECE`."""

    id: int
    name: Name
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    settled: int
    hash: bytes
    piece: Name
    title: str
    subtitle: str
    series: str
    issue: int | str | None
    part: int | str | None
    held: str
    published: str
    readable: int
    readings: str | None
    first: int
    last: int
    sections: str
    characters: int

    @property
    def stamp(self) -> Stamp:
        """The state of the file that the piece was indexed from."""
        return Stamp(self.size, self.mtime_ns, self.ctime_ns, self.inode)

    @property
    def date(self) -> str:
        """When the talk was held, or when it was published where that is not known."""
        return self.held or self.published

    @property
    def label(self) -> PieceLabel:
        """What a hit says of the piece."""
        return PieceLabel(
            id=unpacked_name(self.piece),
            title=self.title,
            series=self.series,
            issue=None if self.issue is None else int(self.issue),
            part=None if self.part is None else int(self.part),
            held=self.held,
        )

    def section_list(self) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
        """Return the path of every section and the headings down to it, in the order that rows count them."""
        import json

        return [(tuple(path), tuple(headings)) for path, headings in json.loads(self.sections)]


class StoredVoice(NamedTuple):
    """Somebody who speaks or is listed, without the checksum; see `schema.VOICE`."""

    id: int
    participant: int
    label: str
    name: str = ""
    kana: str = ""
    org: str = ""
    role: str = ""
    side: str = ""
    aliases: str = "[]"
    collective: int = 0

    def person(self) -> "Participant | None":
        """Return the participant, as in the file but for the line; None for a label that names nobody."""
        if not self.participant:
            return None
        from roundtable_tui.model.participant import Participant

        aliases: tuple[str, ...] = ()
        if self.aliases != "[]":
            import json

            aliases = tuple(json.loads(self.aliases))
        rest = (self.label, self.name, self.kana, self.org, self.role, self.side)
        return Participant(*rest, aliases=aliases, collective=bool(self.collective))


class StoredRow(NamedTuple):
    """A row, without its checksum; see `schema.ROW`."""

    id: int
    piece: int
    field: int
    turn: int | None
    voice: int | None
    section: int | None
    label: str
    text: str
    words: bytes | None


def checksum(values: "Iterable[object]") -> int:
    """Return the CRC-32 of the columns of a piece, a voice or a word."""
    return crc32(repr(tuple(values)).encode("utf-8", "surrogatepass"))


def row_checksum(row: "Sequence[object]") -> int:
    """Return the CRC-32 of the columns of a row in the order of `StoredRow`; -1, which none has, for damaged ones."""
    text, words = row[7], row[8]
    if not isinstance(text, str) or not (words is None or isinstance(words, bytes)):
        return -1
    place = crc32(repr((row[:7], len(text), words is None)).encode("utf-8", "surrogatepass"))
    return crc32(words or b"", crc32(text.encode("utf-8", "surrogatepass"), place))


def packed_name(name: str) -> Name:
    """Return a file name or id as SQLite can keep it."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name


def unpacked_name(name: Name) -> str:
    """Return what `packed_name` packed."""
    return name if isinstance(name, str) else os.fsdecode(name)


def packed_number(number: int | None) -> int | str | None:
    """Return a number as SQLite can keep it: its digits beyond 63 bits."""
    return number if number is None or -_MOST <= number < _MOST else str(number)
