"""The hits of a search as lines to read and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.cli.output import Styled
from roundtable_tui.config.language import _
from roundtable_tui.search.hit import field_words, tier_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from roundtable_tui.cli.output import Output
    from roundtable_tui.search.engine import Spoken
    from roundtable_tui.search.hit import Hit, PieceLabel

_INDENT = "    "
_WIDE_OPEN = 1_000_000
"""Cells of a sentence where nothing limits the line, as in a pipe."""


def as_object(hit: Hit) -> dict[str, object]:
    """Return what `--json` says of a hit."""
    person = hit.speaker
    return {
        "id": hit.piece.id,
        "title": hit.piece.title,
        "issue": hit.piece.issue,
        "part": hit.piece.part,
        "held": hit.piece.held,
        "turn": hit.turn,
        "anchor": str(hit.anchor),
        "section": list(hit.section),
        "speaker": person.full_name if person else hit.label,
        "org": person.org if person else "",
        "role": person.role if person else "",
        "field": hit.field,
        "match": hit.match,
        "score": hit.score,
        "text": hit.text,
        "spans": [list(span) for span in hit.spans],
    }


class HitPrinter:
    """Prints hits piece by piece, each between the turns that `around` gives as before and after it."""

    def __init__(self, out: Output, around: Callable[[Hit], tuple[tuple[Spoken, ...], tuple[Spoken, ...]]]) -> None:
        self._out = out
        self._around = around
        self._cells = max((out.width or _WIDE_OPEN) - len(_INDENT), 8)

    def print(self, hits: Iterable[Hit]) -> None:
        """Print `hits` under their pieces; pieces come in the order of their first hit, hits in the order given."""
        by_piece: dict[str, list[Hit]] = {}
        for hit in hits:
            by_piece.setdefault(hit.piece.id, []).append(hit)
        for number, own in enumerate(by_piece.values()):
            if number:
                self._out.line()
            self._out.line(*_piece(own[0].piece))
            for hit in own:
                self._hit(hit)

    def _hit(self, hit: Hit) -> None:
        self._out.line("  ", *_place(hit))
        before, after = self._around(hit)
        for spoken in before:
            self._turn(spoken)
        self._out.line(_INDENT, *self._sentence(hit))
        for spoken in after:
            self._turn(spoken)

    def _turn(self, spoken: Spoken) -> None:
        for number, paragraph in enumerate(filter(None, spoken.text.split("\n"))):
            label = f"{spoken.label}: " if number == 0 and spoken.label else ""
            self._out.line(_INDENT, Styled(label + paragraph, "dim"))

    def _sentence(self, hit: Hit) -> Iterator[str | Styled]:
        from roundtable_tui.search.snippet import snippet

        shown = snippet(hit.text, hit.spans, self._cells)
        done = 0
        for start, end in shown.spans:
            yield shown.text[done:start]
            yield Styled(shown.text[start:end], "match")
            done = end
        yield shown.text[done:]


def _piece(piece: PieceLabel) -> Iterator[str | Styled]:
    if piece.issue is not None:
        yield Styled(_("No. {issue}").format(issue=piece.issue), "bold")
        yield "  "
    if piece.held:
        yield Styled(piece.held, "dim")
        yield "  "
    yield Styled(piece.title or piece.id, "bold")


def _place(hit: Hit) -> Iterator[str | Styled]:
    """The anchor, what it is or who says it, the headings over it, and how well it matches if not exactly."""
    yield Styled(str(hit.anchor), "bold")
    parts = (
        Styled(hit.label or field_words(hit.field), "speaker"),
        Styled(hit.speaker.position if hit.speaker else "", "dim"),
        Styled(" › ".join(hit.section) if hit.field == "text" else "", "heading"),
        Styled(tier_words(hit.match), "warning"),
    )
    for part in parts:
        if part.text:
            yield "  "
            yield part
