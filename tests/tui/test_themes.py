"""Words stand out from their ground and speakers from one another, in every theme and for every eye."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorSystem

from roundtable_tui.config.themes import THEME_NAMES
from roundtable_tui.tui.theme import BY_NAME, SPEAKER_COLOURS, first_theme

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot
    from textual.theme import Theme

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Settle = Callable[[Pilot[int]], Awaitable[None]]
    Look = Callable[[RoundtableApp], list[str]]

Triple = tuple[float, float, float]

COLOURED = [name for name in THEME_NAMES if name != "terminal"]

GROUNDS = ("background", "surface", "panel", "cursor")
WORDS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success", "quiet")
SPEAKERS = tuple(f"speaker-{number}" for number in range(1, SPEAKER_COLOURS + 1))
PAIRS = (
    *((word, ground) for word in WORDS for ground in GROUNDS),
    *((speaker, ground) for speaker in SPEAKERS for ground in ("background", "surface", "cursor")),
    ("mark-text", "mark"),
    ("foreground", "mark-other"),
    ("foreground", "input-selection-background"),
    ("dimmed", "background"),
    ("dimmed", "surface"),
)
"""What carries text, and what it stands on."""

GRAPHIC = {"scrollbar"}
"""Variables that carry no text."""

EYES: dict[str, tuple[Triple, Triple, Triple] | None] = {
    "all colours": None,
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "no red, by Viénot": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "no green, by Viénot": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
"""What is seen without one kind of cone, on linear RGB: Machado, Oliveira and Fernandes 2009 at severity 1; Viénot,
Brettel and Mollon 1999."""

APART = {
    "dark": 18.0,
    "paper": 18.0,
    "high-contrast": 18.0,
    "high-contrast-light": 15.0,
    "colour-blind": 11.0,
    "colour-blind-light": 10.5,
}
"""The least distance (CIEDE2000) of any two speakers; 1 is about the least that is noticed side by side."""


def value(theme: Theme, name: str) -> str:
    return theme.variables.get(name) or getattr(theme, name)


def linear(colour: str) -> Triple:
    """The linear RGB of #rrggbb (IEC 61966-2-1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, eye: tuple[Triple, Triple, Triple] | None) -> Triple:
    """CIELAB (D65) of a colour as that eye sees it."""
    rgb = linear(colour)
    if eye is not None:
        red, green, blue = (min(1.0, max(0.0, _sum_of_products(row, rgb))) for row in eye)
        rgb = red, green, blue
    rows = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (_cube_root(_sum_of_products(row, rgb) / most) for row, most in zip(rows, white, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _sum_of_products(row: Triple, rgb: Triple) -> float:
    return sum(weight * part for weight, part in zip(row, rgb, strict=True))


def _cube_root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def distance(one: Triple, other: Triple) -> float:
    """CIEDE2000 (ISO/CIE 11664-6)."""
    mean = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    (l1, c1, h1), (l2, c2, h2) = (
        (light, math.hypot(a * stretch, b), math.degrees(math.atan2(b, a * stretch)) % 360)
        for light, a, b in (one, other)
    )
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    cosines = ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.2, 4, -63))
    weight = 1 - sum(factor * math.cos(math.radians(times * hue + shift)) for factor, times, shift in cosines)
    d_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    d_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * weight)
    twist = 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    twist *= -math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    return math.sqrt(d_light**2 + d_chroma**2 + d_hue**2 + twist * d_chroma * d_hue)


def nearest_two(colours: list[str], eye: str) -> tuple[float, str, str]:
    labs = {colour: seen(colour, EYES[eye]) for colour in colours}
    return min((distance(labs[one], labs[other]), one, other) for one, other in combinations(colours, 2))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_distances_are_those_of_the_published_examples(one: Triple, other: Triple, apart: float) -> None:
    assert distance(one, other) == pytest.approx(apart, abs=1e-4)


