"""The tables of the index, and what each column holds."""

VERSION = 3
"""Raised with every change of a table, of `rows_of`, of the tokens or of folding; it is part of the file's name.

An index is made anew for every release of the program as well, so this is for what changes between two of them.
"""

APPLICATION = 0x526F7549
"""SQLite's application id of an index ("RouI"), so that another program's file is not taken for one."""

TOP = 1 << 40
"""Where the numbers of rows begin: the first pieces go below it, newer ones above."""

PIECE = (
    "id",  # a number that filter tokens and rows name the piece by
    "name",  # of the file; bytes where it is no Unicode text
    "size",  # `Stamp` of the file, with `mtime_ns`, `ctime_ns` and `inode`
    "mtime_ns",
    "ctime_ns",
    "inode",
    "settled",  # 1: the stamp says enough; 0: the file had just changed, and its hash decides
    "hash",  # BLAKE2b, 16 bytes, of the file as it was indexed; empty where it could not be read or is in doubt
    "piece",  # the id that `Library` knows it by; bytes where it is no Unicode text
    "title",  # as in the file, like all words below; empty where it has none
    "subtitle",
    "series",
    "issue",  # integer or NULL; digits as text beyond 63 bits, like `part`
    "part",
    "held",  # ISO 8601 of reduced precision, like `published`; empty where unknown
    "published",
    "readable",  # 0: the file cannot be opened as a transcript and has no rows
    "readings",  # name of the analyser that the readings come from, '' for none; NULL until the second pass was there
    "first",  # its rows are [first, last), in the order of `rows_of`, without a gap; 0 and 0 without rows
    "last",
    "sections",  # JSON: for each section [[1-based path], [headings from the outermost inwards]]
    "characters",  # code points of all its turns
    "crc",  # CRC-32 over all the columns before it
)
"""One row for each file of the library."""

VOICE = (
    "id",
    "participant",  # 1: somebody in a list of participants; 0: a label that names nobody
    "label",  # as in the file, like all of these; see `model.Participant`
    "name",
    "kana",
    "org",
    "role",
    "side",
    "aliases",  # JSON list
    "collective",  # 0 or 1
    "crc",
)
"""Everybody who speaks or is listed; equal people of several pieces are one voice."""

ROW = (
    "id",  # the higher, the newer the piece; ascending in reading order within one
    "piece",  # piece.id
    "field",  # index into `search.hit.FIELDS`
    "turn",  # number of the turn from 1; NULL outside turns
    "voice",  # voice.id of who says it, or of the participant that the row is about; NULL for nobody
    "section",  # index into piece.sections; NULL outside sections
    "label",  # of a turn, as printed; '' elsewhere and for figures
    "text",  # exactly as `rows_of` gives it
    "words",  # `readings.encode` of its words; NULL until the second pass was there
    "crc",
)
"""Everything that can be found."""

_GRAM = (
    "CREATE VIRTUAL TABLE gram USING fts5(b, content='', detail=none, columnsize=0, tokenize='ascii')",
    # Bytes that a transaction gathers before it writes them out: a transaction of `update` fits.
    "INSERT INTO gram (gram, rank) VALUES ('hashsize', 16777216)",
)
"""The tokens of each row by its number; absent where SQLite has no FTS5."""


def statements(grams: bool) -> tuple[str, ...]:
    """Return what makes the tables of an empty file; without `grams` all but the one that needs FTS5."""
    tables = (
        "CREATE TABLE origin (made_by TEXT NOT NULL)",
        f"CREATE TABLE piece ({_columns(PIECE)}, UNIQUE (name))",
        f"CREATE TABLE voice ({_columns(VOICE)})",
        # Who is in which piece, so that a voice goes with the last piece that has it.
        "CREATE TABLE heard (piece, voice, PRIMARY KEY (piece, voice)) WITHOUT ROWID",
        f"CREATE TABLE row ({_columns(ROW)})",
        # Folded, with its collapsed reading ('' for kana and Latin words) and the number of rows that hold it.
        "CREATE TABLE word (word, reading, count, crc, PRIMARY KEY (word, reading)) WITHOUT ROWID",
    )
    return (*tables, *_GRAM) if grams else tables


def _columns(names: tuple[str, ...]) -> str:
    """The columns without a type, which SQLite would convert to; the first is the row's number."""
    return ", ".join([f"{names[0]} INTEGER PRIMARY KEY", *names[1:]])
