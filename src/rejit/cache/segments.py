"""Many small entries in few files: segments that only grow, and an index of where each entry stands.

    objects/1f3a9c02       a segment: entry after entry, each sealed (`seal`)
    objects/index.a        what was stored under the keys that end in a name's hash with this digit: 32 bytes each
                               key 20 | segment 4 | offset 4 | length 4

Appending costs 6 us an entry here, a file of its own 62, SQLite in write-ahead mode 55 to 100 (docs/cache.md), and a
function takes LLVM 500. Nothing is locked but the segment one process appends to. Nothing has to be in order after a
crash, since an index entry is a hint: what it leads to counts only if its seal is whole and its own. So a torn end of a
segment is a gap, and a torn index a few entries less.

Files are read with `pread`, never mapped: a file that somebody truncates is then a miss, not a SIGBUS.
"""

from __future__ import annotations

import os
from struct import Struct
from time import monotonic, time

from rejit.cache.seal import seal, unseal

SEGMENT_BYTES = 8 << 20  # a segment that has grown beyond this gets no more entries; the unit of pruning
ENTRY = Struct("<20sIII")  # a key without its first byte, its last four the hash of a name
INDEX_NAMES = tuple(f"index.{n:x}" for n in range(16))
NAMES_S = 0.1  # for so long no index is read again for the name of something that it had nothing of
TOUCH_S = 3600  # a segment that was used is marked so, at most this often