@pytest.mark.parametrize("name", COLOURED)
def test_every_word_stands_out_from_its_ground(name: str) -> None:
    theme = BY_NAME[name]
    least = 7.0 if name.startswith("high-contrast") else 4.5
    found = {pair: contrast(*(value(theme, each) for each in pair)) for pair in PAIRS}
    assert not {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_variable_that_carries_text_is_looked_at(name: str) -> None:
    assert set(BY_NAME[name].variables) - GRAPHIC - {
        "ansi-background",
        "ansi-foreground",
        "input-selection-foreground",
    } == {each for pair in PAIRS for each in pair if each in BY_NAME["dark"].variables}


@pytest.mark.parametrize("name", COLOURED)
def test_what_is_dimmed_recedes_and_can_still_be_read(name: str) -> None:
    theme = BY_NAME[name]
    ground = theme.background or ""
    assert contrast(value(theme, "dimmed"), ground) < 0.5 * contrast(theme.foreground or "", ground)


@pytest.mark.parametrize("name", COLOURED)
def test_no_two_speakers_have_colours_that_are_alike(name: str) -> None:
    colours = [value(BY_NAME[name], speaker) for speaker in SPEAKERS]
    eyes = list(EYES) if name.startswith("colour-blind") else ["all colours"]
    found = {eye: nearest_two(colours, eye) for eye in eyes}
    assert not {eye: two for eye, two in found.items() if two[0] < APART[name]}


def rounded(colour: str) -> str:
    """The colour that a terminal of 256 colours is sent."""
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


# Of the 240 fixed colours only nine stand 7 : 1 from a light ground: there labels tell who speaks.
@pytest.mark.parametrize("name", ["dark", "paper", "high-contrast", "colour-blind"])
def test_speakers_stay_apart_in_a_terminal_of_256_colours(name: str) -> None:
    colours = [rounded(value(BY_NAME[name], speaker)) for speaker in SPEAKERS]
    eyes = list(EYES) if name.startswith("colour-blind") else ["all colours"]
    assert min(nearest_two(colours, eye)[0] for eye in eyes) > 4.0


@pytest.mark.parametrize("name", COLOURED)
def test_words_can_be_read_in_a_terminal_of_256_colours(name: str) -> None:
    theme = BY_NAME[name]
    pairs = [pair for pair in PAIRS if pair[1] == "background"]
    found = {pair: contrast(*(rounded(value(theme, each)) for each in pair)) for pair in pairs}
    assert not {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < 4.5}


def test_a_terminal_of_sixteen_colours_has_a_name_for_each_speaker() -> None:
    colours = [BY_NAME["terminal"].variables[speaker] for speaker in SPEAKERS]
    assert len(set(colours)) == SPEAKER_COLOURS
    assert not {"ansi_black", "ansi_white", "ansi_bright_black", "ansi_bright_white", "ansi_default"} & set(colours)


@pytest.mark.parametrize(
    ("configured", "kept", "few", "first"),
    [
        ("", "", False, "dark"),
        ("", "", True, "terminal"),
        ("", "paper", False, "paper"),
        ("", "paper", True, "terminal"),
        ("high-contrast", "paper", False, "high-contrast"),
        ("high-contrast", "paper", True, "high-contrast"),
        ("", "gone by now", False, "dark"),
        ("gone by now", "paper", False, "paper"),
    ],
)
def test_the_settings_come_before_what_was_chosen_last(configured: str, kept: str, few: bool, first: str) -> None:
    assert first_theme(configured, kept, few_colours=few) == first


async def test_a_key_goes_through_all_themes_and_says_which(reader: Reader, look: Look, settle: Settle) -> None:
    app = reader(theme="terminal")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen_themes = []
        for name in THEME_NAMES:
            await pilot.press("t")
            await settle(pilot)
            seen_themes.append(app.theme)
            assert any(f"Theme: {name}" in line for line in look(app))
        assert seen_themes == [BY_NAME[name].name for name in THEME_NAMES]


async def test_the_theme_chosen_is_there_the_next_time_unless_the_settings_name_one(
    reader: Reader, settle: Settle
) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("T", "j", "j", "enter")
        await settle(pilot)
    assert reader().theme == BY_NAME["high-contrast"].name
    assert reader(theme="paper").theme == BY_NAME["paper"].name


async def test_the_list_shows_each_theme_and_esc_gives_back_the_one_before(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("T")
        await settle(pilot)
        shown = "\n".join(look(app))
        assert all(name in shown for name in THEME_NAMES)
        assert "橋の話①" in shown
        await pilot.press("j")
        await settle(pilot)
        assert app.theme == BY_NAME["paper"].name
        await pilot.press("escape")
        await settle(pilot)
        assert app.theme == BY_NAME["dark"].name
    assert reader().theme == BY_NAME["dark"].name


@pytest.mark.parametrize("size", [(40, 10), (20, 5)])
async def test_the_list_of_themes_fits_a_small_screen(size: tuple[int, int], reader: Reader, settle: Settle) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("T", "G", "enter")
        await settle(pilot)
        assert app.theme == BY_NAME["terminal"].name
