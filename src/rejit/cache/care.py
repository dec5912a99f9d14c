"""Care of a cache folder: what is in it, whether it is whole, and keeping it below its size.

Pruning goes by whole files, the least recently used first: a manifest, a text, a segment of small entries. `touch` in
segments.py marks use. Other processes may read and write meanwhile: what is gone is a miss, and nothing is half gone.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from rejit.cache.disk import FILE, MANIFEST, OBJECT, TEXT
from rejit.cache.folder import write_whole
from rejit.cache.seal import unseal
from rejit.cache.segments import ENTRY, INDEX_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rejit.cache.disk import DiskCache

PRUNE_TO = 0.9  # of the limit: so that not every start has to prune
LEFT_OVER_S = 3600  # a file under its first name (`.new`) that is older than this was left by a process that died


class Kept(NamedTuple):
    """One file of a cache."""

    kind: str  # "modules", "texts", "files", "objects", "index"
    path: str
    size: int
    used: float  # when, seconds since 1970


def inventory(folder: str) -> list[Kept]:
    """All files of a cache but its key."""
    found = []
    for root, _, names in os.walk(folder):
        kind = os.path.relpath(root, folder).partition("/")[0]
        for name in names:
            path = os.path.join(root, name)
            try:
                status = os.lstat(path)
            except OSError:
                continue
            if kind != ".":
                if name in ("users", "claims"):  # locks, without content
                    continue
                what = "index" if name.startswith("index.") else kind
                found.append(Kept(what, path, status.st_blocks * 512, status.st_mtime))
    return found


def prune(folder: str, limit: int, now: float) -> tuple[int, int]:
    """Delete what was not used for longest until the folder is below its limit: (files deleted, bytes freed)."""
    kept = inventory(folder)
    kept = [one for one in kept if one.kind != "imports"]  # the user put them there
    total = sum(one.size for one in kept)
    gone = {one for one in kept if one.path.endswith(".new") and now - one.used > LEFT_OVER_S}
    if total > limit:
        # A time to come was written while the clock was wrong: it is no reason to keep a file for ever.
        for one in sorted(kept, key=lambda k: k.used if k.used <= now + 60 else 0.0):
            if total <= limit * PRUNE_TO:
                break
            if one.kind != "index" and one not in gone:
                gone.add(one)
                total -= one.size
    deleted = []
    for one in gone:
        try:
            os.unlink(one.path)
            deleted.append(one)
        except OSError:
            pass
    if any(one.kind == "objects" for one in deleted):
        _tidy_indexes(f"{folder}/objects")
    return len(deleted), sum(one.size for one in deleted)


def _tidy_indexes(folder: str) -> None:
    """Leave what leads to deleted segments out of the indexes. What is added meanwhile is lost, and compiled again."""
    there = {name for name in os.listdir(folder) if len(name) == 8}
    for name in INDEX_NAMES:
        path = f"{folder}/{name}"
        try:
            with open(path, "rb") as file:
                data = file.read()
            data = data[: len(data) // ENTRY.size * ENTRY.size]
            live = [entry for entry in ENTRY.iter_unpack(data) if f"{entry[1]:08x}" in there]
            write_whole(path, b"".join(ENTRY.pack(*entry) for entry in live))
        except OSError:
            continue


def verify(cache: DiskCache) -> Iterator[tuple[str, bool]]:
    """Every entry, and whether its seal is whole: (what it is, good)."""
    for one in inventory(cache.folder):
        if one.kind == "index":
            yield from _verify_index(cache, one.path)
        elif one.kind not in ("objects", "imports") and not one.path.endswith(".new"):
            key = key_of(one)
            try:
                with open(one.path, "rb") as file:
                    good = key is not None and unseal(cache.secret, key, file.read()) is not None
            except OSError:
                continue
            yield os.path.relpath(one.path, cache.folder), good


def key_of(kept: Kept) -> bytes | None:
    """The key of an entry that has a file of its own; None for other files."""
    name = os.path.basename(kept.path)
    try:
        if kept.kind == "modules":
            return MANIFEST + bytes.fromhex(os.path.basename(os.path.dirname(kept.path)) + name.replace(".", ""))
        return {"files": FILE, "texts": TEXT}[kept.kind] + bytes.fromhex(name)
    except (KeyError, ValueError):
        return None


def _verify_index(cache: DiskCache, path: str) -> Iterator[tuple[str, bool]]:
    with open(path, "rb") as file:
        data = file.read()
    newest = {entry[0]: entry for entry in ENTRY.iter_unpack(data[: len(data) // ENTRY.size * ENTRY.size])}
    for name, segment, offset, length in newest.values():
        try:
            with open(f"{cache.folder}/objects/{segment:08x}", "rb") as file:
                content = os.pread(file.fileno(), min(length, os.fstat(file.fileno()).st_size), offset)
        except FileNotFoundError:
            continue  # pruned
        yield f"objects/{segment:08x}+{offset}", unseal(cache.secret, OBJECT + name, content) is not None


def clear(folder: str) -> int:
    """Delete everything in a cache folder, its key included: how many files."""
    files = [one.path for one in inventory(folder)]
    for path in (*files, f"{folder}/key"):
        try:
            os.unlink(path)
        except OSError:
            pass
    for root, folders, _ in os.walk(folder, topdown=False):
        for name in folders:
            try:
                os.rmdir(os.path.join(root, name))
            except OSError:
                pass
    return len(files)
