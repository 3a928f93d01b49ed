"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_CREATE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY


class WriteError(OSError):
    """A file could not be written; `str()` is one sentence that names the file and says what would help."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(number, message)

    def __str__(self) -> str:
        return str(self.strerror)


class AlreadyThereError(WriteError, FileExistsError):
    """The file exists and was not to be replaced."""


def write_atomically(path: Path, text: str, *, overwrite: bool = False) -> None:
    r"""Write `text` to `path` as UTF-8 with `\n` line ends, so that a reader sees the old file, or the whole new one.

    The text goes to a temporary file in the same folder, to the disk, and then takes its name in one step. Without
    `overwrite` that step fails if the name has been taken, even in the last moment. With `overwrite` a regular file
    is replaced and its permission bits are kept; anything else that has the name (a symbolic link, a folder,
    a device) and a read-only file are refused. Whatever goes wrong, the old file stays and nothing is left beside it.

    Raises AlreadyThereError where `path` exists and `overwrite` is false, WriteError for everything else.
    """
    data = _encoded(path, text)
    try:
        mode = _mode_of_existing(path, overwrite=overwrite)
        temporary = path.parent / f".roundtable-{os.urandom(8).hex()}.tmp"
        try:
            _write(temporary, data, mode)
            _take_name(temporary, path, overwrite=overwrite)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
    except WriteError:
        raise
    except (OSError, ValueError) as error:
        raise _explained(path, error) from error
    _sync_folder(path.parent)


def _encoded(path: Path, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        message = _("{path} was not written: character {number} of the text is half of a surrogate pair").format(
            path=path, number=error.start + 1
        )
        raise WriteError(errno.EILSEQ, message) from error


def _mode_of_existing(path: Path, *, overwrite: bool) -> int | None:
    """Return the permission bits of the file that will be replaced, None where there is none."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise WriteError(errno.EISDIR, _("{path} is a folder, not a file").format(path=path))
    if not overwrite:
        raise _already_there(path)
    if stat.S_ISLNK(found.st_mode):
        message = _("{path} is a symbolic link and is neither followed nor replaced; name the file itself").format(
            path=path
        )
        raise WriteError(errno.ELOOP, message)
    if not stat.S_ISREG(found.st_mode):
        raise WriteError(errno.EINVAL, _("{path} is not a regular file and is not replaced").format(path=path))
    if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise WriteError(errno.EACCES, _("{path} is read-only and is not replaced").format(path=path))
    return stat.S_IMODE(found.st_mode) & 0o777


def _already_there(path: Path) -> AlreadyThereError:
    return AlreadyThereError(errno.EEXIST, _("{path} already exists and was not replaced").format(path=path))


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    # Created with no more than the final permissions, so that a private file is never readable on the way.
    descriptor = os.open(temporary, _CREATE, 0o666 if mode is None else mode & 0o666)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if mode is not None:
        temporary.chmod(mode)


def _take_name(temporary: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
        return
    try:
        if os.name == "nt":  # renaming onto an existing file fails there, and hard links need NTFS
            temporary.rename(path)
        else:
            os.link(temporary, path)
    except FileExistsError:
        raise _already_there(path) from None
    except OSError:
        _take_name_without_links(temporary, path)


def _take_name_without_links(temporary: Path, path: Path) -> None:
    """Give the file its name on a file system without hard links (FAT, some network drives): reserve, then replace."""
    try:
        os.close(os.open(path, _CREATE, 0o666))
    except FileExistsError:
        raise _already_there(path) from None
    try:
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the platform can; the file is complete either way."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _explained(path: Path, error: OSError | ValueError) -> WriteError:
    """Return what `error` means for somebody who wanted a file."""
    reason = str(error)
    if isinstance(error, ValueError):
        message = _("{path} is no name that a file can have: {reason}")
    elif isinstance(error, FileNotFoundError):
        message = _("{path} was not written: the folder {folder} does not exist")
    elif isinstance(error, NotADirectoryError):
        message = _("{path} was not written: {folder} is not a folder")
    elif isinstance(error, PermissionError):
        message = _("{path} was not written: the folder {folder} may not be written to")
    else:
        message = _("{path} was not written: {reason}")
        reason = error.strerror or reason
    number = errno.EINVAL if isinstance(error, ValueError) else error.errno or errno.EIO
    return WriteError(number, message.format(path=path, folder=path.parent, reason=reason))
