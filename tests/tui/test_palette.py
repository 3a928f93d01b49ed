"""The palette on screens of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.tui.screens.palette import CommandList

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp


@pytest.mark.parametrize(("size", "least"), [((40, 10), 5), ((80, 24), 12), ((200, 60), 40)])
async def test_several_commands_are_seen_at_once_also_on_the_smallest_screen(
    reader: Callable[..., RoundtableApp],
    settle: Callable[[Pilot[int]], Awaitable[None]],
    size: tuple[int, int],
    least: int,
) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert app.screen.query_one(CommandList).size.height >= least
