"""What a reader may set, and where each setting comes from."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from roundtable_tui.config.folders import config_folder
from roundtable_tui.config.language import _
from roundtable_tui.config.values import READERS

if TYPE_CHECKING:
    from roundtable_tui.config.key_table import KeyLine

FILE = "config.toml"


class Settings(NamedTuple):
    """Every setting with its default.

    A named tuple, because a dataclass would cost every command as much as a bare Python start (it imports `inspect`).
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

    pictures: str = "auto"
    """How pictures are drawn: `cells` of colour, `off` not at all, `auto` as finely as the terminal can."""

    mouse: bool = True
    """Whether the reader listens to the mouse."""

    hints: bool = True
    """Whether the reader shows a few keys to those who are new to it."""

    keys: "tuple[KeyLine, ...]" = ()
    """The table `[keys]` of the configuration file, unread: the reader alone knows its commands and keys."""


def load_settings(
    flags: Mapping[str, object] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    warn: Callable[[str], None] = lambda message: None,
) -> Settings:
    """Return the settings: `flags` (None is not given), else `ROUNDTABLE_*`, else `config.toml`, else the defaults.

    Never raises: what is wrong is left out and told to `warn`, one message each, with the place, what was found and
    what would be right. Flags are checked by the command line; a wrong one is left out in silence here.
    """
    values = _from_file(warn)
    variables = os.environ if environ is None else environ
    for name in READERS:
        variable = f"ROUNDTABLE_{name.upper()}"
        if variables.get(variable):
            _take(values, name, variables[variable], lambda variable=variable: variable, warn)  # type: ignore[misc]
    for name, value in (flags or {}).items():
        _take(values, name, value, str, lambda message: None)
    return Settings(**values)


def _take(
    values: dict[str, Any], name: str, found: object, place: Callable[[], str], warn: Callable[[str], None]
) -> None:
    """Set `values[name]` to what `found` means, or tell `warn` that it means nothing."""
    try:
        values[name] = READERS[name](found)
    except ValueError as right:
        warn(_("{place} is {found}, but it is to be {right}").format(place=place(), found=repr(found), right=right))


def _from_file(warn: Callable[[str], None]) -> dict[str, Any]:
    """Return the settings in the configuration file; none where there is no file or it cannot be read."""
    try:
        path = os.path.join(config_folder(), FILE)  # noqa: PTH118
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        warn(_("the settings are not read: {reason}").format(reason=error))
        return {}
    import tomllib

    try:
        text = data.decode()
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or a number of thousands of digits
        warn(_("{path} is not read, it is no TOML: {reason}").format(path=path, reason=error))
        return {}
    return _from_table(table, _Places(path, text), warn)


class _Places:
    """Says where in the file a key is written; looks for it only when somebody is to be told."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text
        self._lines: dict[tuple[str, ...], int] | None = None

    def __call__(self, key: tuple[str, ...]) -> str:
        if self._lines is None:
            from roundtable_tui.config.toml_lines import lines_of

            self._lines = lines_of(self._text)
        return f"{self.path}:{self._lines[key]}" if key in self._lines else self.path


def _from_table(table: dict[str, object], places: _Places, warn: Callable[[str], None]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, found in table.items():
        if key in READERS:
            _take(values, key, found, lambda key=key: f"{places((key,))}: {key}", warn)  # type: ignore[misc]
        elif key == "keys" and isinstance(found, dict):
            from roundtable_tui.config.key_table import key_lines

            values[key] = key_lines(found, places)
        elif key == "keys":
            warn(_("{place}: {key} is to be a table of commands and their keys").format(place=places((key,)), key=key))
        else:
            from roundtable_tui.config.nearest import nearest

            close = nearest(key, Settings._fields)
            hint = _("; did you mean {word}?").format(word=close[0]) if close else ""
            warn(_("{path}: there is no setting {key}").format(path=places((key,)), key=key) + hint)
    if "library" in values:
        named = os.path.expanduser(values["library"])  # noqa: PTH111
        values["library"] = os.path.join(os.path.dirname(places.path), named)  # noqa: PTH118, PTH120
    return values
