"""What lasts as long as the reader is open: library, settings, kept places, and the last search."""

from __future__ import annotations

from _thread import allocate_lock
from typing import TYPE_CHECKING

from roundtable_tui.config.values import NARROWEST, WIDEST
from roundtable_tui.library.scan import Snapshot, changes
from roundtable_tui.state.choices import Choices
from roundtable_tui.state.colours import Colours
from roundtable_tui.state.queries import Queries
from roundtable_tui.tui.colours import assign
from roundtable_tui.tui.hints import Hints
from roundtable_tui.tui.indexing import Indexing
from roundtable_tui.tui.kept import found_again, kept_place
from roundtable_tui.tui.searching.history import History

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from roundtable_tui.config.settings import Settings
    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.library import Library
    from roundtable_tui.model import Person, Transcript
    from roundtable_tui.search.engine import Engine
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.state.places import Places
    from roundtable_tui.state.store import Store
    from roundtable_tui.tui.page.page import Place
    from roundtable_tui.tui.reading import Reading
    from roundtable_tui.tui.searching.found import Found

LARGE = 1_000
"""A folder of more files than this takes a thread some milliseconds to look through."""


class Session:
    """The services that screens share. `entries` is empty until the library has been read."""

    def __init__(self, library: Library, settings: Settings, places: Places, notices: Sequence[str] = ()) -> None:
        self.library = library
        self.settings = settings
        self.notices = notices
        self.entries: tuple[Entry, ...] = ()
        self.query = ""
        self.found: Found | None = None
        self.hit_number = 0
        self.history = History(Queries(places.store), library.root)
        self.indexing = Indexing(self)
        self._places = places
        self._colours = Colours(places.store)
        self._choices = Choices(places.store)
        self.hints = Hints(self._choices, wanted=settings.hints)
        self._folder: Snapshot | None = None
        self._asked = 0
        self._making = allocate_lock()
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """What answers searches; made when the first is asked for, and one for all threads.

        A cached property would make one for each thread that comes while it is made, since Python 3.12: one of them
        would be filled, another asked.
        """
        from roundtable_tui.search.index_engine import IndexEngine

        with self._making:
            if self._engine is None:
                self._engine = IndexEngine(self.library)
            return self._engine

    @property
    def titles(self) -> dict[str, str]:
        """The titles of all pieces, by id, as far as the library has been read."""
        return {entry.id: entry.shown_title for entry in self.entries}

    def step_hit(self, step: int) -> Hit | None:
        """Return the hit `step` further in the list of the last search, and stay on it; None where there is none."""
        if self.found is None:
            return None
        number = self.hit_number + step
        if not 0 <= number < len(self.found.hits):
            return None
        self.hit_number = number
        return self.found.hits[number]

    def found_more(self, found: Found) -> None:
        """Take `found`, in which there is more of the last search, and stay on the hit that is open."""
        if self.found is not None and self.found.hits:
            number = found.number_of(self.found.hits[self.hit_number])
            self.hit_number = self.hit_number if number is None else number
            found.unfolded |= self.found.unfolded
        self.found = found

    def folder_changed(self) -> bool:
        """Return whether a file of the library came, changed or went since the folder was last looked through.

        A large folder is looked through only at every tenth question. Raises OSError where it cannot be read.
        """
        self._asked += 1
        if len(self._folder or ()) > LARGE and self._asked % 10:
            return False
        before, self._folder = self._folder, self.library.snapshot()
        return before is not None and bool(changes(before, self._folder))

    def colours_of(self, transcript: Transcript) -> Mapping[Person, int]:
        """Return the colour, from 1, of each participant of `transcript`, however many labels somebody has."""
        spoken = {turn.speaker.label for turn in transcript.turns if turn.speaker is not None}
        # Whoever speaks chooses first, so that the colours last for those who need them.
        labels = sorted(transcript.people, key=lambda label: label not in spoken)
        people = dict.fromkeys(transcript.people[label] for label in labels)
        names = list(dict.fromkeys(person.name for person in people))
        known = self._colours.known(transcript.series, names)
        colours = assign(names, known)
        if len(known) < len(colours):
            self._colours.keep(transcript.series, colours)
        return {person: colours[person.name] for person in people}

    @property
    def kept_theme(self) -> str:
        """The name of the theme that was chosen last while reading; nothing where none was."""
        return self._choices.kept("theme")

    def keep_theme(self, name: str) -> None:
        """Keep the name of a theme as what was chosen."""
        self._choices.keep("theme", name)

    @property
    def measure(self) -> int:
        """The width of the text, in cells: as it was chosen while reading, until the setting is changed."""
        setting = self.settings.measure
        kept = self._choices.kept_instead("measure", str(setting))
        return int(kept) if kept.isdecimal() and NARROWEST <= int(kept) <= WIDEST else setting

    def keep_measure(self, cells: int) -> None:
        """Keep the width of the text for the next time."""
        self._choices.keep_instead("measure", str(cells), str(self.settings.measure))

    @property
    def mouse(self) -> bool:
        """Whether the mouse is listened to: as it was chosen while reading, until the setting is changed."""
        kept = self._choices.kept_instead("mouse", str(self.settings.mouse))
        return self.settings.mouse if not kept else kept == str(True)

    def keep_mouse(self, *, on: bool) -> None:
        """Keep for the next time whether the mouse is listened to."""
        self._choices.keep_instead("mouse", str(on), str(self.settings.mouse))

    # The place of reading

    @property
    def store(self) -> Store:
        """The file in which everything of the reader is kept."""
        return self._places.store

    @property
    def _root(self) -> Path:
        return self.library.root

    def last_piece(self) -> str | None:
        """Return the id of the piece that was read last in this library, or None."""
        place = self._places.last(self._root)
        return place.piece if place is not None else None

    def place_in(self, reading: Reading) -> Place:
        """Return where `reading` was left, or its top."""
        return found_again(reading, self._places.place(self._root, reading.transcript.id))

    def keep(self, reading: Reading, top: Place) -> None:
        """Keep `top` as the place in `reading`."""
        self._places.save(self._root, kept_place(reading, top))

    def close(self) -> None:
        """Let go of what is open."""
        self.indexing.stop()
        self._places.close()
