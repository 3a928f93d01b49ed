"""What a search brings back: a place, the words there, and which of them matched."""

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from roundtable_tui.model.anchor import Anchor
    from roundtable_tui.model.participant import Participant

Tier = Literal["exact", "folded", "reading", "fuzzy"]
"""How a hit matched; earlier is better."""

Field = Literal[
    "text",
    "heading",
    "title",
    "lead",
    "note",
    "speaker",
    "closing",
    "series",
    "agenda",
    "tag",
    "credit",
    "picture",
    "link",
    "source",
]
"""Where in a piece a hit lies.

`text` is a turn's, what is narrated and the captions of figures among them; `speaker` a participant's names,
organisation and role; `series` the series and the publication; `picture` what a picture shows, which nobody says;
`link` a piece elsewhere that the piece names; `source` where it was published, and its licence.
"""

FIELDS: tuple[Field, ...] = get_args(Field)
"""The fields in the order by which the index numbers them; a new one goes to the end."""


def field_words(field: str) -> str:
    """Return how a hit outside the turns is named for readers; nothing for one in a turn."""
    return {
        "text": "",
        "heading": _("heading"),
        "title": _("title"),
        "lead": _("lead"),
        "note": _("note"),
        "speaker": _("participant"),
        "closing": _("closing"),
        "series": _("series"),
        "agenda": _("agenda"),
        "tag": _("tag"),
        "credit": _("credit"),
        "picture": _("picture"),
        "link": _("elsewhere"),
        "source": _("source"),
    }.get(field, field)


def tier_words(tier: str) -> str:
    """Return how a match that is not exact is named for readers; nothing for an exact one."""
    return {"folded": _("spelt differently"), "reading": _("by reading"), "fuzzy": _("similar")}.get(tier, "")


class PieceLabel(NamedTuple):
    """What a hit says of its piece: enough to quote it without opening the file."""

    id: str
    title: str
    series: str = ""
    issue: int | None = None
    part: int | None = None
    held: str = ""


class Hit(NamedTuple):
    """One match.

    `text` is the whole turn (or heading, title, note, name), unchanged; `spans` are [start, end) code-point offsets
    into it, in order and without overlap. `turn` is the turn's number from 1, None outside turns. `section` is the
    headings from outside inwards, `section_path` their positions. `label` is the speaker's label as printed and
    `speaker` the participant behind it, where there is one. `score` lies in 0..100 and orders hits within a tier.
    """

    piece: PieceLabel
    anchor: "Anchor"
    field: Field
    match: Tier
    score: float
    text: str
    spans: tuple[tuple[int, int], ...]
    turn: int | None = None
    section: tuple[str, ...] = ()
    section_path: tuple[int, ...] = ()
    label: str = ""
    speaker: "Participant | None" = None
