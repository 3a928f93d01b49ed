"""Which keys each command has now: those that the reader's user chose, else the declared ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_chosen: dict[str, tuple[str, ...]] = {}


def use_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Let the commands with the ids in `chosen` have those keys from now on, and every other one its declared keys."""
    _chosen.clear()
    _chosen.update(chosen)


def keys_in_force(command: str, declared: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of the command with that id, which is declared with the keys `declared`."""
    return _chosen.get(command, declared)


def any_chosen() -> bool:
    """Return whether any command has other keys than the declared ones."""
    return bool(_chosen)
