"""Which folders are trusted: what lies in them is executed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rejit.cache.folder import Refused, default_folder, open_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    open_folder(str(tmp_path / "cache"))
    return tmp_path / "cache"


def refused(folder: Path) -> str:
    with pytest.raises(Refused) as caught:
        open_folder(str(folder))
    return str(caught.value)


def test_a_new_folder_is_the_users_own(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "key").stat().st_mode & 0o777 == 0o600
    assert open_folder(str(folder)) == (folder / "key").read_bytes()


def test_a_symbolic_link_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert "symbolic link" in refused(tmp_path / "link")


def test_a_folder_open_to_others_is_refused(folder: Path) -> None:
    folder.chmod(0o750)
    assert "mode 750" in refused(folder)


def test_another_users_folder_is_refused(folder: Path) -> None:
    os.chown(folder, 12345, -1)
    assert "belongs to user 12345" in refused(folder)


@pytest.mark.parametrize("damage", ["mode", "owner", "link", "short"])
def test_a_key_that_is_not_ours_alone_is_refused(folder: Path, damage: str, tmp_path: Path) -> None:
    key = folder / "key"
    if damage == "mode":
        key.chmod(0o644)
    elif damage == "owner":
        os.chown(key, 12345, -1)
    elif damage == "link":
        key.rename(tmp_path / "elsewhere")
        key.symlink_to(tmp_path / "elsewhere")
    else:
        key.write_bytes(b"short")
    assert "key" in refused(folder)


def test_a_parent_that_everybody_may_write_is_refused(folder: Path) -> None:
    folder.parent.chmod(0o777)
    assert "sticky" in refused(folder)
    folder.parent.chmod(0o1777)
    open_folder(str(folder))


def test_where_the_folder_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REJIT_CACHE_DIR", "/one")
    assert default_folder() == "/one"
    monkeypatch.delenv("REJIT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/two")
    assert default_folder() == "/two/rejit"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/three")
    assert default_folder() == "/three/.cache/rejit"
    monkeypatch.setenv("HOME", "")
    with pytest.raises(Refused):
        default_folder()
