"""Pruning, checking, clearing, and the commands that do it."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest
from cache_tools import OUTPUT, PROGRAM, command, environment, run

from rejit.cache import care
from rejit.cache.disk import MANIFEST, OBJECT, DiskCache


def manifest_key(number: int) -> bytes:
    return MANIFEST + bytes(6) + bytes(31) + bytes([number])


@pytest.fixture
def cache(tmp_path: Path) -> DiskCache:
    return DiskCache(str(tmp_path / "cache"))


def fill(cache: DiskCache, count: int = 10) -> list[Path]:
    """Manifests of 64 KiB, the first used longest ago."""
    paths = []
    for number in range(count):
        cache.store(manifest_key(number), os.urandom(1 << 16))
        paths.append(Path(cache.path_of(manifest_key(number))))
        os.utime(paths[-1], (1000.0 * number + 10_000, 1000.0 * number + 10_000))
    return paths


def test_what_was_not_used_for_longest_goes_first(cache: DiskCache) -> None:
    paths = fill(cache)
    size = sum(one.size for one in care.inventory(cache.folder))
    assert care.prune(cache.folder, size, time.time()) == (0, 0)
    files, freed = care.prune(cache.folder, size // 2, time.time())
    assert [path.exists() for path in paths] == [False] * files + [True] * (10 - files)
    assert sum(one.size for one in care.inventory(cache.folder)) == size - freed <= size // 2


def test_a_use_counts(cache: DiskCache) -> None:
    paths = fill(cache)
    assert cache.load(manifest_key(0)) is not None
    care.prune(cache.folder, 5 << 16, time.time())
    assert paths[0].exists() and not paths[1].exists()


def test_a_clock_that_jumped_back(cache: DiskCache) -> None:
    """What seems to have been used in the future goes first; a use now puts it right."""
    paths = fill(cache)
    future = time.time() + 10**6
    os.utime(paths[4], (future, future))
    os.utime(paths[5], (future, future))
    assert cache.load(manifest_key(5)) is not None
    assert abs(paths[5].stat().st_mtime - time.time()) < 60
    care.prune(cache.folder, 9 << 16, time.time())
    assert not paths[4].exists() and paths[5].exists()


def test_indexes_do_not_lead_to_what_is_gone(cache: DiskCache) -> None:
    keys = [OBJECT + os.urandom(20) for _ in range(60)]
    for key in keys:
        cache.store(key, bytes(100))
    care.prune(cache.folder, 0, time.time())
    assert all(cache.load(key) is None for key in keys)  # a process that had it open
    assert all(DiskCache(cache.folder).load(key) is None for key in keys)
    cache.close()
    again = DiskCache(cache.folder)
    for key in keys:
        again.store(key, bytes(200))
    assert all(DiskCache(cache.folder).load(key) == bytes(200) for key in keys)
    assert sum(one.size for one in care.inventory(cache.folder) if one.kind == "index") <= 16 * 4096


def test_left_overs_of_the_dead_are_removed(cache: DiskCache) -> None:
    (path,) = fill(cache, 1)
    old, new = Path(f"{path}.1.new"), Path(f"{path}.2.new")
    for left in (old, new):
        left.write_bytes(b"half")
    os.utime(old, (1000, 1000))
    care.prune(cache.folder, 1 << 30, time.time())
    assert not old.exists() and new.exists() and path.exists()


# -- the commands ------------------------------------------------------------------------------------------------------


def rejit_cache(cache: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        command("cache", *arguments), env=environment(cache), capture_output=True, text=True, timeout=200
    )
    return done.returncode, done.stdout + done.stderr


def test_the_commands(tmp_path: Path) -> None:
    cache, program = tmp_path / "cache", tmp_path / "program.ll"
    program.write_text(PROGRAM)
    assert rejit_cache(cache, "path") == (0, f"{cache}\n")
    assert rejit_cache(cache, "stats")[0] == 1  # there is none
    assert not cache.exists()
    run(program, cache)
    status, shown = rejit_cache(cache, "list")
    assert status == 0 and "functions at tier 0" in shown
    status, shown = rejit_cache(cache, "stats")
    assert status == 0 and "modules       1 files" in shown
    status, shown = rejit_cache(cache, "verify")
    assert status == 0 and "entries are whole, 0 are not" in shown
    (manifest,) = (cache / "modules").glob("*/*")
    content = bytearray(manifest.read_bytes())
    content[100] ^= 1
    manifest.write_bytes(content)
    status, shown = rejit_cache(cache, "verify")
    assert status == 1 and "damaged: modules/" in shown
    assert "damaged" in rejit_cache(cache, "list")[1]
    assert rejit_cache(cache, "prune", "1k")[0] == 0
    assert not list((cache / "modules").glob("*/*"))
    assert rejit_cache(cache, "clear")[0] == 0
    assert not (cache / "key").exists()
    assert run(program, cache)[0] == OUTPUT
    assert rejit_cache(cache, "prune", "many")[0] == 1
    assert rejit_cache(cache, "dance")[0] == 2
    assert rejit_cache(cache)[0] == 2


def test_a_folder_of_somebody_else_is_not_cleared(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o700)
    (cache / "key").write_bytes(bytes(32))
    os.chown(cache, 12345, -1)
    assert rejit_cache(cache, "clear")[0] == 1
    assert (cache / "key").exists()


def test_what_was_imported_is_never_pruned(cache: DiskCache) -> None:
    fill(cache)
    imported = Path(cache.folder) / "imports" / "program.rejit"
    imported.parent.mkdir(mode=0o700)
    imported.write_bytes(os.urandom(1 << 20))
    os.utime(imported, (1.0, 1.0))
    care.prune(cache.folder, 5 << 16, time.time())
    assert imported.exists()
    rest = sum(one.size for one in care.inventory(cache.folder) if one.kind != "imports")
    assert (4 << 16) <= rest <= 5 << 16
