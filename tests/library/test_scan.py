from __future__ import annotations

import os
from typing import TYPE_CHECKING

from roundtable_tui.library.scan import MISSING, SETTLING_NS, Changes, Stamp, changes, is_settled, scan, signature

if TYPE_CHECKING:
    from pathlib import Path


def test_changes_are_what_came_what_was_edited_and_what_went() -> None:
    one, other = Stamp(1, 2, 3, 4), Stamp(1, 2, 5, 4)
    before = {"b.yaml": one, "a.yaml": one, "same.yaml": one}
    after = {"a.yaml": other, "d.yaml": one, "c.yaml": one, "same.yaml": one}
    assert changes(before, after) == Changes(("c.yaml", "d.yaml"), ("a.yaml",), ("b.yaml",))
    assert changes(before, after)
    assert not changes(before, dict(before))


def test_a_scan_opens_no_file_and_sees_every_change(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    path.chmod(0)
    before = scan(str(tmp_path))
    assert before == scan(str(tmp_path))
    path.chmod(0o600)
    path.write_text("two")
    assert changes(before, scan(str(tmp_path))).edited == ("a.yaml",)


def test_a_link_to_nowhere_is_seen_and_seen_again_once_it_leads_somewhere(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "target")
    before = scan(str(tmp_path))
    assert before == {"link.yaml": MISSING}
    (tmp_path / "target").touch()
    assert changes(before, scan(str(tmp_path))).edited == ("link.yaml",)


def test_a_signature_changes_when_the_file_is_replaced_at_equal_size_and_time(tmp_path: Path) -> None:
    path, other = tmp_path / "a.yaml", tmp_path / "b"
    path.write_text("one")
    other.write_text("two")
    before = signature(path)
    assert before == signature(path)
    os.utime(other, ns=(0, path.stat().st_mtime_ns))
    other.replace(path)
    assert signature(path) != before
    path.unlink()
    assert signature(path) is None


def test_a_file_is_settled_once_its_clock_has_moved_on() -> None:
    stamp = Stamp(1, 1000, 1000, 1)
    assert not is_settled(stamp, 1000)
    assert not is_settled(stamp, 1000 + SETTLING_NS)
    assert is_settled(stamp, 1001 + SETTLING_NS)
