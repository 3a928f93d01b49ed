"""What a search knows of the library besides its rows: pieces, voices and words, read when they are first asked for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from roundtable_tui.library.order import age
from roundtable_tui.search.grams import is_letter
from roundtable_tui.search.index.records import unpacked_name
from roundtable_tui.search.slips import is_kanji
from roundtable_tui.search.vocabulary.kana_variants import first_letters
from roundtable_tui.search.vocabulary.vocabulary import Near, Vocabulary
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.kana import collapse, hiragana

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.library.order import Age
    from roundtable_tui.model.person import Person
    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.index.records import StoredPiece, StoredVoice
    from roundtable_tui.search.shared_words import SharedWords
    from roundtable_tui.search.voice import Voice

Section = tuple[tuple[int, ...], tuple[str, ...]]
"""The path of a section, and the headings down to it."""

_LONGEST_INSIDE = 24
"""Letters of a word that is looked for in another."""

_MANY = 100
"""Of more pieces than this all ages are read at once."""


class Known:
    """What `reader` tells, for as long as nobody writes: a new one is made for each version of the index.

    All its words come from `shared`, which other readers share; a `brief` one looks each word up in the index instead:
    slower for every search, but the first does not wait for all words.
    """

    def __init__(self, reader: Reader, shared: SharedWords, *, brief: bool = False) -> None:
        self._reader = reader
        self._pieces: dict[int, StoredPiece | None] = {}
        self._voices: dict[int, StoredVoice | None] = {}
        self._ages: dict[int, Age] = {}
        self._heard: dict[int, Voice] | None = None
        self._people: dict[tuple[str, bool], set[int]] | None = None
        self._names: set[str] | None = None
        self._sounds: set[str] = set()
        self._sections: dict[int, list[Section]] = {}
        self._begun: dict[str, Vocabulary] = {}
        self._shared = shared
        self._brief = brief
        self._whole = shared.now(reader)

    def piece(self, number: int) -> StoredPiece | None:
        """Return a piece, or None where it is gone or in doubt."""
        if number not in self._pieces:
            self._pieces[number] = self._reader.piece(number)
        return self._pieces[number]

    def sections(self, piece: StoredPiece) -> list[Section]:
        """Return the path of every section of `piece` and the headings down to it, as rows count them."""
        if piece.id not in self._sections:
            self._sections[piece.id] = piece.section_list()
        return self._sections[piece.id]

    def voice(self, number: int) -> StoredVoice | None:
        """Return a voice, or None where it is gone or in doubt."""
        if number not in self._voices:
            self._voices[number] = self._reader.voice(number)
        return self._voices[number]

    def ages(self, numbers: Iterable[int]) -> dict[int, Age]:
        """Return keys by which later talks come after earlier ones, for at least the pieces with these numbers."""
        missing = set(numbers) - self._ages.keys()
        query = "SELECT id, held, published, issue, part, piece FROM piece"
        if len(missing) > _MANY:
            rows = self._reader.database.execute(query).fetchall()
        else:
            rows = [self._reader.database.execute(query + " WHERE id = ?", (each,)).fetchone() for each in missing]
        for row in filter(None, rows):
            # At the checksum nobody has looked. A damaged piece, or one that went meanwhile, is not shown in the end.
            with suppress(TypeError, ValueError):
                issue, part = (None if number is None else int(number) for number in row[3:5])
                self._ages[row[0]] = age(str(row[1]), str(row[2]), issue, part, unpacked_name(row[5]))
        for number in missing - self._ages.keys():
            self._ages[number] = age("", "", None, None, "")
        return self._ages

    def voices(self) -> dict[int, Voice]:
        """Return everybody as filters see them, by number."""
        if self._heard is None:
            from roundtable_tui.search.voice import Voice

            self._heard = {
                number: Voice.of(person) if (person := voice.person()) else Voice.labelled(voice.label)
                for number, voice in self._reader.voices().items()
            }
        return self._heard

    def voices_of(self, person: Person) -> frozenset[int]:
        """Return the numbers of the voices that `person` has in one piece or another; other people may share them.

        Voices are equal in several series, so that who speaks follows from the piece as well.
        """
        if self._people is None:
            from roundtable_tui.model.person import name_key

            self._people = {}
            for number, voice in self._reader.voices().items():
                name = name_key(voice.name)
                self._people.setdefault((name or voice.label, not name), set()).add(number)
        return frozenset(self._people.get((person.name, bool(person.piece)), ()))

    # What a query asks of words; see `patterns.wanted.Words`

    def variants(self, folded: str) -> tuple[str, ...]:
        """Return the other spellings of a folded word."""
        if len(folded) < 2 or not folded[0] > "\u3000":
            return ()
        if self._whole is not None:
            return self._whole.variants(folded)
        letters = folded[0] if is_kanji(folded[0]) else "".join(sorted(first_letters(folded)))
        if letters not in self._begun:
            self._begun[letters] = Vocabulary(row for letter in letters for row in self._reader.words(letter))
        return self._begun[letters].variants(folded)

    def is_word(self, folded: str) -> bool:
        """Return whether a folded word stands in the library."""
        return self._reader.is_word(folded) if self._brief else self.vocabulary().count(folded) > 0

    def is_name(self, kana: str) -> bool:
        """Return whether somebody who speaks is called so, given in hiragana."""
        sound = collapse(kana)
        if self._names is None:
            names = {name for voice in self.voices().values() for name in voice.names}
            self._names = {fold_text(name) for name in names}
            self._sounds = {collapse(hiragana(name)) for name in names}
        return sound in self._sounds or any(word in self._names for word in self._sounding(sound))

    def _sounding(self, sound: str) -> Iterable[str]:
        """The words of the library that sound exactly so, long vowels aside."""
        if not self._brief:
            return self.vocabulary().sounding(sound)
        from roundtable_tui.search.vocabulary.bounds import Bounds

        exactly = Bounds(len(sound), len(sound), sound[:1])
        return [word for word, read, _ in self._reader.words_within(exactly, by_reading=True) if read == sound]

    def near(self, folded: str, limit: int = 12) -> tuple[Near, ...]:
        """Return the words that a folded word may have been meant for."""
        if self._brief:
            from roundtable_tui.search.vocabulary.bounds import word_bounds

            bounds = word_bounds(folded)
            return Vocabulary(self._reader.words_within(bounds)).near(folded, limit) if bounds else ()
        return self.vocabulary().near(folded, limit)

    def near_reading(self, kana: str, limit: int = 12) -> tuple[Near, ...]:
        """Return the words that sound nearly like `kana`."""
        if self._brief:
            from roundtable_tui.search.vocabulary.bounds import reading_bounds

            bounds = reading_bounds(collapse(kana))
            words = self._reader.words_within(bounds, by_reading=True) if bounds else ()
            return Vocabulary(words).near_reading(kana, limit)
        return self.vocabulary().near_reading(kana, limit)

    def inside(self, folded: str, limit: int = 3) -> tuple[Near, ...]:
        """Return words of two letters and more that stand in a folded word, the longest first: 判子 in 判子屋.

        Of a word in an alphabet only what is half of it, at least: nobody means sat by furusato.
        """
        words = self.vocabulary()
        found: list[Near] = []
        least = max(4, len(folded) // 2) if all(map(is_letter, folded)) else 2
        for size in range(min(len(folded) - 1, _LONGEST_INSIDE), least - 1, -1):
            for start in range(len(folded) - size + 1):
                word = folded[start : start + size]
                if (count := words.count(word)) and not any(word in other.word for other in found):
                    found.append(Near(word, len(folded) - size, count))
        return tuple(found[:limit])

    def vocabulary(self) -> Vocabulary:
        """Return all the words, read at the first call."""
        if self._whole is None:
            self._whole = self._shared.read(self._reader)
        return self._whole
