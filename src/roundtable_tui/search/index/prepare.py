"""From a file to what the index keeps of it."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.hit import FIELDS
from roundtable_tui.search.index.records import StoredPiece, StoredVoice, packed_name, packed_number
from roundtable_tui.search.rows import rows_of
from roundtable_tui.source.encoding import ForeignEncoding, decode
from roundtable_tui.source.file import UnreadableError, read_bytes
from roundtable_tui.source.load import load_text

if TYPE_CHECKING:
    from roundtable_tui.library.scan import Stamp
    from roundtable_tui.model import Participant, Transcript
    from roundtable_tui.search.rows import Row

_FIELD = {field: number for number, field in enumerate(FIELDS)}


class PreparedRow(NamedTuple):
    """A row before it has a number: `voice` counts the voices of its piece."""

    field: int
    turn: int | None
    voice: int | None
    section: int | None
    label: str
    text: str


class Prepared(NamedTuple):
    """A file, read and taken apart; `record` and `voices` have no numbers yet."""

    record: StoredPiece
    voices: tuple[StoredVoice, ...] = ()
    rows: tuple[PreparedRow, ...] = ()


def read_hash(path: str) -> tuple[bytes | None, bytes]:
    """Return the content of the file at `path`, None where it cannot be read, and its hash, empty then."""
    try:
        content = read_bytes(path)
    except UnreadableError:
        return None, b""
    return content, blake2b(content, digest_size=16).digest()


def prepare(name: str, own: str, stamp: Stamp, settled: bool, content: bytes | None, digest: bytes) -> Prepared:
    """Return the file called `name`, whose piece has the id `own`, as the index keeps it; nothing makes this raise."""
    transcript = None
    if content is not None:
        try:
            transcript = load_text(decode(content), id=own, path=name, warnings=False).transcript
        except ForeignEncoding:
            transcript = None
    record = _record(name, own, stamp, settled, digest, transcript)
    if transcript is None:
        return Prepared(record)
    voices: dict[Participant | str, int] = {}
    sections = {section.path: at for at, section in enumerate(transcript.all_sections)}
    rows = tuple(_row(row, voices, sections) for row in rows_of(transcript) if _can_be_kept(row.text))
    said = sum(len(row.text) for row in rows if row.field == _FIELD["text"])
    return Prepared(record._replace(characters=said), tuple(map(_voice, voices)), rows)


def _can_be_kept(text: str) -> bool:
    """Half a surrogate pair, which no file in UTF-8 has, would make SQLite refuse the piece."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _row(row: Row, voices: dict[Participant | str, int], sections: dict[tuple[int, ...], int]) -> PreparedRow:
    turn = row.turn
    who: Participant | str | None = row.speaker
    if turn and turn.kind == "speech" and who is None:
        who = turn.label
    voice = voices.setdefault(who, len(voices)) if who else None
    label = turn.shown_label if turn and turn.kind != "figure" else ""
    number = turn.number if turn else None
    return PreparedRow(_FIELD[row.field], number, voice, sections.get(row.section_path), label, row.text)


def _voice(who: Participant | str) -> StoredVoice:
    if isinstance(who, str):
        return StoredVoice(0, 0, who)
    names = (who.label, who.name, who.kana, who.org, who.role, who.side)
    return StoredVoice(0, 1, *names, json.dumps(who.aliases, ensure_ascii=False), int(who.collective))


def _record(
    name: str, own: str, stamp: Stamp, settled: bool, digest: bytes, transcript: Transcript | None
) -> StoredPiece:
    sections = transcript.all_sections if transcript else ()
    headings = [[section.path, transcript.headings(section.path)] for section in sections] if transcript else []
    return StoredPiece(
        0,
        packed_name(name),
        *stamp,
        settled=int(settled),
        hash=digest,
        piece=packed_name(own),
        title=transcript.title if transcript else "",
        subtitle=transcript.subtitle if transcript else "",
        series=transcript.series if transcript else "",
        issue=packed_number(transcript.issue) if transcript else None,
        part=packed_number(transcript.part) if transcript else None,
        held=transcript.held if transcript else "",
        published=transcript.published if transcript else "",
        readable=int(transcript is not None),
        readings=None,
        first=0,
        last=0,
        sections=json.dumps(headings, ensure_ascii=False),
        characters=0,
    )
