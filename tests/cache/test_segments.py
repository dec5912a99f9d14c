"""Many small entries in few files: whoever dies, whatever tears, the rest is found and nothing wrong is."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import tools
from rejit.cache.disk import OBJECT, DiskCache
from rejit.cache.segments import ENTRY, INDEX_NAMES

WRITER = """
import os, random, sys
from rejit.cache.disk import DiskCache
from rejit.cache.seal import digest
folder, seed = sys.argv[1], sys.argv[2]
cache = DiskCache(folder)
os.write(1, b"x")
for n in range(100000):
    name = f"{seed} {n}".encode()
    cache.store(b"o" + digest(name) + digest(name)[:4], name * 60)
"""


def key(name: str) -> bytes:
    from rejit.cache.seal import digest

    hashed = digest(name.encode())
    return OBJECT + hashed + hashed[:4]


def every_entry(folder: Path) -> int:
    """Read all that the indexes lead to: what opens is what was stored under that key."""
    cache = DiskCache(str(folder))
    found = 0
    for name in INDEX_NAMES:
        try:
            data = (folder / "objects" / name).read_bytes()
        except FileNotFoundError:
            continue
        for entry in ENTRY.iter_unpack(data[: len(data) // ENTRY.size * ENTRY.size]):
            content = cache.load(OBJECT + entry[0])
            if content is not None:
                assert key(content[: len(content) // 60].decode()) == OBJECT + entry[0]
                found += 1
    cache.close()
    return found


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_in_the_middle_of_stores(tmp_path: Path, kills: int) -> None:
    folder = tmp_path / "cache"
    chance = random.Random(kills)
    before = 0
    for seed in range(kills):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, folder, str(seed)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        with writer:
            writer.stdout.read(1)
            try:
                writer.wait(chance.random() * 0.05)
            except subprocess.TimeoutExpired:
                pass
            os.kill(writer.pid, signal.SIGKILL)
        if seed % 10 == 9:
            after = every_entry(folder)
            assert after >= before
            before = after
    assert before > kills
    cache = DiskCache(str(folder))
    cache.store(key("after"), b"after" * 60)
    assert DiskCache(str(folder)).load(key("after")) == b"after" * 60


def test_writers_at_once_do_not_share_a_segment(tmp_path: Path) -> None:
    caches = [DiskCache(str(tmp_path / "cache")) for _ in range(6)]
    for n in range(50):
        for number, cache in enumerate(caches):
            cache.store(key(f"{number} {n}"), f"{number} {n}".encode() * 60)
    assert len(caches[0].segments().segments()) == 6
    for cache in caches:
        assert cache.load(key("3 49")) == b"3 49" * 60  # what another stored meanwhile
    assert every_entry(tmp_path / "cache") == 300
    caches[0].close()
    again = DiskCache(str(tmp_path / "cache"))
    again.store(key("more"), b"more")
    assert len(again.segments().segments()) == 6  # the one that was let go is taken again


def test_a_torn_index_loses_only_its_end(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    cache = DiskCache(str(folder))
    names = [f"torn {n}" for n in range(400)]
    for name in names:
        cache.store(key(name), name.encode() * 60)
    cache.close()
    for name in INDEX_NAMES:
        path = folder / "objects" / name
        os.truncate(path, path.stat().st_size - 5)
    assert every_entry(folder) == 400 - 16
    again = DiskCache(str(folder))
    for name in names:
        if again.load(key(name)) is None:
            again.store(key(name), name.encode() * 60)
    again.close()
    fresh = DiskCache(str(folder))
    assert all(fresh.load(key(name)) in (None, name.encode() * 60) for name in names)
    fresh.store(key("new"), b"new" * 60)
    assert DiskCache(str(folder)).load(key("new")) == b"new" * 60


def test_garbage_in_an_index_leads_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    cache = DiskCache(str(folder))
    cache.store(key("a"), b"a" * 60)
    shard = folder / "objects" / INDEX_NAMES[key("a")[-1] >> 4]
    segment = int(next(p.name for p in (folder / "objects").iterdir() if "." not in p.name), 16)
    shard.write_bytes(
        b"".join(
            ENTRY.pack(key("a")[1:], number, offset, length)
            for number in (segment, 1)
            for offset in (0, 7, 1 << 31)
            for length in (0, 3, 80, 1 << 31)
        )
    )
    assert DiskCache(str(folder)).load(key("a")) is None


@pytest.mark.parametrize("room", [0, 1, 2, 5])
def test_a_full_disk_costs_entries_and_nothing_else(tmp_path: Path, room: int) -> None:
    """On a file system of 256 KiB, full but for some pages."""
    from cache_tools import OUTPUT, PROGRAM, command

    mount = tmp_path / "mount"
    mount.mkdir()
    program = tmp_path / "program.ll"
    program.write_text(PROGRAM)
    run = " ".join(f"'{word}'" for word in command("run", "--cache-dir", mount / "cache", "--workers", "0"))
    script = f"""
        set -e
        mount -t tmpfs -o size=256k tmpfs {mount}
        dd if=/dev/zero of={mount}/filler bs=4096 count=1000 2>/dev/null || true
        truncate -s -{room * 4096} {mount}/filler
        {run} {program}
        {run} {program}
        rm {mount}/filler
        {run} {program}
        {run} --stats - {program} >&2
    """
    done = subprocess.run(
        [tools.need("unshare"), "-m", "sh", "-c", script], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.encode() == OUTPUT * 3
    assert [line.split()[1] for line in done.stderr.splitlines() if "functions_compiled" in line] == ["0"]


def test_a_read_only_folder_serves_and_is_left_alone(tmp_path: Path) -> None:
    from cache_tools import OUTPUT, PROGRAM, command

    program = tmp_path / "program.ll"
    program.write_text(PROGRAM)
    mount = tmp_path / "mount"
    mount.mkdir()
    run = " ".join(f"'{word}'" for word in command("run", "--cache-dir", mount / "cache", "--workers", "0"))
    script = f"""
        set -e
        mount -t tmpfs tmpfs {mount}
        {run} {program}
        mount -o remount,ro {mount}
        {run} --stats - {program}
        {run} {program} x
    """
    done = subprocess.run(
        [tools.need("unshare"), "-m", "sh", "-c", script], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.encode() == OUTPUT * 3 + b"more\n"
    assert [line.split()[1] for line in done.stderr.splitlines() if "functions_compiled" in line] == ["0"]


def test_a_length_that_is_damaged_is_not_asked_for(tmp_path: Path) -> None:
    """4 GiB of memory would be."""
    cache = DiskCache(str(tmp_path / "cache"))
    cache.store(key("a"), b"content")
    cache.store(key("b"), b"what stands behind it")
    cache.close()
    for name in INDEX_NAMES:
        path = tmp_path / "cache" / "objects" / name
        if path.exists() and (data := path.read_bytes()):
            entries = ENTRY.iter_unpack(data)
            path.write_bytes(b"".join(ENTRY.pack(*entry[:3], (1 << 32) - 1) for entry in entries))
    script = f"""
import resource
from rejit.cache.disk import DiskCache
cache = DiskCache({str(tmp_path / "cache")!r})
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
print(cache.load(bytes.fromhex({key("a").hex()!r})))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "None\n", done.stderr
