"""What the library knows of a piece without opening its file."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One file of a library: what the lists show, and whether the file has problems.

    Text is as in the file and empty where it has none; `title` is empty too where the file could not be read at all.
    A named tuple, since ten thousand of them are made before the list of a large library is drawn.
    """

    id: str
    """The file's stem; the whole name where another file took the stem before (see `identity`)."""
    path: str
    title: str
    subtitle: str
    series: str
    issue: int | None
    part: int | None
    parts: int | None
    held: str
    """ISO 8601 date of reduced precision, as `published`."""
    held_label: str
    published: str
    lang: str
    previous: str
    """The id that the file itself names as the piece before this one, as `next` for the one after."""
    next: str
    turns: int
    sections: int
    participants: tuple[str, ...]
    """Full names in the order of the file."""
    characters: int
    """Code points of all turns together."""
    errors: int
    warnings: int
    first_problem: str
    """The first error, else the first warning, as `line:column: level: message` (no place for the file as a whole)."""
    size: int
    """Of the file, in bytes."""
    mtime_ns: int
    """When the file was last changed, in nanoseconds since 1970."""

    @property
    def shown_title(self) -> str:
        """The title, or the id of a file that has none that could be read."""
        return self.title or self.id

    @property
    def date(self) -> str:
        """When the talk was held, or when it was published where that is not known."""
        return self.held or self.published
