"""The table `[keys]` of the configuration file, as it is written: what ids and keys mean is not known here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class KeyLine(NamedTuple):
    """What the file says about the command `id`. `place` finds the file and the line, when somebody is to be told."""

    id: str
    found: object
    place: Callable[[], str]


def key_lines(table: dict[str, object], place: Callable[[tuple[str, ...]], str]) -> tuple[KeyLine, ...]:
    """Return a line for each command named in `table`, in its order.

    `turn.next = "j"` without quotation marks is a table in a table to TOML, and the same to us. `place` says where the
    key at a path is written.
    """
    return tuple(_lines(table, ("keys",), "", place))


def _lines(
    table: dict[str, object], above: tuple[str, ...], begun: str, place: Callable[[tuple[str, ...]], str]
) -> Iterator[KeyLine]:
    for key, value in table.items():
        path = (*above, key)
        if isinstance(value, dict):
            yield from _lines(value, path, f"{begun}{key}.", place)
        else:
            yield KeyLine(begun + key, value, lambda path=path: place(path))  # type: ignore[misc]
