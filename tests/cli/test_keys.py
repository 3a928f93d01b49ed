from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from roundtable_tui.cli.main import main
from roundtable_tui.text.cells import width
from roundtable_tui.tui.commands import COMMANDS, key_label

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_command_is_listed_once_with_all_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = {line.split()[-1]: line for line in lines if line.startswith("  ")}
    assert rows.keys() == {command.id for command in COMMANDS}
    for command in COMMANDS:
        assert rows[command.id].split(command.description)[0].split() == " ".join(map(key_label, command.keys)).split()
    assert {line for line in lines if line and not line.startswith(" ")} == {command.group for command in COMMANDS}


def test_the_columns_stand_under_one_another_in_japanese_too(capsys: pytest.CaptureFixture[str]) -> None:
    main(["keys", "--lang", "ja"])
    lines = capsys.readouterr().out.splitlines()
    ids = {command.id for command in COMMANDS}
    assert (
        len({width(line[: line.rindex(" ")]) for line in lines if line.split()[-1:] and line.split()[-1] in ids}) == 1
    )


def test_the_keys_are_listed_without_textual() -> None:
    code = "import sys; from roundtable_tui.cli.main import main; main(['keys']); print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_the_users_own_keys_are_listed_and_what_is_wrong_with_them_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = home / "xdg_config_home" / "roundtable" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\nturn.next = ["a", "Ctrl-Y"]\n\n"turn.previous" = [\n "pgdwn",\n]\n"part.next" = []\n')
    assert main(["keys", "--lang", "en"]) == 1
    said = capsys.readouterr()
    rows = {line.split()[-1]: line for line in said.out.splitlines() if line.startswith("  ")}
    assert rows["turn.next"].split()[:3] == ["a", "^Y", "Go"]
    assert rows["turn.previous"].split()[:2] == ["{", "Go"]
    assert rows["part.next"].split()[:2] == ["Open", "the"]
    assert said.err == f"roundtable: {config}:4: no terminal sends a key pgdwn; did you mean pgdown?\n"
    config.write_text('[keys]\n"turn.next" = "a"\n')
    assert main(["keys"]) == 0
    assert capsys.readouterr().err == ""
