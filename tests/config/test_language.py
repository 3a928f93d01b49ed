from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.config import language
from roundtable_tui.config.language import _, set_language

if TYPE_CHECKING:
    from types import ModuleType

TOOL = Path(__file__).parents[2] / "tools" / "catalogue.py"
KNOWN = "search every back issue"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Return the tool that keeps the catalogues, as a module."""
    spec = importlib.util.spec_from_file_location("catalogue", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_english_is_the_message_itself_and_imports_no_gettext() -> None:
    code = (
        "import sys; from roundtable_tui.config.language import _, set_language; set_language(None)\n"
        f"assert _({KNOWN!r}) == {KNOWN!r}; assert 'gettext' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("tag", ["ja", "ja-JP", "ja_JP.UTF-8", "JA", "ja.eucJP"])
def test_japanese_speaks_japanese(tag: str) -> None:
    set_language(tag)
    assert language.language() == "ja"
    assert _(KNOWN) != KNOWN
    assert _("a message that nobody has translated") == "a message that nobody has translated"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ja_JP"}, "ja"),
        ({"LANG": "ja_JP", "LC_ALL": ""}, "ja"),
        ({"LANG": "fr_FR"}, "en"),
        ({"LANG": "jabberwocky"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_names_the_language_in_the_order_of_posix(
    variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANG")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    set_language(None)
    assert language.language() == expected


def test_every_message_is_translated_and_compiled() -> None:
    done = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run `python tools/catalogue.py` and translate:\n{done.stderr}"


def test_translations_fill_in_what_the_message_fills_in(tool: ModuleType) -> None:
    from string import Formatter

    def filled_in(text: str) -> list[tuple[str | None, ...]]:
        parts = ((field, form, conversion) for _text, field, form, conversion in Formatter().parse(text))
        return sorted((part for part in parts if part[0] is not None), key=repr)

    for name in tool.LANGUAGES:
        po = tool.LOCALE / name / "LC_MESSAGES" / "roundtable.po"
        for message, text in tool.read_po(po.read_text(encoding="utf-8")).items():
            if message and text:
                assert filled_in(text) == filled_in(message), message


def test_a_translation_keeps_commands_and_options_as_they_are_typed(tool: ModuleType) -> None:
    import re

    typed = re.compile(r"--[a-z-]+|`[^`]*`")
    for name in tool.LANGUAGES:
        po = tool.LOCALE / name / "LC_MESSAGES" / "roundtable.po"
        for message, text in tool.read_po(po.read_text(encoding="utf-8")).items():
            if message and text:
                assert set(typed.findall(message)) <= set(typed.findall(text)), message


def test_the_tool_finds_messages_keeps_translations_and_drops_what_is_gone(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "a.py").write_text('x = _("one"); y = N_("two " "parts")\n_(variable)\nother("three")\n')
    used = tool.messages(tmp_path / "pkg")
    assert used == {"one": ["pkg/a.py"], "two parts": ["pkg/a.py"]}
    text = tool.write_po("ja", used, {"one": '一つ "の"\n\\', "gone": "去"})
    assert tool.read_po(text) | {"": ""} == {"": "", "one": '一つ "の"\n\\', "two parts": ""}
    assert tool.write_po("ja", used, tool.read_po(text)) == text


def test_the_tool_refuses_a_message_that_nobody_could_translate(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('_("one", "two")')
    with pytest.raises(SystemExit, match=r"a\.py:1"):
        tool.messages(tmp_path)


def test_what_the_tool_compiles_gettext_reads(tool: ModuleType, tmp_path: Path) -> None:
    from gettext import GNUTranslations

    pairs = {"": "Content-Type: text/plain; charset=UTF-8\n", "b": "い", "a": "あ", "none": ""}
    path = tmp_path / "x.mo"
    path.write_bytes(tool.compile_mo(pairs))
    with path.open("rb") as file:
        read = GNUTranslations(file)
    assert (read.gettext("a"), read.gettext("b"), read.gettext("none")) == ("あ", "い", "none")
