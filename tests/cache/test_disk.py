"""The store: what was not written by it, as it is, under that key, is never given out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rejit.cache.disk import FILE, MANIFEST, OBJECT, DiskCache
from rejit.cache.seal import HEADER_BYTES, seal, unseal

FILE_KEY = FILE + bytes(16)
MANIFEST_KEY = MANIFEST + bytes(6) + bytes(range(32))
OBJECT_KEY = OBJECT + bytes(range(20))
OTHER_KEY = OBJECT + bytes(range(1, 21))
CONTENT = b"compiled " * 7


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def place(folder: Path, key: bytes) -> tuple[Path, int, int]:
    """Where an entry stands: (file, offset, length)."""
    if key[:1] != OBJECT:
        path = Path(DiskCache(str(folder)).path_of(key))
        return path, 0, path.stat().st_size
    segments = DiskCache(str(folder)).segments()
    assert segments.load(key) is not None
    number, offset, length = segments._places[key[-1] >> 4][key[1:]]
    return folder / "objects" / f"{number:08x}", offset, length


@pytest.mark.parametrize("key", [FILE_KEY, MANIFEST_KEY, OBJECT_KEY], ids=["file", "manifest", "object"])
def test_what_is_stored_is_loaded(folder: Path, key: bytes) -> None:
    cache = DiskCache(str(folder))
    assert cache.load(key) is None
    cache.store(key, CONTENT)
    assert cache.load(key) == CONTENT
    assert DiskCache(str(folder)).load(key) == CONTENT
    cache.store(key, b"newer")
    assert DiskCache(str(folder)).load(key) == b"newer"


@pytest.mark.parametrize("key", [MANIFEST_KEY, OBJECT_KEY], ids=["manifest", "object"])
def test_every_flipped_byte_is_a_miss_that_can_be_repaired(folder: Path, key: bytes) -> None:
    DiskCache(str(folder)).store(key, CONTENT)
    path, offset, length = place(folder, key)
    whole = path.read_bytes()
    for at in range(offset, offset + length):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        cache = DiskCache(str(folder))
        assert cache.load(key) is None, at
        assert cache.bad == 1, at
    cache.store(key, CONTENT)
    assert DiskCache(str(folder)).load(key) == CONTENT


@pytest.mark.parametrize("key", [MANIFEST_KEY, OBJECT_KEY], ids=["manifest", "object"])
def test_every_truncation_is_a_miss(folder: Path, key: bytes) -> None:
    DiskCache(str(folder)).store(key, CONTENT)
    path, offset, length = place(folder, key)
    for size in reversed(range(offset + length)):
        os.truncate(path, size)
        assert DiskCache(str(folder)).load(key) is None, size


def test_swapped_entries_do_not_open(folder: Path) -> None:
    cache = DiskCache(str(folder))
    other = MANIFEST_KEY[:-1] + b"\0"
    cache.store(MANIFEST_KEY, b"one")
    cache.store(other, b"two")
    one, two = Path(cache.path_of(MANIFEST_KEY)), Path(cache.path_of(other))
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    assert cache.load(MANIFEST_KEY) is None and cache.load(other) is None
    assert cache.bad == 2


def test_an_object_replayed_under_another_key_does_not_open(folder: Path) -> None:
    cache = DiskCache(str(folder))
    cache.store(OBJECT_KEY, CONTENT)
    index = folder / "objects" / f"index.{OBJECT_KEY[-1] >> 4:x}"
    entry = index.read_bytes()
    target = folder / "objects" / f"index.{OTHER_KEY[-1] >> 4:x}"
    target.write_bytes(OTHER_KEY[1:] + entry[20:])
    fresh = DiskCache(str(folder))
    assert fresh.load(OTHER_KEY) is None
    assert fresh.bad == 1


def test_an_entry_sealed_with_another_key_file_does_not_open(folder: Path, tmp_path: Path) -> None:
    DiskCache(str(folder)).store(MANIFEST_KEY, CONTENT)
    elsewhere = DiskCache(str(tmp_path / "other"))
    elsewhere.store(MANIFEST_KEY, b"evil")
    Path(DiskCache(str(folder)).path_of(MANIFEST_KEY)).write_bytes(Path(elsewhere.path_of(MANIFEST_KEY)).read_bytes())
    assert DiskCache(str(folder)).load(MANIFEST_KEY) is None


def test_a_seal_holds_key_and_content() -> None:
    entry = seal(b"s" * 32, b"key", b"content")
    assert unseal(b"s" * 32, b"key", entry) == b"content"
    assert unseal(b"t" * 32, b"key", entry) is None
    assert unseal(b"s" * 32, b"ke", entry[:HEADER_BYTES] + b"y" + entry[HEADER_BYTES:]) is None
    assert unseal(b"s" * 32, b"key", b"") is None


def test_no_descriptor_stays_open_after_close(folder: Path) -> None:
    before = os.listdir("/proc/self/fd")
    cache = DiskCache(str(folder))
    for n in range(40):
        cache.store(OBJECT + bytes(19) + bytes([n * 6]), CONTENT)
        assert cache.load(OBJECT + bytes(19) + bytes([n * 6])) == CONTENT
    cache.close()
    assert os.listdir("/proc/self/fd") == before
    assert cache.load(OBJECT + bytes(20)) == CONTENT
    cache.close()
