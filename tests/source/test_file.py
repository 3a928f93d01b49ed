"""Only regular files are read, and nothing makes reading wait or grow without end."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.source import file
from roundtable_tui.source.file import MAX_BYTES, UnreadableError, read_bytes
from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(path)
    return caught.value.code, str(caught.value)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a\r\n\x1a\xff\0b")
    assert read_bytes(tmp_path / "x") == b"a\r\n\x1a\xff\0b"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a")
    (tmp_path / "y").symlink_to(tmp_path / "x")
    assert read_bytes(tmp_path / "y") == b"a"


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    assert refusal(tmp_path / "x") == ("not-a-file", "this is a pipe, not a regular file")


def test_a_file_that_becomes_a_pipe_while_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a")
    real_open = os.open

    def swap_and_open(name: Path, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return real_open(name, flags)

    monkeypatch.setattr(file.os, "open", swap_and_open)
    assert refusal(path)[0] == "not-a-file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero here")
def test_a_device_is_refused() -> None:
    assert refusal(Path("/dev/zero")) == ("not-a-file", "this is a device, not a regular file")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == ("not-a-file", "this is a folder, not a regular file")


@pytest.fixture
def socket_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("x")
        yield Path("x")


def test_a_socket_is_refused(socket_path: Path) -> None:
    assert refusal(socket_path)[0] == "not-a-file"


@pytest.mark.parametrize("name", ["missing.yaml", "nul\0.yaml", "no/such/folder.yaml"])
def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path, name: str) -> None:
    loaded = load(tmp_path / name)
    assert loaded.transcript is None
    assert [problem.code for problem in loaded.problems] == ["missing-file"]


def test_what_the_system_refuses_is_a_problem_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.yaml").write_bytes(b"a")

    def refuse(name: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(name))

    monkeypatch.setattr(file.os, "open", refuse)
    (problem,) = load(tmp_path / "x.yaml").problems
    assert (problem.code, problem.line) == ("unreadable-file", 0)
    assert problem.message == "the file cannot be read: Permission denied"


def test_eight_mebibytes_are_read_and_no_byte_more(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert refusal(path)[0] == "too-large"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "x").open("wb") as large:
        large.truncate(1 << 40)
    monkeypatch.setattr(file.os, "read", None)
    assert refusal(tmp_path / "x")[0] == "too-large"


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x").write_bytes(b"a")
    asked: list[int] = []

    def endless(_file: int, size: int) -> bytes:
        asked.append(size)
        return b"#" * min(size, 1 << 20)

    monkeypatch.setattr(file.os, "read", endless)
    assert refusal(tmp_path / "x")[0] == "too-large"
    assert len(asked) == MAX_BYTES // (1 << 20) + 1
