"""Where the turns begin: the lines that name a speaker."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.cast import defined_in
from roundtable_tui.importers.article.credits import is_credit
from roundtable_tui.importers.article.furniture import is_furniture
from roundtable_tui.importers.article.headings import mark_of
from roundtable_tui.importers.article.notes import is_note
from roundtable_tui.importers.lines import COLONS, Line, colons
from roundtable_tui.importers.speakers.together import names_several
from roundtable_tui.importers.speakers.voices import DEFINES, GENERIC, Voice, Voices, core
from roundtable_tui.source.phrases import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roundtable_tui.importers.article.cast import Cast
    from roundtable_tui.importers.report import Report

LONGEST = 60
"""The longest label, in code points: a full title and a name."""

_SHORT = 12
"""The longest label, in code points, of somebody who is in no cast."""

_SHORT_IN_BOLD = 30
"""The same where the label is in bold print."""

_NO_LABEL = re.compile(r"[。、，．,.!！?？…「」『』※＊*#＃/／~～〜→]|^[\W\d_]+$|^[-‐-―─━]|[0-9]{2}")
_BRACKETED = re.compile(
    r"[【〔［\[＜<〈《][^【】〔〕［］\[\]＜＞<>〈〉《》]+[】〕］\]＞>〉》](?=\s*[^\s】〕］\]＞>〉》:：])"
)
_SPACES = re.compile("[\t\u3000]")
_SENTENCE = re.compile(r"[。！？!?」）)…]$")


Labels = tuple[tuple[str, str], ...]
"""What may be a label at the start of a line, each with the text behind it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that begins a turn of `voice`: the label as printed, and the text that follows it on the line."""

    voice: Voice
    printed: str
    text: str = ""


def find_hits(lines: Sequence[Line], cast: Cast | None, report: Report) -> dict[int, Hit]:
    """Return the beginnings of turns by their place in `lines`, from which the cast block was taken out.

    A label is a declared name, or a short line that recurs (or 司会, 一同 …); one in no cast is reported as doubtful.
    The talk stands below the cast or above it, not on both sides.
    """
    voices = Voices(cast.people if cast else ())
    places = range(1, len(lines))  # the first line is the title, whatever it looks like
    _add_defined([lines[place] for place in places], voices)
    labels = {place: tuple(labels_at(lines[place])) for place in places}
    _add_shared([(lines[place], labels[place]) for place in places], voices, report)
    free = [place for place in places if _hit(labels[place], voices) is None]
    found = _recurring((label, lines[place]) for place in free if (label := _alone(lines, place)))
    if cast is None and not found:
        found = _recurring((label, lines[place]) for place in free if (label := _before_colon(lines[place])))
    found += _in_bold([lines[place] for place in free])
    found += _recurring((label, lines[place]) for place in free if (label := _generic(lines[place])))
    for label, line, times in found:
        if voices.find(label) is None:
            remedy = _slip_for(label, cast)
            voices.add(label)
            often = "once" if times == 1 else f"{times} times"
            message = f"{label}: read as a speaker, but in no list of participants (stands there {often})"
            report.doubt(line, message + remedy)
    _add_several(labels.values(), voices)
    hits = {place: hit for place in places if (hit := _hit(labels[place], voices))}
    if cast is not None:
        below = {place: hit for place, hit in hits.items() if place >= cast.start}
        hits = below if 2 * len(below) >= len(hits) else hits
    for hit in hits.values():
        hit.voice.printed[hit.printed] += 1
    _doubt_inner(lines, hits, report)
    return hits


def _slip_for(label: str, cast: Cast | None) -> str:
    """Return the end of a message that names the participant who may be meant by `label`, if one's name is like it."""
    if cast is None or core(label) in GENERIC:
        return ""
    families = tuple(Voice(person).family for person in cast.people)
    near = nearest(core(label), families)
    return f"; the nearest is {near}" if near else ""


def _doubt_inner(lines: Sequence[Line], hits: dict[int, Hit], report: Report) -> None:
    """Report a name and a colon within a block, where labels stand on lines of their own: perhaps a quotation."""
    inner = [place for place, hit in hits.items() if hit.text and not lines[place].first]
    if sum(not hit.text for hit in hits.values()) > len(inner):
        for place in inner:
            report.doubt(lines[place], "read as a turn of its own; it may be part of the turn above it")


def _add_shared(lines: Iterable[tuple[Line, Labels]], voices: Voices, report: Report) -> None:
    """Let a label that two of the cast share name a speaker of its own: nobody's words may become another's."""
    for line, labels in lines:
        for label, _text in labels:
            sharing = voices.sharing(label)
            if sharing:
                names = ", ".join(voice.name for voice in sharing)
                report.doubt(line, f"{label} may be any of {names}; read as a speaker of that label alone")
                voices.add(label.rstrip(COLONS).rstrip())


def _add_defined(lines: Iterable[Line], voices: Voices) -> None:
    """Let those take part whose label is defined where they first speak, unless the cast has them."""
    for line in lines:
        defines = DEFINES.search(line.text[:LONGEST])
        label = line.text[: defines.start()] if defines else ""
        person = defined_in(line) if label and voices.find(label) is None and not voices.sharing(label) else None
        if person is not None:
            voices.join(person)


