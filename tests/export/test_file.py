from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.export.file import AlreadyThereError, WriteError, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

posix_only = pytest.mark.skipif(os.name == "nt", reason="needs POSIX file modes and links")


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_the_text_arrives_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    target = tmp_path / "会議.md"
    write_atomically(target, "一行目\n二行目\r\nend")
    assert target.read_bytes() == "一行目\n二行目\r\nend".encode()
    assert names_in(tmp_path) == ["会議.md"]


def test_an_existing_file_is_not_replaced_unless_asked(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")
    with pytest.raises(AlreadyThereError, match=r"a\.md already exists and was not replaced") as caught:
        write_atomically(target, "new")
    assert isinstance(caught.value, FileExistsError)
    assert caught.value.errno == errno.EEXIST
    assert target.read_text() == "old"
    write_atomically(target, "new", overwrite=True)
    assert target.read_text() == "new"
    assert names_in(tmp_path) == ["a.md"]


def test_overwriting_a_file_that_is_not_there_makes_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.md", "text", overwrite=True)
    assert (tmp_path / "a.md").read_text() == "text"


@pytest.mark.parametrize("links", [True, False])
def test_of_many_writers_at_once_exactly_one_gets_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refuse_links)
    # All pass the early look before anyone takes the name: only the last step can decide.
    barrier = threading.Barrier(8)
    fsync = os.fsync

    def together(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            barrier.wait(60)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", together)
    outcomes: list[str] = []

    def write(number: int) -> None:
        try:
            write_atomically(tmp_path / "a.md", f"writer {number}")
            outcomes.append(f"writer {number}")
        except AlreadyThereError:
            outcomes.append("refused")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count("refused") == 7
    assert (tmp_path / "a.md").read_text() in outcomes
    assert names_in(tmp_path) == ["a.md"]


def refuse_links(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_a_file_system_without_hard_links_still_refuses_to_replace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", refuse_links)
    write_atomically(tmp_path / "a.md", "first")
    with pytest.raises(AlreadyThereError):
        write_atomically(tmp_path / "a.md", "second")
    assert (tmp_path / "a.md").read_text() == "first"
    assert names_in(tmp_path) == ["a.md"]


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_full_disk_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
) -> None:
    target = tmp_path / "a.md"
    if overwrite:
        target.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"a\.md was not written: No space left on device"):
        write_atomically(target, "new", overwrite=overwrite)
    assert names_in(tmp_path) == (["a.md"] if overwrite else [])
    if overwrite:
        assert target.read_text() == "old"


def test_an_interruption_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.md", "new")
    assert names_in(tmp_path) == []


@posix_only
def test_the_mode_of_an_existing_file_is_kept_and_a_new_one_obeys_the_umask(tmp_path: Path) -> None:
    old_umask = os.umask(0o027)
    try:
        private, shared, new = tmp_path / "private", tmp_path / "shared", tmp_path / "new"
        private.write_text("old")
        private.chmod(0o600)
        shared.write_text("old")
        shared.chmod(0o666)
        for path in (private, shared, new):
            write_atomically(path, "new", overwrite=True)
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (private, shared, new)]
    finally:
        os.umask(old_umask)
    assert modes == [0o600, 0o666, 0o640]


@posix_only
def test_a_private_file_is_never_readable_by_others_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "private"
    target.write_text("old")
    target.chmod(0o600)
    seen: list[int] = []
    fsync = os.fsync

    def look(descriptor: int) -> None:
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode):
            seen.append(stat.S_IMODE(status.st_mode))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    write_atomically(target, "new", overwrite=True)
    assert seen == [0o600]


@posix_only
@pytest.mark.parametrize("dangling", [True, False])
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_symbolic_link_is_neither_followed_nor_replaced(tmp_path: Path, dangling: bool, overwrite: bool) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / "link"
    if not dangling:
        elsewhere.write_text("old")
    link.symlink_to(elsewhere)
    with pytest.raises(WriteError, match="is a symbolic link" if overwrite else "already exists"):
        write_atomically(link, "new", overwrite=overwrite)
    assert link.is_symlink()
    assert elsewhere.exists() is not dangling
    if not dangling:
        assert elsewhere.read_text() == "old"


@posix_only
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")
    target.chmod(0o444)
    with pytest.raises(WriteError, match="is read-only"):
        write_atomically(target, "new", overwrite=True)
    assert target.read_text() == "old"


@posix_only
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match="is not a regular file"):
        write_atomically(tmp_path / "pipe", "new", overwrite=True)


def test_every_other_mistake_has_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cases: list[tuple[Path, str]] = [
        (tmp_path, "is a folder, not a file"),
        (tmp_path / "missing" / "a.md", r"the folder .*missing does not exist"),
        (tmp_path / "nul\0.md", "is no name that a file can have"),
        (tmp_path / ("長" * 200), "was not written: "),
    ]
    if os.name != "nt":
        cases.append((tmp_path / "file" / "a.md", "file is not a folder"))
    for path, message in cases:
        for overwrite in (True, False):
            with pytest.raises(WriteError, match=message):
                write_atomically(path, "new", overwrite=overwrite)
    assert names_in(tmp_path) == ["file"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_permission_has_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(WriteError, match="may not be written to"):
        write_atomically(tmp_path / "a.md", "new")
    tmp_path.chmod(0o755)


def test_half_a_surrogate_pair_is_refused_before_anything_is_touched(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="character 2 of the text is half of a surrogate pair"):
        write_atomically(tmp_path / "a.md", "a\ud800")
    assert names_in(tmp_path) == []
