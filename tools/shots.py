"""What the pictures of the documents show: the place that is opened, the keys pressed there, size and theme."""

from __future__ import annotations

from typing import NamedTuple

DARK, PAPER, CONTRAST = "dark", "paper", "high-contrast"


class Way(NamedTuple):
    """The place that is opened, and what is pressed there: names of keys as Textual has them, `text:…` is typed."""

    place: str
    press: tuple[str, ...] = ()


class Shot(NamedTuple):
    """One picture: `name` is that of its file below docs/images, without `.png`."""

    name: str
    lang: str
    way: Way
    size: tuple[int, int] = (100, 30)
    theme: str = DARK


SIZES = {"library": (120, 40), "search": (150, 36)}
"""Columns and rows of what needs more of them: the whole list, and the turns around a hit beside the hits."""

READ_BEFORE = {
    "ja": (
        Way("001", ("i", "r")),
        Way("002-1", ("i", "r")),
        Way("002-2", ("right_square_bracket", "right_square_bracket", "space")),
        Way(
            "003",
            (
                "right_square_bracket",
                "right_curly_bracket",
                "right_curly_bracket",
                "m",
                "text:三行で答える約束のはじまり",
                "enter",
            ),
        ),
        Way("004-1", ("right_curly_bracket", "right_curly_bracket", "m", "text:会議の資料に使う", "enter")),
        Way("006-1", ("right_square_bracket", "right_square_bracket", "right_square_bracket")),
        Way("en-001", ("i", "r")),
    ),
    "en": (
        Way("001", ("i", "r")),
        Way("003", ("right_square_bracket", "right_square_bracket", "space")),
        Way(
            "en-001", ("right_curly_bracket", "right_curly_bracket", "m", "text:for the newsletter", "enter", "i", "r")
        ),
        Way("en-002", ("right_curly_bracket", "right_curly_bracket", "m", "text:quote this on Monday", "enter")),
    ),
}
"""What was read before any picture is made, a day each, by the language of the interface; bookmarks were set there."""

READER = Way("008-1", ("right_square_bracket",) * 3 + ("right_curly_bracket",))

GUIDE: dict[str, dict[str, Way]] = {
    "library": {"ja": Way("008-1", ("i",)), "en": Way("en-002", ("i",))},
    "find": {
        "ja": Way("004-1", ("slash", "text:紙", "down", "down")),
        "en": Way("en-001", ("slash", "text:ferry")),
    },
    "search": {
        "ja": Way("002-1", ("s", "text:kenshuu", "down")),
        "en": Way("en-001", ("s", "text:notice board", "down")),
    },
    "counts": {"ja": Way("002-1", ("s", "text:はんこ", "ctrl+t")), "en": Way("en-001", ("s", "text:letter", "ctrl+t"))},
    "lens": {"ja": Way("008-1", (*READER.press, "f")), "en": Way("en-001:3", ("f",))},
    "speaker": {"ja": Way("004-1:2", ("p",)), "en": Way("en-001:2", ("p",))},
    "lanes": {"ja": Way("004-1", ("v",)), "en": Way("en-001", ("v",))},
    "issues": {
        "ja": Way("004-1", ("slash", "text:はんこ", "enter", "v", "3")),
        "en": Way("en-001", ("slash", "text:letter", "enter", "v", "3")),
    },
    "bookmarks": {"ja": Way("008-1", ("M",)), "en": Way("en-002", ("M",))},
    "select": {
        "ja": Way("004-1:2", ("x", "j", "j", "j")),
        "en": Way("en-001:2", ("x", "j", "j", "j")),
    },
    "export": {"ja": Way("004-1:3", ("X",)), "en": Way("en-001:2", ("X",))},
    "picture": {"ja": Way("005", ()), "en": Way("005", ())},
    "themes": {"ja": Way("006-1", ("T", "down")), "en": Way("en-002", ("T", "down"))},
    "help": {"ja": Way("008-1", ("question_mark",)), "en": Way("en-002", ("question_mark",))},
}
"""The pictures of the guide, by the name of what they show and by the language of the guide."""

SHOTS = (
    Shot("reader", "ja", READER, (120, 40)),
    *(
        Shot(f"guide/{name}.{lang}", lang, way, SIZES.get(name, (100, 30)))
        for name, ways in GUIDE.items()
        for lang, way in ways.items()
    ),
    *(
        Shot(f"sizes/{theme}-{width}x{height}", "ja", READER, (width, height), theme)
        for theme in (DARK, PAPER, CONTRAST)
        for width, height in ((40, 10), (80, 24), (120, 40), (200, 60))
    ),
)
"""Every picture there is."""
