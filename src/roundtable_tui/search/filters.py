"""What narrows a query besides its words."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from roundtable_tui.model.person import Person


class Filters(NamedTuple):
    """Conditions that all hold for every hit; an empty one narrows nothing.

    `speaker`, `role` and `org` are about the speaker of a turn, `section` about a heading it stands under, `title`
    about the piece. Speakers, roles and organisations are compared strictly folded, headings and titles widely. `since`
    and `until` are ISO 8601 dates of reduced precision. `person` is one person under all their labels, and nobody else
    of that name, which no query can say.
    """

    speaker: str = ""
    role: str = ""
    org: str = ""
    section: str = ""
    title: str = ""
    issue: int | None = None
    since: str = ""
    until: str = ""
    person: "Person | None" = None

    def __bool__(self) -> bool:
        return any(value not in ("", None) for value in tuple(self))

    @property
    def narrow_voices(self) -> bool:
        """Whether only the turns of certain speakers pass."""
        return bool(self.speaker or self.role or self.org or self.person)

    def named(self) -> dict[str, str | int | None]:
        """Return every condition by its name, empty ones included."""
        return self._asdict()


NO_FILTERS = Filters()


def in_period(date: str, since: str, until: str) -> bool:
    """Say whether `date` may lie between `since` and `until`, both included and each open where empty.

    All three are ISO 8601 dates of reduced precision: `2021` is any day of that year, so `until` 2021 takes in all of
    it. A piece without a date lies in no period.
    """
    if not date:
        return not since and not until
    # Of two dates only as much is compared as both say: 2021 may be after 2021-10, and 2021-10 is in 2021.
    after = date[: len(since)] >= since[: len(date)]
    before = not until or date[: len(until)] <= until[: len(date)]
    return after and before
