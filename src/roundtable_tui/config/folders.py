"""The platform's folders for settings, for what can be made again and for what cannot.

Paths are plain text here: importing `pathlib` costs a third of a bare Python start, which not every command needs.
"""

from __future__ import annotations

import os
import sys

APP = "roundtable"


def config_folder() -> str:
    """Return the folder of `config.toml`, which may not exist. Raises OSError where there is no home folder."""
    return _folder("user_config_dir", "XDG_CONFIG_HOME", ".config")


def cache_folder() -> str:
    """Return the folder of what can be made again; it may not exist. Raises OSError where there is no home folder."""
    return _folder("user_cache_dir", "XDG_CACHE_HOME", ".cache")


def state_folder() -> str:
    """Return the folder of what must not be lost; it may not exist. Raises OSError where there is no home folder."""
    return _folder("user_state_dir", "XDG_STATE_HOME", ".local/state")


def _folder(rule: str, variable: str, default: str) -> str:
    """Return the folder that `platformdirs` names.

    On Linux the XDG Base Directory rule is applied here, since importing `platformdirs` costs a third of a bare
    Python start; a test holds that both say the same. Every other system, and every doubt, is left to `platformdirs`.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        base = os.environ.get(variable, "")
        home = os.environ.get("HOME", "")
        if base.startswith("/"):
            return _joined(base, APP)
        if home.startswith("/"):
            return _joined(home, default, APP)
    import platformdirs

    try:
        return str(getattr(platformdirs, rule)(APP, appauthor=False))
    except RuntimeError as error:
        raise OSError(str(error)) from error


def _joined(*parts: str) -> str:
    return os.path.join(*parts)  # noqa: PTH118
