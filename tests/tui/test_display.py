"""Text on its way to the screen: cut to the cells there are, and padded to all of them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style

from roundtable_tui.tui.display import strip

PLAIN = Style()


@pytest.mark.parametrize("width", range(1, 16))
def test_a_line_of_several_parts_is_cut_with_one_ellipsis_wherever_the_cut_falls(width: int) -> None:
    drawn = strip([("県の局長", PLAIN), ("  § 紙の話", PLAIN), ("  類似", PLAIN)], width, PLAIN)
    text = "".join(segment.text for segment in drawn)
    assert cell_len(text) == width
    assert text.count("…") <= 1
