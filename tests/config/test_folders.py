from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from roundtable_tui.config.folders import cache_folder, config_folder, state_folder

FOLDERS = {
    config_folder: platformdirs.user_config_path,
    cache_folder: platformdirs.user_cache_path,
    state_folder: platformdirs.user_state_path,
}


@pytest.mark.parametrize(
    "value", [None, "", "/elsewhere", "relative/folder", "~/tilde", "/with space/日本", "/trailing/"]
)
@pytest.mark.parametrize("home_folder", ["/home/someone", "", "relative", "/"])
def test_the_folders_are_the_platforms(value: str | None, home_folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home_folder)
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        if value is None:
            monkeypatch.delenv(name)
        else:
            monkeypatch.setenv(name, value)
    for ours, theirs in FOLDERS.items():
        assert Path(ours()) == theirs("roundtable", appauthor=False)
