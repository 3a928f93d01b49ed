"""Keys one after the other: what a key opens is there before the next key is handed out.

Textual hands each key to the widget that has the focus when the key arrives, and carries it out when it has come all
the way up again. Of `s` and a query typed at once, all goes to the transcript, and the query is lost.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from textual.events import Key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump
    from textual.screen import Screen

LONGEST = 1.0
"""Seconds after which the next key no longer waits for one that is lost, since what it was for has been closed."""


class TypingAhead:
    """Holds keys and pastes back until the one before has been carried out.

    That is known from a message that follows it through the same queues: the focused widget, all that lies around it,
    the app, which finds the key's command and may send word down to the widget, so once more all the way up, and the
    screen that was opened. It goes through each queue twice, behind what the key brings about there.
    """

    def __init__(self, app: App[int], hand_out: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._hand_out = hand_out
        self._waiting: deque[Event] = deque()
        self._route: Iterator[MessagePump] | None = None
        self._lost: asyncio.TimerHandle | None = None
        self._held: asyncio.TimerHandle | None = None

    async def take(self, event: Event) -> None:
        """Hand out `event` now, or when everything before it has been carried out; Esc waits for no `hold`."""
        self._waiting.append(event)
        if isinstance(event, Key) and event.key == "escape":
            self._forget_hold()
        if self._route is None:
            await self._next()

    def hold(self) -> None:
        """Keep what is typed from now on until `release`: what the last key is to open is still being looked for."""
        self._forget_hold()
        self._held = asyncio.get_running_loop().call_later(LONGEST, self._app.call_later, self.release)

    async def release(self) -> None:
        """Hand out what was kept."""
        self._forget_hold()
        if self._route is None:
            await self._next()

    def _forget_hold(self) -> None:
        if self._held is not None:
            self._held.cancel()
            self._held = None

    async def _next(self) -> None:
        """Hand out what has waited longest, if anything has."""
        self._route = None
        if not self._waiting or self._held is not None:
            return
        focus, screen = self._app.focused or self._app.screen, self._app.screen
        event = self._waiting.popleft()
        way = [*focus.ancestors_with_self, self._app]
        route = self._route = _twice(*way, *way)
        self._lost = asyncio.get_running_loop().call_later(LONGEST, self._app.call_later, self._arrive, route)
        await self._hand_out(event)
        await self._follow(route, screen)

    async def _follow(self, route: Iterator[MessagePump], screen: Screen[object]) -> None:
        """Go on to the next queue of `route`, which began on `screen`."""
        if any(node.call_later(self._follow, route, screen) for node in route):
            return
        now = self._app.screen
        if now is screen:
            await self._arrive(route)
        else:
            # Another screen has been opened, or has come back; it answers once it is there.
            rest = _twice(now, self._app)
            self._route = rest if self._route is route else self._route
            await self._follow(rest, now)

    async def _arrive(self, route: Iterator[MessagePump]) -> None:
        if self._route is route and self._lost is not None:
            self._lost.cancel()
            await self._next()


def _twice(*nodes: MessagePump) -> Iterator[MessagePump]:
    return (node for node in nodes for _time in range(2))
