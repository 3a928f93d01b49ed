"""What is written to a terminal that may go away."""

from __future__ import annotations

import os
import sys
import threading

import pytest

if sys.platform == "win32":
    pytest.skip("the output to a Unix terminal", allow_module_level=True)

from roundtable_tui.tui.terminal.output import TerminalOutput


def test_everything_is_written_at_the_flush_in_order() -> None:
    reads, writes = os.pipe()
    output = TerminalOutput(writes)
    output.write("円")
    output.write("卓\udc9b")
    os.set_blocking(reads, False)
    with pytest.raises(BlockingIOError):
        os.read(reads, 1)
    output.flush()
    assert os.read(reads, 100) == "円卓?".encode()
    assert output.fileno() == writes
    for descriptor in (reads, writes):
        os.close(descriptor)


def test_a_terminal_that_is_gone_is_written_to_without_complaint() -> None:
    reads, writes = os.pipe()
    output = TerminalOutput(writes)
    os.close(reads)
    for _time in range(3):
        output.write("words")
        output.flush()
    assert not output.isatty()
    os.close(writes)


def test_a_terminal_that_does_not_block_gets_everything() -> None:
    reads, writes = os.pipe()
    os.set_blocking(writes, False)
    output = TerminalOutput(writes)
    output.write("x" * 300_000)
    thread = threading.Thread(target=output.flush)
    thread.start()
    read = 0
    while read < 300_000:
        read += len(os.read(reads, 1 << 16))
    thread.join(60)
    assert not thread.is_alive()
    for descriptor in (reads, writes):
        os.close(descriptor)