def _add_several(labels: Iterable[Labels], voices: Voices) -> None:
    """Let a label made of names, such as 青木・田村, mean several at once."""
    for line in labels:
        for label, _text in line:
            bare = label.rstrip(COLONS).rstrip()
            if voices.find(bare) is None and names_several(bare, lambda name: voices.find(name) is not None):
                voices.add(bare, several=True)


def _hit(labels: Labels, voices: Voices) -> Hit | None:
    """Return the turn that begins at a line: a label alone, or a label, then a colon or a wide space, and text."""
    for label, text in labels:
        voice = voices.find(label)
        if voice is not None:
            return Hit(voice, label.rstrip(COLONS).rstrip() if not text else label.rstrip(), text)
    return None


def labels_at(line: Line) -> Iterator[tuple[str, str]]:
    """Yield what may be a label at the start of `line`, and the text behind it, the longest first."""
    if is_note(line.text):
        return
    if len(line.text) <= LONGEST:
        yield line.text, ""
    defines = DEFINES.search(line.text[:LONGEST])
    if defines and line.text[defines.end() :].lstrip():
        yield line.text[: defines.end()], line.text[defines.end() :].lstrip(f"{COLONS} \t\u3000")
    bold = line.marks.bold
    if 0 < bold < len(line.text) and (text := line.text[bold:].lstrip(f"{COLONS} \t\u3000")):
        yield line.text[:bold].rstrip(f"{COLONS} \t\u3000"), text
    bracketed = _BRACKETED.match(line.text[: LONGEST + 3])
    if bracketed:
        yield bracketed[0], line.text[bracketed.end() :].lstrip()
    start = line.text[: LONGEST + 3]
    spaces = [found.start() for found in _SPACES.finditer(start)]
    for place in [*reversed(list(colons(start))), *reversed(spaces)]:
        text = line.text[place + 1 :].lstrip()
        if text:
            yield line.text[:place], text


def _recurring(labels: Iterable[tuple[str, Line]]) -> list[tuple[str, Line, int]]:
    """Return each label that stands on two lines or more, or names nobody by its nature: its first line, how often."""
    first: dict[str, tuple[str, Line]] = {}
    times: Counter[str] = Counter()
    for label, line in labels:
        times[core(label)] += 1
        first.setdefault(core(label), (label, line))
    return [(*first[name], times[name]) for name in first if times[name] > 1 or name in GENERIC]


def _alone(lines: Sequence[Line], place: int) -> str:
    """Return the line at `place` where it stands as labels do: short, and right above text."""
    line = lines[place]
    text = line.text.rstrip(COLONS)
    below = lines[place + 1] if place + 1 < len(lines) else None
    bold = line.marks.bold == len(line.text)
    if below is None or not line.first or not _may_be_label(text, _SHORT_IN_BOLD if bold else _SHORT):
        return ""
    directly = not below.first and len(below.text) > len(text)
    generic = core(text) in GENERIC or bold or line.marks.depth > 1
    return text if directly or (generic and _SENTENCE.search(below.text)) else ""


def _bold(line: Line) -> str:
    """Return what stands in bold print at the start of `line`, right before other words, where it may be a label."""
    label = line.text[: line.marks.bold].rstrip(f"{COLONS} \t\u3000")
    rest = line.text[line.marks.bold :].strip(f"{COLONS} \t\u3000")
    return label if rest and _may_be_label(label, _SHORT_IN_BOLD) and not is_credit(line.text) else ""


def _in_bold(lines: Sequence[Line]) -> list[tuple[str, Line, int]]:
    """Return the labels in bold print that recur, and where there are any also those with a colon that do not."""
    labels = [(label, line) for line in lines if (label := _bold(line))]
    found = _recurring(labels)
    known = {core(label) for label, _line, _times in found}
    once = [(label, line, 1) for label, line in labels if found and core(label) not in known]
    return found + [one for one in once if re.match(r"\s*[:：]", one[1].text[len(one[0]) :])]


def _before_colon(line: Line) -> str:
    place = next(colons(line.text), None)
    if place is None or is_credit(line.text) or not line.text[place + 1 :].strip():
        return ""
    return line.text[:place] if _may_be_label(line.text[:place]) else ""


def _generic(line: Line) -> str:
    """Return 司会, 一同 or the like where `line` begins with it, a colon and speech, else nothing."""
    label = line.text[: next(colons(line.text[: _SHORT + 3]), 0)]
    return label if core(label) in GENERIC and _SENTENCE.search(line.text) and not is_credit(line.text) else ""


def looks_like_turn(text: str) -> bool:
    """Return whether `text` begins with what may be a label and a colon, and goes on as speech does."""
    place = next(colons(text[: _SHORT + 3]), None)
    return place is not None and _may_be_label(text[:place]) and bool(_SENTENCE.search(text))


def _may_be_label(text: str, longest: int = _SHORT) -> bool:
    return (
        0 < len(text) <= longest
        and not _NO_LABEL.search(text)
        and not is_furniture(text)
        and (mark_of(text) is None or core(text) in GENERIC)
    )