class Segments:
    """The small entries of one cache folder, as one process sees them. The owner holds a lock."""

    def __init__(self, folder: str, secret: bytes) -> None:
        self.folder = folder
        self.secret = secret
        self.bad = 0  # entries that were not what they should be
        self._places: list[dict[bytes, tuple[int, int, int]]] = [{} for _ in INDEX_NAMES]
        self._names: list[set[bytes]] = [set() for _ in INDEX_NAMES]
        self._indexes: list[int] = [-1] * len(INDEX_NAMES)  # descriptors, for reading
        self._read_to = [0] * len(INDEX_NAMES)
        self._inodes = [0] * len(INDEX_NAMES)
        self._asked = [-NAMES_S] * len(INDEX_NAMES)  # when `has_name` last read an index
        self._appending: list[int] = [-1] * len(INDEX_NAMES)
        self._open: dict[int, int] = {}  # segment -> descriptor, for reading
        self._segment = 0  # the one this process appends to, and holds the lock of
        self._descriptor = -1
        self._end = 0

    # -- reading -------------------------------------------------------------------------------------------------

    def load(self, key: bytes) -> bytes | None:
        """The content kept under a key. None if there is none that is whole."""
        name = key[1:]
        shard = name[-1] >> 4
        place = self._places[shard].get(name)
        if place is None:
            self._refresh(shard)
            place = self._places[shard].get(name)
            if place is None:
                return None
        number, offset, length = place
        descriptor = self._segment_descriptor(number)
        content = None
        if descriptor >= 0:
            # An index is not sealed: a damaged length must not be asked for.
            length = min(length, os.fstat(descriptor).st_size)
            content = unseal(self.secret, key, os.pread(descriptor, length, offset))
            if content is None:
                self.bad += 1
        if content is None:
            del self._places[shard][name]
        return content

    def has_name(self, hashed: bytes) -> bool:
        """Whether there is a key that ends so. What another process has just stored may be missed."""
        shard = hashed[-1] >> 4
        if hashed not in self._names[shard] and monotonic() - self._asked[shard] > NAMES_S:
            self._refresh(shard)
            self._asked[shard] = monotonic()
        return hashed in self._names[shard]

    def _refresh(self, shard: int) -> None:
        """Read what was added to an index since it was last looked at."""
        descriptor = self._indexes[shard]
        if descriptor >= 0 and not os.fstat(descriptor).st_nlink:  # pruned: there is a new one
            os.close(descriptor)
            descriptor = self._indexes[shard] = -1
        if descriptor < 0:
            try:
                descriptor = os.open(f"{self.folder}/{INDEX_NAMES[shard]}", os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
            except FileNotFoundError:
                return
            self._indexes[shard] = descriptor
            if os.fstat(descriptor).st_ino != self._inodes[shard]:
                self._inodes[shard] = os.fstat(descriptor).st_ino
                self._read_to[shard] = 0
                self._places[shard].clear()
        at = self._read_to[shard]
        more = os.pread(descriptor, max(0, os.fstat(descriptor).st_size - at), at)
        if not more:
            return
        more = more[: len(more) // ENTRY.size * ENTRY.size]
        self._read_to[shard] = at + len(more)
        places, names = self._places[shard], self._names[shard]
        for name, number, offset, length in ENTRY.iter_unpack(more):
            places[name] = number, offset, length
            names.add(name[-4:])

    def _segment_descriptor(self, number: int) -> int:
        descriptor = self._open.get(number)
        if descriptor is None:
            try:
                descriptor = os.open(f"{self.folder}/{number:08x}", os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
                touch(descriptor)
            except OSError:
                descriptor = -1
            self._open[number] = descriptor
        return descriptor

    # -- writing -------------------------------------------------------------------------------------------------

    def store(self, key: bytes, content: bytes) -> None:
        """Keep content under a key. OSError if it cannot be written."""
        entry = seal(self.secret, key, content)
        if self._descriptor < 0 or self._end > SEGMENT_BYTES:
            self._take_segment()
        # Not O_APPEND: what a crashed writer left torn is behind `_end`, and nobody else writes while we hold the lock.
        if os.pwrite(self._descriptor, entry, self._end) != len(entry):
            raise OSError(28, "No space left on device")
        self._index(key[1:], self._end, len(entry))
        self._end += len(entry)

    def _index(self, name: bytes, offset: int, length: int) -> None:
        shard = name[-1] >> 4
        descriptor = self._appending[shard]
        if descriptor < 0:
            descriptor = self._appending[shard] = os.open(
                f"{self.folder}/{INDEX_NAMES[shard]}",
                os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW,
                0o600,
            )
            if os.fstat(descriptor).st_size % ENTRY.size:  # a crash tore it: nothing behind would be read aright
                self._close_index(shard)
                os.unlink(f"{self.folder}/{INDEX_NAMES[shard]}")
                self._index(name, offset, length)
                return
        elif not os.fstat(descriptor).st_nlink:  # pruned meanwhile
            self._close_index(shard)
            self._index(name, offset, length)
            return
        if os.write(descriptor, ENTRY.pack(name, self._segment, offset, length)) != ENTRY.size:
            raise OSError(28, "No space left on device")

    def _close_index(self, shard: int) -> None:
        os.close(self._appending[shard])
        self._appending[shard] = -1

    def _take_segment(self) -> None:
        """Get a segment that nobody else appends to, for as long as this process lives."""
        from fcntl import LOCK_EX, LOCK_NB, flock

        self._release_segment()
        os.makedirs(self.folder, 0o700, exist_ok=True)
        for number in self.segments():
            try:
                descriptor = os.open(f"{self.folder}/{number:08x}", os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
            except OSError:
                continue
            status = os.fstat(descriptor)
            if status.st_size <= SEGMENT_BYTES // 2:
                try:
                    flock(descriptor, LOCK_EX | LOCK_NB)
                    status = os.fstat(descriptor)
                    if status.st_nlink:
                        self._descriptor, self._segment, self._end = descriptor, number, status.st_size
                        return
                except OSError:
                    pass
            os.close(descriptor)
        number = int.from_bytes(os.urandom(4), "little")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        self._descriptor = os.open(f"{self.folder}/{number:08x}", flags, 0o600)
        self._segment, self._end = number, 0
        try:
            flock(self._descriptor, LOCK_EX | LOCK_NB)
        except BlockingIOError:  # somebody was faster to take the new one
            self._take_segment()
        except OSError:
            pass  # no locks here: then nobody takes a segment that exists, and this one stays ours

    def _release_segment(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def segments(self) -> list[int]:
        """The numbers of the segments there are."""
        try:
            return [int(name, 16) for name in os.listdir(self.folder) if len(name) == 8 and "." not in name]
        except (FileNotFoundError, ValueError):
            return []

    def close(self) -> None:
        """Let go of all descriptors."""
        self._release_segment()
        for descriptor in (*self._indexes, *self._appending, *self._open.values()):
            if descriptor >= 0:
                os.close(descriptor)
        self._indexes = [-1] * len(INDEX_NAMES)
        self._appending = [-1] * len(INDEX_NAMES)
        self._open.clear()


def touch(descriptor: int) -> None:
    """Mark a file as used, for pruning: its time of modification is that of the last use, give or take an hour."""
    age = time() - os.fstat(descriptor).st_mtime
    if not 0 <= age < TOUCH_S:  # negative: the clock was set back
        try:
            os.utime(descriptor)
        except OSError:
            pass  # read-only
