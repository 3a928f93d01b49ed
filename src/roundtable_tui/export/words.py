"""The few words that an export adds of its own, in the language of the piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.text.scripts import has_kana

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript


class Words(NamedTuple):
    """Fixed words; `opening` and `closing` are the brackets around a remark, `comma` stands between remarks."""

    participants: str
    agenda: str
    notes: str
    figure: str
    photo: str
    source: str
    licence: str
    place: str
    nameless: str
    issue: str
    part: str
    one_part: str
    quote: str
    opening: str
    closing: str
    comma: str
    person: str
    letter: str
    excerpt: str
    spoken: str
    only_speaker: str
    only_turns: str
    only_exchange: str
    only_query: str

    def remark(self, text: str) -> str:
        """Return `text` in brackets, nothing for nothing."""
        return f"{self.opening}{text}{self.closing}" if text else ""

    def lettered(self, role: str, letter: str) -> str:
        """Return what stands for one of several people of the same `role`, or of none."""
        return self.letter.format(role=role, letter=letter) if role else self.person.format(letter=letter)


JAPANESE = Words(
    participants="参加者",
    agenda="議題",
    notes="注",
    figure="図",
    photo="写真・図版: {credit}",
    source="出典",
    licence="ライセンス",
    place="箇所",
    nameless="発言者の氏名は省いてあります。",
    issue="第{issue}回",
    part="全{parts}回の{part}",
    one_part="その{part}",
    quote="「{text}」",
    opening="（",
    closing="）",
    comma="、",
    person="発言者{letter}",
    letter="{role} {letter}",
    excerpt="抜粋",
    spoken="{label}　{text}",
    only_speaker="{name}の発言",
    only_turns="{turns}番目の発言",
    only_exchange="質問と答え（{turns}番目の発言）",
    only_query="「{query}」のある発言",
)
ENGLISH = Words(
    participants="Participants",
    agenda="Agenda",
    notes="Notes",
    figure="Figure",
    photo="picture: {credit}",
    source="Source",
    licence="Licence",
    place="Place",
    nameless="The names of the speakers are left out.",
    issue="no. {issue}",
    part="part {part} of {parts}",
    one_part="part {part}",
    quote="“{text}”",
    opening=" (",
    closing=")",
    comma=", ",
    person="Speaker {letter}",
    letter="{role} {letter}",
    excerpt="Excerpt",
    spoken="{label}: {text}",
    only_speaker="what {name} says",
    only_turns="turns {turns}",
    only_exchange="a question and its answers (turns {turns})",
    only_query="turns with “{query}”",
)


def words_for(transcript: Transcript) -> Words:
    """Return the words in the language of `transcript`: Japanese for `ja`, or for kana without `lang`, else English."""
    if transcript.lang:
        return JAPANESE if transcript.lang.lower().split("-")[0] == "ja" else ENGLISH
    beginning = [transcript.title, transcript.lead, *(turn.text for turn in transcript.turns[:5])]
    return JAPANESE if any(map(has_kana, beginning)) else ENGLISH
