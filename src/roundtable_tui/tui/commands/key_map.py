"""The user's own keys: what `[keys]` in the configuration file means, and everything that is wrong with it.

What is wrong is left out and told; the rest holds. A key that was chosen goes before one that is declared.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.config.nearest import nearest
from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.commands.contexts import BOX_KEYS, CONTEXTS
from roundtable_tui.tui.commands.in_force import use_keys
from roundtable_tui.tui.commands.key_names import KEY_WORDS, key_named, typed_character
from roundtable_tui.tui.commands.keys import key_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.config.key_table import KeyLine
    from roundtable_tui.tui.commands import Command
    from roundtable_tui.tui.commands.contexts import Context

_BY_ID = {command.id: command for command in COMMANDS}


class KeyMap(NamedTuple):
    """The keys of those commands that have others than the declared ones, and the problems of the file, in order."""

    keys: dict[str, tuple[str, ...]]
    problems: tuple[str, ...]


def use_key_lines(lines: Iterable[KeyLine]) -> tuple[str, ...]:
    """Let every command have the keys that `lines` give it; return what is wrong with them, a sentence each."""
    found = read_key_lines(lines)
    use_keys(found.keys)
    return found.problems


def read_key_lines(lines: Iterable[KeyLine]) -> KeyMap:
    """Return what `lines` mean."""
    return _Reading(lines).map


class _Reading:
    """Reads the lines once; afterwards `map` is what they mean."""

    def __init__(self, lines: Iterable[KeyLine]) -> None:
        self._problems: list[tuple[int, str]] = []
        self._hidden: set[tuple[str, str]] = set()
        self._order: dict[str, int] = {}
        self._line: dict[str, KeyLine] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        for number, line in enumerate(lines):
            self._order[line.id] = number
            self._read(line)
        self._settle()
        for command, line in self._line.items():
            self._say_unheard(_BY_ID[command], line)
        said = sorted(self._problems, key=itemgetter(0))
        self.map = KeyMap(self._keys, tuple(message for _number, message in said))

    def _tell(self, line: KeyLine, message: str) -> None:
        self._problems.append((self._order[line.id], f"{line.place()}: {message}"))

    # A line by itself

    def _read(self, line: KeyLine) -> None:
        """Take the keys of `line` that can be keys of its command."""
        if line.id not in _BY_ID:
            self._tell(line, _("there is no command {id}").format(id=line.id) + _meant(line.id, _BY_ID))
            return
        found = [line.found] if isinstance(line.found, str) else line.found
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            right = _('{id} is to be a list of keys, as in ["j", "down"]').format(id=line.id)
            self._tell(line, right)
            return
        keys = [key for each in found if (key := self._key(line, each)) is not None]
        if keys or not found:
            self._line[line.id] = line
            self._keys[line.id] = tuple(dict.fromkeys(keys))

    def _key(self, line: KeyLine, written: str) -> str | None:
        """Return Textual's name of the key `written` in `line`, or None, told, where there is none."""
        key = key_named(written)
        if key is None:
            self._tell(line, _("no terminal sends a key {key}").format(key=written) + _meant(written, KEY_WORDS))
        elif _BY_ID[line.id].always and _is_typed(key):
            say = _("{id} works while text is typed, so {key} could not be typed any more")
            self._tell(line, say.format(id=line.id, key=key_label(key)))
        else:
            return key
        return None

    # Two commands on one key

    def _settle(self) -> None:
        """Give each key of a scope to one command: the one chosen for it first, else the one declared."""
        taken: dict[tuple[str, str], str] = {}
        chosen = [_BY_ID[command] for command in self._line]
        for command in [*chosen, *(command for command in COMMANDS if command.id not in self._line)]:
            kept = []
            for key in self._keys.get(command.id, command.declared):
                other = taken.setdefault((command.scope, key), command.id)
                if other == command.id:
                    kept.append(key)
                else:
                    self._say_taken(command, key, other)
            if tuple(kept) != self._keys.get(command.id, command.declared):
                self._keys[command.id] = tuple(kept)
                if not kept:
                    line = self._line.get(command.id, self._line[other])
                    self._tell(line, _("{id} has no key left").format(id=command.id))

    def _say_taken(self, command: Command, key: str, other: str) -> None:
        """Say that `other` has `key`, which `command` would have as well."""
        if command.id in self._line:
            say = _("{key} is a key of {other} already, and not of {id}")
        else:
            say = _("{key} is a key of {id}, and now of {other} alone")
        line = self._line.get(command.id, self._line[other])
        self._tell(line, say.format(key=key_label(key), other=other, id=command.id))

    # Keys that are not heard

    def _say_unheard(self, command: Command, line: KeyLine) -> None:
        """Say where a key that was chosen for `command` goes to something else, or takes the last key of another."""
        for context in CONTEXTS:
            if command.scope not in context.heard:
                continue
            new = [key for key in self._now(command) if key not in command.declared]
            if context.typing and command.scope == context.scope:
                boxed = [key for key in new if key in BOX_KEYS or _is_typed(key)]
                if boxed and set(boxed) >= set(self._now(command)):
                    say = _("in {place} {key} goes to the box where text is typed, so {id} cannot be reached by a key")
                    keys = " ".join(map(key_label, boxed))
                    self._tell(line, say.format(place=_(context.name), key=keys, id=command.id))
            nearer = context.heard.index(command.scope)
            for key in new:
                for other in self._hearing(context.heard[nearer + 1 :], key):
                    self._say_hidden(line, context, key, command, other)
                for other in self._hearing(context.heard[:nearer], key):
                    self._say_hidden(line, context, key, other, command)

    def _say_hidden(self, line: KeyLine, context: Context, key: str, nearer: Command, farther: Command) -> None:
        """Say, once, that in `context` the key means `nearer` where that leaves `farther` without a key there."""
        if (nearer.id, farther.id) in self._hidden:
            return
        before = context.heard[: context.heard.index(farther.scope)]
        left = [each for each in self._now(farther) if not any(self._hearing(before, each))]
        # What no key reaches there anyway, as lines while a list has the focus, is nothing new.
        if not left and any(_is_heard(context, before, each) for each in farther.declared):
            self._hidden.add((nearer.id, farther.id))
            say = _("in {place} {key} is {nearer}, so {farther} cannot be reached by a key there")
            place, shown = _(context.name), key_label(key)
            self._tell(line, say.format(place=place, key=shown, nearer=nearer.id, farther=farther.id))

    def _hearing(self, scopes: Iterable[str], key: str) -> Iterator[Command]:
        """Yield the commands of `scopes` that have `key`."""
        wanted = tuple(scopes)
        return (command for command in COMMANDS if command.scope in wanted and key in self._now(command))

    def _now(self, command: Command) -> tuple[str, ...]:
        return self._keys.get(command.id, command.declared)


def _is_typed(key: str) -> bool:
    """Return whether the key types a character."""
    return len(typed_character(key)) == 1


def _is_heard(context: Context, nearer: tuple[str, ...], key: str) -> bool:
    """Return whether `key` gets past the box in `context` and all commands that are declared in the scopes `nearer`."""
    if context.typing and (key in BOX_KEYS or _is_typed(key)):
        return False
    return not any(command.scope in nearer and key in command.declared for command in COMMANDS)


def _meant(found: str, choices: Iterable[str]) -> str:
    close = nearest(found, choices)
    return _("; did you mean {word}?").format(word=close[0]) if close else ""
