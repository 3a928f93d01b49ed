"""Every character of the bundled pieces moves tmux's cursor by as many cells as it is counted for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.source.load import load
from roundtable_tui.text.cells import width
from roundtable_tui.text.graphemes import boundaries
from roundtable_tui.text.safe import display
from roundtable_tui.tui.page.blocks import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

PATIENCE = 20.0

# In the first column of a line, draw each text and ask where the cursor is (DSR 6).
ASK = """\
import os, re, sys, termios, tty
before = termios.tcgetattr(0)
tty.setraw(0)
widths = []
for text in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
    os.write(1, ("\\x1b[H\\x1b[2K" + text + "\\x1b[6n").encode())
    answer = b""
    while not answer.endswith(b"R"):
        answer += os.read(0, 1)
    widths.append(str(int(re.search(rb";(\\d+)R", answer)[1]) - 1))
termios.tcsetattr(0, termios.TCSANOW, before)
with open(sys.argv[2] + ".part", "w") as file:
    file.write(" ".join(widths))
os.rename(sys.argv[2] + ".part", sys.argv[2])
"""


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[str]:
    """Yield the name of a tmux server of this test's own, which is ended after it."""
    name = f"roundtable-test-{os.getpid()}"
    yield name
    subprocess.run(["tmux", "-L", name, "kill-server"], capture_output=True, timeout=PATIENCE)


def asked(texts: list[str], socket: str, folder: Path) -> list[int]:
    """Return by how many cells tmux moves its cursor for each of `texts`."""
    (folder / "ask.py").write_text(ASK, encoding="utf-8")
    (folder / "texts").write_text("\n".join(texts), encoding="utf-8")
    found = folder / "widths"
    program = [sys.executable, str(folder / "ask.py"), str(folder / "texts"), str(found)]
    subprocess.run(
        ["tmux", "-L", socket, "-u", "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", *program],
        check=True, timeout=PATIENCE, env={**os.environ, "LC_ALL": "C.UTF-8", "TMPDIR": str(folder)},
    )  # fmt: skip
    until = time.monotonic() + PATIENCE
    while not found.exists():
        assert time.monotonic() < until, "tmux has not answered"
        time.sleep(0.02)
    return [int(cells) for cells in found.read_text(encoding="utf-8").split()]


def test_every_character_of_the_bundled_pieces_is_as_wide_as_tmux_draws_it(socket: str, tmp_path: Path) -> None:
    met: set[str] = set()
    for path in (Path(__file__).parents[2] / "transcripts").glob("*.yaml"):
        transcript = load(path).transcript
        assert transcript is not None
        for block in blocks_of(transcript, {}):
            for text in (block.text.replace("\n", ""), block.label):
                ends = boundaries(text)
                met |= {text[start:end] for start, end in pairwise(ends)}
    texts = sorted(map(display, met))
    assert len(texts) > 1_000
    widths = asked(texts, socket, tmp_path)
    assert {text: cells for text, cells in zip(texts, widths, strict=True) if cells != width(text)} == {}


def test_what_the_reader_draws_itself_is_as_wide_as_tmux_draws_it(socket: str, tmp_path: Path) -> None:
    texts = [*"▎●▣→―■─・※◆┃│█▶×§…←↑↓⏎①〜～￥℃㎡ﾊﾟ｡、", "か\u3099", "e\u0301", "é", "ﾊﾞ"]
    widths = asked(texts, socket, tmp_path)
    assert dict(zip(texts, widths, strict=True)) == {text: width(text) for text in texts}
