from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LIST = "-m roundtable_tui list"


@pytest.fixture
def library(tmp_path: Path, write_piece: Callable[..., Path]) -> Path:
    for number in range(1, 4):
        write_piece(tmp_path / "lib" / f"{number}.yaml", title="―紙①\U0001f600", held="2021")
    return tmp_path / "lib"


def shell(library: Path, rest: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run `list` on `library` in a shell, with `rest` after it."""
    command = f'{sys.executable} {LIST} --library "{library}" {rest}'
    return subprocess.run(["sh", "-c", command], capture_output=True, env={**os.environ, **environ}, check=False)


def test_a_reader_that_closes_the_pipe_is_no_error_to_speak_of(library: Path) -> None:
    for number in range(2000):
        (library / f"x{number}.yaml").touch()
    command = f'({sys.executable} {LIST} --library "{library}"; echo $? >&2) | head -1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.stderr.split() == [b"141"]
    assert done.stdout.count(b"\n") == 1


def test_an_interrupt_ends_with_130_and_without_a_traceback(library: Path) -> None:
    code = (
        "import os, signal, sys, roundtable_tui.cli.list as command\n"
        "command.run = lambda args, out: os.kill(os.getpid(), signal.SIGINT)\n"
        "from roundtable_tui.cli.main import main\nsys.exit(main(['list']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_said_once_and_ends_with_2(library: Path) -> None:
    done = shell(library, ">/dev/full")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["roundtable: No space left on device"]


def test_a_closed_stdout_is_said_and_nothing_is_written_into_a_file_instead(library: Path, home: Path) -> None:
    done = shell(library, ">&-")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["roundtable: stdout is closed"]
    done = shell(library, "<&- 2>&-")
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == 3


def test_the_number_of_a_closed_stream_goes_to_no_file() -> None:
    code = (
        "import os, sys; from roundtable_tui.cli.streams import prepare; prepare(os.environ); "
        "print(os.open(os.devnull, os.O_RDONLY) > 2)"
    )
    for closed in ("<&-", "2>&-", "<&- 2>&-"):
        done = subprocess.run(["sh", "-c", f"{sys.executable} -c '{code}' {closed}"], capture_output=True, check=False)
        assert done.stdout == b"True\n"


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "ja_JP.eucJP"])
def test_no_locale_makes_japanese_a_crash(library: Path, locale: str) -> None:
    done = shell(library, "", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", ROUNDTABLE_LANG="en")
    assert done.returncode == 0
    assert done.stderr == b""
    assert "―紙①\U0001f600" in done.stdout.decode()


def test_the_encoding_that_python_is_told_to_use_is_used(library: Path) -> None:
    done = shell(library, "", PYTHONIOENCODING="euc-jp")
    assert done.returncode == 0
    assert "紙①".encode("euc_jis_2004")[:2] in done.stdout
    assert b"\\U0001f600" in done.stdout
    assert shell(library, "", PYTHONIOENCODING="ascii:replace").stdout.count(b"????") == 3


def test_signals_are_left_as_they_were() -> None:
    code = "import signal; from roundtable_tui.cli.main import main; main(['--version']); print(signal.getsignal(2))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "default_int_handler" in done.stdout
