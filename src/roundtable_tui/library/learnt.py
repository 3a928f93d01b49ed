"""What was learnt of a file, and how long it holds."""

from typing import NamedTuple

from roundtable_tui.library.entry import Entry
from roundtable_tui.library.scan import Stamp


class Learnt(NamedTuple):
    """What is known of one file, the state of the file that it is known of, and whether that state says enough."""

    stamp: Stamp
    entry: Entry
    settled: bool = True
    """False where the file had changed so lately that another change may have left the same stamp."""

    def holds(self, stamp: Stamp) -> bool:
        """Return whether this is still true of the file, whose stamp is now `stamp`."""
        return self.settled and self.stamp == stamp
