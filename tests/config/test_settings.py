from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.config.settings import Settings, load_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def config(home: Path) -> Path:
    """Return the path of the configuration file, in a folder that exists."""
    folder = home / "xdg_config_home" / "roundtable"
    folder.mkdir(parents=True)
    return folder / "config.toml"


def refuse(message: str) -> None:
    raise AssertionError(message)


def test_without_anything_the_defaults_hold() -> None:
    assert load_settings(warn=refuse) == Settings()


def test_a_flag_wins_over_the_environment_and_that_over_the_file(config: Path) -> None:
    config.write_text('lang = "ja"\nmeasure = 100\ntheme = "paper"\nmouse = false\n')
    environ = {"ROUNDTABLE_MEASURE": "60", "ROUNDTABLE_LANG": "en", "ROUNDTABLE_THEME": ""}
    settings = load_settings({"lang": "ja-JP", "library": None}, environ=environ, warn=refuse)
    assert settings == Settings(lang="ja", measure=60, theme="paper", mouse=False)
    assert load_settings(environ=environ, warn=refuse).lang == "en"
    assert load_settings(warn=refuse) == Settings(lang="ja", measure=100, theme="paper", mouse=False)


def test_an_unknown_key_names_the_nearest_and_the_rest_holds(config: Path) -> None:
    config.write_text("# Mine\nmesure = 100\nmouse = false\n\n[kyes]\nx = 1\n")
    said: list[str] = []
    assert load_settings(warn=said.append) == Settings(mouse=False)
    assert len(said) == 2
    assert said[0] == f"{config}:2: there is no setting mesure; did you mean measure?"
    assert said[1] == f"{config}:5: there is no setting kyes; did you mean keys?"


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("measure = 'wide'", "20 to 400"),
        ("measure = 19", "20 to 400"),
        ("measure = true", "20 to 400"),
        ("measure = 80.5", "20 to 400"),
        ("lang = 'fr'", "en, ja"),
        ("lang = ['ja']", "en, ja"),
        ("ambiguous = 'broad'", "auto, narrow, wide"),
        ("ambiguous = {}", "auto, narrow, wide"),
        ("library = ''", "folder"),
        ("library = 3", "folder"),
        ("theme = false", "dark, paper, high-contrast"),
        ("theme = 'papper'", "did you mean paper?"),
        ("theme = 'contrast'", "did you mean high-contrast?"),
        ("mouse = 'perhaps'", "true or false"),
        ("mouse = 2", "true or false"),
    ],
)
def test_a_wrong_value_says_the_file_the_key_what_was_found_and_what_is_right(
    config: Path, line: str, right: str
) -> None:
    config.write_text(line)
    said: list[str] = []
    assert load_settings(warn=said.append) == Settings()
    (message,) = said
    key, _, found = line.partition(" = ")
    assert f"{config}:1: {key}" in message
    assert found.strip("'").lower() in message.lower()
    assert right in message


@pytest.mark.parametrize("broken", [b"measure = ", b"\xff\xfe", b"a = 1\na = 2", b"x = " + b"[" * 9999])
def test_a_broken_file_never_stops_the_program(config: Path, broken: bytes) -> None:
    config.write_bytes(broken)
    said: list[str] = []
    assert load_settings(environ={"ROUNDTABLE_MEASURE": "44"}, warn=said.append) == Settings(measure=44)
    assert len(said) == 1
    assert str(config) in said[0]


def test_a_folder_in_place_of_the_file_never_stops_the_program(config: Path) -> None:
    config.mkdir()
    said: list[str] = []
    assert load_settings(warn=said.append) == Settings()
    assert len(said) == 1


def test_a_wrong_word_in_the_environment_names_its_variable() -> None:
    said: list[str] = []
    assert load_settings(environ={"ROUNDTABLE_MOUSE": "maybe"}, warn=said.append) == Settings()
    assert len(said) == 1
    assert "ROUNDTABLE_MOUSE" in said[0]


@pytest.mark.parametrize(("word", "mouse"), [("0", False), ("off", False), ("No", False), ("1", True), ("TRUE", True)])
def test_words_for_yes_and_no(word: str, mouse: bool) -> None:
    assert load_settings(environ={"ROUNDTABLE_MOUSE": word}, warn=refuse).mouse is mouse


@pytest.mark.parametrize("word", ["high-contrast-light", "High Contrast Light", "high_contrast_light"])
def test_a_theme_is_known_however_its_name_is_put_together(word: str) -> None:
    assert load_settings(environ={"ROUNDTABLE_THEME": word}, warn=refuse).theme == "high-contrast-light"
    assert load_settings(environ={"ROUNDTABLE_THEME": "color-blind"}, warn=refuse).theme == "colour-blind"


def test_a_library_in_the_file_is_found_from_the_file_and_one_in_the_environment_from_here(
    config: Path, home: Path
) -> None:
    config.write_text('library = "talks"')
    assert load_settings(warn=refuse).library == str(config.parent / "talks")
    config.write_text('library = "~/talks"')
    assert load_settings(warn=refuse).library == str(home / "talks")
    assert load_settings(environ={"ROUNDTABLE_LIBRARY": "talks"}, warn=refuse).library == "talks"


def test_every_setting_can_be_read_and_is_documented_by_name() -> None:
    from roundtable_tui.config.values import READERS

    assert (*READERS, "keys") == Settings._fields
