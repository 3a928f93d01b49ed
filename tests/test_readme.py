"""What the READMEs and guides show is what the program does: sessions are run, transcripts and settings loaded."""

from __future__ import annotations

import html
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from roundtable_tui.config.settings import Settings, load_settings
from roundtable_tui.importers.registry import IMPORTERS
from roundtable_tui.source.load import load_text
from roundtable_tui.tui.commands import COMMANDS, key_label
from roundtable_tui.tui.commands.key_map import read_key_lines

ROOT = Path(__file__).parents[1]
READMES = {"README.md": "C.UTF-8", "README.ja.md": "ja_JP.UTF-8"}
"""Each README and the locale of whoever reads it."""
GUIDES = {"docs/guide.md": "C.UTF-8", "docs/guide.ja.md": "ja_JP.UTF-8"}
DOCUMENTS = {**READMES, **GUIDES, "docs/import.md": "C.UTF-8"}
"""Each document with sessions."""
EACH_README = pytest.mark.parametrize("name", READMES)
EACH_WITH_SETTINGS = pytest.mark.parametrize("name", [*READMES, *GUIDES])
EACH_GUIDE = pytest.mark.parametrize("name", GUIDES)
ELIDED = "…"


def blocks(name: str, kind: str) -> list[str]:
    found = re.findall(rf"^```{kind}\n(.*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert found
    return found


def sessions(name: str) -> list[tuple[str, str]]:
    """Return each command of the sessions in a README, and what it shows below the command."""
    text = "".join(blocks(name, "console"))
    starts = [match.start() for match in re.finditer(r"^\$ ", text, re.MULTILINE)] + [len(text)]
    parts = [text[start:end].partition("\n") for start, end in pairwise(starts)]
    return [(command.removeprefix("$ "), shown) for command, _, shown in parts]


def pattern(shown: str) -> str:
    """Return the regular expression of what is shown, in which a line of `…` stands for any lines."""
    lines = [r"(?:.*\n)*?" if line == ELIDED else re.escape(line) + r"\n" for line in shown.splitlines()]
    return "".join(lines)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_session_in_a_document_goes_as_shown(name: str, tmp_path: Path) -> None:
    for folder in ("docs", "transcripts"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    environment = {**os.environ, "LANG": DOCUMENTS[name], "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    for command, shown in sessions(name):
        program, *arguments = shlex.split(command)
        assert program == "roundtable"
        done = subprocess.run(
            [sys.executable, "-m", "roundtable_tui", *arguments],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, command
        assert re.fullmatch(pattern(shown), done.stdout), f"{command}\n{done.stdout}"


@EACH_README
def test_every_transcript_in_a_readme_is_one_without_problems(name: str) -> None:
    for text in blocks(name, "yaml"):
        loaded = load_text(text, id="010", path="010.yaml")
        assert loaded.transcript is not None
        assert loaded.problems == ()


@EACH_WITH_SETTINGS
def test_the_settings_in_a_document_are_all_there_are_and_are_taken_as_they_stand(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (text,) = blocks(name, "toml")
    assert set(tomllib.loads(text)) == set(Settings._fields)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    (home / "roundtable").mkdir()
    (home / "roundtable" / "config.toml").write_text(text, encoding="utf-8")
    warnings: list[str] = []
    settings = load_settings(warn=warnings.append)
    assert (*warnings, *read_key_lines(settings.keys).problems) == ()


@pytest.mark.parametrize("name", [*DOCUMENTS, "docs/reading.md"])
def test_every_link_and_picture_in_a_document_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text(encoding="utf-8"))
    assert links or name == "docs/import.md"
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def keys_of(name: str) -> set[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {html.unescape(key) for key in re.findall(r"<kbd>(.+?)</kbd>", text)}


@EACH_GUIDE
def test_every_key_in_a_guide_does_something(name: str) -> None:
    assert keys_of(name) - {key_label(key) for command in COMMANDS for key in command.keys} == set()


def test_both_guides_tell_of_the_same_keys_and_settings_and_have_pictures_of_the_same() -> None:
    english, japanese = GUIDES
    assert len(keys_of(english)) > 40
    assert keys_of(english) == keys_of(japanese)
    of_each = [
        {
            re.sub(r"\.(en|ja)\.png", "", link)
            for link in re.findall(r"\]\((images/\S+)\)", (ROOT / name).read_text("utf-8"))
        }
        for name in GUIDES
    ]
    assert of_each[0] == of_each[1]


@EACH_README
def test_every_key_in_a_readme_does_something(name: str) -> None:
    rows = re.findall(r"^\| (`.*?) \|", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    keys = {key for row in rows for key in re.findall(r"`(.+?)`", row)}
    assert keys
    assert keys - {key_label(key) for command in COMMANDS for key in command.keys} == set()


def test_both_readmes_have_the_same_two_commands() -> None:
    english, japanese = (blocks(name, "sh")[:2] for name in READMES)
    assert english == japanese


def test_every_format_is_in_the_table_of_what_is_imported() -> None:
    table = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| [^|`]+ \| `(\w+)` \|", table, re.MULTILINE)) == {one.name for one in IMPORTERS}
