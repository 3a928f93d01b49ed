"""A question with its answers: who asks in a piece, which turns ask, and how far the answers go.

A turn *asks* when one of its sentences, quotations left out, ends in a question mark, in か as a question does, or asks
to be told something (教えてください). What asks may be narration, as in an interview whose questions are the editor's.

The *asker* of a piece is whoever has the office of asking (司会, 聞き手, moderator …); else narration, where nobody
asks more often and it does so at least twice; else whoever asks more than half of all that is asked. In a talk among
equals there is none, and each question is its speaker's.

An *exchange* is a turn that asks and everything after it up to the next turn that asks and is the same asker's, or to
the end of the piece. What the asker says in between without asking belongs to it, and so does what others ask.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from roundtable_tui.model import NARRATION
from roundtable_tui.model.person import speaker_of

if TYPE_CHECKING:
    from roundtable_tui.model import Person, Transcript, Turn

Asker: TypeAlias = "Person | str"
"""A person, or `―` for the narration."""

_QUOTED = r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"\n]*\""
_END = r"(?=[。．.!！…‥」』）)\s]|―|─|—|$)"
_ASKS = re.compile(
    r"[?？⁇⁉⁈]"
    rf"|(?:(?:です|ます|でした|ました|ません|でしょう|ましょう|だろう|のだろう|たい)か|かな|かしら)(?:ね|ねえ)?{_END}"
    r"|(?:教え|聞かせ|聴かせ|話し|説明し|紹介し)て?(?:ください|下さい|いただけ|もらえ)"
    r"|(?:伺い|うかがい|お聞きし|お尋ねし)(?:たい|ます)",
    re.MULTILINE,
)
_NO_QUESTION = re.compile(rf"(?:そう|なるほど|本当|ほんとう)(?:です|でした|なんです)か(?:ね)?{_END}", re.MULTILINE)
"""What is said on hearing an answer."""

_OFFICE = re.compile(
    "司会|聞き手|聞きて|きき手|インタビュア|インタビュワ|進行|モデレータ|ファシリテータ"
    r"|moderat|interviewer|facilitat|\bchair\b|\bhost\b",
    re.IGNORECASE,
)


class Exchange(NamedTuple):
    """The turns of a question and its answers, `first` to `last`, both included."""

    first: int
    last: int

    def __contains__(self, turn: object) -> bool:
        """Return whether the turn of that number belongs to it."""
        return isinstance(turn, int) and self.first <= turn <= self.last


def asks(text: str) -> bool:
    """Return whether `text` asks something, as the module says; a question that is only quoted does not count."""
    return _ASKS.search(_NO_QUESTION.sub("", re.sub(_QUOTED, "", text))) is not None


def asker_of(transcript: Transcript) -> Asker | None:
    """Return the asker of the piece, `―` for narration; None where there is none."""
    asking = Counter(_asker(turn, transcript) for turn in transcript.turns if _asks(turn))
    office = {
        transcript.people[person.label]
        for person in transcript.participants
        if _OFFICE.search(f"{person.role} {person.label}")
    }
    if in_office := [who for who, _count in asking.most_common() if who in office]:
        return in_office[0]
    if asking[NARRATION] >= max([2, *asking.values()]):
        return NARRATION
    return next((who for who, count in asking.items() if count * 2 > asking.total()), None)


def exchange_from(transcript: Transcript, number: int) -> Exchange | None:
    """Return the exchange that begins with the turn numbered `number`; None where that turn asks nothing."""
    turn = transcript.turn(number)
    if turn is None or not _asks(turn):
        return None
    asker = _asker(turn, transcript)
    after = (one.number for one in transcript.turns[number:] if _asker(one, transcript) == asker and _asks(one))
    return Exchange(number, next(after, len(transcript.turns) + 1) - 1)


def exchanges_at(transcript: Transcript, number: int) -> tuple[Exchange, ...]:
    """Return the exchanges that the turn numbered `number` belongs to, as far as they are worth an offer.

    First that of the piece's asker, then the one that begins with the last turn, up to this one, in which anybody
    asks. The two are often one; both are missing before the first question.
    """
    asker = asker_of(transcript)
    asking = [turn for turn in transcript.turns[:number] if _asks(turn)]
    starts = [turn.number for turn in asking if _asker(turn, transcript) == asker][-1:]
    starts += [turn.number for turn in asking][-1:]
    found = (exchange_from(transcript, start) for start in dict.fromkeys(starts))
    return tuple(exchange for exchange in found if exchange is not None and number in exchange)


def _asks(turn: Turn) -> bool:
    return turn.kind != "figure" and asks(turn.text)


def _asker(turn: Turn, transcript: Transcript) -> Asker:
    """Return who says `turn`, whatever label stands before it; narration is one voice."""
    return speaker_of(turn, transcript) or NARRATION
