"""The lines of a TOML file on which its keys stand, which `tomllib` does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str, ...]
"""A key with the tables it lies in: ("keys", "turn.next")."""


def lines_of(text: str) -> dict[Path, int]:
    """Return the line, from 1, on which each key and each table of the sound TOML document `text` begins.

    A statement of TOML is a line, or several where a value goes on: the text is read line by line, and as soon as what
    was read is sound by itself, that was a statement. Keys inside an inline table count as well, those in arrays not.
    """
    import tomllib

    found: dict[Path, int] = {}
    table: Path = ()
    statement, begun = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if not statement:
            begun = number
        statement += line + "\n"
        try:
            read = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        heading = statement.lstrip().startswith("[")
        paths = list(_paths(read))
        if heading:
            table = paths[-1]
        for path in paths:
            found.setdefault(path if heading else (*table, *path), begun)
        statement = ""
    return found


def _paths(table: dict[str, object], above: Path = ()) -> Iterator[Path]:
    """Yield every key of `table` and of the tables in it, outer ones first."""
    for key, value in table.items():
        path = (*above, key)
        yield path
        # `[[name]]` is read as a list with an empty table.
        inner = value[0] if isinstance(value, list) and value == [{}] else value
        if isinstance(inner, dict):
            yield from _paths(inner, path)
